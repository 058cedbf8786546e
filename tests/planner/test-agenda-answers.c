/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planner-script.h"

/* The days of the month on which the listed nudges are due. */
static char *
join_days (GPtrArray *nudges)
{
  GString *days = g_string_new (NULL);

  g_assert_nonnull (nudges);
  for (guint i = 0; i < nudges->len; i++)
    g_string_append_printf (days, "%s%d", i > 0 ? " " : "",
                            g_date_time_get_day_of_month (((AufaitNudge *) nudges->pdata[i])->at));
  return g_string_free (days, FALSE);
}

/* What lies far ahead is neither listed nor read for what is near. */
static void
test_lists_what_is_near (void)
{
  static const char *const DAYS[] = { "2026-07-20", "2026-07-03", "2026-07-09",
                                      "2026-07-09", "2026-07-28", "2026-07-01" };
  static const char *const NEXT[] = { "1", "1 3", "1 3 9 9", "1 3 9 9", "1 3 9 9 20" };
  AufaitDay today = aufait_day_new (2026, 7, 1);
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GPtrArray) near = NULL;
  g_autofree char *days = NULL;
  PlannerWorld world;

  planner_world_init (&world, "2026-07-01 09:00");
  for (gsize i = 0; i < G_N_ELEMENTS (DAYS); i++)
    planner_world_note_promise (&world, planner_world_add_person (&world, "Ada"), DAYS[i]);
  until = planner_world_parse ("2026-07-09 10:00");
  near = aufait_agenda_list (world.agenda, until, FALSE, NULL);
  days = join_days (near);
  g_assert_cmpstr (days, ==, "1 3 9 9");
  for (guint n = 0; n < G_N_ELEMENTS (NEXT); n++) {
    g_autoptr (GPtrArray) next = aufait_agenda_list_next (world.agenda, today, n, NULL);
    g_autofree char *joined = join_days (next);

    g_assert_cmpstr (joined, ==, NEXT[n]);
  }
  planner_world_clear (&world);
}

/* Once it is over, its own event is none that one was seen at before it. */
static void
test_an_old_brief_says_what_was_before_it (void)
{
  static const struct {
    const char *script;
    const char *action;
  } rows[] = {
    { "met Ada 2026-06-21\n"
      "event me/l 2026-07-01 12:30 60 Lunch with Ada\n"
      "at 2026-07-01 12:10",
      "Last seen 10 days ago." },
    { "met Ada 2026-07-01\n"
      "event me/l 2026-07-01 12:30 60 Lunch with Ada\n"
      "at 2026-07-01 12:10",
      "Last seen today." },
    { "met Ada 2026-06-21\n"
      "event me/l 2026-07-01 12:30 60 Lunch with Ada\n"
      "at 2026-07-01 15:00",
      "" },
    { "event me/l 2026-07-01 12:30 60 Lunch with Ada\n"
      "at 2026-07-03 15:00",
      "" },
    { "met Ada 2026-06-21\n"
      "event me/l 2026-07-01 12:30 60 Lunch with Ada\n"
      "at 2026-07-01 13:35",
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) nudges = NULL;
    const AufaitNudge *brief = NULL;
    PlannerWorld world;

    g_test_message ("row %u", i);
    planner_world_init (&world, "2026-07-01 09:00");
    planner_script_run (&world, "add Ada");
    planner_script_run (&world, rows[i].script);
    nudges = aufait_agenda_list (world.agenda, NULL, TRUE, NULL);
    for (guint n = 0; n < nudges->len; n++)
      if (g_str_equal (((AufaitNudge *) nudges->pdata[n])->kind, "brief"))
        brief = nudges->pdata[n];
    g_assert_nonnull (brief);
    g_assert_cmpstr (brief->action, ==, rows[i].action);
    planner_world_clear (&world);
  }
}

/* "done: TITLE; expired: TITLE", each about Ada. */
static char *
join_closed (AufaitAgenda *agenda)
{
  g_autoptr (GPtrArray) nudges = aufait_agenda_list (agenda, NULL, TRUE, NULL);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < nudges->len; i++) {
    const AufaitNudge *nudge = nudges->pdata[i];
    g_autoptr (AufaitRef) person = aufait_agenda_find_person (agenda, nudge->id, NULL);

    g_assert_cmpstr (person->name, ==, "Ada");
    g_string_append_printf (joined, "%s%s: %s", i > 0 ? "; " : "",
                            aufait_nudge_state_to_string (nudge->state), nudge->title);
  }
  return g_string_free (joined, FALSE);
}

/* What nothing asks for any more was closed all the same. */
static void
test_lists_what_is_left_of_the_closed (void)
{
  static const struct {
    const char *script;
    const char *closed;
  } rows[] = {
    { "met Ada 2026-05-01\nevery Ada 3w\nat 2026-07-01 12:00\ndone",
      "done: Keeping in touch with Ada" },
    { "met Ada 2026-05-01\nevery Ada 3w\nat 2026-07-01 12:00\ncalled Ada 2026-07-01\n"
      "at 2026-07-02 12:00",
      "expired: Keeping in touch with Ada" },
    { "event me/l 2026-07-01 12:30 60 Lunch with Ada\nat 2026-07-01 12:10\ndrop\nrm me/l\n"
      "at 2026-07-01 15:00",
      "expired: After seeing Ada; dropped: Before seeing Ada" },
    { "card b/1 u1 Ada 1990-07-01\nat 2026-07-01 12:00\ndone\ncard b/1 u1 Ada\n"
      "at 2026-07-01 15:00",
      "done: Birthday of Ada" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *closed = NULL;
    PlannerWorld world;

    g_test_message ("row %u", i);
    planner_world_init (&world, "2026-07-01 09:00");
    planner_script_run (&world, "add Ada");
    planner_script_run (&world, rows[i].script);
    closed = join_closed (world.agenda);
    g_assert_cmpstr (closed, ==, rows[i].closed);
    planner_world_clear (&world);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-answers/lists-what-is-near", test_lists_what_is_near);
  g_test_add_func ("/agenda-answers/an-old-brief-says-what-was-before-it",
                   test_an_old_brief_says_what_was_before_it);
  g_test_add_func ("/agenda-answers/lists-what-is-left-of-the-closed",
                   test_lists_what_is_left_of_the_closed);
  return g_test_run ();
}
