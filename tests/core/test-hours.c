/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-hours.h"

static GDateTime *
make_instant (const char *zone_name, const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (text, zone);

  return g_date_time_to_timezone (at, zone);
}

static void
test_reads_two_times (void)
{
  static const struct {
    const char *text;
    int from;
    int until;
  } valid[] = {
    { "09:00-20:00", 540, 1200 }, { "9:00-20:30", 540, 1230 },  { " 09:05 - 20:00 ", 545, 1200 },
    { "09:00–20:00", 540, 1200 }, { "22:00-07:00", 1320, 420 }, { "00:00-24:00", 0, 0 },
    { "18:00-24:00", 1080, 0 },   { "10:00-10:00", 600, 600 },  { "23:59-00:00", 1439, 0 },
  };
  static const char *const invalid[] = {
    "",
    "-",
    "09:00",
    "09:00-",
    "-20:00",
    "9-20",
    "09:00/20:00",
    "24:00-07:00",
    "09:60-10:00",
    "24:01-00:00",
    "09:00-24:01",
    "009:00-20:00",
    "09:0-20:00",
    "09:000-20:00",
    "09:00-20:00x",
    "09:00 20:00",
    "09:00--20:00",
    "nine-eight",
    "09:00-20:00-21:00",
    "+9:00-20:00",
    "٠٩:٠٠-٢٠:٠٠",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitHours hours = { -1, -1 };

    g_test_message ("valid %u: %s", i, valid[i].text);
    g_assert_true (aufait_hours_parse (valid[i].text, &hours));
    g_assert_cmpint (hours.from_secs, ==, valid[i].from * 60);
    g_assert_cmpint (hours.until_secs, ==, valid[i].until * 60);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitHours hours = { -1, -2 };

    g_test_message ("invalid %u: %s", i, invalid[i]);
    g_assert_false (aufait_hours_parse (invalid[i], &hours));
    g_assert_cmpint (hours.from_secs, ==, -1);
    g_assert_cmpint (hours.until_secs, ==, -2);
  }
}

static void
test_reads_a_time (void)
{
  static const char *const invalid[] = { "", "10", "24:00", "10:60", "10:5", "10:00:00", "1000" };
  int secs = -1;

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_assert_false (aufait_hours_parse_time (invalid[i], &secs));
    g_assert_cmpint (secs, ==, -1);
  }
  g_assert_true (aufait_hours_parse_time ("10:00", &secs));
  g_assert_cmpint (secs, ==, 36000);
  g_assert_true (aufait_hours_parse_time (" 7:45 ", &secs));
  g_assert_cmpint (secs, ==, 27900);
}

