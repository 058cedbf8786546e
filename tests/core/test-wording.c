/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-wording.h"

#include "aufait-spoken-day.h"

#define TODAY "2026-07-02"

static AufaitNudge *
new_nudge (const char *kind)
{
  AufaitNudge *nudge = aufait_nudge_new (kind, "key");

  nudge->person = aufait_ref_new (1, "Paul");
  return nudge;
}

static const struct {
  const char *rule;
  AufaitMomentKind kind;
  const char *first;
  const char *last;
  const char *place;
  const char *what;
  const char *language;
  const char *text;
  gboolean was_told_after;
  const char *whose;
  gboolean is_open;
} MOMENTS[] = {
  { "return", AUFAIT_MOMENT_TRIP, "2026-06-20", "2026-07-01", "Crète", NULL, NULL,
    "Paul is back from Crète. Ask how it was." },
  { "return", AUFAIT_MOMENT_TRIP, "2026-06-20", "2026-07-01", NULL, NULL, NULL,
    "Paul is back. Ask how it was." },
  { "return", AUFAIT_MOMENT_EXAM, "2026-07-01", "2026-07-01", NULL, "the driving test", "en",
    "Paul: the driving test was yesterday. Ask how it went." },
  { "return", AUFAIT_MOMENT_EXAM, "2026-06-29", "2026-06-29", NULL, "le permis", "fr",
    "Paul: the driving test was on Monday. Ask how it went." },
  { "return", AUFAIT_MOMENT_EXAM, "2026-06-29", "2026-06-29", NULL, "la prueba", "es",
    "Paul: the exam was on Monday. Ask how it went." },
  { "wish", AUFAIT_MOMENT_HEALTH, "2026-07-03", "2026-07-03", NULL, "le retour à la maison", "fr",
    "Paul: the return home is tomorrow. Send Paul a kind word." },
  { "return", AUFAIT_MOMENT_JOB, "2026-07-01", "2026-07-01", NULL, "la perte de l’emploi", "fr",
    "Paul: the loss of the job was yesterday. Ask how it is going." },
  { "return", AUFAIT_MOMENT_JOB, "2026-07-01", "2026-07-01", NULL, "le nouveau travail", "fr",
    "Paul: the new job began yesterday. Ask how it is going." },
  { "return", AUFAIT_MOMENT_JOB, "2026-07-01", "2026-07-01", NULL, "el trabajo", "es",
    "Paul: the job. Ask how it is going." },
  { "return", AUFAIT_MOMENT_EXAM, "2026-06-01", "2026-06-30", NULL, NULL, NULL,
    "Paul: the exam was in June. Ask how it went." },
  { "return", AUFAIT_MOMENT_BIRTH, "2025-12-01", "2025-12-31", NULL, NULL, NULL,
    "Paul: the baby was due in December 2025. Ask for news." },
  { "return", AUFAIT_MOMENT_JOB, "2026-07-01", "2026-07-01", NULL, NULL, NULL,
    "Paul: the new job began yesterday. Ask how it is going." },
  { "return", AUFAIT_MOMENT_TRIP, "2026-07-01", "2026-07-01", "Japan", NULL, NULL,
    "Paul left for Japan yesterday. Ask how it is going." },
  { "return", AUFAIT_MOMENT_TRIP, "2026-07-01", "2026-07-01", "Japan", NULL, NULL,
    "Paul is back from Japan. Ask how it was.", TRUE },
  { "return", AUFAIT_MOMENT_TRIP, "2026-07-01", "2026-07-01", "Paris", "l’arrivée", "fr",
    "Paul: the arrival was yesterday. Ask how it is going." },
  { "return", AUFAIT_MOMENT_TRIP, "2026-07-01", "2026-07-01", "Paris", "the arrival", "en",
    "Paul: the arrival was yesterday. Ask how it is going.", TRUE },
  { "return", AUFAIT_MOMENT_TRIP, "2026-06-20", "2026-07-01", "Paris", "the arrival", "en",
    "Paul is back from Paris. Ask how it was." },
  { "return", AUFAIT_MOMENT_BIRTH, "2026-06-30", "2026-06-30", NULL, NULL, NULL,
    "Paul: the baby came on Tuesday. Ask for news.", TRUE },
  { "return", AUFAIT_MOMENT_JOB, "2026-06-21", "2026-06-30", NULL, NULL, NULL,
    "Paul: the new job began in June. Ask how it is going." },
  { "return", AUFAIT_MOMENT_HEALTH, "2026-06-28", "2026-07-01", NULL, "the stay in hospital", "en",
    "Paul: the stay in hospital. Ask for news." },
  { "return", AUFAIT_MOMENT_LOSS, "2026-07-01", "2026-07-01", NULL, NULL, NULL,
    "A thought for Paul. Send a kind word." },
  { "wish", AUFAIT_MOMENT_EXAM, "2026-07-03", "2026-07-03", NULL, "the driving test", "en",
    "Paul: the driving test is tomorrow. Wish Paul luck." },
  { "wish", AUFAIT_MOMENT_COMPETITION, "2026-07-03", "2026-07-05", NULL, "the tournament", "en",
    "Paul: the tournament begins tomorrow. Wish Paul luck." },
  { "wish", AUFAIT_MOMENT_HEALTH, "2026-07-02", "2026-07-02", NULL, NULL, NULL,
    "Paul: the treatment is today. Send Paul a kind word." },
  { "wish", AUFAIT_MOMENT_HEALTH, "2026-07-03", "2026-07-03", NULL, "the operation", "en",
    "Paul (cat): the operation is tomorrow. Send Paul a kind word.", FALSE, "cat" },
  { "wish", AUFAIT_MOMENT_EXAM, "2026-07-03", "2026-07-03", NULL, "the exam", "en",
    "Paul (little brother): the exam is tomorrow. Send Paul a kind word.", FALSE,
    "little brother" },
  { "return", AUFAIT_MOMENT_JOB, "2026-06-22", "2026-06-28", NULL, "the loss of the job", "en",
    "Paul: the loss of the job was last week. Ask how it is going.", TRUE },
  { "return", AUFAIT_MOMENT_WEDDING, "2026-06-27", "2026-06-28", NULL, NULL, NULL,
    "Paul: the wedding was last weekend. Ask how it was." },
  { "wish", AUFAIT_MOMENT_INTERVIEW, "2026-07-06", "2026-07-12", NULL, NULL, NULL,
    "Paul: the interview is next week. Wish Paul luck." },
  { "wish", AUFAIT_MOMENT_JOB, "2026-07-03", "2026-07-03", NULL, "the loss of the job", "en",
    "Paul: the loss of the job is tomorrow. Send Paul a kind word." },
  { "wish", AUFAIT_MOMENT_JOB, "2026-07-03", "2026-07-03", NULL, "le dernier jour", "fr",
    "Paul: the last day is tomorrow. Send Paul a kind word." },
  { "wish", AUFAIT_MOMENT_JOB, "2026-07-06", "2026-07-12", NULL, NULL, NULL,
    "Paul: the new job begins next week. Wish Paul a good start." },
  { "wish", AUFAIT_MOMENT_CELEBRATION, "2026-07-02", "2026-07-02", NULL, "the birthday", "en",
    "Paul (son): the birthday is today. Send Paul good wishes.", FALSE, "son" },
  { "wish", AUFAIT_MOMENT_WEDDING, "2026-07-03", "2026-07-03", NULL, "the wedding", "en",
    "Paul (sister): the wedding is tomorrow. Send Paul good wishes.", FALSE, "sister" },
  { "return", AUFAIT_MOMENT_TRIP, "2026-06-20", "2026-07-01", "Crete", NULL, NULL,
    "Paul (husband) is back from Crete. Ask how it was.", FALSE, "husband" },
  { "return", AUFAIT_MOMENT_TRIP, "2026-06-29", "2026-07-01", "Crete", NULL, NULL,
    "Paul: the trip. Ask how it is going.", TRUE, NULL, TRUE },
  { "return", AUFAIT_MOMENT_HEALTH, "2026-06-29", "2026-07-01", NULL, "the stay in hospital", "en",
    "Paul (mother): the stay in hospital. Ask for news.", TRUE, "mother", TRUE },
  { "return", AUFAIT_MOMENT_JOB, "2026-06-29", "2026-07-01", NULL, NULL, NULL,
    "Paul: the new job began on Monday. Ask how it is going.", TRUE, NULL, TRUE },
  { "return", AUFAIT_MOMENT_WEDDING, "2026-06-29", "2026-07-01", NULL, "the engagement", "en",
    "Paul: the engagement was on Monday. Ask how it was.", TRUE, NULL, TRUE },
};

