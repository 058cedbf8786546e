/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-identity-store.h"

#include "aufait-former-store.h"
#include "aufait-memory-private.h"

/* Runs @sql with up to two ids. */
static gboolean
run_with (AufaitMemory *memory, const char *sql, gint64 first, gint64 second, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement =
      database != NULL ? aufait_database_prepare (database, sql, error) : NULL;

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, first);
  if (second != 0)
    aufait_query_bind_int (statement, 2, second);
  return aufait_query_run (statement, error);
}

gint64
aufait_identity_store_find (AufaitMemory *memory,
                            const char *card,
                            gboolean *ret_is_said,
                            GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT person_id, is_said FROM person_card WHERE card = ?1", error);

  if (statement == NULL)
    return 0;
  aufait_query_bind_text (statement, 1, card);
  if (!aufait_query_step (statement, error))
    return 0;
  if (ret_is_said != NULL)
    *ret_is_said = aufait_query_get_int (statement, 1) != 0;
  return aufait_query_get_int (statement, 0);
}

gboolean
aufait_identity_store_set (
    AufaitMemory *memory, const char *card, gint64 person_id, gboolean is_said, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database,
      "INSERT INTO person_card (card, person_id, is_said) VALUES (?1, ?2, ?3)"
      " ON CONFLICT (card) DO UPDATE SET person_id = ?2, is_said = ?3",
      error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, card);
  aufait_query_bind_int (statement, 2, person_id);
  aufait_query_bind_int (statement, 3, is_said != FALSE);
  return aufait_query_run (statement, error);
}

