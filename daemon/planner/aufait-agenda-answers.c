/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the agenda: its lists, and the answers to nudges. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-agenda-private.h"
#include "aufait-choice-wording.h"
#include "aufait-contact-store.h"
#include "aufait-done-store.h"
#include "aufait-facts.h"
#include "aufait-nudge-maker.h"
#include "aufait-nudge-store.h"
#include "aufait-outdated.h"
#include "aufait-person-store.h"
#include "aufait-rule.h"

#define LATER_SECS    (3 * 3600)
#define CLOSED_LISTED 200

/* --- lists ----------------------------------------------------------------------------------- */

static int
compare_by_instant (gconstpointer a, gconstpointer b)
{
  const AufaitNudge *x = *(AufaitNudge *const *) a;
  const AufaitNudge *y = *(AufaitNudge *const *) b;
  int order = g_date_time_compare (x->at, y->at);

  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

/* The nudges of @facts that are due at or before @until (NULL: all), by their instant. */
static GPtrArray *
make_nudges (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now, GDateTime *until)
{
  GPtrArray *nudges = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_free);

  for (guint i = 0; i < facts->proposals->len; i++) {
    g_autoptr (AufaitNudge) nudge = aufait_nudge_maker_make (
        facts, g_ptr_array_index (facts->proposals, i), self->settings, now);

    if (until == NULL || g_date_time_compare (nudge->at, until) <= 0)
      g_ptr_array_add (nudges, g_steal_pointer (&nudge));
  }
  g_ptr_array_sort (nudges, compare_by_instant);
  return nudges;
}

static gboolean
has (const GPtrArray *nudges, guint n, gint64 id)
{
  for (guint i = 0; i < n; i++)
    if (((const AufaitNudge *) g_ptr_array_index (nudges, i))->id == id)
      return TRUE;
  return FALSE;
}

/* Those that are closed and that nothing proposes any more. */
static gboolean
add_remains (AufaitAgenda *self, GPtrArray *nudges, GDateTime *until, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GPtrArray) records =
      aufait_nudge_store_list_closed (self->memory, CLOSED_LISTED, error);
  guint n_made = nudges->len;

  for (guint i = 0; records != NULL && i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);
    g_autoptr (AufaitNudge) nudge = NULL;

    if (has (nudges, n_made, record->id))
      continue;
    nudge = aufait_nudge_maker_make_closed (self->memory, record, self->settings, zone, NULL);
    if (nudge != NULL && (until == NULL || g_date_time_compare (nudge->at, until) <= 0))
      g_ptr_array_add (nudges, g_steal_pointer (&nudge));
  }
  g_ptr_array_sort (nudges, compare_by_instant);
  return records != NULL;
}

GPtrArray *
aufait_agenda_list (AufaitAgenda *self, GDateTime *until, gboolean closed, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (GPtrArray) nudges = NULL;

  /* None is due before its day. */
  if (until != NULL && !closed)
    facts = aufait_facts_new_by (self->directory, now, aufait_day_from_date_time (until), error);
  else
    facts = aufait_facts_new_of_all (self->directory, now, closed ? CLOSED_LISTED : 0, error);
  if (facts == NULL)
    return NULL;
  nudges = make_nudges (self, facts, now, until);
  if (closed && !add_remains (self, nudges, until, error))
    return NULL;
  return g_steal_pointer (&nudges);
}

/* What is over need not have been closed yet. */
static void
leave_out_over (AufaitFacts *facts, GDateTime *now)
{
  for (guint i = facts->proposals->len; i > 0; i--) {
    const AufaitProposal *proposal = facts->proposals->pdata[i - 1];

    if (aufait_plan_is_over (proposal, aufait_facts_get_record (facts, proposal), now))
      g_ptr_array_remove_index (facts->proposals, i - 1);
  }
}

GPtrArray *
aufait_agenda_list_next (AufaitAgenda *self, AufaitDay day, guint n, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (AufaitFacts) facts = NULL;
  AufaitDay by;

  if (!aufait_nudge_store_find_day_of_next (self->memory, day, n, &by, error))
    return NULL;
  facts = aufait_facts_new_by (self->directory, now, by, error);
  if (facts == NULL)
    return NULL;
  leave_out_over (facts, now);
  return make_nudges (self, facts, now, NULL);
}

GPtrArray *
aufait_agenda_list_of (AufaitAgenda *self, gint64 person_id, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (AufaitFacts) facts =
      aufait_facts_new_of_person (self->directory, now, person_id, error);

  return facts != NULL ? make_nudges (self, facts, now, NULL) : NULL;
}

