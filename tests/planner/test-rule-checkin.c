/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
  { "a-period-after-the-last-contact", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w",
    "2026-07-22 23:00", "checkin Ada @ 2026-07-22 10:00\n" },
  { "contact-since", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "at 2026-07-20 12:00\n"
    "met Ada 2026-07-20",
    "2026-08-09 23:00", "" },
  { "contact-in-the-calendar-since", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "event me/coffee 2026-07-21 16:00 60 Coffee =free <ada@x.org>\n"
    "event me/lunch 2026-07-21 12:30 60 Lunch with Ada",
    "2026-07-22 12:00",
    "brief Ada @ 2026-07-21 12:00\n"
    "followup Ada @ 2026-07-21 14:00\n" },
  { "not-before-a-meeting", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "event me/lunch 2026-07-24 12:30 60 Lunch with Ada",
    "2026-07-24 11:30", "" },
  { "before-a-meeting-that-is-far", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "event me/lunch 2026-07-26 12:30 60 Lunch with Ada",
    "2026-07-22 23:00", "checkin Ada @ 2026-07-22 10:00\n" },
  /* Whoever is away is not called, but asked how it was once they are back; a week later at most
   * the rest comes. */
  { "not-on-their-journey", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "trip Ada 2026-07-20 2026-07-25\n"
    "at 2026-07-26 11:00\n"
    "drop",
    "2026-08-02 23:00",
    "return Ada @ 2026-07-26 10:00\n"
    "checkin Ada @ 2026-08-02 10:00\n" },
  { "on-the-eve-of-their-journey", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "trip Ada 2026-07-23 2026-07-30",
    "2026-07-22 23:00", "checkin Ada @ 2026-07-22 10:00\n" },
  { "not-again-once-a-journey-is-noted", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "at 2026-07-22 11:00\n"
    "trip Ada 2026-07-22 2026-07-27",
    "2026-07-27 23:00", "checkin Ada @ 2026-07-22 10:00\n" },
  { "once-a-silence", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 2w\n"
    "at 2026-07-15 12:00\n"
    "drop",
    "2026-09-30 23:00", "checkin Ada @ 2026-07-15 10:00\n" },
  { "done-is-a-contact", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 2w\n"
    "at 2026-07-15 12:00\n"
    "done",
    "2026-07-29 23:00",
    "checkin Ada @ 2026-07-15 10:00\n"
    "checkin Ada @ 2026-07-29 10:00\n" },
  { "never", "2026-07-01 09:00",
    "add Ada\n"
    "circle Ada inner\n"
    "every Ada never",
    "2026-09-30 23:00", "" },
  { "overdue-when-a-cadence-is-set", "2026-07-29 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w",
    "2026-07-29 23:00", "checkin Ada @ 2026-07-29 10:00\n" },
  { "circle-by-its-period", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "circle Ada inner",
    "2026-07-08 23:00", "checkin Ada @ 2026-07-08 10:00\n" },
  { "a-shorter-cadence-comes-sooner", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 14d\n"
    "at 2026-07-02 09:00\n"
    "every Ada 4d",
    "2026-07-05 23:00", "checkin Ada @ 2026-07-05 10:00\n" },
  { "not-the-dead", "2026-07-01 09:00",
    "card cards/a u1 Ada <ada@x.org> =dead\n"
    "circle Ada inner",
    "2026-09-30 23:00", "" },
  { "survives-a-restart", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "restart 2026-07-23 11:00",
    "2026-07-23 12:00", "checkin Ada @ 2026-07-23 11:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-checkin", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
