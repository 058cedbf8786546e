/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many steps of chance with the plan alone: time runs, sleeps and goes back, zones change, things
 * are noted, taken back and answered, meetings come and go. What happened is kept here in plain
 * values, as the memory would. */

#include <string.h>

#include "aufait-free-time.h"
#include "aufait-plan.h"
#include "aufait-rule.h"
#include "planner-world.h"

#define N_STEPS       25000 /* of each of the four walks */
#define N_STEPS_SLOW  500
#define N_PEOPLE      8
#define ITEMS_MAX     24
#define MEETINGS_MAX  4
#define DRAIN_DAYS    400
#define NEAR_SECS     (10 * 60)
#define HOUR_SECS     3600
#define TOLD_SECS     (8 * 24 * HOUR_SECS)
#define SHOWINGS_MAX  3
#define SHOWS_AT_ONCE 50

static const char *const ZONES[] = { "Europe/Paris", "Asia/Tokyo", "America/New_York",
                                     "Australia/Lord_Howe" };

typedef struct {
  AufaitProposal *proposal;
  AufaitNudgeRecord *record;
  gboolean is_gone; /* its note was taken back */
} Item;

typedef struct {
  GRand *chance;
  AufaitDirectory *directory;
  AufaitSettings *settings;
  AufaitRef *people[N_PEOPLE];
  GTimeZone *zones[G_N_ELEMENTS (ZONES)];
  GTimeZone *zone;
  gint64 now;
  GPtrArray *items; /* Item: open ones, and what was shown lately */
  GArray *busy;
  GDateTime *wake;
  gint64 next_id;
  guint n_shown;
  guint n_expired;
  guint n_answered;
} Steps;

static int
draw (Steps *steps, int until)
{
  return g_rand_int_range (steps->chance, 0, until);
}

static GDateTime *
get_now (Steps *steps)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (steps->now);

  return g_date_time_to_timezone (utc, steps->zone);
}

static AufaitDay
find_day (Steps *steps, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, steps->zone);

  return aufait_day_from_date_time (local);
}

static gboolean
is_open (const Item *item)
{
  return item->record->state <= AUFAIT_NUDGE_SNOOZED;
}

static void
free_item (Item *item)
{
  aufait_proposal_free (item->proposal);
  aufait_nudge_record_free (item->record);
  g_free (item);
}

/* --- what the plan is told ------------------------------------------------------------------- */

static void
tell_showing (Steps *steps, AufaitFacts *facts, const Item *item)
{
  gint64 at = item->record->last_shown_at;
  AufaitNudgeStoreTold *told = NULL;

  if (at == 0)
    return;
  if (at <= steps->now && find_day (steps, at) == find_day (steps, steps->now)) {
    facts->shown_today++;
    facts->last_shown_at = MAX (facts->last_shown_at, at);
  }
  if (at < steps->now - TOLD_SECS)
    return;
  told = g_new0 (AufaitNudgeStoreTold, 1);
  told->nudge_id = item->record->id;
  told->person_id = item->record->person_id;
  told->kind = g_strdup (item->record->kind);
  told->at = at;
  g_ptr_array_add (facts->told, told);
}

static AufaitFacts *
new_facts (Steps *steps)
{
  g_autoptr (GDateTime) now = get_now (steps);
  AufaitFacts *facts = g_new0 (AufaitFacts, 1);

  facts->evidence = aufait_evidence_new (steps->directory, now);
  facts->proposals = g_ptr_array_new ();
  facts->records = g_hash_table_new (g_str_hash, g_str_equal);
  facts->orphans = g_ptr_array_new ();
  facts->losses = g_ptr_array_new ();
  facts->busy = g_array_ref (steps->busy);
  facts->told = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_store_told_free);
  facts->habits = g_hash_table_new (g_str_hash, g_str_equal);
  facts->digest_on = find_day (steps, steps->now) + 1;
  for (guint i = 0; i < steps->items->len; i++) {
    Item *item = g_ptr_array_index (steps->items, i);

    tell_showing (steps, facts, item);
    if (!is_open (item))
      continue;
    g_ptr_array_add (facts->proposals, item->proposal);
    g_hash_table_insert (facts->records, item->proposal->key, item->record);
  }
  return facts;
}

