/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-card-store.h"

#include "aufait-card-store-private.h"
#include "aufait-index-private.h"

#define COLUMNS                                                                                    \
  "id, uid, name, nicknames, emails, phones, places, birthday, anniversary, language, timezone,"   \
  " is_dead, kind, relations"

/* --- lists as lines ------------------------------------------------------------------------ */

static char *
join (GStrv values)
{
  return g_strjoinv (AUFAIT_INDEX_LINE_END, values);
}

static GStrv
split (const char *lines)
{
  return g_strsplit (lines, AUFAIT_INDEX_LINE_END, -1);
}

static char *
join_relations (const GPtrArray *relations)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < relations->len; i++) {
    const AufaitCardRelation *relation = relations->pdata[i];

    g_string_append_printf (
        lines, "%s" AUFAIT_INDEX_FIELD_END "%s" AUFAIT_INDEX_FIELD_END "%s" AUFAIT_INDEX_LINE_END,
        relation->type != NULL ? relation->type : "", relation->text != NULL ? relation->text : "",
        relation->uid != NULL ? relation->uid : "");
  }
  return g_string_free (lines, FALSE);
}

static const char *
none_if_empty (const char *text)
{
  return text == NULL || *text == '\0' ? NULL : text;
}

static void
read_relations (AufaitCard *card, const char *text)
{
  g_auto (GStrv) lines = split (text);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], AUFAIT_INDEX_FIELD_END, 3);

    if (g_strv_length (fields) == 3)
      g_ptr_array_add (card->relations,
                       aufait_card_relation_new (fields[0], none_if_empty (fields[1]),
                                                 none_if_empty (fields[2])));
  }
}

/* --- writing ------------------------------------------------------------------------------- */

static gboolean
add_row (AufaitDatabase *database, gint64 id, const AufaitCard *card, GError **error)
{
  g_autofree char *nicknames = join (card->nicknames);
  g_autofree char *emails = join (card->emails);
  g_autofree char *phones = join (card->phones);
  g_autofree char *places = join (card->places);
  g_autofree char *relations = join_relations (card->relations);
  const char *texts[] = {
    card->uid, card->name,     nicknames,         emails,         phones,
    places,    card->birthday, card->anniversary, card->language, card->timezone,
  };
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO card (" COLUMNS ")"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    aufait_query_bind_text (statement, (int) i + 2, texts[i]);
  aufait_query_bind_int (statement, 12, card->is_dead != FALSE);
  aufait_query_bind_int (statement, 13, card->kind);
  aufait_query_bind_text (statement, 14, relations);
  return aufait_query_run (statement, error);
}

