/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-search-index.h"

/* So many notes wait at most: to put them in takes some milliseconds. */
#define WAITING_MAX 500

static gboolean
run_with_id (AufaitDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_run (statement, error);
}

/* --- notes that wait ----------------------------------------------------------------------- */

#define INDEXED "(SELECT n FROM tally WHERE what = 'indexed')"

/* How many ids @note_id is behind those that are in the index; 0 or less: it is among them. */
static gboolean
ask_distance (AufaitDatabase *database, gint64 note_id, gint64 *ret_distance, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "SELECT ?1 - " INDEXED, error);
  gint64 distance = 0;

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note_id);
  if (aufait_query_step (statement, &failure))
    distance = aufait_query_get_int (statement, 0);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *ret_distance = distance;
  return TRUE;
}

gboolean
aufait_search_index_is_behind (AufaitDatabase *database, GError **error)
{
  gint64 n_waiting = 0;

  return aufait_database_ask (database, "SELECT EXISTS (SELECT 1 FROM note WHERE id > " INDEXED ")",
                              &n_waiting, error) &&
         n_waiting != 0;
}

static gboolean
put_in_waiting (AufaitDatabase *database, GError **error)
{
  return aufait_database_run (
      database,
      "INSERT INTO note_text (rowid, text) SELECT id, text FROM note WHERE id > " INDEXED ";"
      "UPDATE tally SET n = n + (SELECT count(*) FROM note WHERE id > " INDEXED ")"
      " WHERE what = 'note';"
      "UPDATE tally SET n = max (n, ifnull ((SELECT max (id) FROM note), 0))"
      " WHERE what = 'indexed';",
      error);
}

gboolean
aufait_search_index_rebuild (AufaitDatabase *database, GError **error)
{
  return aufait_database_run (
      database,
      "UPDATE tally SET n = (SELECT count(*) FROM note) WHERE what = 'note';"
      "UPDATE tally SET n = max (n, ifnull ((SELECT max (id) FROM note), 0))"
      " WHERE what = 'indexed';"
      "INSERT INTO note_text (note_text) VALUES ('rebuild');",
      error);
}

/* Damage here must not keep notes from being written down: it holds nothing that they do not. */
gboolean
aufait_search_index_catch_up (AufaitDatabase *database, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (put_in_waiting (database, &failure))
    return TRUE;
  if (g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED))
    return aufait_search_index_rebuild (database, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- one note ------------------------------------------------------------------------------ */

gboolean
aufait_search_index_add (AufaitDatabase *database, gint64 note_id, GError **error)
{
  gint64 distance;

  if (!ask_distance (database, note_id, &distance, error))
    return FALSE;
  if (distance > 0)
    return distance < WAITING_MAX || aufait_search_index_catch_up (database, error);
  return run_with_id (database,
                      "INSERT INTO note_text (rowid, text) SELECT id, text FROM note WHERE id = ?1",
                      note_id, error);
}

gboolean
aufait_search_index_remove (AufaitDatabase *database, gint64 note_id, GError **error)
{
  return run_with_id (database,
                      "INSERT INTO note_text (note_text, rowid, text)"
                      " SELECT 'delete', id, text FROM note WHERE id = ?1 AND id <= " INDEXED,
                      note_id, error);
}

gboolean
aufait_search_index_check (AufaitDatabase *database, GError **error)
{
  return aufait_database_run (
      database, "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)", error);
}

gboolean
aufait_search_index_open (AufaitDatabase *database, GError **error)
{
  return aufait_database_run (database,
                              "CREATE VIRTUAL TABLE temp.note_word"
                              " USING fts5vocab ('main', 'note_text', 'instance')",
                              error);
}

/* The first word of the index at or behind @from; NULL without an error: there is none. */
static char *
find_word (AufaitQuery *statement, const char *from, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *word = NULL;

  aufait_query_bind_text (statement, 1, from);
  if (aufait_query_step (statement, &failure))
    word = g_strdup (aufait_query_get_text (statement, 0));
  aufait_query_reset (statement);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return word;
}

/* Goes from word to word with a search for each, past all the places where it stands. */
GStrv
aufait_search_index_list_words (AufaitDatabase *database,
                                const char *beginning,
                                guint max,
                                GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autofree char *from = g_strdup (beginning);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT term FROM temp.note_word WHERE term >= ?1 LIMIT 1", error);

  if (statement == NULL)
    return NULL;
  for (;;) {
    g_autofree char *word = find_word (statement, from, &failure);

    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
    if (word == NULL || !g_str_has_prefix (word, beginning))
      break;
    if (words->len == max)
      return NULL;
    g_free (from);
    from = g_strconcat (word, "\001", NULL);
    g_ptr_array_add (words, g_steal_pointer (&word));
  }
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}
