/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

#define LUNCH "event me/lunch 2026-07-01 12:30 60 Lunch with Sophie\n"

static const PlannerScriptCase CASES[] = {
  { "never-alone", "2026-05-01 12:00",
    "add Sophie\n"
    "say Sophie: next time I see Sophie, give back her sweater",
    "2026-06-30 12:00", "" },
  { "nor-in-french", "2026-05-01 12:00",
    "add Sophie\n"
    "say Sophie: la prochaine fois que je vois Sophie, lui rendre son pull",
    "2026-06-30 12:00", "" },
  { "with-the-brief", "2026-05-01 12:00",
    "add Sophie\n"
    "say Sophie: next time I see Sophie, give back her sweater\n" LUNCH,
    "2026-07-01 13:00", "brief Sophie @ 2026-07-01 12:00\n" },
  { "makes-a-brief-of-a-series-worth-it", "2026-05-20 12:00",
    "add Sophie\n"
    "say Sophie: next time I see Sophie, give back her sweater\n"
    "met Sophie 2026-08-24\n"
    "at 2026-08-25 12:00\n"
    "event me/l 2026-08-26 12:30 60 Lunch with Sophie =weekly:1",
    "2026-08-26 13:00", "brief Sophie @ 2026-08-26 12:00\n" },
};

static void
check_body (PlannerWorld *world, const char *body)
{
  g_assert_cmpstr (world->last_body, ==, body);
}

/* Said once, in the words of the note; what is done is not said any more. */
static void
test_says_what_is_to_be_done (void)
{
  PlannerWorld world;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (AufaitNudge) done = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  planner_world_init (&world, "2026-05-01 12:00");
  planner_script_run (&world, "add Sophie\n"
                              "say Sophie: her dog was ill\n"
                              "say Sophie: next time I see Sophie, give back her sweater\n"
                              "say Sophie: quand je reverrai Sophie: lui rendre son livre\n" LUNCH
                              "at 2026-07-01 12:00");
  check_body (&world, "Remember: give back her sweater. Remember: lui "
                      "rendre son livre. You noted on 1 May: “her dog was ill”.");

  open = aufait_agenda_list_of (world.agenda, planner_world_find (&world, "Sophie"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, >=, 2);
  for (guint i = 0; i < 2; i++) {
    const AufaitNudge *nudge = g_ptr_array_index (open, i);

    g_assert_cmpint (nudge->state, ==, AUFAIT_NUDGE_WAITING);
    g_assert_cmpstr (nudge->title, ==, "When you next see Sophie");
  }
  done = aufait_agenda_answer (world.agenda, ((AufaitNudge *) open->pdata[0])->id,
                               AUFAIT_NUDGE_DONE, NULL, &error);
  g_assert_no_error (error);
  planner_script_run (&world, "at 2026-07-02 08:00\n"
                              "event me/tea 2026-07-02 12:30 60 Tea with Sophie\n"
                              "at 2026-07-02 12:00");
  check_body (&world, "Last seen yesterday. Remember: lui rendre son livre. You noted on 1 May: "
                      "“her dog was ill”.");

  g_assert_true (aufait_memory_undo (world.memory, &what, &error));
  planner_script_run (&world, "at 2026-07-03 08:00\n"
                              "event me/run 2026-07-03 12:30 60 Run with Sophie\n"
                              "at 2026-07-03 12:00");
  check_body (&world, "Last seen yesterday. Remember: give back her sweater. Remember: lui rendre "
                      "son livre. You noted on 1 May: “her dog was ill”.");
  planner_world_clear (&world);
}

/* The user's word goes before the rule. */
static void
test_comes_when_the_user_says (void)
{
  PlannerWorld world;
  g_autoptr (GDateTime) until = planner_world_parse ("2026-05-04 11:00");
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (AufaitNudge) later = NULL;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-05-01 12:00");
  planner_script_run (&world, "add Sophie\n"
                              "say Sophie: next time I see Sophie, give back her sweater");
  open = aufait_agenda_list (world.agenda, NULL, FALSE, NULL);
  later = aufait_agenda_answer (world.agenda, ((AufaitNudge *) open->pdata[0])->id,
                                AUFAIT_NUDGE_SNOOZED, until, NULL);
  g_assert_nonnull (later);
  planner_world_run_until (&world, "2026-05-04 12:00");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==, "promise Sophie @ 2026-05-04 11:00\n");
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rider", CASES, G_N_ELEMENTS (CASES));
  g_test_add_func ("/rider/says-what-is-to-be-done", test_says_what_is_to_be_done);
  g_test_add_func ("/rider/comes-when-the-user-says", test_comes_when_the_user_says);
  return g_test_run ();
}