static gboolean
add_photo (AufaitDatabase *database, gint64 id, GBytes *photo, GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;

  if (photo == NULL)
    return TRUE;
  statement = aufait_database_prepare (
      database, "INSERT INTO photo (card_id, picture) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  aufait_query_bind_blob (statement, 2, photo);
  return aufait_query_run (statement, error);
}

gboolean
aufait_card_store_add (AufaitDatabase *database, gint64 id, const AufaitCard *card, GError **error)
{
  return add_row (database, id, card, error) && add_photo (database, id, card->photo, error);
}

static gboolean
remove_by_id (AufaitDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_run (statement, error);
}

gboolean
aufait_card_store_remove_first (
    AufaitDatabase *database, gint64 from, gint64 until, gint64 *ret_id, GError **error)
{
  gint64 id = 0;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT id FROM card WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 1", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  if (aufait_query_step (statement, &failure))
    id = aufait_query_get_int (statement, 0);
  aufait_query_reset (statement);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *ret_id = id;
  return id == 0 || (remove_by_id (database, "DELETE FROM photo WHERE card_id = ?1", id, error) &&
                     remove_by_id (database, "DELETE FROM card WHERE id = ?1", id, error));
}

/* --- reading ------------------------------------------------------------------------------- */

static void
set_list (GStrv *list, const char *lines)
{
  g_strfreev (*list);
  *list = split (lines);
}

static AufaitCard *
read_row (AufaitQuery *statement)
{
  AufaitCard *card = aufait_card_new (aufait_query_get_text (statement, 2));

  card->id = aufait_query_get_int (statement, 0);
  card->uid = g_strdup (aufait_query_get_text (statement, 1));
  set_list (&card->nicknames, aufait_query_get_text (statement, 3));
  set_list (&card->emails, aufait_query_get_text (statement, 4));
  set_list (&card->phones, aufait_query_get_text (statement, 5));
  set_list (&card->places, aufait_query_get_text (statement, 6));
  card->birthday = g_strdup (aufait_query_get_text (statement, 7));
  card->anniversary = g_strdup (aufait_query_get_text (statement, 8));
  card->language = g_strdup (aufait_query_get_text (statement, 9));
  card->timezone = g_strdup (aufait_query_get_text (statement, 10));
  card->is_dead = aufait_query_get_int (statement, 11) != 0;
  card->kind = (AufaitCardKind) aufait_query_get_int (statement, 12);
  read_relations (card, aufait_query_get_text (statement, 13));
  return card;
}

static GPtrArray *
read_rows (AufaitQuery *statement, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_card_free);
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (cards, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&cards);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static AufaitQuery *
prepare (AufaitIndex *index, const char *sql, GError **error)
{
  return aufait_database_prepare (aufait_index_get_database (index), sql, error);
}

GPtrArray *
aufait_card_store_list (AufaitIndex *index, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare (index, "SELECT " COLUMNS " FROM card ORDER BY id", error);

  return statement != NULL ? read_rows (statement, error) : NULL;
}

GPtrArray *
aufait_card_store_list_range (
    AufaitIndex *index, gint64 from, gint64 until, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare (
      index, "SELECT " COLUMNS " FROM card WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  aufait_query_bind_int (statement, 3, max);
  return read_rows (statement, error);
}

/* Not "id IN (SELECT …)": that makes a table for the ids each time. */
#define OF_PERSON                                                                                  \
  "SELECT " COLUMNS " FROM (SELECT card_id FROM card_person WHERE person_id = ?1)"                 \
  " JOIN card ON id = card_id WHERE TRUE"
#define AS_LINKED                                                                                  \
  " AND (name, nicknames, emails) IN (SELECT link.name, link.nicknames, link.emails"               \
  " FROM card_person AS link WHERE link.card_id = card.id)"

static GPtrArray *
list_of_person (AufaitDatabase *database, const char *sql, gint64 person_id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  return read_rows (statement, error);
}

GPtrArray *
aufait_card_store_list_of_person (AufaitIndex *index, gint64 person_id, GError **error)
{
  return list_of_person (aufait_index_get_database (index), OF_PERSON " ORDER BY id", person_id,
                         error);
}

GPtrArray *
aufait_card_store_list_linked (AufaitIndex *index, gint64 person_id, GError **error)
{
  return list_of_person (aufait_index_get_newest (index), OF_PERSON AS_LINKED " ORDER BY id",
                         person_id, error);
}

GPtrArray *
aufait_card_store_list_of_uid (AufaitIndex *index, const char *uid, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_newest (index),
      "SELECT " COLUMNS " FROM card WHERE uid = ?1 AND kind = 0 ORDER BY id", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, uid);
  return read_rows (statement, error);
}

char *
aufait_card_store_dup_name_of_uid (AufaitIndex *index, const char *uid, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare (index, "SELECT name FROM card WHERE uid = ?1 ORDER BY id LIMIT 1", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_text (statement, 1, uid);
  return aufait_query_step (statement, error) ? g_strdup (aufait_query_get_text (statement, 0))
                                              : NULL;
}

GBytes *
aufait_card_store_dup_photo_of_person (AufaitIndex *index, gint64 person_id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare (index,
               "SELECT picture FROM card_person JOIN photo ON photo.card_id = card_person.card_id"
               " WHERE person_id = ?1 ORDER BY photo.card_id LIMIT 1",
               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  return aufait_query_step (statement, error) ? aufait_query_dup_blob (statement, 0) : NULL;
}
