/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where much is due, what there is to decide between two words that are said is about little of it:
 * the others wait for their turn, and need not be read again and again until then. */
#include "config.h"

#include "aufait-facts-private.h"
#include "aufait-rule.h"

/* So many are read at once without a thought. */
#define FEW 16

/* More than these need not be told apart. */
#define OTHERS_MAX 200

/* Takes @more over; FALSE when it is NULL. */
static gboolean
add_records (GHashTable *by_id, GPtrArray *more)
{
  g_autoptr (GPtrArray) owned = more;

  if (owned == NULL)
    return FALSE;
  g_ptr_array_set_free_func (owned, NULL);
  for (guint i = 0; i < owned->len; i++) {
    AufaitNudgeRecord *record = g_ptr_array_index (owned, i);

    g_hash_table_replace (by_id, &record->id, record);
  }
  return TRUE;
}

/* What is said at its instant or never: what is past by a day is not. */
static gboolean
add_timely (
    GHashTable *by_id, AufaitMemory *memory, AufaitDay today, AufaitDay next, GError **error)
{
  for (guint r = 0; AUFAIT_RULES[r] != NULL; r++) {
    if (AUFAIT_RULES[r]->is_timely &&
        !add_records (by_id, aufait_nudge_store_list_waiting_of_kind (memory, AUFAIT_RULES[r]->kind,
                                                                      today - 1, next, error)))
      return FALSE;
  }
  return TRUE;
}

/* Of what is on the screen; what was taken back is no error. */
static gboolean
add_shown (GHashTable *by_id, AufaitMemory *memory, const GList *ids, GError **error)
{
  for (const GList *l = ids; l != NULL; l = l->next) {
    g_autoptr (GError) failure = NULL;
    AufaitNudgeRecord *record =
        aufait_nudge_store_get (memory, *(const gint64 *) l->data, &failure);

    if (record != NULL && record->state <= AUFAIT_NUDGE_SNOOZED)
      g_hash_table_replace (by_id, &record->id, record);
    else
      aufait_nudge_record_free (record);
    if (failure != NULL &&
        !g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
add_people (GHashTable *by_id, AufaitMemory *memory, const GArray *people, GError **error)
{
  for (guint i = 0; i < people->len; i++) {
    if (!add_records (by_id, aufait_nudge_store_list_open_with (
                                 memory, g_array_index (people, gint64, i), error)))
      return FALSE;
  }
  return TRUE;
}

/* Hands what is due by @next out of the table, by id. */
static GPtrArray *
take_due (GHashTable *by_id, AufaitDay today, AufaitDay next, guint *ret_n_waiting)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  GHashTableIter iter;
  AufaitNudgeRecord *record;

  *ret_n_waiting = 0;
  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record)) {
    gboolean is_waiting = record->state == AUFAIT_NUDGE_WAITING;

    if (is_waiting && record->due_on > next)
      continue;
    *ret_n_waiting += is_waiting && record->due_on <= today;
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (records, record);
  }
  return records;
}

static GHashTable *
list_pressing (AufaitMemory *memory,
               AufaitDay today,
               AufaitDay next,
               const AufaitFactsChanges *changes,
               GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) aufait_nudge_record_free);

  if (!add_timely (by_id, memory, today, next, error) ||
      !add_records (by_id, aufait_nudge_store_list_snoozed (memory, error)) ||
      !add_shown (by_id, memory, changes->shown, error) ||
      !add_people (by_id, memory, changes->people, error))
    return NULL;
  if (changes->has_events &&
      !add_records (by_id, aufait_nudge_store_list_waiting_of_events (memory, next, error)))
    return NULL;
  return g_steal_pointer (&by_id);
}

AufaitFacts *
aufait_facts_new_of_changes (AufaitDirectory *directory,
                             GDateTime *now,
                             const AufaitFactsChanges *changes,
                             GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (AufaitFacts) facts = NULL;
  guint n_due, n_read;
  AufaitDay next;

  if (!aufait_nudge_store_get_next_due (memory, today, &next, error) ||
      !aufait_nudge_store_count_waiting (memory, MAX (next, today), FEW + 1, &n_due, error))
    return NULL;
  if (n_due <= FEW)
    return aufait_facts_new (directory, now, error);
  by_id = list_pressing (memory, today, MAX (next, today), changes, error);
  if (by_id == NULL)
    return NULL;
  facts = aufait_facts_new_of_records (directory, now,
                                       take_due (by_id, today, MAX (next, today), &n_read), error);
  if (facts == NULL || !aufait_facts_fetch_now (facts, directory, now, error) ||
      !aufait_nudge_store_count_waiting (memory, today, n_read + OTHERS_MAX, &n_due, error))
    return NULL;
  facts->is_partial = TRUE;
  facts->next_due = next;
  facts->n_others = n_due - MIN (n_read, n_due);
  return g_steal_pointer (&facts);
}
