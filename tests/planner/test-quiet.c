/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-quiet.h"

#include <stdio.h>

#include "aufait-day.h"
#include "aufait-free-time.h"

/* "12:30-14:00 15:00-16:00": of one day. */
static const struct {
  const char *busy;
  const char *at;
  const char *found; /* "+1 09:00": on the next day */
} ROWS[] = {
  { "", "12:00", "12:00" },
  { "", "07:00", "09:00" },
  { "", "21:00", "+1 09:00" },
  { "12:30-14:00", "12:00", "12:00" },
  { "12:30-14:00", "12:19", "12:19" },
  { "12:30-14:00", "12:20", "14:00" },
  { "12:30-14:00", "13:00", "14:00" },
  { "12:30-14:00", "14:00", "14:00" },
  { "12:30-14:00 14:05-15:00", "13:00", "15:00" },
  { "14:05-15:00 12:30-14:00", "13:00", "15:00" },
  { "12:30-14:00 14:11-15:00", "13:00", "14:00" },
  { "12:30-14:00 13:00-13:30", "12:45", "14:00" },
  { "19:00-22:00", "19:30", "+1 09:00" },
  { "08:30-10:00", "07:00", "10:00" },
  { "12:30-12:30", "12:00", "12:00" },
};

static AufaitDay
get_day (void)
{
  return aufait_day_new (2026, 7, 1);
}

static GDateTime *
read_time (const char *text, GTimeZone *zone)
{
  gboolean is_next = g_str_has_prefix (text, "+1 ");
  int hours, minutes;

  g_assert_cmpint (sscanf (text + (is_next ? 3 : 0), "%2d:%2d", &hours, &minutes), ==, 2);
  return aufait_day_at (get_day () + is_next, hours * 3600 + minutes * 60, zone);
}

static GArray *
read_busy (const char *text, GTimeZone *zone)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
    g_autoptr (GDateTime) start = read_time (words[i], zone);
    g_autoptr (GDateTime) end = read_time (words[i] + 6, zone);
    AufaitFreeTime time = { g_date_time_to_unix (start), g_date_time_to_unix (end) };

    g_array_append_val (busy, time);
  }
  return busy;
}

static void
test_rows (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  const AufaitHours hours = { 9 * 3600, 20 * 3600 };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    g_autoptr (GArray) busy = read_busy (ROWS[i].busy, zone);
    g_autoptr (GDateTime) at = read_time (ROWS[i].at, zone);
    g_autoptr (GDateTime) expected = read_time (ROWS[i].found, zone);
    g_autoptr (GDateTime) found = aufait_quiet_find_end (hours, busy, at);

    g_test_message ("row %u", i);
    g_assert_cmpint (g_date_time_to_unix (found), ==, g_date_time_to_unix (expected));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiet/when-one-can-be-spoken-to", test_rows);
  return g_test_run ();
}
