/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-plan.h"

#include "aufait-quiet.h"
#include "aufait-rule.h"
#include "aufait-their-hours.h"
#include "aufait-told.h"

/* What waits for its turn. */
typedef struct {
  const AufaitRef *person;
  AufaitDay on; /* the first day on which it may be shown */
  double score;
} Waiting;

typedef struct {
  const AufaitFacts *facts;
  const AufaitSettings *settings;
  GDateTime *now;
  GTimeZone *zone;
  AufaitDay today;
  gboolean can_show;
  GHashTable *mourning; /* person id → the day until which nothing light is said */
  GDateTime *gate;      /* the first instant at which one more may be shown; NULL: never */
  GDateTime *kept_gate; /* the same for those whom a place is kept for today */
  GDateTime *hours;     /* the first instant that is not in quiet hours, and not in a meeting */
  GDateTime *budget;    /* the first instant at which the budget has one more; NULL: never */
  GArray *waiting;      /* Waiting */
  AufaitPlan *plan;
  double best_score;
  GDateTime *best_at;
} Planning;

void
aufait_plan_free (AufaitPlan *plan)
{
  if (plan == NULL)
    return;
  g_clear_pointer (&plan->digest, g_ptr_array_unref);
  g_clear_pointer (&plan->expired, g_ptr_array_unref);
  g_clear_pointer (&plan->wake, g_date_time_unref);
  g_free (plan);
}

/* --- what holds for all ---------------------------------------------------------------------- */

static GDateTime *
start_of_turn (const Planning *planning, AufaitDay day)
{
  return aufait_day_at (day, planning->settings->at_secs, planning->zone);
}

static GDateTime *
find_quiet (const Planning *planning, GDateTime *at)
{
  return aufait_quiet_find_end (planning->settings->hours, planning->facts->busy, at);
}

/* Whether it is still to come today, and would be late or too late tomorrow. */
static gboolean
is_to_come (const Planning *planning, const AufaitProposal *proposal)
{
  const AufaitNudgeRecord *record = aufait_facts_get_record (planning->facts, proposal);
  g_autoptr (GDateTime) due = NULL;

  if (proposal->due_on != planning->today)
    return FALSE;
  if (proposal->rule->is_timely)
    return proposal->due_at > g_date_time_to_unix (planning->now);
  if (!proposal->rule->is_of_day || proposal->is_faint || record->state != AUFAIT_NUDGE_WAITING)
    return FALSE;
  due = aufait_plan_due_at (proposal, record, planning->settings, planning->zone);
  return g_date_time_compare (due, planning->now) > 0;
}

/* They have their part of the budget. */
static guint
count_to_come (const Planning *planning)
{
  guint n = 0;

  for (guint i = 0; i < planning->facts->proposals->len; i++)
    n += is_to_come (planning, g_ptr_array_index (planning->facts->proposals, i));
  return n;
}

/* When the budget has one more; NULL: never. */
static GDateTime *
find_budget (const Planning *planning, guint n_kept)
{
  guint per_day = (guint) MAX (planning->settings->per_day, 0);

  if (per_day == 0)
    return NULL;
  if (planning->facts->shown_today + MIN (n_kept, per_day - 1) >= per_day)
    return start_of_turn (planning, planning->today + 1);
  return g_date_time_ref (planning->now);
}

/* Budget, spacing, hours and meetings in one instant. */
static GDateTime *
find_gate (const Planning *planning, guint n_kept)
{
  g_autoptr (GDateTime) at = find_budget (planning, n_kept);
  gint64 rested = planning->facts->last_shown_at + planning->settings->spacing_secs;

  if (at == NULL)
    return NULL;
  if (planning->facts->last_shown_at > 0 && rested > g_date_time_to_unix (at)) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (rested);

    g_date_time_unref (at);
    at = g_date_time_to_timezone (utc, planning->zone);
  }
  return find_quiet (planning, at);
}

/* The first instant at which nothing but the proposal itself speaks against showing it. A snooze
 * is a word that was given: neither budget nor spacing break it. */
static GDateTime *
get_gate (const Planning *planning, const AufaitProposal *proposal, const AufaitNudgeRecord *record)
{
  if (record->state == AUFAIT_NUDGE_SNOOZED)
    return planning->hours;
  if (proposal->rule->is_timely)
    return planning->budget;
  return is_to_come (planning, proposal) ? planning->kept_gate : planning->gate;
}

