/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie-store.h"

#include <math.h>
#include <string.h>

#include "aufait-event-store.h"
#include "aufait-index-private.h"

#define COLUMNS "person_id, as_of, state, checkin_on, drift_on"

/* A state as it is kept: no gaps between the members, so that every byte is one that was set. */
typedef struct {
  double mine;
  double theirs;
  gint32 on;
  gint32 on_mine;
  gint32 on_theirs;
  guint32 n_days;
  guint16 gaps[AUFAIT_TIE_MAX_GAPS];
  guint64 series;
} Packed;

G_STATIC_ASSERT (sizeof (Packed) == 40 + 2 * AUFAIT_TIE_MAX_GAPS);

/* --- statements ---------------------------------------------------------------------------- */

static AufaitQuery *
prepare_to_write (AufaitIndex *index, const char *sql, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);

  return database != NULL ? aufait_database_prepare (database, sql, error) : NULL;
}

static AufaitQuery *
prepare_to_read (AufaitIndex *index, const char *sql, GError **error)
{
  return aufait_database_prepare (aufait_index_get_newest (index), sql, error);
}

static gboolean
run_with (AufaitIndex *index, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (AufaitQuery) statement = prepare_to_write (index, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, first);
  if (second != 0)
    aufait_query_bind_int (statement, 2, second);
  return aufait_query_run (statement, error);
}

/* Nested, so that it may stand within a writer's. */
gboolean
aufait_tie_store_begin (AufaitIndex *index, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);

  return database != NULL && aufait_database_run (database, "SAVEPOINT ties", error);
}

gboolean
aufait_tie_store_end (AufaitIndex *index, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable (index, error);

  return database != NULL && aufait_database_run (database, "RELEASE ties", error);
}

/* --- rows ---------------------------------------------------------------------------------- */

static GBytes *
pack (const AufaitTieState *state)
{
  Packed packed = {
    .mine = state->mine,
    .theirs = state->theirs,
    .on = state->on,
    .on_mine = state->on_mine,
    .on_theirs = state->on_theirs,
    .n_days = state->n_days,
    .series = state->series,
  };

  memcpy (packed.gaps, state->gaps, sizeof packed.gaps);
  return g_bytes_new (&packed, sizeof packed);
}

static AufaitTieState
unpack (GBytes *bytes)
{
  AufaitTieState state = { 0 };
  Packed packed;
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (size != sizeof packed)
    return state;
  memcpy (&packed, data, sizeof packed);
  state.mine = packed.mine;
  state.theirs = packed.theirs;
  state.on = packed.on;
  state.on_mine = packed.on_mine;
  state.on_theirs = packed.on_theirs;
  state.n_days = packed.n_days;
  state.series = (guint16) packed.series;
  memcpy (state.gaps, packed.gaps, sizeof packed.gaps);
  return state;
}

static AufaitTieStoreRow
read_row (AufaitQuery *statement)
{
  g_autoptr (GBytes) state = aufait_query_dup_blob (statement, 2);

  return (AufaitTieStoreRow){
    .person_id = aufait_query_get_int (statement, 0),
    .as_of = (AufaitDay) aufait_query_get_int (statement, 1),
    .state = unpack (state),
    .checkin_on = (AufaitDay) aufait_query_get_int (statement, 3),
    .drift_on = (AufaitDay) aufait_query_get_int (statement, 4),
  };
}

gboolean
aufait_tie_store_get (AufaitIndex *index,
                      gint64 person_id,
                      AufaitTieStoreRow *ret_row,
                      GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT " COLUMNS " FROM tie WHERE person_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  if (!aufait_query_step (statement, error))
    return FALSE;
  *ret_row = read_row (statement);
  return TRUE;
}

static void
bind_day (AufaitQuery *statement, int position, AufaitDay day)
{
  if (day != AUFAIT_DAY_NONE)
    aufait_query_bind_int (statement, position, day);
  else
    aufait_query_bind_null (statement, position);
}

gboolean
aufait_tie_store_set (AufaitIndex *index, const AufaitTieStoreRow *row, GError **error)
{
  g_autoptr (GBytes) state = pack (&row->state);
  AufaitTie tie = aufait_tie_state_read (&row->state, row->as_of);
  g_autoptr (AufaitQuery) statement =
      prepare_to_write (index,
                        "INSERT OR REPLACE INTO tie (person_id, as_of, strength, state, checkin_on,"
                        " drift_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, row->person_id);
  aufait_query_bind_int (statement, 2, row->as_of);
  aufait_query_bind_double (statement, 3, tie.strength);
  aufait_query_bind_blob (statement, 4, state);
  bind_day (statement, 5, row->checkin_on);
  bind_day (statement, 6, row->drift_on);
  return aufait_query_run (statement, error);
}

gboolean
aufait_tie_store_remove (AufaitIndex *index, gint64 from, gint64 until, GError **error)
{
  return run_with (index, "DELETE FROM tie WHERE person_id >= ?1 AND person_id < ?2", from, until,
                   error);
}

GArray *
aufait_tie_store_list_due (AufaitIndex *index, AufaitDay first, AufaitDay last, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index,
                       "SELECT person_id FROM tie WHERE checkin_on BETWEEN ?1 AND ?2"
                       " UNION SELECT person_id FROM tie WHERE drift_on BETWEEN ?1 AND ?2",
                       error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, first);
  aufait_query_bind_int (statement, 2, last);
  return aufait_query_list_ids (statement, error);
}

