/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many steps of chance with the plan alone: time runs, sleeps and goes back, zones change, things
 * are noted, taken back and answered, people mourn, meetings come and go, the program ends and
 * begins again. Whenever the plan has nothing more to show, there is a reason for all that waits.
 */

#include "planner-steps.h"

/* Of each of the four walks. AddressSanitizer is three times slower; without it the test is run,
 * too. */
#ifdef __SANITIZE_ADDRESS__
#define N_STEPS 8000
#else
#define N_STEPS 25000
#endif
#define ITEMS_MAX     24
#define MEETINGS_MAX  4
#define LOSSES_MAX    3
#define DRAIN_DAYS    400
#define HOUR_SECS     3600
#define KEPT_SECS     (16 * 24 * HOUR_SECS)
#define SHOWINGS_MAX  3
#define SHOWS_AT_ONCE 50
#define RESTART_EVERY 200

typedef struct {
  PlannerSteps steps;
  GRand *chance;
  GDateTime *wake;
  guint n_shown;
  guint n_expired;
  guint n_answered;
  guint n_gave_way; /* never said, as there was always another word on the same person */
  guint n_carried;  /* said, later, although there had been another one */
  guint n_mourned;
  guint n_restarts;
} Walk;

static int
draw (Walk *walk, int until)
{
  return g_rand_int_range (walk->chance, 0, until);
}

static PlannerStepsItem *
get_item (Walk *walk, guint i)
{
  return g_ptr_array_index (walk->steps.items, i);
}

static AufaitDay
get_today (Walk *walk)
{
  return planner_steps_find_day (&walk->steps, walk->steps.now);
}

/* --- what holds of each showing -------------------------------------------------------------- */

static void
check_showing (Walk *walk, const AufaitFacts *facts, const PlannerStepsItem *item)
{
  const AufaitNudgeRecord *record = item->record;
  gboolean is_put_off = record->state == AUFAIT_NUDGE_SNOOZED;
  AufaitDay today = get_today (walk);

  g_assert_false (item->is_gone);
  /* Not before its time, in the hours, within the budget, one word a person and day, no light one
   * to those who mourn. */
  g_assert_cmpstr (planner_steps_find_reason (&walk->steps, facts, item), ==, NULL);
  if (record->state == AUFAIT_NUDGE_SHOWN)
    g_assert_cmpint (planner_steps_find_day (&walk->steps, record->last_shown_at), <, today);
  if (!is_put_off)
    g_assert_cmpint (record->times_shown, <, item->rule->is_once ? 1 : SHOWINGS_MAX);
  if (item->rule->is_timely)
    g_assert_cmpint (walk->steps.now, <, item->expires_at);
}

/* Nothing more is shown now: something speaks against each one. */
static void
check_none_ignored (Walk *walk, const AufaitFacts *facts)
{
  for (guint i = 0; i < walk->steps.items->len; i++) {
    PlannerStepsItem *item = get_item (walk, i);
    const char *reason = planner_steps_find_reason (&walk->steps, facts, item);

    if (reason == NULL)
      g_error ("%s: nothing speaks against it", item->record->key);
    if (item->record->state != AUFAIT_NUDGE_WAITING || g_str_equal (reason, "it is not due"))
      continue;
    item->was_held = TRUE;
    item->gave_way |= reason == PLANNER_STEPS_GAVE_WAY;
    walk->n_mourned += g_str_equal (reason, "they mourn");
  }
}

/* --- a turn of the plan ---------------------------------------------------------------------- */

static PlannerStepsItem *
find_item (Walk *walk, const AufaitProposal *proposal, const AufaitNudgeRecord *record)
{
  for (guint i = 0; i < walk->steps.items->len; i++) {
    PlannerStepsItem *item = get_item (walk, i);

    if (item->proposal == proposal || item->record == record)
      return item;
  }
  g_assert_not_reached ();
}

static void
take_expired (Walk *walk, const AufaitPlan *plan)
{
  AufaitDay today = get_today (walk);

  for (guint i = 0; i < plan->expired->len; i++) {
    PlannerStepsItem *item = find_item (walk, NULL, g_ptr_array_index (plan->expired, i));

    /* There is a reason for it. What was never said although a plan was made while it was due gave
     * way then, each time, or was held by something else. */
    g_assert_true (item->expires_at != 0 ? item->expires_at <= walk->steps.now
                                         : item->expires_on <= today);
    walk->n_gave_way += item->record->times_shown == 0 && item->gave_way;
    planner_steps_close (&walk->steps, item, AUFAIT_NUDGE_EXPIRED);
    walk->n_expired++;
  }
}

