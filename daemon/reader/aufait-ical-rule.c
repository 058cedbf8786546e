/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-rule.h"

#include <libical/ical.h>
#include <stdlib.h>

/* libical counts days since 1 January 1970 to year 2582, and needs room below. */
#define YEAR_MIN 1600
#define YEAR_MAX 2500

struct _AufaitIcalRule {
  icalrecur_iterator *iterator; /* NULL at the end */
  AufaitIcalGateRule rule;
  AufaitDay current; /* the last one that libical had */
  int week_days;     /* how many days of its week are still to be looked at */
  AufaitDay first;
  AufaitDay last;
};

static icalrecurrencetype_weekday
get_weekday (int weekday)
{
  return (icalrecurrencetype_weekday) (weekday % 7 + ICAL_SUNDAY_WEEKDAY);
}

static short
encode_day (AufaitIcalGateRuleDay day)
{
  short weekday = (short) get_weekday (day.weekday);
  short position = (short) (day.position * 8);

  return (short) (day.position < 0 ? position - weekday : position + weekday);
}

static void
fill_numbers (short *list, const gint16 *numbers, guint count)
{
  for (guint i = 0; i < count; i++)
    list[i] = numbers[i];
  list[count] = ICAL_RECURRENCE_ARRAY_MAX;
}

static void
fill_days (short *list, const AufaitIcalGateRule *rule)
{
  for (guint i = 0; i < rule->n_days; i++)
    list[i] = encode_day (rule->days[i]);
  list[rule->n_days] = ICAL_RECURRENCE_ARRAY_MAX;
}

G_STATIC_ASSERT (AUFAIT_ICAL_GATE_RULE_VALUES_MAX < ICAL_BY_DAY_SIZE);
G_STATIC_ASSERT (AUFAIT_ICAL_GATE_RULE_VALUES_MAX < ICAL_BY_SETPOS_SIZE);
G_STATIC_ASSERT (31 < ICAL_BY_MONTHDAY_SIZE);
G_STATIC_ASSERT (12 < ICAL_BY_MONTH_SIZE);

/* What libical does not compute reliably, in particular with INTERVAL, is left to is_wanted(). */
static void
fill_rule (struct icalrecurrencetype *recurrence, const AufaitIcalGateRule *rule)
{
  static const icalrecurrencetype_frequency frequencies[] = {
    ICAL_DAILY_RECURRENCE,
    ICAL_WEEKLY_RECURRENCE,
    ICAL_MONTHLY_RECURRENCE,
    ICAL_YEARLY_RECURRENCE,
  };

  icalrecurrencetype_clear (recurrence);
  recurrence->freq = frequencies[rule->frequency];
  recurrence->interval = (short) rule->interval;
  recurrence->week_start = get_weekday (rule->week_start);
  if (rule->frequency == AUFAIT_ICAL_GATE_RULE_YEARLY)
    fill_numbers (recurrence->by_month, rule->months, rule->n_months);
  if (rule->frequency <= AUFAIT_ICAL_GATE_RULE_WEEKLY)
    return;
  fill_numbers (recurrence->by_month_day, rule->month_days, rule->n_month_days);
  fill_numbers (recurrence->by_year_day, rule->year_days, rule->n_year_days);
  fill_numbers (recurrence->by_set_pos, rule->positions, rule->n_positions);
  fill_days (recurrence->by_day, rule);
}

static gboolean
has_number (const gint16 *numbers, guint count, int number)
{
  for (guint i = 0; i < count; i++) {
    if (numbers[i] == number)
      return TRUE;
  }
  return count == 0;
}

static gboolean
has_weekday (const AufaitIcalGateRule *rule, int weekday)
{
  for (guint i = 0; i < rule->n_days; i++) {
    if (rule->days[i].weekday == weekday)
      return TRUE;
  }
  return rule->n_days == 0;
}

/* BYMONTH only limits unless the rule is yearly, and all parts only limit a daily one. */
static gboolean
is_wanted (const AufaitIcalGateRule *rule, AufaitDay day)
{
  int year, month, month_day;

  aufait_day_split (day, &year, &month, &month_day);
  if (!has_number (rule->months, rule->n_months, month))
    return FALSE;
  if (rule->frequency != AUFAIT_ICAL_GATE_RULE_DAILY)
    return TRUE;
  return has_number (rule->month_days, rule->n_month_days, month_day) &&
         has_weekday (rule, aufait_day_weekday (day));
}

/* Months that a monthly rule comes to may all be too short for its days: libical would look for
 * ever. */
