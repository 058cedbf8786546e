/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-command-log.h"

#include <glib/gi18n-lib.h>

#include "aufait-changeset.h"
#include "aufait-search-index.h"

/* Old ones are forgotten so many at a time: each time is one more page to write. */
#define FORGET_EVERY 32

GHashTable *
aufait_command_log_list_tables (AufaitDatabase *database, GError **error)
{
  static const char *const kept_otherwise[] = { "command", "tally", NULL };

  return aufait_changeset_list_tables (database, kept_otherwise, error);
}

/* Forgets what is older than undo goes back from @newest. */
static gboolean
forget_old (AufaitDatabase *database, gint64 newest, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "DELETE FROM command WHERE id <= ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, newest - AUFAIT_COMMAND_LOG_LENGTH);
  return aufait_query_run (statement, error);
}

gboolean
aufait_command_log_add (AufaitDatabase *database, const char *what, GBytes *inverse, GError **error)
{
  g_autoptr (AufaitQuery) insert = NULL;
  gint64 id;

  insert = aufait_database_prepare (database, "INSERT INTO command (what, inverse) VALUES (?1, ?2)",
                                    error);
  if (insert == NULL)
    return FALSE;
  aufait_query_bind_text (insert, 1, what);
  aufait_query_bind_blob (insert, 2, inverse);
  if (!aufait_query_run (insert, error))
    return FALSE;
  id = aufait_database_get_last_id (database);
  return id % FORGET_EVERY != 0 || forget_old (database, id, error);
}

static gboolean
read_newest (
    AufaitDatabase *database, gint64 *ret_id, char **ret_what, GBytes **ret_inverse, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT id, what, inverse FROM command ORDER BY id DESC LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  if (aufait_query_step (statement, &failure)) {
    *ret_id = aufait_query_get_int (statement, 0);
    *ret_what = g_strdup (aufait_query_get_text (statement, 1));
    *ret_inverse = aufait_query_dup_blob (statement, 2);
    return TRUE;
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
                         _ ("There is nothing to undo."));
  return FALSE;
}

static gboolean
forget_command (AufaitDatabase *database, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "DELETE FROM command WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_run (statement, error);
}

/* The search index is no table of its own: it is told of each note that comes, goes or changes. */
static gboolean
apply_with_index (AufaitDatabase *database, GBytes *inverse, GError **error)
{
  g_autoptr (GArray) notes = aufait_changeset_list_ids (database, inverse, "note", 0, error);

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++) {
    if (!aufait_search_index_remove (database, g_array_index (notes, gint64, i), error))
      return FALSE;
  }
  if (!aufait_changeset_apply (database, inverse, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++) {
    if (!aufait_search_index_add (database, g_array_index (notes, gint64, i), error))
      return FALSE;
  }
  return TRUE;
}

/* Who is another, is called otherwise or has other cards. */
static GArray *
list_people (AufaitDatabase *database, GBytes *inverse, GError **error)
{
  static const struct {
    const char *table;
    int column;
  } places[] = { { "person", 0 }, { "person_detail", 0 }, { "person_card", 1 } };
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (GArray) ids =
        aufait_changeset_list_ids (database, inverse, places[i].table, places[i].column, error);

    if (ids == NULL)
      return NULL;
    g_array_append_vals (people, ids->data, ids->len);
  }
  return g_steal_pointer (&people);
}

gboolean
aufait_command_log_take_back (AufaitDatabase *database,
                              char **ret_what,
                              GArray **ret_people,
                              GError **error)
{
  g_autofree char *what = NULL;
  g_autoptr (GBytes) inverse = NULL;
  g_autoptr (GArray) people = NULL;
  gint64 id;

  if (!read_newest (database, &id, &what, &inverse, error) || !forget_old (database, id, error))
    return FALSE;
  people = list_people (database, inverse, error);
  if (people == NULL || !apply_with_index (database, inverse, error) ||
      !forget_command (database, id, error))
    return FALSE;
  if (ret_what != NULL)
    *ret_what = g_steal_pointer (&what);
  if (ret_people != NULL)
    *ret_people = g_steal_pointer (&people);
  return TRUE;
}
