/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
  /* Nothing speaks into a meeting. */
  { "in-a-meeting", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 09:30 60 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:30\n" },
  { "just-before-a-meeting", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 10:10 60 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 11:10\n" },
  { "long-before-a-meeting", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 10:11 60 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "meetings-in-a-row", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/1 2026-07-01 09:30 60 Work\n"
    "event me/2 2026-07-01 10:35 60 Work\n"
    "event me/3 2026-07-01 11:45 15 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 12:00\n" },
  { "a-meeting-within-another", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/1 2026-07-01 09:30 120 Work\n"
    "event me/2 2026-07-01 10:00 30 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 11:30\n" },
  { "a-meeting-into-the-night", "2026-06-30 12:00",
    "add Bob\n"
    "trip Bob 2026-06-20 2026-06-30\n"
    "event me/1 2026-07-01 09:30 720 Work",
    "2026-07-02 23:00", "return Bob @ 2026-07-02 09:00\n" },
  { "what-takes-no-time", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 09:30 60 Work =free",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "what-is-off", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 09:30 60 Work =off",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "what-was-declined", "2026-06-30 12:00",
    "add Bob\n"
    "set [sources];mine=me@x.org\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 09:30 60 Work <!me@x.org> <x@x.org>",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "what-others-declined", "2026-06-30 12:00",
    "add Bob\n"
    "set [sources];mine=me@x.org\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/w 2026-07-01 09:30 60 Work <me@x.org> <!x@x.org>",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:30\n" },
  { "somebody-elses-meeting", "2026-06-30 12:00",
    "add Bob\n"
    "set [calendar bob];person=Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event bob/w 2026-07-01 09:30 60 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "the-meeting-of-one-known-from-cards", "2026-06-30 12:00",
    "set [calendar bob];person=Bob\n"
    "card b/1 u1 Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event bob/w 2026-07-01 09:30 60 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "all-day-is-no-meeting", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "days me/w 2026-07-01 2026-07-01 Work",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "a-snooze-that-ends-in-a-meeting", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "at 2026-07-01 10:05\n"
    "later 2026-07-01 12:00\n"
    "event me/w 2026-07-01 11:30 60 Work",
    "2026-07-01 23:00",
    "wish Bob @ 2026-07-01 10:00\n"
    "wish Bob @ 2026-07-01 12:30\n" },
  { "a-meeting-that-is-told-late", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "at 2026-07-01 09:50\n"
    "event me/w 2026-07-01 09:30 60 Work\n"
    "rm me/w",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  /* One is called when one can be. */
  { "their-evening", "2026-06-30 12:00",
    "add Bob\n"
    "hours Bob 18:00-21:00\n"
    "trip Bob 2026-06-20 2026-06-30",
    "2026-07-02 12:00", "return Bob @ 2026-07-01 18:00\n" },
  { "their-evening-is-changed", "2026-06-30 12:00",
    "add Bob\n"
    "hours Bob 18:00-21:00\n"
    "trip Bob 2026-06-20 2026-06-30\n"
    "at 2026-07-01 12:00\n"
    "hours Bob 11:00-14:00",
    "2026-07-01 23:00", "return Bob @ 2026-07-01 12:00\n" },
  { "their-evening-was-missed", "2026-06-30 12:00",
    "add Bob\n"
    "hours Bob 18:00-19:00\n"
    "trip Bob 2026-06-20 2026-06-30\n"
    "event me/w 2026-07-01 17:00 150 Work\n"
    "at 2026-07-01 23:00",
    "2026-07-02 23:00", "return Bob @ 2026-07-02 18:00\n" },
  { "comes-back-in-their-evening", "2026-06-30 12:00",
    "add Bob\n"
    "hours Bob 18:00-21:00\n"
    "trip Bob 2026-06-20 2026-06-30",
    "2026-07-02 23:00",
    "return Bob @ 2026-07-01 18:00\n"
    "return Bob @ 2026-07-02 18:00\n" },
  { "a-snooze-is-a-word", "2026-06-30 12:00",
    "add Bob\n"
    "hours Bob 18:00-21:00\n"
    "trip Bob 2026-06-20 2026-06-30\n"
    "at 2026-07-01 18:05\n"
    "later 2026-07-02 11:00",
    "2026-07-02 23:00",
    "return Bob @ 2026-07-01 18:00\n"
    "return Bob @ 2026-07-02 11:00\n" },
  { "an-exam-does-not-wait", "2026-06-30 12:00",
    "add Bob\n"
    "hours Bob 18:00-21:00\n"
    "exam Bob 2026-07-02 2026-07-02",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "a-birthday-overseas", "2026-06-30 12:00", "card b/1 u1 Ada --07-01 @America/New_York",
    "2026-07-01 23:00", "birthday Ada @ 2026-07-01 15:00\n" },
  { "a-return-to-tokyo", "2026-06-30 12:00",
    "card b/1 u1 Ada @Asia/Tokyo\n"
    "set [nudges];at=15:00\n"
    "trip Ada 2026-06-20 2026-06-30",
    "2026-07-02 23:00", "return Ada @ 2026-07-02 09:00\n" },
  /* A screen that nobody sees. */
  { "nobody-is-there", "2026-06-30 12:00",
    "add Ada\n"
    "add Bob\n"
    "trip Ada 2026-06-20 2026-06-30\n"
    "trip Bob 2026-06-20 2026-06-30\n"
    "away\n"
    "at 2026-07-01 13:00\n"
    "back",
    "2026-07-01 23:00",
    "return Ada @ 2026-07-01 13:00\n"
    "return Bob @ 2026-07-01 13:30\n" },
  { "nobody-is-there-all-day", "2026-06-30 12:00",
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "away\n"
    "at 2026-07-03 08:00\n"
    "back",
    "2026-07-03 23:00", "return Bob @ 2026-07-03 10:00\n" },
  { "back-before-a-meeting", "2026-07-01 08:00",
    "card b/1 u1 Ada <a@x.org>\n"
    "event me/w 2026-07-01 12:30 60 Lunch <a@x.org>\n"
    "away\n"
    "at 2026-07-01 12:20\n"
    "back",
    "2026-07-01 12:40", "brief Ada @ 2026-07-01 12:20\n" },
  { "back-in-a-meeting", "2026-07-01 08:00",
    "card b/1 u1 Ada <a@x.org>\n"
    "event me/w 2026-07-01 12:30 60 Lunch <a@x.org>\n"
    "away\n"
    "at 2026-07-01 12:31\n"
    "back",
    "2026-07-01 12:40", "" },
  { "again-once-somebody-is-there", "2026-06-30 12:00",
    "add Bob\n"
    "trip Bob 2026-06-20 2026-06-30\n"
    "at 2026-07-01 11:00\n"
    "away\n"
    "again\n"
    "at 2026-07-01 12:00\n"
    "back",
    "2026-07-01 23:00",
    "return Bob @ 2026-07-01 10:00\n"
    "return Bob @ 2026-07-01 12:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("plan", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
