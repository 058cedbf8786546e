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
  return g_test_run ();
}
