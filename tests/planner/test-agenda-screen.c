/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the agenda believes to be on the screen, and servers that do not do as they are told. */
#include "planner-world.h"

#include "aufait-nudge-store.h"

/* Nothing is counted as shown before it is on the screen, and it is not handed out twice. */
static void
test_screen_is_slow (void)
{
  PlannerWorld world;
  g_autoptr (AufaitNudgeRecord) record = NULL;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  world.deaf = TRUE;
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 10:03");
  shown = planner_world_take_shown (&world);
  /* It is handed out again only when two minutes have passed. */
  g_assert_cmpstr (shown, ==, "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 10:02\n");
  record = aufait_nudge_store_get (world.memory, world.last_id, NULL);
  g_assert_cmpint (record->times_shown, ==, 0);
  g_assert_cmpint (record->state, ==, AUFAIT_NUDGE_WAITING);
  planner_world_clear (&world);
}

/* A server that was replaced shows again what is unanswered, and it counts once. */
static void
test_shown_again (void)
{
  PlannerWorld world;
  g_autoptr (AufaitNudgeRecord) record = NULL;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 10:05");
  aufait_agenda_show_again (world.agenda);
  planner_world_settle (&world);
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==, "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 10:05\n");
  record = aufait_nudge_store_get (world.memory, world.last_id, NULL);
  g_assert_cmpint (record->times_shown, ==, 1);
  planner_world_clear (&world);
}

/* A server that was slow has what it was given: only what did not get there comes again. */
static void
test_slow_server (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;
  gint64 ada;

  planner_world_init (&world, "2026-08-20 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Bo"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 10:00");
  ada = world.last_id;
  aufait_agenda_show_missing (world.agenda);
  world.deaf = TRUE;
  planner_world_run_until (&world, "2026-08-21 10:30");
  aufait_agenda_show_missing (world.agenda);
  planner_world_settle (&world);
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==,
                   "return Ada @ 2026-08-21 10:00\nreturn Bo @ 2026-08-21 10:30\n"
                   "return Bo @ 2026-08-21 10:30\n");
  g_assert_cmpint (ada, !=, world.last_id);
  planner_world_clear (&world);
}

/* Nor does it lose what was to come again for a new server. */
static void
test_slow_new_server (void)
{
  PlannerWorld world;
  g_autoptr (AufaitNudgeRecord) record = NULL;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 10:05");
  world.deaf = TRUE;
  aufait_agenda_show_again (world.agenda);
  aufait_agenda_set_can_show (world.agenda, FALSE);
  planner_world_settle (&world);
  world.deaf = FALSE;
  aufait_agenda_set_can_show (world.agenda, TRUE);
  aufait_agenda_show_missing (world.agenda);
  aufait_agenda_show_missing (world.agenda);
  planner_world_settle (&world);
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==,
                   "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-21 10:05\n"
                   "return Ada @ 2026-08-21 10:05\n");
  record = aufait_nudge_store_get (world.memory, world.last_id, NULL);
  g_assert_cmpint (record->times_shown, ==, 1);
  planner_world_clear (&world);
}

static void
begin_refusing (PlannerWorld *world, const char *refused)
{
  static const char *const names[] = { "Ada", "Bo", "Cy" };

  planner_world_init (world, "2026-08-20 09:00");
  world->refused = refused;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    planner_world_note_moment (world, planner_world_add_person (world, names[i]),
                               AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-20");
}

/* What one cannot read (a log whose reader is gone) is not written again and again. */
static void
test_refuses_all (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;

  begin_refusing (&world, "");
  planner_world_run_until (&world, "2026-08-21 10:00");
  planner_world_set_now (&world, "2026-08-21 10:09");
  g_assert_cmpstr (world.shown->str, ==,
                   "return Ada @ 2026-08-21 10:00\nreturn Bo @ 2026-08-21 10:00\n");
  planner_world_run_until (&world, "2026-08-21 10:59");
  planner_world_set_now (&world, "2026-08-21 11:00");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==,
                   "return Ada @ 2026-08-21 10:00\nreturn Bo @ 2026-08-21 10:00\n"
                   "return Ada @ 2026-08-21 11:00\nreturn Bo @ 2026-08-21 11:00\n");
  world.refused = NULL;
  aufait_agenda_show_again (world.agenda);
  planner_world_settle (&world);
  again = planner_world_take_shown (&world);
  g_assert_cmpstr (again, ==, "return Ada @ 2026-08-21 11:00\n");
  planner_world_clear (&world);
}

