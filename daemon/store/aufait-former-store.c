/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-former-store.h"

#include "aufait-memory-private.h"

/* Runs each with two ids. */
static gboolean
run_all (AufaitMemory *memory,
         const char *const *sql,
         gsize n,
         gint64 first,
         gint64 second,
         GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  for (gsize i = 0; i < n; i++) {
    g_autoptr (AufaitQuery) statement =
        database != NULL ? aufait_database_prepare (database, sql[i], error) : NULL;

    if (statement == NULL)
      return FALSE;
    aufait_query_bind_int (statement, 1, first);
    aufait_query_bind_int (statement, 2, second);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

/* --- when two become one -------------------------------------------------------------------- */

/* ?1: into whom, ?2: who is kept. Those whom they had become one with before go along. */
static const char *const KEEP[] = {
  "UPDATE former_person SET person_id = ?1, via = coalesce (via, ?2) WHERE person_id = ?2",
  "INSERT INTO former_person (id, person_id, name, birthday, circle, cadence_days, is_private,"
  " is_of_cards, is_never, hours, cadence_on, is_silent, gave_birthday, gave_circle)"
  " SELECT mine.id, ?1, mine.name, mine.birthday, mine.circle, mine.cadence_days, mine.is_private,"
  " mine.is_of_cards, mine.is_never, mine.hours, mine.cadence_on, mine.is_silent,"
  " its.birthday IS NULL AND mine.birthday IS NOT NULL,"
  " its.circle IS NULL AND mine.circle IS NOT NULL"
  " FROM person AS mine JOIN person AS its ON its.id = ?1 WHERE mine.id = ?2",
  "INSERT INTO former_detail (former_id, what, position, value, is_shared)"
  " SELECT ?2, what, position, value, EXISTS (SELECT 1 FROM person_detail WHERE person_id = ?1"
  " AND what = mine.what AND lower (value) = lower (mine.value))"
  " FROM person_detail AS mine WHERE person_id = ?2",
  "INSERT INTO former_note (former_id, note_id, position, is_shared)"
  " SELECT ?2, note_id, position, EXISTS (SELECT 1 FROM note_person"
  " WHERE note_id = mine.note_id AND person_id = ?1)"
  " FROM note_person AS mine WHERE person_id = ?2",
  "INSERT INTO former_contact (former_id, contact_id, position, is_shared)"
  " SELECT ?2, contact_id, position, EXISTS (SELECT 1 FROM contact_person"
  " WHERE contact_id = mine.contact_id AND person_id = ?1)"
  " FROM contact_person AS mine WHERE person_id = ?2",
  ("INSERT INTO former_card (former_id, card) SELECT ?2, card FROM person_card"
   " WHERE person_id = ?2 AND ?1"),
};

gboolean
aufait_former_store_keep (AufaitMemory *memory, gint64 into, gint64 from, GError **error)
{
  return run_all (memory, KEEP, G_N_ELEMENTS (KEEP), into, from, error);
}

/* --- when one becomes two ------------------------------------------------------------------- */

#define NOTES_OF_FORMER "(SELECT note_id FROM former_note WHERE former_id = ?2 AND NOT is_shared)"

/* ?1: whose it is until now, ?2: who comes back. Rows come and go where they are known by whose
 * they are: a key that changes could not be taken back (aufait-changeset.c). */
static const char *const GIVE_BACK[] = {
  "INSERT INTO person (id, name, birthday, circle, cadence_days, is_private, is_of_cards, is_never,"
  " hours, cadence_on, is_silent)"
  " SELECT id, name, birthday, circle, cadence_days, is_private, is_of_cards, is_never, hours,"
  " cadence_on, is_silent FROM former_person WHERE id = ?2 AND person_id = ?1",
  "INSERT INTO person_detail (person_id, what, position, value)"
  " SELECT ?2, what, position, value FROM former_detail WHERE former_id = ?2 AND ?1",
  "DELETE FROM person_detail WHERE person_id = ?1 AND EXISTS (SELECT 1 FROM former_detail"
  " WHERE former_id = ?2 AND what = person_detail.what AND NOT is_shared"
  " AND lower (value) = lower (person_detail.value))",
  "DELETE FROM person_detail WHERE person_id = ?1 AND what = 'nickname'"
  " AND lower (value) = (SELECT lower (name) FROM former_person WHERE id = ?2)",
  "UPDATE person SET birthday = iif (former.gave_birthday AND person.birthday = former.birthday,"
  " NULL, person.birthday),"
  " circle = iif (former.gave_circle AND person.circle = former.circle, NULL, person.circle)"
  " FROM (SELECT * FROM former_person WHERE id = ?2) AS former WHERE person.id = ?1",
  "UPDATE OR IGNORE nudge SET person_id = ?2,"
  " key = kind || ':' || ?2 || substr (key, length (kind || ':' || ?1) + 1)"
  " WHERE person_id = ?1 AND note_id IN " NOTES_OF_FORMER,
  "INSERT OR IGNORE INTO note_person (note_id, person_id, position, on_day)"
  " SELECT note_id, ?2, position, on_day FROM former_note JOIN note ON note.id = note_id"
  " WHERE former_id = ?2 AND ?1",
  "DELETE FROM note_person WHERE person_id = ?1 AND note_id IN " NOTES_OF_FORMER,
  "INSERT OR IGNORE INTO contact_person (contact_id, person_id, position, on_day)"
  " SELECT contact_id, ?2, position, on_day FROM former_contact"
  " JOIN contact ON contact.id = contact_id WHERE former_id = ?2 AND ?1",
  "DELETE FROM contact_person WHERE person_id = ?1 AND contact_id IN"
  " (SELECT contact_id FROM former_contact WHERE former_id = ?2 AND NOT is_shared)",
  "INSERT INTO person_card (card, person_id, is_said)"
  " SELECT card, ?2, 1 FROM former_card WHERE former_id = ?2 AND ?1"
  " ON CONFLICT (card) DO UPDATE SET person_id = excluded.person_id, is_said = 1",
  "UPDATE former_person SET person_id = ?2, via = nullif (via, ?2) WHERE ?1 AND id IN"
  " (WITH RECURSIVE along (id) AS (SELECT id FROM former_person WHERE via = ?2"
  " UNION SELECT former_person.id FROM former_person JOIN along ON via = along.id)"
  " SELECT id FROM along)",
  "DELETE FROM former_person WHERE id = ?2 AND ?1",
};

gboolean
aufait_former_store_give_back (AufaitMemory *memory,
                               gint64 person_id,
                               gint64 former_id,
                               GError **error)
{
  return run_all (memory, GIVE_BACK, G_N_ELEMENTS (GIVE_BACK), person_id, former_id, error);
}

/* --- who ------------------------------------------------------------------------------------ */

static gboolean
add_details (AufaitMemory *memory, AufaitPerson *person, GError **error)
{
  g_autoptr (GStrvBuilder) nicknames = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) emails = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT what = 'email', value FROM former_detail WHERE former_id = ?1"
      " AND what IN ('nickname', 'email') ORDER BY position",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person->id);
  while (aufait_query_step (statement, &failure))
    g_strv_builder_add (aufait_query_get_int (statement, 0) != 0 ? emails : nicknames,
                        aufait_query_get_text (statement, 1));
  g_strfreev (person->nicknames);
  person->nicknames = g_strv_builder_end (nicknames);
  g_strfreev (person->emails);
  person->emails = g_strv_builder_end (emails);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
aufait_former_store_list (AufaitMemory *memory, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) people =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_person_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT id, name FROM former_person WHERE person_id = ?1"
                               " AND via IS NULL ORDER BY id",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  while (aufait_query_step (statement, &failure)) {
    AufaitPerson *person = aufait_person_new (aufait_query_get_text (statement, 1));

    person->id = aufait_query_get_int (statement, 0);
    g_ptr_array_add (people, person);
  }
  for (guint i = 0; failure == NULL && i < people->len; i++)
    add_details (memory, people->pdata[i], &failure);
  if (failure == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gint64
aufait_former_store_find_by_card (AufaitMemory *memory,
                                  gint64 person_id,
                                  const char *card,
                                  GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory),
                               "SELECT former_id FROM former_card JOIN former_person"
                               " ON id = former_id WHERE card = ?2 AND person_id = ?1"
                               " AND via IS NULL",
                               error);

  if (statement == NULL)
    return 0;
  aufait_query_bind_int (statement, 1, person_id);
  aufait_query_bind_text (statement, 2, card);
  return aufait_query_step (statement, error) ? aufait_query_get_int (statement, 0) : 0;
}
