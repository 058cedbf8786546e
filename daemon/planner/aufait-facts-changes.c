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

typedef struct {
  AufaitMemory *memory;
  GDateTime *now;
  AufaitDay today;
  AufaitDay next;    /* the next day with anything, or today */
  GHashTable *by_id; /* AufaitNudgeRecord */
  guint n_timely;    /* of what is said at its instant, how many are due by today */
} Pressing;

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

/* What was taken back is no error. */
static gboolean
add_one (GHashTable *by_id, AufaitMemory *memory, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  AufaitNudgeRecord *record = aufait_nudge_store_get (memory, id, &failure);

  if (record != NULL && record->state <= AUFAIT_NUDGE_SNOOZED)
    g_hash_table_replace (by_id, &record->id, record);
  else
    aufait_nudge_record_free (record);
  if (failure == NULL ||
      g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is said now, or was until now, and the first one that is to come. */
static gboolean
add_timely (Pressing *pressing, const GArray *instants, gint64 begins, GError **error)
{
  const AufaitNudgeStoreInstant *first = NULL;

  for (guint i = 0; i < instants->len; i++) {
    const AufaitNudgeStoreInstant *instant = &g_array_index (instants, AufaitNudgeStoreInstant, i);

    pressing->n_timely += instant->due_on <= pressing->today;
    if (instant->begins > begins) {
      if (first == NULL || instant->begins < first->begins)
        first = instant;
    } else if (!add_one (pressing->by_id, pressing->memory, instant->id, error)) {
      return FALSE;
    }
  }
  return first == NULL || add_one (pressing->by_id, pressing->memory, first->id, error);
}

/* What is said at its instant or never. What is past by a day is not looked at. */
static gboolean
add_all_timely (Pressing *pressing, GError **error)
{
  gint64 now = g_date_time_to_unix (pressing->now);

  for (guint r = 0; AUFAIT_RULES[r] != NULL; r++) {
    const AufaitRule *rule = AUFAIT_RULES[r];
    g_autoptr (GArray) instants = NULL;

    if (!rule->is_timely)
      continue;
    instants = aufait_nudge_store_list_instants (pressing->memory, rule->kind, pressing->today - 1,
                                                 pressing->next, error);
    if (instants == NULL || !add_timely (pressing, instants, now + rule->lead_secs, error))
      return FALSE;
  }
  return TRUE;
}

/* Of what is on the screen. */
static gboolean
add_shown (GHashTable *by_id, AufaitMemory *memory, const GList *ids, GError **error)
{
  for (const GList *l = ids; l != NULL; l = l->next) {
    if (!add_one (by_id, memory, *(const gint64 *) l->data, error))
      return FALSE;
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
list_pressing (Pressing *pressing, const AufaitFactsChanges *changes, GError **error)
{
  AufaitMemory *memory = pressing->memory;
  gint64 now = g_date_time_to_unix (pressing->now);
  GHashTable *by_id = pressing->by_id;

  if (!add_all_timely (pressing, error) ||
      !add_records (by_id, aufait_nudge_store_list_snoozed (memory, now, error)) ||
      !add_shown (by_id, memory, changes->shown, error) ||
      !add_people (by_id, memory, changes->people, error))
    return NULL;
  return take_due (by_id, pressing->next);
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
count_others (AufaitFacts *facts, const Pressing *pressing, guint n_read, GError **error)
{
  guint n_known = n_read + pressing->n_timely, n_due;

  if (!aufait_nudge_store_count_waiting (pressing->memory, pressing->today, n_known + OTHERS_MAX,
                                         &n_due, error))
    return FALSE;
  facts->n_others = n_due - MIN (n_known, n_due);
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
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) aufait_nudge_record_free);
  Pressing pressing = { memory, now, aufait_day_from_date_time (now), AUFAIT_DAY_NONE, by_id, 0 };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (AufaitFacts) facts = NULL;
  guint n_due, n_read;
  AufaitDay next;

  if (!aufait_nudge_store_get_next_due (memory, pressing.today, &next, error))
    return NULL;
  pressing.next = MAX (next, pressing.today);
  if (!aufait_nudge_store_count_waiting (memory, pressing.next, FEW + 1, &n_due, error))
    return NULL;
  if (n_due <= FEW)
    return aufait_facts_new (directory, now, error);
  records = list_pressing (&pressing, changes, error);
  if (records == NULL)
    return NULL;
  n_read = count_waiting (records, pressing.today);
  facts = aufait_facts_new_of_records (directory, now, g_steal_pointer (&records), error);
  if (facts == NULL || !aufait_facts_fetch_now (facts, directory, now, error))
    return NULL;
  facts->is_partial = TRUE;
  facts->next_due = next;
  if (!count_others (facts, &pressing, n_read, error) || !count_shown (facts, memory, now, error))
    return NULL;
  return g_steal_pointer (&facts);
}
