/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-evidence.h"

#include "aufait-event-store.h"
#include "aufait-free-time.h"
#include "aufait-guest-book.h"
#include "aufait-interest-key-store.h"
#include "aufait-note-store.h"
#include "aufait-occasion-finder.h"
#include "aufait-silence.h"
#include "aufait-tie-store.h"
#include "aufait-told.h"

/* Of those whose rhythm was lost long ago. */
#define LOST_MAX 200

struct _AufaitEvidence {
  AufaitDirectory *directory;
  AufaitRuleContext context;
  AufaitRuleEvidence read;
  AufaitGuestBook *guests;
  GHashTable *by_person; /* id → AufaitAcquaintance of all that were fetched */
  GHashTable *callable;  /* id → AufaitPerson, of those who may be called */
  GHashTable *dead;      /* ids; NULL: not asked for yet */
  GArray *busy;          /* AufaitFreeTime; NULL: not asked for yet */
};

AufaitEvidence *
aufait_evidence_new (AufaitDirectory *directory, GDateTime *now)
{
  AufaitEvidence *evidence = g_new0 (AufaitEvidence, 1);

  evidence->directory = directory;
  evidence->context.now = g_date_time_ref (now);
  evidence->context.zone = g_date_time_get_timezone (now);
  evidence->context.today = aufait_day_from_date_time (now);
  evidence->read.notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  evidence->read.events = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  evidence->read.people = g_ptr_array_new ();
  evidence->read.occasions = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_occasion_free);
  evidence->guests = aufait_guest_book_new (aufait_directory_get_memory (directory));
  evidence->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                               (GDestroyNotify) aufait_acquaintance_free);
  evidence->callable = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                              (GDestroyNotify) aufait_person_free);
  return evidence;
}

void
aufait_evidence_free (AufaitEvidence *evidence)
{
  if (evidence == NULL)
    return;
  g_date_time_unref (evidence->context.now);
  g_ptr_array_unref (evidence->read.notes);
  g_ptr_array_unref (evidence->read.events);
  g_ptr_array_unref (evidence->read.people);
  g_ptr_array_unref (evidence->read.occasions);
  aufait_guest_book_free (evidence->guests);
  g_hash_table_unref (evidence->by_person);
  g_hash_table_unref (evidence->callable);
  g_clear_pointer (&evidence->dead, g_hash_table_unref);
  g_clear_pointer (&evidence->busy, g_array_unref);
  g_free (evidence);
}

const AufaitRuleEvidence *
aufait_evidence_get (const AufaitEvidence *evidence)
{
  return &evidence->read;
}

const AufaitRuleContext *
aufait_evidence_get_context (const AufaitEvidence *evidence)
{
  return &evidence->context;
}

void
aufait_evidence_take_notes (AufaitEvidence *evidence, GPtrArray *notes)
{
  g_ptr_array_unref (evidence->read.notes);
  evidence->read.notes = notes;
}

static AufaitMemory *
get_memory (const AufaitEvidence *evidence)
{
  return aufait_directory_get_memory (evidence->directory);
}

static AufaitIndex *
get_index (const AufaitEvidence *evidence)
{
  return aufait_directory_get_index (evidence->directory);
}

/* --- people -------------------------------------------------------------------------------- */

/* NULL without an error when there is nobody with that id any more. */
static const AufaitAcquaintance *
meet (AufaitEvidence *evidence, gint64 person_id, GError **error)
{
  AufaitAcquaintance *who = g_hash_table_lookup (evidence->by_person, &person_id);
  g_autoptr (GError) failure = NULL;

  if (who != NULL)
    return who;
  who = aufait_acquaintance_new (evidence->directory, person_id, evidence->context.now, &failure);
  if (who != NULL)
    g_hash_table_insert (evidence->by_person, &who->person->id, who);
  else if (!g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));
  return who;
}

