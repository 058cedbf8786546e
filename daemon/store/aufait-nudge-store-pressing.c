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

GArray *
aufait_nudge_store_list_instants (
    AufaitMemory *memory, const char *kind, AufaitDay from, AufaitDay by, GError **error)
{
  g_autoptr (GArray) instants = g_array_new (FALSE, FALSE, sizeof (AufaitNudgeStoreInstant));
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT id, due_on, event_begins FROM nudge WHERE state = 'waiting'"
                               " AND event IS NOT NULL AND due_on BETWEEN ?1 AND ?2 AND kind = ?3",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, by);
  aufait_query_bind_text (statement, 3, kind);
  while (aufait_query_step (statement, &failure)) {
    AufaitNudgeStoreInstant instant = {
      .id = aufait_query_get_int (statement, 0),
      .due_on = (AufaitDay) aufait_query_get_int (statement, 1),
      .begins = aufait_query_get_int (statement, 2),
    };

    g_array_append_val (instants, instant);
  }
  if (failure == NULL)
    return g_steal_pointer (&instants);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

#define SNOOZED AUFAIT_NUDGE_STORE_IS_ANSWERABLE " AND state = 'snoozed' "

GPtrArray *
aufait_nudge_store_list_snoozed (AufaitMemory *memory, gint64 now, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT
      "WHERE " SNOOZED "AND (snoozed_until <= ?1 OR event_begins BETWEEN 1 AND ?1 OR"
      " id = (SELECT id FROM nudge WHERE " SNOOZED "AND snoozed_until > ?1"
      " ORDER BY snoozed_until, id LIMIT 1)) ORDER BY id",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, now);
  return aufait_nudge_store_read_all (statement, error);
}

GPtrArray *
aufait_nudge_store_list_shown (AufaitMemory *memory, int max, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT "WHERE " AUFAIT_NUDGE_STORE_IS_ANSWERABLE " AND state = 'shown' AND"
                                " times_shown < ?1 ORDER BY id",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, max);
  return aufait_nudge_store_read_all (statement, error);
}
