/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-nudge-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "aufait-memory-private.h"
#include "aufait-nudge-store-private.h"

AufaitNudgeRecord *
aufait_nudge_record_new (const char *kind, const char *key)
{
  AufaitNudgeRecord *record = g_new0 (AufaitNudgeRecord, 1);

  record->kind = g_strdup (kind);
  record->key = g_strdup (key);
  return record;
}

void
aufait_nudge_record_free (AufaitNudgeRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->key);
  g_free (record->kind);
  g_free (record->event);
  g_free (record);
}

/* --- reading ------------------------------------------------------------------------------- */

static AufaitNudgeRecord *
read_row (AufaitQuery *statement)
{
  AufaitNudgeRecord *record = aufait_nudge_record_new (aufait_query_get_text (statement, 2),
                                                       aufait_query_get_text (statement, 1));
  int state = aufait_nudge_state_from_string (aufait_query_get_text (statement, 6));

  record->id = aufait_query_get_int (statement, 0);
  record->person_id = aufait_query_get_int (statement, 3);
  record->note_id = aufait_query_get_int (statement, 4);
  record->due_on = (AufaitDay) aufait_query_get_int (statement, 5);
  record->state = state < 0 ? AUFAIT_NUDGE_EXPIRED : (AufaitNudgeState) state;
  record->snoozed_until = aufait_query_get_int (statement, 7);
  record->times_shown = (int) aufait_query_get_int (statement, 8);
  record->last_shown_at = aufait_query_get_int (statement, 9);
  record->event = g_strdup (aufait_query_get_text (statement, 10));
  record->event_begins = aufait_query_get_int (statement, 11);
  record->done_at = aufait_query_get_int (statement, 12);
  return record;
}

/* The only row of a statement that is bound; NULL without an error when there is none. */
static AufaitNudgeRecord *
read_one (AufaitQuery *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (aufait_query_step (statement, &failure))
    return read_row (statement);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
aufait_nudge_store_read_all (AufaitQuery *statement, GError **error)
{
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (records, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
set_not_found (gint64 id, GError **error)
{
  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
               _ ("There is no nudge with the number %" PRId64 "."), id);
  return FALSE;
}

AufaitNudgeRecord *
aufait_nudge_store_find (AufaitMemory *memory, const char *key, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory), AUFAIT_NUDGE_STORE_SELECT "WHERE key = ?1", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, key);
  return read_one (statement, error);
}

AufaitNudgeRecord *
aufait_nudge_store_get (AufaitMemory *memory, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory), AUFAIT_NUDGE_STORE_SELECT "WHERE id = ?1", error);
  AufaitNudgeRecord *record;

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, id);
  record = read_one (statement, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    set_not_found (id, error);
  return record;
}

GPtrArray *
aufait_nudge_store_list_open (AufaitMemory *memory, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT "WHERE " AUFAIT_NUDGE_STORE_IS_OPEN " ORDER BY id", error);

  return statement == NULL ? NULL : aufait_nudge_store_read_all (statement, error);
}

GPtrArray *
aufait_nudge_store_list_open_with (AufaitMemory *memory, gint64 person_id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT "WHERE person_id = ?1 AND " AUFAIT_NUDGE_STORE_IS_OPEN
                                " ORDER BY id",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  return aufait_nudge_store_read_all (statement, error);
}

GPtrArray *
aufait_nudge_store_list_of_kind (
    AufaitMemory *memory, gint64 person_id, const char *kind, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT "WHERE person_id = ?1 AND kind = ?2 ORDER BY id DESC LIMIT ?3",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_text (statement, 2, kind);
  aufait_query_bind_int (statement, 3, max);
  return aufait_nudge_store_read_all (statement, error);
}

GPtrArray *
aufait_nudge_store_list_active (AufaitMemory *memory, AufaitDay by, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      AUFAIT_NUDGE_STORE_SELECT
      "WHERE state = 'waiting' AND due_on <= ?1 UNION ALL " AUFAIT_NUDGE_STORE_SELECT
      "WHERE " AUFAIT_NUDGE_STORE_IS_ANSWERABLE,
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, by);
  return aufait_nudge_store_read_all (statement, error);
}