static void
test_moments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MOMENTS); i++) {
    g_autoptr (AufaitNudge) nudge = new_nudge (MOMENTS[i].rule);
    g_autoptr (AufaitMoment) moment = aufait_moment_new (
        MOMENTS[i].kind, aufait_day_parse (MOMENTS[i].first), aufait_day_parse (MOMENTS[i].last));
    AufaitSpokenDay today = AUFAIT_SPOKEN_DAY_NOW (aufait_day_parse (TODAY));
    g_autofree char *text = NULL;

    moment->place = g_strdup (MOMENTS[i].place);
    moment->what = g_strdup (MOMENTS[i].what);
    moment->language = g_strdup (MOMENTS[i].language);
    moment->whose = g_strdup (MOMENTS[i].whose);
    moment->is_open = MOMENTS[i].is_open;
    if (g_str_equal (MOMENTS[i].rule, "wish"))
      aufait_wording_wish (nudge, moment, today);
    else
      aufait_wording_return (nudge, moment, MOMENTS[i].was_told_after, today);
    text = aufait_nudge_dup_text (nudge);
    g_assert_cmpstr (text, ==, MOMENTS[i].text);
  }
}

/* Every kind has its words, and none of grief is a question. */
static void
test_every_kind (void)
{
  for (int kind = 0; kind < AUFAIT_N_MOMENT_KINDS; kind++) {
    g_autoptr (AufaitNudge) nudge = new_nudge ("return");
    g_autoptr (AufaitMoment) moment =
        aufait_moment_new (kind, aufait_day_parse (TODAY), aufait_day_parse (TODAY));

    aufait_wording_return (nudge, moment, FALSE,
                           AUFAIT_SPOKEN_DAY_NOW (aufait_day_parse (TODAY) + 1));
    g_assert_cmpstr (nudge->title, !=, "");
    g_assert_cmpstr (nudge->action, !=, "");
    g_assert_null (strchr (nudge->title, '!'));
    g_assert_null (strchr (nudge->action, '!'));
    if (kind == AUFAIT_MOMENT_LOSS) {
      g_assert_null (strstr (nudge->action, "Ask"));
      g_assert_null (strchr (nudge->action, '?'));
    }
  }
}

