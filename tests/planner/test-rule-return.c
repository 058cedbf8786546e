/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
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