GArray *
aufait_tie_store_list_drifting (
    AufaitIndex *index, AufaitDay first, AufaitDay last, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index,
                       "SELECT person_id FROM tie WHERE drift_on BETWEEN ?1 AND ?2"
                       " ORDER BY drift_on DESC, person_id LIMIT ?3",
                       error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, first);
  aufait_query_bind_int (statement, 2, last);
  aufait_query_bind_int (statement, 3, max);
  return aufait_query_list_ids (statement, error);
}

gboolean
aufait_tie_store_has_due (AufaitIndex *index)
{
  gint64 n;

  return aufait_database_ask (aufait_index_get_newest (index),
                              "SELECT EXISTS (SELECT 1 FROM tie WHERE checkin_on IS NOT NULL) OR"
                              " EXISTS (SELECT 1 FROM tie WHERE drift_on IS NOT NULL)",
                              &n, NULL) &&
         n > 0;
}

/* --- the strongest ------------------------------------------------------------------------- */

/* Two that were true on different days are compared on one: what one was then is worth less by now.
 * In logarithms, as what is very old is next to nothing. */
typedef struct {
  double strength;
  guint at; /* in the rows */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->strength > right->strength)
    return -1;
  if (left->strength < right->strength)
    return 1;
  return left->at < right->at ? -1 : left->at > right->at;
}

/* All rows by id, and as many Ranked. */
static gboolean
read_ranked (AufaitIndex *index, AufaitDay today, GArray *rows, GArray *ranked, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = prepare_to_read (
      index, "SELECT " COLUMNS ", strength FROM tie WHERE strength > 0 ORDER BY person_id", error);

  if (statement == NULL)
    return FALSE;
  while (aufait_query_step (statement, &failure)) {
    AufaitTieStoreRow row = read_row (statement);
    double days = today - row.as_of;
    Ranked each = {
      .at = rows->len,
      .strength = log2 (aufait_query_get_double (statement, 5)) - days / AUFAIT_TIE_HALF_LIFE_DAYS,
    };

    g_array_append_val (rows, row);
    g_array_append_val (ranked, each);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GArray *
aufait_tie_store_rank (AufaitIndex *index, AufaitDay today, guint max, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (AufaitTieStoreRow));
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GArray *strongest = NULL;

  if (!read_ranked (index, today, rows, ranked, error))
    return NULL;
  g_array_sort (ranked, compare_ranked);
  strongest = g_array_new (FALSE, FALSE, sizeof (AufaitTieStoreRow));
  for (guint i = 0; i < MIN (max, ranked->len); i++) {
    guint at = g_array_index (ranked, Ranked, i).at;

    g_array_append_val (strongest, g_array_index (rows, AufaitTieStoreRow, at));
  }
  return strongest;
}

/* --- what is not true any more ------------------------------------------------------------- */

GArray *
aufait_tie_store_list_stale (AufaitIndex *index, guint max, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT person_id FROM tie_stale ORDER BY person_id LIMIT ?1", error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, max);
  return aufait_query_list_ids (statement, error);
}

gboolean
aufait_tie_store_add_stale (AufaitIndex *index, gint64 person_id, GError **error)
{
  return run_with (index, "INSERT OR IGNORE INTO tie_stale (person_id) VALUES (?1)", person_id, 0,
                   error);
}

gboolean
aufait_tie_store_remove_stale (AufaitIndex *index, gint64 from, gint64 until, GError **error)
{
  return run_with (index, "DELETE FROM tie_stale WHERE person_id >= ?1 AND person_id < ?2", from,
                   until, error);
}

gboolean
aufait_tie_store_add_passed (AufaitIndex *index, AufaitDay day, GError **error)
{
  return run_with (index,
                   "INSERT OR IGNORE INTO tie_stale (person_id)"
                   " SELECT person_id FROM tie WHERE checkin_on < ?1",
                   day, 0, error);
}

gboolean
aufait_tie_store_add_ended (AufaitIndex *index, gint64 from, gint64 until, GError **error)
{
  g_autoptr (GPtrArray) events = aufait_event_store_list_between (index, from, until, error);

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++) {
    const AufaitEvent *event = events->pdata[i];

    if (event->end <= until && !run_with (index,
                                          "INSERT OR IGNORE INTO tie_stale (person_id)"
                                          " SELECT person_id FROM event_person WHERE event_id = ?1",
                                          event->id, 0, error))
      return FALSE;
  }
  return TRUE;
}

/* --- the mark ------------------------------------------------------------------------------ */

gint64
aufait_tie_store_get_mark (AufaitIndex *index, char **ret_basis)
{
  g_autoptr (AufaitQuery) statement =
      prepare_to_read (index, "SELECT value FROM state WHERE what = 'ties'", NULL);
  const char *value = NULL, *basis = NULL;

  *ret_basis = NULL;
  if (statement == NULL || !aufait_query_step (statement, NULL))
    return 0;
  value = aufait_query_get_text (statement, 0);
  basis = strchr (value, ' ');
  if (basis == NULL)
    return 0;
  *ret_basis = g_strdup (basis + 1);
  return g_ascii_strtoll (value, NULL, 10);
}

gboolean
aufait_tie_store_set_mark (AufaitIndex *index, gint64 until, const char *basis, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT " %s", until, basis);
  g_autoptr (AufaitQuery) statement = prepare_to_write (
      index, "INSERT OR REPLACE INTO state (what, value) VALUES ('ties', ?1)", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, value);
  return aufait_query_run (statement, error);
}
