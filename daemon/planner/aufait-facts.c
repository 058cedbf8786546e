/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-facts.h"

#include "aufait-note-store.h"
#include "aufait-rule.h"

/* What ended longer ago proposes nothing that would still be shown, unless it is open already. */
#define WINDOW_DAYS 45

static AufaitFacts *
new_empty (void)
{
  AufaitFacts *facts = g_new0 (AufaitFacts, 1);

  facts->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  facts->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) aufait_nudge_record_free);
  facts->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
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
  g_free (facts);
}

AufaitNudgeRecord *
aufait_facts_get_record (const AufaitFacts *facts, const AufaitProposal *proposal)
{
  return g_hash_table_lookup (facts->records, proposal->key);
}

/* --- notes ----------------------------------------------------------------------------------- */

/* Adds the note of @record unless it is there already. One that was taken back is no error. */
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
  g_hash_table_add (seen, &note->id);
  g_ptr_array_add (facts->notes, note);
  return TRUE;
}

static gboolean
fetch_notes (
    AufaitFacts *facts, AufaitMemory *memory, GPtrArray *records, AufaitDay today, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) due =
      aufait_note_store_list_due (memory, today - WINDOW_DAYS, today + 1, error);

  if (due == NULL)
    return FALSE;
  for (guint i = 0; i < due->len; i++) {
    AufaitNote *note = g_ptr_array_index (due, i);

    g_hash_table_add (seen, &note->id);
  }
  g_ptr_array_extend_and_steal (facts->notes, g_steal_pointer (&due));
  for (guint i = 0; i < records->len; i++)
    if (!fetch_note (facts, seen, memory, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

/* --- records --------------------------------------------------------------------------------- */

static AufaitNudgeRecord *
make_record (const AufaitProposal *proposal)
{
  AufaitNudgeRecord *record = aufait_nudge_record_new (proposal->rule->kind, proposal->key);

  record->person_id = proposal->person->id;
  record->note_id = proposal->note->id;
  record->due_on = proposal->due_on;
  return record;
}

/* Ensures the record of @proposal within a transaction that is begun when it is needed. */
static gboolean
ensure_record (AufaitFacts *facts,
               AufaitMemory *memory,
               const AufaitProposal *proposal,
               gboolean own_transaction,
               gboolean *begun,
               GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AufaitNudgeRecord) record = NULL;

  if (g_hash_table_contains (facts->records, proposal->key))
    return TRUE;
  if (own_transaction)
    record = aufait_nudge_store_find (memory, proposal->key, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (record == NULL) {
    if (own_transaction && !*begun) {
      if (!aufait_memory_begin (memory, NULL, error))
        return FALSE;
      *begun = TRUE;
    }
    record = make_record (proposal);
    if (!aufait_nudge_store_ensure (memory, record, error))
      return FALSE;
  }
  g_hash_table_replace (facts->records, record->key, record);
  g_steal_pointer (&record);
  return TRUE;
}

static gboolean
ensure_records (AufaitFacts *facts, AufaitMemory *memory, gboolean own_transaction, GError **error)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < facts->proposals->len; i++)
    if (!ensure_record (facts, memory, g_ptr_array_index (facts->proposals, i), own_transaction,
                        &begun, error)) {
      if (begun)
        aufait_memory_rollback (memory);
      return FALSE;
    }
  return !begun || aufait_memory_commit (memory, error);
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

static gboolean
count_showings (AufaitFacts *facts, AufaitMemory *memory, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) midnight =
      aufait_day_at (aufait_day_from_date_time (now), 0, g_date_time_get_timezone (now));

  return aufait_nudge_store_count_showings (memory, g_date_time_to_unix (midnight),
                                            g_date_time_to_unix (now), &facts->shown_today,
                                            &facts->last_shown_at, error);
}

/* --- facts ----------------------------------------------------------------------------------- */

/* Takes @records over. */
static AufaitFacts *
new_of_records (AufaitMemory *memory, GPtrArray *records, GDateTime *now, GError **error)
{
  g_autoptr (AufaitFacts) facts = new_empty ();
  g_autoptr (GPtrArray) known = records;
  AufaitDay today = aufait_day_from_date_time (now);

  if (!fetch_notes (facts, memory, known, today, error))
    return NULL;
  g_ptr_array_set_free_func (known, NULL);
  for (guint i = 0; i < known->len; i++) {
    AufaitNudgeRecord *record = g_ptr_array_index (known, i);

    g_hash_table_replace (facts->records, record->key, record);
  }
  facts->proposals = aufait_rules_propose (facts->notes);
  if (!ensure_records (facts, memory, TRUE, error))
    return NULL;
  part_orphans (facts);
  if (!count_showings (facts, memory, now, error))
    return NULL;
  return g_steal_pointer (&facts);
}

AufaitFacts *
aufait_facts_new (AufaitMemory *memory, GDateTime *now, GError **error)
{
  GPtrArray *records = aufait_nudge_store_list_open (memory, error);

  return records == NULL ? NULL : new_of_records (memory, records, now, error);
}

AufaitFacts *
aufait_facts_new_with_closed (AufaitMemory *memory, GDateTime *now, guint max, GError **error)
{
  g_autoptr (GPtrArray) records = aufait_nudge_store_list_open (memory, error);
  g_autoptr (GPtrArray) closed = NULL;

  if (records == NULL)
    return NULL;
  closed = aufait_nudge_store_list_closed (memory, max, error);
  if (closed == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (records, g_steal_pointer (&closed));
  return new_of_records (memory, g_steal_pointer (&records), now, error);
}

AufaitFacts *
aufait_facts_new_for_note (AufaitMemory *memory, AufaitNote *note, GError **error)
{
  g_autoptr (AufaitFacts) facts = new_empty ();

  g_ptr_array_set_free_func (facts->notes, NULL);
  g_ptr_array_add (facts->notes, note);
  facts->proposals = aufait_rules_propose (facts->notes);
  if (!ensure_records (facts, memory, FALSE, error))
    return NULL;
  return g_steal_pointer (&facts);
}
