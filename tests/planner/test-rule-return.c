/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
  { "told-by-another", "2026-07-13 12:00",
    "add Paul\n"
    "add Zoe\n"
    "say Paul+Zoe: Paul told me Zoe is leaving for Rome on Friday",
    "2026-07-18 23:00", "return Zoe @ 2026-07-18 10:00\n" },
  { "told-by-another-in-french", "2026-07-13 12:00",
    "add Paul\n"
    "add Zoé\n"
    "say Paul+Zoé: Paul m'a dit que Zoé part à Rome vendredi",
    "2026-07-18 23:00", "return Zoé @ 2026-07-18 10:00\n" },
  { "told-of-one-of-two", "2026-07-13 12:00",
    "add Paul\n"
    "add Zoe\n"
    "say Paul+Zoe: lunch with Paul and Zoe, Zoe flies to Rome on Friday",
    "2026-07-18 23:00", "return Zoe @ 2026-07-18 10:00\n" },
  { "told-of-both", "2026-07-13 12:00",
    "add Paul\n"
    "add Zoe\n"
    "say Paul+Zoe: Paul and Zoe are leaving for Rome on Friday",
    "2026-07-18 23:00",
    "return Paul @ 2026-07-18 10:00\n"
    "return Zoe @ 2026-07-18 10:30\n" },
  { "told-of-both-by-one", "2026-07-13 12:00",
    "add Paul\n"
    "add Zoe\n"
    "say Paul+Zoe: Paul told me that he and Zoe are leaving for Rome on Friday",
    "2026-07-18 23:00",
    "return Paul @ 2026-07-18 10:00\n"
    "return Zoe @ 2026-07-18 10:30\n" },
  { "day-of-another", "2026-07-13 12:00",
    "add Paul\n"
    "add Zoe\n"
    "say Paul+Zoe: met Zoe and Paul at the party, Paul starts a course on Monday",
    "2026-07-25 23:00", "" },
  { "in-their-calendar", "2026-07-01 12:00",
    "add Ada\n"
    "set [calendar ada];person=Ada\n"
    "days ada/t 2026-07-10 2026-07-20 Rome",
    "2026-07-21 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "in-the-calendar-of-one-known-from-cards", "2026-07-01 12:00",
    "set [calendar ada];person=Ada\n"
    "card b/1 u1 Ada\n"
    "days ada/t 2026-07-10 2026-07-20 Rome",
    "2026-07-21 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "in-mine", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada",
    "2026-07-21 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "mine-is-no-trip-of-theirs", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Rome with Ada",
    "2026-07-21 23:00", "" },
  /* It has times of day, and is no meeting for that. */
  { "in-mine-from-hour-to-hour", "2026-07-01 12:00",
    "add Ada\n"
    "event me/t 2026-07-10 10:00 3480 Ada en Bretagne",
    "2026-07-13 23:00", "return Ada @ 2026-07-13 10:00\n" },
  { "of-another-in-their-calendar", "2026-07-01 12:00",
    "add Ada\n"
    "add Tom\n"
    "set [calendar ada];person=Ada\n"
    "days ada/t 2026-07-10 2026-07-20 Tom on holiday",
    "2026-07-21 23:00", "return Tom @ 2026-07-21 10:00\n" },
  { "far-ahead", "2026-03-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada",
    "2026-07-21 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "just-over", "2026-07-25 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada",
    "2026-07-25 23:00", "return Ada @ 2026-07-25 12:00\n" },
  { "long-over", "2026-08-25 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada",
    "2026-08-30 23:00", "" },
  { "noted-and-in-a-calendar", "2026-07-01 12:00",
    "add Ada\n"
    "trip Ada 2026-07-10 2026-07-20\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada\n"
    "at 2026-07-21 11:00\n"
    "done",
    "2026-07-30 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "in-a-calendar-and-noted", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada\n"
    "trip Ada 2026-07-10 2026-07-20\n"
    "at 2026-07-21 11:00\n"
    "done",
    "2026-07-30 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "noted-and-gone-from-the-calendar", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada\n"
    "trip Ada 2026-07-10 2026-07-20\n"
    "rm me/t",
    "2026-07-21 23:00", "return Ada @ 2026-07-21 10:00\n" },
  { "a-visit-to-me", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada comes to dinner on Saturday",
    "2026-07-25 23:00", "" },
  { "a-visit-to-them", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada her mother comes to dinner on Saturday",
    "2026-07-19 23:00", "return Ada @ 2026-07-19 10:00\n" },
  { "a-show-that-is-gone-to", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada has tickets for a gig on Saturday",
    "2026-07-19 23:00", "return Ada @ 2026-07-19 10:00\n" },
  { "a-show-of-theirs", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada concert with her choir on Saturday",
    "2026-07-19 23:00",
    "wish Ada @ 2026-07-17 10:00\n"
    "wish Ada @ 2026-07-18 10:00\n"
    "return Ada @ 2026-07-19 10:00\n" },
  /* Whoever was there need not ask. */
  { "a-wedding-that-one-was-at", "2026-07-01 12:00",
    "add Ada\n"
    "say Ada gets married on 12 September\n"
    "at 2026-09-11 12:00\n"
    "done\n"
    "event me/w 2026-09-12 14:00 300 Wedding of Ada",
    "2026-09-20 23:00",
    "wish Ada @ 2026-09-11 10:00\n"
    "brief Ada @ 2026-09-12 13:30\n"
    "followup Ada @ 2026-09-12 19:30\n" },
  { "a-wedding-without-me", "2026-07-01 12:00",
    "add Ada\n"
    "met Ada 2026-09-01\n"
    "say Ada gets married on 12 September\n"
    "at 2026-09-11 12:00\n"
    "done",
    "2026-09-13 23:00",
    "wish Ada @ 2026-09-11 10:00\n"
    "return Ada @ 2026-09-13 10:00\n" },
  { "a-baby-that-came-early", "2026-07-01 12:00",
    "add Ada\n"
    "say Ada baby due in August\n"
    "at 2026-08-10 12:00\n"
    "say Ada the baby was born yesterday\n"
    "at 2026-08-11 12:00\n"
    "done",
    "2026-09-05 23:00", "return Ada @ 2026-08-11 10:00\n" },
  /* It is known already how it went. */
  { "an-exam-that-was-failed", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada failed her exam on Tuesday",
    "2026-07-25 23:00", "" },
  { "an-exam-that-was-failed-in-french", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada a été recalée à son examen mardi",
    "2026-07-25 23:00", "" },
  { "an-exam-that-was", "2026-07-16 12:00",
    "add Ada\n"
    "say Ada had her exam on Tuesday",
    "2026-07-17 23:00", "return Ada @ 2026-07-17 10:00\n" },
  { "cancelled", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada =off",
    "2026-07-21 23:00", "" },
  { "longer-than-it-was", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada\n"
    "days me/t 2026-07-10 2026-07-25 Vacances Ada",
    "2026-07-26 23:00", "return Ada @ 2026-07-26 10:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-return", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
