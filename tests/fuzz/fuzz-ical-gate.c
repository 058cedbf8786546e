/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line is a recurrence rule, the second the day on which it begins, as YYYYMMDD. What
 * passes the gate is counted: the days go forward, stay within their limits, and are the same when
 * counting may begin late. */
#include "config.h"

#include "aufait-ical-gate-rule.h"
#include "aufait-ical-rule.h"
#include "fuzz.h"

#define STEPS_MAX 2000

static AufaitDay
find_from (AufaitIcalRule *rule, AufaitDay from)
{
  AufaitDay day;

  while ((day = aufait_ical_rule_next (rule)) != AUFAIT_DAY_NONE && day < from)
    ;
  return day;
}

static void
count_days (const AufaitIcalGateRule *rule, AufaitDay start)
{
  AufaitDay from = aufait_day_new (2026, 1, 1), last = aufait_day_new (2027, 12, 31);
  g_autoptr (AufaitIcalRule) all = aufait_ical_rule_new (rule, start, AUFAIT_DAY_NONE, last);
  g_autoptr (AufaitIcalRule) some = aufait_ical_rule_new (rule, start, from, last);
  AufaitDay before = AUFAIT_DAY_NONE, day = find_from (all, from), other = find_from (some, from);

  for (guint i = 0; i < STEPS_MAX && day != AUFAIT_DAY_NONE; i++) {
    g_assert_cmpint (day, ==, other);
    g_assert_cmpint (day, >=, start);
    g_assert_cmpint (day, <=, last);
    g_assert_cmpint (day, >, before);
    before = day;
    day = aufait_ical_rule_next (all);
    other = aufait_ical_rule_next (some);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *exact = g_memdup2 (data, MAX (size, 1));
  AufaitVcardSpan rest = { exact, size }, rule, start;
  AufaitIcalGateRule read;
  AufaitIcalTime time;

  if (!aufait_vcard_span_take (&rest, '\n', &rule) ||
      !aufait_vcard_span_take (&rest, '\n', &start) || !aufait_ical_time_parse (start, &time))
    return 0;
  if (aufait_ical_gate_rule_read (rule, &read))
    count_days (&read, time.day);
  return 0;
}
