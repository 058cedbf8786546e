/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-link-store.h"

#include <string.h>

#include "aufait-index-private.h"

/* --- the transaction ----------------------------------------------------------------------- */

/* Nested, so that it may stand within a writer's. */
gboolean
aufait_link_store_begin (AufaitIndex *index, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);

  return database != NULL && aufait_database_run (database, "SAVEPOINT links", error);
}

gboolean
aufait_link_store_end (AufaitIndex *index, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);

  return database != NULL && aufait_database_run (database, "RELEASE links", error);
}

/* On the connection on which it began: where there is no such savepoint SQLite has taken back all.
 */
void
aufait_link_store_cancel (AufaitIndex *index)
{
  aufait_database_run (aufait_index_get_newest (index), "ROLLBACK TO links; RELEASE links", NULL);
}

/* --- statements ---------------------------------------------------------------------------- */

/* What was written last, whether it is committed or not. */
static AufaitQuery *
prepare (AufaitIndex *index, const char *sql, gint64 value, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);
  AufaitQuery *statement = database != NULL ? aufait_database_prepare (database, sql, error) : NULL;

  if (statement != NULL && value != 0)
    aufait_query_bind_int (statement, 1, value);
  return statement;
}

/* The same, where nothing is to be written: what was looked through stays so. */
static AufaitQuery *
prepare_to_read (AufaitIndex *index, const char *sql, gint64 value, GError **error)
{
  AufaitQuery *statement = aufait_database_prepare (aufait_index_get_newest (index), sql, error);

  if (statement != NULL && value != 0)
    aufait_query_bind_int (statement, 1, value);
  return statement;
}

static gboolean
run_with (AufaitIndex *index, const char *sql, gint64 value, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare (index, sql, value, error);

  return statement != NULL && aufait_query_run (statement, error);
}

/* --- cards --------------------------------------------------------------------------------- */

#define COLUMNS "card_id, person_id, card_person.name, card_person.nicknames, card_person.emails"

void
aufait_link_store_card_free (AufaitLinkStoreCard *link)
{
  if (link == NULL)
    return;
  g_free (link->name);
  g_strfreev (link->nicknames);
  g_strfreev (link->emails);
  g_free (link);
}

static GStrv
split (const char *lines)
{
  return g_strsplit (lines, AUFAIT_INDEX_LINE_END, -1);
}

static AufaitLinkStoreCard *
read_link (AufaitQuery *statement)
{
  AufaitLinkStoreCard *link = g_new0 (AufaitLinkStoreCard, 1);

  link->card_id = aufait_query_get_int (statement, 0);
  link->person_id = aufait_query_get_int (statement, 1);
  link->name = g_strdup (aufait_query_get_text (statement, 2));
  link->nicknames = split (aufait_query_get_text (statement, 3));
  link->emails = split (aufait_query_get_text (statement, 4));
  return link;
}

AufaitLinkStoreCard *
aufait_link_store_find_card (AufaitIndex *index, gint64 card_id, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare_to_read (
      index, "SELECT " COLUMNS " FROM card_person WHERE card_id = ?1", card_id, error);

  return statement != NULL && aufait_query_step (statement, error) ? read_link (statement) : NULL;
}

gboolean
aufait_link_store_set_card (AufaitIndex *index,
                            const AufaitCard *card,
                            gint64 person_id,
                            GError **error)
{
  g_autofree char *nicknames = g_strjoinv (AUFAIT_INDEX_LINE_END, card->nicknames);
  g_autofree char *emails = g_strjoinv (AUFAIT_INDEX_LINE_END, card->emails);
  g_autoptr (AufaitQuery) statement =
      prepare (index,
               "INSERT OR REPLACE INTO card_person (card_id, person_id, name, nicknames, emails)"
               " VALUES (?1, ?2, ?3, ?4, ?5)",
               card->id, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 2, person_id);
  aufait_query_bind_text (statement, 3, card->name);
  aufait_query_bind_text (statement, 4, nicknames);
  aufait_query_bind_text (statement, 5, emails);
  return aufait_query_run (statement, error);
}

gboolean
aufait_link_store_remove_card (AufaitIndex *index, gint64 card_id, GError **error)
{
  return run_with (index, "DELETE FROM card_person WHERE card_id = ?1", card_id, error);
}

