/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-nudge-maker.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "aufait-call-time.h"
#include "aufait-nudge-store.h"
#include "aufait-person-store.h"
#include "aufait-plan.h"
#include "aufait-rule.h"

/* A nudge is spoken on its day, or today when that is past; before its day it is spoken ahead. One
 * that is put off is spoken as it would be on its own day until it comes back: what was promised
 * for Friday "is due" on Wednesday, although it comes back on Saturday. */
static AufaitSpokenDay
find_spoken_day (const AufaitProposal *proposal, const AufaitNudge *nudge, GDateTime *now)
{
  AufaitDay due = aufait_day_from_date_time (nudge->at);
  AufaitDay today = aufait_day_from_date_time (now);

  if (nudge->state == AUFAIT_NUDGE_SNOOZED && due > today)
    due = MIN (due, proposal->due_on);

  return (AufaitSpokenDay){ .today = MAX (due, today), .is_ahead = due > today };
}

static AufaitReason *
quote_event (const AufaitEvent *event, GTimeZone *zone)
{
  AufaitReason *reason = NULL;
  AufaitDay first, last;

  aufait_event_get_days (event, zone, &first, &last);
  reason = aufait_reason_new (event->summary != NULL ? event->summary : "", first, 0);
  reason->event = g_strdup (event->uid);
  return reason;
}

static GArray *
list_people (const AufaitEvent *event)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < event->people->len; i++)
    g_array_append_val (ids, ((AufaitRef *) g_ptr_array_index (event->people, i))->id);
  return ids;
}

/* What a note took back is closed for ever as what is done is, but nobody did it. */
static AufaitNudgeState
find_state (const AufaitNudgeRecord *record)
{
  return record->state == AUFAIT_NUDGE_DONE && record->done_at == 0 ? AUFAIT_NUDGE_EXPIRED
                                                                    : record->state;
}

static AufaitDay
find_done_day (const AufaitNudgeRecord *record, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (find_state (record) != AUFAIT_NUDGE_DONE)
    return AUFAIT_DAY_NONE;
  utc = g_date_time_new_from_unix_utc (record->done_at);
  local = g_date_time_to_timezone (utc, zone);
  return aufait_day_from_date_time (local);
}

/* Once it is due, a call is easier for a time that is free. */
static void
add_call_time (const AufaitFacts *facts,
               const AufaitProposal *proposal,
               const AufaitSettings *settings,
               GDateTime *now,
               AufaitNudge *nudge)
{
  g_autofree char *time = NULL;
  g_autofree char *action = NULL;

  if (g_strcmp0 (proposal->rule->done_as, "called") != 0 || !aufait_nudge_is_open (nudge) ||
      g_date_time_compare (nudge->at, now) > 0)
    return;
  time = aufait_call_time_dup_text (facts, proposal->who, settings, now);
  if (time == NULL)
    return;
  action = g_steal_pointer (&nudge->action);
  nudge->action = g_strdup_printf ("%s %s", action, time);
}

AufaitNudge *
aufait_nudge_maker_make (const AufaitFacts *facts,
                         const AufaitProposal *proposal,
                         const AufaitSettings *settings,
                         GDateTime *now)
{
  const AufaitNudgeRecord *record = aufait_facts_get_record (facts, proposal);
  GTimeZone *zone = g_date_time_get_timezone (now);
  AufaitNudge *nudge = aufait_nudge_new (proposal->rule->kind, proposal->key);

  nudge->id = record->id;
  nudge->state = find_state (record);
  nudge->done_on = find_done_day (record, zone);
  nudge->is_rider = proposal->is_rider;
  nudge->person = aufait_ref_new (proposal->person->id, proposal->person->name);
  nudge->at = aufait_plan_due_at (proposal, record, settings, zone);
  if (proposal->note != NULL)
    g_ptr_array_add (nudge->why, aufait_reason_new (proposal->note->text, proposal->note->on,
                                                    proposal->note->id));
  if (proposal->event != NULL)
    g_ptr_array_add (nudge->why, quote_event (proposal->event, zone));
  nudge->others = proposal->event != NULL ? list_people (proposal->event) : NULL;
  proposal->rule->word (proposal, find_spoken_day (proposal, nudge, now), zone, nudge);
  add_call_time (facts, proposal, settings, now, nudge);
  return nudge;
}

/* --- why there is none ----------------------------------------------------------------------- */

