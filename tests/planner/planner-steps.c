/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-steps.h"

#include <string.h>

#include "aufait-person-store.h"
#include "memory-template.h"
#include "planner-world.h"
#include "remove-tree.h"

#define NEAR_SECS    (10 * 60)
#define HOUR_SECS    3600
#define TOLD_SECS    (8 * 24 * HOUR_SECS)
#define SHOWINGS_MAX 3
#define MOURNING_ON  7
#define FUNERAL_DAYS 14

const char PLANNER_STEPS_GAVE_WAY[] = "there was another word on the same person";

static const char *const ZONES[PLANNER_STEPS_ZONES] = { "Europe/Paris", "Asia/Tokyo",
                                                        "America/New_York", "Australia/Lord_Howe" };

static GDateTime *
localize (const PlannerSteps *steps, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return g_date_time_to_timezone (utc, steps->zone);
}

GDateTime *
planner_steps_get_now (const PlannerSteps *steps)
{
  return localize (steps, steps->now);
}

AufaitDay
planner_steps_find_day (const PlannerSteps *steps, gint64 at)
{
  g_autoptr (GDateTime) local = localize (steps, at);

  return aufait_day_from_date_time (local);
}

gboolean
planner_steps_is_open (const PlannerStepsItem *item)
{
  return item->record->state <= AUFAIT_NUDGE_SNOOZED;
}

/* --- the memory ------------------------------------------------------------------------------ */

/* One transaction from one restart to the next: the disk is not what is tested. */
static void
begin (PlannerSteps *steps)
{
  g_autofree char *path = g_build_filename (steps->folder, "memory.db", NULL);

  steps->memory = memory_template_open (path);
  steps->directory = aufait_directory_new (steps->memory, NULL);
  g_assert_true (aufait_memory_begin (steps->memory, NULL, NULL));
}

static void
end (PlannerSteps *steps)
{
  g_assert_true (aufait_memory_commit (steps->memory, NULL));
  g_clear_pointer (&steps->directory, aufait_directory_free);
  g_clear_pointer (&steps->memory, aufait_memory_close);
}

void
planner_steps_show (PlannerSteps *steps, PlannerStepsItem *item)
{
  item->record->state = AUFAIT_NUDGE_SHOWN;
  item->record->times_shown++;
  item->record->last_shown_at = steps->now;
  g_assert_true (
      aufait_nudge_store_add_showing (steps->memory, item->record->id, steps->now, NULL));
}

void
planner_steps_close (PlannerSteps *steps, PlannerStepsItem *item, AufaitNudgeState state)
{
  item->record->state = state;
  g_assert_true (aufait_nudge_store_set_state (steps->memory, item->record->id, state, NULL));
}

void
planner_steps_snooze (PlannerSteps *steps, PlannerStepsItem *item, gint64 until)
{
  item->record->state = AUFAIT_NUDGE_SNOOZED;
  item->record->snoozed_until = until;
  g_assert_true (aufait_nudge_store_snooze (steps->memory, item->record->id, until, NULL));
}

/* --- items ----------------------------------------------------------------------------------- */

static void
clear_evidence (PlannerStepsItem *item)
{
  g_clear_pointer (&item->proposal, aufait_proposal_free);
  g_clear_pointer (&item->note, aufait_note_free);
}

static void
free_item (PlannerStepsItem *item)
{
  clear_evidence (item);
  aufait_nudge_record_free (item->record);
  g_free (item);
}

static AufaitNote *
new_note (AufaitDay on, int kind, AufaitDay first, AufaitDay last)
{
  AufaitNote *note = aufait_note_new (on, "words");

  if (kind >= 0)
    g_ptr_array_add (note->meaning->moments,
                     aufait_moment_new ((AufaitMomentKind) kind, first, last));
  return note;
}

static void
make_evidence (PlannerSteps *steps, PlannerStepsItem *item, const char *key)
{
  item->note = new_note (item->noted_on, item->moment, item->due_on, item->due_on);
  item->proposal = aufait_proposal_new (item->rule, item->note, steps->people[item->person]);
  item->proposal->key = g_strdup (key);
  if (item->moment >= 0)
    item->proposal->moment = item->note->meaning->moments->pdata[0];
  item->proposal->due_on = item->due_on;
  item->proposal->due_secs = item->due_secs;
  item->proposal->due_at = item->due_at;
  item->proposal->expires_on = item->expires_on;
  item->proposal->expires_at = item->expires_at;
}

void
planner_steps_take_item (PlannerSteps *steps, PlannerStepsItem *item)
{
  g_autofree char *key = g_strdup_printf ("%s:%u", item->rule->kind, steps->n_keys++);

  make_evidence (steps, item, key);
  item->record = aufait_nudge_record_new (item->rule->kind, key);
  item->record->person_id = item->proposal->person->id;
  item->record->due_on = item->due_on;
  g_assert_true (aufait_nudge_store_ensure (steps->memory, item->record, NULL));
  g_ptr_array_add (steps->items, item);
}

