/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-words.h"

#include "aufait-day-named.h"
#include "aufait-day-offset.h"
#include "aufait-day-parts.h"
#include "aufait-day-units.h"
#include "aufait-values.h"

static void
set_day (AufaitDate *date, AufaitDay day)
{
  *date = (AufaitDate){ .first = day, .last = day };
}

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

/* --- weekdays
 * ------------------------------------------------------------------------------
 */

static AufaitDay
find_weekday (AufaitDay today, int weekday, gboolean is_past)
{
  int ahead = (weekday - aufait_day_weekday (today) + 7) % 7;

  if (is_past)
    return today + ahead - 7;
  return today + (ahead == 0 ? 7 : ahead);
}

/* "Tuesday of next week", "mardi de la semaine prochaine" */
static guint
read_week_behind (const AufaitDayContext *context, guint index, int weekday, AufaitDate *ret_date)
{
  AufaitDate week = { 0 };
  guint at = skip (context, skip (context, index, AUFAIT_WORD_OF), AUFAIT_WORD_FROM);
  guint behind = aufait_day_units_read (context, at, &week);

  if (behind == 0 || week.last - week.first != 6)
    return 0;
  set_day (ret_date, week.first + weekday - 1);
  return behind;
}

/* "Friday before last" */
static gboolean
is_before (const AufaitDayContext *context, guint index)
{
  int days;

  return aufait_day_units_read_later (context->reading, index, &days) > 0 && days < 0;
}

static guint
read_weekday (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  guint last = skip (context, at, AUFAIT_WORD_LAST);
  guint next = skip (context, at, AUFAIT_WORD_NEXT);
  guint this = skip (context, at, AUFAIT_WORD_THIS);
  guint start = MAX (MAX (last, next), this);
  const AufaitMark *weekday = find (context, start, AUFAIT_WORD_WEEKDAY);
  gboolean is_past = context->is_past && next == at;
  guint behind, week, later;
  int days;

  if (weekday == NULL || !aufait_day_named_is_certain (context, weekday))
    return 0;
  behind = weekday->behind;
  if (aufait_token_is_sign (aufait_reading_get (context->reading, behind), '.') &&
      weekday->behind - weekday->first == 1 && weekday->entry->is_weak)
    behind++;
  week = read_week_behind (context, behind, weekday->entry->value, ret_date);
  if (week > 0)
    return week;
  if (find (context, behind, AUFAIT_WORD_LAST) != NULL)
    last = behind = skip (context, behind, AUFAIT_WORD_LAST);
  else if (find (context, behind, AUFAIT_WORD_NEXT) != NULL) {
    behind = skip (context, behind, AUFAIT_WORD_NEXT);
    is_past = FALSE;
  }
  if (context->week != AUFAIT_DAY_NONE)
    set_day (ret_date, context->week + weekday->entry->value - 1);
  else
    set_day (ret_date, find_weekday (context->today, weekday->entry->value,
                                     is_past || last > at || is_before (context, behind)));
  ret_date->weekday = weekday->entry->value;
  later = aufait_day_units_read_later (context->reading, behind, &days);
  if (later == 0)
    return behind;
  ret_date->first = ret_date->last = ret_date->first + days;
  return later;
}

/* --- counted from today
 * -------------------------------------------------------------------- */

static guint
read_relative (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *mark = find (context, index, AUFAIT_WORD_RELATIVE);
  guint later;
  int days;

  if (mark == NULL)
    return 0;
  set_day (ret_date, context->today + mark->entry->value);
  later = aufait_day_units_read_later (context->reading, mark->behind, &days);
  if (later == 0)
    return mark->behind;
  ret_date->first = ret_date->last = ret_date->first + days;
  return later;
}

static void
set_distance (AufaitDate *date, AufaitDay today, int days, int months, int sign)
{
  set_day (date, months > 0 ? aufait_day_add_months (today, sign * months) : today + sign * days);
}

