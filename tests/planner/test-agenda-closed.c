/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of nudges that are closed without an answer. */
#include "planner-script.h"

typedef struct {
  const char *name;
  const char *script;
  const char *told; /* from then on, a line each */
  const char *then;
} Case;

#define LUNCH "add Ada\nevent me/l 2026-07-03 12:30 60 Lunch with Ada\n"

static const Case CASES[] = {
  { "over", LUNCH "at 2026-07-03 12:05", "brief Ada expired: Lunch with Ada at 12:30\n",
    "at 2026-07-03 12:31" },
  { "event-is-gone", LUNCH "at 2026-07-03 14:05", "followup Ada expired: After seeing Ada\n",
    "rm me/l" },
  { "in-touch", "add Ada\nmet Ada 2026-06-11\nevery Ada 3w\nat 2026-07-02 10:05",
    "checkin Ada expired: Keeping in touch with Ada\n", "called Ada 2026-07-02\nnote Ada" },
  { "done-with", "add Ada\nsay Ada: has her driving test on 2 July\nat 2026-07-03 10:05",
    "return Ada done: Ada: the driving test was yesterday\n", "say Ada: passed the driving test" },
  { "called-off", "add Ada\nsay Ada: job interview on 9 July\nat 2026-07-03 10:05",
    "wish Ada expired: Ada: the interview is on Thursday\n"
    "return Ada expired: Ada: the interview was on Thursday\n",
    "say Ada: the job interview is cancelled" },
  { "not-closed", "add Ada\nsay Ada: has her driving test on 2 July\nat 2026-07-03 10:05", "",
    "note Ada" },
};

static void
on_changed (AufaitAgenda *agenda, AufaitNudge *nudge, GString *told)
{
  g_string_append_printf (told, "%s %s %s: %s\n", nudge->kind, nudge->person->name,
                          aufait_nudge_state_to_string (nudge->state), nudge->title);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) told = g_string_new (NULL);
  PlannerWorld world;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_script_run (&world, c->script);
  g_signal_connect (world.agenda, "changed", G_CALLBACK (on_changed), told);
  planner_script_run (&world, c->then);
  g_assert_cmpstr (told->str, ==, c->told);
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/agenda-closed/%s", CASES[i].name);

    g_test_add_data_func (path, &CASES[i], test_case);
  }
  return g_test_run ();
}
