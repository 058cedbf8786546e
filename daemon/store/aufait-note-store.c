/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-note-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "aufait-death-store.h"
#include "aufait-interest-key-store.h"
#include "aufait-meaning-store.h"
#include "aufait-memory-private.h"
#include "aufait-search-index.h"
#include "aufait-search-query.h"
#include "aufait-sentence.h"

static gboolean
set_not_found (gint64 id, GError **error)
{
  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
               _ ("There is no note with the number %" PRId64 "."), id);
  return FALSE;
}

/* --- adding -------------------------------------------------------------------------------- */

static gboolean
add_row (AufaitDatabase *database, const AufaitNote *note, int sentence_version, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO note (on_day, text, is_impression, sentence_version, id, noted_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note->on);
  aufait_query_bind_text (statement, 2, note->text);
  aufait_query_bind_int (statement, 3, note->meaning->kind == AUFAIT_NOTE_IMPRESSION);
  aufait_query_bind_int (statement, 4, sentence_version);
  aufait_query_bind_int (statement, 5, note->id);
  aufait_query_bind_int (statement, 6, note->at);
  return aufait_query_run (statement, error);
}

/* Someone who is named twice in a note is in it once. */
static gboolean
add_people (AufaitDatabase *database, const AufaitNote *note, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO note_person (note_id, person_id, position, on_day) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT DO NOTHING",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < note->people->len; i++) {
    const AufaitRef *ref = note->people->pdata[i];

    aufait_query_bind_int (statement, 1, note->id);
    aufait_query_bind_int (statement, 2, ref->id);
    aufait_query_bind_int (statement, 3, i);
    aufait_query_bind_int (statement, 4, note->on);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_note_store_add (AufaitMemory *memory, AufaitNote *note, int sentence_version, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database == NULL || !aufait_memory_take_note_id (memory, &note->id, error))
    return FALSE;
  return add_row (database, note, sentence_version, error) &&
         aufait_search_index_add (database, note->id, error) &&
         add_people (database, note, error) &&
         aufait_meaning_store_add (database, note->id, note->meaning, error) &&
         aufait_death_store_set (memory, note, error) &&
         aufait_interest_key_store_add (database, note, error);
}

gboolean
aufait_note_store_set_meaning (AufaitMemory *memory,
                               const AufaitNote *note,
                               int sentence_version,
                               GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "UPDATE note SET is_impression = ?2, sentence_version = ?3 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note->id);
  aufait_query_bind_int (statement, 2, note->meaning->kind == AUFAIT_NOTE_IMPRESSION);
  aufait_query_bind_int (statement, 3, sentence_version);
  if (!aufait_query_run (statement, error))
    return FALSE;
  if (aufait_database_get_changes (database) == 0)
    return set_not_found (note->id, error);
  return aufait_meaning_store_remove (database, note->id, error) &&
         aufait_meaning_store_add (database, note->id, note->meaning, error) &&
         aufait_death_store_set (memory, note, error) &&
         aufait_interest_key_store_remove (database, note->id, error) &&
         aufait_interest_key_store_add (database, note, error);
}

/* --- reading ------------------------------------------------------------------------------- */

/* @ret_parts: what else it has (AUFAIT_MEANING_STORE_PARTS). */
static AufaitNote *
read_row (AufaitDatabase *database, gint64 id, gint64 *ret_parts, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database,
                               "SELECT on_day, text, is_impression, noted_at,"
                               " " AUFAIT_MEANING_STORE_PARTS " FROM note WHERE id = ?1",
                               error);
  AufaitNote *note;

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, id);
  if (!aufait_query_step (statement, &failure)) {
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    else
      set_not_found (id, error);
    return NULL;
  }
  note = aufait_note_new ((AufaitDay) aufait_query_get_int (statement, 0),
                          aufait_query_get_text (statement, 1));
  note->id = id;
  note->meaning->kind =
      aufait_query_get_int (statement, 2) != 0 ? AUFAIT_NOTE_IMPRESSION : AUFAIT_NOTE_FACT;
  note->at = aufait_query_get_int (statement, 3);
  *ret_parts = aufait_query_get_int (statement, 4);
  return note;
}

