/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

/* Every week until 1 July: silence is far longer than usual 18 days later. */
#define WEEKLY                                                                                     \
  "add Ines\n"                                                                                     \
  "met Ines 2026-06-03\nmet Ines 2026-06-10\nmet Ines 2026-06-17\nmet Ines 2026-06-24\n"           \
  "met Ines 2026-07-01"

/* For eight months until 11 February. */
#define SIX_WEEKLY(name)                                                                           \
  "met " name " 2025-06-04\nmet " name " 2025-07-16\nmet " name " 2025-08-27\n"                    \
  "met " name " 2025-10-08\nmet " name " 2025-11-19\nmet " name " 2025-12-31\n"                    \
  "met " name " 2026-02-11\n"

static const PlannerScriptCase CASES[] = {
  { "silent-for-far-longer-than-usual", "2026-07-01 09:00", WEEKLY, "2026-07-19 23:00",
    "drift Ines @ 2026-07-19 10:00\n" },
  /* A series that is over has not lost its rhythm: it was the calendar's. Two months are long. */
  { "after-a-series", "2026-07-01 14:00",
    "add Ines\n"
    "event me/choir 2026-06-03 12:30 60 Choir with Ines =weekly:5\n"
    "at 2026-07-01 14:30\n"
    "done",
    "2026-08-25 23:00", "followup Ines @ 2026-07-01 14:00\n" },
  { "long-after-a-series", "2026-07-01 14:00",
    "add Ines\n"
    "event me/choir 2026-06-03 12:30 60 Choir with Ines =weekly:5\n"
    "at 2026-07-01 14:30\n"
    "done",
    "2026-08-26 23:00",
    "followup Ines @ 2026-07-01 14:00\n"
    "drift Ines @ 2026-08-26 10:00\n" },
  { "not-before-a-meeting", "2026-07-01 09:00",
    WEEKLY "\nevent me/lunch 2026-07-21 12:30 60 Lunch with Ines", "2026-07-21 11:30", "" },
  { "once-a-silence", "2026-07-01 09:00",
    WEEKLY "\nat 2026-07-19 12:00\n"
           "drop",
    "2026-12-31 23:00", "drift Ines @ 2026-07-19 10:00\n" },
  { "not-without-a-rhythm", "2026-07-01 09:00",
    "add Ines\n"
    "met Ines 2026-06-03\n"
    "met Ines 2026-06-10",
    "2026-12-31 23:00", "" },
  { "never", "2026-07-01 09:00", WEEKLY "\nevery Ines never", "2026-12-31 23:00", "" },
  { "not-where-one-is-asked-after", "2026-07-01 09:00", WEEKLY "\nevery Ines 2w",
    "2026-07-20 23:00",
    "checkin Ines @ 2026-07-15 10:00\n"
    "checkin Ines @ 2026-07-16 10:00\n"
    "checkin Ines @ 2026-07-17 10:00\n" },
  { "once-after-two-months", "2026-07-01 09:00",
    WEEKLY "\nat 2026-07-01 10:00\nrestart 2026-09-01 09:00", "2026-12-31 23:00",
    "drift Ines @ 2026-09-01 09:00\n" },
  { "old-silences-rest", "2026-07-01 09:00", WEEKLY "\nrestart 2026-09-25 09:00",
    "2026-12-31 23:00", "" },
  { "lost-long-before", "2026-07-01 09:00",
    "add Ines\n" SIX_WEEKLY ("Ines") "restart 2026-07-02 09:00", "2026-12-31 23:00",
    "drift Ines @ 2026-07-09 10:00\n"
    "drift Ines @ 2026-07-10 10:00\n"
    "drift Ines @ 2026-07-11 10:00\n" },
  /* What is read for the first time is no flood. */
  { "one-a-look-of-those-lost-long-before", "2026-07-01 09:00",
    "add Ines\nadd Tom\nadd Zoe\n" SIX_WEEKLY ("Ines") SIX_WEEKLY ("Tom")
        SIX_WEEKLY ("Zoe") "met Tom 2026-02-12\nrestart 2026-07-02 09:00",
    "2026-07-25 23:00",
    "drift Tom @ 2026-07-09 10:00\n"
    "drift Ines @ 2026-07-10 10:00\n"
    "drift Tom @ 2026-07-10 10:30\n"
    "drift Zoe @ 2026-07-11 10:00\n"
    "drift Ines @ 2026-07-11 10:30\n"
    "drift Tom @ 2026-07-11 11:00\n"
    "drift Zoe @ 2026-07-12 10:00\n"
    "drift Ines @ 2026-07-12 10:30\n"
    "drift Zoe @ 2026-07-13 10:00\n" },
  /* Where no rhythm is left to speak of, a word is said once, answered or not. */
  { "gently-once-and-no-more", "2026-07-01 09:00",
    "add Ines\n"
    "met Ines 2026-06-15\nmet Ines 2026-06-16\nmet Ines 2026-06-17\nmet Ines 2026-06-18\n"
    "restart 2026-07-05 09:00",
    "2026-12-31 23:00", "drift Ines @ 2026-07-05 09:00\n" },
  { "gently-behind-eight-gaps", "2026-06-18 12:00",
    "add Ines\n"
    "met Ines 2026-06-15\nmet Ines 2026-06-16\nmet Ines 2026-06-17\nmet Ines 2026-06-18\n"
    "restart 2026-06-25 09:00",
    "2026-12-31 23:00",
    "drift Ines @ 2026-06-25 09:00\n"
    "drift Ines @ 2026-06-26 10:00\n" },
  { "done-begins-anew", "2026-07-01 09:00",
    WEEKLY "\nat 2026-07-19 12:00\n"
           "done",
    "2026-07-25 23:00", "drift Ines @ 2026-07-19 10:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-drift", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
