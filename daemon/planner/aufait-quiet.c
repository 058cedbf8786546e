/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-quiet.h"

#include "aufait-free-time.h"

/* Hours and meetings may take turns, but no day has more of them. */
#define TURNS_MAX 64

/* When the meeting that goes on at @at, or is about to begin, is over; @at when there is none. */
static gint64
find_end_of_meeting (const GArray *busy, gint64 at)
{
  gint64 start, end = aufait_free_time_find_end (busy, at);

  if (aufait_free_time_find_start (busy, end, AUFAIT_QUIET_NEAR_SECS + 1, &start))
    end = aufait_free_time_find_end (busy, start);
  return end;
}

GDateTime *
aufait_quiet_find_end (AufaitHours hours, const GArray *busy, GDateTime *at)
{
  g_autoptr (GDateTime) found = aufait_hours_next (hours, at);

  for (guint i = 0; i < TURNS_MAX; i++) {
    gint64 awake = g_date_time_to_unix (found);
    gint64 alone = find_end_of_meeting (busy, awake);
    g_autoptr (GDateTime) utc = NULL;
    g_autoptr (GDateTime) local = NULL;

    if (alone == awake)
      break;
    utc = g_date_time_new_from_unix_utc (alone);
    local = g_date_time_to_timezone (utc, g_date_time_get_timezone (at));
    g_date_time_unref (found);
    found = aufait_hours_next (hours, local);
  }
  return g_steal_pointer (&found);
}