static void
mourn_with (Planning *planning, const AufaitNote *note, AufaitDay until)
{
  for (guint p = 0; p < note->people->len; p++) {
    const AufaitRef *person = g_ptr_array_index (note->people, p);
    AufaitDay other = GPOINTER_TO_INT (g_hash_table_lookup (planning->mourning, &person->id));

    g_hash_table_insert (planning->mourning, (gpointer) &person->id,
                         GINT_TO_POINTER (MAX (until, other)));
  }
}

static void
find_mourning (Planning *planning)
{
  for (guint i = 0; i < planning->facts->losses->len; i++) {
    const AufaitNote *note = g_ptr_array_index (planning->facts->losses, i);

    for (guint m = 0; m < note->meaning->moments->len; m++) {
      const AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, m);

      if (moment->kind == AUFAIT_MOMENT_LOSS)
        mourn_with (planning, note, moment->last + AUFAIT_FACTS_MOURNING_DAYS);
    }
  }
}

/* --- one nudge ------------------------------------------------------------------------------- */

/* The first day on which this may be said to this person: something light not in their mourning,
 * and not too soon behind another word. AUFAIT_DAY_NONE: any. */
static AufaitDay
find_tactful_day (const Planning *planning,
                  const AufaitProposal *proposal,
                  const AufaitNudgeRecord *record)
{
  gpointer until = g_hash_table_lookup (planning->mourning, &proposal->person->id);
  AufaitDay told =
      aufait_told_find_day (planning->facts->told, proposal, record->id, planning->zone);

  if (until == NULL || !aufait_rules_is_light (proposal))
    return told > planning->today ? told : AUFAIT_DAY_NONE;
  return MAX (GPOINTER_TO_INT (until) + 1, told);
}

/* When a shown one comes back: the day after, at the usual time; and not before its own day, which
 * may be another than it was. */
static GDateTime *
find_return (const Planning *planning,
             const AufaitProposal *proposal,
             const AufaitNudgeRecord *record)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (record->last_shown_at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, planning->zone);
  AufaitDay day = MAX (aufait_day_from_date_time (local) + 1, proposal->due_on);
  g_autoptr (GDateTime) at = start_of_turn (planning, day);

  return aufait_their_hours_next (planning->settings->hours, proposal->whom, at);
}

/* When it may be shown as far as it is concerned; NULL: never. */
static GDateTime *
find_ready (const Planning *planning,
            const AufaitProposal *proposal,
            const AufaitNudgeRecord *record)
{
  AufaitDay tactful = find_tactful_day (planning, proposal, record);
  g_autoptr (GDateTime) due = NULL;
  g_autoptr (GDateTime) start = NULL;

  if (record->state == AUFAIT_NUDGE_SHOWN &&
      (proposal->rule->is_once || proposal->is_once || proposal->is_faint ||
       record->times_shown >= AUFAIT_FACTS_SHOWINGS_MAX))
    return NULL;
  if (record->state == AUFAIT_NUDGE_SHOWN)
    due = find_return (planning, proposal, record);
  else
    due = aufait_plan_due_at (proposal, record, planning->settings, planning->zone);
  if (record->state == AUFAIT_NUDGE_SNOOZED)
    return aufait_hours_next (planning->settings->hours, due);
  if (tactful == AUFAIT_DAY_NONE)
    return g_steal_pointer (&due);
  start = start_of_turn (planning, tactful);
  return g_date_time_compare (start, due) > 0 ? g_steal_pointer (&start) : g_steal_pointer (&due);
}

static double
score (const Planning *planning, const AufaitProposal *proposal, const AufaitNudgeRecord *record)
{
  AufaitChoiceContext context =
      aufait_facts_get_context (planning->facts, proposal, planning->today);
  AufaitChoice choice = aufait_choice_weigh (proposal, record, &context);

  return aufait_choice_get_score (&choice);
}

static void
wake_at (Planning *planning, GDateTime *at)
{
  AufaitPlan *plan = planning->plan;

  if (plan->wake != NULL && g_date_time_compare (plan->wake, at) <= 0)
    return;
  g_clear_pointer (&plan->wake, g_date_time_unref);
  plan->wake = g_date_time_ref (at);
}

