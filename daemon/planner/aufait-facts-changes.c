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

/* What is said at its instant or never: what is said now, or was until now, and the first one that
 * is to come. What is past by a day is not looked at. */
static gboolean
add_timely (GHashTable *by_id,
            AufaitMemory *memory,
            const AufaitRule *rule,
            GDateTime *now,
            AufaitDay next,
            GError **error)
{
  AufaitDay from = aufait_day_from_date_time (now) - 1;
  gint64 begins = g_date_time_to_unix (now) + rule->lead_secs;

  return add_records (by_id, aufait_nudge_store_list_begun_of_kind (memory, rule->kind, from, next,
                                                                    begins, error)) &&
         add_records (by_id, aufait_nudge_store_list_first_of_kind (memory, rule->kind, from, next,
                                                                    begins, error));
}

static gboolean
add_all_timely (
    GHashTable *by_id, AufaitMemory *memory, GDateTime *now, AufaitDay next, GError **error)
{
  for (guint r = 0; AUFAIT_RULES[r] != NULL; r++) {
    if (AUFAIT_RULES[r]->is_timely &&
        !add_timely (by_id, memory, AUFAIT_RULES[r], now, next, error))
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

static gboolean
is_timely (const AufaitNudgeRecord *record)
{
  const AufaitRule *rule = aufait_rules_find (record->kind);

  return rule != NULL && rule->is_timely;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const AufaitNudgeRecord *left = *(AufaitNudgeRecord *const *) a;
  const AufaitNudgeRecord *right = *(AufaitNudgeRecord *const *) b;

  return (left->id > right->id) - (left->id < right->id);
}

/* Hands what is due by @next out of the table, by id. */
static GPtrArray *
take_due (GHashTable *by_id, AufaitDay next)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  GHashTableIter iter;
  AufaitNudgeRecord *record;

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record)) {
    if (record->state == AUFAIT_NUDGE_WAITING && record->due_on > next)
      continue;
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (records, record);
  }
  g_ptr_array_sort (records, compare_ids);
  return records;
}

static GPtrArray *
list_pressing (AufaitMemory *memory,
               GDateTime *now,
               AufaitDay next,
               const AufaitFactsChanges *changes,
               GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) aufait_nudge_record_free);

  if (!add_all_timely (by_id, memory, now, next, error) ||
      !add_records (by_id,
                    aufait_nudge_store_list_snoozed (memory, g_date_time_to_unix (now), error)) ||
      !add_shown (by_id, memory, changes->shown, error) ||
      !add_people (by_id, memory, changes->people, error))
    return NULL;
  return take_due (by_id, next);
}

/* --- the others ---------------------------------------------------------------------------- */

/* Those of @records that wait for a gate. */
static guint
count_waiting (const GPtrArray *records, AufaitDay today)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++) {
    const AufaitNudgeRecord *record = records->pdata[i];

    n += record->state == AUFAIT_NUDGE_WAITING && record->due_on <= today && !is_timely (record);
  }
  return n;
}

/* What is to be said at its instant waits for nothing else. */
static gboolean
count_timely (AufaitMemory *memory, AufaitDay today, guint *ret_count, GError **error)
{
  *ret_count = 0;
  for (guint r = 0; AUFAIT_RULES[r] != NULL; r++) {
    guint n = 0;

    if (AUFAIT_RULES[r]->is_timely &&
        !aufait_nudge_store_count_waiting_of_kind (memory, AUFAIT_RULES[r]->kind, today - 1, today,
                                                   &n, error))
      return FALSE;
    *ret_count += n;
  }
  return TRUE;
}

static gboolean
count_others (
    AufaitFacts *facts, AufaitMemory *memory, AufaitDay today, guint n_read, GError **error)
{
  guint n_timely, n_due;

  if (!count_timely (memory, today, &n_timely, error) ||
      !aufait_nudge_store_count_waiting (memory, today, n_read + n_timely + OTHERS_MAX, &n_due,
                                         error))
    return FALSE;
  facts->n_others = n_due - MIN (n_read + n_timely, n_due);
  return TRUE;
}

/* Whether it comes back, as nobody has answered it. */
static gboolean
comes_back (const AufaitFacts *facts, const AufaitNudgeRecord *record)
{
  const AufaitRule *rule = aufait_rules_find (record->kind);

  return rule != NULL && !rule->is_once && !g_hash_table_contains (facts->records, record->key);
}

/* What was shown, and is not on the screen any more, is one of the others from the next day on. */
static gboolean
count_shown (AufaitFacts *facts, AufaitMemory *memory, GDateTime *now, GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GDateTime) midnight = aufait_day_at (today, 0, g_date_time_get_timezone (now));
  g_autoptr (GPtrArray) shown =
      aufait_nudge_store_list_shown (memory, AUFAIT_FACTS_SHOWINGS_MAX, error);

  for (guint i = 0; shown != NULL && i < shown->len; i++) {
    const AufaitNudgeRecord *record = shown->pdata[i];

    if (!comes_back (facts, record))
      continue;
    if (record->last_shown_at < g_date_time_to_unix (midnight))
      facts->n_others++;
    else
      facts->next_due = today + 1;
  }
  return shown != NULL;
}

AufaitFacts *
aufait_facts_new_of_changes (AufaitDirectory *directory,
                             GDateTime *now,
                             const AufaitFactsChanges *changes,
                             GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (AufaitFacts) facts = NULL;
  guint n_due, n_read;
  AufaitDay next;

  if (!aufait_nudge_store_get_next_due (memory, today, &next, error) ||
      !aufait_nudge_store_count_waiting (memory, MAX (next, today), FEW + 1, &n_due, error))
    return NULL;
  if (n_due <= FEW)
    return aufait_facts_new (directory, now, error);
  records = list_pressing (memory, now, MAX (next, today), changes, error);
  if (records == NULL)
    return NULL;
  n_read = count_waiting (records, today);
  facts = aufait_facts_new_of_records (directory, now, g_steal_pointer (&records), error);
  if (facts == NULL || !aufait_facts_fetch_now (facts, directory, now, error))
    return NULL;
  facts->is_partial = TRUE;
  facts->next_due = next;
  if (!count_others (facts, memory, today, n_read, error) ||
      !count_shown (facts, memory, now, error))
    return NULL;
  return g_steal_pointer (&facts);
}