char *
aufait_nudge_maker_word_closed (gint64 id, AufaitNudgeState state)
{
  int number = (int) id;

  if (state == AUFAIT_NUDGE_DONE)
    return g_strdup_printf (_ ("Nudge %d is done already"), number);
  if (state == AUFAIT_NUDGE_DROPPED)
    return g_strdup_printf (_ ("Nudge %d was dropped already"), number);
  return g_strdup_printf (_ ("Nudge %d has expired: it makes no sense any more"), number);
}

char *
aufait_nudge_maker_word_missing (AufaitMemory *memory, gint64 id)
{
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_store_get (memory, id, NULL);
  AufaitNudgeState state = record != NULL ? find_state (record) : AUFAIT_NUDGE_EXPIRED;

  if (state == AUFAIT_NUDGE_DONE || state == AUFAIT_NUDGE_DROPPED)
    return aufait_nudge_maker_word_closed (id, state);
  return g_strdup_printf (_ ("Nothing speaks for nudge %" PRId64 " any more"), id);
}

/* --- what is left of one --------------------------------------------------------------------- */

static const struct {
  const char *kind;
  const char *title;
} REMAINS[] = {
  { "return", N_ ("A trip of %s") },
  { "wish", N_ ("A good wish for %s") },
  { "promise", N_ ("A promise to %s") },
  { "invite", N_ ("An invitation for %s") },
  { "brief", N_ ("Before seeing %s") },
  { "followup", N_ ("After seeing %s") },
  { "birthday", N_ ("Birthday of %s") },
  { "anniversary", N_ ("Anniversary of %s") },
  { "checkin", N_ ("Keeping in touch with %s") },
  { "drift", N_ ("Keeping in touch with %s") },
  { "loss", N_ ("A thought for %s") },
};

/* Of another version a kind may be unknown. */
static const char *
find_remains (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REMAINS); i++)
    if (g_str_equal (REMAINS[i].kind, kind))
      return _ (REMAINS[i].title);
  return "%s";
}

static GDateTime *
find_instant (const AufaitNudgeRecord *record, const AufaitSettings *settings, GTimeZone *zone)
{
  const AufaitRule *rule = aufait_rules_find (record->kind);
  g_autoptr (GDateTime) utc = NULL;

  if (rule == NULL || !rule->is_timely || record->event_begins == 0)
    return aufait_day_at (record->due_on, settings->at_secs, zone);
  utc = g_date_time_new_from_unix_utc (record->event_begins - rule->lead_secs);
  return g_date_time_to_timezone (utc, zone);
}

AufaitNudge *
aufait_nudge_maker_make_closed (AufaitMemory *memory,
                                const AufaitNudgeRecord *record,
                                const AufaitSettings *settings,
                                GTimeZone *zone,
                                GError **error)
{
  g_autofree char *name = aufait_person_store_dup_name (memory, record->person_id, error);
  AufaitNudge *nudge = NULL;

  if (name == NULL)
    return NULL;
  nudge = aufait_nudge_new (record->kind, record->key);
  nudge->id = record->id;
  nudge->state = find_state (record);
  nudge->done_on = find_done_day (record, zone);
  nudge->person = aufait_ref_new (record->person_id, name);
  nudge->at = find_instant (record, settings, zone);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  nudge->title = g_strdup_printf (find_remains (record->kind), name);
#pragma GCC diagnostic pop
  return nudge;
}

/* The nudge, if it is closed. */
static AufaitNudge *
find_closed (AufaitMemory *memory,
             gint64 id,
             const AufaitSettings *settings,
             GTimeZone *zone,
             GError **error)
{
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_store_get (memory, id, error);

  if (record == NULL || record->state <= AUFAIT_NUDGE_SNOOZED)
    return NULL;
  return aufait_nudge_maker_make_closed (memory, record, settings, zone, error);
}

/* --- one that is asked for ------------------------------------------------------------------- */

/* Only read: this is asked between transactions too, and a note may propose more by now than what
 * has a record. */
AufaitNudge *
aufait_nudge_maker_find (AufaitDirectory *directory,
                         gint64 id,
                         const AufaitSettings *settings,
                         GDateTime *now,
                         GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  g_autoptr (AufaitFacts) facts = aufait_facts_new_of_nudge (directory, now, id, error);
  AufaitNudge *closed = NULL;
  g_autofree char *message = NULL;

  if (facts == NULL)
    return NULL;
  if (facts->proposals->len > 0)
    return aufait_nudge_maker_make (facts, g_ptr_array_index (facts->proposals, 0), settings, now);
  closed = find_closed (memory, id, settings, g_date_time_get_timezone (now), NULL);
  if (closed != NULL)
    return closed;
  message = aufait_nudge_maker_word_missing (memory, id);
  g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND, message);
  return NULL;
}
