/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of nudges while the memory cannot be read or written. */
#include "planner-script.h"

#include "aufait-memory-private.h"
#include "aufait-nudge-store.h"

#define LUNCH "add Ada\nevent me/l 2026-07-03 12:30 60 Lunch with Ada"

static void
run_sql (PlannerWorld *world, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_database_run (aufait_memory_get_database (world->memory), sql, &error));
  g_assert_no_error (error);
}

static void
set_full (PlannerWorld *world, gboolean is_full)
{
  run_sql (world, is_full ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0");
}

static void
check_shown (PlannerWorld *world, const char *expected)
{
  g_autofree char *shown = planner_world_take_shown (world);

  g_assert_cmpstr (shown, ==, expected);
}

static void
begin (PlannerWorld *world)
{
  /* It warns of what it could not do, as often as it tries. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  planner_world_init (world, "2026-07-01 09:00");
}

/* A file that came meanwhile is looked through once that can be kept. */
static void
test_discovery (void)
{
  PlannerWorld world;

  begin (&world);
  planner_script_run (&world, "add Ada\nat 2026-07-03 11:00");
  set_full (&world, TRUE);
  planner_script_run (&world, "event me/l 2026-07-03 12:30 60 Lunch with Ada");
  set_full (&world, FALSE);
  planner_world_run_until (&world, "2026-07-03 12:05");
  check_shown (&world, "brief Ada @ 2026-07-03 12:00\n");
  planner_world_clear (&world);
}

/* It is tried again without anything else to wake for. */
static void
test_plan (void)
{
  PlannerWorld world;

  begin (&world);
  planner_script_run (&world, LUNCH "\nat 2026-07-03 11:58");
  run_sql (&world, "ALTER TABLE showing RENAME TO hidden");
  planner_world_run_until (&world, "2026-07-03 12:02");
  run_sql (&world, "ALTER TABLE hidden RENAME TO showing");
  planner_world_run_until (&world, "2026-07-03 12:10");
  check_shown (&world, "brief Ada @ 2026-07-03 12:05\n");
  planner_world_clear (&world);
}

/* It is off the screen at once, and closed later. */
static void
test_end (void)
{
  PlannerWorld world;
  g_autoptr (AufaitNudgeRecord) record = NULL;

  begin (&world);
  planner_script_run (&world, LUNCH "\nat 2026-07-03 12:05");
  set_full (&world, TRUE);
  planner_world_run_until (&world, "2026-07-03 12:32");
  g_assert_cmpstr (world.closed->str, ==, "1\n");
  set_full (&world, FALSE);
  planner_world_run_until (&world, "2026-07-03 12:40");
  record = aufait_nudge_store_get (world.memory, 1, NULL);
  g_assert_cmpint (record->state, ==, AUFAIT_NUDGE_EXPIRED);
  planner_world_clear (&world);
}

#define TRIPS                                                                                      \
  "add Ada\nadd Bo\nadd Cy\nadd Dan\n"                                                             \
  "trip Ada 2026-07-01 2026-07-02\ntrip Bo 2026-07-01 2026-07-02\n"                                \
  "trip Cy 2026-07-01 2026-07-02\ntrip Dan 2026-07-01 2026-07-02\n"

/* Each once a day, and no more of them than on other days; and kept when there is room again. */
static void
test_showings (void)
{
  PlannerWorld world;
  g_autoptr (AufaitNudgeRecord) full = NULL;
  g_autoptr (AufaitNudgeRecord) kept = NULL;

  begin (&world);
  planner_script_run (&world, TRIPS);
  set_full (&world, TRUE);
  planner_world_run_until (&world, "2026-07-03 18:00");
  check_shown (&world, "return Ada @ 2026-07-03 10:00\nreturn Bo @ 2026-07-03 10:30\n"
                       "return Cy @ 2026-07-03 11:00\n");
  g_assert_cmpstr (world.closed->str, ==, "");
  full = aufait_nudge_store_get (world.memory, world.last_id, NULL);
  g_assert_cmpint (full->times_shown, ==, 0);
  set_full (&world, FALSE);
  planner_world_run_until (&world, "2026-07-03 18:10");
  kept = aufait_nudge_store_get (world.memory, world.last_id, NULL);
  g_assert_cmpint (kept->times_shown, ==, 1);
  g_assert_cmpint (kept->state, ==, AUFAIT_NUDGE_SHOWN);
  planner_world_restart (&world, "2026-07-03 18:20");
  check_shown (&world, "");
  planner_world_clear (&world);
}

/* Of what was put off, too; and what is answered meanwhile stays so. */
static void
test_showing_of_snoozed (void)
{
  PlannerWorld world;
  g_autoptr (AufaitNudge) dropped = NULL;
  g_autoptr (AufaitNudgeRecord) record = NULL;

  begin (&world);
  planner_script_run (&world, "add Ada\ntrip Ada 2026-07-01 2026-07-02\nat 2026-07-03 10:05\n"
                              "later 2026-07-03 15:00\nat 2026-07-03 14:59");
  g_string_truncate (world.shown, 0);
  set_full (&world, TRUE);
  planner_world_run_until (&world, "2026-07-03 18:00");
  check_shown (&world, "return Ada @ 2026-07-03 15:00\n");
  set_full (&world, FALSE);
  dropped = aufait_agenda_answer (world.agenda, world.last_id, AUFAIT_NUDGE_DROPPED, NULL, NULL);
  g_assert_nonnull (dropped);
  planner_world_run_until (&world, "2026-07-04 12:00");
  check_shown (&world, "");
  record = aufait_nudge_store_get (world.memory, world.last_id, NULL);
  g_assert_cmpint (record->state, ==, AUFAIT_NUDGE_DROPPED);
  planner_world_clear (&world);
}

static gboolean
on_digest (
    AufaitAgenda *agenda, guint n_people, const char *title, const char *body, guint *n_digests)
{
  (*n_digests)++;
  return TRUE;
}

static void
test_digest (void)
{
  guint n_digests = 0;
  PlannerWorld world;

  begin (&world);
  planner_script_run (&world, "set [nudges];digest=true\n" TRIPS "at 2026-07-03 09:59");
  g_signal_connect (world.agenda, "digest", G_CALLBACK (on_digest), &n_digests);
  set_full (&world, TRUE);
  planner_world_run_until (&world, "2026-07-03 12:00");
  g_assert_cmpuint (n_digests, ==, 1);
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-failing/discovery", test_discovery);
  g_test_add_func ("/agenda-failing/plan", test_plan);
  g_test_add_func ("/agenda-failing/end", test_end);
  g_test_add_func ("/agenda-failing/showings", test_showings);
  g_test_add_func ("/agenda-failing/showing-of-what-was-put-off", test_showing_of_snoozed);
  g_test_add_func ("/agenda-failing/digest", test_digest);
  return g_test_run ();
}
