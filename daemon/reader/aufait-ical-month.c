/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-month.h"

#include "aufait-day.h"

gboolean
aufait_ical_month_knows (const AufaitIcalGateRule *rule)
{
  return rule->frequency == AUFAIT_ICAL_GATE_RULE_MONTHLY && rule->n_positions == 0 &&
         rule->n_year_days == 0 && (rule->n_days == 0 || rule->n_month_days == 0);
}

static guint32
get_bit (int month_day, int length)
{
  return month_day >= 1 && month_day <= length ? 1u << (month_day - 1) : 0;
}

static guint32
get_numbers (const AufaitIcalGateRule *rule, int length)
{
  guint32 days = 0;

  for (guint i = 0; i < rule->n_month_days; i++) {
    int number = rule->month_days[i];

    days |= get_bit (number < 0 ? length + 1 + number : number, length);
  }
  return days;
}

/* "MO", "2MO", or "-1MO"; @first is the first Monday. */
static guint32
get_weekday (int position, int first, int length)
{
  int last = first + (length - first) / 7 * 7;
  guint32 days = 0;

  if (position > 0)
    return get_bit (first + 7 * (position - 1), length);
  if (position < 0)
    return get_bit (last + 7 * (position + 1), length);
  for (int day = first; day <= length; day += 7)
    days |= get_bit (day, length);
  return days;
}

static guint32
get_weekdays (const AufaitIcalGateRule *rule, int year, int month, int length)
{
  int weekday = aufait_day_weekday (aufait_day_new (year, month, 1));
  guint32 days = 0;

  for (guint i = 0; i < rule->n_days; i++)
    days |=
        get_weekday (rule->days[i].position, 1 + (rule->days[i].weekday - weekday + 7) % 7, length);
  return days;
}

guint32
aufait_ical_month_get_days (const AufaitIcalGateRule *rule, int year, int month, int month_day)
{
  int length = aufait_day_days_in_month (year, month);

  if (rule->n_month_days > 0)
    return get_numbers (rule, length);
  if (rule->n_days > 0)
    return get_weekdays (rule, year, month, length);
  return get_bit (month_day, length);
}
