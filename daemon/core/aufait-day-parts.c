/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-parts.h"

#include "aufait-day-named.h"
#include "aufait-day-numbers.h"
#include "aufait-day-units.h"
#include "aufait-feast.h"

#define HALF_A_MONTH 15

#define WEDNESDAY 3
#define SATURDAY  6

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

/* "the first two weeks": which, of what, and how many. */
typedef struct {
  int count; /* -1: the last */
  int n_weeks;
  const AufaitMark *what; /* a unit or a weekday */
} Nth;

static gboolean
is_unit (const AufaitMark *mark, const char *name)
{
  return mark->entry->class == AUFAIT_WORD_UNIT && g_str_equal (mark->entry->name, name);
}

static void
set_nth_of_month (const Nth *nth, AufaitDay first, AufaitDay last, AufaitDate *date)
{
  int year, month;
  AufaitDay day;

  aufait_day_split (first, &year, &month, NULL);
  if (is_unit (nth->what, "week")) {
    date->first = nth->count < 0 ? last - 7 * nth->n_weeks + 1 : first + 7 * (nth->count - 1);
    date->last = nth->count < 0 ? last : MIN (date->first + 7 * nth->n_weeks - 1, last);
  } else if (nth->what->entry->class == AUFAIT_WORD_UNIT && is_half (nth->what)) {
    date->first = nth->count == 1 ? first : first + HALF_A_MONTH;
    date->last = nth->count == 1 ? first + HALF_A_MONTH - 1 : last;
  } else if (nth->what->entry->class == AUFAIT_WORD_UNIT) {
    day = aufait_feast_find_weekday (year, month, 6, nth->count);
    date->first = day;
    date->last = day == AUFAIT_DAY_NONE ? day : day + 1;
  } else {
    day = aufait_feast_find_weekday (year, month, nth->what->entry->value, nth->count);
    date->first = date->last = day;
  }
}

static gboolean
set_nth (const AufaitDayContext *context, const AufaitDate *named, const Nth *nth, AufaitDate *date)
{
  AufaitDay first, last;

  if (!aufait_date_resolve (named, context->today, context->is_past, &first, &last))
    return FALSE;
  set_nth_of_month (nth, first, last, date);
  if (!context->is_past && date->last < context->today && named->year == 0 &&
      named->first == AUFAIT_DAY_NONE) { /* the month is not over, but its first week is */
    first = aufait_day_add_months (first, 12);
    last = aufait_day_add_months (first, 1) - 1;
    set_nth_of_month (nth, first, last, date);
  }
  return date->first != AUFAIT_DAY_NONE && date->last >= date->first;
}

static guint
read_ordinal (const AufaitDayContext *context, guint index, int *ret_count)
{
  const AufaitMark *ordinal = find (context, index, AUFAIT_WORD_ORDINAL);
  AufaitDate bare;
  guint behind;

  if (find (context, index, AUFAIT_WORD_LAST) != NULL) {
    *ret_count = -1;
    return skip (context, index, AUFAIT_WORD_LAST);
  }
  if (ordinal != NULL) {
    *ret_count = ordinal->entry->value;
    return ordinal->behind;
  }
  if (aufait_token_is_number (aufait_reading_get (context->reading, index)) &&
      aufait_reading_get (context->reading, index + 1) != NULL &&
      aufait_reading_get (context->reading, index + 1)->is_glued &&
      find (context, index + 1, AUFAIT_WORD_ORDINAL_END) != NULL) { /* "la 2e quinzaine" */
    *ret_count = aufait_reading_get (context->reading, index)->number;
    return skip (context, index + 1, AUFAIT_WORD_ORDINAL_END);
  }
  behind = aufait_day_numbers_read_bare (context, index, &bare);
  if (behind == 0 || aufait_token_is_number (aufait_reading_get (context->reading, behind - 1)))
    return 0;
  *ret_count = bare.day;
  return behind;
}

/* "first two weeks", "deux premières semaines", "dernier samedi" */
static guint
read_nth_unit (const AufaitDayContext *context, guint index, Nth *nth)
{
  guint at = read_ordinal (context, index, &nth->count);
  guint many;

  nth->n_weeks = 1;
  if (at > 0) {
    many = aufait_day_units_read_count (context->reading, at, &nth->n_weeks);
    at = many > 0 ? many : at;
  } else {
    many = aufait_day_units_read_count (context->reading, index, &nth->n_weeks);
    at = many > 0 ? read_ordinal (context, many, &nth->count) : 0;
  }
  if (at == 0 || nth->count == 0 || nth->count > 5 || nth->n_weeks < 1 || nth->n_weeks > 4)
    return 0;
  nth->what = find (context, at, AUFAIT_WORD_UNIT);
  if (nth->what == NULL)
    nth->what = find (context, at, AUFAIT_WORD_WEEKDAY);
  if (nth->what == NULL ||
      (nth->what->entry->class == AUFAIT_WORD_UNIT && !is_unit (nth->what, "week") &&
       !is_unit (nth->what, "weekend") && !is_half (nth->what)))
    return 0;
  return nth->what->behind;
}

/* "the first week of September", "le dernier samedi de juin" */
guint
aufait_day_parts_read_nth (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDayContext inner = *context;
  AufaitDate named = { 0 };
  Nth nth;
  guint at = read_nth_unit (context, skip (context, index, AUFAIT_WORD_ARTICLE), &nth);
  guint behind;

  if (at == 0)
    return 0;
  inner.in_range = TRUE;
  at = skip_small_words (context, at);
  behind = aufait_day_named_read_month (&inner, at, &named);
  if (behind == 0)
    behind = aufait_day_units_read (context, at, &named);
  if (behind == 0 || named.n_months > 1 || named.day > 0)
    return 0;
  return set_nth (context, &named, &nth, ret_date) ? behind : 0;
}

/* The week-end of the week that @day is in; a long one from or to a holiday: "le week-end du 14
 * juillet", which on a Tuesday ends that day. */
static void
set_weekend (AufaitDay day, AufaitDate *ret_date)
{
  int weekday = aufait_day_weekday (day);
  AufaitDay saturday = day - weekday + SATURDAY;

  *ret_date = (AufaitDate){ .first = saturday, .last = saturday + 1 };
  if (weekday >= SATURDAY || weekday == WEDNESDAY || !aufait_feast_is_day_off (day))
    return;
  if (weekday < WEDNESDAY)
    *ret_date = (AufaitDate){ .first = saturday - 7, .last = day };
  else
    ret_date->first = day;
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
  if (is_week)
    *ret_date = (AufaitDate){ .first = monday, .last = monday + 6 };
  else
    set_weekend (first, ret_date);
  return behind;
}
