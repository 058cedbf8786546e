/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-link-store.h"

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

/* --- statements ---------------------------------------------------------------------------- */

/* What was written last, whether it is committed or not. */
static AufaitStatement *
prepare (AufaitIndex *index, const char *sql, gint64 value, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);
  AufaitStatement *statement =
      database != NULL ? aufait_database_prepare (database, sql, error) : NULL;

  if (statement != NULL && value != 0)
    aufait_statement_bind_int (statement, 1, value);
  return statement;
}

static gboolean
run_with (AufaitIndex *index, const char *sql, gint64 value, GError **error)
{
  g_autoptr (AufaitStatement) statement = prepare (index, sql, value, error);

  return statement != NULL && aufait_statement_run (statement, error);
}

static GArray *
read_links (AufaitStatement *statement, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (AufaitLink));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (aufait_statement_step (statement, &failure)) {
    AufaitLink link = { aufait_statement_get_int (statement, 0),
                        aufait_statement_get_int (statement, 1) };

    g_array_append_val (links, link);
  }
  if (failure == NULL)
    return g_steal_pointer (&links);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static GArray *
read_ids (AufaitStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (aufait_statement_step (statement, &failure)) {
    gint64 id = aufait_statement_get_int (statement, 0);

    g_array_append_val (ids, id);
  }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Adds links of @sql: parameter 1 is the item, 2 the person. */
static gboolean
add_link (AufaitStatement *statement, gint64 item_id, gint64 person_id, GError **error)
{
  aufait_statement_bind_int (statement, 1, item_id);
  aufait_statement_bind_int (statement, 2, person_id);
  return aufait_statement_run (statement, error);
}

/* --- cards --------------------------------------------------------------------------------- */

GArray *
aufait_link_store_list_cards_of_file (AufaitIndex *index, gint64 file_id, GError **error)
{
  g_autoptr (AufaitStatement) statement =
      prepare (index,
               "SELECT card_id, person_id FROM card_person"
               " WHERE card_id >= ?1 << 24 AND card_id < (?1 + 1) << 24 ORDER BY card_id",
               file_id, error);

  return read_links (statement, error);
}

gboolean
aufait_link_store_set_cards_of_file (AufaitIndex *index,
                                     gint64 file_id,
                                     const GArray *links,
                                     GError **error)
{
  g_autoptr (AufaitStatement) statement = NULL;

  if (!run_with (index,
                 "DELETE FROM card_person"
                 " WHERE card_id >= ?1 << 24 AND card_id < (?1 + 1) << 24",
                 file_id, error))
    return FALSE;
  statement = prepare (index, "INSERT OR REPLACE INTO card_person (card_id, person_id)"
                       " VALUES (?1, ?2)", 0, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++) {
    const AufaitLink *link = &g_array_index (links, AufaitLink, i);

    if (!add_link (statement, link->item_id, link->person_id, error))
      return FALSE;
  }
  return TRUE;
}

GArray *
aufait_link_store_list_cards (AufaitIndex *index, GError **error)
{
  g_autoptr (AufaitStatement) statement = prepare (
      index, "SELECT card_id, person_id FROM card_person ORDER BY card_id", 0, error);

  return read_links (statement, error);
}

gboolean
aufait_link_store_has_card (AufaitIndex *index,
                            gint64 person_id,
                            gboolean *ret_has_card,
                            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitStatement) statement =
      prepare (index,
               "SELECT 1 FROM card_person JOIN card ON card.id = card_id"
               " WHERE person_id = ?1 LIMIT 1",
               person_id, error);

  if (statement == NULL)
    return FALSE;
  *ret_has_card = aufait_statement_step (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- events -------------------------------------------------------------------------------- */

GArray *
aufait_link_store_list_people (AufaitIndex *index, gint64 event_id, GError **error)
{
  g_autoptr (AufaitStatement) statement = prepare (
      index, "SELECT person_id FROM event_person WHERE event_id = ?1 ORDER BY person_id", event_id,
      error);

  return read_ids (statement, error);
}

gboolean
aufait_link_store_set_people (AufaitIndex *index,
                              gint64 event_id,
                              const GArray *people,
                              GError **error)
{
  g_autoptr (AufaitStatement) statement = NULL;

  if (!run_with (index, "DELETE FROM event_person WHERE event_id = ?1", event_id, error))
    return FALSE;
  statement = prepare (
      index, "INSERT OR IGNORE INTO event_person (event_id, person_id) VALUES (?1, ?2)", 0, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++) {
    if (!add_link (statement, event_id, g_array_index (people, gint64, i), error))
      return FALSE;
  }
  return TRUE;
}

/* --- files --------------------------------------------------------------------------------- */

GArray *
aufait_link_store_list_files (AufaitIndex *index, gboolean with_events, GError **error)
{
  g_autoptr (AufaitStatement) statement =
      prepare (index,
               with_events ? "SELECT DISTINCT id >> 24 FROM event"
                           : "SELECT id >> 24 FROM card UNION SELECT card_id >> 24 FROM card_person",
               0, error);

  return read_ids (statement, error);
}

gint64
aufait_link_store_get_folder (AufaitIndex *index, gint64 file_id, GError **error)
{
  g_autoptr (AufaitStatement) statement =
      prepare (index, "SELECT folder_id FROM file WHERE id = ?1", file_id, error);

  if (statement == NULL || !aufait_statement_step (statement, error))
    return 0;
  return aufait_statement_get_int (statement, 0);
}

/* --- the stamp ----------------------------------------------------------------------------- */

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
  g_autoptr (AufaitStatement) statement =
      prepare (index, "INSERT OR REPLACE INTO state (what, value) VALUES ('links', ?1)", 0, error);

  if (statement == NULL)
    return FALSE;
  aufait_statement_bind_text (statement, 1, text);
  return aufait_statement_run (statement, error);
}
