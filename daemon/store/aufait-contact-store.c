/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-contact-store.h"

#include "aufait-memory-private.h"

static gboolean
add_row (AufaitDatabase *database, const AufaitContact *contact, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "INSERT INTO contact (on_day, how, is_from_them) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, contact->on);
  aufait_query_bind_text (statement, 2, aufait_contact_how_to_string (contact->how));
  aufait_query_bind_int (statement, 3, contact->is_from_them != FALSE);
  return aufait_query_run (statement, error);
}

static gboolean
add_people (AufaitDatabase *database, const AufaitContact *contact, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO contact_person (contact_id, person_id, position, on_day)"
      " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < contact->people->len; i++) {
    const AufaitRef *ref = contact->people->pdata[i];

    aufait_query_bind_int (statement, 1, contact->id);
    aufait_query_bind_int (statement, 2, ref->id);
    aufait_query_bind_int (statement, 3, i);
    aufait_query_bind_int (statement, 4, contact->on);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_contact_store_add (AufaitMemory *memory, AufaitContact *contact, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database == NULL || !add_row (database, contact, error))
    return FALSE;
  contact->id = aufait_database_get_last_id (database);
  return add_people (database, contact, error);
}

/* --- reading ------------------------------------------------------------------------------- */

static AufaitContact *
read_row (AufaitQuery *statement)
{
  int how = aufait_contact_how_from_string (aufait_query_get_text (statement, 2));
  AufaitContact *contact =
      aufait_contact_new (how < 0 ? AUFAIT_CONTACT_MET : (AufaitContactHow) how,
                          (AufaitDay) aufait_query_get_int (statement, 1));

  contact->id = aufait_query_get_int (statement, 0);
  contact->is_from_them = aufait_query_get_int (statement, 3) != 0;
  return contact;
}

static gboolean
read_people (AufaitDatabase *database, AufaitContact *contact, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT person.id, person.name FROM contact_person"
      " JOIN person ON person.id = contact_person.person_id"
      " WHERE contact_person.contact_id = ?1 ORDER BY contact_person.position",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, contact->id);
  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (contact->people, aufait_ref_new (aufait_query_get_int (statement, 0),
                                                      aufait_query_get_text (statement, 1)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* All that are left of a bound statement, with their people. */
static GPtrArray *
read_all (AufaitDatabase *database, AufaitQuery *statement, GError **error)
{
  g_autoptr (GPtrArray) contacts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_contact_free);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure)) {
    g_ptr_array_add (contacts, read_row (statement));
    if (!read_people (database, contacts->pdata[contacts->len - 1], error))
      return NULL;
  }
  if (failure == NULL)
    return g_steal_pointer (&contacts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Ids grow with time, but for what was logged late: the last thousand are looked at. */
GPtrArray *
aufait_contact_store_list_since (AufaitMemory *memory, AufaitDay day, guint max, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database,
                               "SELECT id, on_day, how, is_from_them FROM"
                               " (SELECT * FROM contact ORDER BY id DESC LIMIT 1000)"
                               " WHERE on_day >= ?1 ORDER BY on_day DESC, id DESC LIMIT ?2",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, day);
  aufait_query_bind_int (statement, 2, max);
  return read_all (database, statement, error);
}

GPtrArray *
aufait_contact_store_list_with (AufaitMemory *memory, gint64 person_id, guint max, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT contact.id, contact.on_day, contact.how, contact.is_from_them FROM contact_person"
      " JOIN contact ON contact.id = contact_person.contact_id"
      " WHERE contact_person.person_id = ?1"
      " ORDER BY contact_person.on_day DESC, contact_person.contact_id DESC LIMIT ?2",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_int (statement, 2, max);
  return read_all (database, statement, error);
}