gboolean
aufait_link_store_clear (AufaitIndex *index, GError **error)
{
  return run_with (index, "DELETE FROM card_person", 0, error) &&
         run_with (index, "DELETE FROM event_person", 0, error);
}

GPtrArray *
aufait_link_store_list_gone (AufaitIndex *index, gint64 from, gint64 until, GError **error)
{
  g_autoptr (GPtrArray) links =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_link_store_card_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index,
                       "SELECT " COLUMNS " FROM card_person LEFT JOIN card ON card.id = card_id"
                       " WHERE card_id >= ?1 AND card_id < ?2 AND card.id IS NULL",
                       0, error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (links, read_link (statement));
  if (failure == NULL)
    return g_steal_pointer (&links);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
aufait_link_store_has_any (AufaitIndex *index, gint64 from, gint64 until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitQuery) statement = prepare_to_read (
      index, "SELECT 1 FROM card_person WHERE card_id >= ?1 AND card_id < ?2 LIMIT 1", 0, NULL);

  if (statement == NULL)
    return TRUE;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  return aufait_query_step (statement, &error) || error != NULL;
}

GPtrArray *
aufait_link_store_list (AufaitIndex *index, GError **error)
{
  g_autoptr (GPtrArray) links =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_link_store_card_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT " COLUMNS " FROM card_person ORDER BY card_id", 0, error);

  if (statement == NULL)
    return NULL;
  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (links, read_link (statement));
  if (failure == NULL)
    return g_steal_pointer (&links);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

GHashTable *
aufait_link_store_list_cards (AufaitIndex *index, GError **error)
{
  g_autoptr (GHashTable) people =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT card_id, person_id FROM card_person", 0, error);

  if (statement == NULL)
    return NULL;
  while (aufait_query_step (statement, &failure))
    g_hash_table_insert (people, copy_id (aufait_query_get_int (statement, 0)),
                         copy_id (aufait_query_get_int (statement, 1)));
  if (failure == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GArray *
aufait_link_store_list_cards_of (AufaitIndex *index, gint64 person_id, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare_to_read (
      index, "SELECT card_id FROM card_person WHERE person_id = ?1 ORDER BY card_id", person_id,
      error);

  return statement != NULL ? aufait_query_list_ids (statement, error) : NULL;
}

gboolean
aufait_link_store_has_card (AufaitIndex *index,
                            gint64 person_id,
                            gboolean *ret_has_card,
                            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index,
                       "SELECT 1 FROM card_person JOIN card ON card.id = card_id"
                       " WHERE person_id = ?1 LIMIT 1",
                       person_id, error);

  if (statement == NULL)
    return FALSE;
  *ret_has_card = aufait_query_step (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GHashTable *
aufait_link_store_list_dead (AufaitIndex *index)
{
  GHashTable *dead = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT person_id FROM card JOIN card_person ON card_id = card.id WHERE is_dead", &error);

  while (statement != NULL && aufait_query_step (statement, &error))
    g_hash_table_add (dead, copy_id (aufait_query_get_int (statement, 0)));
  if (error != NULL)
    g_warning ("Cannot find out who is dead: %s", error->message);
  return dead;
}

#define BORN(column, condition)                                                                    \
  "SELECT person_id FROM card JOIN card_person ON card_id = card.id WHERE " column                 \
  " IS NOT NULL AND substr (" column ", -5) " condition
#define BORN_ON(condition) BORN ("birthday", condition) " UNION " BORN ("anniversary", condition)

GArray *
aufait_link_store_list_yearly (AufaitIndex *index,
                               const char *first,
                               const char *last,
                               GError **error)
{
  const char *sql = strcmp (first, last) <= 0 ? BORN_ON ("BETWEEN ?1 AND ?2")
                                              : BORN_ON (">= ?1") " UNION " BORN_ON ("<= ?2");
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (index), sql, error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, first);
  aufait_query_bind_text (statement, 2, last);
  return statement != NULL ? aufait_query_list_ids (statement, error) : NULL;
}

/* --- events -------------------------------------------------------------------------------- */

GArray *
aufait_link_store_list_people (AufaitIndex *index, gint64 event_id, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare_to_read (
      index, "SELECT person_id FROM event_person WHERE event_id = ?1 ORDER BY person_id", event_id,
      error);

  return statement != NULL ? aufait_query_list_ids (statement, error) : NULL;
}

gboolean
aufait_link_store_set_people (AufaitIndex *index,
                              gint64 event_id,
                              const GArray *people,
                              GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;

  if (!run_with (index, "DELETE FROM event_person WHERE event_id = ?1", event_id, error))
    return FALSE;
  statement = prepare (
      index, "INSERT OR IGNORE INTO event_person (event_id, person_id) VALUES (?1, ?2)", 0, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++) {
    aufait_query_bind_int (statement, 1, event_id);
    aufait_query_bind_int (statement, 2, g_array_index (people, gint64, i));
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gint64
aufait_link_store_get_folder (AufaitIndex *index, gint64 item_id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT folder_id FROM file WHERE id = ?1 >> 24", item_id, error);

  if (statement == NULL || !aufait_query_step (statement, error))
    return 0;
  return aufait_query_get_int (statement, 0);
}

gboolean
aufait_link_store_is_one_file (gint64 item_id, gint64 other_id)
{
  return item_id >> AUFAIT_INDEX_ITEM_BITS == other_id >> AUFAIT_INDEX_ITEM_BITS;
}

/* --- the state ----------------------------------------------------------------------------- */

static gboolean
set_state (AufaitIndex *index, const char *what, const char *value, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare (index, "INSERT OR REPLACE INTO state (what, value) VALUES (?1, ?2)", 0, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, what);
  aufait_query_bind_text (statement, 2, value);
  return aufait_query_run (statement, error);
}

/* NULL without an error when it was never set. */
static char *
dup_state (AufaitIndex *index, const char *what, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index), "SELECT value FROM state WHERE what = ?1", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, what);
  return aufait_query_step (statement, error) ? g_strdup (aufait_query_get_text (statement, 0))
                                              : NULL;
}

GStrv
aufait_link_store_list_mine (AufaitIndex *index, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *lines = dup_state (index, "mine", &failure);

  if (failure == NULL)
    return lines != NULL ? split (lines) : g_new0 (char *, 1);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

void
aufait_link_store_get_counted (AufaitIndex *index, gint64 *ret_n_events, gint64 *ret_n_since)
{
  g_autofree char *value = dup_state (index, "mine counted", NULL);
  char *rest = NULL;

  *ret_n_events = value != NULL ? g_ascii_strtoll (value, &rest, 10) : 0;
  *ret_n_since = rest != NULL ? g_ascii_strtoll (rest, NULL, 10) : 0;
}

gboolean
aufait_link_store_set_counted (AufaitIndex *index, gint64 n_events, gint64 n_since, GError **error)
{
  g_autofree char *value =
      g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, n_events, n_since);

  return set_state (index, "mine counted", value, error);
}

char *
aufait_link_store_dup_basis (AufaitIndex *index)
{
  return dup_state (index, "links for", NULL);
}

gboolean
aufait_link_store_set_basis (AufaitIndex *index, const char *basis, GError **error)
{
  return set_state (index, "links for", basis, error);
}

char *
aufait_link_store_dup_common (AufaitIndex *index)
{
  return dup_state (index, "links common", NULL);
}

gboolean
aufait_link_store_set_common (AufaitIndex *index, const char *common, GError **error)
{
  return set_state (index, "links common", common, error);
}

gboolean
aufait_link_store_set_mine (AufaitIndex *index, GStrv emails, GError **error)
{
  g_autofree char *lines = g_strjoinv (AUFAIT_INDEX_LINE_END, emails);

  return set_state (index, "mine", lines, error);
}

gboolean
aufait_link_store_is_pending (AufaitIndex *index)
{
  g_autofree char *value = dup_state (index, "links pending", NULL);

  return value != NULL && g_str_equal (value, "1");
}

gboolean
aufait_link_store_set_pending (AufaitIndex *index, gboolean is_pending, GError **error)
{
  return set_state (index, "links pending", is_pending ? "1" : "0", error);
}

gint64
aufait_link_store_get_stamp (AufaitIndex *index)
{
  gint64 stamp = 0;

  aufait_database_ask (aufait_index_get_database (index),
                       "SELECT CAST (value AS INTEGER) FROM state WHERE what = 'links'", &stamp,
                       NULL);
  return stamp;
}

gboolean
aufait_link_store_set_stamp (AufaitIndex *index, gint64 stamp, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, stamp);

  return set_state (index, "links", text, error);
}
