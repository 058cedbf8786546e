/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was on the screen before a restart. */
#include "planner-script.h"

#include "aufait-nudge-store.h"

#define BACK  "add Ada\ntrip Ada 2026-08-10 2026-08-20\nat 2026-08-21 10:01\n"
#define LUNCH "add Ada\nevent me/l 2026-07-01 12:30 60 Lunch with Ada\n"
#define FOUR                                                                                       \
  "add Ada\nadd Bo\nadd Cy\nadd Dan\n"                                                             \
  "trip Ada 2026-08-10 2026-08-20\ntrip Bo 2026-08-10 2026-08-20\n"                                \
  "trip Cy 2026-08-10 2026-08-20\ntrip Dan 2026-08-10 2026-08-20\n"                                \
  "set [nudges];per-day=4\nat 2026-08-21 12:00\n"

static const PlannerScriptCase CASES[] = {
  { "a-restart", "2026-08-20 09:00", BACK "restart 2026-08-21 10:02\nagain", "2026-08-22 10:00",
    "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 10:02\n"
    "return Ada @ 2026-08-22 10:00\n" },
  /* What was printed stays printed. */
  { "a-log", "2026-08-20 09:00", BACK "restart 2026-08-21 10:02", "2026-08-21 23:00",
    "return Ada @ 2026-08-21 10:00\n" },
  { "once-a-run", "2026-08-20 09:00",
    BACK "restart 2026-08-21 10:02\nagain\ndone\nat 2026-08-21 10:03\nagain", "2026-08-21 23:00",
    "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 10:02\n" },
  { "answered", "2026-08-20 09:00", BACK "done\nrestart 2026-08-21 10:02\nagain",
    "2026-08-21 23:00", "return Ada @ 2026-08-21 10:00\n" },
  { "another-day", "2026-08-20 09:00", BACK "restart 2026-08-22 09:30\nagain", "2026-08-22 23:00",
    "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-22 10:00\n" },
  { "in-quiet-hours", "2026-08-20 09:00", BACK "restart 2026-08-21 21:00\nagain",
    "2026-08-22 12:00", "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-22 10:00\n" },
  { "in-a-meeting", "2026-08-20 09:00",
    BACK "event me/m 2026-08-21 11:00 60 Board\nrestart 2026-08-21 11:05\nagain",
    "2026-08-21 23:00", "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 12:00\n" },
  { "away", "2026-08-20 09:00",
    BACK "restart 2026-08-21 11:05\naway\nagain\nat 2026-08-21 11:30\nback", "2026-08-21 23:00",
    "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 11:30\n" },
  { "a-brief", "2026-06-30 12:00", LUNCH "at 2026-07-01 12:05\nrestart 2026-07-01 12:06\nagain",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\nbrief Ada @ 2026-07-01 12:06\n" },
  { "a-brief-that-is-over", "2026-06-30 12:00",
    LUNCH "at 2026-07-01 12:05\nrestart 2026-07-01 12:40\nagain", "2026-07-01 13:00",
    "brief Ada @ 2026-07-01 12:00\n" },
  /* It is asked once, and would not come again. */
  { "a-followup", "2026-06-30 12:00", LUNCH "at 2026-07-01 14:05\nrestart 2026-07-01 14:06\nagain",
    "2026-07-02 23:00",
    "brief Ada @ 2026-07-01 12:00\nfollowup Ada @ 2026-07-01 14:00\n"
    "followup Ada @ 2026-07-01 14:06\n" },
  /* As many as the screen holds, the last ones. */
  { "four", "2026-08-20 09:00", FOUR "restart 2026-08-21 13:00\nagain", "2026-08-21 23:00",
    "return Ada @ 2026-08-21 10:00\nreturn Bo @ 2026-08-21 10:30\n"
    "return Cy @ 2026-08-21 11:00\nreturn Dan @ 2026-08-21 11:30\n"
    "return Bo @ 2026-08-21 13:00\nreturn Cy @ 2026-08-21 13:00\n"
    "return Dan @ 2026-08-21 13:00\n" },
  /* It is no showing of its own. */
  { "does-not-count", "2026-08-20 09:00", BACK "restart 2026-08-21 10:02\nagain",
    "2026-09-30 12:00",
    "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 10:02\n"
    "return Ada @ 2026-08-22 10:00\nreturn Ada @ 2026-08-23 10:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("agenda-return", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
