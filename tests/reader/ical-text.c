/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ical-text.h"

#include <string.h>

#include "aufait-day.h"
#include "aufait-ical.h"

static char *
format_times (const AufaitEvent *event)
{
  if (event->all_day) {
    g_autofree char *first = aufait_day_format (event->first);
    g_autofree char *last = aufait_day_format (event->last);

    g_assert_cmpint (event->start, ==, 0);
    g_assert_cmpint (event->end, ==, 0);
    return g_strdup_printf ("%s %s", first, last);
  } else {
    g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (event->start);
    g_autoptr (GDateTime) end = g_date_time_new_from_unix_utc (event->end);
    g_autofree char *from = g_date_time_format (start, "%Y-%m-%dT%H:%MZ");
    g_autofree char *to = g_date_time_format (end, "%Y-%m-%dT%H:%MZ");

    g_assert_cmpint (event->first, ==, 0);
    return g_strdup_printf ("%s %s", from, to);
  }
}

static void
on_event (const AufaitEvent *event, gboolean is_again, gpointer user_data)
{
  GPtrArray *lines = user_data;
  g_autofree char *times = format_times (event);

  g_ptr_array_add (lines,
                   g_strconcat (times, " ", event->summary, event->cancelled ? " (cancelled)" : "",
                                event->transparent ? " (transparent)" : "",
                                event->recurring ? "" : " (once)", NULL));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
ical_text_read_in (
    const char *body, const char *first, const char *last, const char *zone, GPtrArray *problems)
{
  g_autoptr (AufaitIcal) ical =
      aufait_ical_new (aufait_day_parse (first), aufait_day_parse (last), zone);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text =
      g_strconcat ("BEGIN:VCALENDAR\nVERSION:2.0\n", body, "END:VCALENDAR\n", NULL);

  aufait_ical_read (ical, text, strlen (text), on_event, lines, problems);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
ical_text_read (const char *body, GPtrArray *problems)
{
  return ical_text_read_in (body, "2026-01-01", "2026-12-31", "Europe/Paris", problems);
}

char *
ical_text_event (const char *lines)
{
  return g_strconcat ("BEGIN:VEVENT\nUID:u\nSUMMARY:S\n", lines, "END:VEVENT\n", NULL);
}
