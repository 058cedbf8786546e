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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-answers/lists-what-is-near", test_lists_what_is_near);
  g_test_add_func ("/agenda-answers/an-old-brief-says-what-was-before-it",
                   test_an_old_brief_says_what_was_before_it);
  return g_test_run ();
}
