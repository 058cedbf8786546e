/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
  /* Half an hour before. What is said after is another rule's, later. */
  { "before-a-lunch", "2026-06-30 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "by-an-address", "2026-06-30 12:00",
    "card b/1 u1 Ada <ada@x.org>\n"
    "event me/l 2026-07-01 12:30 60 Lunch <ada@x.org>",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "known-too-late", "2026-07-01 12:10",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:10\n" },
  { "known-when-it-has-begun", "2026-07-01 12:31",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "" },
  { "someone-added-later", "2026-06-30 12:00",
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "add Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "far-ahead", "2026-05-01 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "after-a-restart", "2026-06-30 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "restart 2026-07-01 09:00",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "of-two", "2026-06-30 12:00",
    "add Ada\n"
    "add Bob\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada and Bob",
    "2026-07-01 13:00",
    "brief Ada @ 2026-07-01 12:00\n"
    "brief Bob @ 2026-07-01 12:00\n" },
  /* Not of these. */
  { "all-day", "2026-06-30 12:00",
    "add Ada\n"
    "days me/l 2026-07-01 2026-07-01 Lunch with Ada",
    "2026-07-01 23:00", "" },
  { "cancelled", "2026-06-30 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada =off",
    "2026-07-01 13:00", "" },
  { "called-cancelled", "2026-06-30 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 CANCELLED: Lunch with Ada",
    "2026-07-01 23:00", "" },
  { "gone", "2026-06-30 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "rm me/lunch",
    "2026-07-01 13:00", "" },
  { "five-people", "2026-06-30 12:00",
    "card b/1 a Ada <a@x.org>;b Bob <b@x.org>;c Cyd <c@x.org>;d Dan <d@x.org>;e Eve <e@x.org>\n"
    "event me/l 2026-07-01 12:30 60 Lunch <a@x.org> <b@x.org> <c@x.org> <d@x.org> <e@x.org>",
    "2026-07-01 18:00", "" },
  { "somebody-elses-calendar", "2026-06-30 12:00",
    "add Ada\n"
    "set [calendar ada];person=Ada\n"
    "event ada/l 2026-07-01 12:30 60 Lunch",
    "2026-07-01 18:00", "" },
  { "declined", "2026-06-30 12:00",
    "card b/1 u1 Ada <ada@x.org>\n"
    "set [sources];mine=me@x.org\n"
    "event me/l 2026-07-01 12:30 60 Lunch <ada@x.org> <!me@x.org>",
    "2026-07-01 18:00", "" },
  { "they-declined", "2026-06-30 12:00",
    "card b/1 u1 Ada <ada@x.org>\n"
    "event me/l 2026-07-01 12:30 60 Lunch <!ada@x.org>",
    "2026-07-01 18:00", "" },
  { "the-dead", "2026-06-30 12:00",
    "card b/1 u1 Ada <ada@x.org> =dead\n"
    "event me/l 2026-07-01 12:30 60 Lunch <ada@x.org>",
    "2026-07-01 18:00", "" },
  /* A series with news alone. */
  { "series", "2026-06-30 12:00",
    "add Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2",
    "2026-07-01 13:00", "" },
  { "series-with-news", "2026-06-30 12:00",
    "add Ada\n"
    "note Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "series-with-news-of-the-day", "2026-06-28 12:00",
    "add Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2\n"
    "at 2026-07-01 09:00\n"
    "note Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "series-with-news-before", "2026-06-28 12:00",
    "add Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2\n"
    "at 2026-06-29 09:00\n"
    "note Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "series-with-news-after-a-look", "2026-07-01 08:00",
    "add Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2\n"
    "at 2026-07-01 08:30\n"
    "note Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "series-without-news-since", "2026-06-28 12:00",
    "add Ada\n"
    "note Ada\n"
    "met Ada 2026-06-29\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2",
    "2026-07-01 13:00", "" },
  { "series-after-long", "2026-06-30 12:00",
    "add Ada\n"
    "met Ada 2026-05-01\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada =weekly:2",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  /* At its hour or never. */
  { "in-quiet-hours", "2026-06-30 12:00",
    "add Ada\n"
    "event me/l 2026-07-01 07:00 60 Breakfast with Ada",
    "2026-07-01 07:30", "brief Ada @ 2026-07-01 06:30\n" },
  { "in-quiet-hours-behind-others", "2026-06-30 12:00",
    "add Ada\n"
    "add Bob\n"
    "trip Bob 2026-06-20 2026-06-28\n"
    "event me/l 2026-07-02 07:00 60 Breakfast with Ada",
    "2026-07-02 07:30",
    "return Bob @ 2026-07-01 10:00\n"
    "brief Ada @ 2026-07-02 06:30\n" },
  { "in-quiet-hours-behind-what-waits", "2026-07-01 12:00",
    "add Ada\n"
    "add Bob\n"
    "trip Bob 2026-06-20 2026-07-03\n"
    "loss Bob 2026-07-05 2026-07-05\n"
    "event me/l 2026-07-05 07:00 60 Breakfast with Ada",
    "2026-07-05 07:30", "brief Ada @ 2026-07-05 06:30\n" },
  { "without-spacing", "2026-06-30 12:00",
    "add Ada\n"
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/l 2026-07-01 10:40 60 Coffee with Ada",
    "2026-07-01 11:00",
    "wish Bob @ 2026-07-01 10:00\n"
    "brief Ada @ 2026-07-01 10:10\n" },
  { "during-another-meeting", "2026-06-30 12:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/w 2026-07-01 11:00 90 Work",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  /* A fair over three days is no meeting that goes on all the time. */
  { "during-a-stay", "2026-06-30 12:00",
    "add Ada\n"
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/f 2026-06-30 14:00 4320 Fair",
    "2026-07-01 23:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "not-over-the-budget", "2026-06-30 12:00",
    "set [nudges];per-day=1\n"
    "add Ada\n"
    "add Bob\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "wish Bob @ 2026-07-01 10:00\n" },
  { "a-place-is-kept", "2026-06-30 12:00",
    "set [nudges];per-day=2\n"
    "add Ada\n"
    "add Bob\n"
    "add Cyd\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "exam Cyd 2026-07-02 2026-07-02\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00",
    "wish Bob @ 2026-07-01 10:00\n"
    "brief Ada @ 2026-07-01 12:00\n" },
  { "no-place-is-kept-for-what-is-gone", "2026-06-30 12:00",
    "set [nudges];per-day=2\n"
    "add Ada\n"
    "add Bob\n"
    "add Cyd\n"
    "exam Bob 2026-07-02 2026-07-02\n"
    "exam Cyd 2026-07-02 2026-07-02\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "rm me/lunch",
    "2026-07-01 13:00",
    "wish Bob @ 2026-07-01 10:00\n"
    "wish Cyd @ 2026-07-01 10:30\n" },
  /* Answers. */
  { "done", "2026-07-01 11:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "at 2026-07-01 12:05\n"
    "done\n"
    "restart 2026-07-01 12:10",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "moved", "2026-07-01 11:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/lunch 2026-07-01 15:00 60 Lunch with Ada",
    "2026-07-01 15:00", "brief Ada @ 2026-07-01 14:30\n" },
  { "moved-and-back", "2026-07-01 09:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "event me/lunch 2026-07-01 15:00 60 Lunch with Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
  { "gone-and-back", "2026-07-01 09:00",
    "add Ada\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada\n"
    "rm me/lunch\n"
    "event me/lunch 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 13:00", "brief Ada @ 2026-07-01 12:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-brief", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
