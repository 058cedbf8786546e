/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-person-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "aufait-cadence.h"
#include "aufait-death-store.h"
#include "aufait-memory-private.h"
#include "aufait-text.h"

#define COLUMNS                                                                                     \
  "id, name, birthday, circle, cadence_days, is_private, is_of_cards, is_never, hours, cadence_on," \
  " is_silent, id IN (" AUFAIT_DEATH_STORE_IDS ")"

/* Where the details of a person are kept in the table and in the value. */
static const struct {
  const char *what;
  gsize offset;
} details[] = {
  { "nickname", G_STRUCT_OFFSET (AufaitPerson, nicknames) },
  { "email", G_STRUCT_OFFSET (AufaitPerson, emails) },
  { "phone", G_STRUCT_OFFSET (AufaitPerson, phones) },
  { "place", G_STRUCT_OFFSET (AufaitPerson, places) },
};

/* --- adding -------------------------------------------------------------------------------- */

static gboolean
add_details (AufaitDatabase *database, const AufaitPerson *person, gsize kind, GError **error)
{
  GStrv values = G_STRUCT_MEMBER (GStrv, person, details[kind].offset);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO person_detail (person_id, what, position, value) VALUES (?1, ?2, ?3, ?4)",
      error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; values != NULL && values[i] != NULL; i++) {
    aufait_query_bind_int (statement, 1, person->id);
    aufait_query_bind_text (statement, 2, details[kind].what);
    aufait_query_bind_int (statement, 3, (gint64) i);
    aufait_query_bind_text (statement, 4, values[i]);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_row (AufaitDatabase *database, const AufaitPerson *person, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO person (name, birthday, circle, cadence_days, is_private, is_of_cards, is_never,"
      " hours, cadence_on, is_silent) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, person->name);
  aufait_query_bind_text (statement, 2, person->birthday);
  aufait_query_bind_text (statement, 3, person->circle);
  aufait_query_bind_int (statement, 4, MAX (person->cadence_days, 0));
  aufait_query_bind_int (statement, 5, person->is_private != FALSE);
  aufait_query_bind_int (statement, 6, person->is_of_cards != FALSE);
  aufait_query_bind_int (statement, 7, person->cadence_days == AUFAIT_CADENCE_NEVER);
  aufait_query_bind_text (statement, 8, person->hours);
  aufait_query_bind_int (statement, 9, person->cadence_on);
  aufait_query_bind_int (statement, 10, person->is_silent != FALSE);
  return aufait_query_run (statement, error);
}

gboolean
aufait_person_store_add (AufaitMemory *memory, AufaitPerson *person, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database == NULL || !add_row (database, person, error))
    return FALSE;
  person->id = aufait_database_get_last_id (database);
  for (gsize kind = 0; kind < G_N_ELEMENTS (details); kind++) {
    if (!add_details (database, person, kind, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
update_row (AufaitDatabase *database, const AufaitPerson *person, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "UPDATE person SET name = ?2, birthday = ?3, is_private = ?4, is_silent = ?5, is_of_cards = 0"
      " WHERE id = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person->id);
  aufait_query_bind_text (statement, 2, person->name);
  aufait_query_bind_text (statement, 3, person->birthday);
  aufait_query_bind_int (statement, 4, person->is_private != FALSE);
  aufait_query_bind_int (statement, 5, person->is_silent != FALSE);
  return aufait_query_run (statement, error);
}

static gboolean
remove_details (AufaitDatabase *database, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "DELETE FROM person_detail WHERE person_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_run (statement, error);
}

gboolean
aufait_person_store_update (AufaitMemory *memory, const AufaitPerson *person, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database == NULL || !update_row (database, person, error) ||
      !remove_details (database, person->id, error))
    return FALSE;
  for (gsize kind = 0; kind < G_N_ELEMENTS (details); kind++) {
    if (!add_details (database, person, kind, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_person_store_add_email (AufaitMemory *memory, gint64 id, const char *email, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database,
      "INSERT INTO person_detail (person_id, what, position, value)"
      " SELECT ?1, 'email', (SELECT coalesce (max (position) + 1, 0) FROM person_detail"
      " WHERE person_id = ?1 AND what = 'email'), ?2"
      " WHERE NOT EXISTS (SELECT 1 FROM person_detail"
      " WHERE person_id = ?1 AND what = 'email' AND lower (value) = lower (?2))",
      error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  aufait_query_bind_text (statement, 2, email);
  return aufait_query_run (statement, error);
}

gboolean
aufait_person_store_remove_nickname (AufaitMemory *memory,
                                     gint64 id,
                                     const char *nickname,
                                     GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (database,
                                       "DELETE FROM person_detail WHERE person_id = ?1"
                                       " AND what = 'nickname' AND value = ?2",
                                       error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  aufait_query_bind_text (statement, 2, nickname);
  return aufait_query_run (statement, error);
}

gboolean
aufait_person_store_set_hours (AufaitMemory *memory, gint64 id, const char *hours, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);
  g_autoptr (AufaitQuery) statement = NULL;

  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "UPDATE person SET hours = ?2, is_of_cards = 0 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  aufait_query_bind_text (statement, 2, hours);
  return aufait_query_run (statement, error);
}

/* --- reading ------------------------------------------------------------------------------- */

static AufaitPerson *
read_row (AufaitQuery *statement)
{
  AufaitPerson *person = aufait_person_new (aufait_query_get_text (statement, 1));

  person->id = aufait_query_get_int (statement, 0);
  person->birthday = g_strdup (aufait_query_get_text (statement, 2));
  person->circle = g_strdup (aufait_query_get_text (statement, 3));
  person->cadence_days = (int) aufait_query_get_int (statement, 4);
  person->is_private = aufait_query_get_int (statement, 5) != 0;
  person->is_of_cards = aufait_query_get_int (statement, 6) != 0;
  if (aufait_query_get_int (statement, 7) != 0)
    person->cadence_days = AUFAIT_CADENCE_NEVER;
  person->hours = g_strdup (aufait_query_get_text (statement, 8));
  person->cadence_on = (AufaitDay) aufait_query_get_int (statement, 9);
  person->is_silent = aufait_query_get_int (statement, 10) != 0;
  person->is_dead = person->is_silent || aufait_query_get_int (statement, 11) != 0;
  return person;
}

static void
append_detail (AufaitPerson *person, const char *what, const char *value)
{
  for (gsize kind = 0; kind < G_N_ELEMENTS (details); kind++) {
    if (g_str_equal (details[kind].what, what)) {
      GStrv *values = &G_STRUCT_MEMBER (GStrv, person, details[kind].offset);
      guint n_values = g_strv_length (*values);

      *values = g_renew (char *, *values, n_values + 2);
      (*values)[n_values] = g_strdup (value);
      (*values)[n_values + 1] = NULL;
    }
  }
}

/* People and details both come by id: one walk over the two gives everyone theirs. */
static gboolean
read_details (AufaitQuery *statement, GPtrArray *people, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint i = 0;

  while (aufait_query_step (statement, &failure)) {
    gint64 id = aufait_query_get_int (statement, 0);

    while (i < people->len && ((AufaitPerson *) people->pdata[i])->id < id)
      i++;
    if (i < people->len && ((AufaitPerson *) people->pdata[i])->id == id)
      append_detail (people->pdata[i], aufait_query_get_text (statement, 1),
                     aufait_query_get_text (statement, 2));
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static GPtrArray *
read_people (AufaitQuery *people_statement, AufaitQuery *details_statement, GError **error)
{
  g_autoptr (GPtrArray) people =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_person_free);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (people_statement, &failure))
    g_ptr_array_add (people, read_row (people_statement));
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return read_details (details_statement, people, error) ? g_steal_pointer (&people) : NULL;
}

AufaitPerson *
aufait_person_store_get (AufaitMemory *memory, gint64 id, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) row = NULL;
  g_autoptr (AufaitQuery) rows = NULL;
  g_autoptr (GPtrArray) people = NULL;

  row = aufait_database_prepare (database, "SELECT " COLUMNS " FROM person WHERE id = ?1", error);
  if (row == NULL)
    return NULL;
  rows = aufait_database_prepare (database,
                                  "SELECT person_id, what, value FROM person_detail"
                                  " WHERE person_id = ?1 ORDER BY what, position",
                                  error);
  if (rows == NULL)
    return NULL;
  aufait_query_bind_int (row, 1, id);
  aufait_query_bind_int (rows, 1, id);
  people = read_people (row, rows, error);
  if (people == NULL)
    return NULL;
  if (people->len > 0)
    return g_ptr_array_steal_index (people, 0);
  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
               _ ("There is nobody with the number %" PRId64 "."), id);
  return NULL;
}

GArray *
aufait_person_store_list_silent (AufaitMemory *memory, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory), "SELECT id FROM person WHERE is_silent", error);

  return statement != NULL ? aufait_query_list_ids (statement, error) : NULL;
}

char *
aufait_person_store_dup_name (AufaitMemory *memory, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory), "SELECT name FROM person WHERE id = ?1", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_step (statement, error) ? g_strdup (aufait_query_get_text (statement, 0))
                                              : NULL;
}

#define BORN "SELECT id FROM person WHERE birthday IS NOT NULL AND substr (birthday, -5) "

GArray *
aufait_person_store_list_born (AufaitMemory *memory,
                               const char *first,
                               const char *last,
                               GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      strcmp (first, last) <= 0 ? BORN "BETWEEN ?1 AND ?2" : BORN ">= ?1 UNION " BORN "<= ?2",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, first);
  aufait_query_bind_text (statement, 2, last);
  return aufait_query_list_ids (statement, error);
}

gboolean
aufait_person_store_has_birthday (AufaitMemory *memory)
{
  gint64 n;

  return aufait_database_ask (aufait_memory_get_database (memory),
                              "SELECT EXISTS (SELECT 1 FROM person WHERE birthday IS NOT NULL)", &n,
                              NULL) &&
         n > 0;
}

/* --- listing ------------------------------------------------------------------------------- */

typedef struct {
  char *key;
  AufaitPerson *person;
} SortedPerson;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const SortedPerson *left = a, *right = b;
  int order = strcmp (left->key, right->key);

  if (order != 0)
    return order;
  return left->person->id < right->person->id ? -1 : 1;
}

/* By the letters of the name, so that Élodie stands beside Elsa, the same in every locale. */
static void
sort_by_name (GPtrArray *people)
{
  g_autofree SortedPerson *sorted = g_new0 (SortedPerson, people->len + 1);

  for (guint i = 0; i < people->len; i++) {
    sorted[i].person = people->pdata[i];
    sorted[i].key = aufait_text_fold (sorted[i].person->name);
  }
  qsort (sorted, people->len, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < people->len; i++) {
    people->pdata[i] = sorted[i].person;
    g_free (sorted[i].key);
  }
}

GPtrArray *
aufait_person_store_list (AufaitMemory *memory, const char *circle, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_database (memory);
  g_autoptr (AufaitQuery) row = NULL;
  g_autoptr (AufaitQuery) rows = NULL;
  g_autoptr (GPtrArray) people = NULL;

  row = aufait_database_prepare (
      database, "SELECT " COLUMNS " FROM person WHERE ?1 IS NULL OR circle = ?1 ORDER BY id",
      error);
  if (row == NULL)
    return NULL;
  rows = aufait_database_prepare (database,
                                  "SELECT person_id, what, value FROM person_detail"
                                  " ORDER BY person_id, what, position",
                                  error);
  if (rows == NULL)
    return NULL;
  aufait_query_bind_text (row, 1, circle);
  people = read_people (row, rows, error);
  if (people == NULL)
    return NULL;
  sort_by_name (people);
  return g_steal_pointer (&people);
}
