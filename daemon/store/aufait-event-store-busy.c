/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When one is busy. Many events are at the same hours: those within the time of another one, that
 * one is busy with, need not be read. */
#include "config.h"

#include "aufait-event-store-private.h"
#include "aufait-event-store.h"
#include "aufait-free-time.h"
#include "aufait-index-private.h"

/* The class of what takes a day at most. */
#define SHORTEST 0

typedef struct {
  AufaitFreeTime stretch;
  gint64 event_id;
} Occurrence;

/* Of those that begin together the longest comes first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Occurrence *left = a, *right = b;

  if (left->stretch.start != right->stretch.start)
    return left->stretch.start < right->stretch.start ? -1 : 1;
  if (left->stretch.end != right->stretch.end)
    return left->stretch.end > right->stretch.end ? -1 : 1;
  return (left->event_id > right->event_id) - (left->event_id < right->event_id);
}

/* Those that take some of [from, until). */
static GArray *
list_occurrences (AufaitIndex *index, gint64 from, gint64 until, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (index),
                               "SELECT place, ends, event_id FROM occurrence"
                               " WHERE place >= ?1 AND place < ?2 AND (ends > ?3)",
                               error);
  gint64 longest = aufait_event_store_get_class (SHORTEST)->longest;

  if (statement == NULL)
    return NULL;
  aufait_query_bind_int (statement, 1, aufait_event_store_get_place (SHORTEST, from - longest));
  aufait_query_bind_int (statement, 2, aufait_event_store_get_place (SHORTEST, until));
  aufait_query_bind_int (statement, 3, from);
  while (aufait_query_step (statement, &failure)) {
    gint64 place = aufait_query_get_int (statement, 0);
    Occurrence occurrence = { { aufait_event_store_get_begins (SHORTEST, place),
                                aufait_query_get_int (statement, 1) },
                              aufait_query_get_int (statement, 2) };

    g_array_append_val (found, occurrence);
  }
  if (failure == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* NULL and an error; it is there, as its occurrence is. */
static AufaitEvent *
get_event (AufaitQuery *statement, const Occurrence *occurrence, GError **error)
{
  AufaitEvent *event = NULL;

  aufait_query_reset (statement);
  aufait_query_bind_int (statement, 1, occurrence->event_id);
  if (!aufait_query_step (statement, error)) {
    if (error != NULL && *error == NULL)
      g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED,
                   "An occurrence of no event");
    return NULL;
  }
  event = aufait_event_store_read (statement);
  event->start = occurrence->stretch.start;
  event->end = occurrence->stretch.end;
  return event;
}

GArray *
aufait_event_store_list_busy (AufaitIndex *index,
                              gint64 from,
                              gint64 until,
                              AufaitEventStoreTakesTime takes_time,
                              gpointer user_data,
                              GError **error)
{
  g_autoptr (GArray) found = list_occurrences (index, from, until, error);
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (index),
      "SELECT NULL, NULL, NULL, NULL, event.flags, event.attendees, folder.name, event.id FROM event"
      " JOIN file ON file.id = event.id >> 24 JOIN folder ON folder.id = file.folder_id"
      " WHERE event.id = ?1",
      found != NULL ? error : NULL);
  gint64 until_then = G_MININT64;

  if (found == NULL || statement == NULL)
    return NULL;
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len; i++) {
    const Occurrence *occurrence = &g_array_index (found, Occurrence, i);
    guint n_before = busy->len;
    g_autoptr (AufaitEvent) event = NULL;

    if (occurrence->stretch.end <= until_then)
      continue;
    event = get_event (statement, occurrence, error);
    if (event == NULL)
      return NULL;
    if (takes_time (event, user_data))
      aufait_free_time_add_event (busy, event);
    if (busy->len > n_before)
      until_then = occurrence->stretch.end;
  }
  return g_steal_pointer (&busy);
}
