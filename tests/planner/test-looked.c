/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-looked.h"

#include "aufait-identity-store.h"
#include "planner-world.h"

static void
nothing (PlannerWorld *world)
{
}

static void
read_a_card (PlannerWorld *world)
{
  AufaitFileContent *content = aufait_file_content_new ();

  aufait_file_content_take_card (content, aufait_card_new ("Zoe"));
  planner_world_put_file (world, "/book/zoe.vcf", content);
}

static void
say_who_is_who (PlannerWorld *world)
{
  gint64 person = planner_world_find (world, "Ana");

  g_assert_true (aufait_memory_begin (world->memory, NULL, NULL));
  g_assert_true (aufait_identity_store_set (world->memory, "a card", person, TRUE, NULL));
  g_assert_true (aufait_memory_commit (world->memory, NULL));
}

/* As the memory has it whose copy from before is put back. */
static void
have_had_more_nudges (PlannerWorld *world)
{
  g_autofree char *seen = g_strconcat (aufait_index_get_seen (world->index), "9", NULL);

  g_assert_true (aufait_index_set_seen (world->index, seen, NULL));
}

static void
take_a_note (PlannerWorld *world)
{
  planner_world_note (world, planner_world_find (world, "Ana"));
  planner_world_settle (world);
}

static const struct {
  const char *name;
  void (*happen) (PlannerWorld *world);
  const char *then;
  gboolean is_kept;
} CASES[] = {
  { "a-start-later-on-the-day", nothing, "2026-07-01 23:00", TRUE },
  { "another-day", nothing, "2026-07-02 09:00", FALSE },
  { "a-day-before", nothing, "2026-06-30 09:00", FALSE },
  { "what-was-read", read_a_card, "2026-07-01 10:00", FALSE },
  { "who-is-who", say_who_is_who, "2026-07-01 10:00", FALSE },
  { "an-older-memory", have_had_more_nudges, "2026-07-01 10:00", FALSE },
  { "a-note", take_a_note, "2026-07-01 10:00", TRUE },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GDateTime) now = planner_world_parse ("2026-07-01 09:00");
  g_autoptr (GDateTime) then = planner_world_parse (CASES[i].then);
  PlannerWorld world;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_add_person (&world, "Ana");
  planner_world_settle (&world);
  g_assert_false (aufait_looked_is_kept (world.directory, now));
  aufait_agenda_keep_looked (world.agenda);
  g_assert_true (aufait_looked_is_kept (world.directory, now));
  CASES[i].happen (&world);
  g_assert_cmpint (aufait_looked_is_kept (world.directory, then), ==, CASES[i].is_kept);
  planner_world_clear (&world);
}

/* What was asked to be looked for is not kept as found. */
static void
test_not_before_it_was_looked_for (void)
{
  g_autoptr (GDateTime) now = planner_world_parse ("2026-07-01 09:00");
  PlannerWorld world;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_settle (&world);
  aufait_agenda_rediscover (world.agenda);
  aufait_agenda_keep_looked (world.agenda);
  g_assert_false (aufait_looked_is_kept (world.directory, now));
  planner_world_settle (&world);
  aufait_agenda_keep_looked (world.agenda);
  g_assert_true (aufait_looked_is_kept (world.directory, now));
  planner_world_clear (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/looked/after/%s", CASES[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/looked/not-before-it-was-looked-for", test_not_before_it_was_looked_for);
  return g_test_run ();
}