/* Nobody waits behind one that is refused; and it is tried again when some time has passed. */
static void
test_refuses_one (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;

  begin_refusing (&world, "Ada");
  planner_world_run_until (&world, "2026-08-21 10:45");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==,
                   "return Ada @ 2026-08-21 10:00\nreturn Bo @ 2026-08-21 10:00\n"
                   "return Ada @ 2026-08-21 10:30\nreturn Cy @ 2026-08-21 10:30\n");
  world.refused = NULL;
  planner_world_set_now (&world, "2026-08-21 11:00");
  again = planner_world_take_shown (&world);
  g_assert_cmpstr (again, ==, "return Ada @ 2026-08-21 11:00\n");
  planner_world_clear (&world);
}

static void
test_without_a_screen (void)
{
  PlannerWorld world;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  aufait_agenda_set_can_show (world.agenda, FALSE);
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-22 15:00");
  before = planner_world_take_shown (&world);
  g_assert_cmpstr (before, ==, "");
  /* What is due and cannot be shown is nothing to wake for. */
  g_assert_null (aufait_agenda_get_wake (world.agenda));
  aufait_agenda_set_can_show (world.agenda, TRUE);
  planner_world_settle (&world);
  after = planner_world_take_shown (&world);
  g_assert_cmpstr (after, ==, "return Ada @ 2026-08-22 15:00\n");
  planner_world_clear (&world);
}

static gboolean
on_digest (AufaitAgenda *agenda, guint n_people, const char *title, const char *body, guint *n_told)
{
  ++*n_told;
  return TRUE;
}

/* It takes a place as any: the nudge that comes with it does not push it away. */
static void
test_digest_on_full_screen (void)
{
  static const char *const names[] = { "Ada", "Bo", "Cy", "Dan", "Eve", "Fay" };
  PlannerWorld world;
  guint n_told = 0;

  planner_world_init (&world, "2026-07-02 09:00");
  g_signal_connect (world.agenda, "digest", G_CALLBACK (on_digest), &n_told);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    planner_world_note_moment (&world, planner_world_add_person (&world, names[i]),
                               AUFAIT_MOMENT_TRIP, "2026-07-01", "2026-07-02");
  planner_world_run_until (&world, "2026-07-03 20:00");
  g_assert_cmpuint (n_told, ==, 1);
  /* The third nudge of the day: the digest has been there for longest. */
  g_assert_cmpstr (world.closed->str, ==, "0\n");
  planner_world_run_until (&world, "2026-07-04 10:00");
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_cmpstr (world.closed->str, ==, "0\n1\n2\n");
  planner_world_run_until (&world, "2026-07-04 10:45");
  g_assert_cmpstr (world.closed->str, ==, "0\n1\n2\n3\n");
  planner_world_clear (&world);
}

/* Three fill the screen; the fourth takes the place of the first. */
static void
test_full_screen (void)
{
  static const char *const names[] = { "Ada", "Bo", "Cy", "Dan" };
  PlannerWorld world;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    planner_world_note_moment (&world, planner_world_add_person (&world, names[i]),
                               AUFAIT_MOMENT_TRIP, "2026-07-01", "2026-07-02");
  planner_world_run_until (&world, "2026-07-03 20:00");
  g_assert_cmpstr (world.closed->str, ==, "");
  planner_world_run_until (&world, "2026-07-04 10:00");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==,
                   "return Ada @ 2026-07-03 10:00\nreturn Bo @ 2026-07-03 10:30\n"
                   "return Cy @ 2026-07-03 11:00\nreturn Dan @ 2026-07-04 10:00\n");
  g_assert_cmpstr (world.closed->str, ==, "1\n");
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-screen/counts-what-is-on-the-screen", test_screen_is_slow);
  g_test_add_func ("/agenda-screen/shows-again-for-a-new-server", test_shown_again);
  g_test_add_func ("/agenda-screen/gives-a-slow-server-what-it-missed", test_slow_server);
  g_test_add_func ("/agenda-screen/gives-a-slow-new-server-what-it-missed", test_slow_new_server);
  g_test_add_func ("/agenda-screen/asks-no-one-again-who-refuses-all", test_refuses_all);
  g_test_add_func ("/agenda-screen/lets-nobody-wait-behind-a-refused-one", test_refuses_one);
  g_test_add_func ("/agenda-screen/waits-for-a-screen", test_without_a_screen);
  g_test_add_func ("/agenda-screen/keeps-no-more-than-three-on-the-screen", test_full_screen);
  g_test_add_func ("/agenda-screen/has-a-place-for-the-digest", test_digest_on_full_screen);
  return g_test_run ();
}