static gboolean
plan_once (Walk *walk)
{
  g_autoptr (GDateTime) now = planner_steps_get_now (&walk->steps);
  g_autoptr (AufaitFacts) facts = planner_steps_new_facts (&walk->steps);
  g_autoptr (AufaitPlan) plan = aufait_plan_new (facts, walk->steps.settings, now, TRUE);
  PlannerStepsItem *item = NULL;

  take_expired (walk, plan);
  g_clear_pointer (&walk->wake, g_date_time_unref);
  if (plan->wake != NULL) {
    g_assert_cmpint (g_date_time_compare (plan->wake, now), >, 0);
    walk->wake = g_date_time_ref (plan->wake);
  }
  if (plan->show == NULL) {
    check_none_ignored (walk, facts);
    return FALSE;
  }
  item = find_item (walk, plan->show, NULL);
  check_showing (walk, facts, item);
  walk->n_carried += item->record->times_shown == 0 && item->gave_way;
  planner_steps_show (&walk->steps, item);
  walk->n_shown++;
  return TRUE;
}

static void
plan_all (Walk *walk)
{
  guint n = 0;

  while (plan_once (walk))
    g_assert_cmpuint (++n, <, SHOWS_AT_ONCE);
}

/* --- steps ----------------------------------------------------------------------------------- */

static void
run_on (Walk *walk)
{
  gint64 later = walk->steps.now + 60 + draw (walk, 8 * HOUR_SECS);

  if (walk->wake != NULL)
    later = MIN (later, g_date_time_to_unix (walk->wake));
  walk->steps.now = MAX (later, walk->steps.now);
}

static void
forget_closed (Walk *walk)
{
  for (guint i = walk->steps.items->len; i > 0; i--) {
    const PlannerStepsItem *item = get_item (walk, i - 1);

    if (!planner_steps_is_open (item) && item->record->last_shown_at < walk->steps.now - KEPT_SECS)
      g_ptr_array_remove_index (walk->steps.items, i - 1);
  }
}

static int
draw_moment (Walk *walk, const AufaitRule *rule)
{
  static const AufaitMomentKind kinds[] = { AUFAIT_MOMENT_TRIP, AUFAIT_MOMENT_EXAM,
                                            AUFAIT_MOMENT_HEALTH, AUFAIT_MOMENT_WEDDING };

  if (rule != &AUFAIT_RULE_WISH && rule != &AUFAIT_RULE_RETURN)
    return -1;
  return (int) kinds[draw (walk, G_N_ELEMENTS (kinds))];
}

static void
set_times (Walk *walk, PlannerStepsItem *item)
{
  item->noted_on = get_today (walk);
  item->due_secs = -1;
  if (item->rule == &AUFAIT_RULE_BRIEF || item->rule == &AUFAIT_RULE_FOLLOWUP) {
    item->due_at = walk->steps.now + draw (walk, 3 * 24 * HOUR_SECS);
    item->expires_at =
        item->due_at + (item->rule == &AUFAIT_RULE_BRIEF ? HOUR_SECS / 2 : 24 * HOUR_SECS);
    item->due_on = planner_steps_find_day (&walk->steps, item->due_at);
    return;
  }
  item->due_on = item->noted_on + draw (walk, 6);
  item->due_secs = draw (walk, 4) == 0 ? 17 * HOUR_SECS : -1;
  item->expires_on = item->due_on + (item->rule->is_ahead ? 2 : 30);
}

static void
add_item (Walk *walk)
{
  static const AufaitRule *const rules[] = {
    &AUFAIT_RULE_WISH,     &AUFAIT_RULE_RETURN,  &AUFAIT_RULE_PROMISE, &AUFAIT_RULE_BRIEF,
    &AUFAIT_RULE_FOLLOWUP, &AUFAIT_RULE_CHECKIN, &AUFAIT_RULE_INVITE,
  };
  PlannerStepsItem *item = NULL;

  forget_closed (walk);
  if (walk->steps.items->len >= ITEMS_MAX)
    return;
  item = g_new0 (PlannerStepsItem, 1);
  item->rule = rules[draw (walk, G_N_ELEMENTS (rules))];
  item->person = draw (walk, PLANNER_STEPS_PEOPLE);
  item->moment = draw_moment (walk, item->rule);
  set_times (walk, item);
  planner_steps_take_item (&walk->steps, item);
}

static PlannerStepsItem *
draw_item (Walk *walk)
{
  guint n = walk->steps.items->len;

  return n > 0 ? get_item (walk, (guint) draw (walk, (int) n)) : NULL;
}

/* What was noted is taken back: nothing proposes it any more. */
static void
undo_item (Walk *walk)
{
  PlannerStepsItem *item = draw_item (walk);

  if (item == NULL || !planner_steps_is_open (item))
    return;
  item->is_gone = TRUE;
  planner_steps_close (&walk->steps, item, AUFAIT_NUDGE_EXPIRED);
}

