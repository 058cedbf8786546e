/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-units.h"

/* More years than that are an age, or the past. */
#define MAX_YEARS 5

/* "en quinze"; nobody counts further. */
#define MAX_LATER_DAYS 14

guint
aufait_day_units_read_count (const AufaitReading *reading, guint index, int *ret_count)
{
  const AufaitToken *token = aufait_reading_get (reading, index);
  const AufaitMark *number = aufait_reading_find (reading, index, AUFAIT_WORD_NUMBER);

  if (aufait_token_is_number (token) && token->digits <= 3) {
    *ret_count = token->number;
    return index + 1;
  }
  if (number == NULL)
    return 0;
  *ret_count = number->entry->value;
  return number->behind;
}

static gboolean
is_unit (const AufaitMark *unit, const char *name)
{
  return unit != NULL && g_str_equal (unit->entry->name, name);
}

static gboolean
names_length (const AufaitMark *unit)
{
  return !is_unit (unit, "half") && !is_unit (unit, "age") && !is_unit (unit, "quarter") &&
         !is_unit (unit, "week-of");
}

guint
aufait_day_units_read_length (const AufaitReading *reading,
                              guint index,
                              int *ret_days,
                              int *ret_months)
{
  const AufaitMark *counted = aufait_reading_find (reading, index, AUFAIT_WORD_COUNTED);
  const AufaitMark *unit;
  guint at;
  int count;

  if (counted != NULL) {
    *ret_days = counted->entry->value;
    *ret_months = 0;
    return counted->behind;
  }
  at = aufait_day_units_read_count (reading, index, &count);
  if (at == 0 || count > 500 || aufait_reading_follows (reading, index, AUFAIT_WORD_OWN))
    return 0; /* "her 40 years" are an age */
  if (aufait_token_is_sign (aufait_reading_get (reading, at), '-') &&
      aufait_reading_get (reading, at)->is_glued)
    at++; /* "a 3-day hike" */
  unit = aufait_reading_find (reading, at, AUFAIT_WORD_UNIT);
  if (unit == NULL || (is_unit (unit, "year") && count > MAX_YEARS))
    return 0;
  *ret_months = is_unit (unit, "month") ? count : is_unit (unit, "year") ? 12 * count : 0;
  *ret_days = is_unit (unit, "day")         ? count
              : is_unit (unit, "night")     ? count + 1
              : is_unit (unit, "week")      ? 7 * count
              : is_unit (unit, "fortnight") ? 14 * count
              : is_unit (unit, "weekend")   ? 2
                                            : 0;
  return names_length (unit) ? unit->behind : 0;
}

/* "en 8", "en 15": whole weeks, and both ends count; but not "en 8 jours". */
static guint
read_counted_later (const AufaitReading *reading, const AufaitMark *later, int *ret_days)
{
  const AufaitToken *token = aufait_reading_get (reading, later->behind - 1);
  int days = token->digits <= 2 ? token->number - 1 : 0;

  if (days <= 0 || days > MAX_LATER_DAYS || days % 7 != 0 ||
      aufait_reading_find (reading, later->behind, AUFAIT_WORD_UNIT) != NULL)
    return 0;
  *ret_days = days;
  return later->behind;
}

guint
aufait_day_units_read_later (const AufaitReading *reading, guint index, int *ret_days)
{
  const AufaitMark *later = aufait_reading_find (reading, index, AUFAIT_WORD_LATER);

  if (later == NULL)
    return 0;
  if (g_str_equal (later->entry->name, "counted"))
    return read_counted_later (reading, later, ret_days);
  *ret_days = later->entry->value;
  return later->behind;
}

/* --- this, next, last
 * ---------------------------------------------------------------------- */

static AufaitDay
find_monday (AufaitDay day)
{
  return day - (aufait_day_weekday (day) - 1);
}

static void
set_span (AufaitDate *date, AufaitDay first, AufaitDay last)
{
  *date = (AufaitDate){ .first = first, .last = last };
}

/* The last whole week is the latest that ends by today: on a Sunday it is the
 * one that ends. */
static void
set_weeks (AufaitDate *date, AufaitDay today, int which, int from_weekday)
{
  AufaitDay monday = find_monday (today);
  int shift = which;

  if (which < 0 && from_weekday == 1 && aufait_day_weekday (today) == 7)
    shift++;
  set_span (date, monday + 7 * shift + from_weekday - 1, monday + 7 * shift + 6);
}

static void
set_month (AufaitDate *date, AufaitDay today, int which)
{
  int year, month, count;

  aufait_day_split (today, &year, &month, NULL);
  count = year * 12 + month - 1 + which;
  year = count / 12;
  month = count % 12 + 1;
  set_span (date, aufait_day_new (year, month, 1),
            aufait_day_new (year, month, aufait_day_days_in_month (year, month)));
}

static gboolean
set_unit (AufaitDate *date, const AufaitDayContext *context, const AufaitMark *unit, int which)
{
  int year = aufait_day_year (context->today) + which;

  if (is_unit (unit, "week"))
    set_weeks (date, context->today, which, 1);
  else if (is_unit (unit, "weekend"))
    set_weeks (date, context->today, which, 6);
  else if (is_unit (unit, "month"))
    set_month (date, context->today, which);
  else if (is_unit (unit, "year"))
    set_span (date, aufait_day_new (year, 1, 1), aufait_day_new (year, 12, 31));
  else
    return FALSE;
  return date->first != AUFAIT_DAY_NONE && date->last != AUFAIT_DAY_NONE;
}

