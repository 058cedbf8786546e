/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sentence.h"

/* Whom the note is about, what it says, and who of them has died. */
static const struct {
  const char *names[4];
  const char *text;
  const char *dead;
} ROWS[] = {
  { { "zoe" }, "Zoe died on Monday", "zoe" },
  { { "zoe" }, "Zoe died", "zoe" },
  { { "zoe miller" }, "Zoe Miller died last night.", "zoe miller" },
  { { "zoe miller" }, "zoe has died", "zoe miller" },
  { { "zoe" }, "Zoe passed away", "zoe" },
  { { "zoe" }, "Zoe sadly passed away yesterday, told her mother", "zoe" },
  { { "zoe" }, "Zoe was killed in an accident", "zoe" },
  { { "zoe" }, "Zoe was killed in a car crash on Friday", "zoe" },
  { { "zoe" }, "Zoe is dead", "zoe" },
  { { "zoe" }, "On Monday Zoe died of cancer", "zoe" },
  { { "zoe" }, "Zoe died in her sleep", "zoe" },
  { { "zoe" }, "Zoe lost her battle with cancer on Monday", "zoe" },
  { { "zoe" }, "died on Monday", "zoe" },
  { { "zoe" }, "she died on Monday", "zoe" },
  { { "zoe" }, "passed away peacefully last night", "zoe" },
  { { "zoe", "paul" }, "Zoe died on Monday, told Paul", "zoe" },
  { { "zoe", "paul" }, "Paul told me Zoe died on Monday", "zoe" },
  { { "zoe", "paul" }, "Paul says that Zoe has passed away", "zoe" },
  { { "zoe", "paul" }, "Since Zoe died, Paul is lonely", "zoe" },
  { { "zoe", "paul" }, "Zoe and Paul died in a plane crash", "zoe paul" },
  { { "zoe" }, "Zoe died on Monday in Paris", "zoe" },
  { { "ana miller", "zoe martin" }, "Zoe died on Monday, told Ana", "zoe martin" },
  { { "ana miller", "zoe martin" }, "Zoe Martin died on Monday", "zoe martin" },
  { { "ana miller" }, "died on Monday", "ana miller" },
  { { "zoe" }, "Zoe died in 2019", "zoe" },
  { { "zoe" }, "Zoe died ten years ago", "zoe" },
  { { "zoe" }, "poor Zoe died on Monday", "zoe" },
  { { "zoe" }, "Zoe est morte en 2019", "zoe" },
  { { "zoe", "paul" }, "Zoe died on Monday and Paul is devastated", "zoe" },
  { { "zoe", "paul" }, "Zoe died on Monday, says Paul", "zoe" },
  { { "zoe" }, "Zoe died on Monday after a long illness", "zoe" },
  { { "zoe" }, "Zoe est décédée", "zoe" },
  { { "zoe" }, "Zoé est décédée hier", "zoe" },
  { { "zoe" }, "Zoe est morte lundi", "zoe" },
  { { "zoe" }, "Zoe est morte", "zoe" },
  { { "zoe" }, "Zoe est morte d'un cancer lundi", "zoe" },
  { { "zoe" }, "Zoe nous a quittés lundi", "zoe" },
  { { "zoe" }, "Zoe nous a quittés", "zoe" },
  { { "zoe" }, "Zoe s'est éteinte cette nuit", "zoe" },
  { { "zoe" }, "elle est morte lundi", "zoe" },
  { { "zoe" }, "est décédée lundi", "zoe" },
  { { "zoe", "paul" }, "Paul m'a dit que Zoe est morte lundi", "zoe" },
  { { "zoe" }, "Zoe s'est tuée dans un accident de voiture", "zoe" },
  { { "zoe" }, "Zoe vient de mourir", "zoe" },
  /* what is held for them */
  { { "paul" }, "Paul's funeral is on Friday", "paul" },
  { { "paul martin" }, "going to Paul Martin’s funeral on Friday", "paul martin" },
  { { "sam" }, "The funeral of Sam", "sam" },
  { { "sam" }, "The funeral of Sam is on Friday at 10", "sam" },
  { { "sam" }, "memorial service for Sam on Friday", "sam" },
  { { "paul" }, "l'enterrement de Paul", "paul" },
  { { "paul" }, "L'enterrement de Paul aura lieu vendredi", "paul" },
  { { "paul" }, "obsèques de Paul vendredi", "paul" },
  { { "paul", "zoe" }, "Zoe is going to Paul's funeral on Friday", "paul" },
  { { "paul", "zoe" }, "Zoe is shaken by the death of Paul", "paul" },
  { { "paul", "zoe" }, "Zoe ne se remet pas de la mort de Paul", "paul" },
  /* somebody else of theirs */
  { { "zoe" }, "Zoe's mother died on Monday", "" },
  { { "zoe" }, "her mother died on Monday", "" },
  { { "zoe" }, "his mother Zoe died", "" },
  { { "zoe" }, "Zoe lost her father, died on Monday", "" },
  { { "zoe" }, "Zoe lost her father", "" },
  { { "zoe" }, "mother died on Monday", "" },
  { { "zoe" }, "Zoe's cat died", "" },
  { { "zoe" }, "Her mother was ill. She died on Monday", "" },
  { { "zoe" }, "le père de Zoe est mort lundi", "" },
  { { "zoe" }, "la mère de Zoe est décédée", "" },
  { { "zoe" }, "sa mère est morte lundi", "" },
  { { "zoe" }, "le chat de Zoe est mort", "" },
  { { "zoe", "ana" }, "The dog of Ana and Zoe died", "" },
  { { "zoe", "paul" }, "Zoe went to the funeral of her uncle Paul", "" },
  { { "zoe", "paul" }, "Zoe is at her uncle Paul's funeral", "" },
  { { "paul" }, "The funeral of Paul's mother is on Friday", "" },
  { { "paul" }, "Paul's father's funeral", "" },
  { { "paul" }, "l'enterrement de la mère de Paul", "" },
  { { "paul durand" }, "Paul Martin died on Monday", "" },
  { { "paul durand" }, "enterrement de Paul Martin vendredi", "" },
  { { "paul" }, "enterrement de vie de garçon de Paul", "" },
  { { "paul" }, "Paul: funeral on Friday", "" },
  { { "paul" }, "Paul works at the funeral parlour", "" },
  { { "zoe miller", "zoe smith" }, "Zoe died on Monday", "" },
  { { "zoe", "paul" }, "died on Monday", "" },
  /* nobody */
  { { "zoe" }, "Zoe almost died", "" },
  { { "zoe" }, "almost died on Monday", "" },
  { { "zoe" }, "Zoe nearly died in an accident", "" },
  { { "zoe" }, "Zoe's phone died", "" },
  { { "zoe" }, "phone died", "" },
  { { "zoe" }, "Zoe died of shame", "" },
  { { "zoe" }, "Zoe died laughing on Monday", "" },
  { { "zoe" }, "Zoe died on Monday laughing at my joke", "" },
  { { "zoe" }, "Zoe died 😂", "" },
  { { "zoe" }, "Zoe is dead tired", "" },
  { { "zoe" }, "Zoe is not dead", "" },
  { { "zoe" }, "Did you hear Zoe died?", "" },
  { { "zoe" }, "dreamt that Zoe died", "" },
  { { "zoe" }, "Zoe died in Minecraft", "" },
  { { "zoe" }, "Zoe may have passed away", "" },
  { { "zoe" }, "Zoe thought she died", "" },
  { { "zoe" }, "Zoe is dying to go to Rome", "" },
  { { "zoe" }, "Zoe passed her exam on Monday", "" },
  { { "zoe" }, "Zoe left us on Monday for Rome", "" },
  { { "zoe" }, "Zoe died on Monday at the quiz", "" },
  { { "zoe" }, "Zoe died on Monday for two minutes", "" },
  { { "zoe" }, "Zoe's funeral suit is ready on Friday", "" },
  { { "zoe" }, "Zoe is dead, long week", "" },
  { { "zoe" }, "Zoe est morte, grosse semaine", "" },
  { { "zoe" }, "Zoe est morte ce soir, grosse semaine", "" },
  { { "zoe" }, "Zoe est morte au boulot lundi", "" },
  { { "zoe" }, "Zoe nous a quittés lundi pour Lyon", "" },
  { { "zoe" }, "Zoe est morte de rire", "" },
  { { "zoe" }, "Zoe morte de rire hier", "" },
  { { "zoe" }, "mort de rire", "" },
  { { "zoe" }, "Zoe est morte de fatigue", "" },
  { { "zoe" }, "Zoe a failli mourir lundi", "" },
  { { "zoe" }, "le téléphone de Zoe est mort", "" },
  { { "zoe" }, "Zoe nous a quittés pour une autre boîte", "" },
  { { "zoe" }, "Zoe n'est pas morte", "" },
  { { "zoe" }, "Zoe meurt d'envie de partir", "" },
  { { "zoe" }, "this job will be the death of Zoe", "" },
  { { NULL }, "Zoe died on Monday", "" },
};

static char *
read_dead (gsize row)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) ROWS[row].names);
  g_auto (GStrv) words = g_strsplit (joined, " ", -1);
  AufaitSentenceContext context = { aufait_day_parse ("2026-11-27"), FALSE,
                                    (const char *const *) words, ROWS[row].names };
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (ROWS[row].text, &context);
  g_autoptr (GString) dead = g_string_new (NULL);

  for (guint i = 0; i < meaning->deaths->len; i++)
    g_string_append_printf (dead, "%s%s", i > 0 ? " " : "",
                            ROWS[row].names[g_array_index (meaning->deaths, guint, i)]);
  return g_string_free (g_steal_pointer (&dead), FALSE);
}

static void
test_tells_who_has_died (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    g_autofree char *dead = read_dead (i);

    if (!g_str_equal (dead, ROWS[i].dead)) {
      g_test_message ("%s: “%s”, not “%s”", ROWS[i].text, dead, ROWS[i].dead);
      g_test_fail ();
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/death/tells-who-has-died", test_tells_who_has_died);
  return g_test_run ();
}
