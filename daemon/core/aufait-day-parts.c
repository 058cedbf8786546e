/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-parts.h"

#include "aufait-day-named.h"
#include "aufait-day-numbers.h"
#include "aufait-day-units.h"
#include "aufait-feast.h"

#define HALF_A_MONTH 15

static const AufaitMark *
find (const AufaitDayContext *context, guint index, AufaitWordClass class)
{
  return aufait_reading_find (context->reading, index, class);
}

static guint
skip (const AufaitDayContext *context, guint index, AufaitWordClass class)
{
  return aufait_reading_skip (context->reading, index, class);
}

static guint
skip_small_words (const AufaitDayContext *context, guint index)
{
  guint at = skip (context, index, AUFAIT_WORD_OF);

  at = skip (context, at, AUFAIT_WORD_ON);
  return skip (context, at, AUFAIT_WORD_ARTICLE);
}

/* "the end of the month", without saying which: this one. */
static guint
read_this_unit (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *unit = find (context, index, AUFAIT_WORD_UNIT);
  int year, month;

  if (unit == NULL)
    return 0;
  aufait_day_split (context->today, &year, &month, NULL);
  if (g_str_equal (unit->entry->name, "month")) {
    ret_date->first = aufait_day_new (year, month, 1);
    ret_date->last = ret_date->first + aufait_day_days_in_month (year, month) - 1;
  } else if (g_str_equal (unit->entry->name, "week")) {
    ret_date->first = context->today - (aufait_day_weekday (context->today) - 1);
    ret_date->last = ret_date->first + 6;
  } else if (g_str_equal (unit->entry->name, "year")) {
    ret_date->first = aufait_day_new (year, 1, 1);
    ret_date->last = aufait_day_new (year, 12, 31);
  } else {
    return 0;
  }
  return unit->behind;
}

/* "mid-August", "fin du mois", "late next week", "the end of the summer" */
guint
aufait_day_parts_read_part (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *part =
      find (context, skip (context, index, AUFAIT_WORD_ARTICLE), AUFAIT_WORD_PART);
  AufaitDayContext inner = *context;
  AufaitDate date = { 0 };
  guint at, behind, this;

  if (part == NULL)
    return 0;
  at = part->behind;
  if (aufait_token_is_sign (aufait_reading_get (context->reading, at), '-'))
    at++;
  at = skip_small_words (context, skip (context, at, AUFAIT_WORD_FROM));
  inner.in_range = TRUE;
  behind = aufait_day_named_read_month (&inner, at, &date);
  if (behind > 0 && date.first == AUFAIT_DAY_NONE) {
    date.part = part->entry->value;
    *ret_date = date;
    return behind;
  }
  if (behind == 0)
    behind = aufait_day_units_read (context, at, &date);
  this = skip (context, at, AUFAIT_WORD_UNIT);
  if (behind == 0 || (this > at && behind == this))
    behind = read_this_unit (context, at, &date);
  if (behind == 0)
    return 0;
  aufait_day_units_narrow (&date, part->entry->value);
  *ret_date = date;
  return behind;
}

static gboolean
is_half (const AufaitMark *unit)
{
  return g_str_equal (unit->entry->name, "half") || g_str_equal (unit->entry->name, "fortnight");
}