/* "in three weeks", "dans huit jours", "J-3" */
static guint
read_ahead (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *in = find (context, index, AUFAIT_WORD_IN);
  int days, months;
  guint behind;

  if (in == NULL)
    return 0;
  if (g_str_equal (in->entry->name, "days")) {
    const AufaitToken *number = aufait_reading_get (context->reading, in->behind - 1);

    if (!aufait_token_is_number (number) || number->digits > 3)
      return 0;
    set_day (ret_date, context->today + number->number);
    return in->behind;
  }
  behind = aufait_day_units_read_length (context->reading, in->behind, &days, &months);
  if (behind == 0)
    return 0;
  set_distance (ret_date, context->today, days, months, 1);
  if (aufait_token_is_word (aufait_reading_get (context->reading, behind), "s"))
    behind++; /* "in a week's time" */
  if (find (context, behind, AUFAIT_WORD_LATER) != NULL)
    behind = skip (context, behind, AUFAIT_WORD_LATER);
  return behind;
}

/* So many words before its length a trip may be named. */
#define TRIP_DISTANCE 6

/* "away a week from Friday": so long, and not then. */
static gboolean
follows_trip (const AufaitDayContext *context, guint index)
{
  for (guint i = index > TRIP_DISTANCE ? index - TRIP_DISTANCE : 0; i < index; i++) {
    const AufaitMark *topic = find (context, i, AUFAIT_WORD_TOPIC);

    if (topic != NULL && topic->entry->kind == AUFAIT_MOMENT_TRIP)
      return TRUE;
  }
  return FALSE;
}

/* "il y a trois jours", "three days ago", "a week from now", "a week on Friday"
 */
static guint
read_distance (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint ago = skip (context, index, AUFAIT_WORD_AGO);
  int days, months;
  guint behind = aufait_day_units_read_length (context->reading, ago, &days, &months);
  const AufaitMark *after;
  AufaitDate other;

  if (behind == 0)
    return 0;
  if (ago > index) {
    set_distance (ret_date, context->today, days, months, -1);
    return behind;
  }
  after = find (context, behind, AUFAIT_WORD_AGO_AFTER);
  if (after != NULL) {
    set_distance (ret_date, context->today, days, months, after->entry->value);
    return after->behind;
  }
  if (days == 0 || days % 7 != 0 ||
      aufait_reading_follows (context->reading, index,
                              AUFAIT_WORD_FOR)) /* "for a week on Monday" */
    return 0;
  behind = find (context, behind, AUFAIT_WORD_FROM) != NULL && !follows_trip (context, index)
               ? skip (context, behind, AUFAIT_WORD_FROM)
               : skip (context, behind, AUFAIT_WORD_ON);
  if (find (context, behind, AUFAIT_WORD_WEEKDAY) != NULL)
    behind = read_weekday (context, behind, &other);
  else
    behind = read_relative (context, behind, &other);
  if (behind == 0 || (!aufait_reading_follows (context->reading, behind, AUFAIT_WORD_WEEKDAY) &&
                      !aufait_reading_follows (context->reading, behind, AUFAIT_WORD_RELATIVE)))
    return 0;
  set_day (ret_date, other.first + days);
  return behind;
}

/* "next week on Tuesday", "la semaine prochaine, mardi" */
static guint
read_unit_then_weekday (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint behind = aufait_day_units_read (context, index, ret_date);
  const AufaitMark *weekday;
  guint at;

  if (behind == 0 || ret_date->last - ret_date->first != 6)
    return behind;
  at = skip (context, behind, AUFAIT_WORD_ON);
  weekday = find (context, at, AUFAIT_WORD_WEEKDAY);
  if (weekday == NULL ||
      aufait_token_is_number (aufait_reading_get (context->reading, weekday->behind)))
    return behind;
  set_day (ret_date, ret_date->first + weekday->entry->value - 1);
  return weekday->behind;
}

guint
aufait_day_words_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint (*const readers[]) (const AufaitDayContext *, guint, AufaitDate *) = {
    aufait_day_offset_read,
    aufait_day_parts_read_part,
    aufait_day_parts_read_nth,
    aufait_day_parts_read_around,
    read_unit_then_weekday,
    read_weekday,
    read_relative,
    read_ahead,
    read_distance,
    aufait_day_named_read_feast,
    aufait_day_named_read_month,
    aufait_day_named_read_year,
  };
  guint longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++) {
    AufaitDate date = { 0 };
    guint behind = readers[i](context, index, &date);

    if (behind > longest) {
      longest = behind;
      *ret_date = date;
    }
  }
  return longest;
}
