/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-words.h"

#include "aufait-feast.h"

#define HALF_A_MONTH 15

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

static guint
skip_small_words (const AufaitDayContext *context, guint index)
{
  guint at = skip (context, index, AUFAIT_WORD_OF);

  at = skip (context, at, AUFAIT_WORD_ON);
  return skip (context, at, AUFAIT_WORD_ARTICLE);
}

/* --- weekdays ------------------------------------------------------------------------------ */

static AufaitDay
find_weekday (AufaitDay today, int weekday, gboolean is_past)
{
  int ahead = (weekday - aufait_day_weekday (today) + 7) % 7;

  if (is_past)
    return today + ahead - 7;
  return today + (ahead == 0 ? 7 : ahead);
}

/* "sun", "sam", "mar" mean a day only in company. */
static gboolean
is_certain (const AufaitDayContext *context, const AufaitMark *mark)
{
  static const AufaitWordClass classes[] = {
    AUFAIT_WORD_ON,    AUFAIT_WORD_FROM, AUFAIT_WORD_UNTIL,  AUFAIT_WORD_BY,
    AUFAIT_WORD_THIS,  AUFAIT_WORD_NEXT, AUFAIT_WORD_LAST,   AUFAIT_WORD_PART,
    AUFAIT_WORD_SINCE, AUFAIT_WORD_OF,   AUFAIT_WORD_BETWEEN
  };
  const AufaitReading *reading = context->reading;
  const AufaitToken *behind = aufait_reading_get (reading, mark->behind);
  const AufaitToken *token = aufait_reading_get (reading, mark->first);

  if (!mark->entry->is_weak || context->in_range)
    return TRUE;
  if (find (context, mark->behind, AUFAIT_WORD_UNIT) != NULL)
    return FALSE; /* "sept ans" */
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_follows (reading, mark->first, classes[i]))
      return TRUE;
  if (aufait_reading_follows (reading, mark->first, AUFAIT_WORD_ARTICLE))
    return FALSE;
  if (mark->entry->class == AUFAIT_WORD_WEEKDAY) {
    if (aufait_token_is_number (behind) || find (context, mark->behind, AUFAIT_WORD_DAY_PART) ||
        find (context, mark->behind, AUFAIT_WORD_AT) ||
        find (context, mark->behind, AUFAIT_WORD_NEXT) ||
        find (context, mark->behind, AUFAIT_WORD_LAST))
      return TRUE;
    if (aufait_token_is_sign (behind, '.') && behind->is_glued)
      return TRUE;
    return !token->is_capital && mark->first > 0 &&
           (behind == NULL || behind->type == AUFAIT_TOKEN_SIGN);
  }
  if (aufait_token_is_number (behind) && behind->digits == 4)
    return TRUE;
  return aufait_reading_follows (reading, mark->first, AUFAIT_WORD_TOPIC) &&
         (behind == NULL || behind->type == AUFAIT_TOKEN_SIGN);
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

static guint
read_weekday (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  guint last = skip (context, at, AUFAIT_WORD_LAST);
  guint next = skip (context, at, AUFAIT_WORD_NEXT);
  guint this = skip (context, at, AUFAIT_WORD_THIS);
  guint start = MAX (MAX (last, next), this);
  const AufaitMark *weekday = find (context, start, AUFAIT_WORD_WEEKDAY);
  const AufaitMark *later;
  gboolean is_past = context->is_past && next == at;
  guint behind, week;

  if (weekday == NULL || !is_certain (context, weekday))
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
  set_day (ret_date, find_weekday (context->today, weekday->entry->value, is_past || last > at));
  ret_date->weekday = weekday->entry->value;
  later = find (context, behind, AUFAIT_WORD_LATER);
  if (later != NULL) {
    ret_date->first = ret_date->last = ret_date->first + later->entry->value;
    behind = later->behind;
  }
  return behind;
}

/* --- counted from today -------------------------------------------------------------------- */