gboolean
aufait_nudge_store_get_next_due (AufaitMemory *memory,
                                 AufaitDay day,
                                 AufaitDay *ret_next,
                                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT min(due_on) FROM nudge WHERE state = 'waiting' AND due_on > ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, day);
  if (aufait_query_step (statement, &failure))
    *ret_next = (AufaitDay) aufait_query_get_int (statement, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
aufait_nudge_store_find_day_of_next (
    AufaitMemory *memory, AufaitDay after, guint n, AufaitDay *ret_day, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT ifnull (max (due_on), ?1) FROM (SELECT due_on FROM nudge"
                               " WHERE state = 'waiting' AND due_on > ?1 ORDER BY due_on LIMIT ?2)",
                               error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, after);
  aufait_query_bind_int (statement, 2, n);
  if (!aufait_query_step (statement, error))
    return FALSE;
  *ret_day = (AufaitDay) aufait_query_get_int (statement, 0);
  return TRUE;
}

gboolean
aufait_nudge_store_get_last_id (AufaitMemory *memory, gint64 *ret_id, GError **error)
{
  return aufait_database_ask (aufait_memory_get_database (memory),
                              "SELECT seq FROM sqlite_sequence WHERE name = 'nudge'", ret_id,
                              error);
}

GPtrArray *
aufait_nudge_store_list_closed (AufaitMemory *memory, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               AUFAIT_NUDGE_STORE_SELECT "WHERE NOT (" AUFAIT_NUDGE_STORE_IS_OPEN
                                                         ") ORDER BY id DESC LIMIT ?1",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, max);
  return aufait_nudge_store_read_all (statement, error);
}

/* A showing whose nudge is gone still counts. */
gboolean
aufait_nudge_store_count_showings (AufaitMemory *memory,
                                   gint64 since,
                                   gint64 until,
                                   guint *ret_count,
                                   gint64 *ret_last_at,
                                   GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT count(DISTINCT coalesce(nudge_id, -id)), max(shown_at) FROM showing"
      " WHERE shown_at BETWEEN ?1 AND ?2",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, since);
  aufait_query_bind_int (statement, 2, until);
  if (!aufait_query_step (statement, error))
    return FALSE;
  *ret_count = (guint) aufait_query_get_int (statement, 0);
  *ret_last_at = aufait_query_get_int (statement, 1);
  return TRUE;
}

void
aufait_nudge_store_told_free (AufaitNudgeStoreTold *told)
{
  if (told == NULL)
    return;
  g_free (told->kind);
  g_free (told);
}

