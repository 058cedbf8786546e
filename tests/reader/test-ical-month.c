/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-month.h"

#include <string.h>

static gboolean
read_rule (const char *text, AufaitIcalGateRule *rule)
{
  AufaitVcardSpan span = { text, strlen (text) };

  return aufait_ical_gate_rule_read (span, rule);
}

static char *
format_days (guint32 days)
{
  GString *text = g_string_new (NULL);

  for (int day = 1; day <= 31; day++) {
    if ((days & (1u << (day - 1))) != 0)
      g_string_append_printf (text, "%s%d", text->len > 0 ? " " : "", day);
  }
  return g_string_free (text, FALSE);
}

/* June 2026 begins on a Monday, February 2026 on a Sunday, February 2028 has 29 days. */
static const struct {
  const char *rule;
  int year, month, month_day;
  const char *days;
} rows[] = {
  { "FREQ=MONTHLY", 2026, 6, 15, "15" },
  { "FREQ=MONTHLY", 2026, 6, 31, "" },
  { "FREQ=MONTHLY", 2028, 2, 29, "29" },
  { "FREQ=MONTHLY", 2026, 2, 29, "" },
  { "FREQ=MONTHLY;BYMONTHDAY=1,15,31", 2026, 6, 7, "1 15" },
  { "FREQ=MONTHLY;BYMONTHDAY=5,5", 2026, 6, 7, "5" },
  { "FREQ=MONTHLY;BYMONTHDAY=-1", 2026, 6, 7, "30" },
  { "FREQ=MONTHLY;BYMONTHDAY=-1,28", 2026, 2, 7, "28" },
  { "FREQ=MONTHLY;BYMONTHDAY=-31", 2026, 6, 7, "" },
  { "FREQ=MONTHLY;BYMONTHDAY=-31", 2026, 7, 7, "1" },
  { "FREQ=MONTHLY;BYDAY=MO", 2026, 6, 7, "1 8 15 22 29" },
  { "FREQ=MONTHLY;BYDAY=SU", 2026, 6, 7, "7 14 21 28" },
  { "FREQ=MONTHLY;BYDAY=1MO", 2026, 6, 7, "1" },
  { "FREQ=MONTHLY;BYDAY=5MO", 2026, 6, 7, "29" },
  { "FREQ=MONTHLY;BYDAY=5SU", 2026, 6, 7, "" },
  { "FREQ=MONTHLY;BYDAY=-1SU", 2026, 6, 7, "28" },
  { "FREQ=MONTHLY;BYDAY=-5MO", 2026, 6, 7, "1" },
  { "FREQ=MONTHLY;BYDAY=-5SU", 2026, 6, 7, "" },
  { "FREQ=MONTHLY;BYDAY=-1SU,2TU,FR", 2026, 2, 7, "6 10 13 20 22 27" },
  { "FREQ=MONTHLY;BYDAY=-1TU", 2028, 2, 7, "29" },
};

static void
test_has_the_days_of_a_month (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitIcalGateRule rule;
    g_autofree char *days = NULL;

    g_test_message ("row %u", i);
    g_assert_true (read_rule (rows[i].rule, &rule));
    g_assert_true (aufait_ical_month_knows (&rule));
    days = format_days (
        aufait_ical_month_get_days (&rule, rows[i].year, rows[i].month, rows[i].month_day));
    g_assert_cmpstr (days, ==, rows[i].days);
  }
}

static void
test_leaves_other_rules_alone (void)
{
  static const char *const others[] = {
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=YEARLY;BYMONTH=6;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    AufaitIcalGateRule rule;

    g_test_message ("row %u", i);
    g_assert_true (read_rule (others[i], &rule));
    g_assert_false (aufait_ical_month_knows (&rule));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-month/has-the-days-of-a-month", test_has_the_days_of_a_month);
  g_test_add_func ("/ical-month/leaves-other-rules-alone", test_leaves_other_rules_alone);
  return g_test_run ();
}
