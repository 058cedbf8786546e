/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-digest-store.h"

#include "aufait-memory-private.h"

/* No row is 0. */
G_STATIC_ASSERT (AUFAIT_DAY_NONE == 0);

gboolean
aufait_digest_store_get (AufaitMemory *memory, AufaitDay *ret_day, GError **error)
{
  gint64 day;

  if (!aufait_database_ask (aufait_memory_get_database (memory),
                            "SELECT n FROM tally WHERE what = 'digest'", &day, error))
    return FALSE;
  *ret_day = (AufaitDay) day;
  return TRUE;
}

static gboolean
write_day (AufaitMemory *memory, AufaitDay day, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (database,
                                       "INSERT INTO tally (what, n) VALUES ('digest', ?1)"
                                       " ON CONFLICT (what) DO UPDATE SET n = excluded.n",
                                       error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, day);
  return aufait_query_run (statement, error);
}

gboolean
aufait_digest_store_set (AufaitMemory *memory, AufaitDay day, GError **error)
{
  if (!aufait_memory_begin (memory, NULL, error))
    return FALSE;
  if (write_day (memory, day, error))
    return aufait_memory_commit (memory, error);
  aufait_memory_rollback (memory);
  return FALSE;
}