/* --- what holds of each showing -------------------------------------------------------------- */

static void
check_hours (Steps *steps, GDateTime *now)
{
  g_autoptr (GDateTime) next = aufait_hours_next (steps->settings->hours, now);

  g_assert_true (g_date_time_equal (next, now));
  for (guint i = 0; i < steps->busy->len; i++) {
    AufaitFreeTime meeting = g_array_index (steps->busy, AufaitFreeTime, i);

    g_assert_false (meeting.start - NEAR_SECS <= steps->now && steps->now < meeting.end);
  }
}

static void
check_one_a_day (Steps *steps, const Item *shown)
{
  AufaitDay today = find_day (steps, steps->now);

  for (guint i = 0; i < steps->items->len; i++) {
    const Item *item = g_ptr_array_index (steps->items, i);

    if (item == shown || item->record->last_shown_at == 0 || item->proposal->rule->is_beside ||
        item->record->person_id != shown->record->person_id)
      continue;
    g_assert_cmpint (find_day (steps, item->record->last_shown_at), !=, today);
  }
}

static void
check_showing (Steps *steps, const AufaitFacts *facts, const Item *item, GDateTime *now)
{
  const AufaitRule *rule = item->proposal->rule;
  const AufaitNudgeRecord *record = item->record;
  gboolean is_put_off = record->state == AUFAIT_NUDGE_SNOOZED;
  g_autoptr (GDateTime) due =
      aufait_plan_due_at (item->proposal, record, steps->settings, steps->zone);

  g_assert_true (is_open (item));
  g_assert_false (item->is_gone);
  if (record->state != AUFAIT_NUDGE_SHOWN)
    g_assert_cmpint (g_date_time_compare (due, now), <=, 0);
  else
    g_assert_cmpint (find_day (steps, record->last_shown_at), <, find_day (steps, steps->now));
  if (!is_put_off)
    g_assert_cmpint (record->times_shown, <, rule->is_once ? 1 : SHOWINGS_MAX);
  if (!rule->is_timely || is_put_off)
    check_hours (steps, now);
  if (!is_put_off)
    g_assert_cmpuint (facts->shown_today, <, (guint) steps->settings->per_day);
  if (!is_put_off && !rule->is_beside)
    check_one_a_day (steps, item);
  if (rule->is_timely)
    g_assert_cmpint (steps->now, <, item->proposal->expires_at);
}

/* --- a turn of the plan ---------------------------------------------------------------------- */

static Item *
find_item (Steps *steps, const AufaitProposal *proposal)
{
  for (guint i = 0; i < steps->items->len; i++) {
    Item *item = g_ptr_array_index (steps->items, i);

    if (item->proposal == proposal)
      return item;
  }
  g_assert_not_reached ();
}

static void
take_expired (Steps *steps, const AufaitPlan *plan)
{
  AufaitDay today = find_day (steps, steps->now);

  for (guint i = 0; i < plan->expired->len; i++) {
    AufaitNudgeRecord *record = g_ptr_array_index (plan->expired, i);

    for (guint n = 0; n < steps->items->len; n++) {
      const Item *item = g_ptr_array_index (steps->items, n);
      const AufaitProposal *proposal = item->proposal;

      /* There is a reason for it. */
      if (item->record == record)
        g_assert_true (proposal->expires_at != 0 ? proposal->expires_at <= steps->now
                                                 : proposal->expires_on <= today);
    }
    record->state = AUFAIT_NUDGE_EXPIRED;
    steps->n_expired++;
  }
}

static gboolean
plan_once (Steps *steps)
{
  g_autoptr (GDateTime) now = get_now (steps);
  g_autoptr (AufaitFacts) facts = new_facts (steps);
  g_autoptr (AufaitPlan) plan = aufait_plan_new (facts, steps->settings, now, TRUE);
  Item *item = NULL;

  take_expired (steps, plan);
  g_clear_pointer (&steps->wake, g_date_time_unref);
  if (plan->wake != NULL) {
    g_assert_cmpint (g_date_time_compare (plan->wake, now), >, 0);
    steps->wake = g_date_time_ref (plan->wake);
  }
  if (plan->show == NULL)
    return FALSE;
  item = find_item (steps, plan->show);
  check_showing (steps, facts, item, now);
  item->record->state = AUFAIT_NUDGE_SHOWN;
  item->record->times_shown++;
  item->record->last_shown_at = steps->now;
  steps->n_shown++;
  return TRUE;
}

