/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-outcome.h"

/* Written on Friday 27 November. */
static const struct {
  const char *text;
  AufaitMomentKind kind;
  const char *on;
  gboolean is_told;
} ROWS[] = {
  { "failed his exam on Tuesday", AUFAIT_MOMENT_EXAM, "2026-11-24", TRUE },
  { "failed her driving test yesterday", AUFAIT_MOMENT_EXAM, "2026-11-26", TRUE },
  { "passed his exam on Monday", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "exam on Monday, went badly", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "forgot his exam on Monday", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "didn't get the job, the interview was on Tuesday", AUFAIT_MOMENT_INTERVIEW, "2026-11-24",
    TRUE },
  { "lost the match on Saturday", AUFAIT_MOMENT_COMPETITION, "2026-11-21", TRUE },
  { "came second in the race on Sunday", AUFAIT_MOMENT_COMPETITION, "2026-11-22", TRUE },
  { "a raté son bac lundi", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "a été recalée à son examen lundi", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "a réussi son examen lundi", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "a oublié son examen lundi", AUFAIT_MOMENT_EXAM, "2026-11-23", TRUE },
  { "a eu son permis hier", AUFAIT_MOMENT_EXAM, "2026-11-26", TRUE },
  { "entretien mardi, elle n'a pas été prise", AUFAIT_MOMENT_INTERVIEW, "2026-11-24", TRUE },
  { "a perdu le match samedi", AUFAIT_MOMENT_COMPETITION, "2026-11-21", TRUE },
  /* nobody knows yet */
  { "had her exam on Monday", AUFAIT_MOMENT_EXAM, "2026-11-23", FALSE },
  { "a eu son examen lundi", AUFAIT_MOMENT_EXAM, "2026-11-23", FALSE },
  { "interview was on Tuesday", AUFAIT_MOMENT_INTERVIEW, "2026-11-24", FALSE },
  { "ran the marathon on Sunday", AUFAIT_MOMENT_COMPETITION, "2026-11-22", FALSE },
  { "a couru le marathon dimanche", AUFAIT_MOMENT_COMPETITION, "2026-11-22", FALSE },
  /* it lies ahead */
  { "failed his driving test last week, retakes it on 4 December", AUFAIT_MOMENT_EXAM, "2026-12-04",
    FALSE },
  /* another kind of thing */
  { "lost her keys on the trip last week", AUFAIT_MOMENT_TRIP, "2026-11-20", FALSE },
};

static void
test_knows_how_it_went (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    AufaitNote note = { .on = aufait_day_parse ("2026-11-27"), .text = (char *) ROWS[i].text };
    AufaitDay on = aufait_day_parse (ROWS[i].on);
    AufaitMoment *moment = aufait_moment_new (ROWS[i].kind, on, on);

    g_test_message ("row %zu: %s", i, ROWS[i].text);
    g_assert_cmpint (aufait_outcome_is_told (&note, moment), ==, ROWS[i].is_told);
    aufait_moment_free (moment);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/knows-how-it-went", test_knows_how_it_went);
  return g_test_run ();
}
