/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-meaning-store.h"

/* --- adding -------------------------------------------------------------------------------- */

/* A number that says "none" is kept as NULL. */
static void
bind_unless (AufaitQuery *statement, int position, int value, int none)
{
  if (value == none)
    aufait_query_bind_null (statement, position);
  else
    aufait_query_bind_int (statement, position, value);
}

static gboolean
add_moment (AufaitQuery *statement, gconstpointer item, GError **error)
{
  const AufaitMoment *moment = item;

  aufait_query_bind_text (statement, 3, aufait_moment_kind_to_string (moment->kind));
  aufait_query_bind_int (statement, 4, moment->first);
  aufait_query_bind_int (statement, 5, moment->last);
  bind_unless (statement, 6, moment->at_secs, -1);
  aufait_query_bind_text (statement, 7, moment->place);
  aufait_query_bind_text (statement, 8, moment->what);
  aufait_query_bind_text (statement, 9, moment->language);
  aufait_query_bind_text (statement, 10, moment->whose);
  return aufait_query_run (statement, error);
}

static gboolean
add_interest (AufaitQuery *statement, gconstpointer item, GError **error)
{
  aufait_query_bind_text (statement, 3, item);
  return aufait_query_run (statement, error);
}

static gboolean
add_promise (AufaitQuery *statement, gconstpointer item, GError **error)
{
  const AufaitPromise *promise = item;

  bind_unless (statement, 3, promise->day, AUFAIT_DAY_NONE);
  bind_unless (statement, 4, promise->at_secs, -1);
  aufait_query_bind_text (statement, 5, promise->what);
  aufait_query_bind_int (statement, 6, promise->is_next_time != FALSE);
  return aufait_query_run (statement, error);
}

typedef gboolean (*AddItem) (AufaitQuery *statement, gconstpointer item, GError **error);

static gboolean
add_items (AufaitDatabase *database,
           const char *sql,
           gint64 note_id,
           GPtrArray *items,
           AddItem add_item,
           GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;

  if (items->len == 0)
    return TRUE;
  statement = aufait_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++) {
    aufait_query_bind_int (statement, 1, note_id);
    aufait_query_bind_int (statement, 2, i);
    if (!add_item (statement, items->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_meaning_store_add (AufaitDatabase *database,
                          gint64 note_id,
                          const AufaitMeaning *meaning,
                          GError **error)
{
  return add_items (database, "INSERT INTO moment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                    note_id, meaning->moments, add_moment, error) &&
         add_items (database, "INSERT INTO interest VALUES (?1, ?2, ?3)", note_id,
                    meaning->interests, add_interest, error) &&
         add_items (database, "INSERT INTO promise VALUES (?1, ?2, ?3, ?4, ?5, ?6)", note_id,
                    meaning->promises, add_promise, error);
}

/* --- reading ------------------------------------------------------------------------------- */

static int
get_unless_null (AufaitQuery *statement, int column, int none)
{
  return aufait_query_is_null (statement, column) ? none
                                                  : (int) aufait_query_get_int (statement, column);
}

/* A kind that this program does not know is passed over: the note is read again some day. */
static void
read_moment (AufaitQuery *statement, AufaitMeaning *meaning)
{
  int kind = aufait_moment_kind_from_string (aufait_query_get_text (statement, 0));
  AufaitMoment *moment;

  if (kind < 0)
    return;
  moment =
      aufait_moment_new ((AufaitMomentKind) kind, (AufaitDay) aufait_query_get_int (statement, 1),
                         (AufaitDay) aufait_query_get_int (statement, 2));
  moment->at_secs = get_unless_null (statement, 3, -1);
  moment->place = g_strdup (aufait_query_get_text (statement, 4));
  moment->what = g_strdup (aufait_query_get_text (statement, 5));
  moment->language = g_strdup (aufait_query_get_text (statement, 6));
  moment->whose = g_strdup (aufait_query_get_text (statement, 7));
  g_ptr_array_add (meaning->moments, moment);
}

static void
read_interest (AufaitQuery *statement, AufaitMeaning *meaning)
{
  g_ptr_array_add (meaning->interests, g_strdup (aufait_query_get_text (statement, 0)));
}

static void
read_promise (AufaitQuery *statement, AufaitMeaning *meaning)
{
  AufaitPromise *promise = aufait_promise_new (get_unless_null (statement, 0, AUFAIT_DAY_NONE),
                                               aufait_query_get_text (statement, 2));

  promise->at_secs = get_unless_null (statement, 1, -1);
  promise->is_next_time = aufait_query_get_int (statement, 3) != 0;
  g_ptr_array_add (meaning->promises, promise);
}

static gboolean
read_items (AufaitDatabase *database,
            const char *sql,
            gint64 note_id,
            AufaitMeaning *meaning,
            void (*read_item) (AufaitQuery *, AufaitMeaning *),
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, note_id);
  while (aufait_query_step (statement, &failure))
    read_item (statement, meaning);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
aufait_meaning_store_read (
    AufaitDatabase *database, gint64 note_id, gint64 parts, AufaitMeaning *meaning, GError **error)
{
  static const struct {
    const char *sql;
    void (*read) (AufaitQuery *, AufaitMeaning *);
  } items[] = {
    { "SELECT kind, first_day, last_day, at_secs, place, what, language, whose"
      " FROM moment WHERE note_id = ?1 ORDER BY position",
      read_moment },
    { "SELECT topic FROM interest WHERE note_id = ?1 ORDER BY position", read_interest },
    { "SELECT day, at_secs, what, is_next_time FROM promise WHERE note_id = ?1 ORDER BY position",
      read_promise },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    if ((parts >> i & 1) != 0 &&
        !read_items (database, items[i].sql, note_id, meaning, items[i].read, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_meaning_store_remove (AufaitDatabase *database, gint64 note_id, GError **error)
{
  static const char *const queries[] = {
    "DELETE FROM moment WHERE note_id = ?1",
    "DELETE FROM interest WHERE note_id = ?1",
    "DELETE FROM promise WHERE note_id = ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, queries[i], error);

    if (statement == NULL)
      return FALSE;
    aufait_query_bind_int (statement, 1, note_id);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}