static void
test_the_end_is_outside (void)
{
  static const struct {
    AufaitHours hours;
    int secs;
    gboolean inside;
  } rows[] = {
    { { 9, 20 }, 8, FALSE },   { { 9, 20 }, 9, TRUE },  { { 9, 20 }, 19, TRUE },
    { { 9, 20 }, 20, FALSE },  { { 20, 9 }, 20, TRUE }, { { 20, 9 }, 86399, TRUE },
    { { 20, 9 }, 0, TRUE },    { { 20, 9 }, 8, TRUE },  { { 20, 9 }, 9, FALSE },
    { { 20, 9 }, 19, FALSE },  { { 7, 7 }, 6, TRUE },   { { 7, 7 }, 7, TRUE },
    { { 7, 0 }, 86399, TRUE }, { { 7, 0 }, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u", i);
    g_assert_cmpint (aufait_hours_contain (rows[i].hours, rows[i].secs), ==, rows[i].inside);
  }
}

static void
test_next_is_what_clocks_show (void)
{
  static const struct {
    const char *zone;
    const char *at;
    const char *hours;
    const char *next;
  } rows[] = {
    /* at once, later that day, the next day, over midnight */
    { "Europe/Paris", "2026-08-21T09:00:00+02", "09:00-20:00", "2026-08-21T09:00:00+0200" },
    { "Europe/Paris", "2026-08-21T19:59:59+02", "09:00-20:00", "2026-08-21T19:59:59+0200" },
    { "Europe/Paris", "2026-08-21T08:59:59+02", "09:00-20:00", "2026-08-21T09:00:00+0200" },
    { "Europe/Paris", "2026-08-21T20:00:00+02", "09:00-20:00", "2026-08-22T09:00:00+0200" },
    { "Europe/Paris", "2026-12-31T23:00:00+01", "09:00-20:00", "2027-01-01T09:00:00+0100" },
    { "Europe/Paris", "2026-08-21T12:00:00+02", "22:00-07:00", "2026-08-21T22:00:00+0200" },
    { "Europe/Paris", "2026-08-21T06:00:00+02", "22:00-07:00", "2026-08-21T06:00:00+0200" },
    { "Europe/Paris", "2026-08-21T12:00:00+02", "10:00-10:00", "2026-08-21T12:00:00+0200" },
    /* the night that is an hour shorter, and the one that is longer */
    { "Europe/Paris", "2026-03-28T21:00:00+01", "09:00-20:00", "2026-03-29T09:00:00+0200" },
    { "Europe/Paris", "2026-10-24T21:00:00+02", "09:00-20:00", "2026-10-25T09:00:00+0100" },
    /* the hours begin in the gap; they lie in it: not that day */
    { "Europe/Paris", "2026-03-29T01:00:00+01", "02:30-05:00", "2026-03-29T03:00:00+0200" },
    { "Europe/Paris", "2026-03-29T01:00:00+01", "02:15-02:45", "2026-03-30T02:15:00+0200" },
    /* 02:30 comes twice: the first; the second when the first is past */
    { "Europe/Paris", "2026-10-25T01:00:00+02", "02:30-02:40", "2026-10-25T02:30:00+0200" },
    { "Europe/Paris", "2026-10-25T02:50:00+02", "02:30-02:40", "2026-10-25T02:30:00+0100" },
    { "Europe/Paris", "2026-10-25T02:50:00+02", "01:30-02:10", "2026-10-25T02:00:00+0100" },
    /* half an hour of summer time; a day that never was */
    { "Australia/Lord_Howe", "2026-10-04T01:00:00+1030", "02:10-04:00",
      "2026-10-04T02:30:00+1100" },
    { "Pacific/Apia", "2011-12-29T21:00:00-10", "09:00-20:00", "2011-12-31T09:00:00+1400" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) at = make_instant (rows[i].zone, rows[i].at);
    g_autoptr (GDateTime) next = NULL;
    g_autofree char *text = NULL;
    AufaitHours hours;

    g_assert_true (aufait_hours_parse (rows[i].hours, &hours));
    next = aufait_hours_next (hours, at);
    text = g_date_time_format (next, "%Y-%m-%dT%H:%M:%S%z");
    g_test_message ("row %u: %s", i, rows[i].at);
    g_assert_cmpstr (text, ==, rows[i].next);
  }
}

static void
test_next_is_a_whole_second_or_now (void)
{
  g_autoptr (GDateTime) early = g_date_time_new_utc (2026, 8, 21, 8, 59, 59.75);
  g_autoptr (GDateTime) late = g_date_time_new_utc (2026, 8, 21, 9, 0, 0.25);
  g_autoptr (GDateTime) nine = g_date_time_new_utc (2026, 8, 21, 9, 0, 0);
  g_autoptr (GDateTime) next_of_early = aufait_hours_next ((AufaitHours){ 32400, 72000 }, early);
  g_autoptr (GDateTime) next_of_late = aufait_hours_next ((AufaitHours){ 32400, 72000 }, late);

  g_assert_true (g_date_time_equal (next_of_early, nine));
  g_assert_true (g_date_time_equal (next_of_late, late));
}

static void
test_next_ends_with_the_calendar (void)
{
  const AufaitHours day = { 9 * 3600, 20 * 3600 };
  g_autoptr (GDateTime) last = make_instant ("Europe/Paris", "9999-12-31T23:00:00");
  g_autoptr (GDateTime) next = aufait_hours_next (day, last);

  g_assert_true (g_date_time_equal (next, last));
}

static gboolean
is_within (AufaitHours hours, GDateTime *at)
{
  int secs = (g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at)) * 60;

  return aufait_hours_contain (hours, secs);
}

/* Hours and changes of the clock fall on whole minutes: so minute by minute sees all. */
static void
test_next_is_what_a_search_by_minutes_finds (void)
{
  static const char *const zones[] = { "Europe/Paris", "America/St_Johns", "Australia/Lord_Howe",
                                       "Africa/Casablanca" };
  static const char *const eves[] = { "2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31",
                                      "2026-04-04", "2026-10-03", "2026-02-14", "2026-07-01" };

  for (guint round = 0; round < 400; round++) {
    const char *zone_name = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))];
    const char *eve = eves[g_test_rand_int_range (0, G_N_ELEMENTS (eves))];
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
    g_autofree char *midnight = g_strdup_printf ("%sT00:00:00Z", eve);
    g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (midnight, NULL);
    g_autoptr (GDateTime) later = g_date_time_add_minutes (utc, g_test_rand_int_range (0, 2880));
    g_autoptr (GDateTime) at = g_date_time_to_timezone (later, zone);
    g_autoptr (GDateTime) found = g_date_time_ref (at);
    g_autoptr (GDateTime) next = NULL;
    AufaitHours hours = { g_test_rand_int_range (0, 1440) * 60,
                          g_test_rand_int_range (0, 1440) * 60 };

    next = aufait_hours_next (hours, at);
    while (!is_within (hours, found)) {
      GDateTime *minute_later = g_date_time_add_minutes (found, 1);

      g_date_time_unref (found);
      found = minute_later;
    }
    g_test_message ("%s %s %d-%d", zone_name, eve, hours.from_secs, hours.until_secs);
    g_assert_true (g_date_time_equal (next, found));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hours/reads-two-times", test_reads_two_times);
  g_test_add_func ("/hours/reads-a-time", test_reads_a_time);
  g_test_add_func ("/hours/the-end-is-outside", test_the_end_is_outside);
  g_test_add_func ("/hours/next-is-what-clocks-show", test_next_is_what_clocks_show);
  g_test_add_func ("/hours/next-is-a-whole-second-or-now", test_next_is_a_whole_second_or_now);
  g_test_add_func ("/hours/next-ends-with-the-calendar", test_next_ends_with_the_calendar);
  g_test_add_func ("/hours/next-is-what-a-search-by-minutes-finds",
                   test_next_is_what_a_search_by_minutes_finds);

  return g_test_run ();
}
