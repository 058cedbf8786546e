/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How events are written and removed. */
#include "config.h"

#include <string.h>

#include "aufait-event-store-private.h"
#include "aufait-index-private.h"
#include "aufait-mention-store-private.h"

const AufaitEventStoreClass *
aufait_event_store_get_class (int number)
{
  static const AufaitEventStoreClass classes[AUFAIT_EVENT_STORE_N_CLASSES] = {
    { FALSE, 86400 }, { FALSE, 32 * 86400 }, { FALSE, G_MAXINT64 },
    { TRUE, 1 },      { TRUE, 32 },          { TRUE, G_MAXINT64 },
  };

  return &classes[number];
}

static int
find_class (gboolean all_day, gint64 length)
{
  int number = 0;

  while (aufait_event_store_get_class (number)->all_day != (all_day != FALSE) ||
         aufait_event_store_get_class (number)->longest < length)
    number++;
  return number;
}

/* All instants from the year 1 to 9999 are within so many seconds of 1970. */
#define BEGINS_MAX  (G_GINT64_CONSTANT (1) << 38)
#define PLACES_BITS 40

gint64
aufait_event_store_get_place (int number, gint64 begins)
{
  return ((gint64) number << PLACES_BITS) + CLAMP (begins, -BEGINS_MAX, BEGINS_MAX);
}

gint64
aufait_event_store_get_begins (int number, gint64 place)
{
  return place - ((gint64) number << PLACES_BITS);
}

AufaitEventStoreOccurrence
aufait_event_store_make_occurrence (gint64 event_id, gboolean all_day, gint64 begins, gint64 ends)
{
  AufaitEventStoreOccurrence occurrence = {
    aufait_event_store_get_place (find_class (all_day, ends - begins), begins),
    event_id,
    ends,
  };

  return occurrence;
}

static char *
join_attendees (const GPtrArray *attendees)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < attendees->len; i++) {
    const AufaitAttendee *attendee = attendees->pdata[i];

    g_string_append (lines, attendee->email != NULL ? attendee->email : "");
    g_string_append (lines, AUFAIT_INDEX_FIELD_END);
    g_string_append (lines, attendee->name != NULL ? attendee->name : "");
    g_string_append (lines, AUFAIT_INDEX_FIELD_END);
    g_string_append (lines, attendee->declined ? "1" : "");
    g_string_append (lines, AUFAIT_INDEX_LINE_END);
  }
  return g_string_free (lines, FALSE);
}

/* --- adding -------------------------------------------------------------------------------- */

static gboolean
add_row (AufaitDatabase *database, gint64 id, const AufaitFileContentSeries *series, GError **error)
{
  const AufaitEvent *event = series->event;
  g_autofree char *attendees = join_attendees (event->attendees);
  g_autoptr (GBytes) times =
      g_bytes_new_static (series->times->data, series->times->len * sizeof (gint64));
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "INSERT INTO event (id, uid, summary, location, description, flags, attendees, times)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  aufait_query_bind_text (statement, 2, event->uid);
  aufait_query_bind_text (statement, 3, event->summary);
  aufait_query_bind_text (statement, 4, event->location);
  aufait_query_bind_text (statement, 5, event->description);
  aufait_query_bind_int (statement, 6,
                         (event->all_day ? AUFAIT_EVENT_STORE_ALL_DAY : 0) |
                             (event->recurring ? AUFAIT_EVENT_STORE_RECURRING : 0) |
                             (event->cancelled ? AUFAIT_EVENT_STORE_CANCELLED : 0) |
                             (event->transparent ? AUFAIT_EVENT_STORE_TRANSPARENT : 0));
  aufait_query_bind_text (statement, 7, attendees);
  aufait_query_bind_blob (statement, 8, times);
  return aufait_query_run (statement, error);
}

static gboolean
change_attendee (AufaitQuery *statement, gint64 id, const char *email, GError **error)
{
  g_autofree char *folded = aufait_index_fold_email (email);

  aufait_query_bind_text (statement, 1, folded);
  aufait_query_bind_int (statement, 2, id);
  return aufait_query_run (statement, error);
}

gboolean
aufait_event_store_add (AufaitDatabase *database,
                        gint64 id,
                        const AufaitFileContentSeries *series,
                        GError **error)
{
  const GPtrArray *attendees = series->event->attendees;
  g_autoptr (AufaitQuery) statement = NULL;

  if (!add_row (database, id, series, error))
    return FALSE;
  statement = aufait_database_prepare (
      database, "INSERT OR IGNORE INTO attendee (email, event_id) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < attendees->len; i++) {
    const AufaitAttendee *attendee = attendees->pdata[i];

    if (attendee->email != NULL && !change_attendee (statement, id, attendee->email, error))
      return FALSE;
  }
  return TRUE;
}

