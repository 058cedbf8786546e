/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-free-time.h"

static GDateTime *
make_local (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return g_date_time_to_timezone (utc, zone);
}

/* Whether clocks show @secs at @at; a whole day begins and ends at midnight. */
static gboolean
shows (GDateTime *at, AufaitHours hours, int secs)
{
  int shown = (g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at)) * 60 +
              g_date_time_get_second (at);

  return shown == (hours.from_secs == hours.until_secs ? 0 : secs);
}

static char *
format_time (GDateTime *at)
{
  /* Translators: a time of day, as for strftime: 17:30. */
  return g_date_time_format (at, _ ("%H:%M"));
}

char *
aufait_free_time_dup_text (const AufaitFreeTimeSearch *search,
                           AufaitFreeTime free,
                           AufaitSpokenDay spoken)
{
  g_autoptr (GDateTime) start = make_local (free.start, search->zone);
  g_autoptr (GDateTime) end = make_local (free.end, search->zone);
  g_autofree char *on = aufait_spoken_day_on (aufait_day_from_date_time (start), spoken);
  g_autofree char *start_text = format_time (start);
  g_autofree char *end_text = format_time (end);
  gboolean from_start =
      free.start == search->from || shows (start, search->hours, search->hours.from_secs);
  gboolean to_end = shows (end, search->hours, search->hours.until_secs);

  if (from_start && to_end)
    /* Translators: a day: “on Thursday”. */
    return g_strdup_printf (_ ("You are free %s."), on);
  if (to_end)
    /* Translators: a day and a time: “on Thursday”, “17:30”. */
    return g_strdup_printf (_ ("You are free %s after %s."), on, start_text);
  if (from_start)
    /* Translators: a day and a time. */
    return g_strdup_printf (_ ("You are free %s until %s."), on, end_text);
  /* Translators: a day and two times. */
  return g_strdup_printf (_ ("You are free %s from %s to %s."), on, start_text, end_text);
}
