/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
  { "after-a-lunch", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 23:00", "followup Ada @ 2026-07-01 14:00\n" },
  { "on-the-next-morning", "2026-07-01 19:00",
    "add Ada\n"
    "event me/l 2026-07-01 19:00 120 Dinner with Ada",
    "2026-07-02 12:00", "followup Ada @ 2026-07-02 09:00\n" },
  { "within-a-day", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "restart 2026-07-02 13:20",
    "2026-07-03 12:00", "followup Ada @ 2026-07-02 13:20\n" },
  { "not-later", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "restart 2026-07-02 13:31",
    "2026-07-03 12:00", "" },
  { "not-while-the-next-one-runs", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/w 2026-07-01 13:45 60 Work",
    "2026-07-01 23:00", "followup Ada @ 2026-07-01 14:45\n" },
  { "one-a-day", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/2 2026-07-01 15:00 30 Tea with Ada",
    "2026-07-01 23:00",
    "followup Ada @ 2026-07-01 14:00\n"
    "brief Ada @ 2026-07-01 14:30\n" },
  { "noted-since", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "at 2026-07-01 13:40\n"
    "note Ada",
    "2026-07-01 23:00", "" },
  { "noted-while-it-was-on", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "note Ada",
    "2026-07-01 23:00", "" },
  /* What was noted before is none of its news. */
  { "noted-in-the-morning", "2026-07-01 09:00",
    "add Ada\n"
    "note Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 23:00",
    "brief Ada @ 2026-07-01 12:00\n"
    "followup Ada @ 2026-07-01 14:00\n" },
  { "noted-the-day-before", "2026-06-30 13:00",
    "add Ada\n"
    "note Ada\n"
    "restart 2026-07-01 13:00\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 23:00", "followup Ada @ 2026-07-01 14:00\n" },
  { "asked-once", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-05 23:00", "followup Ada @ 2026-07-01 14:00\n" },
  { "series-once-in-four-weeks", "2026-07-20 13:00",
    "add Ada\n"
    "event me/l 2026-07-20 12:30 60 Lunch with Ada =weekly:4",
    "2026-08-15 23:00", "followup Ada @ 2026-07-20 14:00\n" },
  /* From whatever day on: there is no calendar of four weeks. */
  { "series-from-a-week-later", "2026-07-27 13:00",
    "add Ada\n"
    "event me/l 2026-07-27 12:30 60 Lunch with Ada =weekly:4",
    "2026-08-22 23:00", "followup Ada @ 2026-07-27 14:00\n" },
  { "series-from-two-weeks-later", "2026-08-03 13:00",
    "add Ada\n"
    "event me/l 2026-08-03 12:30 60 Lunch with Ada =weekly:4",
    "2026-08-29 23:00", "followup Ada @ 2026-08-03 14:00\n" },
  { "series-from-three-weeks-later", "2026-08-10 13:00",
    "add Ada\n"
    "event me/l 2026-08-10 12:30 60 Lunch with Ada =weekly:4",
    "2026-09-05 23:00", "followup Ada @ 2026-08-10 14:00\n" },
  { "series-after-four-weeks-again", "2026-07-20 13:00",
    "add Ada\n"
    "met Ada 2026-07-19\n"
    "event me/l 2026-07-20 12:30 60 Lunch with Ada =weekly:6",
    "2026-08-26 23:00",
    "followup Ada @ 2026-07-20 14:00\n"
    "followup Ada @ 2026-08-17 14:00\n" },
  { "series-where-the-first-was-not-asked", "2026-07-20 13:00",
    "add Ada\n"
    "event me/l 2026-07-20 12:30 60 Lunch with Ada =weekly:2\n"
    "at 2026-07-20 13:20\n"
    "note Ada",
    "2026-07-27 23:00",
    "brief Ada @ 2026-07-27 12:00\n"
    "followup Ada @ 2026-07-27 14:00\n" },
  { "all-day", "2026-07-01 13:00",
    "add Ada\n"
    "days me/l 2026-07-01 2026-07-01 Lunch with Ada",
    "2026-07-03 13:00", "" },
  { "five-people", "2026-07-01 13:00",
    "card b/1 a Ada <a@x.org>;b Bob <b@x.org>;c Cyd <c@x.org>;d Dan <d@x.org>;e Eve <e@x.org>\n"
    "event me/l 2026-07-01 12:30 60 Lunch <a@x.org> <b@x.org> <c@x.org> <d@x.org> <e@x.org>",
    "2026-07-03 13:00", "" },
  { "gone-before-it-ended", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "rm me/lunch",
    "2026-07-01 23:00", "" },
  { "moved-to-later", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/lunch 2026-07-01 17:00 60 Lunch with Ada",
    "2026-07-01 20:00",
    "brief Ada @ 2026-07-01 16:30\n"
    "followup Ada @ 2026-07-01 18:30\n" },
  { "the-first-of-two-is-off", "2026-07-01 12:10",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/2 2026-07-01 16:00 30 Tea with Ada\n"
    "at 2026-07-01 12:20\n"
    "rm me/lunch",
    "2026-07-01 20:00",
    "brief Ada @ 2026-07-01 12:10\n"
    "brief Ada @ 2026-07-01 15:30\n"
    "followup Ada @ 2026-07-01 17:00\n" },
  { "put-off", "2026-07-01 13:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "at 2026-07-01 14:05\n"
    "later 2026-07-04 11:00",
    "2026-07-04 23:00",
    "followup Ada @ 2026-07-01 14:00\n"
    "followup Ada @ 2026-07-04 11:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-followup", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
