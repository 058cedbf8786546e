/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-offset.h"

#include "aufait-day-named.h"
#include "aufait-day-numbers.h"
#include "aufait-day-units.h"

#define SATURDAY 6

/* Nobody counts more of them. */
#define MAX_WEEKDAYS 8

/* What is a limit: "before", and not "by". */
#define BY_BEFORE 1

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

/* The day that is counted from: a feast, or a day with its month. */
static guint
read_anchor (const AufaitDayContext *context, guint index, AufaitDay *ret_day)
{
  AufaitDayContext inner = *context;
  guint at = skip (context, skip (context, index, AUFAIT_WORD_OF), AUFAIT_WORD_ARTICLE);
  AufaitDate date = { 0 };
  AufaitDay last;
  guint behind;

  inner.in_range = TRUE;
  behind = aufait_day_named_read_feast (&inner, at, &date);
  if (behind == 0) {
    behind = aufait_day_numbers_read (&inner, at, &date);
    if (behind > 0 && date.month == 0)
      return 0;
  }
  if (behind == 0 || !aufait_date_resolve (&date, context->today, context->is_past, ret_day, &last))
    return 0;
  return behind;
}

/* "before", "après"; sets @ret_sign to the way in which it leads. */
static guint
read_side (const AufaitDayContext *context, guint index, int *ret_sign)
{
  const AufaitMark *before = find (context, index, AUFAIT_WORD_BY);
  const AufaitMark *after = find (context, index, AUFAIT_WORD_AFTER);

  if (after != NULL) {
    *ret_sign = 1;
    return after->behind;
  }
  if (before == NULL || before->entry->value != BY_BEFORE)
    return 0;
  *ret_sign = -1;
  return before->behind;
}

/* The next @weekday behind @day, or the last one before it. */
static AufaitDay
find_weekday (AufaitDay day, int weekday, int sign)
{
  int from = aufait_day_weekday (day);

  return sign > 0 ? day + (weekday - from + 6) % 7 + 1 : day - (from - weekday + 6) % 7 - 1;
}

/* "two days before Christmas", "une semaine après Pâques" */
static guint
read_counted (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  int days, months, sign;
  guint behind = aufait_day_units_read_length (context->reading, index, &days, &months);
  AufaitDay anchor, day;

  behind = behind > 0 ? read_side (context, behind, &sign) : 0;
  behind = behind > 0 ? read_anchor (context, behind, &anchor) : 0;
  if (behind == 0 || aufait_reading_follows (context->reading, index, AUFAIT_WORD_FOR))
    return 0;
  day = months > 0 ? aufait_day_add_months (anchor, sign * months) : anchor + sign * days;
  *ret_date = (AufaitDate){ .first = day, .last = day };
  return behind;
}

/* "the day after Easter", "le surlendemain de Noël" */
static guint
read_neighbour (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *mark = find (context, index, AUFAIT_WORD_DAY_AFTER);
  AufaitDay anchor;
  guint behind = mark != NULL ? read_anchor (context, mark->behind, &anchor) : 0;

  if (behind == 0)
    return 0;
  *ret_date =
      (AufaitDate){ .first = anchor + mark->entry->value, .last = anchor + mark->entry->value };
  return behind;
}

/* "the Tuesday after Easter", "la semaine avant Noël" */
static guint
read_named (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *unit = find (context, at, AUFAIT_WORD_UNIT);
  const AufaitMark *weekday = find (context, at, AUFAIT_WORD_WEEKDAY);
  const AufaitMark *what = weekday != NULL ? weekday : unit;
  AufaitDay anchor, first, last;
  int sign;
  guint behind =
      what != NULL && !what->entry->is_weak ? read_side (context, what->behind, &sign) : 0;

  behind = behind > 0 ? read_anchor (context, behind, &anchor) : 0;
  if (behind == 0)
    return 0;
  if (weekday != NULL) {
    first = last = find_weekday (anchor, weekday->entry->value, sign);
  } else if (g_str_equal (unit->entry->name, "weekend")) {
    first = find_weekday (anchor, SATURDAY, sign);
    last = first + 1;
  } else if (g_str_equal (unit->entry->name, "week")) {
    first = anchor - (aufait_day_weekday (anchor) - 1) + 7 * sign;
    last = first + 6;
  } else {
    return 0;
  }
  *ret_date = (AufaitDate){ .first = first, .last = last };
  return behind;
}

/* What the lexicons say of the other way. */
#define AGO (-1)

/* "two Mondays from now", "three Fridays ago", "dans deux lundis" */
static guint
read_weekdays (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_IN);
  const AufaitMark *number = find (context, at, AUFAIT_WORD_NUMBER);
  const AufaitToken *figure = aufait_reading_get (context->reading, at);
  int count = number != NULL ? number->entry->value : 0;
  guint behind = number != NULL ? number->behind : at + 1;
  const AufaitMark *weekdays, *side;
  gboolean is_ago;
  AufaitDay day;

  if (number == NULL && aufait_token_is_number (figure))
    count = figure->number;
  weekdays = count > 1 && count <= MAX_WEEKDAYS ? find (context, behind, AUFAIT_WORD_EVERY) : NULL;
  if (weekdays == NULL || weekdays->entry->value < 1)
    return 0;
  side = find (context, weekdays->behind, AUFAIT_WORD_AGO_AFTER);
  if (side == NULL && at == index)
    return 0;
  is_ago = side != NULL && side->entry->value == AGO;
  day = find_weekday (context->today, weekdays->entry->value, is_ago ? -1 : 1);
  day += (is_ago ? -7 : 7) * (count - 1);
  *ret_date = (AufaitDate){ .first = day, .last = day };
  return side != NULL ? side->behind : weekdays->behind;
}

guint
aufait_day_offset_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint behind = read_counted (context, index, ret_date);

  behind = behind > 0 ? behind : read_weekdays (context, index, ret_date);
  behind = behind > 0 ? behind : read_neighbour (context, index, ret_date);
  return behind > 0 ? behind : read_named (context, index, ret_date);
}
