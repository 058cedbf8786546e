/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

static const PlannerScriptCase CASES[] = {
  { "told-and-on-a-card", "2026-06-29 12:00",
    "add Ada\n"
    "card b/1 u1 Ada 1986-07-03\n"
    "say Ada: her birthday is on Friday\n"
    "at 2026-07-03 11:00\n"
    "done",
    "2026-07-20 11:00", "birthday Ada @ 2026-07-03 10:00\n" },
  { "told-of-another-day-than-the-card", "2026-06-29 12:00",
    "add Ada\n"
    "card b/1 u1 Ada 1986-01-03\n"
    "say Ada: her mum's birthday is on Friday\n"
    "at 2026-07-03 11:00\n"
    "done",
    "2026-07-20 11:00", "wish Ada @ 2026-07-03 09:00\n" },
  /* The card's day is the one that counts: the user keeps it. One wish a year. */
  { "told-of-another-day-than-their-card", "2026-06-29 12:00",
    "add Ada\n"
    "card b/1 u1 Ada 1986-07-05\n"
    "say Ada: her birthday is on Friday\n"
    "at 2026-07-05 11:00\n"
    "done",
    "2026-07-20 11:00", "birthday Ada @ 2026-07-05 10:00\n" },
  { "told-without-a-card", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: her birthday is on Friday\n"
    "at 2026-07-03 11:00\n"
    "done",
    "2026-07-20 11:00", "wish Ada @ 2026-07-03 09:00\n" },
  { "a-card-that-comes-later", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: her birthday is on Friday\n"
    "at 2026-07-01 12:00\n"
    "card b/1 u1 Ada 1986-07-05\n"
    "at 2026-07-05 11:00\n"
    "done",
    "2026-07-20 11:00", "birthday Ada @ 2026-07-05 10:00\n" },
  { "birthday", "2026-05-01 12:00", "card b/1 u1 Ada 1984-05-09", "2026-05-09 23:00",
    "birthday Ada @ 2026-05-09 10:00\n" },
  { "of-the-user", "2026-05-01 12:00",
    "set [sources];mine=me@x.org\n"
    "card b/1 u1 Max Self <Me@x.org> 1984-05-09",
    "2026-05-20 23:00", "" },
  { "of-a-family-with-one-address", "2026-05-01 12:00",
    "set [sources];mine=home@x.org\n"
    "card b/1 u1 Max Self <home@x.org> 1984-05-09\n"
    "card b/2 u2 Ada Self <home@x.org> 1985-05-19",
    "2026-05-20 23:00",
    "birthday Max Self @ 2026-05-09 10:00\nbirthday Ada Self @ 2026-05-19 10:00\n" },
  { "birthday-without-a-year", "2026-05-01 12:00", "card b/1 u1 Ada --05-09", "2026-05-09 23:00",
    "birthday Ada @ 2026-05-09 10:00\n" },
  { "far-ahead", "2026-01-01 12:00", "card b/1 u1 Ada --05-09", "2026-05-09 23:00",
    "birthday Ada @ 2026-05-09 10:00\n" },
  { "over-the-new-year", "2026-12-25 12:00", "card b/1 u1 Ada --01-02", "2027-01-02 23:00",
    "birthday Ada @ 2027-01-02 10:00\n" },
  { "twice-in-two-years", "2026-05-09 09:00",
    "card b/1 u1 Ada --05-09\n"
    "at 2026-05-09 10:10\n"
    "done",
    "2027-05-09 23:00",
    "birthday Ada @ 2026-05-09 10:00\n"
    "birthday Ada @ 2027-05-09 10:00\n" },
  { "leap-in-a-common-year", "2026-02-20 12:00", "card b/1 u1 Ada 1984-02-29", "2026-02-28 23:00",
    "birthday Ada @ 2026-02-28 10:00\n" },
  { "leap-in-a-leap-year", "2028-02-20 12:00", "card b/1 u1 Ada 1984-02-29", "2028-02-29 23:00",
    "birthday Ada @ 2028-02-29 10:00\n" },
  { "three-days-late", "2026-05-12 12:00", "add Ada\ncard b/1 u1 Ada --05-09", "2026-05-12 23:00",
    "birthday Ada @ 2026-05-12 12:00\n" },
  { "not-four-days-late", "2026-05-13 12:00", "add Ada\ncard b/1 u1 Ada --05-09",
    "2026-05-20 23:00", "" },
  { "leap-late-in-march", "2026-03-03 12:00", "add Ada\ncard b/1 u1 Ada --02-29",
    "2026-03-03 23:00", "birthday Ada @ 2026-03-03 12:00\n" },
  { "the-dead", "2026-05-01 12:00", "card b/1 u1 Ada --05-09 =dead", "2026-05-20 23:00", "" },
  { "dies", "2026-05-01 12:00",
    "card b/1 u1 Ada --05-09\n"
    "at 2026-05-08 12:00\n"
    "card b/1 u1 Ada --05-09 =dead",
    "2026-05-20 23:00", "" },
  { "two-cards", "2026-05-01 12:00",
    "card b/1 u1 Ada 1984-05-09 <a@x.org>\n"
    "card c/1 u2 Ada --05-09 <a@x.org>",
    "2026-05-09 23:00", "birthday Ada @ 2026-05-09 10:00\n" },
  { "two-cards-one-dead", "2026-05-01 12:00",
    "card b/1 u1 Ada 1984-05-09 <a@x.org>\n"
    "card c/1 u2 Ada --05-09 <a@x.org> =dead",
    "2026-05-20 23:00", "" },
  { "not-born-yet", "2026-05-01 12:00", "card b/1 u1 Ada 2027-05-09", "2026-05-20 23:00", "" },
  { "at-most-three-times", "2026-05-08 12:00", "add Ada\ncard b/1 u1 Ada --05-09",
    "2026-06-20 23:00",
    "birthday Ada @ 2026-05-09 10:00\n"
    "birthday Ada @ 2026-05-10 10:00\n"
    "birthday Ada @ 2026-05-11 10:00\n" },
  /* Whoever is known from a card alone is wished well once, a day late at most. */
  { "a-stranger-once", "2026-05-08 12:00", "card b/1 u1 Ada --05-09", "2026-06-20 23:00",
    "birthday Ada @ 2026-05-09 10:00\n" },
  { "a-stranger-a-day-late", "2026-05-10 09:00", "card b/1 u1 Ada --05-09", "2026-06-20 23:00",
    "birthday Ada @ 2026-05-10 09:00\n" },
  { "a-stranger-not-two-days-late", "2026-05-11 09:00", "card b/1 u1 Ada --05-09",
    "2026-06-20 23:00", "" },
  { "a-stranger-after-a-promise", "2026-05-01 12:00",
    "set [nudges];per-day=1\n"
    "card b/1 u1 Ada --05-08\n"
    "add Bob\n"
    "say Bob I'll send Bob the book",
    "2026-05-08 23:00", "promise Bob @ 2026-05-08 10:00\n" },
  /* Whoever one met that day has had good wishes. */
  { "met-on-the-day", "2026-05-10 09:00",
    "add Ada\n"
    "met Ada 2026-05-09\n"
    "card b/1 u1 Ada --05-09",
    "2026-05-20 23:00", "" },
  { "met-on-the-day-before", "2026-05-10 09:00",
    "add Ada\n"
    "met Ada 2026-05-08\n"
    "card b/1 u1 Ada --05-09",
    "2026-05-10 23:00", "birthday Ada @ 2026-05-10 09:00\n" },
  /* What waits since yesterday may begin at 9, but leaves a place for 10. */
  { "what-was-put-off-leaves-room", "2026-05-01 12:00",
    "set [nudges];per-day=2\n"
    "add Ada\n"
    "card b/1 u1 Ada --05-09\n"
    "add Bob\n"
    "add Cleo\n"
    "add Dan\n"
    "add Eve\n"
    "say Bob: promised him the book by 8 May\n"
    "say Cleo: promised her the book by 8 May\n"
    "say Dan: promised him the book by 8 May\n"
    "say Eve: promised her the book by 8 May\n"
    "at 2026-05-08 10:10\n"
    "done\n"
    "at 2026-05-08 10:50\n"
    "done\n"
    "restart 2026-05-09 09:00\n"
    "set [nudges];per-day=2",
    "2026-05-09 23:00",
    "promise Bob @ 2026-05-08 10:00\n"
    "promise Cleo @ 2026-05-08 10:30\n"
    "promise Dan @ 2026-05-09 09:00\n"
    "birthday Ada @ 2026-05-09 10:00\n" },
  { "put-off-for-a-week", "2026-05-08 12:00",
    "card b/1 u1 Ada --05-09\n"
    "at 2026-05-09 10:10\n"
    "later 2026-05-16 11:00",
    "2026-05-16 23:00",
    "birthday Ada @ 2026-05-09 10:00\n"
    "birthday Ada @ 2026-05-16 11:00\n" },
  { "corrected", "2026-05-01 12:00",
    "card b/1 u1 Ada --05-09\n"
    "card b/1 u1 Ada --05-08",
    "2026-05-08 23:00", "birthday Ada @ 2026-05-08 10:00\n" },
  { "corrected-and-back", "2026-05-01 12:00",
    "card b/1 u1 Ada --05-09\n"
    "card b/1 u1 Ada --05-20\n"
    "card b/1 u1 Ada --05-09",
    "2026-05-09 23:00", "birthday Ada @ 2026-05-09 10:00\n" },
  { "anniversary", "2026-06-01 12:00", "card b/1 u1 Ada ~2010-06-06", "2026-06-06 23:00",
    "anniversary Ada @ 2026-06-06 10:00\n" },
  { "both-on-a-day", "2026-06-01 12:00",
    "add Ada\n"
    "card b/1 u1 Ada --06-06 ~2010-06-06\n"
    "at 2026-06-06 12:00\n"
    "done",
    "2026-06-07 23:00",
    "birthday Ada @ 2026-06-06 10:00\n"
    "anniversary Ada @ 2026-06-07 10:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-yearly", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
