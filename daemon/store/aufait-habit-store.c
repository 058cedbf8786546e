/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-habit-store.h"

#include <glib/gi18n-lib.h>

#include "aufait-memory-private.h"

/* Whoever drops a promise or a word on a loss has seen to it, and wants the next one none the less.
 */
#define IS_OWED "(nudge.kind = 'promise' OR nudge.key GLOB 'return:*:loss:*')"

/* Nudges that teach: dropped, and not untaught. "+": that is asked of what was dropped alone, as
 * most of what is counted is nothing. */
#define UNTAUGHT(kind)                                                                             \
  "ifnull ((SELECT untaught.nudge_id FROM untaught WHERE untaught.person_id = nudge.person_id"     \
  " AND untaught.kind = " kind "), 0)"
#define TEACHES                                                                                    \
  "nudge.state = 'dropped' AND NOT " IS_OWED                                                       \
  " AND +nudge.id > max (" UNTAUGHT ("''") ", " UNTAUGHT ("nudge.kind") ")"

void
aufait_habit_store_habit_free (AufaitHabitStoreHabit *habit)
{
  if (habit == NULL)
    return;
  g_free (habit->name);
  g_free (habit->kind);
  g_free (habit);
}

gboolean
aufait_habit_store_count (
    AufaitMemory *memory, gint64 person_id, const char *kind, guint *ret_n_dropped, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT count (*) FROM nudge WHERE person_id = ?1 AND kind = ?2 AND " TEACHES, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_text (statement, 2, kind);
  if (!aufait_query_step (statement, error))
    return FALSE;
  *ret_n_dropped = (guint) aufait_query_get_int (statement, 0);
  return TRUE;
}

static AufaitHabitStoreHabit *
read_row (AufaitQuery *statement)
{
  AufaitHabitStoreHabit *habit = g_new0 (AufaitHabitStoreHabit, 1);

  habit->person_id = aufait_query_get_int (statement, 0);
  habit->name = g_strdup (aufait_query_get_text (statement, 1));
  habit->kind = g_strdup (aufait_query_get_text (statement, 2));
  habit->n_dropped = (guint) aufait_query_get_int (statement, 3);
  return habit;
}

GPtrArray *
aufait_habit_store_list (AufaitMemory *memory, GError **error)
{
  g_autoptr (GPtrArray) habits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_habit_store_habit_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT person.id, person.name, nudge.kind, count (*) FROM nudge"
      " JOIN person ON person.id = nudge.person_id WHERE " TEACHES
      " GROUP BY person.id, nudge.kind ORDER BY count (*) DESC, person.name, nudge.kind",
      error);

  if (statement == NULL)
    return NULL;
  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (habits, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&habits);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
aufait_habit_store_untaught (AufaitMemory *memory,
                             gint64 person_id,
                             const char *kind,
                             GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database,
      "INSERT INTO untaught (person_id, kind, nudge_id)"
      " SELECT ?1, ?2, max (id) FROM nudge WHERE person_id = ?1 AND (?2 = '' OR kind = ?2)"
      " AND " TEACHES " HAVING count (*) > 0"
      " ON CONFLICT (person_id, kind) DO UPDATE SET nudge_id = excluded.nudge_id",
      error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_text (statement, 2, kind != NULL ? kind : "");
  if (!aufait_query_run (statement, error))
    return FALSE;
  if (aufait_database_get_changes (database) > 0)
    return TRUE;
  g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
                       _ ("Nothing of the kind was taught"));
  return FALSE;
}
