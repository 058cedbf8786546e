/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-store.h"

#include "aufait-index-private.h"

#define COLUMNS "name.person_id, name.name, name.nicknames, name.emails"

/* --- statements ---------------------------------------------------------------------------- */

static AufaitQuery *
prepare (AufaitIndex *index, const char *sql, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable_aside (index, error);

  return database != NULL ? aufait_database_prepare (database, sql, error) : NULL;
}

/* What was written last, whether it is committed or not. */
static AufaitQuery *
prepare_to_read (AufaitIndex *index, const char *sql, GError **error)
{
  return aufait_database_prepare (aufait_index_get_newest (index), sql, error);
}

static gboolean
run (AufaitIndex *index, const char *sql, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable_aside (index, error);

  return database != NULL && aufait_database_run (database, sql, error);
}

gboolean
aufait_name_store_begin (AufaitIndex *index, GError **error)
{
  return run (index, "SAVEPOINT names", error);
}

gboolean
aufait_name_store_end (AufaitIndex *index, GError **error)
{
  return run (index, "RELEASE names", error);
}

/* --- writing ------------------------------------------------------------------------------- */

/* Runs @sql for each word. */
static gboolean
run_for_each (AufaitIndex *index,
              const char *sql,
              gint64 person_id,
              const guint32 *words,
              gsize n_words,
              GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare (index, sql, error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_words; i++) {
    aufait_query_bind_int (statement, 1, (gint32) words[i]);
    aufait_query_bind_int (statement, 2, person_id);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_row (AufaitIndex *index, const AufaitPerson *person, const GArray *words, GError **error)
{
  g_autofree char *nicknames = g_strjoinv (AUFAIT_INDEX_LINE_END, person->nicknames);
  g_autofree char *emails = g_strjoinv (AUFAIT_INDEX_LINE_END, person->emails);
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (words->len > 0 ? words->data : "", words->len * sizeof (guint32));
  g_autoptr (AufaitQuery) statement = prepare (
      index,
      "INSERT INTO name (person_id, name, nicknames, emails, words) VALUES (?1, ?2, ?3, ?4, ?5)",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person->id);
  aufait_query_bind_text (statement, 2, person->name);
  aufait_query_bind_text (statement, 3, nicknames);
  aufait_query_bind_text (statement, 4, emails);
  aufait_query_bind_blob (statement, 5, bytes);
  return aufait_query_run (statement, error);
}

static gboolean
get_words (AufaitIndex *index, gint64 person_id, GBytes **ret_words, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT words FROM name WHERE person_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  return aufait_query_find_blob (statement, ret_words, error);
}

gboolean
aufait_name_store_remove (AufaitIndex *index, gint64 person_id, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AufaitQuery) statement = NULL;
  const guint32 *words;
  gsize size = 0;

  if (!get_words (index, person_id, &bytes, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;
  words = g_bytes_get_data (bytes, &size);
  statement = prepare (index, "DELETE FROM name WHERE person_id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  return aufait_query_run (statement, error) &&
         run_for_each (index, "DELETE FROM name_word WHERE word = ?1 AND person_id = ?2", person_id,
                       words, size / sizeof (guint32), error);
}

gboolean
aufait_name_store_set (AufaitIndex *index,
                       const AufaitPerson *person,
                       const GArray *words,
                       GError **error)
{
  return aufait_name_store_remove (index, person->id, error) &&
         add_row (index, person, words, error) &&
         run_for_each (index, "INSERT INTO name_word (word, person_id) VALUES (?1, ?2)", person->id,
                       (const guint32 *) (const void *) words->data, words->len, error);
}

gboolean
aufait_name_store_clear (AufaitIndex *index, GError **error)
{
  return run (index, "DELETE FROM name", error) && run (index, "DELETE FROM name_word", error);
}

/* --- asking -------------------------------------------------------------------------------- */

static AufaitPerson *
read_person (AufaitQuery *statement)
{
  AufaitPerson *person = aufait_person_new (aufait_query_get_text (statement, 1));

  person->id = aufait_query_get_int (statement, 0);
  g_strfreev (person->nicknames);
  person->nicknames = g_strsplit (aufait_query_get_text (statement, 2), AUFAIT_INDEX_LINE_END, -1);
  g_strfreev (person->emails);
  person->emails = g_strsplit (aufait_query_get_text (statement, 3), AUFAIT_INDEX_LINE_END, -1);
  return person;
}

static GPtrArray *
read_all (AufaitQuery *statement, GError **error)
{
  g_autoptr (GPtrArray) people =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_person_free);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (people, read_person (statement));
  if (failure == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

AufaitPerson *
aufait_name_store_get (AufaitIndex *index, gint64 person_id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT " COLUMNS " FROM name WHERE person_id = ?1", error);
  g_autoptr (GPtrArray) people = NULL;

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  people = read_all (statement, error);
  return people != NULL && people->len > 0 ? g_ptr_array_steal_index (people, 0) : NULL;
}

GPtrArray *
aufait_name_store_list_with (AufaitIndex *index, guint32 word, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare_to_read (
      index,
      "SELECT " COLUMNS " FROM name_word JOIN name USING (person_id) WHERE word = ?1"
      " ORDER BY name_word.person_id",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, (gint32) word);
  return read_all (statement, error);
}

GPtrArray *
aufait_name_store_list (AufaitIndex *index, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT " COLUMNS " FROM name ORDER BY person_id", error);

  return statement != NULL ? read_all (statement, error) : NULL;
}

/* --- what it is of ------------------------------------------------------------------------- */

char *
aufait_name_store_dup_basis (AufaitIndex *index)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT value FROM state WHERE what = 'names'", NULL);

  return statement != NULL && aufait_query_step (statement, NULL)
             ? g_strdup (aufait_query_get_text (statement, 0))
             : NULL;
}

gboolean
aufait_name_store_set_basis (AufaitIndex *index, const char *basis, GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;

  if (basis == NULL)
    return run (index, "DELETE FROM state WHERE what = 'names'", error);
  statement =
      prepare (index, "INSERT OR REPLACE INTO state (what, value) VALUES ('names', ?1)", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, basis);
  return aufait_query_run (statement, error);
}
