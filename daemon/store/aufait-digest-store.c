/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-digest-store.h"

#include "aufait-memory-private.h"

gboolean
aufait_digest_store_get (AufaitMemory *memory, AufaitDay *ret_day, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitStatement) statement = aufait_database_prepare (
      aufait_memory_get_database (memory), "SELECT n FROM tally WHERE what = 'digest'", error);

  if (statement == NULL)
    return FALSE;
  if (aufait_statement_step (statement, &failure))
    *ret_day = (AufaitDay) aufait_statement_get_int (statement, 0);
  else if (failure == NULL)
    *ret_day = AUFAIT_DAY_NONE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_day (AufaitMemory *memory, AufaitDay day, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitStatement) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (database,
                                       "INSERT INTO tally (what, n) VALUES ('digest', ?1)"
                                       " ON CONFLICT (what) DO UPDATE SET n = excluded.n",
                                       error);
  if (statement == NULL)
    return FALSE;
  aufait_statement_bind_int (statement, 1, day);
  return aufait_statement_run (statement, error);
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