static gboolean
is_possible (const AufaitIcalGateRule *rule, int first_month)
{
  if (rule->frequency != AUFAIT_ICAL_GATE_RULE_MONTHLY || rule->n_month_days == 0)
    return TRUE;
  for (int i = 0; i < 12; i++) {
    int month = (first_month - 1 + i * (rule->interval % 12)) % 12 + 1;

    for (guint k = 0; k < rule->n_month_days; k++) {
      if (abs (rule->month_days[k]) <= aufait_day_days_in_month (2000, month))
        return TRUE;
    }
  }
  return FALSE;
}

/* A rule that says itself which days of the year it has is the same every year. */
static AufaitDay
skip_years (const AufaitIcalGateRule *rule, AufaitDay start, AufaitDay from)
{
  gboolean has_days = rule->n_months > 0 && (rule->n_days > 0 || rule->n_month_days > 0);

  if (rule->frequency != AUFAIT_ICAL_GATE_RULE_YEARLY || rule->interval > 1 || !has_days)
    return start;
  return MAX (start, aufait_day_new (aufait_day_year (from), 1, 1));
}

/* Days and weeks are all of one length: whole periods may be passed over. */
static AufaitDay
skip_periods (const AufaitIcalGateRule *rule, AufaitDay start, AufaitDay from)
{
  int period;

  if (rule->count > 0 || from <= start)
    return start;
  if (rule->frequency > AUFAIT_ICAL_GATE_RULE_WEEKLY)
    return skip_years (rule, start, from);
  period = rule->interval * (rule->frequency == AUFAIT_ICAL_GATE_RULE_WEEKLY ? 7 : 1);
  return start + MAX ((from - start) / period - 1, 0) * period;
}

/* Where libical begins to count: weeks, at their first day. */
static AufaitDay
choose_start (const AufaitIcalGateRule *rule, AufaitDay start, AufaitDay from)
{
  AufaitDay day = skip_periods (rule, start, from);

  if (rule->frequency != AUFAIT_ICAL_GATE_RULE_WEEKLY || rule->n_days == 0)
    return day;
  return MAX (day - (aufait_day_weekday (day) - rule->week_start + 7) % 7, 1);
}

AufaitIcalRule *
aufait_ical_rule_new (const AufaitIcalGateRule *rule,
                      AufaitDay start,
                      AufaitDay from,
                      AufaitDay last)
{
  AufaitIcalRule *days = g_new0 (AufaitIcalRule, 1);
  struct icaltimetype first = { .is_date = 1 };
  struct icalrecurrencetype recurrence;

  days->rule = *rule;
  days->first = start;
  days->last = last;
  aufait_day_split (choose_start (rule, start, from), &first.year, &first.month, &first.day);
  if (first.year < YEAR_MIN || first.year > YEAR_MAX || !is_possible (rule, first.month))
    return days;
  fill_rule (&recurrence, rule);
  icalerror_set_errors_are_fatal (0);
  days->iterator = icalrecur_iterator_new (recurrence, first);
  return days;
}

void
aufait_ical_rule_free (AufaitIcalRule *rule)
{
  if (rule == NULL)
    return;

  g_clear_pointer (&rule->iterator, icalrecur_iterator_free);
  g_free (rule);
}

/* The next day that libical has. */
static AufaitDay
step (AufaitIcalRule *rule)
{
  struct icaltimetype next = icalrecur_iterator_next (rule->iterator);
  AufaitDay day = aufait_day_new (next.year, next.month, next.day);

  /* It is done too when it does not get on. */
  if (day == AUFAIT_DAY_NONE || day > rule->last || day <= rule->current) {
    g_clear_pointer (&rule->iterator, icalrecur_iterator_free);
    return AUFAIT_DAY_NONE;
  }
  rule->current = day;
  return day;
}

/* A week's days are found without libical: it loses its way when weeks are left out. */
static AufaitDay
step_in_week (AufaitIcalRule *rule)
{
  do {
    if (rule->week_days == 0) {
      if (step (rule) == AUFAIT_DAY_NONE)
        return AUFAIT_DAY_NONE;
      rule->week_days = 7;
    }
    rule->week_days--;
  } while (!has_weekday (&rule->rule, aufait_day_weekday (rule->current + 6 - rule->week_days)));
  return rule->current + 6 - rule->week_days;
}

AufaitDay
aufait_ical_rule_next (AufaitIcalRule *rule)
{
  gboolean has_weeks =
      rule->rule.frequency == AUFAIT_ICAL_GATE_RULE_WEEKLY && rule->rule.n_days > 0;

  while (rule->iterator != NULL) {
    AufaitDay day = has_weeks ? step_in_week (rule) : step (rule);

    if (day == AUFAIT_DAY_NONE || day > rule->last)
      break;
    if (day >= rule->first && is_wanted (&rule->rule, day))
      return day;
  }
  return AUFAIT_DAY_NONE;
}
