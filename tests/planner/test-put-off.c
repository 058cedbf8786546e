/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the agenda plans. */
#include "aufait-agenda.h"
#include "planner-world.h"

static void
count (AufaitAgenda *agenda, guint *n_planned)
{
  (*n_planned)++;
}

/* What is told in a burst is planned once, when the burst is over; and at once when it has to be.
 */
static void
test_puts_off (void)
{
  PlannerWorld world;
  guint n_planned = 0;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_settle (&world);
  g_signal_connect (world.agenda, "planned", G_CALLBACK (count), &n_planned);
  for (int i = 0; i < 3; i++)
    aufait_agenda_refresh_soon (world.agenda);
  while (n_planned == 0)
    g_main_context_iteration (NULL, TRUE);
  planner_world_settle (&world);
  g_assert_cmpuint (n_planned, ==, 1);
  aufait_agenda_refresh_soon (world.agenda);
  aufait_agenda_refresh (world.agenda);
  aufait_agenda_refresh_soon (world.agenda);
  planner_world_settle (&world);
  g_assert_cmpuint (n_planned, ==, 2);
  planner_world_clear (&world);
}

/* However much is told, a plan is made within a second. */
static void
test_puts_off_for_a_moment (void)
{
  PlannerWorld world;
  guint n_planned = 0;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_settle (&world);
  g_signal_connect (world.agenda, "planned", G_CALLBACK (count), &n_planned);
  while (n_planned == 0) {
    aufait_agenda_refresh_soon (world.agenda);
    planner_world_settle (&world);
  }
  g_assert_cmpuint (n_planned, ==, 1);
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/puts-a-plan-off", test_puts_off);
  g_test_add_func ("/agenda/puts-a-plan-off-for-a-moment", test_puts_off_for_a_moment);
  return g_test_run ();
}
