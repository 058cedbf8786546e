/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-facts.h"

#include "aufait-note-store.h"
#include "aufait-rule.h"

/* What ended longer ago proposes nothing that would still be shown. */
#define DISCOVERY_DAYS 45

static AufaitFacts *
new_empty (void)
{
  AufaitFacts *facts = g_new0 (AufaitFacts, 1);

  facts->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  facts->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) aufait_nudge_record_free);
  facts->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  facts->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  return facts;
}

void
aufait_facts_free (AufaitFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->proposals, g_ptr_array_unref);
  g_clear_pointer (&facts->notes, g_ptr_array_unref);
  g_clear_pointer (&facts->records, g_hash_table_unref);
  g_clear_pointer (&facts->orphans, g_ptr_array_unref);
  g_clear_pointer (&facts->losses, g_ptr_array_unref);
  g_free (facts);
}

AufaitNudgeRecord *
aufait_facts_get_record (const AufaitFacts *facts, const AufaitProposal *proposal)
{
  return g_hash_table_lookup (facts->records, proposal->key);
}

/* --- of records ------------------------------------------------------------------------------ */

/* The note of a record; one that was taken back is no error. */
static gboolean
fetch_note (AufaitFacts *facts,
            GHashTable *seen,
            AufaitMemory *memory,
            const AufaitNudgeRecord *record,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  AufaitNote *note = NULL;

  if (record->note_id == 0 || g_hash_table_contains (seen, &record->note_id))
    return TRUE;
  note = aufait_note_store_get (memory, record->note_id, &local_error);
  if (note == NULL) {
    if (g_error_matches (local_error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  g_ptr_array_add (facts->notes, note);
  g_hash_table_add (seen, &note->id);
  return TRUE;
}

static gboolean
fetch_notes (AufaitFacts *facts, AufaitMemory *memory, GPtrArray *records, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    if (!fetch_note (facts, seen, memory, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

/* Whether @proposal is the one of its record: of several notes that tell the same, the first. */
static gboolean
is_recorded (const AufaitFacts *facts, GHashTable *taken, const AufaitProposal *proposal)
{
  const AufaitNudgeRecord *record = g_hash_table_lookup (facts->records, proposal->key);

  return record != NULL && record->note_id == proposal->note->id &&
         !g_hash_table_contains (taken, proposal->key);
}

/* Keeps of @proposals those that have a record here: a note has others, due on another day. */
static void
take_recorded (AufaitFacts *facts, GPtrArray *proposals)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  facts->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_proposal_free);
  g_ptr_array_set_free_func (proposals, NULL);
  for (guint i = 0; i < proposals->len; i++) {
    AufaitProposal *proposal = g_ptr_array_index (proposals, i);

    if (is_recorded (facts, taken, proposal)) {
      g_ptr_array_add (facts->proposals, proposal);
      g_hash_table_add (taken, proposal->key);
    } else {
      aufait_proposal_free (proposal);
    }
  }
}

/* Puts the records that no proposal answers to any more aside. */
static void
part_orphans (AufaitFacts *facts)
{
  g_autoptr (GHashTable) proposed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  AufaitNudgeRecord *record;

  for (guint i = 0; i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = g_ptr_array_index (facts->proposals, i);

    g_hash_table_add (proposed, proposal->key);
  }
  g_hash_table_iter_init (&iter, facts->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (!g_hash_table_contains (proposed, record->key)) {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (facts->orphans, record);
    }
}

/* The facts of @records, which are taken over; NULL passes an error on. */
static AufaitFacts *
new_of_records (AufaitMemory *memory, GPtrArray *records, GError **error)
{
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (GPtrArray) owned = records;
  g_autoptr (GPtrArray) proposals = NULL;

  if (owned == NULL)
    return NULL;
  facts = new_empty ();
  if (!fetch_notes (facts, memory, owned, error))
    return NULL;
  g_ptr_array_set_free_func (owned, NULL);
  for (guint i = 0; i < owned->len; i++) {
    AufaitNudgeRecord *record = g_ptr_array_index (owned, i);

    g_hash_table_replace (facts->records, record->key, record);
  }
  proposals = aufait_rules_propose (facts->notes);
  take_recorded (facts, proposals);
  part_orphans (facts);
  return g_steal_pointer (&facts);
}

AufaitFacts *
aufait_facts_new_of_nudge (AufaitMemory *memory, gint64 id, GError **error)
{
  AufaitNudgeRecord *record = aufait_nudge_store_get (memory, id, error);
  GPtrArray *records = NULL;

  if (record == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  g_ptr_array_add (records, record);
  return new_of_records (memory, records, error);
}

AufaitFacts *
aufait_facts_new_of_person (AufaitMemory *memory, gint64 person_id, GError **error)
{
  return new_of_records (memory, aufait_nudge_store_list_open_with (memory, person_id, error),
                         error);
}

AufaitFacts *
aufait_facts_new_of_all (AufaitMemory *memory, guint max, GError **error)
{
  g_autoptr (GPtrArray) records = aufait_nudge_store_list_open (memory, error);
  GPtrArray *closed = NULL;

  if (records == NULL || max == 0)
    return new_of_records (memory, g_steal_pointer (&records), error);
  closed = aufait_nudge_store_list_closed (memory, max, error);
  if (closed == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (records, closed);
  return new_of_records (memory, g_steal_pointer (&records), error);
}

/* --- of now ---------------------------------------------------------------------------------- */

static gboolean
count_showings (AufaitFacts *facts, AufaitMemory *memory, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) midnight =
      aufait_day_at (aufait_day_from_date_time (now), 0, g_date_time_get_timezone (now));

  return aufait_nudge_store_count_showings (memory, g_date_time_to_unix (midnight),
                                            g_date_time_to_unix (now), &facts->shown_today,
                                            &facts->last_shown_at, error);
}

AufaitFacts *
aufait_facts_new (AufaitMemory *memory, GDateTime *now, GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (AufaitFacts) facts = NULL;
  GPtrArray *losses = NULL;
  AufaitDay next;

  if (!aufait_nudge_store_get_next_due (memory, today, &next, error))
    return NULL;
  next = MAX (next, today);
  facts = new_of_records (memory, aufait_nudge_store_list_active (memory, next, error), error);
  if (facts == NULL || !count_showings (facts, memory, now, error) ||
      !aufait_nudge_store_get_next_due (memory, next, &facts->next_due, error))
    return NULL;
  losses = aufait_note_store_list_of_kind (memory, AUFAIT_MOMENT_LOSS,
                                           today - AUFAIT_FACTS_MOURNING_DAYS,
                                           today + AUFAIT_FACTS_FUNERAL_DAYS, error);
  if (losses == NULL)
    return NULL;
  g_ptr_array_unref (facts->losses);
  facts->losses = losses;
  return g_steal_pointer (&facts);
}

/* --- of notes -------------------------------------------------------------------------------- */

static gboolean
ensure_record (AufaitFacts *facts,
               AufaitMemory *memory,
               const AufaitProposal *proposal,
               GError **error)
{
  g_autoptr (AufaitNudgeRecord) record =
      aufait_nudge_record_new (proposal->rule->kind, proposal->key);

  record->person_id = proposal->person->id;
  record->note_id = proposal->note->id;
  record->due_on = proposal->due_on;
  if (!aufait_nudge_store_ensure (memory, record, error))
    return FALSE;
  g_hash_table_replace (facts->records, record->key, record);
  g_steal_pointer (&record);
  return TRUE;
}

static gboolean
ensure_records (AufaitFacts *facts, AufaitMemory *memory, GError **error)
{
  for (guint i = 0; i < facts->proposals->len; i++)
    if (!ensure_record (facts, memory, g_ptr_array_index (facts->proposals, i), error))
      return FALSE;
  return TRUE;
}

AufaitFacts *
aufait_facts_new_of_note (AufaitMemory *memory, AufaitNote *note, GError **error)
{
  g_autoptr (AufaitFacts) facts = new_empty ();

  g_ptr_array_set_free_func (facts->notes, NULL);
  g_ptr_array_add (facts->notes, note);
  facts->proposals = aufait_rules_propose (facts->notes);
  return ensure_records (facts, memory, error) ? g_steal_pointer (&facts) : NULL;
}

gboolean
aufait_facts_discover (AufaitMemory *memory, AufaitDay today, GError **error)
{
  g_autoptr (AufaitFacts) facts = new_empty ();
  GPtrArray *due = aufait_note_store_list_due (memory, today - DISCOVERY_DAYS, G_MAXINT32, error);

  if (due == NULL)
    return FALSE;
  g_ptr_array_unref (facts->notes);
  facts->notes = due;
  facts->proposals = aufait_rules_propose (facts->notes);
  if (!aufait_memory_begin (memory, NULL, error))
    return FALSE;
  if (ensure_records (facts, memory, error))
    return aufait_memory_commit (memory, error);
  aufait_memory_rollback (memory);
  return FALSE;
}
