/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-mention-store.h"

#include "aufait-index-private.h"
#include "aufait-mention-store-private.h"

/* --- writing ------------------------------------------------------------------------------- */

static gboolean
is_set (AufaitDatabase *database, gint64 event_id, gboolean *ret_is_set, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "SELECT 1 FROM event_words WHERE event_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, event_id);
  *ret_is_set = aufait_query_step (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_words (AufaitDatabase *database, gint64 event_id, const GArray *words, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (words->len > 0 ? words->data : "", words->len * sizeof (guint32));
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "INSERT INTO event_words (event_id, words) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, event_id);
  aufait_query_bind_blob (statement, 2, bytes);
  return aufait_query_run (statement, error);
}

/* Runs @sql for each word. */
static gboolean
run_for_each (AufaitDatabase *database,
              const char *sql,
              gint64 event_id,
              const guint32 *words,
              gsize n_words,
              GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_words; i++) {
    aufait_query_bind_int (statement, 1, (gint32) words[i]);
    aufait_query_bind_int (statement, 2, event_id);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

/* So many rows in a statement, which costs more than a row. */
#define ROWS_A_STATEMENT 8

#define INSERT_MENTION "INSERT INTO mention (word, event_id) VALUES "

static gboolean
add_mentions (AufaitDatabase *database, gint64 event_id, const GArray *words, GError **error)
{
  guint n_together = words->len - words->len % ROWS_A_STATEMENT;
  const guint32 *values = (const void *) words->data;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      INSERT_MENTION "(?1, ?9), (?2, ?9), (?3, ?9), (?4, ?9), (?5, ?9), (?6, ?9), (?7, ?9),"
                     " (?8, ?9)",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_together; i += ROWS_A_STATEMENT) {
    for (guint k = 0; k < ROWS_A_STATEMENT; k++)
      aufait_query_bind_int (statement, (int) k + 1, (gint32) values[i + k]);
    aufait_query_bind_int (statement, ROWS_A_STATEMENT + 1, event_id);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return run_for_each (database, INSERT_MENTION "(?1, ?2)", event_id, values + n_together,
                       words->len - n_together, error);
}

gboolean
aufait_mention_store_has (AufaitIndex *index, gint64 event_id, gboolean *ret_has, GError **error)
{
  return is_set (aufait_index_get_newest (index), event_id, ret_has, error);
}

gboolean
aufait_mention_store_add (AufaitIndex *index, gint64 event_id, const GArray *words, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);

  return database != NULL && add_words (database, event_id, words, error) &&
         add_mentions (database, event_id, words, error);
}

/* --- removing ------------------------------------------------------------------------------ */

static gboolean
get_words (AufaitDatabase *database, gint64 event_id, GBytes **ret_words, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT words FROM event_words WHERE event_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, event_id);
  return aufait_query_find_blob (statement, ret_words, error);
}

gboolean
aufait_mention_store_remove (AufaitDatabase *database, gint64 event_id, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AufaitQuery) statement = NULL;
  const guint32 *words;
  gsize size = 0;

  if (!get_words (database, event_id, &bytes, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;
  words = g_bytes_get_data (bytes, &size);
  statement =
      aufait_database_prepare (database, "DELETE FROM event_words WHERE event_id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, event_id);
  return aufait_query_run (statement, error) &&
         run_for_each (database, "DELETE FROM mention WHERE word = ?1 AND event_id = ?2", event_id,
                       words, size / sizeof (guint32), error);
}

/* --- asking -------------------------------------------------------------------------------- */

/* The first event from @from on that has the word; 0: none. */
static gboolean
find_next (
    AufaitDatabase *database, guint32 word, gint64 from, gint64 *ret_event_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT event_id FROM mention WHERE word = ?1 AND event_id >= ?2 ORDER BY event_id LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, (gint32) word);
  aufait_query_bind_int (statement, 2, from);
  *ret_event_id = aufait_query_step (statement, &failure) ? aufait_query_get_int (statement, 0) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* From one to the other and back: as many looks as the rarer one has events, at most. */
gboolean
aufait_mention_store_list (
    AufaitIndex *index, guint32 word, guint32 other, GArray *ids, GError **error)
{
  AufaitDatabase *database = aufait_index_get_newest (index);
  gint64 from = G_MININT64;

  while (TRUE) {
    gint64 found, found_other;

    if (!find_next (database, word, from, &found, error))
      return FALSE;
    if (found == 0)
      return TRUE;
    found_other = found;
    if (other != word && !find_next (database, other, found, &found_other, error))
      return FALSE;
    if (found_other == 0)
      return TRUE;
    if (found_other == found)
      g_array_append_val (ids, found);
    from = found_other == found ? found + 1 : found_other;
  }
}
