/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rules pass, and which days those have. */
#include "config.h"

#include <string.h>
#include <time.h>

#include "aufait-ical-gate-rule.h"
#include "aufait-ical-rule.h"

typedef struct {
  const char *rule;
  const char *start;
  const char *days; /* the first ones, at most as many as are named; "…" behind: there are more */
} Row;

static const Row valid[] = {
  { "FREQ=DAILY", "2026-02-27", "2026-02-27 2026-02-28 2026-03-01 …" },
  { "FREQ=DAILY;INTERVAL=3", "2026-02-27", "2026-02-27 2026-03-02 …" },
  { "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-02-27", "2026-02-27 2026-03-02 …" },
  { "FREQ=DAILY;BYMONTH=3", "2026-02-27", "2026-03-01 2026-03-02 …" },
  { "FREQ=DAILY;BYMONTHDAY=13", "2026-02-27", "2026-03-13 2026-04-13 …" },
  { "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "2026-03-02", "" },
  { "FREQ=WEEKLY", "2026-03-04", "2026-03-04 2026-03-11 …" },
  { "FREQ=WEEKLY;INTERVAL=2", "2026-03-04", "2026-03-04 2026-03-18 …" },
  { "FREQ=WEEKLY;BYDAY=SU,FR,MO", "2026-03-04", "2026-03-06 2026-03-08 2026-03-09 …" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05",
    "1997-08-05 1997-08-10 1997-08-19 1997-08-24 …" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05",
    "1997-08-05 1997-08-17 1997-08-19 1997-08-31 …" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "2024-03-13", "2024-03-17 2024-03-31 …" },
  { "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1", "2026-03-04", "2027-01-04 2027-01-11 …" },
  { "FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 …" },
  { "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2", "2026-01-10", "" },
  { "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 …" },
  { "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-01-10", "2026-01-15 2026-02-01 …" },
  { "FREQ=MONTHLY;BYDAY=2TU", "2026-01-01", "2026-01-13 2026-02-10 …" },
  { "FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01", "2026-01-30 2026-02-27 …" },
  { "FREQ=MONTHLY;BYDAY=5SU", "2026-01-01", "2026-03-29 2026-05-31 …" },
  { "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-01-01", "2026-02-13 2026-03-13 2026-11-13 …" },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01", "2026-01-30 2026-02-27 …" },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=23", "2026-01-01", "2026-07-31 2026-12-31 …" },
  { "FREQ=YEARLY", "1961-03-14", "1961-03-14 1962-03-14 …" },
  { "FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 …" },
  { "FREQ=YEARLY;INTERVAL=3", "2024-02-29", "2024-02-29 2036-02-29 …" },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "2024-02-29 2028-02-29 …" },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,30", "2024-02-29", "2025-02-28 2026-02-28 …" },
  { "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2026-01-01", "2026-03-29 2027-03-28 …" },
  { "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2026-01-01",
    "2026-11-03 2027-11-02 …" },
  { "FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17 …" },
  { "FREQ=YEARLY;BYYEARDAY=100", "2026-01-01", "2026-04-10 2027-04-10 …" },
  { "FREQ=DAILY;", "2026-01-01", "2026-01-01 2026-01-02 …" },
  { "freq=daily;interval=2", "2026-01-01", "2026-01-01 2026-01-03 …" },
  { " FREQ=DAILY ", "2026-01-01", "2026-01-01 2026-01-02 …" },
  { "FREQ=WEEKLY;BYDAY=MO,MO", "2026-01-01", "2026-01-05 2026-01-12 …" },
};

static const char *const invalid[] = {
  "",
  ";",
  "FREQ",
  "FREQ=",
  "BYDAY=MO",
  "FREQ=CENTURYLY",
  "FREQ=SECONDLY",
  "FREQ=MINUTELY",
  "FREQ=HOURLY",
  "FREQ=DAILY;BYHOUR=9",
  "FREQ=DAILY;BYMINUTE=0",
  "FREQ=DAILY;BYSECOND=0",
  "FREQ=DAILY;FREQ=DAILY",
  "FREQ=DAILY;;COUNT=2",
  "FREQ=DAILY;X-WHAT=1",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=DAILY;INTERVAL=-1",
  "FREQ=DAILY;INTERVAL=1001",
  "FREQ=DAILY;INTERVAL=99999999999",
  "FREQ=DAILY;INTERVAL=1x",
  "FREQ=DAILY;COUNT=0",
  "FREQ=DAILY;COUNT=-5",
  "FREQ=DAILY;COUNT=2147483647",
  "FREQ=DAILY;UNTIL=ABCDEFGH",
  "FREQ=DAILY;UNTIL=20260230",
  "FREQ=DAILY;COUNT=5;UNTIL=20260101",
  "FREQ=DAILY;WKST=XX",
  "FREQ=DAILY;BYDAY=",
  "FREQ=DAILY;BYDAY=1MO",
  "FREQ=DAILY;BYMONTHDAY=-1",
  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;BYSETPOS=1",
  "FREQ=DAILY;BYYEARDAY=1",
  "FREQ=DAILY;BYWEEKNO=1",
  "FREQ=WEEKLY;BYDAY=1MO",
  "FREQ=WEEKLY;BYMONTHDAY=1",
  "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1",
  "FREQ=MONTHLY;BYDAY=6FR",
  "FREQ=MONTHLY;BYDAY=0FR",
  "FREQ=MONTHLY;BYDAY=999MO",
  "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1",
  "FREQ=MONTHLY;BYMONTHDAY=0",
  "FREQ=MONTHLY;BYMONTHDAY=32",
  "FREQ=MONTHLY;BYMONTH=13",
  "FREQ=MONTHLY;BYMONTH=-1",
  "FREQ=MONTHLY;BYMONTH=2,4,6,9,11;BYMONTHDAY=31",
  "FREQ=MONTHLY;BYSETPOS=1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=24",
  "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
  "FREQ=MONTHLY;BYDAY=5WE,5SU;BYSETPOS=2",
  "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13,14;BYSETPOS=2",
  "FREQ=MONTHLY;BYYEARDAY=1",
  "FREQ=YEARLY;BYMONTHDAY=1",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=YEARLY;BYMONTH=1;BYDAY=6MO",
  "FREQ=YEARLY;BYDAY=54MO",
  "FREQ=YEARLY;BYYEARDAY=367",
  "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=1",
  "FREQ=YEARLY;BYWEEKNO=20",
  "FREQ=YEARLY;BYDAY=4TH;BYMONTHDAY=24;BYMONTH=11",
  "RSCALE=GREGORIAN;FREQ=YEARLY",
  "FREQ=YEARLY;SKIP=FORWARD",
  "FREQ=DAILY\nCOUNT=2",
};