/* Gives the person to the rules on people. */
static gboolean
fetch_person (AufaitEvidence *evidence, gint64 person_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const AufaitAcquaintance *who = meet (evidence, person_id, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (who != NULL && !g_ptr_array_find (evidence->read.people, who, NULL))
    g_ptr_array_add (evidence->read.people, (gpointer) who);
  return TRUE;
}

gboolean
aufait_evidence_fetch_people (AufaitEvidence *evidence, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    if (!fetch_person (evidence, g_array_index (ids, gint64, i), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_evidence_fetch_yearly (AufaitEvidence *evidence,
                              AufaitDay first,
                              AufaitDay last,
                              GError **error)
{
  g_autoptr (GArray) ids = aufait_directory_list_yearly (evidence->directory, first, last, error);

  return ids != NULL && aufait_evidence_fetch_people (evidence, ids, error);
}

gboolean
aufait_evidence_fetch_ties (AufaitEvidence *evidence,
                            AufaitDay first,
                            AufaitDay last,
                            GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (get_index (evidence) == NULL)
    return TRUE;
  ids = aufait_tie_store_list_due (get_index (evidence), first, last, error);
  return ids != NULL && aufait_evidence_fetch_people (evidence, ids, error);
}

gboolean
aufait_evidence_fetch_lost (AufaitEvidence *evidence,
                            AufaitDay first,
                            AufaitDay last,
                            GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (get_index (evidence) == NULL)
    return TRUE;
  ids = aufait_tie_store_list_drifting (get_index (evidence), first, last, LOST_MAX, error);
  return ids != NULL && aufait_evidence_fetch_people (evidence, ids, error);
}

/* --- events -------------------------------------------------------------------------------- */

static const AufaitAcquaintance *
meet_guest (gpointer data, gint64 person_id, GError **error)
{
  return meet (data, person_id, error);
}

/* Of a series the first occurrence that is an occasion stands for all. */
static gboolean
is_in_row (const AufaitEvidence *evidence, const AufaitEvent *event)
{
  for (guint i = 0; event->recurring && i < evidence->read.occasions->len; i++) {
    const AufaitOccasion *other = g_ptr_array_index (evidence->read.occasions, i);

    if (g_str_equal (other->event->uid, event->uid))
      return TRUE;
  }
  return FALSE;
}

/* Whom one could invite. @records: those alone whose invitations they are; NULL: anybody. */
static gboolean
find_occasion (AufaitEvidence *evidence,
               const AufaitEvent *event,
               const GPtrArray *records,
               gboolean *ret_is_one,
               GError **error)
{
  AufaitOccasionFinder finder = { evidence->guests, &evidence->context, meet_guest, evidence };
  AufaitOccasion *occasion = NULL;
  gboolean found = FALSE;

  *ret_is_one = FALSE;
  if (records == NULL && is_in_row (evidence, event))
    return TRUE;
  if (records == NULL)
    found = aufait_occasion_finder_find (&finder, event, &occasion, error);
  else
    found = aufait_occasion_finder_recall (&finder, event, records, &occasion, error);
  if (occasion != NULL)
    g_ptr_array_add (evidence->read.occasions, occasion);
  *ret_is_one = occasion != NULL;
  return found;
}

/* Only those say something that are about people, or that people may like. */
static gboolean
sift_events (AufaitEvidence *evidence, GPtrArray *events, const GPtrArray *records, GError **error)
{
  gboolean is_empty = TRUE;

  if (!aufait_interest_key_store_is_empty (get_memory (evidence), &is_empty, error))
    return FALSE;
  for (guint i = 0; i < events->len;) {
    const AufaitEvent *event = g_ptr_array_index (events, i);
    gboolean is_occasion = FALSE;

    if (!is_empty && !find_occasion (evidence, event, records, &is_occasion, error))
      return FALSE;
    if (is_occasion || event->people->len > 0)
      i++;
    else
      g_ptr_array_remove_index (events, i);
  }
  return TRUE;
}

/* Each occurrence once. @wanted: uids, of events that are on @records; NULL: all. */
static gboolean
take_events (AufaitEvidence *evidence,
             GPtrArray *events,
             GHashTable *wanted,
             const GPtrArray *records,
             GError **error)
{
  g_autoptr (GPtrArray) owned = events;

  if (owned == NULL)
    return FALSE;
  for (guint i = owned->len; wanted != NULL && i > 0; i--) {
    if (!g_hash_table_contains (wanted, ((AufaitEvent *) owned->pdata[i - 1])->uid))
      g_ptr_array_remove_index (owned, i - 1);
  }
  if (!aufait_directory_fill_events (evidence->directory, owned, error) ||
      !sift_events (evidence, owned, records, error))
    return FALSE;
  g_ptr_array_extend_and_steal (evidence->read.events, g_steal_pointer (&owned));
  return TRUE;
}

gboolean
aufait_evidence_fetch_events (AufaitEvidence *evidence,
                              AufaitDay first,
                              AufaitDay last,
                              GError **error)
{
  AufaitIndex *index = get_index (evidence);

  return index == NULL ||
         take_events (evidence,
                      aufait_event_store_list (index, first, last, evidence->context.zone, error),
                      NULL, NULL, error);
}

gboolean
aufait_evidence_take_events (AufaitEvidence *evidence, GPtrArray *events, GError **error)
{
  return take_events (evidence, events, NULL, NULL, error);
}

gboolean
aufait_evidence_fetch_file (
    AufaitEvidence *evidence, gint64 file_id, AufaitDay first, AufaitDay last, GError **error)
{
  return take_events (evidence,
                      aufait_event_store_list_of_file (get_index (evidence), file_id, first, last,
                                                       evidence->context.zone, error),
                      NULL, NULL, error);
}

gboolean
aufait_evidence_fetch_events_of (
    AufaitEvidence *evidence, gint64 person_id, AufaitDay first, AufaitDay last, GError **error)
{
  AufaitIndex *index = get_index (evidence);

  return index == NULL ||
         take_events (evidence,
                      aufait_event_store_list_of_person (index, person_id, first, last,
                                                         evidence->context.zone, error),
                      NULL, NULL, error);
}

static gboolean
is_own (const AufaitEvent *event, gpointer user_data)
{
  return aufait_directory_find_owner (user_data, event->calendar) == 0;
}

const GArray *
aufait_evidence_get_busy (AufaitEvidence *evidence)
{
  AufaitIndex *index = get_index (evidence);
  gint64 from = g_date_time_to_unix (evidence->context.now);

  if (evidence->busy == NULL && index != NULL)
    evidence->busy =
        aufait_event_store_list_busy (index, from, from + AUFAIT_EVIDENCE_BUSY_DAYS * 24 * 3600,
                                      is_own, evidence->directory, NULL);
  return evidence->busy;
}

/* --- of records ---------------------------------------------------------------------------- */

/* The note of a record; one that was taken back is no error. */
static gboolean
fetch_note (AufaitEvidence *evidence, GHashTable *seen, gint64 note_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  AufaitNote *note = NULL;

  if (g_hash_table_contains (seen, &note_id))
    return TRUE;
  note = aufait_note_store_get (get_memory (evidence), note_id, &failure);
  if (note != NULL) {
    g_ptr_array_add (evidence->read.notes, note);
    g_hash_table_add (seen, &note->id);
  } else if (!g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return TRUE;
}

/* Each once. */
static GArray *
list_instants (GHashTable *begins)
{
  GArray *instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *instant;

  g_hash_table_iter_init (&iter, begins);
  while (g_hash_table_iter_next (&iter, (gpointer *) &instant, NULL))
    g_array_append_val (instants, *instant);
  return instants;
}

/* The occurrences that the records are of, and no others. */
static gboolean
fetch_occurrences (AufaitEvidence *evidence,
                   GHashTable *begins,
                   GHashTable *uids,
                   const GPtrArray *records,
                   GError **error)
{
  g_autoptr (GArray) instants = list_instants (begins);

  return instants->len == 0 ||
         take_events (evidence,
                      aufait_event_store_list_beginning (get_index (evidence), instants,
                                                         evidence->context.zone, error),
                      uids, records, error);
}

gboolean
aufait_evidence_fetch_of_records (AufaitEvidence *evidence, GPtrArray *records, GError **error)
{
  g_autoptr (GHashTable) notes = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) begins = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++) {
    AufaitNudgeRecord *record = g_ptr_array_index (records, i);
    gboolean ok = TRUE;

    if (record->note_id != 0 && record->event == NULL) {
      ok = fetch_note (evidence, notes, record->note_id, error);
    } else if (record->event == NULL) {
      ok = fetch_person (evidence, record->person_id, error);
    } else if (get_index (evidence) != NULL) {
      g_hash_table_add (uids, record->event);
      g_hash_table_add (begins, &record->event_begins);
    }
    if (!ok)
      return FALSE;
  }
  return fetch_occurrences (evidence, begins, uids, records, error);
}

/* --- what is worth saying ------------------------------------------------------------------ */

static gboolean
is_dead (AufaitEvidence *evidence, gint64 person_id)
{
  if (evidence->dead == NULL)
    evidence->dead = aufait_silence_list (evidence->directory);
  return g_hash_table_contains (evidence->dead, &person_id);
}

/* Who they are, for when they can be called; NULL without an error when there is nobody with that
 * id any more. */
static const AufaitPerson *
find_callable (AufaitEvidence *evidence, const AufaitProposal *proposal, GError **error)
{
  AufaitPerson *person = g_hash_table_lookup (evidence->callable, &proposal->person->id);
  g_autoptr (GError) failure = NULL;

  if (proposal->who != NULL)
    return proposal->who->person;
  if (person != NULL)
    return person;
  person = aufait_directory_get (evidence->directory, proposal->person->id, &failure);
  if (person != NULL)
    g_hash_table_insert (evidence->callable, &person->id, person);
  else if (!g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));
  return person;
}

/* Whether it stays; FALSE and an error when that cannot be found out. */
static gboolean
complete_one (AufaitEvidence *evidence, AufaitProposal *proposal, GError **error)
{
  const AufaitRule *rule = proposal->rule;
  gboolean is_rested = FALSE;

  if (is_dead (evidence, proposal->person->id) ||
      !aufait_told_is_rested (get_memory (evidence), proposal, &is_rested, error) || !is_rested)
    return FALSE;
  if ((rule->needs_who || (rule->wants_who != NULL && rule->wants_who (proposal))) &&
      proposal->who == NULL) {
    proposal->who = meet (evidence, proposal->person->id, error);
    if (proposal->who == NULL)
      return FALSE;
  }
  if (rule->is_call || rule->is_undated) {
    proposal->whom = find_callable (evidence, proposal, error);
    if (proposal->whom == NULL)
      return FALSE;
  }
  return rule->is_worth == NULL || rule->is_worth (proposal, &evidence->context);
}

gboolean
aufait_evidence_complete (AufaitEvidence *evidence, GPtrArray *proposals, GError **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint i = proposals->len; i > 0 && failure == NULL; i--) {
    if (!complete_one (evidence, g_ptr_array_index (proposals, i - 1), &failure))
      g_ptr_array_remove_index (proposals, i - 1);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

double
aufait_evidence_get_strength (const AufaitEvidence *evidence, gint64 person_id)
{
  AufaitTieStoreRow row;

  if (get_index (evidence) == NULL ||
      !aufait_tie_store_get (get_index (evidence), person_id, &row, NULL))
    return 0;
  return aufait_tie_state_read (&row.state, evidence->context.today).strength;
}
