/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "planner-script.h"

#define DONE(day) "at " day " 10:00\ndone\n"

static const PlannerScriptCase CASES[] = {
  { "three-words-in-a-year", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died on 3 May\n" DONE ("2026-05-05") DONE ("2026-06-02")
        DONE ("2027-04-30"),
    "2029-01-01 10:00",
    "return Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-06-02 10:00\n"
    "return Ada @ 2027-04-30 10:00\n" },
  { "in-french", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: son père est mort le 3 mai\n" DONE ("2026-05-05") DONE ("2026-06-02")
        DONE ("2027-04-30"),
    "2029-01-01 10:00",
    "return Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-06-02 10:00\n"
    "return Ada @ 2027-04-30 10:00\n" },
  /* A death and its funeral are one loss, but for the first words. */
  { "a-death-and-the-funeral", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died on 3 May\n"
    "say Ada: her father's funeral is on 8 May\n" DONE ("2026-05-05") DONE ("2026-05-09")
        DONE ("2026-06-02") DONE ("2027-04-30"),
    "2029-01-01 10:00",
    "return Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-05-09 10:00\n"
    "return Ada @ 2026-06-02 10:00\n"
    "return Ada @ 2027-04-30 10:00\n" },
  /* Not from the funeral, nor is it said of both. */
  { "the-month-is-counted-from-the-death", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died yesterday\n"
    "say Ada: the funeral is on 14 May\n" DONE ("2026-05-05") DONE ("2026-05-15"),
    "2026-06-02 23:00",
    "return Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-05-15 10:00\n"
    "return Ada @ 2026-06-02 10:00\n" },
  { "without-a-day-nothing-is-invented", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died\n"
    "say Ada: a perdu sa mère",
    "2029-01-01 10:00", "" },
  { "an-animal", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: their dog died today\n" DONE ("2026-05-05"),
    "2029-01-01 10:00", "return Ada @ 2026-05-05 10:00\n" },
  { "an-animal-on-a-day-in-french", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: leur chien est mort hier\n" DONE ("2026-05-05"),
    "2029-01-01 10:00", "return Ada @ 2026-05-05 10:00\n" },
  { "in-one-breath", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: lost her grandfather yesterday, funeral on Friday\n" DONE ("2026-05-05"),
    "2026-06-02 23:00",
    "return Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-06-02 10:00\n" },
  /* Last month is no day: neither a month nor a year is counted from it, nor a year from last week.
   */
  { "in-some-month", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died last month\n" DONE ("2026-05-05"),
    "2029-01-01 10:00", "return Ada @ 2026-05-05 10:00\n" },
  { "in-some-month-in-french", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: son père est mort le mois dernier\n" DONE ("2026-05-05"),
    "2029-01-01 10:00", "return Ada @ 2026-05-05 10:00\n" },
  { "in-some-week", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died last week\n" DONE ("2026-05-05") DONE ("2026-06-02"),
    "2029-01-01 10:00",
    "return Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-06-02 10:00\n" },
  { "told-late", "2026-05-28 12:00",
    "add Ada\n"
    "say Ada: her father died on 3 May\n" DONE ("2026-05-29") DONE ("2027-04-30"),
    "2029-01-01 10:00",
    "return Ada @ 2026-05-29 10:00\n"
    "return Ada @ 2027-04-30 10:00\n" },
  { "of-the-dead-nothing", "2026-05-04 12:00",
    "card b/1 u1 Ada =dead\n"
    "say Ada: her father died on 3 May",
    "2029-01-01 10:00", "" },
  { "to-whoever-died-nothing", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: promised her the book by Friday\n"
    "say Ada: Ada died on 3 May",
    "2029-01-01 10:00", "" },
  { "to-whoever-is-buried-nothing", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: Ada's funeral is on Friday",
    "2029-01-01 10:00", "" },
  { "almost", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: Ada almost passed away\n"
    "say Ada: has an exam on 6 May\n" DONE ("2026-05-05") DONE ("2026-05-07"),
    "2026-06-01 10:00",
    "wish Ada @ 2026-05-05 10:00\n"
    "return Ada @ 2026-05-07 10:00\n" },
};

static void
check_no_question (PlannerWorld *world, const char *day, const char *body)
{
  g_autofree char *at = g_strconcat (day, " 10:00", NULL);

  planner_world_run_until (world, at);
  g_assert_true (g_str_has_prefix (world->last_body, body));
  g_assert_null (strpbrk (world->last_body, "?!"));
  planner_script_run (world, "done");
}

static void
test_asks_nothing (void)
{
  PlannerWorld world;

  planner_world_init (&world, "2026-05-04 12:00");
  planner_script_run (&world, "add Ada\nsay Ada: her father died on 3 May");
  check_no_question (&world, "2026-05-05", "Send a kind word.");
  check_no_question (&world, "2026-06-02", "A month has passed. Send a few kind words.");
  check_no_question (&world, "2027-04-30", "It will be a year on Monday. Show that you remember.");
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-loss", CASES, G_N_ELEMENTS (CASES));
  g_test_add_func ("/rule-loss/asks-nothing", test_asks_nothing);
  return g_test_run ();
}