static void
plan_all (Steps *steps)
{
  guint n = 0;

  while (plan_once (steps))
    g_assert_cmpuint (++n, <, SHOWS_AT_ONCE);
}

/* --- steps ----------------------------------------------------------------------------------- */

static void
run_on (Steps *steps)
{
  gint64 later = steps->now + 60 + draw (steps, 8 * HOUR_SECS);

  if (steps->wake != NULL)
    later = MIN (later, g_date_time_to_unix (steps->wake));
  steps->now = MAX (later, steps->now);
}

static void
forget_closed (Steps *steps)
{
  for (guint i = steps->items->len; i > 0; i--) {
    const Item *item = g_ptr_array_index (steps->items, i - 1);

    if (!is_open (item) && item->record->last_shown_at < steps->now - 2 * TOLD_SECS)
      g_ptr_array_remove_index (steps->items, i - 1);
  }
}

static void
add_item (Steps *steps)
{
  static const AufaitRule *const rules[] = { &AUFAIT_RULE_WISH,     &AUFAIT_RULE_RETURN,
                                             &AUFAIT_RULE_PROMISE,  &AUFAIT_RULE_BRIEF,
                                             &AUFAIT_RULE_FOLLOWUP, &AUFAIT_RULE_CHECKIN };
  const AufaitRule *rule = rules[draw (steps, G_N_ELEMENTS (rules))];
  AufaitRef *person = steps->people[draw (steps, N_PEOPLE)];
  Item *item = NULL;

  forget_closed (steps);
  if (steps->items->len >= ITEMS_MAX)
    return;
  item = g_new0 (Item, 1);
  item->proposal = aufait_proposal_new (rule, NULL, person);
  item->proposal->key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, rule->kind, steps->next_id);
  if (rule == &AUFAIT_RULE_BRIEF || rule == &AUFAIT_RULE_FOLLOWUP) {
    item->proposal->due_at = steps->now + draw (steps, 3 * 24 * HOUR_SECS);
    item->proposal->expires_at =
        item->proposal->due_at + (rule == &AUFAIT_RULE_BRIEF ? HOUR_SECS / 2 : 24 * HOUR_SECS);
    item->proposal->due_on = find_day (steps, item->proposal->due_at);
  } else {
    item->proposal->due_on = find_day (steps, steps->now) + draw (steps, 6);
    item->proposal->due_secs = draw (steps, 4) == 0 ? 17 * HOUR_SECS : -1;
    item->proposal->expires_on = item->proposal->due_on + (rule->is_ahead ? 2 : 30);
  }
  item->record = aufait_nudge_record_new (rule->kind, item->proposal->key);
  item->record->id = steps->next_id++;
  item->record->person_id = person->id;
  item->record->due_on = item->proposal->due_on;
  g_ptr_array_add (steps->items, item);
}

/* What was noted is taken back: nothing proposes it any more. */
static void
undo_item (Steps *steps)
{
  Item *item = NULL;

  if (steps->items->len == 0)
    return;
  item = g_ptr_array_index (steps->items, draw (steps, (int) steps->items->len));
  if (!is_open (item))
    return;
  item->is_gone = TRUE;
  item->record->state = AUFAIT_NUDGE_EXPIRED;
}

static void
answer_item (Steps *steps)
{
  Item *item = NULL;

  if (steps->items->len == 0)
    return;
  item = g_ptr_array_index (steps->items, draw (steps, (int) steps->items->len));
  if (item->record->state != AUFAIT_NUDGE_SHOWN)
    return;
  steps->n_answered++;
  if (draw (steps, 3) == 0) {
    item->record->state = AUFAIT_NUDGE_SNOOZED;
    item->record->snoozed_until = steps->now + HOUR_SECS + draw (steps, 72 * HOUR_SECS);
  } else {
    item->record->state = draw (steps, 2) == 0 ? AUFAIT_NUDGE_DONE : AUFAIT_NUDGE_DROPPED;
  }
}

