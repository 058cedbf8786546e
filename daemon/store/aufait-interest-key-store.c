/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-interest-key-store.h"

#include "aufait-likes.h"
#include "aufait-memory-private.h"

/* What stands before the keys of dislikes; no other key begins with it. */
#define DISLIKED        "!"
#define BEHIND_DISLIKED "\""

/* --- adding -------------------------------------------------------------------------------- */

static gboolean
add_keys (AufaitQuery *statement,
          const char *topic,
          const char *const *names,
          const char *prefix,
          GError **error)
{
  g_autoptr (AufaitLikes) likes = aufait_likes_new (topic, names);
  g_auto (GStrv) keys = aufait_likes_dup_keys (likes);

  for (guint i = 0; keys[i] != NULL; i++) {
    g_autofree char *key = g_strconcat (prefix, keys[i], NULL);

    aufait_query_bind_text (statement, 1, key);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_topics (AufaitQuery *statement,
            const GPtrArray *topics,
            const char *const *names,
            const char *prefix,
            GError **error)
{
  for (guint i = 0; i < topics->len; i++)
    if (!add_keys (statement, topics->pdata[i], names, prefix, error))
      return FALSE;
  return TRUE;
}

gboolean
aufait_interest_key_store_add (AufaitDatabase *database, const AufaitNote *note, GError **error)
{
  const GPtrArray *interests = note->meaning->interests;
  g_autoptr (GPtrArray) dislikes = aufait_likes_read_dislikes (note->text);
  g_autoptr (AufaitQuery) statement = NULL;
  g_auto (GStrv) names = NULL;

  if (interests->len == 0 && dislikes->len == 0)
    return TRUE;
  statement = aufait_database_prepare (
      database, "INSERT INTO interest_key (key, note_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
      error);
  if (statement == NULL)
    return FALSE;
  names = aufait_likes_list_names (note->people);
  aufait_query_bind_int (statement, 2, note->id);
  return add_topics (statement, interests, (const char *const *) names, "", error) &&
         add_topics (statement, dislikes, (const char *const *) names, DISLIKED, error);
}

gboolean
aufait_interest_key_store_remove (AufaitDatabase *database, gint64 note_id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (database, "DELETE FROM interest_key WHERE note_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note_id);
  return aufait_query_run (statement, error);
}

/* --- finding ------------------------------------------------------------------------------- */

gboolean
aufait_interest_key_store_is_empty (AufaitMemory *memory, gboolean *ret_is_empty, GError **error)
{
  gint64 is_empty;

  if (!aufait_database_ask (aufait_memory_get_database (memory),
                            "SELECT NOT EXISTS (SELECT 1 FROM interest_key)", &is_empty, error))
    return FALSE;
  *ret_is_empty = is_empty != 0;
  return TRUE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left < right) - (left > right);
}

static void
sort_once_each (GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, compare_newest_first);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, n - 1) != g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

/* Asks @statement, whose parameter 1 is a key, for the ids of each of @keys. */
static GArray *
list_ids (AufaitQuery *statement, const char *const *keys, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; keys[i] != NULL; i++) {
    g_autoptr (GError) failure = NULL;

    aufait_query_reset (statement);
    aufait_query_bind_text (statement, 1, keys[i]);
    while (aufait_query_step (statement, &failure)) {
      gint64 id = aufait_query_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  }
  sort_once_each (ids);
  return g_steal_pointer (&ids);
}

GArray *
aufait_interest_key_store_list (AufaitMemory *memory,
                                const char *const *keys,
                                guint max,
                                GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT note_id FROM interest_key WHERE key = ?1 ORDER BY note_id DESC LIMIT ?2", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 2, max);
  return list_ids (statement, keys, error);
}

GArray *
aufait_interest_key_store_list_dislikes (AufaitMemory *memory, gint64 person_id, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory),
      "SELECT interest_key.note_id FROM note_person"
      " CROSS JOIN interest_key USING (note_id)"
      " WHERE note_person.person_id = ?1 AND interest_key.key >= '" DISLIKED
      "' AND interest_key.key < '" BEHIND_DISLIKED "'",
      error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  ids = aufait_query_list_ids (statement, error);
  if (ids != NULL)
    sort_once_each (ids);
  return g_steal_pointer (&ids);
}