GPtrArray *
aufait_nudge_store_list_told (AufaitMemory *memory, gint64 since, GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_store_told_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT id, person_id, kind, last_shown_at FROM nudge"
                               " WHERE last_shown_at > 0 AND last_shown_at >= ?1",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, since);
  while (aufait_query_step (statement, &failure)) {
    AufaitNudgeStoreTold *told = g_new0 (AufaitNudgeStoreTold, 1);

    told->nudge_id = aufait_query_get_int (statement, 0);
    told->person_id = aufait_query_get_int (statement, 1);
    told->kind = g_strdup (aufait_query_get_text (statement, 2));
    told->at = aufait_query_get_int (statement, 3);
    g_ptr_array_add (list, told);
  }
  if (failure == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* --- writing ------------------------------------------------------------------------------- */

static void
bind_id (AufaitQuery *statement, int position, gint64 id)
{
  if (id == 0)
    aufait_query_bind_null (statement, position);
  else
    aufait_query_bind_int (statement, position, id);
}

static gboolean
add_row (AufaitMemory *memory, const AufaitNudgeRecord *record, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement =
      aufait_database_prepare (database,
                               "INSERT INTO nudge (key, kind, person_id, note_id, due_on, state,"
                               " event, event_begins) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                               error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, record->key);
  aufait_query_bind_text (statement, 2, record->kind);
  bind_id (statement, 3, record->person_id);
  bind_id (statement, 4, record->note_id);
  aufait_query_bind_int (statement, 5, record->due_on);
  aufait_query_bind_text (statement, 6, aufait_nudge_state_to_string (AUFAIT_NUDGE_WAITING));
  aufait_query_bind_text (statement, 7, record->event);
  aufait_query_bind_int (statement, 8, record->event_begins);
  return aufait_query_run (statement, error);
}

gboolean
aufait_nudge_store_ensure (AufaitMemory *memory, AufaitNudgeRecord *record, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitNudgeRecord) kept = aufait_nudge_store_find (memory, record->key, &failure);
  AufaitNudgeRecord other;

  if (failure == NULL && kept == NULL && add_row (memory, record, &failure))
    kept = aufait_nudge_store_find (memory, record->key, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  other = *record;
  *record = *kept;
  *kept = other;
  return TRUE;
}

/* Runs an update of one nudge, whose id is parameter 1. */
static gboolean
update_nudge (AufaitDatabase *database, AufaitQuery *statement, gint64 id, GError **error)
{
  aufait_query_bind_int (statement, 1, id);
  if (!aufait_query_run (statement, error))
    return FALSE;
  return aufait_database_get_changes (database) > 0 || set_not_found (id, error);
}

gboolean
aufait_nudge_store_set_due (AufaitMemory *memory,
                            AufaitNudgeRecord *record,
                            AufaitDay due_on,
                            GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement =
      aufait_database_prepare (database, "UPDATE nudge SET due_on = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 2, due_on);
  if (!update_nudge (database, statement, record->id, error))
    return FALSE;
  record->due_on = due_on;
  return TRUE;
}

gboolean
aufait_nudge_store_reopen (AufaitMemory *memory, AufaitNudgeRecord *record, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;
  AufaitNudgeState state = record->times_shown > 0 ? AUFAIT_NUDGE_SHOWN : AUFAIT_NUDGE_WAITING;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database,
      "UPDATE nudge SET state = ?2, note_id = nullif (?3, 0), event = ?4, event_begins = ?5,"
      " due_on = ?6 WHERE id = ?1"
      " AND (state = 'expired' OR state = 'done' AND done_at = 0)",
      error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 2, aufait_nudge_state_to_string (state));
  aufait_query_bind_int (statement, 3, record->note_id);
  aufait_query_bind_text (statement, 4, record->event);
  aufait_query_bind_int (statement, 5, record->event_begins);
  aufait_query_bind_int (statement, 6, record->due_on);
  if (!update_nudge (database, statement, record->id, error))
    return FALSE;
  record->state = state;
  return TRUE;
}

static gboolean
write_state (
    AufaitMemory *memory, gint64 id, AufaitNudgeState state, gint64 snoozed_until, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "UPDATE nudge SET state = ?2, snoozed_until = ?3 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 2, aufait_nudge_state_to_string (state));
  aufait_query_bind_int (statement, 3, snoozed_until);
  return update_nudge (database, statement, id, error);
}

gboolean
aufait_nudge_store_set_state (AufaitMemory *memory,
                              gint64 id,
                              AufaitNudgeState state,
                              GError **error)
{
  return write_state (memory, id, state, 0, error);
}

gboolean
aufait_nudge_store_snooze (AufaitMemory *memory, gint64 id, gint64 until, GError **error)
{
  return write_state (memory, id, AUFAIT_NUDGE_SNOOZED, until, error);
}

gboolean
aufait_nudge_store_add_showing (AufaitMemory *memory, gint64 id, gint64 at, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) update = NULL;
  g_autoptr (AufaitQuery) insert = NULL;

  if (database == NULL)
    return FALSE;
  update = aufait_database_prepare (database,
                                    "UPDATE nudge SET state = 'shown', snoozed_until = 0,"
                                    " times_shown = times_shown + 1, last_shown_at = ?2"
                                    " WHERE id = ?1",
                                    error);
  if (update == NULL)
    return FALSE;
  aufait_query_bind_int (update, 2, at);
  if (!update_nudge (database, update, id, error))
    return FALSE;
  insert = aufait_database_prepare (
      database, "INSERT INTO showing (nudge_id, shown_at) VALUES (?1, ?2)", error);
  if (insert == NULL)
    return FALSE;
  aufait_query_bind_int (insert, 1, id);
  aufait_query_bind_int (insert, 2, at);
  return aufait_query_run (insert, error);
}
