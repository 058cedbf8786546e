/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-rereading.h"

#include "aufait-note-store.h"
#include "planner-world.h"

#define N_NOTES 160

static void
count (AufaitAgenda *agenda, guint *n_planned)
{
  (*n_planned)++;
}

static void
add_notes (PlannerWorld *world)
{
  gint64 people[N_NOTES];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_NOTES; i++)
    people[i] = planner_world_add_person (world, "Ada");
  g_assert_true (aufait_memory_begin (world->memory, NULL, &error));
  for (guint i = 0; i < N_NOTES; i++) {
    g_autoptr (AufaitNote) note =
        aufait_note_new (aufait_day_parse ("2026-07-01"), "is in Rome from 10 to 20 August");

    g_ptr_array_add (note->people, aufait_ref_new (people[i], "Ada"));
    g_assert_true (aufait_note_store_add (world->memory, note, 0, &error));
  }
  g_assert_true (aufait_memory_commit (world->memory, &error));
}

static void
test_reads_all_and_plans_once (void)
{
  PlannerWorld world;
  AufaitRereading *rereading;
  guint n_planned = 0;
  g_autoptr (GPtrArray) open = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  add_notes (&world);
  planner_world_settle (&world);
  g_signal_connect (world.agenda, "planned", G_CALLBACK (count), &n_planned);
  rereading = aufait_rereading_new (world.memory, world.agenda);
  planner_world_settle (&world);
  open = aufait_agenda_list (world.agenda, NULL, FALSE, NULL);
  g_assert_cmpuint (open->len, ==, N_NOTES);
  g_assert_cmpuint (n_planned, ==, 1);
  aufait_rereading_free (rereading);
  planner_world_clear (&world);
}

/* With nothing to read there is nothing to plan. */
static void
test_leaves_the_agenda_alone (void)
{
  PlannerWorld world;
  AufaitRereading *rereading;
  guint n_planned = 0;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_settle (&world);
  g_signal_connect (world.agenda, "planned", G_CALLBACK (count), &n_planned);
  rereading = aufait_rereading_new (world.memory, world.agenda);
  planner_world_settle (&world);
  g_assert_cmpuint (n_planned, ==, 0);
  aufait_rereading_free (rereading);
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rereading/reads-all-and-plans-once", test_reads_all_and_plans_once);
  g_test_add_func ("/rereading/leaves-the-agenda-alone", test_leaves_the_agenda_alone);
  return g_test_run ();
}
