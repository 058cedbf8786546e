/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-world.h"

/* What was told twice is asked once, and still asked when the first note is taken back. */
static void
test_told_twice (void)
{
  PlannerWorld world;
  gint64 ada;
  g_autofree char *what = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  ada = planner_world_add_person (&world, "Ada");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-20");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_TRIP, "2026-08-12", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 23:00");
  first = planner_world_take_shown (&world);
  g_assert_cmpstr (first, ==, "return Ada @ 2026-08-21 10:00\n");

  g_assert_true (aufait_memory_undo (world.memory, &what, NULL));
  aufait_agenda_rediscover (world.agenda);
  planner_world_run_until (&world, "2026-08-22 23:00");
  second = planner_world_take_shown (&world);
  g_assert_cmpstr (second, ==, "return Ada @ 2026-08-22 10:00\n");
  planner_world_clear (&world);
}

/* A kind word goes before all that is pleasant. */
static void
test_loss_goes_first (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Bo"), AUFAIT_MOMENT_EXAM,
                             "2026-08-22", "2026-08-22");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Cy"), AUFAIT_MOMENT_LOSS,
                             "2026-08-19", "2026-08-19");
  planner_world_run_until (&world, "2026-08-21 10:00");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==, "return Cy @ 2026-08-21 10:00\n");
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/ask-once-what-was-told-twice", test_told_twice);
  g_test_add_func ("/facts/let-a-loss-go-first", test_loss_goes_first);
  return g_test_run ();
}