static void
bind_occurrence (AufaitQuery *statement, int first, const AufaitEventStoreOccurrence *value)
{
  aufait_query_bind_int (statement, first, value->place);
  aufait_query_bind_int (statement, first + 1, value->event_id);
  aufait_query_bind_int (statement, first + 2, value->ends);
}

/* So many rows in a statement, which costs more than a row. */
#define ROWS_A_STATEMENT 16

#define INSERT_OCCURRENCE "INSERT OR IGNORE INTO occurrence (place, event_id, ends) VALUES "
#define FOUR_ROWS         "(?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?)"

static gboolean
add_occurrences_with (AufaitDatabase *database,
                      const char *sql,
                      const AufaitEventStoreOccurrence *occurrences,
                      guint count,
                      guint rows_a_statement,
                      GError **error)
{
  g_autoptr (AufaitQuery) statement =
      count > 0 ? aufait_database_prepare (database, sql, error) : NULL;

  if (statement == NULL)
    return count == 0;
  for (guint i = 0; i < count; i += rows_a_statement) {
    for (guint k = 0; k < rows_a_statement; k++)
      bind_occurrence (statement, (int) (3 * k + 1), &occurrences[i + k]);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_event_store_add_occurrences (AufaitDatabase *database,
                                    const AufaitEventStoreOccurrence *occurrences,
                                    guint count,
                                    GError **error)
{
  guint together = count - count % ROWS_A_STATEMENT;

  return add_occurrences_with (
             database, INSERT_OCCURRENCE FOUR_ROWS ", " FOUR_ROWS ", " FOUR_ROWS ", " FOUR_ROWS,
             occurrences, together, ROWS_A_STATEMENT, error) &&
         add_occurrences_with (database, INSERT_OCCURRENCE "(?, ?, ?)", occurrences + together,
                               count - together, 1, error);
}

/* --- removing ------------------------------------------------------------------------------ */

static gboolean
remove_attendees (AufaitDatabase *database, gint64 id, const char *lines, GError **error)
{
  g_auto (GStrv) attendees = g_strsplit (lines, AUFAIT_INDEX_LINE_END, -1);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "DELETE FROM attendee WHERE email = ?1 AND event_id = ?2", error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; attendees[i] != NULL; i++) {
    *strchrnul (attendees[i], *AUFAIT_INDEX_FIELD_END) = '\0';
    if (*attendees[i] != '\0' && !change_attendee (statement, id, attendees[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
remove_occurrences (
    AufaitDatabase *database, gint64 id, gboolean all_day, GBytes *times, GError **error)
{
  gsize size = 0;
  const gint64 *values = g_bytes_get_data (times, &size);
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "DELETE FROM occurrence WHERE place = ?1 AND event_id = ?2 AND ends = ?3", error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i + 1 < size / sizeof (gint64); i += 2) {
    AufaitEventStoreOccurrence occurrence =
        aufait_event_store_make_occurrence (id, all_day, values[i], values[i + 1]);

    bind_occurrence (statement, 1, &occurrence);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
remove_row (AufaitDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_run (statement, error);
}

gboolean
aufait_event_store_remove_first (
    AufaitDatabase *database, gint64 from, gint64 until, gint64 *ret_id, GError **error)
{
  g_autofree char *attendees = NULL;
  g_autoptr (GBytes) times = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean all_day = FALSE;
  gint64 id = 0;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT id, flags, attendees, times FROM event WHERE id >= ?1 AND id < ?2 ORDER BY id"
      " LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  if (aufait_query_step (statement, &failure)) {
    id = aufait_query_get_int (statement, 0);
    all_day = (aufait_query_get_int (statement, 1) & AUFAIT_EVENT_STORE_ALL_DAY) != 0;
    attendees = g_strdup (aufait_query_get_text (statement, 2));
    times = aufait_query_dup_blob (statement, 3);
  }
  aufait_query_reset (statement);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *ret_id = id;
  return id == 0 ||
         (remove_attendees (database, id, attendees, error) &&
          remove_occurrences (database, id, all_day, times, error) &&
          remove_row (database, "DELETE FROM event_person WHERE event_id = ?1", id, error) &&
          aufait_mention_store_remove (database, id, error) &&
          remove_row (database, "DELETE FROM event WHERE id = ?1", id, error));
}