static const struct {
  const char *day;
  const char *text;
  const char *note;
  const char *what;
} PROMISES[] = {
  { "2026-07-02", "A promise to Paul is due today. Keep it: “lend the drill”." },
  { "2026-07-03", "A promise to Paul is due tomorrow. Keep it: “lend the drill”." },
  { "2026-07-01", "A promise to Paul was due yesterday. Keep it: “lend the drill”." },
  { NULL, "A promise to Paul. Keep it: “lend the drill”." },
  { NULL, "Owed to Paul. Remember: 20 quid.", "I owe him 20 quid", "20 quid" },
  { "2026-07-03", "Owed to Paul, due tomorrow. Remember: 20 euros.",
    "je lui dois 20 euros pour demain", "20 euros" },
  { "2026-07-01", "Owed to Paul, due yesterday. Remember: 20 euros.",
    "je lui dois 20 euros pour le 1er", "20 euros" },
  { "2026-07-05", "A promise to Paul is due on Sunday. Remember: un livre, à rendre.",
    "m'a prêté un livre, à rendre avant dimanche", "un livre, à rendre" },
  { "2026-07-03", "A promise to Paul is due tomorrow. Keep it: “the book”.",
    "promised him the book by tomorrow", "the book" },
};

static void
test_promises (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PROMISES); i++) {
    g_autoptr (AufaitNudge) nudge = new_nudge ("promise");
    AufaitDay day = PROMISES[i].day != NULL ? aufait_day_parse (PROMISES[i].day) : AUFAIT_DAY_NONE;
    g_autoptr (AufaitPromise) promise =
        aufait_promise_new (day, PROMISES[i].what != NULL ? PROMISES[i].what : "lend the drill");
    g_autoptr (AufaitNote) note =
        aufait_note_new (aufait_day_parse (TODAY),
                         PROMISES[i].note != NULL ? PROMISES[i].note : "I'll lend the drill");
    g_autofree char *text = NULL;

    aufait_wording_promise (nudge, promise, note, AUFAIT_SPOKEN_DAY_NOW (aufait_day_parse (TODAY)));
    text = aufait_nudge_dup_text (nudge);
    g_assert_cmpstr (text, ==, PROMISES[i].text);
  }
}

