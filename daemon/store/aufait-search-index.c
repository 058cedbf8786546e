/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-search-index.h"

static gboolean
run_with_id (AufaitDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (AufaitStatement) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_statement_bind_int (statement, 1, id);
  return aufait_statement_run (statement, error);
}

gboolean
aufait_search_index_add (AufaitDatabase *database, gint64 note_id, GError **error)
{
  return run_with_id (database,
                      "INSERT INTO note_text (rowid, text) SELECT id, text FROM note WHERE id = ?1",
                      note_id, error);
}

gboolean
aufait_search_index_remove (AufaitDatabase *database, gint64 note_id, GError **error)
{
  return run_with_id (database,
                      "INSERT INTO note_text (note_text, rowid, text)"
                      " SELECT 'delete', id, text FROM note WHERE id = ?1",
                      note_id, error);
}

gboolean
aufait_search_index_check (AufaitDatabase *database, GError **error)
{
  return aufait_database_run (
      database, "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)", error);
}
