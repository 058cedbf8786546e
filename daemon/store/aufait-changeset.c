/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The header shows the session extension only to those who ask; Debian's library has it. */
#define SQLITE_ENABLE_SESSION        1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "aufait-changeset.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

struct _AufaitChangeset {
  AufaitDatabase *database;
  sqlite3_session *session;
};

AufaitChangeset *
aufait_changeset_start (AufaitDatabase *database, const char *const *tables, GError **error)
{
  g_autoptr (AufaitChangeset) changeset = g_new0 (AufaitChangeset, 1);
  int code;

  changeset->database = database;
  code = sqlite3session_create (aufait_database_get_handle (database), "main", &changeset->session);
  for (gsize i = 0; code == SQLITE_OK && tables[i] != NULL; i++)
    code = sqlite3session_attach (changeset->session, tables[i]);
  if (code != SQLITE_OK) {
    aufait_database_set_error (database, code, error);
    return NULL;
  }
  return g_steal_pointer (&changeset);
}

void
aufait_changeset_free (AufaitChangeset *changeset)
{
  if (changeset == NULL)
    return;
  if (changeset->session != NULL)
    sqlite3session_delete (changeset->session);
  g_free (changeset);
}

GBytes *
aufait_changeset_dup_inverse (AufaitChangeset *changeset, GError **error)
{
  void *changes = NULL, *inverse = NULL;
  int n_changes = 0, n_inverse = 0;
  int code = sqlite3session_changeset (changeset->session, &n_changes, &changes);

  if (code == SQLITE_OK && n_changes > 0)
    code = sqlite3changeset_invert (n_changes, changes, &n_inverse, &inverse);
  sqlite3_free (changes);
  if (code != SQLITE_OK) {
    aufait_database_set_error (changeset->database, code, error);
    return NULL;
  }
  return g_bytes_new_with_free_func (inverse, (gsize) n_inverse, sqlite3_free, inverse);
}

static int
on_conflict (void *context, int conflict, sqlite3_changeset_iter *change)
{
  const char *table = NULL;
  int n_columns, operation, is_indirect;

  /* Of a broken reference no single row is to blame: there is nothing to look at. */
  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_ABORT;
  if (sqlite3changeset_op (change, &table, &n_columns, &operation, &is_indirect) != SQLITE_OK)
    return SQLITE_CHANGESET_ABORT;
  if (conflict == SQLITE_CHANGESET_NOTFOUND)
    return SQLITE_CHANGESET_OMIT;
  if (conflict != SQLITE_CHANGESET_DATA)
    return SQLITE_CHANGESET_ABORT;
  if (operation == SQLITE_UPDATE && g_str_equal (table, "nudge"))
    return SQLITE_CHANGESET_OMIT;
  return SQLITE_CHANGESET_REPLACE;
}

gboolean
aufait_changeset_apply (AufaitDatabase *database, GBytes *changes, GError **error)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (changes, &size);
  int code;

  if (size == 0)
    return TRUE;
  code = sqlite3changeset_apply (aufait_database_get_handle (database), (int) size, (void *) data,
                                 NULL, on_conflict, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                         _ ("That cannot be taken back any more: what was kept since depends on "
                            "it. Nothing was changed."));
  else
    aufait_database_set_error (database, code, error);
  return FALSE;
}

/* The id of the change under the cursor, when it is one of @table. */
static void
append_id (sqlite3_changeset_iter *change, const char *table, GArray *ids)
{
  const char *changed = NULL;
  sqlite3_value *value = NULL;
  int n_columns, operation, is_indirect, code;
  gint64 id;

  if (sqlite3changeset_op (change, &changed, &n_columns, &operation, &is_indirect) != SQLITE_OK ||
      !g_str_equal (changed, table))
    return;
  code = operation == SQLITE_INSERT ? sqlite3changeset_new (change, 0, &value)
                                    : sqlite3changeset_old (change, 0, &value);
  if (code != SQLITE_OK || value == NULL)
    return;
  id = sqlite3_value_int64 (value);
  g_array_append_val (ids, id);
}

GArray *
aufait_changeset_list_ids (AufaitDatabase *database,
                           GBytes *changes,
                           const char *table,
                           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_changeset_iter *change = NULL;
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (changes, &size);
  int code = sqlite3changeset_start (&change, (int) size, (void *) data);

  if (code == SQLITE_OK) {
    while (sqlite3changeset_next (change) == SQLITE_ROW)
      append_id (change, table, ids);
    code = sqlite3changeset_finalize (change);
  }
  if (code == SQLITE_OK)
    return g_steal_pointer (&ids);
  aufait_database_set_error (database, code, error);
  return NULL;
}
