/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-store.h"

#include <string.h>

#include "aufait-event-store-private.h"
#include "aufait-index-private.h"

#define COLUMNS                                                                                    \
  "event.uid, event.summary, event.location, event.description, event.flags, event.attendees,"     \
  " folder.name, event.id"
#define SUBJECT_COLUMNS                                                                            \
  "NULL, event.summary, NULL, event.description, event.flags, '', NULL, event.id"
#define CALENDAR " JOIN file ON file.id = event.id >> 24 JOIN folder ON folder.id = file.folder_id"

#define OF_EVENTS "SELECT " COLUMNS ", event.times FROM event" CALENDAR " WHERE "
#define OF_PERSON                                                                                  \
  "SELECT " COLUMNS ", event.times FROM event_person JOIN event ON event.id = event_id" CALENDAR   \
  " WHERE person_id = ?1"

#define DAY_SECS (24 * 3600)

/* What is asked for: times in [from, until) and days from first to last. */
typedef struct {
  gint64 from;
  gint64 until;
  AufaitDay first;
  AufaitDay last;
  gboolean is_begin; /* those alone that begin in it */
  const char *sql;   /* what is read of each */
} Range;

typedef struct {
  AufaitEvent *event;
  gint64 key; /* to sort by */
} Found;

/* --- rows ---------------------------------------------------------------------------------- */

static void
read_attendees (AufaitEvent *event, const char *text)
{
  while (*text != '\0') {
    const char *end = strchrnul (text, *AUFAIT_INDEX_LINE_END);
    g_autofree char *line = g_strndup (text, (gsize) (end - text));
    g_auto (GStrv) fields = g_strsplit (line, AUFAIT_INDEX_FIELD_END, 3);

    if (g_strv_length (fields) == 3) {
      AufaitAttendee *attendee = aufait_attendee_new (*fields[0] != '\0' ? fields[0] : NULL,
                                                      *fields[1] != '\0' ? fields[1] : NULL);

      attendee->declined = *fields[2] != '\0';
      g_ptr_array_add (event->attendees, attendee);
    }
    text = *end != '\0' ? end + 1 : end;
  }
}

AufaitEvent *
aufait_event_store_read (AufaitQuery *statement)
{
  AufaitEvent *event =
      aufait_event_new (aufait_query_get_text (statement, 0), aufait_query_get_text (statement, 1));
  gint64 flags = aufait_query_get_int (statement, 4);

  event->location = g_strdup (aufait_query_get_text (statement, 2));
  event->description = g_strdup (aufait_query_get_text (statement, 3));
  event->all_day = (flags & AUFAIT_EVENT_STORE_ALL_DAY) != 0;
  event->recurring = (flags & AUFAIT_EVENT_STORE_RECURRING) != 0;
  event->cancelled = (flags & AUFAIT_EVENT_STORE_CANCELLED) != 0;
  event->transparent = (flags & AUFAIT_EVENT_STORE_TRANSPARENT) != 0;
  read_attendees (event, aufait_query_get_text (statement, 5));
  event->calendar = g_strdup (aufait_query_get_text (statement, 6));
  event->id = aufait_query_get_int (statement, 7);
  return event;
}

static void
set_times (AufaitEvent *event, gint64 begins, gint64 ends)
{
  if (event->all_day) {
    event->first = (AufaitDay) begins;
    event->last = (AufaitDay) ends;
  } else {
    event->start = begins;
    event->end = ends;
  }
}

/* An event without a length is where it begins. */
static gboolean
is_in_range (const Range *range, gboolean all_day, gint64 begins, gint64 ends)
{
  if (all_day)
    return begins <= range->last && ends >= range->first;
  return begins < range->until && (ends > range->from || begins >= range->from);
}

/* --- order --------------------------------------------------------------------------------- */

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->event, aufait_event_free);
}

static GArray *
new_found (void)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (Found));

  g_array_set_clear_func (found, clear_found);
  return found;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  if (!left->event->all_day != !right->event->all_day)
    return left->event->all_day ? -1 : 1;
  return g_strcmp0 (left->event->uid, right->event->uid);
}

static void
add_found (GArray *found, AufaitEvent *event, GTimeZone *zone)
{
  Found entry = { event, event->start };

  if (event->all_day) {
    g_autoptr (GDateTime) begins = aufait_day_at (event->first, 0, zone);

    entry.key = g_date_time_to_unix (begins);
  }
  g_array_append_val (found, entry);
}

static GPtrArray *
sort_found (GArray *found)
{
  GPtrArray *events = g_ptr_array_new_full (found->len, (GDestroyNotify) aufait_event_free);

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (events, g_steal_pointer (&g_array_index (found, Found, i).event));
  return events;
}

/* --- by time ------------------------------------------------------------------------------- */

