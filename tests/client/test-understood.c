/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-fields.h"
#include "aufait-locale.h"
#include "aufait-understood.h"

#ifdef FRENCH
#define SAY(en, fr) fr
#else
#define SAY(en, fr) en
#endif

#define THIN  "\u202f"
#define MARIE "{\"id\":1,\"name\":\"Marie Curie\"}"
#define PAUL  "{\"id\":2,\"name\":\"Paul\"}"
#define REPLY(kind, people, moments, interests, promises, nudges)                                  \
  "{\"now\":\"2026-07-01T10:00:00+02:00\",\"note\":{\"kind\":\"" kind "\",\"people\":[" people     \
  "],\"moments\":[" moments "],\"interests\":[" interests "],\"promises\":[" promises              \
  "]},\"nudges\":[" nudges "]}"
#define TRIP                                                                                       \
  "{\"kind\":\"trip\",\"firstDay\":\"2026-08-10\",\"lastDay\":\"2026-08-20\",\"place\":\"Crète\"}"
#define ASK(person, day, action)                                                                   \
  "{\"id\":1,\"person\":" person ",\"at\":\"" day "T10:00:00+02:00\",\"action\":\"" action "\"}"

static const struct {
  const char *reply;
  const char *words;
} replies[] = {
  { REPLY ("fact", MARIE, TRIP, "", "", ASK (MARIE, "2026-08-21", "Ask how it was.")),
    SAY ("Marie Curie: trip to Crète, 10–20 August. On 21 August: ask how it was.",
         "Marie Curie" THIN ": voyage (Crète), du 10 au 20 août. Le 21 août" THIN
         ": ask how it was.") },
  { REPLY (
        "fact",
        PAUL,
        "{\"kind\":\"health\",\"firstDay\":\"2026-06-29\",\"lastDay\":\"2026-07-01\",\"open\":true}",
        "",
        "",
        ""),
    SAY ("Paul: the treatment, since Monday 29 June.",
         "Paul" THIN ": le traitement, depuis lundi 29 juin.") },
  { REPLY ("fact", MARIE, "", "", "", ""),
    SAY ("Noted about Marie Curie.", "Noté sur Marie Curie.") },
  { REPLY ("impression", MARIE, "", "", "", ""),
    SAY ("Noted about Marie Curie, as an impression.",
         "Noté sur Marie Curie, comme une impression.") },
  { REPLY ("fact", MARIE "," PAUL, "", "\"guitar\",\"jazz\"", "", ""),
    SAY ("Marie Curie and Paul: interests (guitar, jazz).",
         "Marie Curie et Paul" THIN ": centres d’intérêt (guitar, jazz).") },
  { REPLY ("fact", PAUL, "", "\"guitar\"", "", ""),
    SAY ("Paul: interest (guitar).", "Paul" THIN ": centre d’intérêt (guitar).") },
  { REPLY ("fact",
           PAUL,
           "",
           "",
           "{\"what\":\"send the book\",\"day\":\"2026-07-03\"}",
           ASK (PAUL, "2026-07-03", "Keep it.")),
    SAY ("Paul: you promised “send the book”, Friday 3 July. On Friday: keep it.",
         "Paul" THIN ": promesse «" THIN "send the book" THIN "», vendredi 3 juillet. Vendredi" THIN
         ": keep it.") },
  { REPLY ("fact", PAUL, "", "", "{\"what\":\"20 euros\",\"owed\":true}", ""),
    SAY ("Paul: you owe “20 euros”.", "Paul" THIN ": dette «" THIN "20 euros" THIN "».") },
  { REPLY (
        "fact", PAUL, "", "", "{\"what\":\"20 euros\",\"owed\":true,\"day\":\"2026-07-03\"}", ""),
    SAY ("Paul: you owe “20 euros”, Friday 3 July.",
         "Paul" THIN ": dette «" THIN "20 euros" THIN "», vendredi 3 juillet.") },
  { REPLY ("fact", PAUL, "", "", "{\"what\":\"send the book\"}", ""),
    SAY ("Paul: you promised “send the book”.",
         "Paul" THIN ": promesse «" THIN "send the book" THIN "».") },
  { REPLY (
        "fact",
        PAUL,
        "{\"kind\":\"exam\",\"what\":\"le permis\",\"language\":\"fr\",\"firstDay\":\"2026-07-02\",\"lastDay\":"
        "\"2026-07-02\"}",
        "",
        "",
        ASK (PAUL, "2026-07-01", "Paul needs luck.")),
    SAY ("Paul: the exam, tomorrow, Thursday 2 July. Today: Paul needs luck.",
         "Paul" THIN ": le permis, demain, jeudi 2 juillet. Aujourd’hui" THIN
         ": Paul needs luck.") },
  { REPLY ("fact",
           MARIE "," PAUL,
           TRIP,
           "",
           "",
           ASK (MARIE, "2026-08-21", "Ask how it was.") "," ASK (
               PAUL, "2026-08-21", "Ask how it was.")),
    SAY ("Marie Curie and Paul: trip to Crète, 10–20 August. On 21 August: ask how it was.",
         "Marie Curie et Paul" THIN ": voyage (Crète), du 10 au 20 août. Le 21 août" THIN
         ": ask how it was.") },
  { REPLY (
        "fact",
        PAUL,
        "{\"kind\":\"birth\",\"what\":\"the birth\",\"language\":\"en\",\"firstDay\":\"2026-12-01\",\"lastDay\":\"2026-12-31\"},"
        "{\"kind\":\"unheard\",\"firstDay\":\"\",\"lastDay\":\"\",\"place\":\"Rome\"}",
        "",
        "",
        ""),
    SAY ("Paul: the baby, in December; unheard (Rome).",
         "Paul" THIN ": la naissance, en décembre; unheard (Rome).") },
  { REPLY ("fact",
           PAUL,
           "{\"kind\":\"job\",\"what\":\"la perte du travail\",\"language\":\"fr\",\"firstDay\":"
           "\"2026-07-02\",\"lastDay\":\"2026-07-02\"},"
           "{\"kind\":\"job\",\"what\":\"the new job\",\"language\":\"en\",\"firstDay\":"
           "\"2026-07-03\",\"lastDay\":\"2026-07-03\"},"
           "{\"kind\":\"move\",\"firstDay\":\"2026-12-01\",\"lastDay\":\"2026-12-31\",\"place\":"
           "\"Leeds\"}",
           "",
           "",
           ""),
    SAY ("Paul: the job, tomorrow, Thursday 2 July; the new job, Friday 3 July; the move to Leeds, "
         "in December.",
         "Paul" THIN ": la perte du travail, demain, jeudi 2 juillet; le nouveau travail, vendredi "
         "3 juillet; le déménagement (Leeds), en décembre.") },
  { "{}", SAY ("Noted about .", "Noté sur .") },
};

static void
says_what_was_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_autoptr (JsonObject) reply = aufait_fields_parse (replies[i].reply);
    g_autofree char *words = NULL;

    g_test_message ("%u", i);
    g_assert_nonnull (reply);
    words = aufait_understood_dup (reply);
    g_assert_cmpstr (words, ==, replies[i].words);
  }
}

int
main (int argc, char **argv)
{
  aufait_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/understood/says-what-was-understood", says_what_was_understood);
  return g_test_run ();
}