gboolean
aufait_identity_store_is_said (AufaitMemory *memory,
                               gint64 person_id,
                               gboolean *ret_is_said,
                               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT 1 FROM person_card WHERE person_id = ?1 AND is_said LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  *ret_is_said = aufait_query_step (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
aufait_identity_store_get_stamp (AufaitMemory *memory, gint64 *ret_stamp, GError **error)
{
  return aufait_database_ask (aufait_memory_get_database (memory),
                              "SELECT n FROM tally WHERE what = 'links'", ret_stamp, error);
}

char *
aufait_identity_store_describe (AufaitMemory *memory, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT (SELECT n FROM tally WHERE what = 'links')"
      " || ' ' || (SELECT coalesce (max (seq), 0) FROM sqlite_sequence WHERE name = 'person')"
      " || ' ' || coalesce ((SELECT id || ' ' || length (inverse) || ' ' || what FROM command"
      " ORDER BY id DESC LIMIT 1), '')",
      error);
  char *text = NULL;

  if (statement == NULL)
    return NULL;
  if (aufait_query_step (statement, &failure))
    text = g_strdup (aufait_query_get_text (statement, 0));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return text;
}

gboolean
aufait_identity_store_rename (AufaitMemory *memory,
                              gint64 person_id,
                              const char *name,
                              GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "UPDATE person SET name = ?2 WHERE id = ?1 AND is_of_cards AND name <> ?2", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_text (statement, 2, name);
  return aufait_query_run (statement, error);
}

gboolean
aufait_identity_store_forget (AufaitMemory *memory,
                              gint64 person_id,
                              gboolean *ret_is_gone,
                              GError **error)
{
  if (!run_with (memory,
                 "DELETE FROM person WHERE id = ?1 AND is_of_cards"
                 " AND circle IS NULL AND cadence_days = 0 AND NOT is_never"
                 " AND NOT EXISTS (SELECT 1 FROM note_person WHERE person_id = ?1)"
                 " AND NOT EXISTS (SELECT 1 FROM contact_person WHERE person_id = ?1)"
                 " AND NOT EXISTS (SELECT 1 FROM nudge WHERE person_id = ?1"
                 " AND (state <> 'waiting' OR times_shown > 0))",
                 person_id, 0, error))
    return FALSE;
  *ret_is_gone = aufait_database_get_changes (aufait_memory_get_database (memory)) > 0;
  return TRUE;
}

/* KIND:PERSON:REST, for ever: what was answered must not come back under another id. */
#define KEY_OF_INTO "kind || ':' || ?1 || substr (key, length (kind || ':' || ?2) + 1)"

/* What happened last with a nudge, the more the larger. */
#define WEIGHT(nudge)                                                                              \
  "CASE " nudge ".state WHEN 'dropped' THEN 5 WHEN 'done' THEN 4 WHEN 'snoozed' THEN 3"            \
  " WHEN 'shown' THEN 2 WHEN 'waiting' THEN 1 ELSE 0 END"

/* What both have stays with @into, and goes with the person that it was of. Rows come and go: a key
 * that changes could not be taken back (aufait-changeset.c). */
static const char *const MERGE[] = {
  "INSERT OR IGNORE INTO note_person (note_id, person_id, position, on_day)"
  " SELECT note_id, ?1, position, on_day FROM note_person WHERE person_id = ?2",
  "DELETE FROM note_person WHERE person_id = ?2 AND ?1",
  "INSERT OR IGNORE INTO contact_person (contact_id, person_id, position, on_day)"
  " SELECT contact_id, ?1, position, on_day FROM contact_person WHERE person_id = ?2",
  "DELETE FROM contact_person WHERE person_id = ?2 AND ?1",
  "DELETE FROM nudge WHERE person_id = ?1 AND EXISTS (SELECT 1 FROM (SELECT state, " KEY_OF_INTO
  " AS its FROM nudge WHERE person_id = ?2) AS other WHERE its = nudge.key"
  " AND " WEIGHT ("other") " > " WEIGHT ("nudge") ")",
  "UPDATE OR IGNORE nudge SET person_id = ?1, key = " KEY_OF_INTO " WHERE person_id = ?2",
  "UPDATE person_card SET person_id = ?1, is_said = 1 WHERE person_id = ?2",
  "INSERT INTO person_detail (person_id, what, position, value)"
  " SELECT ?1, what, (SELECT count (*) + coalesce (max (position), 0) FROM person_detail"
  " WHERE person_id = ?1) + position, value FROM person_detail AS more WHERE person_id = ?2"
  " AND NOT EXISTS (SELECT 1 FROM person_detail WHERE person_id = ?1 AND what = more.what"
  " AND lower (value) = lower (more.value))",
  "INSERT INTO person_detail (person_id, what, position, value)"
  " SELECT ?1, 'nickname', (SELECT count (*) + coalesce (max (position), 0) FROM person_detail"
  " WHERE person_id = ?1), name FROM person WHERE id = ?2"
  " AND lower (name) <> (SELECT lower (name) FROM person WHERE id = ?1)"
  " AND NOT EXISTS (SELECT 1 FROM person_detail WHERE person_id = ?1 AND what = 'nickname'"
  " AND lower (value) = lower (name))",
  "UPDATE person SET birthday = coalesce (person.birthday, other.birthday),"
  " circle = coalesce (person.circle, other.circle),"
  " hours = coalesce (person.hours, other.hours),"
  " cadence_days = iif (person.cadence_days > 0, person.cadence_days, other.cadence_days),"
  " is_never = max (person.is_never, other.is_never),"
  " cadence_on = max (person.cadence_on, other.cadence_on),"
  " is_private = max (person.is_private, other.is_private),"
  " is_silent = max (person.is_silent, other.is_silent),"
  " is_of_cards = min (person.is_of_cards, other.is_of_cards)"
  " FROM (SELECT * FROM person WHERE id = ?2) AS other WHERE person.id = ?1",
  "DELETE FROM person WHERE id = ?2 AND ?1",
};

gboolean
aufait_identity_store_merge (AufaitMemory *memory, gint64 into, gint64 from, GError **error)
{
  if (!aufait_former_store_keep (memory, into, from, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (MERGE); i++) {
    if (!run_with (memory, MERGE[i], into, from, error))
      return FALSE;
  }
  return TRUE;
}
