/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put off until it makes no sense any more, and what is not. */
#include "planner-world.h"

static char *
put_off (PlannerWorld *world, const char *until, const char *end)
{
  g_autoptr (GDateTime) at = planner_world_parse (until);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudge) nudge =
      aufait_agenda_answer (world->agenda, world->last_id, AUFAIT_NUDGE_SNOOZED, at, &error);
  g_autofree char *before = planner_world_take_shown (world);

  g_assert_no_error (error);
  g_assert_cmpint (nudge->state, ==, AUFAIT_NUDGE_SNOOZED);
  g_assert_cmpstr (before, !=, "");
  planner_world_run_until (world, end);
  return planner_world_take_shown (world);
}

static void
test_no_wish_after_the_day (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-07-01 12:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_EXAM,
                             "2026-07-03", "2026-07-03");
  planner_world_run_until (&world, "2026-07-03 12:00");
  shown = put_off (&world, "2026-07-04 10:00", "2026-07-04 20:00");
  g_assert_cmpstr (shown, ==, "return Ada @ 2026-07-04 10:00\n");
  planner_world_clear (&world);
}

static void
test_asks_however_late (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-07-01 12:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-07-01", "2026-07-02");
  planner_world_run_until (&world, "2026-07-03 12:00");
  shown = put_off (&world, "2026-08-20 10:00", "2026-08-20 20:00");
  g_assert_cmpstr (shown, ==, "return Ada @ 2026-08-20 10:00\n");
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snooze/wishes-nothing-after-the-day", test_no_wish_after_the_day);
  g_test_add_func ("/snooze/asks-however-late", test_asks_however_late);
  return g_test_run ();
}
