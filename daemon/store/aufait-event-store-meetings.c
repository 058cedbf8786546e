/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-store-private.h"
#include "aufait-event-store.h"
#include "aufait-index-private.h"

#define NO_MEETING (AUFAIT_EVENT_STORE_ALL_DAY | AUFAIT_EVENT_STORE_CANCELLED)

#define LONG_SECS (24 * 60 * 60)

static void
clear_meeting (gpointer data)
{
  AufaitEventStoreMeeting *meeting = data;

  g_free (meeting->summary);
  g_free (meeting->location);
}

/* The occurrences of one event that were over at @now. */
static void
add_past (GArray *meetings, AufaitQuery *statement, gint64 now)
{
  g_autoptr (GBytes) times = aufait_query_dup_blob (statement, 2);
  gsize size = 0;
  const gint64 *values = g_bytes_get_data (times, &size);

  for (gsize i = 0; i + 1 < size / sizeof (gint64); i += 2) {
    AufaitEventStoreMeeting meeting = {
      .person_id = aufait_query_get_int (statement, 0),
      .start = values[i],
      .end = values[i + 1],
      .is_series = (aufait_query_get_int (statement, 1) & AUFAIT_EVENT_STORE_RECURRING) != 0,
    };

    if (meeting.end > now)
      continue;
    if (meeting.end - meeting.start >= LONG_SECS) {
      meeting.summary = g_strdup (aufait_query_get_text (statement, 4));
      meeting.location = g_strdup (aufait_query_get_text (statement, 5));
    }
    g_array_append_val (meetings, meeting);
  }
}

GArray *
aufait_event_store_list_meetings (AufaitIndex *index,
                                  gint64 from,
                                  gint64 until,
                                  gint64 now,
                                  AufaitEventStoreIsMine is_mine,
                                  gpointer user_data,
                                  GError **error)
{
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (AufaitEventStoreMeeting));
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_newest (index),
                               "SELECT person_id, event.flags, event.times, folder.name,"
                               " event.summary, event.location"
                               " FROM event_person JOIN event ON event.id = event_id"
                               " JOIN file ON file.id = event.id >> 24"
                               " JOIN folder ON folder.id = file.folder_id"
                               " WHERE person_id >= ?1 AND person_id < ?2 ORDER BY person_id",
                               error);

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (meetings, clear_meeting);
  aufait_query_bind_int (statement, 1, from);
  aufait_query_bind_int (statement, 2, until);
  while (aufait_query_step (statement, &failure)) {
    if ((aufait_query_get_int (statement, 1) & NO_MEETING) == 0 &&
        is_mine (aufait_query_get_text (statement, 3), user_data))
      add_past (meetings, statement, now);
  }
  if (failure == NULL)
    return g_steal_pointer (&meetings);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
