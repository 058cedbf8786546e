/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-death-store.h"

#include "aufait-memory-private.h"

static gboolean
remove_all (AufaitDatabase *database, gint64 note_id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "DELETE FROM death WHERE note_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note_id);
  return aufait_query_run (statement, error);
}

static gboolean
add_all (AufaitDatabase *database, const AufaitNote *note, GError **error)
{
  const GArray *deaths = note->meaning->deaths;
  g_autoptr (AufaitQuery) statement = NULL;

  if (deaths->len == 0)
    return TRUE;
  statement = aufait_database_prepare (database,
                                       "INSERT OR IGNORE INTO death (note_id, position)"
                                       " SELECT note_id, position FROM note_person"
                                       " WHERE note_id = ?1 AND person_id = ?2",
                                       error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < deaths->len; i++) {
    guint place = g_array_index (deaths, guint, i);

    if (place >= note->people->len)
      continue;
    aufait_query_bind_int (statement, 1, note->id);
    aufait_query_bind_int (statement, 2, ((AufaitRef *) note->people->pdata[place])->id);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_death_store_set (AufaitMemory *memory, const AufaitNote *note, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  return database != NULL && remove_all (database, note->id, error) &&
         add_all (database, note, error);
}

GArray *
aufait_death_store_list (AufaitMemory *memory, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory), AUFAIT_DEATH_STORE_IDS, error);

  return statement != NULL ? aufait_query_list_ids (statement, error) : NULL;
}
