/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-mine.h"

#include <string.h>

#include "aufait-text.h"

#define MIN_EVENTS 4

typedef struct {
  guint n_events;
  GHashTable *uids;   /* of the events that were counted */
  GHashTable *counts; /* address -> how many events it attends (GUINT_TO_POINTER) */
} Calendar;

struct _AufaitEventMine {
  GHashTable *calendars; /* name -> Calendar */
};

static void
free_calendar (gpointer data)
{
  Calendar *calendar = data;

  g_hash_table_unref (calendar->uids);
  g_hash_table_unref (calendar->counts);
  g_free (calendar);
}

AufaitEventMine *
aufait_event_mine_new (void)
{
  AufaitEventMine *mine = g_new0 (AufaitEventMine, 1);

  mine->calendars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_calendar);
  return mine;
}

void
aufait_event_mine_free (AufaitEventMine *mine)
{
  if (mine == NULL)
    return;

  g_hash_table_unref (mine->calendars);
  g_free (mine);
}

static Calendar *
get_calendar (AufaitEventMine *mine, const char *name)
{
  const char *key = name != NULL ? name : "";
  Calendar *calendar = g_hash_table_lookup (mine->calendars, key);

  if (calendar == NULL) {
    calendar = g_new0 (Calendar, 1);
    calendar->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    calendar->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (mine->calendars, g_strdup (key), calendar);
  }
  return calendar;
}

static void
add_address (GHashTable *addresses, const char *email)
{
  if (email == NULL)
    return;
  if (g_ascii_strncasecmp (email, "mailto:", 7) == 0)
    email += 7;
  if (strchr (email, '@') != NULL)
    g_hash_table_add (addresses, aufait_text_fold (email));
}

static void
count (Calendar *calendar, const char *address)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (calendar->counts, address));

  g_hash_table_insert (calendar->counts, g_strdup (address), GUINT_TO_POINTER (n + 1));
}

void
aufait_event_mine_add (AufaitEventMine *mine, const AufaitEvent *event)
{
  g_autoptr (GHashTable) addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Calendar *calendar;
  GHashTableIter iter;
  gpointer address;

  for (guint i = 0; i < event->attendees->len; i++)
    add_address (addresses, ((const AufaitAttendee *) event->attendees->pdata[i])->email);
  if (g_hash_table_size (addresses) < 2)
    return;

  calendar = get_calendar (mine, event->calendar);
  if (event->uid != NULL && !g_hash_table_add (calendar->uids, g_strdup (event->uid)))
    return;
  calendar->n_events++;
  g_hash_table_iter_init (&iter, addresses);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    count (calendar, address);
}

/* Those of a calendar that attend the most events, as a set of what the calendar owns; empty when
 * that is not often enough. */
static GHashTable *
find_most (const Calendar *calendar)
{
  GHashTable *most = g_hash_table_new (g_str_hash, g_str_equal);
  guint best = MAX (MIN_EVENTS, calendar->n_events / 2 + 1);
  GHashTableIter iter;
  gpointer address, value;

  g_hash_table_iter_init (&iter, calendar->counts);
  while (g_hash_table_iter_next (&iter, &address, &value)) {
    if (GPOINTER_TO_UINT (value) < best)
      continue;
    if (GPOINTER_TO_UINT (value) > best)
      g_hash_table_remove_all (most);
    best = GPOINTER_TO_UINT (value);
    g_hash_table_add (most, address);
  }
  return most;
}

/* What a tie leaves open another calendar has told, or nobody: only one that is alone counts. */
static GHashTable *
find_sure (const AufaitEventMine *mine)
{
  GHashTable *sure = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer calendar;

  g_hash_table_iter_init (&iter, mine->calendars);
  while (g_hash_table_iter_next (&iter, NULL, &calendar)) {
    g_autoptr (GHashTable) most = find_most (calendar);
    GHashTableIter only;
    gpointer address;

    g_hash_table_iter_init (&only, most);
    if (g_hash_table_size (most) == 1 && g_hash_table_iter_next (&only, &address, NULL))
      g_hash_table_add (sure, address);
  }
  return sure;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
aufait_event_mine_list (const AufaitEventMine *mine)
{
  g_autoptr (GHashTable) sure = find_sure (mine);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer address;

  g_hash_table_iter_init (&iter, sure);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    g_ptr_array_add (list, g_strdup (address));
  g_ptr_array_sort (list, compare);
  g_ptr_array_add (list, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}
