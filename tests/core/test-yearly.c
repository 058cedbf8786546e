/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-yearly.h"

#define N_WORLDS 1000

static AufaitYearly
read_yearly (const char *text)
{
  AufaitYearly yearly = { 0 };

  g_assert_true (aufait_yearly_parse (text, &yearly));
  return yearly;
}

static char *
format (AufaitDay day)
{
  return day == AUFAIT_DAY_NONE ? g_strdup ("-") : aufait_day_format (day);
}

static void
test_reads_a_date_with_and_without_year (void)
{
  static const struct {
    const char *text;
    AufaitYearly yearly;
  } valid[] = {
    { "1984-02-29", { 1984, 2, 29 } }, { "--02-29", { 0, 2, 29 } }, { "--12-31", { 0, 12, 31 } },
    { "0001-01-01", { 1, 1, 1 } },     { "--01-01", { 0, 1, 1 } },
  };
  static const char *const invalid[] = {
    "",        "-",      "--",       "---",        "--2-29",   "--02-30",   "--13-01",
    "--00-10", "--0229", "--02-29 ", "1983-02-29", "1984-02",  "1984/2/29", "0000-01-01",
    "---02-2", "-02-29", "02-29",    "19840229",   "--02--29", "--٠٢-٢٩",   "2000--02-29",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitYearly yearly = read_yearly (valid[i].text);

    g_test_message ("valid %u: %s", i, valid[i].text);
    g_assert_cmpint (yearly.year, ==, valid[i].yearly.year);
    g_assert_cmpint (yearly.month, ==, valid[i].yearly.month);
    g_assert_cmpint (yearly.day, ==, valid[i].yearly.day);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitYearly yearly = { -1, -1, -1 };

    g_test_message ("invalid %u: %s", i, invalid[i]);
    g_assert_false (aufait_yearly_parse (invalid[i], &yearly));
    g_assert_cmpint (yearly.year, ==, -1);
    g_assert_cmpint (yearly.day, ==, -1);
  }
}

static void
test_comes_every_year (void)
{
  static const struct {
    const char *date;
    const char *from;
    const char *next;
    const char *last;
    int turns; /* on the next */
  } rows[] = {
    { "1984-05-10", "2026-05-09", "2026-05-10", "2025-05-10", 42 },
    { "1984-05-10", "2026-05-10", "2026-05-10", "2026-05-10", 42 },
    { "1984-05-10", "2026-05-11", "2027-05-10", "2026-05-10", 43 },
    { "--12-31", "2026-01-01", "2026-12-31", "2025-12-31", 0 },
    { "--01-01", "2026-12-31", "2027-01-01", "2026-01-01", 0 },
    /* a year that nobody is of: what programs write that know none */
    { "1906-05-10", "2026-05-09", "2026-05-10", "2025-05-10", 120 },
    { "1905-05-10", "2026-05-09", "2026-05-10", "2025-05-10", 0 },
    { "1800-05-10", "2026-05-09", "2026-05-10", "2025-05-10", 0 },
    /* 29 February */
    { "1984-02-29", "2026-02-01", "2026-02-28", "2025-02-28", 42 },
    { "1984-02-29", "2026-02-28", "2026-02-28", "2026-02-28", 42 },
    { "1984-02-29", "2026-03-01", "2027-02-28", "2026-02-28", 43 },
    { "1984-02-29", "2028-02-28", "2028-02-29", "2027-02-28", 44 },
    { "--02-29", "2028-02-29", "2028-02-29", "2028-02-29", 0 },
    { "--02-29", "2099-12-31", "2100-02-28", "2099-02-28", 0 },
    /* what is still to come for the first time */
    { "2027-06-06", "2025-01-01", "2027-06-06", "-", 0 },
    { "2027-06-06", "2027-06-05", "2027-06-06", "-", 0 },
    { "2027-06-06", "2027-06-06", "2027-06-06", "2027-06-06", 0 },
    { "2027-06-06", "2027-06-07", "2028-06-06", "2027-06-06", 1 },
    /* the ends of the calendar */
    { "--06-06", "9999-07-01", "-", "9999-06-06", 0 },
    { "--06-06", "0001-01-01", "0001-06-06", "-", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitYearly yearly = read_yearly (rows[i].date);
    AufaitDay from = aufait_day_parse (rows[i].from);
    AufaitDay next = aufait_yearly_find_next (yearly, from);
    g_autofree char *next_text = format (next);
    g_autofree char *last_text = format (aufait_yearly_find_last (yearly, from));

    g_test_message ("row %u: %s from %s", i, rows[i].date, rows[i].from);
    g_assert_cmpstr (next_text, ==, rows[i].next);
    g_assert_cmpstr (last_text, ==, rows[i].last);
    if (next != AUFAIT_DAY_NONE)
      g_assert_cmpint (aufait_yearly_count_years (yearly, next), ==, rows[i].turns);
  }
}

/* Day by day: the same month and day, or the last of February for the 29th. */
static gboolean
is_its_day (AufaitYearly yearly, AufaitDay on)
{
  int year, month, day;

  aufait_day_split (on, &year, &month, &day);
  if (year < yearly.year || month != yearly.month)
    return FALSE;
  return day == yearly.day ||
         (yearly.day == 29 && day == 28 && aufait_day_days_in_month (year, 2) == 28 && month == 2);
}

static void
test_is_found_as_by_looking_at_every_day (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_WORLDS; i++) {
    int month = i % 5 == 0 ? 2 : g_rand_int_range (rand, 1, 13);
    int day = i % 5 == 0 ? 29 : g_rand_int_range (rand, 1, 29);
    AufaitYearly yearly = { i % 3 == 0 ? 0 : g_rand_int_range (rand, 500, 1005) * 4, month, day };
    AufaitDay from = aufait_day_new (g_rand_int_range (rand, 1890, 2110), 1, 1) +
                     g_rand_int_range (rand, 0, 366);
    AufaitDay next = MAX (from, aufait_day_new (MAX (yearly.year, 1), 1, 1));
    AufaitDay last = from;

    while (!is_its_day (yearly, next))
      next++;
    while (last > from - 370 && !is_its_day (yearly, last))
      last--;
    g_test_message ("world %u: %d-%d-%d from %d", i, yearly.year, month, day, from);
    g_assert_cmpint (aufait_yearly_find_next (yearly, from), ==, next);
    g_assert_cmpint (aufait_yearly_find_last (yearly, from), ==,
                     last > from - 370 ? last : AUFAIT_DAY_NONE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yearly/reads-a-date-with-and-without-year",
                   test_reads_a_date_with_and_without_year);
  g_test_add_func ("/yearly/comes-every-year", test_comes_every_year);
  g_test_add_func ("/yearly/is-found-as-by-looking-at-every-day",
                   test_is_found_as_by_looking_at_every_day);
  return g_test_run ();
}