/* "next" and "last" stand before in English, behind in French; both are read in
 * both. */
static guint
read_which (const AufaitReading *reading, guint index, int *ret_which)
{
  static const struct {
    AufaitWordClass class;
    int which;
  } words[] = { { AUFAIT_WORD_NEXT, 1 }, { AUFAIT_WORD_LAST, -1 }, { AUFAIT_WORD_THIS, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    const AufaitMark *mark = aufait_reading_find (reading, index, words[i].class);

    if (mark == NULL ||
        (words[i].which < 0 && aufait_reading_follows (reading, index, AUFAIT_WORD_AUXILIARY)))
      continue; /* "a passé dix jours" */
    *ret_which = words[i].which;
    return mark->behind;
  }
  return 0;
}

/* "the next two weeks", "les deux dernières semaines" */
static guint
read_coming (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitReading *reading = context->reading;
  guint at = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);
  int which, count, days, months;
  guint number, behind = read_which (reading, at, &which);

  if (behind > 0) {
    behind = aufait_day_units_read_length (reading, behind, &days, &months);
  } else {
    number = aufait_day_units_read_count (reading, at, &count);
    behind = number > 0 ? read_which (reading, number, &which) : 0;
    if (behind == 0 || !is_unit (aufait_reading_find (reading, behind, AUFAIT_WORD_UNIT), "week"))
      return 0;
    days = 7 * count;
    months = 0;
    behind = aufait_reading_skip (reading, behind, AUFAIT_WORD_UNIT);
  }
  if (behind == 0 || which == 0 || days + months == 0)
    return 0;
  if (which > 0)
    set_span (ret_date, context->today,
              months > 0 ? aufait_day_add_months (context->today, months)
                         : context->today + days - 1);
  else
    set_span (ret_date,
              months > 0 ? aufait_day_add_months (context->today, -months)
                         : context->today - days + 1,
              context->today);
  return behind;
}

/* "a weekend", "un week-end": one of many, which is no day. */
static gboolean
is_any (const AufaitReading *reading, guint index)
{
  return aufait_reading_find (reading, index, AUFAIT_WORD_NUMBER) != NULL;
}

/* "the week after next", "le week-end d'après" have their own entries among the
 * units' names. */
static guint
read_bare_unit (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitReading *reading = context->reading;
  guint at = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *unit = aufait_reading_find (reading, at, AUFAIT_WORD_UNIT);
  int which, days;
  guint behind;

  if (unit == NULL)
    return 0;
  behind = read_which (reading, unit->behind, &which);
  if (behind > 0)
    return set_unit (ret_date, context, unit, which) ? behind : 0;
  behind = aufait_day_units_read_later (reading, unit->behind, &days);
  if (behind > 0 && set_unit (ret_date, context, unit, days < 0 ? -2 : 2))
    return behind;
  if (!is_unit (unit, "weekend") || at == index || is_any (reading, index) ||
      aufait_reading_find (reading, unit->behind, AUFAIT_WORD_OF) != NULL)
    return 0;
  return set_unit (ret_date, context, unit, context->is_past ? -1 : 0) ? unit->behind : 0;
}

guint
aufait_day_units_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitReading *reading = context->reading;
  guint at = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *unit;
  int which, again;
  guint behind = read_which (reading, at, &which);

  if (behind > 0) {
    unit = aufait_reading_find (reading, behind, AUFAIT_WORD_UNIT);
    if (which == 0 && context->is_past && is_unit (unit, "weekend") &&
        aufait_day_weekday (context->today) < 6)
      which = -1; /* on a Monday "this weekend" is over for what is past */
    if (unit != NULL && set_unit (ret_date, context, unit, which)) {
      guint more = which == 0 ? read_which (reading, unit->behind, &again) : 0;

      if (more > 0 && set_unit (ret_date, context, unit, again))
        return more;
      return unit->behind;
    }
  }
  behind = read_coming (context, index, ret_date);
  return behind > 0 ? behind : read_bare_unit (context, index, ret_date);
}

void
aufait_day_units_narrow (AufaitDate *date, int part)
{
  int days = date->last - date->first + 1;
  AufaitDay first = date->first;

  if (days <= 2 || part == 0)
    return;
  if (days <= 7) { /* Monday and Tuesday, Wednesday and Thursday, Friday to Sunday */
    date->first = first + (part - 1) * 2;
    date->last = part == 3 ? date->last : date->first + 1;
  } else if (days <= 31) {
    date->first = first + (part - 1) * 10;
    date->last = part == 3 ? date->last : date->first + 9;
  } else { /* January, June, December of a year */
    int year = aufait_day_year (first), month = part == 1 ? 1 : part == 2 ? 6 : 12;

    date->first = aufait_day_new (year, month, 1);
    date->last = aufait_day_new (year, month, aufait_day_days_in_month (year, month));
  }
}
