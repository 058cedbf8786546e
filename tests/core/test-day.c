/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day.h"

static void
test_agrees_with_gdate (void)
{
  for (AufaitDay day = 1; day < 3652059; day += 97) {
    GDate date;
    int year, month, of_month;

    g_date_clear (&date, 1);
    g_date_set_julian (&date, (guint32) day);
    aufait_day_split (day, &year, &month, &of_month);
    g_assert_cmpint (year, ==, g_date_get_year (&date));
    g_assert_cmpint (month, ==, g_date_get_month (&date));
    g_assert_cmpint (of_month, ==, g_date_get_day (&date));
    g_assert_cmpint (aufait_day_new (year, month, of_month), ==, day);
    g_assert_cmpint (aufait_day_weekday (day), ==, (int) g_date_get_weekday (&date));
    g_assert_cmpint (aufait_day_year (day), ==, year);
    g_assert_cmpint (aufait_day_month (day), ==, month);
  }
}

static void
test_reads_and_writes (void)
{
  static const char *const valid[] = { "0001-01-01", "1970-01-01", "2000-02-29",
                                       "2026-07-01", "2026-12-31", "9999-12-31" };
  static const char *const invalid[] = { "",           "2026-7-1",    "2026-02-29",  "2026-13-01",
                                         "2026-00-10", "2026-04-31",  "0000-01-01",  "20260701",
                                         "2026/07/01", "2026-07-01 ", " 2026-07-01", "+026-07-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitDay day = aufait_day_parse (valid[i]);
    g_autofree char *text = aufait_day_format (day);

    g_assert_cmpstr (text, ==, valid[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_test_message ("invalid[%zu]", i);
    g_assert_cmpint (aufait_day_parse (invalid[i]), ==, AUFAIT_DAY_NONE);
  }
}

static void
test_refuses_what_is_no_date (void)
{
  g_assert_cmpint (aufait_day_new (2026, 2, 29), ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (aufait_day_new (1900, 2, 29), ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (aufait_day_new (2026, 0, 1), ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (aufait_day_new (2026, 1, 0), ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (aufait_day_new (10000, 1, 1), ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (aufait_day_new (2000, 2, 29), !=, AUFAIT_DAY_NONE);
}

static void
test_adds_months (void)
{
  static const struct {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
    { "2026-01-31", 1, "2026-02-28" },  { "2024-01-31", 1, "2024-02-29" },
    { "2026-12-15", 1, "2027-01-15" },  { "2026-01-15", -1, "2025-12-15" },
    { "2026-03-31", -1, "2026-02-28" }, { "2026-05-05", 0, "2026-05-05" },
    { "2024-02-29", 12, "2025-02-28" }, { "2026-08-31", 25, "2028-09-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitDay to = aufait_day_add_months (aufait_day_parse (rows[i].from), rows[i].months);
    g_autofree char *text = aufait_day_format (to);

    g_assert_cmpstr (text, ==, rows[i].to);
  }
  g_assert_cmpint (aufait_day_add_months (aufait_day_new (9999, 12, 1), 1), ==, AUFAIT_DAY_NONE);
}

static void
test_knows_easter (void)
{
  static const char *const easters[] = { "1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31",
                                         "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25" };

  for (gsize i = 0; i < G_N_ELEMENTS (easters); i++) {
    AufaitDay easter = aufait_day_parse (easters[i]);

    g_assert_cmpint (aufait_day_easter (aufait_day_year (easter)), ==, easter);
  }
}

static void
test_finds_the_instant (void)
{
  static const struct {
    const char *zone;
    const char *day;
    int minutes;
    const char *utc;
  } rows[] = {
    { "Europe/Rome", "2026-07-01", 10 * 60, "2026-07-01T08:00:00Z" },
    { "Europe/Rome", "2026-01-01", 0, "2025-12-31T23:00:00Z" },
    /* the gap */
    { "Europe/Rome", "2026-03-29", 119, "2026-03-29T00:59:00Z" },
    { "Europe/Rome", "2026-03-29", 150, "2026-03-29T01:30:00Z" },
    { "Europe/Rome", "2026-03-29", 180, "2026-03-29T01:00:00Z" },
    /* the fold */
    { "Europe/Rome", "2026-10-25", 119, "2026-10-24T23:59:00Z" },
    { "Europe/Rome", "2026-10-25", 150, "2026-10-25T00:30:00Z" },
    { "Europe/Rome", "2026-10-25", 180, "2026-10-25T02:00:00Z" },
    { "America/New_York", "2026-03-08", 150, "2026-03-08T07:30:00Z" },
    { "America/New_York", "2026-11-01", 90, "2026-11-01T05:30:00Z" },
    { "Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:45:00Z" },
    { "Pacific/Apia", "2011-12-30", 720, "2011-12-30T22:00:00Z" },
    { "Pacific/Kiritimati", "2026-07-01", 0, "2026-06-30T10:00:00Z" },
    { "UTC", "2026-07-01", 24 * 60, "2026-07-02T00:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
    AufaitDay day = aufait_day_parse (rows[i].day);
    g_autoptr (GDateTime) at = aufait_day_at (day, rows[i].minutes * 60, zone);
    g_autoptr (GDateTime) utc = g_date_time_to_utc (at);
    g_autofree char *text = g_date_time_format_iso8601 (utc);

    g_test_message ("rows[%zu]: %s %s", i, rows[i].zone, rows[i].day);
    g_assert_cmpstr (text, ==, rows[i].utc);
  }
}

static void
test_is_the_day_of_an_instant_in_its_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (GDateTime) at = g_date_time_new (zone, 2026, 7, 1, 0, 30, 0);

  g_assert_cmpint (aufait_day_from_date_time (at), ==, aufait_day_new (2026, 7, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/agrees-with-gdate", test_agrees_with_gdate);
  g_test_add_func ("/day/reads-and-writes", test_reads_and_writes);
  g_test_add_func ("/day/refuses-what-is-no-date", test_refuses_what_is_no_date);
  g_test_add_func ("/day/adds-months", test_adds_months);
  g_test_add_func ("/day/knows-easter", test_knows_easter);
  g_test_add_func ("/day/finds-the-instant", test_finds_the_instant);
  g_test_add_func ("/day/is-the-day-of-an-instant-in-its-zone",
                   test_is_the_day_of_an_instant_in_its_zone);
  return g_test_run ();
}