/* The @count-th week, weekend or weekday of the month that @month means. */
static gboolean
set_nth (const AufaitDayContext *context,
         const AufaitDate *named,
         const AufaitMark *what,
         int count,
         AufaitDate *ret_date)
{
  AufaitDay first, last, day;
  int year, month;

  if (!aufait_date_resolve (named, context->today, context->is_past, &first, &last))
    return FALSE;
  for (int i = 0; i < 2; i++) { /* the first week of this month may be over */
    aufait_day_split (first, &year, &month, NULL);
    if (what->entry->class == AUFAIT_WORD_UNIT && g_str_equal (what->entry->name, "week")) {
      ret_date->first = count < 0 ? last - 6 : first + 7 * (count - 1);
      ret_date->last = count < 0 ? last : MIN (ret_date->first + 6, last);
    } else if (what->entry->class == AUFAIT_WORD_UNIT && is_half (what)) {
      ret_date->first = count == 1 ? first : first + HALF_A_MONTH;
      ret_date->last = count == 1 ? first + HALF_A_MONTH - 1 : last;
    } else if (what->entry->class == AUFAIT_WORD_UNIT) {
      day = aufait_feast_find_weekday (year, month, 6, count);
      ret_date->first = day;
      ret_date->last = day == AUFAIT_DAY_NONE ? day : day + 1;
    } else {
      ret_date->first = ret_date->last =
          aufait_feast_find_weekday (year, month, what->entry->value, count);
    }
    if (context->is_past || ret_date->last >= context->today || named->year > 0 ||
        named->first != AUFAIT_DAY_NONE)
      break;
    first = aufait_day_add_months (first, 12);
    last = aufait_day_add_months (first, 1) - 1;
  }
  return ret_date->first != AUFAIT_DAY_NONE && ret_date->last >= ret_date->first;
}

/* "the first week of September", "le dernier samedi de juin" */
guint
aufait_day_parts_read_nth (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *ordinal = find (context, at, AUFAIT_WORD_ORDINAL);
  gboolean is_last = find (context, at, AUFAIT_WORD_LAST) != NULL;
  AufaitDayContext inner = *context;
  AufaitDate bare, named = { 0 };
  const AufaitMark *what;
  int count;
  guint behind;

  if (is_last) {
    count = -1;
    at = skip (context, at, AUFAIT_WORD_LAST);
  } else if (ordinal != NULL) {
    count = ordinal->entry->value;
    at = ordinal->behind;
  } else {
    at = aufait_day_numbers_read_bare (context, at, &bare);
    if (at == 0 || aufait_reading_get (context->reading, at - 1)->type == AUFAIT_TOKEN_NUMBER)
      return 0;
    count = bare.day;
  }
  what = find (context, at, AUFAIT_WORD_UNIT);
  if (what == NULL)
    what = find (context, at, AUFAIT_WORD_WEEKDAY);
  if (what == NULL || count > 5 || count == 0)
    return 0;
  if (what->entry->class == AUFAIT_WORD_UNIT && !g_str_equal (what->entry->name, "week") &&
      !g_str_equal (what->entry->name, "weekend") && !is_half (what))
    return 0;
  inner.in_range = TRUE;
  at = skip_small_words (context, what->behind);
  behind = aufait_day_named_read_month (&inner, at, &named);
  if (behind == 0)
    behind = aufait_day_units_read (context, at, &named);
  if (behind == 0 || named.n_months > 1 || named.day > 0)
    return 0;
  return set_nth (context, &named, what, count, ret_date) ? behind : 0;
}

/* "the week of 12 May", "le week-end du 12", "Easter weekend" is a feast. */
guint
aufait_day_parts_read_around (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *unit = find (context, at, AUFAIT_WORD_UNIT);
  AufaitDayContext inner = *context;
  AufaitDay first, last, monday;
  AufaitDate date;
  gboolean is_week, is_week_of;
  guint behind;

  if (unit == NULL)
    return 0;
  is_week_of = g_str_equal (unit->entry->name, "week-of");
  is_week = is_week_of || g_str_equal (unit->entry->name, "week");
  if (!is_week && !g_str_equal (unit->entry->name, "weekend"))
    return 0;
  at = skip (context, unit->behind, AUFAIT_WORD_OF);
  at = at == unit->behind ? skip (context, at, AUFAIT_WORD_FROM) : at;
  if (at == unit->behind && !is_week_of)
    return 0;
  inner.in_range = TRUE;
  behind = aufait_day_numbers_read (&inner, at, &date);
  if (behind == 0)
    behind = aufait_day_named_read_feast (&inner, at, &date);
  if (behind == 0 || !aufait_date_resolve (&date, context->today, context->is_past, &first, &last))
    return 0;
  monday = first - (aufait_day_weekday (first) - 1);
  *ret_date = (AufaitDate){ .first = is_week ? monday : monday + 5, .last = monday + 6 };
  return behind;
}
