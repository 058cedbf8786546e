/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-cadence-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "aufait-cadence.h"
#include "aufait-memory-private.h"

/* --- reading ------------------------------------------------------------------------------- */

typedef void (*ReadFunc) (AufaitQuery *statement, GArray *rows);

/* All rows of @sql as @read appends them; NULL when they cannot be read. */
static GArray *
read_all (AufaitQuery *statement, gsize size, ReadFunc read, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, (guint) size);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    read (statement, rows);
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static AufaitQuery *
prepare_range (AufaitMemory *memory, const char *sql, gint64 from, gint64 until, GError **error)
{
  AufaitQuery *statement =
      aufait_database_prepare (aufait_memory_get_database (memory), sql, error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  return statement;
}

static void
read_cadence (AufaitQuery *statement, GArray *rows)
{
  AufaitCadenceStoreRow row = {
    .person_id = aufait_query_get_int (statement, 0),
    .circle = aufait_cadence_circle_from_string (aufait_query_get_text (statement, 1)),
    .cadence_days = (int) aufait_query_get_int (statement, 2),
    .cadence_on = (AufaitDay) aufait_query_get_int (statement, 4),
  };

  if (aufait_query_get_int (statement, 3) != 0)
    row.cadence_days = AUFAIT_CADENCE_NEVER;
  g_array_append_val (rows, row);
}

GArray *
aufait_cadence_store_list (AufaitMemory *memory, gint64 from, gint64 until, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_range (memory,
                     "SELECT id, circle, cadence_days, is_never, cadence_on FROM person"
                     " WHERE id >= ?1 AND id < ?2 ORDER BY id",
                     from, until, error);

  return statement != NULL
             ? read_all (statement, sizeof (AufaitCadenceStoreRow), read_cadence, error)
             : NULL;
}

static void
read_contact (AufaitQuery *statement, GArray *rows)
{
  int how = aufait_contact_how_from_string (aufait_query_get_text (statement, 2));
  AufaitCadenceStoreContact row = {
    .person_id = aufait_query_get_int (statement, 0),
    .on = (AufaitDay) aufait_query_get_int (statement, 1),
    .how = how < 0 ? AUFAIT_CONTACT_MET : (AufaitContactHow) how,
    .is_from_them = aufait_query_get_int (statement, 3) != 0,
  };

  g_array_append_val (rows, row);
}

GArray *
aufait_cadence_store_list_contacts (AufaitMemory *memory, gint64 from, gint64 until, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare_range (
      memory,
      "SELECT contact_person.person_id, contact_person.on_day, contact.how, contact.is_from_them"
      " FROM contact_person JOIN contact ON contact.id = contact_person.contact_id"
      " WHERE contact_person.person_id >= ?1 AND contact_person.person_id < ?2"
      " ORDER BY contact_person.person_id, contact_person.on_day",
      from, until, error);

  return statement != NULL
             ? read_all (statement, sizeof (AufaitCadenceStoreContact), read_contact, error)
             : NULL;
}

static gint64
get_sequence (AufaitMemory *memory, const char *sql)
{
  gint64 last = 0;

  aufait_database_ask (aufait_memory_get_database (memory), sql, &last, NULL);
  return last;
}

gint64
aufait_cadence_store_get_last_person (AufaitMemory *memory)
{
  return get_sequence (memory, "SELECT seq FROM sqlite_sequence WHERE name = 'person'");
}

gint64
aufait_cadence_store_get_last_contact (AufaitMemory *memory)
{
  return get_sequence (memory, "SELECT seq FROM sqlite_sequence WHERE name = 'contact'");
}

/* --- setting ------------------------------------------------------------------------------- */

gboolean
aufait_cadence_store_set (AufaitMemory *memory,
                          gint64 person_id,
                          const char *circle,
                          int cadence_days,
                          AufaitDay on,
                          GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (database,
                                       "UPDATE person SET circle = ?2, cadence_days = ?3,"
                                       " is_never = ?4, cadence_on = ?5 WHERE id = ?1",
                                       error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_text (statement, 2, circle);
  aufait_query_bind_int (statement, 3, MAX (cadence_days, 0));
  aufait_query_bind_int (statement, 4, cadence_days == AUFAIT_CADENCE_NEVER);
  aufait_query_bind_int (statement, 5, on);
  if (!aufait_query_run (statement, error))
    return FALSE;
  if (aufait_database_get_changes (database) > 0)
    return TRUE;
  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
               _ ("There is nobody with the number %" PRId64 "."), person_id);
  return FALSE;
}

/* --- giving out circles -------------------------------------------------------------------- */

gboolean
aufait_cadence_store_pass_over (AufaitMemory *memory,
                                gint64 person_id,
                                AufaitDay on,
                                GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "INSERT OR REPLACE INTO passed_over (person_id, on_day) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_int (statement, 2, on);
  return aufait_query_run (statement, error);
}

static void
read_candidate (AufaitQuery *statement, GArray *rows)
{
  AufaitCadenceStoreCandidate row = {
    .person_id = aufait_query_get_int (statement, 0),
    .n_notes = aufait_query_get_int (statement, 1),
    .is_passed_over = aufait_query_get_int (statement, 2) != 0,
  };

  g_array_append_val (rows, row);
}

GArray *
aufait_cadence_store_list_candidates (AufaitMemory *memory, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT id, (SELECT count (*) FROM note_person WHERE note_person.person_id = person.id),"
      " EXISTS (SELECT 1 FROM passed_over WHERE passed_over.person_id = person.id)"
      " FROM person WHERE circle IS NULL AND cadence_days = 0 AND NOT is_never ORDER BY id",
      error);

  return statement != NULL
             ? read_all (statement, sizeof (AufaitCadenceStoreCandidate), read_candidate, error)
             : NULL;
}