static gboolean
has_before (const GPtrArray *nudges, guint index)
{
  return has (nudges, index, ((const AufaitNudge *) g_ptr_array_index (nudges, index))->id);
}

/* What was told twice may be answered already: only what is open comes of a note. And a death and
 * the funeral, told in one breath, lead to the same word a month later. */
static void
keep_open (GPtrArray *nudges)
{
  for (guint i = nudges->len; i > 0; i--)
    if (!aufait_nudge_is_open (g_ptr_array_index (nudges, i - 1)) || has_before (nudges, i - 1))
      g_ptr_array_remove_index (nudges, i - 1);
}

/* Appends the nudges of @ids to @closed in the @state that is told, and closes them for ever: what
 * has expired would be back with its evidence, which stays. */
static gboolean
close_all (AufaitAgenda *self,
           const GArray *ids,
           AufaitNudgeState state,
           GDateTime *now,
           GPtrArray *closed,
           GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    AufaitNudge *nudge = aufait_nudge_maker_find (self->directory, id, self->settings, now, NULL);

    if (nudge != NULL) {
      nudge->state = state;
      g_ptr_array_add (closed, nudge);
    }
    g_array_append_val (self->outdated, id);
    if (!(state == AUFAIT_NUDGE_DONE
              ? aufait_done_store_set (self->memory, id, g_date_time_to_unix (now), error)
              : aufait_nudge_store_set_state (self->memory, id, AUFAIT_NUDGE_DONE, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
close_outdated (
    AufaitAgenda *self, const AufaitNote *note, GDateTime *now, GPtrArray *closed, GError **error)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) taken_back = g_array_new (FALSE, FALSE, sizeof (gint64));

  return aufait_outdated_find (self->memory, note, done, taken_back, error) &&
         close_all (self, done, AUFAIT_NUDGE_DONE, now, closed, error) &&
         close_all (self, taken_back, AUFAIT_NUDGE_EXPIRED, now, closed, error);
}

GPtrArray *
aufait_agenda_plan_note (AufaitAgenda *self, AufaitNote *note, GPtrArray *closed, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (AufaitFacts) facts = aufait_facts_new_of_note (self->directory, now, note, error);
  GPtrArray *nudges = NULL;

  if (facts == NULL || !close_outdated (self, note, now, closed, error))
    return NULL;
  for (guint i = 0; i < note->people->len; i++)
    g_array_append_val (self->noted_people, ((AufaitRef *) note->people->pdata[i])->id);
  nudges = make_nudges (self, facts, now, NULL);
  keep_open (nudges);
  if (note->meaning->interests->len > 0)
    g_array_append_val (self->liking_notes, note->id);
  return nudges;
}

AufaitNudge *
aufait_agenda_find (AufaitAgenda *self, gint64 nudge_id, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);

  return aufait_nudge_maker_find (self->directory, nudge_id, self->settings, now, error);
}

AufaitRef *
aufait_agenda_find_person (AufaitAgenda *self, gint64 nudge_id, GError **error)
{
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_store_get (self->memory, nudge_id, error);
  g_autoptr (AufaitPerson) person =
      record != NULL ? aufait_person_store_get (self->memory, record->person_id, error) : NULL;

  return person != NULL ? aufait_ref_new (person->id, person->name) : NULL;
}

GPtrArray *
aufait_agenda_explain (AufaitAgenda *self, gint64 nudge_id, double *ret_score, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (AufaitFacts) facts = aufait_facts_new_of_nudge (self->directory, now, nudge_id, error);
  const AufaitProposal *proposal = NULL;
  const AufaitNudgeRecord *record = NULL;
  g_autofree char *message = NULL;
  AufaitChoiceContext context;
  AufaitChoice choice;

  if (facts == NULL)
    return NULL;
  if (facts->proposals->len == 0) {
    message = aufait_nudge_maker_word_missing (self->memory, nudge_id);
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND, message);
    return NULL;
  }
  proposal = g_ptr_array_index (facts->proposals, 0);
  record = aufait_facts_get_record (facts, proposal);
  context = aufait_facts_get_context (facts, proposal, aufait_day_from_date_time (now));
  choice = aufait_choice_weigh (proposal, record, &context);
  *ret_score = aufait_choice_get_score (&choice);
  return aufait_choice_wording_list (&choice, proposal, record, &context);
}