static void
test_body (void)
{
  g_autoptr (AufaitNudge) nudge = new_nudge ("return");
  g_autofree char *body = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *long_text = g_strnfill (1000, 'a');

  nudge->action = g_strdup ("Ask how it was.");
  g_ptr_array_add (nudge->why,
                   aufait_reason_new ("off to\nCrete", aufait_day_parse ("2026-07-01"), 7));
  body = aufait_wording_dup_body (nudge, aufait_day_parse (TODAY));
  g_assert_cmpstr (body, ==, "Ask how it was. You noted on 1 July: “off to Crete”.");

  g_ptr_array_set_size (nudge->why, 0);
  g_ptr_array_add (nudge->why, aufait_reason_new (long_text, aufait_day_parse ("2025-07-02"), 7));
  cut = aufait_wording_dup_body (nudge, aufait_day_parse (TODAY));
  g_assert_true (g_str_has_prefix (cut, "Ask how it was. You noted on 2 July 2025: “aaa"));
  g_assert_cmpuint (strlen (cut), <, 400);
}

static const struct {
  const char *first;
  const char *last;
  const char *words;
} SPANS[] = {
  { "2026-07-02", "2026-07-02", "today" },
  { "2026-07-03", "2026-07-03", "tomorrow" },
  { "2026-07-01", "2026-07-01", "yesterday" },
  { "2026-07-08", "2026-07-08", "on Wednesday" },
  { "2026-06-26", "2026-06-26", "on Friday" },
  { "2026-06-25", "2026-06-25", "on 25 June" },
  { "2026-08-01", "2026-08-01", "on 1 August" },
  { "2027-01-01", "2027-01-01", "on 1 January 2027" },
  { "2026-02-01", "2026-02-28", "in February" },
  { "2027-02-01", "2027-02-28", "in February 2027" },
  { "2026-02-22", "2026-02-28", "on 28 February" },
  { "2026-06-22", "2026-06-28", "last week" },
  { "2026-06-29", "2026-07-05", "this week" },
  { "2026-07-06", "2026-07-12", "next week" },
  { "2026-06-15", "2026-06-21", "in the week of 15 June" },
  { "2026-06-27", "2026-06-28", "last weekend" },
  { "2026-07-04", "2026-07-05", "this weekend" },
  { "2026-07-11", "2026-07-12", "on the weekend of 11 July" },
  { "2026-06-01", "2026-08-31", "between June and August" },
  { "2027-01-01", "2027-12-31", "in 2027" },
  { "2026-06-28", "2026-06-29", "on Monday" },
};

static void
test_spans (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SPANS); i++) {
    g_autofree char *words =
        aufait_spoken_day_span (aufait_day_parse (SPANS[i].first), aufait_day_parse (SPANS[i].last),
                                AUFAIT_SPOKEN_DAY_NOW (aufait_day_parse (TODAY)));

    g_assert_cmpstr (words, ==, SPANS[i].words);
  }
}

/* What is listed before its day names days: its "tomorrow" would be read as another one. */
static void
test_ahead (void)
{
  AufaitDay friday = aufait_day_parse ("2026-07-03");
  AufaitSpokenDay ahead = { .today = friday - 1, .is_ahead = TRUE };
  g_autofree char *next = aufait_spoken_day_on (friday, ahead);
  g_autofree char *same = aufait_spoken_day_on (friday - 1, ahead);
  g_autofree char *far = aufait_spoken_day_on (friday + 30, ahead);

  g_assert_cmpstr (next, ==, "on Friday");
  g_assert_cmpstr (same, ==, "on Thursday");
  g_assert_cmpstr (far, ==, "on 2 August");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/says-why-and-what-to-do", test_moments);
  g_test_add_func ("/wording/has-words-for-every-kind", test_every_kind);
  g_test_add_func ("/wording/brings-up-promises", test_promises);
  g_test_add_func ("/wording/quotes-the-note", test_body);
  g_test_add_func ("/wording/names-days", test_spans);
  g_test_add_func ("/wording/names-days-ahead-of-time", test_ahead);
  return g_test_run ();
}