static void
change_calendar (Steps *steps)
{
  gint64 start = steps->now + draw (steps, 12 * HOUR_SECS) - 2 * HOUR_SECS;
  AufaitFreeTime meeting = { start, start + 900 * (1 + draw (steps, 8)) };

  if (steps->busy->len >= MEETINGS_MAX)
    g_array_remove_index (steps->busy, (guint) draw (steps, MEETINGS_MAX));
  g_array_append_val (steps->busy, meeting);
}

static void
take_step (Steps *steps)
{
  int what = draw (steps, 100);

  if (what < 50)
    run_on (steps);
  else if (what < 53)
    steps->now += draw (steps, 3 * 24 * HOUR_SECS); /* asleep */
  else if (what < 56)
    steps->now -= draw (steps, 6 * HOUR_SECS); /* set back */
  else if (what < 57)
    steps->zone = steps->zones[draw (steps, G_N_ELEMENTS (ZONES))];
  else if (what < 75)
    add_item (steps);
  else if (what < 78)
    undo_item (steps);
  else if (what < 92)
    answer_item (steps);
  else
    change_calendar (steps);
  plan_all (steps);
}

/* With nothing new, all that waits is said, or there is a reason why not. */
static void
drain (Steps *steps)
{
  gint64 end = steps->now + (gint64) DRAIN_DAYS * 24 * HOUR_SECS;

  while (steps->wake != NULL && g_date_time_to_unix (steps->wake) < end) {
    steps->now = g_date_time_to_unix (steps->wake);
    plan_all (steps);
  }
  for (guint i = 0; i < steps->items->len; i++) {
    const Item *item = g_ptr_array_index (steps->items, i);

    g_test_message ("%s", item->record->key);
    g_assert_cmpint (item->record->state, !=, AUFAIT_NUDGE_WAITING);
    g_assert_cmpint (item->record->state, !=, AUFAIT_NUDGE_SNOOZED);
  }
}

/* --- walks ----------------------------------------------------------------------------------- */

static void
set_up (Steps *steps, int per_day, guint32 seed)
{
  g_autofree char *text = g_strdup_printf ("[nudges]\nper-day=%d", per_day);
  g_autoptr (GDateTime) begin = planner_world_parse ("2026-03-01 09:00");

  steps->chance = g_rand_new_with_seed (seed);
  steps->settings = aufait_settings_new_from_data (text, strlen (text));
  steps->now = g_date_time_to_unix (begin);
  steps->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  steps->busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  steps->next_id = 1;
  for (int i = 0; i < N_PEOPLE; i++)
    steps->people[i] = aufait_ref_new (i + 1, "Ada");
  for (gsize i = 0; i < G_N_ELEMENTS (ZONES); i++)
    steps->zones[i] = g_time_zone_new_identifier (ZONES[i]);
  steps->zone = steps->zones[0];
}

static void
tear_down (Steps *steps)
{
  g_rand_free (steps->chance);
  aufait_settings_free (steps->settings);
  g_ptr_array_unref (steps->items);
  g_array_unref (steps->busy);
  g_clear_pointer (&steps->wake, g_date_time_unref);
  for (int i = 0; i < N_PEOPLE; i++)
    aufait_ref_free (steps->people[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (ZONES); i++)
    g_time_zone_unref (steps->zones[i]);
}

static void
test_steps (gconstpointer data)
{
  int per_day = GPOINTER_TO_INT (data);
  int n_steps = g_getenv ("AUFAIT_VALGRIND") != NULL ? N_STEPS_SLOW : N_STEPS;
  PlannerWorld world;
  Steps steps = { 0 };

  planner_world_init (&world, "2026-03-01 09:00");
  steps.directory = aufait_directory_new (world.memory, NULL);
  set_up (&steps, per_day, 7 + (guint32) per_day);
  for (int i = 0; i < n_steps; i++)
    take_step (&steps);
  drain (&steps);
  g_test_message ("%u shown, %u expired, %u answered", steps.n_shown, steps.n_expired,
                  steps.n_answered);
  g_assert_cmpuint (steps.n_shown, >, (guint) n_steps / 100);
  tear_down (&steps);
  aufait_directory_free (steps.directory);
  planner_world_clear (&world);
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