static gboolean
read_people (AufaitDatabase *database, AufaitNote *note, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database,
                               "SELECT person.id, person.name FROM note_person"
                               " JOIN person ON person.id = note_person.person_id"
                               " WHERE note_person.note_id = ?1 ORDER BY note_person.position",
                               error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note->id);
  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (note->people, aufait_ref_new (aufait_query_get_int (statement, 0),
                                                   aufait_query_get_text (statement, 1)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static AufaitNote *
read_note (AufaitDatabase *database, gint64 id, GError **error)
{
  gint64 parts = 0;
  g_autoptr (AufaitNote) note = read_row (database, id, &parts, error);

  if (note == NULL || !read_people (database, note, error) ||
      !aufait_meaning_store_read (database, id, parts, note->meaning, error))
    return NULL;
  aufait_sentence_open_moments (note);
  return g_steal_pointer (&note);
}

AufaitNote *
aufait_note_store_get (AufaitMemory *memory, gint64 id, GError **error)
{
  return read_note (aufait_memory_get_database (memory), id, error);
}

/* --- listing ------------------------------------------------------------------------------- */

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
}

/* The notes whose ids @statement gives in its first column, in that order. */
static GPtrArray *
read_notes (AufaitDatabase *database, AufaitQuery *statement, GError **error)
{
  g_autoptr (GPtrArray) notes = new_list ();
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure)) {
    AufaitNote *note = read_note (database, aufait_query_get_int (statement, 0), error);

    if (note == NULL)
      return NULL;
    g_ptr_array_add (notes, note);
  }
  if (failure == NULL)
    return g_steal_pointer (&notes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
aufait_note_store_list_about (AufaitMemory *memory, gint64 person_id, guint max, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database,
                               "SELECT note_id FROM note_person WHERE person_id = ?1"
                               " ORDER BY on_day DESC, note_id DESC LIMIT ?2",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_int (statement, 2, max);
  return read_notes (database, statement, error);
}

/* Ids grow with time, but for what was noted late: the last thousand are looked at. */
GPtrArray *
aufait_note_store_list_since (AufaitMemory *memory, AufaitDay day, guint max, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT id FROM (SELECT id, on_day FROM note ORDER BY id DESC LIMIT 1000)"
      " WHERE on_day >= ?1 ORDER BY on_day DESC, id DESC LIMIT ?2",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, day);
  aufait_query_bind_int (statement, 2, max);
  return read_notes (database, statement, error);
}

/* So many words are named one by one; of more, FTS5 gathers the beginning. */
#define WORDS_MAX 48

/* A failure shows in the search itself, which asks the same index. */
static GStrv
list_words (const char *beginning, gpointer data)
{
  return aufait_search_index_list_words (data, beginning, WORDS_MAX, NULL);
}

static GPtrArray *
find_once (AufaitDatabase *database, const char *query, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT rowid FROM note_text WHERE note_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, query);
  aufait_query_bind_int (statement, 2, max);
  return read_notes (database, statement, error);
}

/* An index that is damaged is mended: the notes themselves are whole. */
GPtrArray *
aufait_note_store_find (AufaitMemory *memory, const char *words, guint max, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (GError) failure = NULL;
  g_autofree char *query = NULL;
  GPtrArray *notes;

  aufait_memory_prepare_search (memory);
  query = aufait_search_query_new (words, list_words, database);
  if (query == NULL)
    return new_list ();
  notes = find_once (database, query, max, &failure);
  if (notes == NULL &&
      g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED) &&
      aufait_memory_mend_search (memory))
    return find_once (database, query, max, error);
  if (notes == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return notes;
}

GPtrArray *
aufait_note_store_list_due (AufaitMemory *memory, AufaitDay first, AufaitDay last, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT note_id, min(day) FROM ("
      " SELECT note_id, last_day AS day FROM moment WHERE last_day BETWEEN ?1 AND ?2"
      " UNION ALL SELECT note_id, day FROM promise WHERE day BETWEEN ?1 AND ?2)"
      " GROUP BY note_id ORDER BY 2, 1",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, first);
  aufait_query_bind_int (statement, 2, last);
  return read_notes (database, statement, error);
}

GPtrArray *
aufait_note_store_list_losses (AufaitMemory *memory,
                               AufaitDay first,
                               AufaitDay last,
                               GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database,
                               "SELECT note_id, min(last_day) FROM moment"
                               " WHERE kind = 'loss' AND last_day BETWEEN ?1 AND ?2"
                               " GROUP BY note_id ORDER BY 2, 1",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, first);
  aufait_query_bind_int (statement, 2, last);
  return read_notes (database, statement, error);
}

GPtrArray *
aufait_note_store_list_outdated (
    AufaitMemory *memory, int sentence_version, gint64 after, guint max, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database,
                               "SELECT id FROM note WHERE id > ?2 AND sentence_version < ?1"
                               " AND (SELECT n FROM tally WHERE what = 'reader') < ?1"
                               " ORDER BY id LIMIT ?3",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, sentence_version);
  aufait_query_bind_int (statement, 2, after);
  aufait_query_bind_int (statement, 3, max);
  return read_notes (database, statement, error);
}

gboolean
aufait_note_store_set_none_outdated (AufaitMemory *memory, int sentence_version, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "UPDATE tally SET n = ?1 WHERE what = 'reader' AND n < ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, sentence_version);
  return aufait_query_run (statement, error);
}
