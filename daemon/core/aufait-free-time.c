/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-free-time.h"

#define SECS_IN_HOUR 3600

/* Nobody is in one meeting for longer: it is a journey, a fair, a stay. */
#define MEETING_MAX_SECS (12 * SECS_IN_HOUR)

/* When a call is welcome. */
static const AufaitHours evening = { 18 * SECS_IN_HOUR, 21 * SECS_IN_HOUR };
static const AufaitHours leisure = { 10 * SECS_IN_HOUR, 21 * SECS_IN_HOUR };

static const AufaitFreeTime *
get (const GArray *stretches, guint index)
{
  return &g_array_index (stretches, AufaitFreeTime, index);
}

void
aufait_free_time_add_event (GArray *busy, const AufaitEvent *event)
{
  AufaitFreeTime stretch = { event->start, event->end };

  if (!event->all_day && !event->cancelled && !event->transparent && event->end > event->start &&
      event->end - event->start <= MEETING_MAX_SECS)
    g_array_append_val (busy, stretch);
}

/* --- what is free -------------------------------------------------------------------------- */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  gint64 start = ((const AufaitFreeTime *) a)->start, other = ((const AufaitFreeTime *) b)->start;

  return (start > other) - (start < other);
}

/* Without those that take no time. */
static GArray *
sort (const GArray *stretches)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (AufaitFreeTime), stretches->len);

  for (guint i = 0; i < stretches->len; i++)
    if (get (stretches, i)->end > get (stretches, i)->start)
      g_array_append_val (sorted, *get (stretches, i));
  g_array_sort (sorted, compare_starts);
  return sorted;
}

/* Appends what of @window is not in @busy, which is sorted. What ends before the window is passed
 * over for the windows behind it too: @index goes on from where it was. */
static void
add_free (AufaitFreeTime window, const GArray *busy, guint *index, int min_secs, GArray *free)
{
  gint64 at = window.start;

  while (*index < busy->len && get (busy, *index)->end <= window.start)
    (*index)++;
  for (guint i = *index; i <= busy->len && at < window.end; i++) {
    const AufaitFreeTime *next = i < busy->len ? get (busy, i) : NULL;
    gint64 end = next != NULL ? MIN (next->start, window.end) : window.end;
    AufaitFreeTime stretch = { at, end };

    if (end - at >= MAX (min_secs, 1))
      g_array_append_val (free, stretch);
    if (next != NULL)
      at = MAX (at, next->end);
  }
}

static gint64
find_midnight (AufaitDay day, GTimeZone *zone)
{
  g_autoptr (GDateTime) at = aufait_day_at (day, 0, zone);

  return at != NULL ? g_date_time_to_unix (at) : G_MAXINT64;
}

static GDateTime *
make_local (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* The next time at which clocks show @hours, from @at on; hours that are a whole day end with it.
 * FALSE where the calendar ends. */
static gboolean
find_window (AufaitHours hours, gint64 at, GTimeZone *zone, AufaitFreeTime *ret_window)
{
  AufaitHours outside = { hours.until_secs, hours.from_secs };
  g_autoptr (GDateTime) local = make_local (at, zone);
  g_autoptr (GDateTime) start = local != NULL ? aufait_hours_next (hours, local) : NULL;
  g_autoptr (GDateTime) end = start != NULL ? aufait_hours_next (outside, start) : NULL;

  if (start == NULL)
    return FALSE;
  ret_window->start = g_date_time_to_unix (start);
  ret_window->end = hours.from_secs == hours.until_secs
                        ? find_midnight (aufait_day_from_date_time (start) + 1, zone)
                        : g_date_time_to_unix (end);
  return ret_window->end > ret_window->start;
}

GArray *
aufait_free_time_find (const AufaitFreeTimeSearch *search, const GArray *busy)
{
  GArray *free = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  g_autoptr (GArray) sorted = sort (busy);
  gint64 end = find_midnight (search->last + 1, search->zone);
  gint64 at = MAX (find_midnight (search->first, search->zone), search->from);
  AufaitFreeTime window;
  guint index = 0;

  while (at < end && find_window (search->hours, at, search->zone, &window) && window.start < end) {
    window.end = MIN (window.end, end);
    add_free (window, sorted, &index, search->min_secs, free);
    at = window.end;
  }
  return free;
}

/* --- a call -------------------------------------------------------------------------------- */

/* The part of @free, which may go over midnight, in which a call is welcome. */
static gboolean
narrow_to_welcome (const AufaitFreeTimeSearch *search,
                   AufaitFreeTime free,
                   AufaitFreeTime *ret_free)
{
  g_autoptr (GDateTime) start = make_local (free.start, search->zone);
  AufaitDay first = aufait_day_from_date_time (start);

  for (AufaitDay day = first; find_midnight (day, search->zone) < free.end; day++) {
    AufaitHours hours = aufait_day_weekday (day) >= 6 ? leisure : evening;
    gint64 at = MAX (find_midnight (day, search->zone), free.start);
    AufaitFreeTime welcome;

    if (!find_window (hours, at, search->zone, &welcome))
      continue;
    welcome.end = MIN (welcome.end, free.end);
    if (welcome.end - welcome.start >= MAX (search->min_secs, 1) &&
        welcome.start < find_midnight (day + 1, search->zone)) {
      *ret_free = welcome;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
aufait_free_time_find_call (const AufaitFreeTimeSearch *search,
                            const GArray *busy,
                            AufaitFreeTime *ret_free)
{
  g_autoptr (GArray) free = aufait_free_time_find (search, busy);

  for (guint i = 0; i < free->len; i++)
    if (narrow_to_welcome (search, *get (free, i), ret_free))
      return TRUE;
  if (free->len == 0)
    return FALSE;
  *ret_free = *get (free, 0);
  return TRUE;
}

/* --- now ----------------------------------------------------------------------------------- */

gboolean
aufait_free_time_is_busy (const GArray *busy, gint64 at)
{
  for (guint i = 0; i < busy->len; i++)
    if (get (busy, i)->start <= at && at < get (busy, i)->end)
      return TRUE;
  return FALSE;
}

gboolean
aufait_free_time_find_start (const GArray *busy, gint64 at, int within_secs, gint64 *ret_start)
{
  gint64 first = at + within_secs;

  for (guint i = 0; i < busy->len; i++)
    if (get (busy, i)->start >= at && get (busy, i)->end > get (busy, i)->start)
      first = MIN (first, get (busy, i)->start);
  if (first >= at + within_secs)
    return FALSE;
  *ret_start = first;
  return TRUE;
}

gint64
aufait_free_time_find_end (const GArray *busy, gint64 at)
{
  g_autoptr (GArray) sorted = sort (busy);

  for (guint i = 0; i < sorted->len && get (sorted, i)->start <= at; i++)
    at = MAX (at, get (sorted, i)->end);
  return at;
}
