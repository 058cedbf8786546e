/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the screen, and must not be there any more. */
#include "planner-script.h"

#include "aufait-person-store.h"

#define DUE "add Ada\ntrip Ada 2026-08-10 2026-08-20\nat 2026-08-21 10:00"

static void
begin (PlannerWorld *world, const char *script)
{
  planner_world_init (world, "2026-08-20 09:00");
  world->deaf = TRUE;
  planner_script_run (world, script);
}

static void
check_closed (PlannerWorld *world)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "\n", world->last_id);

  g_assert_cmpstr (world->closed->str, ==, id);
}

static void
answer (PlannerWorld *world)
{
  g_autoptr (AufaitNudge) done =
      aufait_agenda_answer (world->agenda, world->last_id, AUFAIT_NUDGE_DONE, NULL, NULL);

  g_assert_nonnull (done);
  planner_world_settle (world);
}

/* A server may take its time: whoever has it closes it once it is there. */
static void
test_answered_on_its_way (void)
{
  PlannerWorld world;

  begin (&world, DUE);
  answer (&world);
  check_closed (&world);
  g_string_truncate (world.closed, 0);
  aufait_agenda_shown (world.agenda, world.last_id);
  planner_world_settle (&world);
  check_closed (&world);
  planner_world_clear (&world);
}

/* It was given up long before it came. */
static void
test_answered_after_it_was_given_up (void)
{
  PlannerWorld world;

  begin (&world, DUE);
  aufait_agenda_set_can_show (world.agenda, FALSE);
  answer (&world);
  g_assert_cmpstr (world.closed->str, ==, "");
  aufait_agenda_shown (world.agenda, world.last_id);
  check_closed (&world);
  planner_world_clear (&world);
}

static void
test_taken_back_on_its_way (void)
{
  PlannerWorld world;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  begin (&world, DUE);
  g_assert_true (aufait_memory_undo (world.memory, &what, &error));
  g_assert_no_error (error);
  aufait_agenda_refresh (world.agenda);
  planner_world_settle (&world);
  aufait_agenda_shown (world.agenda, world.last_id);
  planner_world_settle (&world);
  check_closed (&world);
  planner_world_clear (&world);
}

/* The event is gone, and with it the reason. */
static void
test_without_reason_on_its_way (void)
{
  PlannerWorld world;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_script_run (&world, "add Ada\n"
                              "event me/l 2026-07-01 12:30 60 Lunch with Ada");
  world.deaf = TRUE;
  planner_script_run (&world, "at 2026-07-01 12:00\nrm me/l");
  check_closed (&world);
  planner_world_clear (&world);
}

static void
make_private (PlannerWorld *world, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) person =
      aufait_person_store_get (world->memory, planner_world_find (world, name), &error);

  g_assert_no_error (error);
  person->is_private = TRUE;
  g_assert_true (aufait_memory_begin (world->memory, "edit", &error));
  g_assert_true (aufait_person_store_update (world->memory, person, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  aufait_agenda_rediscover (world->agenda);
  planner_world_settle (world);
}

/* Who became private while they were on the screen, or on their way there; once each. */
static void
test_private (void)
{
  static const struct {
    gboolean deaf; /* until it was said */
    const char *before;
    const char *name;
    const char *after;
    const char *hushed;
  } rows[] = {
    { FALSE, "", "Ada", "", "1\n" },
    { TRUE, "", "Ada", "", "1\n" },
    { FALSE, "", "Bo", "", "" },
    { FALSE, "done", "Ada", "", "" },
    { FALSE, "", "Ada", "note Ada\nagain\nat 2026-08-22 12:00", "1\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PlannerWorld world;

    planner_world_init (&world, "2026-08-20 09:00");
    world.deaf = rows[i].deaf;
    planner_script_run (&world, "add Bo\n" DUE);
    planner_script_run (&world, rows[i].before);
    make_private (&world, rows[i].name);
    aufait_agenda_shown (world.agenda, world.last_id);
    planner_world_settle (&world);
    planner_script_run (&world, rows[i].after);
    g_test_message ("row %u", i);
    g_assert_cmpstr (world.hushed->str, ==, rows[i].hushed);
    planner_world_clear (&world);
  }
}

#define LUNCH "add Ada\nevent me/l 2026-07-03 12:30 60 Lunch with Ada\n"
#define EXAM  "add Ada\nexam Ada 2026-07-03 2026-07-03\n"

/* What is looked at is closed as it ends, whatever else there is to wake for, and there is nothing
 * more to wake for then. */
static void
test_over (void)
{
  static const struct {
    const char *script;
    const char *before;
    const char *end;
    const char *closed;
  } rows[] = {
    { LUNCH "at 2026-07-03 12:05", "2026-07-03 12:29", "2026-07-03 12:30", "1\n" },
    { LUNCH "at 2026-07-03 14:05", "2026-07-03 23:59", "2026-07-04 00:00", "" },
    { EXAM "at 2026-07-03 10:05", "2026-07-03 23:59", "2026-07-04 00:00", "1\n" },
    { EXAM "at 2026-07-02 10:05", "2026-07-02 23:59", "2026-07-03 00:00", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) end = planner_world_parse (rows[i].end);
    GDateTime *wake = NULL;
    PlannerWorld world;

    g_test_message ("row %u", i);
    planner_world_init (&world, "2026-07-01 09:00");
    planner_script_run (&world, rows[i].script);
    g_string_truncate (world.closed, 0);
    planner_world_run_until (&world, rows[i].before);
    g_assert_cmpstr (world.closed->str, ==, "");
    planner_world_run_until (&world, rows[i].end);
    g_assert_cmpstr (world.closed->str, ==, rows[i].closed);
    wake = aufait_agenda_get_wake (world.agenda);
    g_assert_true (wake == NULL || g_date_time_compare (wake, end) > 0);
    planner_world_clear (&world);
  }
}

static gboolean
lists (PlannerWorld *world, const char *kind, const char *day)
{
  g_autoptr (GPtrArray) next =
      aufait_agenda_list_next (world->agenda, aufait_day_parse (day), 5, NULL);

  for (guint i = 0; i < next->len; i++)
    if (g_str_equal (((AufaitNudge *) next->pdata[i])->kind, kind))
      return TRUE;
  return FALSE;
}

/* Nobody wakes for what waits, and was not shown: it is due no more all the same. */
static void
test_over_unseen (void)
{
  PlannerWorld world;

  planner_world_init (&world, "2026-07-01 09:00");
  aufait_agenda_set_can_show (world.agenda, FALSE);
  planner_script_run (&world, EXAM);
  planner_world_run_until (&world, "2026-07-03 23:30");
  g_assert_true (lists (&world, "wish", "2026-07-03"));
  planner_world_run_until (&world, "2026-07-04 00:30");
  g_assert_false (lists (&world, "wish", "2026-07-04"));
  g_assert_true (lists (&world, "return", "2026-07-04"));
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-off-screen/answered-on-its-way", test_answered_on_its_way);
  g_test_add_func ("/agenda-off-screen/answered-after-it-was-given-up",
                   test_answered_after_it_was_given_up);
  g_test_add_func ("/agenda-off-screen/taken-back-on-its-way", test_taken_back_on_its_way);
  g_test_add_func ("/agenda-off-screen/without-reason-on-its-way", test_without_reason_on_its_way);
  g_test_add_func ("/agenda-off-screen/private-by-now", test_private);
  g_test_add_func ("/agenda-off-screen/over", test_over);
  g_test_add_func ("/agenda-off-screen/over-before-it-was-seen", test_over_unseen);
  return g_test_run ();
}