void
planner_steps_add_loss (PlannerSteps *steps, gint64 person, AufaitDay day)
{
  AufaitNote *note = new_note (day, AUFAIT_MOMENT_LOSS, day, day);
  const AufaitRef *ref = steps->people[person];

  g_ptr_array_add (note->people, aufait_ref_new (ref->id, ref->name));
  g_ptr_array_add (steps->losses, note);
}

/* --- restart --------------------------------------------------------------------------------- */

static void
read_again (PlannerSteps *steps, PlannerStepsItem *item)
{
  g_autoptr (AufaitNudgeRecord) before = g_steal_pointer (&item->record);
  g_autoptr (GError) error = NULL;

  item->record = aufait_nudge_store_get (steps->memory, before->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (item->record->key, ==, before->key);
  g_assert_cmpint (item->record->person_id, ==, before->person_id);
  g_assert_cmpint (item->record->state, ==, before->state);
  g_assert_cmpint (item->record->times_shown, ==, before->times_shown);
  g_assert_cmpint (item->record->last_shown_at, ==, before->last_shown_at);
  if (before->state == AUFAIT_NUDGE_SNOOZED)
    g_assert_cmpint (item->record->snoozed_until, ==, before->snoozed_until);
  clear_evidence (item);
  make_evidence (steps, item, item->record->key);
}

void
planner_steps_restart (PlannerSteps *steps)
{
  end (steps);
  begin (steps);
  for (guint i = 0; i < steps->items->len; i++)
    read_again (steps, g_ptr_array_index (steps->items, i));
}

/* --- what the plan is told ------------------------------------------------------------------- */

static void
tell_showing (const PlannerSteps *steps, AufaitFacts *facts, const PlannerStepsItem *item)
{
  gint64 at = item->record->last_shown_at;
  AufaitNudgeStoreTold *told = NULL;

  if (at == 0)
    return;
  if (at <= steps->now &&
      planner_steps_find_day (steps, at) == planner_steps_find_day (steps, steps->now)) {
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

/* A loss of which one speaks with care today. */
static gboolean
is_mourned (const PlannerSteps *steps, const AufaitNote *loss)
{
  AufaitDay today = planner_steps_find_day (steps, steps->now);

  return loss->on >= today - MOURNING_ON && loss->on <= today + FUNERAL_DAYS;
}

AufaitFacts *
planner_steps_new_facts (PlannerSteps *steps)
{
  g_autoptr (GDateTime) now = planner_steps_get_now (steps);
  AufaitFacts *facts = g_new0 (AufaitFacts, 1);

  facts->evidence = aufait_evidence_new (steps->directory, now);
  facts->proposals = g_ptr_array_new ();
  facts->records = g_hash_table_new (g_str_hash, g_str_equal);
  facts->orphans = g_ptr_array_new ();
  facts->losses = g_ptr_array_new ();
  facts->busy = g_array_ref (steps->busy);
  facts->told = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_store_told_free);
  facts->habits = g_hash_table_new (g_str_hash, g_str_equal);
  facts->digest_on = planner_steps_find_day (steps, steps->now) + 1;
  for (guint i = 0; i < steps->losses->len; i++) {
    if (is_mourned (steps, steps->losses->pdata[i]))
      g_ptr_array_add (facts->losses, steps->losses->pdata[i]);
  }
  for (guint i = 0; i < steps->items->len; i++) {
    PlannerStepsItem *item = g_ptr_array_index (steps->items, i);

    tell_showing (steps, facts, item);
    if (!planner_steps_is_open (item))
      continue;
    g_ptr_array_add (facts->proposals, item->proposal);
    g_hash_table_insert (facts->records, item->proposal->key, item->record);
  }
  return facts;
}

/* --- what speaks against it ------------------------------------------------------------------ */

static gboolean
is_quiet (const PlannerSteps *steps)
{
  g_autoptr (GDateTime) now = planner_steps_get_now (steps);
  g_autoptr (GDateTime) next = aufait_hours_next (steps->settings->hours, now);

  if (!g_date_time_equal (next, now))
    return TRUE;
  for (guint i = 0; i < steps->busy->len; i++) {
    AufaitFreeTime meeting = g_array_index (steps->busy, AufaitFreeTime, i);

    if (meeting.start - NEAR_SECS <= steps->now && steps->now < meeting.end)
      return TRUE;
  }
  return FALSE;
}

/* How many meetings are still to come today, each with a word before it. */
static guint
count_to_come (const PlannerSteps *steps)
{
  AufaitDay today = planner_steps_find_day (steps, steps->now);
  guint n = 0;

  for (guint i = 0; i < steps->items->len; i++) {
    const PlannerStepsItem *item = g_ptr_array_index (steps->items, i);

    n += planner_steps_is_open (item) && item->rule->is_timely && item->due_on == today &&
         item->due_at > steps->now;
  }
  return n;
}

static gboolean
is_over_budget (const PlannerSteps *steps, const AufaitFacts *facts, guint n_kept)
{
  guint per_day = (guint) steps->settings->per_day;

  return facts->shown_today + MIN (n_kept, per_day - 1) >= per_day;
}

static gboolean
gives_way (const PlannerSteps *steps, const PlannerStepsItem *item)
{
  AufaitDay today = planner_steps_find_day (steps, steps->now);
  int days = item->rule->is_undated ? 7 : 1;

  for (guint i = 0; i < steps->items->len; i++) {
    const PlannerStepsItem *other = g_ptr_array_index (steps->items, i);
    gint64 at = other->record->last_shown_at;

    if (other != item && other->person == item->person && !other->rule->is_beside && at != 0 &&
        at >= steps->now - TOLD_SECS && planner_steps_find_day (steps, at) + days > today)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_light (const PlannerStepsItem *item)
{
  return item->rule->is_light || item->moment == AUFAIT_MOMENT_TRIP ||
         item->moment == AUFAIT_MOMENT_WEDDING;
}

static gboolean
mourns (const PlannerSteps *steps, const PlannerStepsItem *item)
{
  gint64 person = steps->people[item->person]->id;

  for (guint i = 0; i < steps->losses->len; i++) {
    const AufaitNote *loss = g_ptr_array_index (steps->losses, i);

    if (((AufaitRef *) loss->people->pdata[0])->id == person && is_mourned (steps, loss))
      return TRUE;
  }
  return FALSE;
}

/* When a shown one may come back: on the next day, from the usual time on. */
static gboolean
is_back (const PlannerSteps *steps, const PlannerStepsItem *item)
{
  AufaitDay day = planner_steps_find_day (steps, item->record->last_shown_at) + 1;
  g_autoptr (GDateTime) turn = aufait_day_at (day, steps->settings->at_secs, steps->zone);
  g_autoptr (GDateTime) at = aufait_hours_next (steps->settings->hours, turn);

  return item->record->times_shown < SHOWINGS_MAX && !item->rule->is_once &&
         g_date_time_to_unix (at) <= steps->now;
}

static gboolean
is_due (const PlannerSteps *steps, const PlannerStepsItem *item)
{
  g_autoptr (GDateTime) due =
      aufait_plan_due_at (item->proposal, item->record, steps->settings, steps->zone);

  return g_date_time_to_unix (due) <= steps->now;
}

const char *
planner_steps_find_reason (PlannerSteps *steps,
                           const AufaitFacts *facts,
                           const PlannerStepsItem *item)
{
  gboolean is_shown = item->record->state == AUFAIT_NUDGE_SHOWN;

  if (!planner_steps_is_open (item))
    return "it is closed";
  if (is_shown ? !is_back (steps, item) : !is_due (steps, item))
    return is_shown ? "it was said" : "it is not due";
  if (item->record->state == AUFAIT_NUDGE_SNOOZED)
    return is_quiet (steps) ? "it is quiet" : NULL;
  if (is_over_budget (steps, facts, item->rule->is_timely ? 0 : count_to_come (steps)))
    return "the day has had enough";
  if (is_light (item) && mourns (steps, item))
    return "they mourn";
  if (!item->rule->is_beside && gives_way (steps, item))
    return PLANNER_STEPS_GAVE_WAY;
  if (item->rule->is_timely)
    return NULL;
  if (facts->last_shown_at > 0 && facts->last_shown_at + steps->settings->spacing_secs > steps->now)
    return "something was said just now";
  return is_quiet (steps) ? "it is quiet" : NULL;
}

/* --- the whole ------------------------------------------------------------------------------- */

void
planner_steps_init (PlannerSteps *steps, int per_day)
{
  g_autofree char *text = g_strdup_printf ("[nudges]\nper-day=%d", per_day);
  g_autoptr (GDateTime) now = planner_world_parse ("2026-03-01 09:00");

  steps->folder = g_dir_make_tmp ("aufait-steps-XXXXXX", NULL);
  begin (steps);
  steps->settings = aufait_settings_new_from_data (text, strlen (text));
  steps->now = g_date_time_to_unix (now);
  steps->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  steps->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  steps->busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  for (int i = 0; i < PLANNER_STEPS_PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("Ada %c", 'A' + i);
    g_autoptr (AufaitPerson) person = aufait_person_new (name);

    g_assert_true (aufait_person_store_add (steps->memory, person, NULL));
    steps->people[i] = aufait_ref_new (person->id, name);
  }
  for (int i = 0; i < PLANNER_STEPS_ZONES; i++)
    steps->zones[i] = g_time_zone_new_identifier (ZONES[i]);
  steps->zone = steps->zones[0];
}

void
planner_steps_clear (PlannerSteps *steps)
{
  end (steps);
  remove_tree (steps->folder);
  g_free (steps->folder);
  aufait_settings_free (steps->settings);
  g_ptr_array_unref (steps->items);
  g_ptr_array_unref (steps->losses);
  g_array_unref (steps->busy);
  for (int i = 0; i < PLANNER_STEPS_PEOPLE; i++)
    aufait_ref_free (steps->people[i]);
  for (int i = 0; i < PLANNER_STEPS_ZONES; i++)
    g_time_zone_unref (steps->zones[i]);
}
