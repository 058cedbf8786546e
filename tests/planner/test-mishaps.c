/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs of the kind are known to get wrong. */
#include "planner-script.h"

#include <string.h>

static const PlannerScriptCase CASES[] = {
  { "off-at-the-hour", "2026-07-01 12:00",
    "add Ada\n"
    "exam Ada 2026-07-04 2026-07-04\n"
    "restart 2026-07-03 15:20",
    "2026-07-03 23:00", "wish Ada @ 2026-07-03 15:20\n" },
  { "off-in-the-night-after", "2026-07-01 12:00",
    "add Ada\n"
    "trip Ada 2026-07-02 2026-07-03\n"
    "restart 2026-07-05 02:00",
    "2026-07-05 23:00", "return Ada @ 2026-07-05 09:00\n" },
  { "born-on-29-february", "2026-02-01 12:00", "add Ada\ncard b/1 u1 Ada 1984-02-29",
    "2026-02-28 23:00", "birthday Ada @ 2026-02-28 10:00\n" },
  { "married-on-29-february", "2028-02-01 12:00", "add Ada\ncard b/1 u1 Ada ~2012-02-29",
    "2028-02-29 23:00", "anniversary Ada @ 2028-02-29 10:00\n" },
  { "promised-for-the-31st", "2026-01-30 12:00",
    "add Ada\nsay Ada: promised her the book by the 31st", "2026-01-31 23:00",
    "promise Ada @ 2026-01-31 10:00\n" },
  { "every-month-from-the-31st", "2026-01-31 12:00",
    "add Ada\n"
    "met Ada 2026-01-31\n"
    "every Ada 1m",
    "2026-03-02 23:00", "checkin Ada @ 2026-03-02 10:00\n" },
  { "a-child-on-its-card-and-on-a-parents", "2026-05-01 12:00",
    "add Ada\n"
    "card b/1 u1 Ada 2015-05-09;u2 Bob =child:u1",
    "2026-05-09 23:00", "birthday Ada @ 2026-05-09 10:00\n" },
  { "two-of-one-name", "2026-05-01 12:00",
    "card b/1 u1 Ada King --05-08 <a@x.org>\n"
    "card b/2 u2 Ada King --05-09 <b@y.org>",
    "2026-05-09 23:00",
    "birthday Ada King @ 2026-05-08 10:00\n"
    "birthday Ada King @ 2026-05-09 10:00\n" },
  { "far-from-utc", "2026-05-08 12:00", "add Ada\ncard b/1 u1 Ada --05-09 @Pacific/Kiritimati",
    "2026-05-09 23:00", "birthday Ada @ 2026-05-09 10:00\n" },
};

/* Twenty people who were met at one party, and of all of whom something is noted. */
static void
test_party (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;
  g_auto (GStrv) lines = NULL;

  planner_world_init (&world, "2026-07-01 23:00");
  for (int i = 0; i < 20; i++) {
    g_autofree char *script = g_strdup_printf ("add Ada_%c\n"
                                               "met Ada_%c 2026-07-01\n"
                                               "trip Ada_%c 2026-07-10 2026-07-20",
                                               'A' + i, 'A' + i, 'A' + i);

    planner_script_run (&world, script);
  }
  planner_world_run_until (&world, "2026-07-21 23:00");
  shown = planner_world_take_shown (&world);
  lines = g_strsplit (shown, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3 + 1);
  g_assert_nonnull (strstr (lines[0], "2026-07-21 10:00"));
  g_assert_nonnull (strstr (lines[1], "2026-07-21 10:30"));
  g_assert_nonnull (strstr (lines[2], "2026-07-21 11:00"));
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mishaps/twenty-at-one-party", test_party);
  planner_script_add ("mishaps", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