/* --- answers --------------------------------------------------------------------------------- */

/* The name of an answer, for undo. */
static char *
name_answer (const AufaitNudge *nudge, AufaitNudgeState state)
{
  if (state == AUFAIT_NUDGE_DONE)
    return g_strdup_printf (_ ("done: %s"), nudge->title);
  if (state == AUFAIT_NUDGE_DROPPED)
    return g_strdup_printf (_ ("dropped: %s"), nudge->title);
  return g_strdup_printf (_ ("put off: %s"), nudge->title);
}

/* Who has done what asked for a call was in touch. */
static AufaitContact *
make_contact (const AufaitNudge *nudge, AufaitNudgeState state, AufaitDay today)
{
  const AufaitRule *rule = aufait_rules_find (nudge->kind);
  AufaitContact *contact = NULL;

  if (state != AUFAIT_NUDGE_DONE || rule == NULL || rule->done_as == NULL)
    return NULL;
  contact =
      aufait_contact_new ((AufaitContactHow) aufait_contact_how_from_string (rule->done_as), today);
  g_ptr_array_add (contact->people, aufait_ref_new (nudge->person->id, nudge->person->name));
  return contact;
}

/* Within a transaction. */
static gboolean
record_within (AufaitAgenda *self,
               const AufaitNudge *nudge,
               AufaitNudgeState state,
               GDateTime *until,
               AufaitContact *contact,
               GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);

  if (contact != NULL && !aufait_contact_store_add (self->memory, contact, error))
    return FALSE;
  if (state == AUFAIT_NUDGE_SNOOZED)
    return aufait_nudge_store_snooze (self->memory, nudge->id, g_date_time_to_unix (until), error);
  if (state == AUFAIT_NUDGE_DONE)
    return aufait_done_store_set (self->memory, nudge->id, g_date_time_to_unix (now), error);
  return aufait_nudge_store_set_state (self->memory, nudge->id, state, error);
}

/* @contact: NULL: one was not in touch. */
static gboolean
record_answer (AufaitAgenda *self,
               const AufaitNudge *nudge,
               AufaitNudgeState state,
               GDateTime *until,
               AufaitContact *contact,
               GError **error)
{
  g_autofree char *what = name_answer (nudge, state);

  if (!aufait_memory_begin (self->memory, what, error))
    return FALSE;
  if (record_within (self, nudge, state, until, contact, error))
    return aufait_memory_commit (self->memory, error);
  aufait_memory_rollback (self->memory);
  return FALSE;
}

/* What was answered never comes back. */
static gboolean
check_open (const AufaitNudge *nudge, GError **error)
{
  g_autofree char *message = NULL;

  if (nudge->state <= AUFAIT_NUDGE_SNOOZED)
    return TRUE;
  message = aufait_nudge_maker_word_closed (nudge->id, nudge->state);
  g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND, message);
  return FALSE;
}

AufaitNudge *
aufait_agenda_answer (
    AufaitAgenda *self, gint64 nudge_id, AufaitNudgeState state, GDateTime *until, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (AufaitNudge) before =
      aufait_nudge_maker_find (self->directory, nudge_id, self->settings, now, error);
  g_autoptr (AufaitContact) contact = NULL;
  g_autoptr (AufaitNudge) after = NULL;

  if (before == NULL || !check_open (before, error))
    return NULL;
  contact = make_contact (before, state, aufait_day_from_date_time (now));
  if (!record_answer (self, before, state, until, contact, error))
    return NULL;
  if (contact != NULL) {
    /* The silence that it spoke of is over: nothing proposes it any more. */
    after = g_steal_pointer (&before);
    after->state = state;
    after->done_on = aufait_day_from_date_time (now);
    aufait_agenda_emit_contact (self, contact);
  } else {
    after = aufait_nudge_maker_find (self->directory, nudge_id, self->settings, now, error);
  }
  if (after == NULL)
    return NULL;
  aufait_agenda_emit_close (self, nudge_id);
  aufait_agenda_emit_changed (self, after);
  aufait_agenda_refresh (self);
  return g_steal_pointer (&after);
}

AufaitNudge *
aufait_agenda_answer_later (AufaitAgenda *self, gint64 nudge_id, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, LATER_SECS);
  g_autoptr (GDateTime) until = aufait_hours_next (self->settings->hours, later);

  return aufait_agenda_answer (self, nudge_id, AUFAIT_NUDGE_SNOOZED, until, error);
}