static void
consider (Planning *planning, const AufaitProposal *proposal, GDateTime *ready, double its_score)
{
  int order = planning->best_at == NULL ? -1 : g_date_time_compare (ready, planning->best_at);

  if (planning->plan->show != NULL &&
      (its_score < planning->best_score || (!(its_score > planning->best_score) && order >= 0)))
    return;
  planning->plan->show = proposal;
  planning->best_score = its_score;
  g_clear_pointer (&planning->best_at, g_date_time_unref);
  planning->best_at = g_date_time_ref (ready);
}

/* The first instant at which neither itself, nor what holds for all, nor their hours speak against
 * showing it. What the user put off comes when they said. */
static GDateTime *
find_start (const Planning *planning,
            const AufaitProposal *proposal,
            const AufaitNudgeRecord *record,
            GDateTime *ready,
            GDateTime *gate)
{
  GDateTime *start = g_date_time_compare (ready, gate) > 0 ? ready : gate;

  if (proposal->whom == NULL || record->state == AUFAIT_NUDGE_SNOOZED)
    return g_date_time_ref (start);
  return aufait_their_hours_next (planning->settings->hours, proposal->whom, start);
}

static void
await (Planning *planning,
       const AufaitProposal *proposal,
       const AufaitNudgeRecord *record,
       GDateTime *ready)
{
  Waiting waiting = {
    .person = proposal->person,
    .on = aufait_day_from_date_time (ready),
    .score = score (planning, proposal, record),
  };

  if (!proposal->rule->is_timely)
    g_array_append_val (planning->waiting, waiting);
}

/* Whether it stands first of what is due, until its end. What else waits is closed when there is
 * something to wake for; what is on the screen the agenda knows. */
static gboolean
is_seen (const AufaitProposal *proposal, const AufaitNudgeRecord *record)
{
  return record->state == AUFAIT_NUDGE_WAITING && proposal->rule->is_timely;
}

static void
weigh (Planning *planning, const AufaitProposal *proposal)
{
  const AufaitNudgeRecord *record = aufait_facts_get_record (planning->facts, proposal);
  g_autoptr (GDateTime) end = NULL;
  g_autoptr (GDateTime) ready = NULL;
  g_autoptr (GDateTime) start = NULL;
  GDateTime *gate = get_gate (planning, proposal, record);

  if (record->state > AUFAIT_NUDGE_SNOOZED)
    return;
  /* But for when the user named the moment. */
  if (proposal->is_rider && record->state == AUFAIT_NUDGE_WAITING)
    return;
  end = aufait_plan_find_end (proposal, record, planning->zone);
  if (end != NULL && g_date_time_compare (end, planning->now) <= 0) {
    g_ptr_array_add (planning->plan->expired, (gpointer) record);
    return;
  }
  if (end != NULL && is_seen (proposal, record))
    wake_at (planning, end);
  ready = find_ready (planning, proposal, record);
  if (ready == NULL || gate == NULL)
    return;
  await (planning, proposal, record, ready);
  start = find_start (planning, proposal, record, ready, gate);
  if (g_date_time_compare (ready, planning->now) <= 0 && !planning->can_show)
    return;
  if (g_date_time_compare (start, planning->now) > 0)
    wake_at (planning, start);
  else if (planning->facts->refused == NULL ||
           !g_hash_table_contains (planning->facts->refused, &record->id))
    consider (planning, proposal, ready, score (planning, proposal, record));
}

/* --- the digest ------------------------------------------------------------------------------ */

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const Waiting *x = a, *y = b;

  return (x->score < y->score) - (x->score > y->score);
}

/* Those who wait for a word by that day, each once, the first to be spoken to first. */
static GPtrArray *
list_waiting (Planning *planning, AufaitDay by)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *people = g_ptr_array_new ();

  g_array_sort (planning->waiting, compare_scores);
  for (guint i = 0; i < planning->waiting->len; i++) {
    const Waiting *waiting = &g_array_index (planning->waiting, Waiting, i);

    if (waiting->on <= by && g_hash_table_add (seen, (gpointer) &waiting->person->id))
      g_ptr_array_add (people, (gpointer) waiting->person);
  }
  return people;
}

