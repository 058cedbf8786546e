/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-when.h"

/* Wednesday 1 July 2026, 12:00 */
static GDateTime *
make_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  return g_date_time_new (zone, 2026, 7, 1, 12, 0, 0);
}

typedef gboolean (*ParseFunc) (const char *, GDateTime *, gboolean, AufaitWhen *);

typedef struct {
  const char *text;
  const char *day;
  int minutes; /* after midnight; -1: the day alone */
} Row;

static void
check_rows (const Row *rows, gsize n_rows, ParseFunc parse, gboolean month_first)
{
  g_autoptr (GDateTime) now = make_now ();

  for (gsize i = 0; i < n_rows; i++) {
    AufaitWhen when = { AUFAIT_DAY_NONE, -2 };
    gboolean is_read = parse (rows[i].text, now, month_first, &when);
    g_autofree char *day = NULL;

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_true (is_read);
    day = aufait_day_format (when.day);
    g_assert_cmpstr (day, ==, rows[i].day);
    g_assert_cmpint (when.secs, ==, rows[i].minutes < 0 ? -1 : rows[i].minutes * 60);
  }
}

static void
test_reads_what_lies_ahead (void)
{
  static const Row valid[] = {
    { "2026-08-21", "2026-08-21", -1 },
    { "2026-08-21 18:00", "2026-08-21", 18 * 60 },
    { "18:00", "2026-07-01", 18 * 60 },
    { "9:30", "2026-07-02", 9 * 60 + 30 },
    { "12:00", "2026-07-02", 12 * 60 },
    { "18h30", "2026-07-01", 18 * 60 + 30 },
    { "18h", "2026-07-01", 18 * 60 },
    { "6pm", "2026-07-01", 18 * 60 },
    { "1h", "2026-07-01", 13 * 60 },
    { "5h", "2026-07-01", 17 * 60 },
    { "1h30", "2026-07-01", 13 * 60 + 30 },
    { "2y", "2028-07-01", -1 },
    { "1an", "2027-07-01", -1 },
    { "2ans", "2028-07-01", -1 },
    { "2h05", "2026-07-01", 14 * 60 + 5 },
    { "5h30", "2026-07-01", 17 * 60 + 30 },
    { "1 h", "2026-07-01", 13 * 60 },
    { "1 h 30", "2026-07-01", 13 * 60 + 30 },
    { "1h30min", "2026-07-01", 13 * 60 + 30 },
    { "2 hours", "2026-07-01", 14 * 60 },
    { "2 heures", "2026-07-01", 14 * 60 },
    { "90min", "2026-07-01", 13 * 60 + 30 },
    { "90 minutes", "2026-07-01", 13 * 60 + 30 },
    { "6h30", "2026-07-02", 6 * 60 + 30 },
    { "à 2h30", "2026-07-02", 2 * 60 + 30 },
    { "2:30", "2026-07-02", 2 * 60 + 30 },
    { "6h", "2026-07-02", 6 * 60 },
    { "30min", "2026-07-01", 12 * 60 + 30 },
    { "90mn", "2026-07-01", 13 * 60 + 30 },
    { "tomorrow evening", "2026-07-02", 18 * 60 },
    { "demain soir", "2026-07-02", 18 * 60 },
    { "friday morning", "2026-07-03", 9 * 60 },
    { "vendredi après-midi", "2026-07-03", 14 * 60 },
    { "tomorrow morning at 8", "2026-07-02", 8 * 60 },
    { "6 pm", "2026-07-01", 18 * 60 },
    { "at 6:15pm", "2026-07-01", 18 * 60 + 15 },
    { "midi", "2026-07-02", 12 * 60 },
    { "today", "2026-07-01", -1 },
    { "tomorrow", "2026-07-02", -1 },
    { "Tomorrow", "2026-07-02", -1 },
    { "2moro", "2026-07-02", -1 },
    { "tomorrow 9am", "2026-07-02", 9 * 60 },
    { "tomorrow at 9", "2026-07-02", 9 * 60 },
    { "demain", "2026-07-02", -1 },
    { "demain à 18h", "2026-07-02", 18 * 60 },
    { "demain matin", "2026-07-02", 9 * 60 },
    { "après-demain", "2026-07-03", -1 },
    { "2026-08-21T18:00", "2026-08-21", 18 * 60 },
    { "2026-08-21T18:00:00", "2026-08-21", 18 * 60 },
    { "2026-08-21T18:00:00+02:00", "2026-08-21", 18 * 60 },
    { "2026-08-21T22:30:00Z", "2026-08-22", 30 },
    { "apres demain", "2026-07-03", -1 },
    { "the day after tomorrow", "2026-07-03", -1 },
  };

  check_rows (valid, G_N_ELEMENTS (valid), aufait_when_parse, FALSE);
}

