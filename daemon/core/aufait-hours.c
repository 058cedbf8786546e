/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-hours.h"

#include <string.h>

#define DAY_SECS (24 * 60 * 60)

static gboolean
read_digits (const char **p, int min_digits, int *ret_value)
{
  int value = 0;
  int n = 0;

  for (; n < 2 && g_ascii_isdigit ((*p)[n]); n++)
    value = value * 10 + g_ascii_digit_value ((*p)[n]);
  if (n < min_digits || g_ascii_isdigit ((*p)[n]))
    return FALSE;

  *p += n;
  *ret_value = value;
  return TRUE;
}

/* Reads H:MM or HH:MM at @p and goes behind it. 24:00 is taken for an end. */
static gboolean
read_time (const char **p, int *ret_secs)
{
  int hour, minute;

  if (!read_digits (p, 1, &hour) || **p != ':')
    return FALSE;
  (*p)++;
  if (!read_digits (p, 2, &minute))
    return FALSE;
  if (minute > 59 || hour * 60 + minute > 24 * 60)
    return FALSE;

  *ret_secs = (hour * 60 + minute) * 60;
  return TRUE;
}

static void
skip_blanks (const char **p)
{
  while (**p == ' ' || **p == '\t')
    (*p)++;
}

static gboolean
skip_dash (const char **p)
{
  static const char *const dashes[] = { "-", "–", "—" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++) {
    if (g_str_has_prefix (*p, dashes[i])) {
      *p += strlen (dashes[i]);
      return TRUE;
    }
  }

  return FALSE;
}

gboolean
aufait_hours_parse_time (const char *text, int *ret_secs)
{
  int secs;

  skip_blanks (&text);
  if (!read_time (&text, &secs) || secs == DAY_SECS)
    return FALSE;
  skip_blanks (&text);
  if (*text != '\0')
    return FALSE;

  *ret_secs = secs;
  return TRUE;
}

gboolean
aufait_hours_parse (const char *text, AufaitHours *ret_hours)
{
  int from, until;

  skip_blanks (&text);
  if (!read_time (&text, &from) || from == DAY_SECS)
    return FALSE;
  skip_blanks (&text);
  if (!skip_dash (&text))
    return FALSE;
  skip_blanks (&text);
  if (!read_time (&text, &until))
    return FALSE;
  skip_blanks (&text);
  if (*text != '\0')
    return FALSE;

  ret_hours->from_secs = from;
  ret_hours->until_secs = until % DAY_SECS;
  return TRUE;
}

gboolean
aufait_hours_contain (AufaitHours hours, int secs)
{
  if (hours.from_secs == hours.until_secs)
    return TRUE;
  if (hours.from_secs < hours.until_secs)
    return hours.from_secs <= secs && secs < hours.until_secs;

  return hours.from_secs <= secs || secs < hours.until_secs;
}

static int
get_secs (GDateTime *at)
{
  return (g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at)) * 60 +
         g_date_time_get_second (at);
}

/* The first second behind @before that has another offset than @before: somewhere up to @after,
 * which has. */
static GDateTime *
find_offset_change (GDateTime *before, GDateTime *after)
{
  GTimeSpan offset = g_date_time_get_utc_offset (before);
  gint64 same = 0;
  gint64 other = g_date_time_difference (after, before) / G_TIME_SPAN_SECOND;

  while (other - same > 1) {
    gint64 middle = same + (other - same) / 2;
    g_autoptr (GDateTime) at = g_date_time_add (before, middle * G_TIME_SPAN_SECOND);

    if (g_date_time_get_utc_offset (at) == offset)
      same = middle;
    else
      other = middle;
  }

  return g_date_time_add (before, other * G_TIME_SPAN_SECOND);
}

/* When the clocks change before the hours begin, they may begin by the change itself (02:30 does
 * not come, 03:00 does), or come again with it, or not come that day at all: look from there.
 * Behind the last day that GDateTime knows nothing begins any more. */
GDateTime *
aufait_hours_next (AufaitHours hours, GDateTime *at)
{
  g_autoptr (GDateTime) from = g_date_time_ref (at);

  while (!aufait_hours_contain (hours, get_secs (from))) {
    int wait = (hours.from_secs - get_secs (from) + DAY_SECS) % DAY_SECS;
    GTimeSpan fraction = g_date_time_get_microsecond (from);
    g_autoptr (GDateTime) whole = g_date_time_add (from, -fraction);
    g_autoptr (GDateTime) start = g_date_time_add (whole, wait * G_TIME_SPAN_SECOND);

    if (start == NULL)
      break;
    g_clear_pointer (&from, g_date_time_unref);
    if (g_date_time_get_utc_offset (start) == g_date_time_get_utc_offset (whole))
      return g_steal_pointer (&start);
    from = find_offset_change (whole, start);
  }

  return g_steal_pointer (&from);
}
