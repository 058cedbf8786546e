/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-expression.h"

#include "aufait-feast.h"

typedef struct {
  const char *text;
  AufaitSpanRole role;
  const char *first;
  const char *last;
} Row;

/* Wednesday 1 July 2026 */
static gboolean
read_text (const char *text, gboolean is_past, gboolean *ret_is_whole, AufaitSpan *ret_span)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  AufaitDayContext context = { .reading = reading,
                               .today = aufait_day_parse ("2026-07-01"),
                               .is_past = is_past };

  if (!aufait_day_expression_read (&context, 0, ret_span))
    return FALSE;
  *ret_is_whole = ret_span->behind == aufait_reading_get_length (reading);
  return TRUE;
}

static void
check_rows (const Row *rows, gsize n_rows, gboolean is_past)
{
  for (gsize i = 0; i < n_rows; i++) {
    g_autofree char *first = NULL;
    g_autofree char *last = NULL;
    gboolean is_whole = FALSE;
    AufaitSpan span;

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_true (read_text (rows[i].text, is_past, &is_whole, &span));
    g_assert_true (is_whole);
    g_assert_cmpint (span.role, ==, rows[i].role);
    first = aufait_day_format (span.first);
    last = aufait_day_format (span.last);
    g_assert_cmpstr (first, ==, rows[i].first);
    g_assert_cmpstr (last, ==, rows[i].last);
  }
}

