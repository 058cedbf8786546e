/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the plan anew, and does what it says. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-looked.h"
#include "aufait-plan.h"

/* The disk may be full, or the file held by another: so long after it is tried once more. */
#define RETRY_SECS (5 * 60)

static gboolean
expire_all (AufaitAgenda *self, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);

    if (!aufait_nudge_store_set_state (self->memory, record->id, AUFAIT_NUDGE_EXPIRED, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
keep_expired (AufaitAgenda *self, const AufaitFacts *facts, const AufaitPlan *plan, GError **error)
{
  if (!aufait_memory_begin (self->memory, NULL, error))
    return FALSE;
  if (expire_all (self, plan->expired, error) && expire_all (self, facts->orphans, error))
    return aufait_memory_commit (self->memory, error);
  aufait_memory_rollback (self->memory);
  return FALSE;
}

static void
mark_expired (const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    ((AufaitNudgeRecord *) records->pdata[i])->state = AUFAIT_NUDGE_EXPIRED;
}

/* What makes no sense any more, and what nothing proposes any more, is closed. */
static gboolean
expire (AufaitAgenda *self,
        const AufaitFacts *facts,
        const AufaitPlan *plan,
        GDateTime *now,
        GError **error)
{
  if (plan->expired->len == 0 && facts->orphans->len == 0)
    return TRUE;
  if (!keep_expired (self, facts, plan, error))
    return FALSE;
  mark_expired (plan->expired);
  mark_expired (facts->orphans);
  aufait_agenda_tell_expired (self, facts, now);
  return TRUE;
}

static gboolean
is_open_in (const AufaitFacts *facts, gint64 id)
{
  GHashTableIter iter;
  AufaitNudgeRecord *record;

  g_hash_table_iter_init (&iter, facts->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (record->id == id)
      return record->state == AUFAIT_NUDGE_SHOWN;
  return FALSE;
}

static void
close_all (AufaitAgenda *self, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    aufait_agenda_emit_close (self, ((AufaitNudgeRecord *) g_ptr_array_index (records, i))->id);
}

/* Takes what was answered elsewhere, taken back or has expired off the screen. */
static void
clear_screen (AufaitAgenda *self, const AufaitFacts *facts, const AufaitPlan *plan)
{
  g_autoptr (GList) ids = aufait_display_list (self->display);

  for (GList *l = ids; l != NULL; l = l->next) {
    gint64 id = *(gint64 *) l->data;

    if (!is_open_in (facts, id))
      aufait_agenda_emit_close (self, id);
  }
  close_all (self, plan->expired);
  close_all (self, facts->orphans);
}

/* What was handed out and never got on the screen is not waited for for ever. */
static void
forget_lost (AufaitAgenda *self, GDateTime *now)
{
  g_autoptr (GDateTime) until = aufait_display_find_patience (self->display);

  if (until != NULL && g_date_time_compare (until, now) <= 0)
    aufait_display_give_up (self->display);
}

static void
arm (AufaitAgenda *self, GDateTime *planned, GDateTime *now)
{
  g_autoptr (GDateTime) patience = aufait_display_find_patience (self->display);
  g_autoptr (GDateTime) look = aufait_agenda_find_next_look (self, now);
  g_autoptr (GDateTime) retry = g_date_time_add_seconds (now, RETRY_SECS);
  GDateTime *wake = planned;

  if (self->is_failing && (wake == NULL || g_date_time_compare (retry, wake) < 0))
    wake = retry;
  if (patience != NULL && (wake == NULL || g_date_time_compare (patience, wake) < 0))
    wake = patience;
  if (aufait_directory_has_dates (self->directory) &&
      (wake == NULL || g_date_time_compare (look, wake) < 0))
    wake = look;
  g_clear_pointer (&self->wake, g_date_time_unref);
  self->wake = wake != NULL ? g_date_time_ref (wake) : NULL;
  aufait_clock_arm (self->clock, self->wake);
}

/* What somebody was just said to like is looked for among the events that are near. */
static gboolean
discover_occasions (AufaitAgenda *self, GDateTime *now, GError **error)
{
  if (self->liking_notes->len == 0)
    return TRUE;
  if (self->subjects != NULL && !aufait_subjects_is_of (self->subjects, now))
    g_clear_pointer (&self->subjects, aufait_subjects_free);
  if (self->subjects == NULL)
    self->subjects = aufait_subjects_new (self->directory, now, error);
  return self->subjects != NULL &&
         aufait_facts_discover_occasions (self->directory, now, self->liking_notes, self->subjects,
                                          error);
}

/* Once a day, and when notes were read anew. Whether all was looked through. */
static gboolean
discover (AufaitAgenda *self, GDateTime *now)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GError) error = NULL;
  gboolean is_all, ok;

  if (!self->has_begun && aufait_looked_is_kept (self->directory, now))
    self->discovered_on = today;
  self->has_begun = TRUE;
  is_all = self->discovered_on != today;
  if (is_all)
    ok = aufait_facts_discover (self->directory, now, &error);
  else
    ok = (self->changed_files->len == 0 ||
          aufait_facts_discover_files (self->directory, now, self->changed_files, &error)) &&
         (self->noted_people->len == 0 ||
          aufait_facts_discover_people (self->directory, now, self->noted_people, &error)) &&
         discover_occasions (self, now, &error);
  self->discovered_on = ok ? today : AUFAIT_DAY_NONE;
  self->is_failing |= !ok;
  if (!ok)
    g_warning ("Cannot look through what is near: %s", error->message);
  return is_all;
}

/* What was told since the last plan is in this one; or all is looked through with the next. */
static void
forget_changes (AufaitAgenda *self)
{
  g_array_set_size (self->liking_notes, 0);
  g_array_set_size (self->changed_files, 0);
  g_array_set_size (self->noted_people, 0);
}

static AufaitPlan *
plan_with (AufaitAgenda *self, AufaitFacts *facts, GDateTime *now)
{
  aufait_agenda_add_showings (self, facts, now);
  return aufait_plan_new (facts, self->settings, now, self->can_show && !self->is_away);
}

/* With what has changed alone, where that is enough. @ret_facts are those of the plan. */
static AufaitPlan *
plan_changes (AufaitAgenda *self, GDateTime *now, AufaitFacts **ret_facts, GError **error)
{
  g_autoptr (GList) shown = aufait_display_list (self->display);
  AufaitFactsChanges changes = { self->noted_people, shown };
  g_autoptr (AufaitPlan) plan = NULL;

  *ret_facts = aufait_facts_new_of_changes (self->directory, now, &changes, error);
  if (*ret_facts == NULL)
    return NULL;
  plan = plan_with (self, *ret_facts, now);
  if (!plan->wants_all)
    return g_steal_pointer (&plan);
  g_clear_pointer (ret_facts, aufait_facts_free);
  return NULL;
}

static AufaitPlan *
make_plan (
    AufaitAgenda *self, GDateTime *now, gboolean is_all, AufaitFacts **ret_facts, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GHashTable *refused = aufait_display_get_refused (self->display);
  AufaitPlan *plan = is_all || g_hash_table_size (refused) > 0
                         ? NULL
                         : plan_changes (self, now, ret_facts, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (plan != NULL)
    return plan;
  *ret_facts = aufait_facts_new (self->directory, now, error);
  if (*ret_facts == NULL)
    return NULL;
  (*ret_facts)->refused = refused;
  return plan_with (self, *ret_facts, now);
}

/* Where evidence is gone, something else may tell the same. Once in a row: what is found then and
 * goes again is not looked for for ever. */
static void
look_for_others (AufaitAgenda *self, gboolean has_orphans)
{
  if (has_orphans && !self->has_looked)
    aufait_agenda_rediscover (self);
  self->has_looked = has_orphans;
}

/* Looks for what is new, and plans; with many questions of one moment. */
static AufaitPlan *
look_and_plan (AufaitAgenda *self, GDateTime *now, AufaitFacts **ret_facts, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (self->directory);
  AufaitPlan *plan = NULL;
  gboolean is_all;

  if (index != NULL)
    aufait_index_begin_reading (index);
  aufait_memory_begin_reading (self->memory);
  is_all = discover (self, now);
  aufait_memory_begin_reading (self->memory);
  plan = make_plan (self, now, is_all, ret_facts, error);
  aufait_memory_end_reading (self->memory);
  if (index != NULL)
    aufait_index_end_reading (index);
  return plan;
}

static void
wake_by (AufaitPlan *plan, GDateTime *at)
{
  if (at == NULL || (plan->wake != NULL && g_date_time_compare (plan->wake, at) <= 0))
    return;
  g_clear_pointer (&plan->wake, g_date_time_unref);
  plan->wake = g_date_time_ref (at);
}

/* What is on the screen is taken off it as it ends. */
static void
wake_for_ends (AufaitAgenda *self, const AufaitFacts *facts, AufaitPlan *plan, GDateTime *now)
{
  for (guint i = 0; i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = facts->proposals->pdata[i];
    const AufaitNudgeRecord *record = aufait_facts_get_record (facts, proposal);
    g_autoptr (GDateTime) end = NULL;

    if (record->state != AUFAIT_NUDGE_SHOWN || !aufait_display_contains (self->display, record->id))
      continue;
    end = aufait_plan_find_end (proposal, record, g_date_time_get_timezone (now));
    if (end != NULL && g_date_time_compare (end, now) > 0)
      wake_by (plan, end);
  }
}

void
aufait_agenda_plan_anew (AufaitAgenda *self)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (AufaitPlan) plan = NULL;
  g_autoptr (GDateTime) back = NULL;

  self->is_failing = FALSE;
  aufait_agenda_keep_showings (self, now);
  aufait_agenda_tell_outdated (self, now);
  aufait_display_forgive (self->display, now);
  plan = look_and_plan (self, now, &facts, &error);
  forget_changes (self);
  if (plan == NULL) {
    g_warning ("Cannot plan: %s", error->message);
    self->is_failing = TRUE;
    self->discovered_on = AUFAIT_DAY_NONE;
    arm (self, NULL, now);
    return;
  }
  if (!expire (self, facts, plan, now, &error)) {
    g_warning ("Cannot close what has expired: %s", error->message);
    self->is_failing = TRUE;
  }
  look_for_others (self, facts->orphans->len > 0);
  clear_screen (self, facts, plan);
  aufait_agenda_hush (self, facts, now);
  forget_lost (self, now);
  if (plan->digest != NULL)
    aufait_agenda_tell_digest (self, plan->digest, now);
  back = aufait_agenda_bring_back (self, facts, now);
  wake_by (plan, back);
  wake_for_ends (self, facts, plan, now);
  aufait_agenda_show_planned (self, facts, plan, now);
  arm (self, plan->wake, now);
  aufait_agenda_emit_planned (self);
}