static guint
read_relative (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *mark = find (context, index, AUFAIT_WORD_RELATIVE);
  const AufaitMark *later;

  if (mark == NULL)
    return 0;
  set_day (ret_date, context->today + mark->entry->value);
  later = find (context, mark->behind, AUFAIT_WORD_LATER);
  if (later == NULL)
    return mark->behind;
  ret_date->first = ret_date->last = ret_date->first + later->entry->value;
  return later->behind;
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
  behind = aufait_day_length_read (context->reading, in->behind, &days, &months);
  if (behind == 0)
    return 0;
  set_distance (ret_date, context->today, days, months, 1);
  if (aufait_token_is_word (aufait_reading_get (context->reading, behind), "s"))
    behind++; /* "in a week's time" */
  if (find (context, behind, AUFAIT_WORD_LATER) != NULL)
    behind = skip (context, behind, AUFAIT_WORD_LATER);
  return behind;
}

/* "il y a trois jours", "three days ago", "a week from now", "a week on Friday" */
static guint
read_distance (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint ago = skip (context, index, AUFAIT_WORD_AGO);
  int days, months;
  guint behind = aufait_day_length_read (context->reading, ago, &days, &months);
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
  if (days == 0 || days % 7 != 0)
    return 0;
  behind = skip (context, behind, AUFAIT_WORD_ON);
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

/* --- months, seasons, feasts --------------------------------------------------------------- */

/* "last March" is the latest that is over, "next March" the first that has not begun. */
static void
settle_which (const AufaitDayContext *context, AufaitDate *date, int which)
{
  AufaitDay first, last;

  if (which == 0 || date->year > 0)
    return;
  if (!aufait_date_resolve (date, context->today, which < 0, &first, &last))
    return;
  if (which > 0 && first <= context->today)
    aufait_date_resolve (date, last + 1, FALSE, &first, &last);
  else if (which < 0 && last >= context->today)
    aufait_date_resolve (date, first - 1, TRUE, &first, &last);
  date->first = first;
  date->last = last;
}

static guint
read_which (const AufaitDayContext *context, guint index, int *ret_which, gboolean *ret_found)
{
  guint next = skip (context, index, AUFAIT_WORD_NEXT);
  guint last = skip (context, index, AUFAIT_WORD_LAST);
  guint this = skip (context, index, AUFAIT_WORD_THIS);

  *ret_which = next > index ? 1 : last > index ? -1 : 0;
  *ret_found = next > index || last > index || this > index;
  return MAX (MAX (next, last), this);
}

/* A month or season, with "next" or a year on either side of it. */
static guint
read_named (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate date = { 0 };
  int which, which_behind;
  gboolean is_told, is_told_behind;
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  guint start = read_which (context, at, &which, &is_told);
  const AufaitMark *name = find (context, start, AUFAIT_WORD_MONTH);
  guint behind, end;

  if (name != NULL) {
    if (!is_told && !is_certain (context, name))
      return 0;
    date.month = name->entry->value;
  } else if ((name = find (context, start, AUFAIT_WORD_SEASON)) != NULL) {
    date.month = name->entry->value;
    date.n_months = 3;
  } else {
    return 0;
  }
  behind = name->behind;
  if (aufait_token_is_sign (aufait_reading_get (context->reading, behind), '.') &&
      date.n_months == 0 && name->behind - name->first == 1 &&
      aufait_reading_get (context->reading, behind + 1) != NULL &&
      !aufait_reading_get (context->reading, behind + 1)->is_capital &&
      aufait_reading_get (context->reading, name->first)->end -
              aufait_reading_get (context->reading, name->first)->start <=
          5)
    behind++;
  end = read_which (context, behind, &which_behind, &is_told_behind);
  if (is_told_behind && which_behind != 0) {
    which = which_behind;
    behind = end;
    is_told = TRUE;
  } else {
    behind = aufait_day_numbers_read_year (context->reading, behind, &date.year);
  }
  if (date.n_months > 0 && !is_told && date.year == 0 && at == index && !context->in_range &&
      !aufait_reading_follows (context->reading, index, AUFAIT_WORD_ON) &&
      !aufait_reading_follows (context->reading, index, AUFAIT_WORD_PART) &&
      !aufait_reading_follows (context->reading, index, AUFAIT_WORD_OF) &&
      !aufait_reading_follows (context->reading, index, AUFAIT_WORD_FOR) &&
      !aufait_reading_follows (context->reading, index, AUFAIT_WORD_UNTIL))
    return 0;
  settle_which (context, &date, which);
  *ret_date = date;
  return behind;
}

static guint
read_feast (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  int which;
  gboolean is_told;
  guint start = read_which (context, at, &which, &is_told);
  const AufaitMark *mark = find (context, start, AUFAIT_WORD_FEAST);
  AufaitDate date = { 0 };
  guint behind;

  if (mark == NULL)
    return 0;
  date.feast = mark->entry->name;
  behind = aufait_day_numbers_read_year (context->reading, mark->behind, &date.year);
  if (!is_told) {
    guint end = read_which (context, behind, &which, &is_told);

    behind = which != 0 ? end : behind;
  }
  settle_which (context, &date, which);
  *ret_date = date;
  return behind;
}

/* "in 2027": the year alone, when it is not over. */
static guint
read_year (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  int year = 0;
  guint behind = aufait_day_numbers_read_year (context->reading, index, &year);

  if (behind == index || year < aufait_day_year (context->today) ||
      !aufait_reading_follows (context->reading, index, AUFAIT_WORD_ON))
    return 0;
  *ret_date =
      (AufaitDate){ .first = aufait_day_new (year, 1, 1), .last = aufait_day_new (year, 12, 31) };
  return behind;
}

/* --- parts --------------------------------------------------------------------------------- */

/* "mid-August", "fin du mois", "late next week", "the end of the summer" */
static guint
read_part (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitMark *part =
      find (context, skip (context, index, AUFAIT_WORD_ARTICLE), AUFAIT_WORD_PART);
  AufaitDayContext inner = *context;
  const AufaitMark *unit;
  AufaitDate date = { 0 };
  guint at, behind;

  if (part == NULL)
    return 0;
  at = part->behind;
  if (aufait_token_is_sign (aufait_reading_get (context->reading, at), '-'))
    at++;
  at = skip_small_words (context, skip (context, at, AUFAIT_WORD_FROM));
  inner.in_range = TRUE;
  behind = read_named (&inner, at, &date);
  if (behind > 0 && date.first == AUFAIT_DAY_NONE) {
    date.part = part->entry->value;
    *ret_date = date;
    return behind;
  }
  if (behind == 0)
    behind = aufait_day_units_read (context, at, &date);
  unit = find (context, at, AUFAIT_WORD_UNIT);
  if ((behind == 0 || (unit != NULL && behind == unit->behind)) && unit != NULL) {
    inner.is_past = FALSE;
    if (g_str_equal (unit->entry->name, "month"))
      date.first =
          context->today - context->today +
          aufait_day_new (aufait_day_year (context->today), aufait_day_month (context->today), 1),
      date.last = aufait_day_add_months (date.first, 1) - 1;
    else if (g_str_equal (unit->entry->name, "week"))
      date.first = context->today - (aufait_day_weekday (context->today) - 1),
      date.last = date.first + 6;
    else if (g_str_equal (unit->entry->name, "year"))
      date.first = aufait_day_new (aufait_day_year (context->today), 1, 1),
      date.last = aufait_day_new (aufait_day_year (context->today), 12, 31);
    else
      return 0;
    behind = unit->behind;
  }
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
static guint
read_nth (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
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
  behind = read_named (&inner, at, &named);
  if (behind == 0)
    behind = aufait_day_units_read (context, at, &named);
  if (behind == 0 || named.n_months > 1 || named.day > 0)
    return 0;
  return set_nth (context, &named, what, count, ret_date) ? behind : 0;
}

/* "the week of 12 May", "le week-end du 12", "Easter weekend" is a feast. */
static guint
read_around (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
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
    behind = read_feast (&inner, at, &date);
  if (behind == 0 || !aufait_date_resolve (&date, context->today, context->is_past, &first, &last))
    return 0;
  monday = first - (aufait_day_weekday (first) - 1);
  *ret_date = (AufaitDate){ .first = is_week ? monday : monday + 5, .last = monday + 6 };
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
    read_part,    read_nth,      read_around, read_unit_then_weekday,
    read_weekday, read_relative, read_ahead,  read_distance,
    read_feast,   read_named,    read_year,
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
