/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-date.h"

#include "aufait-feast.h"

#define LAST_DAY_OF_EARLY 10
#define LAST_DAY_OF_MID   20

/* How far a day of the month is looked for: four years hold every weekday and a 29 February. */
#define MONTHS_AHEAD 60

static gboolean
find_in_year (const AufaitDate *date, int year, AufaitDay *ret_first, AufaitDay *ret_last)
{
  AufaitDay first, last;

  if (date->feast != NULL)
    return aufait_feast_find (date->feast, year, ret_first, ret_last);
  first = aufait_day_new (year, date->month, date->day > 0 ? date->day : 1);
  if (first == AUFAIT_DAY_NONE)
    return FALSE;
  last = first;
  if (date->day == 0) {
    int n_months = MAX (date->n_months, 1);

    last = aufait_day_add_months (first, n_months) - 1;
    if (date->part > 0 && n_months == 1) {
      if (date->part < 3)
        last = first + (date->part == 1 ? LAST_DAY_OF_EARLY : LAST_DAY_OF_MID) - 1;
      first += date->part == 1 ? 0 : date->part == 2 ? LAST_DAY_OF_EARLY : LAST_DAY_OF_MID;
    } else if (date->part > 0) { /* a season by its months */
      last = date->part < n_months ? aufait_day_add_months (first, date->part) - 1 : last;
      first = aufait_day_add_months (first, date->part - 1);
    }
  }
  *ret_first = first;
  *ret_last = last;
  return TRUE;
}

static gboolean
resolve_without_year (const AufaitDate *date,
                      AufaitDay today,
                      gboolean is_past,
                      AufaitDay *ret_first,
                      AufaitDay *ret_last)
{
  int year = aufait_day_year (today);
  AufaitDay first, last;

  for (int i = 0; i <= 9; i++) { /* 29 February may be eight years away */
    if (!find_in_year (date, is_past ? year + 1 - i : year - 1 + i, &first, &last))
      continue;
    if (is_past ? first > today : last < today)
      continue;
    *ret_first = first;
    *ret_last = last;
    return TRUE;
  }
  return FALSE;
}

/* "the 15th", "Monday 3" */
static gboolean
resolve_without_month (const AufaitDate *date,
                       AufaitDay today,
                       gboolean is_past,
                       AufaitDay *ret_day)
{
  int year, month;

  aufait_day_split (today, &year, &month, NULL);
  for (int i = 0; i < MONTHS_AHEAD; i++) {
    int count = year * 12 + month - 1 + (is_past ? -i : i);
    AufaitDay day = aufait_day_new (count / 12, count % 12 + 1, date->day);

    if (day == AUFAIT_DAY_NONE || (is_past ? day > today : day < today))
      continue;
    if (date->weekday > 0 && aufait_day_weekday (day) != date->weekday)
      continue;
    *ret_day = day;
    return TRUE;
  }
  return FALSE;
}

gboolean
aufait_date_resolve (const AufaitDate *date,
                     AufaitDay today,
                     gboolean is_past,
                     AufaitDay *ret_first,
                     AufaitDay *ret_last)
{
  AufaitDay day;

  if (date->first != AUFAIT_DAY_NONE) {
    *ret_first = date->first;
    *ret_last = date->last;
    return TRUE;
  }
  if (date->month > 0 || date->feast != NULL)
    return date->year > 0 ? find_in_year (date, date->year, ret_first, ret_last)
                          : resolve_without_year (date, today, is_past, ret_first, ret_last);
  if (date->day == 0 || !resolve_without_month (date, today, is_past, &day))
    return FALSE;
  *ret_first = *ret_last = day;
  return TRUE;
}

/* The date before @end that @from means: "28 December" before "4 January". */
static AufaitDay
find_start (const AufaitDate *from, AufaitDay end)
{
  AufaitDay first, last;

  if (!aufait_date_resolve (from, end, TRUE, &first, &last))
    return AUFAIT_DAY_NONE;
  return first;
}

static AufaitDay
find_end (const AufaitDate *to, AufaitDay start)
{
  AufaitDay first, last;

  if (!aufait_date_resolve (to, start, FALSE, &first, &last))
    return AUFAIT_DAY_NONE;
  return last;
}

/* What has begun and goes on is later than what is over: the end of it, if there is such. */
static AufaitDay
find_running (const AufaitDate *from, const AufaitDate *to, AufaitDay today, AufaitDay over)
{
  AufaitDay end = find_end (to, today);
  AufaitDay start = end == AUFAIT_DAY_NONE ? end : find_start (from, end);

  return start != AUFAIT_DAY_NONE && start <= today ? end : over;
}

static gboolean
is_open (const AufaitDate *date)
{
  return date->first == AUFAIT_DAY_NONE && date->year == 0;
}

gboolean
aufait_date_resolve_range (const AufaitDate *from,
                           const AufaitDate *to,
                           AufaitDay today,
                           gboolean is_past,
                           AufaitDay *ret_first,
                           AufaitDay *ret_last)
{
  AufaitDay first, last, other;

  if (is_open (to) &&
      (!is_open (from) || (to->month == 0 && to->feast == NULL && from->month > 0))) {
    /* the start knows more: the end is the first such date behind it */
    if (!aufait_date_resolve (from, today, is_past, &first, &other))
      return FALSE;
    if (from->month > 0 && from->day > 0 && other < first)
      return FALSE;
    last = find_end (to, first);
  } else {
    if (!aufait_date_resolve (to, today, is_past, &other, &last))
      return FALSE;
    if (is_past && is_open (from) && is_open (to))
      last = find_running (from, to, today, last);
    if (is_open (from))
      first = find_start (from, last);
    else if (!aufait_date_resolve (from, today, is_past, &first, &other))
      return FALSE;
  }
  if (first == AUFAIT_DAY_NONE || last == AUFAIT_DAY_NONE || last < first)
    return FALSE;
  *ret_first = first;
  *ret_last = last;
  return TRUE;
}
