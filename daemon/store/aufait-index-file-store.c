/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index-file-store.h"

#include <string.h>

#include "aufait-index-private.h"

#define COLUMNS "id, name, device, inode, mtime, size, state, basis_id"

/* --- folders and bases --------------------------------------------------------------------- */

/* The id of the row of @text; 0 when there is none, or with an error. */
static gint64
find_id (AufaitDatabase *database, const char *sql, const char *text, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return 0;
  aufait_query_bind_text (statement, 1, text);
  return aufait_query_step (statement, error) ? aufait_query_get_int (statement, 0) : 0;
}

static gint64
add_row (AufaitIndex *index, const char *sql, const char *text, const char *name, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return 0;
  statement = aufait_database_prepare (database, sql, error);
  if (statement == NULL)
    return 0;
  aufait_query_bind_text (statement, 1, text);
  if (name != NULL)
    aufait_query_bind_text (statement, 2, name);
  return aufait_query_run (statement, error) ? aufait_database_get_last_id (database) : 0;
}

gint64
aufait_index_file_store_ensure_folder (AufaitIndex *index,
                                       const char *path,
                                       const char *name,
                                       GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id = find_id (aufait_index_get_newest (index), "SELECT id FROM folder WHERE path = ?1",
                       path, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return 0;
  }
  if (id != 0)
    return id;
  return add_row (index, "INSERT INTO folder (path, name) VALUES (?1, ?2)", path, name, error);
}

gint64
aufait_index_file_store_ensure_basis (AufaitIndex *index, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id = find_id (aufait_index_get_newest (index), "SELECT id FROM basis WHERE text = ?1",
                       text, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return 0;
  }
  if (id != 0)
    return id;
  return add_row (index, "INSERT INTO basis (text) VALUES (?1)", text, NULL, error);
}

GHashTable *
aufait_index_file_store_list_folders (AufaitIndex *index, GError **error)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index), "SELECT id, path FROM folder", error);

  if (statement == NULL)
    return NULL;
  while (aufait_query_step (statement, &failure)) {
    gint64 *id = g_new (gint64, 1);

    *id = aufait_query_get_int (statement, 0);
    g_hash_table_insert (folders, g_strdup (aufait_query_get_text (statement, 1)), id);
  }
  if (failure == NULL)
    return g_steal_pointer (&folders);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* --- files --------------------------------------------------------------------------------- */

static AufaitIndexedFile *
read_row (AufaitQuery *statement)
{
  AufaitIndexedFile *file = aufait_indexed_file_new (aufait_query_get_int (statement, 0),
                                                     aufait_query_get_text (statement, 1));

  file->identity.device = (guint64) aufait_query_get_int (statement, 2);
  file->identity.inode = (guint64) aufait_query_get_int (statement, 3);
  file->identity.mtime = aufait_query_get_int (statement, 4);
  file->identity.size = aufait_query_get_int (statement, 5);
  file->state = (AufaitIndexedFileState) aufait_query_get_int (statement, 6);
  file->basis = aufait_query_get_int (statement, 7);
  return file;
}

static GPtrArray *
read_rows (AufaitQuery *statement, GError **error)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_indexed_file_free);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (files, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&files);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
aufait_index_file_store_list (
    AufaitIndex *index, gint64 folder_id, const char *after, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT " COLUMNS " FROM file WHERE folder_id = ?1 AND name > ?2 ORDER BY name LIMIT ?3",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, folder_id);
  aufait_query_bind_text (statement, 2, after != NULL ? after : "");
  aufait_query_bind_int (statement, 3, max);
  return read_rows (statement, error);
}

AufaitIndexedFile *
aufait_index_file_store_find (AufaitIndex *index,
                              gint64 folder_id,
                              const char *name,
                              GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT " COLUMNS " FROM file WHERE folder_id = ?1 AND name = ?2", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, folder_id);
  aufait_query_bind_text (statement, 2, name);
  files = read_rows (statement, error);
  return files != NULL && files->len > 0 ? g_ptr_array_steal_index (files, 0) : NULL;
}

/* --- how many, and what is wrong ----------------------------------------------------------- */

static void
read_counts (AufaitQuery *statement, AufaitIndexFileStoreCounts *ret_counts)
{
  ret_counts->n_files = aufait_query_get_int (statement, 0);
  ret_counts->n_items = aufait_query_get_int (statement, 1);
  ret_counts->n_problems = aufait_query_get_int (statement, 2);
  ret_counts->has_cards = aufait_query_get_int (statement, 3) > 0;
  ret_counts->has_calendars = ret_counts->n_files > aufait_query_get_int (statement, 3);
  ret_counts->print = aufait_query_get_int (statement, 4);
  ret_counts->n_others = aufait_query_get_int (statement, 5);
}

gboolean
aufait_index_file_store_count (AufaitIndex *index,
                               gint64 folder_id,
                               AufaitIndexFileStoreCounts *ret_counts,
                               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT n_files, n_items, n_problems, n_cards, print,"
      " (SELECT count (*) FROM card JOIN file ON file.id = card.id >> 24"
      " WHERE card.kind <> 0 AND file.folder_id = folder.id) FROM folder WHERE id = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, folder_id);
  memset (ret_counts, 0, sizeof *ret_counts);
  if (aufait_query_step (statement, &failure))
    read_counts (statement, ret_counts);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
aufait_index_file_store_problem_free (AufaitIndexFileStoreProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->path);
  g_free (problem->text);
  g_free (problem);
}

/* A single file's folder has the path of the file itself. */
static char *
build_path (const char *folder, const char *name)
{
  g_autofree char *ending = g_strconcat ("/", name, NULL);

  if (g_str_has_suffix (folder, ending))
    return g_strdup (folder);
  return g_build_filename (folder, name, NULL);
}

GPtrArray *
aufait_index_file_store_list_problems (AufaitIndex *index, guint max, GError **error)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_index_file_store_problem_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT folder.path, file.name, problem.text FROM problem"
      " JOIN file ON file.id = problem.id >> 24 JOIN folder ON folder.id = file.folder_id"
      " ORDER BY problem.id LIMIT ?1",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, max);
  while (aufait_query_step (statement, &failure)) {
    AufaitIndexFileStoreProblem *problem = g_new0 (AufaitIndexFileStoreProblem, 1);

    problem->path =
        build_path (aufait_query_get_text (statement, 0), aufait_query_get_text (statement, 1));
    problem->text = g_strdup (aufait_query_get_text (statement, 2));
    g_ptr_array_add (problems, problem);
  }
  if (failure == NULL)
    return g_steal_pointer (&problems);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

char *
aufait_index_file_store_dup_path (AufaitIndex *index, gint64 item_id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT folder.path, file.name FROM file JOIN folder ON folder.id = file.folder_id"
      " WHERE file.id = ?1 >> 24",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, item_id);
  if (!aufait_query_step (statement, error))
    return NULL;
  return build_path (aufait_query_get_text (statement, 0), aufait_query_get_text (statement, 1));
}
