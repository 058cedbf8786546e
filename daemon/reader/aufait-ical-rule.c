/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-rule.h"

#include <libical/ical.h>
#include <stdlib.h>

#include "aufait-ical-month.h"

/* libical counts days since 1 January 1970 to year 2582, and needs room below. */
#define YEAR_MIN 1600
#define YEAR_MAX 2500

struct _AufaitIcalRule {
  AufaitIcalGateRule rule;
  AufaitDay first;
  AufaitDay last;
  gboolean is_at_end;
  AufaitDay current;            /* the last step, or the first day of its week */
  int week_days;                /* how many days of the week are still to be looked at */
  icalrecur_iterator *iterator; /* NULL: the steps are even, */
  int period;                   /* so many days, */
  int months;                   /* or so many months, */
  int years;                    /* or so many years, from here on: */
  AufaitDay next;
  int year, month, month_day;
  guint32 days; /* of the month: those to come, as in aufait-ical-month.h */
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
  gboolean is_yearly = rule->frequency == AUFAIT_ICAL_GATE_RULE_YEARLY;

  icalrecurrencetype_clear (recurrence);
  recurrence->freq = is_yearly ? ICAL_YEARLY_RECURRENCE : ICAL_MONTHLY_RECURRENCE;
  recurrence->interval = (short) rule->interval;
  recurrence->week_start = get_weekday (rule->week_start);
  if (is_yearly)
    fill_numbers (recurrence->by_month, rule->months, rule->n_months);
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

/* --- steps of our own ---------------------------------------------------------------------- */

/* Days and weeks are all of one length, and a rule that says no more than "each year" has one day
 * in it: these need nobody to count them, and are most rules there are. */
static gboolean
is_even (const AufaitIcalGateRule *rule)
{
  return rule->frequency <= AUFAIT_ICAL_GATE_RULE_WEEKLY ||
         (rule->frequency == AUFAIT_ICAL_GATE_RULE_YEARLY && rule->n_months == 0 &&
          rule->n_days == 0 && rule->n_year_days == 0);
}

/* How many whole periods of @length are in @distance, but for the last of them. */
static int
count_periods (int distance, int length)
{
  return MAX (distance / length - 1, 0);
}

static void
begin_even (AufaitIcalRule *rule, AufaitDay start, AufaitDay from)
{
  const AufaitIcalGateRule *text = &rule->rule;
  gboolean is_weekly = text->frequency == AUFAIT_ICAL_GATE_RULE_WEEKLY;

  rule->next = start;
  if (text->frequency == AUFAIT_ICAL_GATE_RULE_YEARLY) {
    aufait_day_split (start, &rule->year, &rule->month, &rule->month_day);
    rule->years = text->interval;
    if (text->count == 0)
      rule->year += count_periods (aufait_day_year (from) - rule->year, rule->years) * rule->years;
    rule->next = aufait_day_new (rule->year, rule->month, rule->month_day);
    return;
  }
  rule->period = text->interval * (is_weekly ? 7 : 1);
  if (text->count == 0)
    rule->next += count_periods (from - start, rule->period) * rule->period;
  /* Weeks are counted from their first day. */
  if (is_weekly && text->n_days > 0)
    rule->next -= (aufait_day_weekday (rule->next) - text->week_start + 7) % 7;
}

static AufaitDay
step_evenly (AufaitIcalRule *rule)
{
  if (rule->years == 0) {
    rule->current = rule->next;
    rule->next += rule->period;
    return rule->current;
  }
  while (rule->next == AUFAIT_DAY_NONE && rule->year <= YEAR_MAX) {
    rule->year += rule->years;
    rule->next = aufait_day_new (rule->year, rule->month, rule->month_day);
  }
  rule->current = rule->next;
  rule->next = AUFAIT_DAY_NONE;
  return rule->current;
}

static gboolean
is_supported_year (int year)
{
  return year >= YEAR_MIN && year <= YEAR_MAX;
}

/* --- steps from month to month ------------------------------------------------------------- */

static void
enter_month (AufaitIcalRule *rule, int n_later)
{
  int month = rule->month - 1 + n_later;

  rule->year += month / 12;
  rule->month = month % 12 + 1;
  rule->days = aufait_ical_month_get_days (&rule->rule, rule->year, rule->month, rule->month_day);
}

static void
begin_months (AufaitIcalRule *rule, AufaitDay start, AufaitDay from)
{
  int year, month, distance;

  aufait_day_split (start, &rule->year, &rule->month, &rule->month_day);
  if (!is_supported_year (rule->year))
    return;
  aufait_day_split (from, &year, &month, NULL);
  distance = (year - rule->year) * 12 + month - rule->month;
  rule->months = rule->rule.interval;
  enter_month (rule,
               rule->rule.count == 0 ? count_periods (distance, rule->months) * rule->months : 0);
}

static AufaitDay
step_in_months (AufaitIcalRule *rule)
{
  while (rule->days == 0) {
    enter_month (rule, rule->months);
    if (rule->year > YEAR_MAX)
      return AUFAIT_DAY_NONE;
  }
  rule->current = aufait_day_new (rule->year, rule->month, __builtin_ctz (rule->days) + 1);
  rule->days &= rule->days - 1;
  return rule->current;
}

/* --- steps of libical ---------------------------------------------------------------------- */

/* A rule that says itself which days of the year it has is the same every year. */
static AufaitDay
skip_years (const AufaitIcalGateRule *rule, AufaitDay start, AufaitDay from)
{
  gboolean has_days = rule->n_months > 0 && (rule->n_days > 0 || rule->n_month_days > 0);

  if (rule->frequency != AUFAIT_ICAL_GATE_RULE_YEARLY || rule->interval > 1 || !has_days ||
      rule->count > 0 || from <= start)
    return start;
  return MAX (start, aufait_day_new (aufait_day_year (from), 1, 1));
}

static void
begin_libical (AufaitIcalRule *rule, AufaitDay start, AufaitDay from)
{
  struct icaltimetype first = { .is_date = 1 };
  struct icalrecurrencetype recurrence;

  aufait_day_split (skip_years (&rule->rule, start, from), &first.year, &first.month, &first.day);
  if (!is_supported_year (first.year) || !is_possible (&rule->rule, first.month))
    return;
  fill_rule (&recurrence, &rule->rule);
  icalerror_set_errors_are_fatal (0);
  rule->iterator = icalrecur_iterator_new (recurrence, first);
}

static AufaitDay
step_with_libical (AufaitIcalRule *rule)
{
  struct icaltimetype next = icalrecur_iterator_next (rule->iterator);
  AufaitDay day = aufait_day_new (next.year, next.month, next.day);

  /* It is done too when it does not get on. */
  if (day <= rule->current)
    return AUFAIT_DAY_NONE;
  rule->current = day;
  return day;
}

/* --- all ----------------------------------------------------------------------------------- */

AufaitIcalRule *
aufait_ical_rule_new (const AufaitIcalGateRule *rule,
                      AufaitDay start,
                      AufaitDay from,
                      AufaitDay last)
{
  AufaitIcalRule *days = g_new0 (AufaitIcalRule, 1);

  days->rule = *rule;
  days->first = start;
  days->last = last;
  if (is_even (rule))
    begin_even (days, start, from);
  else if (aufait_ical_month_knows (rule))
    begin_months (days, start, from);
  else
    begin_libical (days, start, from);
  days->is_at_end = !is_even (rule) && days->months == 0 && days->iterator == NULL;
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

static AufaitDay
step_once (AufaitIcalRule *rule)
{
  if (rule->iterator != NULL)
    return step_with_libical (rule);
  return rule->months > 0 ? step_in_months (rule) : step_evenly (rule);
}

static AufaitDay
step (AufaitIcalRule *rule)
{
  AufaitDay day = step_once (rule);

  if (day == AUFAIT_DAY_NONE || day > rule->last) {
    rule->is_at_end = TRUE;
    return AUFAIT_DAY_NONE;
  }
  return day;
}

/* The days of a week that the rule names. */
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

  while (!rule->is_at_end) {
    AufaitDay day = has_weeks ? step_in_week (rule) : step (rule);

    if (day == AUFAIT_DAY_NONE || day > rule->last)
      break;
    if (day >= rule->first && is_wanted (&rule->rule, day))
      return day;
  }
  rule->is_at_end = TRUE;
  return AUFAIT_DAY_NONE;
}