static void
answer_item (Walk *walk)
{
  PlannerStepsItem *item = draw_item (walk);

  if (item == NULL || item->record->state != AUFAIT_NUDGE_SHOWN)
    return;
  walk->n_answered++;
  if (draw (walk, 3) == 0)
    planner_steps_snooze (&walk->steps, item,
                          walk->steps.now + HOUR_SECS + draw (walk, 72 * HOUR_SECS));
  else
    planner_steps_close (&walk->steps, item,
                         draw (walk, 2) == 0 ? AUFAIT_NUDGE_DONE : AUFAIT_NUDGE_DROPPED);
}

static void
change_calendar (Walk *walk)
{
  gint64 start = walk->steps.now + draw (walk, 12 * HOUR_SECS) - 2 * HOUR_SECS;
  AufaitFreeTime meeting = { start, start + 900 * (1 + draw (walk, 8)) };

  if (walk->steps.busy->len >= MEETINGS_MAX)
    g_array_remove_index (walk->steps.busy, (guint) draw (walk, MEETINGS_MAX));
  g_array_append_val (walk->steps.busy, meeting);
}

/* Somebody of theirs died, or is buried in some days. */
static void
lose_somebody (Walk *walk)
{
  if (walk->steps.losses->len >= LOSSES_MAX)
    g_ptr_array_remove_index (walk->steps.losses, (guint) draw (walk, LOSSES_MAX));
  planner_steps_add_loss (&walk->steps, draw (walk, PLANNER_STEPS_PEOPLE),
                          get_today (walk) - 2 + draw (walk, 10));
}

static void
take_step (Walk *walk)
{
  int what = draw (walk, 100);

  if (what < 50)
    run_on (walk);
  else if (what < 53)
    walk->steps.now += draw (walk, 3 * 24 * HOUR_SECS); /* asleep */
  else if (what < 56)
    walk->steps.now -= draw (walk, 6 * HOUR_SECS); /* set back */
  else if (what < 57)
    walk->steps.zone = walk->steps.zones[draw (walk, PLANNER_STEPS_ZONES)];
  else if (what < 75)
    add_item (walk);
  else if (what < 78)
    undo_item (walk);
  else if (what < 92)
    answer_item (walk);
  else if (what < 94)
    lose_somebody (walk);
  else
    change_calendar (walk);
  if (draw (walk, RESTART_EVERY) == 0) {
    planner_steps_restart (&walk->steps);
    walk->n_restarts++;
  }
  plan_all (walk);
}

/* With nothing new, all that waits is said, or there was a reason why not each time. */
static void
drain (Walk *walk)
{
  gint64 end = walk->steps.now + (gint64) DRAIN_DAYS * 24 * HOUR_SECS;

  while (walk->wake != NULL && g_date_time_to_unix (walk->wake) < end) {
    walk->steps.now = g_date_time_to_unix (walk->wake);
    plan_all (walk);
  }
  for (guint i = 0; i < walk->steps.items->len; i++) {
    const PlannerStepsItem *item = get_item (walk, i);

    g_test_message ("%s", item->record->key);
    g_assert_cmpint (item->record->state, !=, AUFAIT_NUDGE_WAITING);
    g_assert_cmpint (item->record->state, !=, AUFAIT_NUDGE_SNOOZED);
  }
}

/* --- walks ----------------------------------------------------------------------------------- */

static void
test_steps (gconstpointer data)
{
  int per_day = GPOINTER_TO_INT (data);
  Walk walk = { .chance = g_rand_new_with_seed (7 + (guint32) per_day) };

  planner_steps_init (&walk.steps, per_day);
  for (int i = 0; i < N_STEPS; i++)
    take_step (&walk);
  drain (&walk);
  g_test_message ("%u shown, %u expired, %u answered, %u gave way, %u said later all the same, "
                  "%u mourned, %u restarts",
                  walk.n_shown, walk.n_expired, walk.n_answered, walk.n_gave_way, walk.n_carried,
                  walk.n_mourned, walk.n_restarts);
  g_assert_cmpuint (walk.n_shown, >, N_STEPS / 100);
  g_assert_cmpuint (walk.n_restarts, >, 0);
  g_assert_cmpuint (walk.n_carried, >, 0);
  g_assert_cmpuint (walk.n_mourned, >, 0);
  planner_steps_clear (&walk.steps);
  g_clear_pointer (&walk.wake, g_date_time_unref);
  g_rand_free (walk.chance);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/plan-steps/1-a-day", GINT_TO_POINTER (1), test_steps);
  g_test_add_data_func ("/plan-steps/3-a-day", GINT_TO_POINTER (3), test_steps);
  g_test_add_data_func ("/plan-steps/5-a-day", GINT_TO_POINTER (5), test_steps);
  g_test_add_data_func ("/plan-steps/20-a-day", GINT_TO_POINTER (20), test_steps);
  return g_test_run ();
}