/* When it may be told next: this morning, or tomorrow. */
static GDateTime *
find_morning (const Planning *planning)
{
  g_autoptr (GDateTime) turn = start_of_turn (planning, planning->today);
  gint64 since = g_date_time_to_unix (planning->now) - g_date_time_to_unix (turn);
  g_autoptr (GDateTime) tomorrow = NULL;

  if (planning->facts->digest_on < planning->today && since <= AUFAIT_PLAN_DIGEST_SECS)
    return find_quiet (planning, since > 0 ? planning->now : turn);
  tomorrow = start_of_turn (planning, planning->today + 1);
  return find_quiet (planning, tomorrow);
}

/* When more wait than the day has room for, it is told once how many. */
static void
plan_digest (Planning *planning)
{
  g_autoptr (GDateTime) morning = NULL;
  g_autoptr (GPtrArray) people = NULL;

  if (!planning->settings->digest || !planning->can_show || planning->settings->per_day <= 0)
    return;
  morning = find_morning (planning);
  people = list_waiting (planning, aufait_day_from_date_time (morning));
  if (people->len + planning->facts->n_others <= (guint) planning->settings->per_day)
    return;
  if (g_date_time_compare (morning, planning->now) > 0)
    wake_at (planning, morning);
  else if (planning->facts->n_others > 0)
    planning->plan->wants_all = TRUE;
  else
    planning->plan->digest = g_steal_pointer (&people);
}

/* Whether its place may be another's that the facts do not have. */
static gboolean
is_contested (const Planning *planning)
{
  const AufaitProposal *show = planning->plan->show;

  return planning->facts->is_partial && show != NULL && !show->rule->is_timely &&
         aufait_facts_get_record (planning->facts, show)->state != AUFAIT_NUDGE_SNOOZED;
}

/* Of those that the facts do not have nothing is said before the gate. */
static void
wait_for_others (Planning *planning)
{
  if (is_contested (planning))
    planning->plan->wants_all = TRUE;
  if (planning->facts->n_others == 0 || planning->gate == NULL || !planning->can_show)
    return;
  if (g_date_time_compare (planning->gate, planning->now) > 0)
    wake_at (planning, planning->gate);
  else
    planning->plan->wants_all = TRUE;
}

/* All that the facts know of may be put off for longer than until the next day with more; which may
 * have something to say in quiet hours, unless what has is here. */
static void
wake_for_more (Planning *planning)
{
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) morning = NULL;

  if (planning->facts->next_due == AUFAIT_DAY_NONE || planning->gate == NULL)
    return;
  midnight = aufait_day_at (planning->facts->next_due, 0, planning->zone);
  if (midnight == NULL)
    return;
  morning = find_quiet (planning, midnight);
  wake_at (planning, planning->facts->is_partial ? morning : midnight);
}

AufaitPlan *
aufait_plan_new (const AufaitFacts *facts,
                 const AufaitSettings *settings,
                 GDateTime *now,
                 gboolean can_show)
{
  g_autoptr (GHashTable) mourning = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  Planning planning = {
    .facts = facts,
    .settings = settings,
    .now = now,
    .zone = g_date_time_get_timezone (now),
    .today = aufait_day_from_date_time (now),
    .can_show = can_show,
    .mourning = mourning,
    .waiting = waiting,
    .plan = g_new0 (AufaitPlan, 1),
  };

  planning.plan->expired = g_ptr_array_new ();
  planning.gate = find_gate (&planning, count_to_come (&planning));
  planning.kept_gate = find_gate (&planning, 0);
  planning.hours = find_quiet (&planning, now);
  planning.budget = find_budget (&planning, 0);
  find_mourning (&planning);
  for (guint i = 0; i < facts->proposals->len; i++)
    weigh (&planning, g_ptr_array_index (facts->proposals, i));
  plan_digest (&planning);
  wait_for_others (&planning);
  wake_for_more (&planning);
  g_clear_pointer (&planning.gate, g_date_time_unref);
  g_clear_pointer (&planning.kept_gate, g_date_time_unref);
  g_clear_pointer (&planning.hours, g_date_time_unref);
  g_clear_pointer (&planning.budget, g_date_time_unref);
  g_clear_pointer (&planning.best_at, g_date_time_unref);
  return planning.plan;
}