static gboolean
read_rule (const char *text, AufaitIcalGateRule *ret_rule)
{
  return aufait_ical_gate_rule_read (aufait_vcard_span_new (text), ret_rule);
}

static void
check_days (const Row *row, const AufaitIcalGateRule *rule)
{
  g_autoptr (AufaitIcalRule) days = aufait_ical_rule_new (
      rule, aufait_day_parse (row->start), AUFAIT_DAY_NONE, aufait_day_new (2100, 1, 1));
  g_auto (GStrv) expected = g_strsplit (row->days, " ", -1);

  for (guint i = 0; expected[i] != NULL && strcmp (expected[i], "…") != 0; i++) {
    AufaitDay day = aufait_ical_rule_next (days);
    g_autofree char *text = day != AUFAIT_DAY_NONE ? aufait_day_format (day) : g_strdup ("none");

    g_assert_cmpstr (text, ==, expected[i]);
  }
  if (*row->days == '\0')
    g_assert_cmpint (aufait_ical_rule_next (days), ==, AUFAIT_DAY_NONE);
}

static void
test_everyday_rules_pass (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitIcalGateRule rule;

    g_test_message ("row %u: %s", i, valid[i].rule);
    g_assert_true (read_rule (valid[i].rule, &rule));
    check_days (&valid[i], &rule);
  }
}

static void
test_stops_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitIcalGateRule rule;

    g_test_message ("row %u: %s", i, invalid[i]);
    g_assert_false (read_rule (invalid[i], &rule));
  }
}

/* Beginning in the middle must not change what comes. */
static void
test_passes_over_what_is_not_wanted (void)
{
  static const char *const rules[] = { "FREQ=DAILY;INTERVAL=3",
                                       "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU",
                                       "FREQ=YEARLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                                       "FREQ=MONTHLY;BYDAY=2TU" };
  AufaitDay from = aufait_day_new (2026, 5, 1), last = aufait_day_new (2036, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (AufaitIcalRule) all = NULL, some = NULL;
    AufaitIcalGateRule rule;
    AufaitDay day, other;

    g_assert_true (read_rule (rules[i], &rule));
    all = aufait_ical_rule_new (&rule, aufait_day_new (1990, 6, 6), AUFAIT_DAY_NONE, last);
    some = aufait_ical_rule_new (&rule, aufait_day_new (1990, 6, 6), from, last);
    while ((day = aufait_ical_rule_next (all)) != AUFAIT_DAY_NONE && day < from)
      ;
    while ((other = aufait_ical_rule_next (some)) != AUFAIT_DAY_NONE && other < from)
      ;
    for (guint k = 0; k < 5; k++) {
      g_test_message ("%s, %u", rules[i], k);
      g_assert_cmpint (day, ==, other);
      day = aufait_ical_rule_next (all);
      other = aufait_ical_rule_next (some);
    }
  }
}

/* Each of them passed over or counted in no time. */
static void
test_hostile_rules_take_no_time (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "hostile-rrules.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_rules = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
    g_autoptr (AufaitIcalRule) days = NULL;
    AufaitIcalGateRule rule;
    clock_t begun = clock ();

    if (*lines[i] == '\0' || *lines[i] == '#')
      continue;
    n_rules++;
    if (!read_rule (fields[1], &rule))
      continue;
    g_test_message ("%s %s", fields[0], fields[1]);
    days = aufait_ical_rule_new (&rule, aufait_day_new (2024, 1, 1), AUFAIT_DAY_NONE,
                                 aufait_day_new (2027, 12, 31));
    while (aufait_ical_rule_next (days) != AUFAIT_DAY_NONE)
      ;
    g_assert_cmpfloat ((double) (clock () - begun) / CLOCKS_PER_SEC, <, 2);
  }
  g_assert_cmpuint (n_rules, ==, 55);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-gate-rule/everyday-rules-pass", test_everyday_rules_pass);
  g_test_add_func ("/ical-gate-rule/stops-others", test_stops_others);
  g_test_add_func ("/ical-gate-rule/passes-over-what-is-not-wanted",
                   test_passes_over_what_is_not_wanted);
  g_test_add_func ("/ical-gate-rule/hostile-rules-take-no-time", test_hostile_rules_take_no_time);
  return g_test_run ();
}