static void
bind_class (AufaitQuery *statement, int number, const Range *range)
{
  const AufaitEventStoreClass *class = aufait_event_store_get_class (number);
  gint64 from = class->all_day ? range->first : range->from;
  gint64 until = class->all_day ? (gint64) range->last + 1 : range->until;
  gint64 before = range->is_begin ? 0 : class->longest;
  gint64 earliest = before == G_MAXINT64 ? G_MININT64 : from - before;

  aufait_query_bind_int (statement, 1, aufait_event_store_get_place (number, earliest));
  aufait_query_bind_int (statement, 2, aufait_event_store_get_place (number, until));
  aufait_query_bind_int (statement, 3, from);
}

#define IN_CLASS     ", place, ends FROM occurrence JOIN event ON event.id = event_id"
#define OF_ITS_TIME  " WHERE place >= ?1 AND place < ?2 AND (ends >= ?3)"
#define ALL_PARTS    "SELECT " COLUMNS IN_CLASS CALENDAR OF_ITS_TIME
#define SUBJECT_PART "SELECT " SUBJECT_COLUMNS IN_CLASS OF_ITS_TIME

static gboolean
add_class (AufaitIndex *index,
           int number,
           const Range *range,
           GTimeZone *zone,
           GArray *found,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (index), range->sql, error);

  if (statement == NULL)
    return FALSE;
  bind_class (statement, number, range);
  while (aufait_query_step (statement, &failure)) {
    gint64 begins = aufait_event_store_get_begins (number, aufait_query_get_int (statement, 8));
    gint64 ends = aufait_query_get_int (statement, 9);

    if (is_in_range (range, aufait_event_store_get_class (number)->all_day, begins, ends)) {
      AufaitEvent *event = aufait_event_store_read (statement);

      set_times (event, begins, ends);
      add_found (found, event, zone);
    }
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
set_range (Range *range, AufaitDay first, AufaitDay last, GTimeZone *zone)
{
  g_autoptr (GDateTime) from = aufait_day_at (first, 0, zone);
  g_autoptr (GDateTime) until = aufait_day_at (last + 1, 0, zone);

  range->from = g_date_time_to_unix (from);
  range->until = g_date_time_to_unix (until);
  range->first = first;
  range->last = last;
  range->is_begin = FALSE;
  range->sql = ALL_PARTS;
}

static GPtrArray *
list_days (AufaitIndex *index,
           AufaitDay first,
           AufaitDay last,
           const char *sql,
           GTimeZone *zone,
           GError **error)
{
  g_autoptr (GArray) found = new_found ();
  Range range;

  set_range (&range, first, last, zone);
  range.sql = sql;
  for (int number = 0; number < AUFAIT_EVENT_STORE_N_CLASSES; number++) {
    if (!add_class (index, number, &range, zone, found, error))
      return NULL;
  }
  return sort_found (found);
}

GPtrArray *
aufait_event_store_list (
    AufaitIndex *index, AufaitDay first, AufaitDay last, GTimeZone *zone, GError **error)
{
  return list_days (index, first, last, ALL_PARTS, zone, error);
}

GPtrArray *
aufait_event_store_list_subjects (
    AufaitIndex *index, AufaitDay first, AufaitDay last, GTimeZone *zone, GError **error)
{
  return list_days (index, first, last, SUBJECT_PART, zone, error);
}

GPtrArray *
aufait_event_store_list_between (AufaitIndex *index, gint64 from, gint64 until, GError **error)
{
  g_autoptr (GArray) found = new_found ();
  Range range = { from, until, AUFAIT_DAY_NONE, AUFAIT_DAY_NONE, FALSE, ALL_PARTS };

  for (int number = 0; number < AUFAIT_EVENT_STORE_N_CLASSES; number++) {
    if (!aufait_event_store_get_class (number)->all_day &&
        !add_class (index, number, &range, NULL, found, error))
      return NULL;
  }
  return sort_found (found);
}

static gboolean
add_beginning (AufaitIndex *index, gint64 begins, GTimeZone *zone, GArray *found, GError **error)
{
  AufaitDay day = (AufaitDay) (begins / DAY_SECS) + aufait_day_new (1970, 1, 1);
  Range range = { begins, begins + 1, day, day, TRUE, ALL_PARTS };

  for (int number = 0; number < AUFAIT_EVENT_STORE_N_CLASSES; number++) {
    gboolean all_day = aufait_event_store_get_class (number)->all_day;

    if ((!all_day || begins % DAY_SECS == 0) &&
        !add_class (index, number, &range, zone, found, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
aufait_event_store_list_beginning (AufaitIndex *index,
                                   const GArray *instants,
                                   GTimeZone *zone,
                                   GError **error)
{
  g_autoptr (GArray) found = new_found ();

  for (guint i = 0; i < instants->len; i++) {
    if (!add_beginning (index, g_array_index (instants, gint64, i), zone, found, error))
      return NULL;
  }
  return sort_found (found);
}

/* --- by what they belong to ---------------------------------------------------------------- */

static void
add_occurrences (AufaitQuery *statement, const Range *range, GTimeZone *zone, GArray *found)
{
  g_autoptr (GBytes) times = aufait_query_dup_blob (statement, 8);
  gsize size = 0;
  const gint64 *values = g_bytes_get_data (times, &size);
  gboolean all_day = (aufait_query_get_int (statement, 4) & AUFAIT_EVENT_STORE_ALL_DAY) != 0;

  for (gsize i = 0; i + 1 < size / sizeof (gint64); i += 2) {
    if (is_in_range (range, all_day, values[i], values[i + 1])) {
      AufaitEvent *event = aufait_event_store_read (statement);

      set_times (event, values[i], values[i + 1]);
      add_found (found, event, zone);
    }
  }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = **(const gint64 *const *) a, right = **(const gint64 *const *) b;

  return (left < right) - (left > right);
}

/* Of what is over by range->until only so many: the newest. */
static void
add_newest (AufaitQuery *statement, const Range *range, guint max, GArray *found)
{
  g_autoptr (GBytes) times = aufait_query_dup_blob (statement, 8);
  g_autoptr (GPtrArray) over = g_ptr_array_new ();
  gsize size = 0;
  const gint64 *values = g_bytes_get_data (times, &size);

  if ((aufait_query_get_int (statement, 4) & AUFAIT_EVENT_STORE_ALL_DAY) != 0)
    return;
  for (gsize i = 0; i + 1 < size / sizeof (gint64); i += 2) {
    if (values[i + 1] <= range->until && values[i] >= range->from)
      g_ptr_array_add (over, (gpointer) &values[i]);
  }
  g_ptr_array_sort (over, compare_times);
  for (guint i = 0; i < MIN (over->len, max); i++) {
    const gint64 *pair = over->pdata[i];
    AufaitEvent *event = aufait_event_store_read (statement);

    set_times (event, pair[0], pair[1]);
    add_found (found, event, NULL);
  }
}

static gboolean
add_series (
    AufaitQuery *statement, const Range *range, GTimeZone *zone, GArray *found, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    add_occurrences (statement, range, zone, found);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Of each of @ids, which is parameter 1, what @sql gives. */
static GPtrArray *
list_series (AufaitIndex *index,
             const char *sql,
             const gint64 *ids,
             guint n_ids,
             const Range *range,
             GTimeZone *zone,
             GError **error)
{
  g_autoptr (GArray) found = new_found ();
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (index), sql, error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < n_ids; i++) {
    aufait_query_reset (statement);
    aufait_query_bind_int (statement, 1, ids[i]);
    if (!add_series (statement, range, zone, found, error))
      return NULL;
  }
  return sort_found (found);
}

GPtrArray *
aufait_event_store_list_of_ids (AufaitIndex *index,
                                const GArray *ids,
                                AufaitDay first,
                                AufaitDay last,
                                GTimeZone *zone,
                                GError **error)
{
  Range range;

  set_range (&range, first, last, zone);
  return list_series (index, OF_EVENTS "event.id = ?1", (gconstpointer) ids->data, ids->len, &range,
                      zone, error);
}

GPtrArray *
aufait_event_store_list_of_file (AufaitIndex *index,
                                 gint64 file_id,
                                 AufaitDay first,
                                 AufaitDay last,
                                 GTimeZone *zone,
                                 GError **error)
{
  Range range;

  set_range (&range, first, last, zone);
  return list_series (index, OF_EVENTS "event.id >= ?1 << 24 AND event.id < (?1 + 1) << 24",
                      &file_id, 1, &range, zone, error);
}

GPtrArray *
aufait_event_store_list_of_person (AufaitIndex *index,
                                   gint64 person_id,
                                   AufaitDay first,
                                   AufaitDay last,
                                   GTimeZone *zone,
                                   GError **error)
{
  Range range;

  set_range (&range, first, last, zone);
  return list_series (index, OF_PERSON, &person_id, 1, &range, zone, error);
}

GPtrArray *
aufait_event_store_list_past_of_person (
    AufaitIndex *index, gint64 person_id, gint64 since, gint64 now, guint max, GError **error)
{
  g_autoptr (GArray) found = new_found ();
  g_autoptr (GError) failure = NULL;
  Range range = { since, now, AUFAIT_DAY_NONE, AUFAIT_DAY_NONE, FALSE, NULL };
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (index), OF_PERSON, error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, person_id);
  while (aufait_query_step (statement, &failure))
    add_newest (statement, &range, max, found);
  if (failure == NULL)
    return sort_found (found);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
aufait_event_store_list_range (
    AufaitIndex *index, gint64 from, gint64 until, guint max, GError **error)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (index),
                               "SELECT " COLUMNS " FROM event" CALENDAR
                               " WHERE event.id >= ?1 AND event.id < ?2 ORDER BY event.id LIMIT ?3",
                               error);

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  aufait_query_bind_int (statement, 3, max);
  while (aufait_query_step (statement, &failure))
    g_ptr_array_add (events, aufait_event_store_read (statement));
  if (failure == NULL)
    return g_steal_pointer (&events);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
