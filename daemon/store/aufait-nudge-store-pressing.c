/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the active nudges those that cannot wait until all are looked at. */
#include "config.h"

#include "aufait-memory-private.h"
#include "aufait-nudge-store-private.h"

gboolean
aufait_nudge_store_count_waiting (
    AufaitMemory *memory, AufaitDay by, guint max, guint *ret_count, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT count(*) FROM (SELECT 1 FROM nudge"
                               " WHERE state = 'waiting' AND due_on <= ?1 LIMIT ?2)",
                               error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, by);
  aufait_query_bind_int (statement, 2, max);
  if (!aufait_query_step (statement, error))
    return FALSE;
  *ret_count = (guint) aufait_query_get_int (statement, 0);
  return TRUE;
}

GPtrArray *
aufait_nudge_store_list_waiting_of_kind (
    AufaitMemory *memory, const char *kind, AufaitDay from, AufaitDay by, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               AUFAIT_NUDGE_STORE_SELECT
                               "WHERE state = 'waiting' AND due_on BETWEEN ?1 AND ?2 AND kind = ?3",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, by);
  aufait_query_bind_text (statement, 3, kind);
  return aufait_nudge_store_read_all (statement, error);
}

GPtrArray *
aufait_nudge_store_list_waiting_of_events (AufaitMemory *memory, AufaitDay by, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT "WHERE state = 'waiting' AND due_on <= ?1 AND event IS NOT NULL",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, by);
  return aufait_nudge_store_read_all (statement, error);
}

GPtrArray *
aufait_nudge_store_list_snoozed (AufaitMemory *memory, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT "WHERE " AUFAIT_NUDGE_STORE_IS_ANSWERABLE " AND state = 'snoozed'",
      error);

  return statement == NULL ? NULL : aufait_nudge_store_read_all (statement, error);
}
