/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-done-store.h"

#include "aufait-memory-private.h"
#include "aufait-nudge-store.h"

gboolean
aufait_done_store_set (AufaitMemory *memory, gint64 nudge_id, gint64 at, GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;

  if (!aufait_nudge_store_set_state (memory, nudge_id, AUFAIT_NUDGE_DONE, error))
    return FALSE;
  statement = aufait_database_prepare (aufait_memory_get_database (memory),
                                       "UPDATE nudge SET done_at = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, nudge_id);
  aufait_query_bind_int (statement, 2, at);
  return aufait_query_run (statement, error);
}

GArray *
aufait_done_store_list (AufaitMemory *memory, gint64 since, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT id FROM nudge WHERE done_at > 0 AND done_at >= ?1"
                               " ORDER BY done_at, id LIMIT ?2",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, since);
  aufait_query_bind_int (statement, 2, max);
  return aufait_query_list_ids (statement, error);
}