static void
test_reads_days_to_come (void)
{
  static const Row valid[] = {
    { "friday", AUFAIT_SPAN_ON, "2026-07-03", "2026-07-03" },
    { "on Wednesday", AUFAIT_SPAN_ON, "2026-07-08", "2026-07-08" },
    { "mercredi", AUFAIT_SPAN_ON, "2026-07-08", "2026-07-08" },
    { "next week", AUFAIT_SPAN_ON, "2026-07-06", "2026-07-12" },
    { "this weekend", AUFAIT_SPAN_ON, "2026-07-04", "2026-07-05" },
    { "next month", AUFAIT_SPAN_ON, "2026-08-01", "2026-08-31" },
    { "cet été", AUFAIT_SPAN_ON, "2026-06-01", "2026-08-31" },
    { "this winter", AUFAIT_SPAN_ON, "2026-12-01", "2027-02-28" },
    { "early August", AUFAIT_SPAN_ON, "2026-08-01", "2026-08-10" },
    { "mi-août", AUFAIT_SPAN_ON, "2026-08-11", "2026-08-20" },
    { "end of August", AUFAIT_SPAN_ON, "2026-08-21", "2026-08-31" },
    { "fin février", AUFAIT_SPAN_ON, "2027-02-21", "2027-02-28" },
    { "10-20 August", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-20" },
    { "from the 10th to the 20th of August", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-20" },
    { "du 28 décembre au 4 janvier", AUFAIT_SPAN_ON, "2026-12-28", "2027-01-04" },
    { "du 28 au 4 janvier", AUFAIT_SPAN_ON, "2026-12-28", "2027-01-04" },
    { "du lundi 3 au vendredi 7 août", AUFAIT_SPAN_ON, "2026-08-03", "2026-08-07" },
    { "du 10 au 20", AUFAIT_SPAN_ON, "2026-07-10", "2026-07-20" },
    { "entre le 10 et le 20 août", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-20" },
    { "10 → 20 août", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-20" },
    { "2026-08-10..2026-08-20", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-20" },
    { "10/08 au 20/08", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-20" },
    { "10, 11 and 12 August", AUFAIT_SPAN_ON, "2026-08-10", "2026-08-12" },
    { "from Monday", AUFAIT_SPAN_FROM, "2026-07-06", "2026-07-06" },
    { "à partir du 3 août", AUFAIT_SPAN_FROM, "2026-08-03", "2026-08-03" },
    { "until Sunday", AUFAIT_SPAN_UNTIL, "2026-07-05", "2026-07-05" },
    { "jusqu'au 12 juillet", AUFAIT_SPAN_UNTIL, "2026-07-12", "2026-07-12" },
    { "by Friday", AUFAIT_SPAN_BY, "2026-07-03", "2026-07-03" },
    { "avant vendredi", AUFAIT_SPAN_BY, "2026-07-03", "2026-07-03" },
    { "d'ici vendredi", AUFAIT_SPAN_BY, "2026-07-03", "2026-07-03" },
    { "sous huitaine", AUFAIT_SPAN_BY, "2026-07-08", "2026-07-08" },
    { "in three weeks", AUFAIT_SPAN_ON, "2026-07-22", "2026-07-22" },
    { "dans un mois", AUFAIT_SPAN_ON, "2026-08-01", "2026-08-01" },
    { "vendredi en huit", AUFAIT_SPAN_ON, "2026-07-10", "2026-07-10" },
    { "a week on Friday", AUFAIT_SPAN_ON, "2026-07-10", "2026-07-10" },
    { "the first Monday of September", AUFAIT_SPAN_ON, "2026-09-07", "2026-09-07" },
    { "la dernière semaine d'août", AUFAIT_SPAN_ON, "2026-08-25", "2026-08-31" },
    { "on 29 February", AUFAIT_SPAN_ON, "2028-02-29", "2028-02-29" },
    { "vendredi 13", AUFAIT_SPAN_ON, "2026-11-13", "2026-11-13" },
    { "lundi de Pentecôte", AUFAIT_SPAN_ON, "2027-05-17", "2027-05-17" },
    { "Christmas Eve", AUFAIT_SPAN_ON, "2026-12-24", "2026-12-24" },
    { "since Monday", AUFAIT_SPAN_SINCE, "2026-06-29", "2026-07-01" },
  };

  check_rows (valid, G_N_ELEMENTS (valid), FALSE);
}

static void
test_reads_days_that_are_over (void)
{
  static const Row valid[] = {
    { "on Friday", AUFAIT_SPAN_ON, "2026-06-26", "2026-06-26" },
    { "in May", AUFAIT_SPAN_ON, "2026-05-01", "2026-05-31" },
    { "en septembre", AUFAIT_SPAN_ON, "2025-09-01", "2025-09-30" },
    { "on 12 September", AUFAIT_SPAN_ON, "2025-09-12", "2025-09-12" },
    { "le 3", AUFAIT_SPAN_ON, "2026-06-03", "2026-06-03" },
    { "last week", AUFAIT_SPAN_ON, "2026-06-22", "2026-06-28" },
    { "du 28 mai au 4 juin", AUFAIT_SPAN_ON, "2026-05-28", "2026-06-04" },
    { "three days ago", AUFAIT_SPAN_ON, "2026-06-28", "2026-06-28" },
    { "l'été dernier", AUFAIT_SPAN_ON, "2025-06-01", "2025-08-31" },
    { "yesterday", AUFAIT_SPAN_ON, "2026-06-30", "2026-06-30" },
  };

  check_rows (valid, G_N_ELEMENTS (valid), TRUE);
}

static void
test_refuses_what_is_no_day (void)
{
  static const char *const invalid[] = {
    "Mars bar",      "may come",  "march home",  "the 3rd floor", "le 3e étage", "3-2",
    "24/7",          "15 km",     "le 15 km",    "1984",          "in 1984",     "June loves",
    "April called",  "the sun",   "sam cherche", "3.5",           "32 août",     "31 juin",
    "12 people",     "at 8",      "8/10/12/13",  "sept ans",      "second time", "the last one",
    "99999999999 d", "from here", "until now",   "by heart",      "in love",     "le premier ami",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitSpan span = { 0 };
    gboolean is_whole = FALSE;
    gboolean is_read = read_text (invalid[i], FALSE, &is_whole, &span);

    g_test_message ("invalid[%zu]: %s", i, invalid[i]);
    g_assert_true (!is_read || span.first == AUFAIT_DAY_NONE);
  }
}

static void
test_skips_what_repeats (void)
{
  static const char *const texts[] = { "every Friday", "chaque vendredi", "tous les lundis",
                                       "every other week" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    AufaitSpan span = { 0 };
    gboolean is_whole = FALSE;

    g_test_message ("texts[%zu]: %s", i, texts[i]);
    g_assert_true (read_text (texts[i], FALSE, &is_whole, &span));
    g_assert_cmpint (span.first, ==, AUFAIT_DAY_NONE);
  }
}

static void
test_knows_feasts_by_rule (void)
{
  static const char *const rows[][3] = {
    { "12-25", "2026-12-25", "2026-12-25" },
    { "easter", "2026-04-05", "2026-04-05" },
    { "easter+39", "2026-05-14", "2026-05-14" },
    { "easter-47", "2026-02-17", "2026-02-17" },
    { "easter-2..easter+1", "2026-04-03", "2026-04-06" },
    { "sun-1-05", "2026-05-31", "2026-05-31" },
    { "thu4-11", "2026-11-26", "2026-11-26" },
    { "12-24..01-02", "2026-12-24", "2027-01-02" },
  };
  AufaitDay first = 1, last = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("rows[%zu]: %s", i, rows[i][0]);
    g_assert_true (aufait_feast_find (rows[i][0], 2026, &first, &last));
    g_assert_cmpint (first, ==, aufait_day_parse (rows[i][1]));
    g_assert_cmpint (last, ==, aufait_day_parse (rows[i][2]));
  }
  g_assert_false (aufait_feast_find ("02-30", 2026, &first, &last));
  g_assert_false (aufait_feast_find ("someday", 2026, &first, &last));
  g_assert_cmpint (aufait_feast_find_weekday (2026, 2, 1, 5), ==, AUFAIT_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-expression/reads-days-to-come", test_reads_days_to_come);
  g_test_add_func ("/day-expression/reads-days-that-are-over", test_reads_days_that_are_over);
  g_test_add_func ("/day-expression/refuses-what-is-no-day", test_refuses_what_is_no_day);
  g_test_add_func ("/day-expression/skips-what-repeats", test_skips_what_repeats);
  g_test_add_func ("/day-expression/knows-feasts-by-rule", test_knows_feasts_by_rule);
  return g_test_run ();
}