static void
test_reads_weekdays_and_dates (void)
{
  static const Row valid[] = {
    { "friday", "2026-07-03", -1 },
    { "Fri", "2026-07-03", -1 },
    { "next friday", "2026-07-03", -1 },
    { "friday 18:00", "2026-07-03", 18 * 60 },
    { "18:00 friday", "2026-07-03", 18 * 60 },
    { "wednesday", "2026-07-08", -1 },
    { "vendredi", "2026-07-03", -1 },
    { "vendredi prochain", "2026-07-03", -1 },
    { "lundi en 8", "2026-07-13", -1 },
    { "mardi en 15 à 9h", "2026-07-21", 9 * 60 },
    { "ven.", "2026-07-03", -1 },
    { "vendredi 14h30", "2026-07-03", 14 * 60 + 30 },
    { "vendredi en huit", "2026-07-10", -1 },
    { "3d", "2026-07-04", -1 },
    { "2w", "2026-07-15", -1 },
    { "3j", "2026-07-04", -1 },
    { "in 3 days", "2026-07-04", -1 },
    { "in three days", "2026-07-04", -1 },
    { "in a week", "2026-07-08", -1 },
    { "in a fortnight", "2026-07-15", -1 },
    { "in two months", "2026-09-01", -1 },
    { "dans 3 jours", "2026-07-04", -1 },
    { "dans une semaine", "2026-07-08", -1 },
    { "2 weeks", "2026-07-15", -1 },
    { "in 2 hours", "2026-07-01", 14 * 60 },
    { "dans 20 minutes", "2026-07-01", 12 * 60 + 20 },
    { "in 13 hours", "2026-07-02", 60 },
    { "next week", "2026-07-06", -1 },
    { "this week", "2026-07-01", -1 },
    { "la semaine prochaine", "2026-07-06", -1 },
    { "this weekend", "2026-07-04", -1 },
    { "next month", "2026-08-01", -1 },
    { "august", "2026-08-01", -1 },
    { "21 august", "2026-08-21", -1 },
    { "aug 21", "2026-08-21", -1 },
    { "le 21 août", "2026-08-21", -1 },
    { "14/7", "2026-07-14", -1 },
    { "14/07/2027", "2027-07-14", -1 },
    { "14.7.2026", "2026-07-14", -1 },
    { "the 15th", "2026-07-15", -1 },
    { "le 15", "2026-07-15", -1 },
    { "christmas", "2026-12-25", -1 },
    { "Noël", "2026-12-25", -1 },
    { "2020-01-01", "2020-01-01", -1 },
  };

  check_rows (valid, G_N_ELEMENTS (valid), aufait_when_parse, FALSE);
}

static void
test_reads_what_lies_behind (void)
{
  static const Row valid[] = {
    { "yesterday", "2026-06-30", -1 },
    { "hier", "2026-06-30", -1 },
    { "hier à 18h", "2026-06-30", 18 * 60 },
    { "avant-hier", "2026-06-29", -1 },
    { "friday", "2026-06-26", -1 },
    { "vendredi", "2026-06-26", -1 },
    { "last friday", "2026-06-26", -1 },
    { "vendredi dernier", "2026-06-26", -1 },
    { "wednesday", "2026-06-24", -1 },
    { "today", "2026-07-01", -1 },
    { "2026-06-12", "2026-06-12", -1 },
    { "3 days ago", "2026-06-28", -1 },
    { "il y a trois jours", "2026-06-28", -1 },
    { "12 June", "2026-06-12", -1 },
    { "12 juillet", "2025-07-12", -1 },
    { "last week", "2026-06-22", -1 },
    { "11:00", "2026-07-01", 11 * 60 },
    { "18:00", "2026-06-30", 18 * 60 },
  };

  check_rows (valid, G_N_ELEMENTS (valid), aufait_when_parse_past, FALSE);
}

static void
test_reads_the_month_first_where_people_do (void)
{
  static const Row valid[] = {
    { "7/14", "2026-07-14", -1 },
    { "8/9", "2026-08-09", -1 },
    { "8/9/2027", "2027-08-09", -1 },
  };

  check_rows (valid, G_N_ELEMENTS (valid), aufait_when_parse, TRUE);
}

static void
test_refuses_the_rest (void)
{
  static const char *const invalid[] = {
    "",
    " ",
    "soon",
    "2026-02-30",
    "25:00",
    "18:60",
    "32/1",
    "14/13",
    "friday the",
    "tomorrow and after",
    "3",
    "every friday",
    "someday",
    "3x",
    "marie",
    "in",
    "in 3",
    "3 days of rain",
    "-1d",
    "99999999999",
    "le",
    "friday or saturday",
    "\xff",
    "24/7/365",
    "9999-12-31",
    "0001-01-01",
    "3000-01-01",
    "9999-12-31 23:00",
    "2026-08-21T",
    "2026-08-21T18",
    "2026-02-30T18:00",
    "2026-08-21T25:00",
    "9999-12-31T23:59:59Z",
    "2026-08-21T18:00 x",
  };
  g_autoptr (GDateTime) now = make_now ();

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitWhen when = { 42, 42 };

    g_test_message ("invalid[%zu]", i);
    g_assert_false (aufait_when_parse (invalid[i], now, FALSE, &when));
    g_assert_cmpint (when.day, ==, 42);
    g_assert_cmpint (when.secs, ==, 42);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/reads-what-lies-ahead", test_reads_what_lies_ahead);
  g_test_add_func ("/when/reads-weekdays-and-dates", test_reads_weekdays_and_dates);
  g_test_add_func ("/when/reads-what-lies-behind", test_reads_what_lies_behind);
  g_test_add_func ("/when/reads-the-month-first-where-people-do",
                   test_reads_the_month_first_where_people_do);
  g_test_add_func ("/when/refuses-the-rest", test_refuses_the_rest);
  return g_test_run ();
}
