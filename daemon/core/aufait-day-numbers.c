/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-numbers.h"

#include "aufait-day-units.h"

/* "12/20" is how well someone did. */
#define MARKS 20

static const AufaitToken *
peek (const AufaitDayContext *context, guint index)
{
  return aufait_reading_get (context->reading, index);
}

static gboolean
is_day_number (const AufaitToken *token)
{
  return aufait_token_is_number (token) && token->digits <= 2 && token->number >= 1 &&
         token->number <= 31;
}

static int
widen_year (const AufaitToken *token)
{
  return token->digits == 2 ? 2000 + token->number : token->number;
}

static gboolean
is_year (const AufaitToken *token)
{
  return aufait_token_is_number (token) && token->digits == 4 && token->number >= 1900 &&
         token->number <= 2100;
}

guint
aufait_day_numbers_read_year (const AufaitReading *reading, guint index, int *ret_year)
{
  guint at = aufait_token_is_sign (aufait_reading_get (reading, index), ',') ? index + 1 : index;

  if (!is_year (aufait_reading_get (reading, at)))
    return index;
  *ret_year = aufait_reading_get (reading, at)->number;
  return at + 1;
}

gboolean
aufait_day_numbers_is_counting (const AufaitReading *reading, guint behind)
{
  const AufaitToken *token = aufait_reading_get (reading, behind);
  const AufaitToken *after = aufait_reading_get (reading, behind + 1);

  if (token == NULL)
    return FALSE;
  if (token->type == AUFAIT_TOKEN_NUMBER)
    return !aufait_token_is_sign (aufait_reading_get (reading, behind + 1), ':') &&
           aufait_reading_find (reading, behind + 1, AUFAIT_WORD_CLOCK) == NULL;
  if (token->type == AUFAIT_TOKEN_SIGN) {
    if (token->is_glued && after != NULL && after->is_glued &&
        (aufait_token_is_number (after) ||
         aufait_reading_find (reading, behind + 1, AUFAIT_WORD_UNIT) != NULL))
      return TRUE; /* "a 12-week scan" */
    return strchr ("%/+&", (int) MIN (token->sign, 127)) != NULL ||
           g_unichar_type (token->sign) == G_UNICODE_CURRENCY_SYMBOL;
  }
  return aufait_reading_find (reading, behind, AUFAIT_WORD_UNIT) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_CLOCK) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_HALF_DAY) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_MONEY) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_STREET) != NULL;
}

/* 2026-08-21 */
static guint
read_iso (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitToken *parts[5];
  AufaitDay day;

  for (guint i = 0; i < 5; i++) {
    parts[i] = peek (context, index + i);
    if (parts[i] == NULL || (i > 0 && !parts[i]->is_glued))
      return 0;
  }
  if (!aufait_token_is_number (parts[0]) || parts[0]->digits != 4)
    return 0;
  if (!aufait_token_is_number (parts[2]) || !aufait_token_is_number (parts[4]))
    return 0;
  if (parts[1]->sign != parts[3]->sign ||
      (!aufait_token_is_sign (parts[1], '-') && !aufait_token_is_sign (parts[1], '/')))
    return 0;
  day = aufait_day_new (parts[0]->number, parts[2]->number, parts[4]->number);
  if (day == AUFAIT_DAY_NONE)
    return 0;
  *ret_date = (AufaitDate){ .first = day, .last = day };
  return index + 5;
}

/* "7/30" can only be the 30th of July. */
static gboolean
is_month_first (const AufaitDayContext *context, int one, int other)
{
  return one <= 12 && (context->month_first ? other <= 31 : other > 12);
}

static gboolean
set_day_and_month (const AufaitDayContext *context, int one, int other, AufaitDate *date)
{
  gboolean month_first = is_month_first (context, one, other);

  date->day = month_first ? other : one;
  date->month = month_first ? one : other;
  return date->month >= 1 && date->month <= 12 && date->day >= 1 &&
         date->day <= aufait_day_days_in_month (2024, date->month);
}

/* Whether something says that "14/7" is a date: it may be a score, a share or
 * "24/7". */
static gboolean
is_introduced (const AufaitDayContext *context, guint index)
{
  static const AufaitWordClass classes[] = {
    AUFAIT_WORD_ON,  AUFAIT_WORD_FROM,    AUFAIT_WORD_TO,  AUFAIT_WORD_UNTIL, AUFAIT_WORD_BY,
    AUFAIT_WORD_FOR, AUFAIT_WORD_WEEKDAY, AUFAIT_WORD_AND, AUFAIT_WORD_SINCE, AUFAIT_WORD_TOPIC
  };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_follows (context->reading, index, classes[i]))
      return TRUE;
  return context->in_range;
}

static gboolean
is_fraction (int one, int other)
{
  return (one < other && other <= 4) || (one == 24 && other == 7);
}

/* 14/7, 14/07/26, 14.7.2026, 14-07-2026 */
static guint
read_slashed (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitToken *one = peek (context, index), *sign = peek (context, index + 1);
  const AufaitToken *other = peek (context, index + 2), *again = peek (context, index + 3);
  const AufaitToken *year = peek (context, index + 4);
  gboolean has_year;

  if (!is_day_number (one) || !is_day_number (other) || sign->type != AUFAIT_TOKEN_SIGN)
    return 0;
  if (!sign->is_glued || !other->is_glued || strchr ("/.-", (int) MIN (sign->sign, 127)) == NULL)
    return 0;
  *ret_date = (AufaitDate){ 0 };
  if (!set_day_and_month (context, one->number, other->number, ret_date))
    return 0;
  has_year = again != NULL && again->type == AUFAIT_TOKEN_SIGN && again->sign == sign->sign &&
             again->is_glued && year != NULL && year->is_glued &&
             (is_year (year) || (aufait_token_is_number (year) && year->digits == 2));
  if (has_year) {
    ret_date->year = widen_year (year);
    return aufait_token_is_sign (peek (context, index + 5), sign->sign) &&
                   aufait_token_is_number (peek (context, index + 6))
               ? 0
               : index + 5;
  }
  if (sign->sign == '-' || (sign->sign == '/' && is_fraction (one->number, other->number) &&
                            !is_introduced (context, index)))
    return 0;
  if (!context->month_first && is_month_first (context, one->number, other->number) &&
      (sign->sign != '/' || other->number == MARKS || !is_introduced (context, index)))
    return 0;
  if (sign->sign == '.' && !aufait_token_is_sign (again, '.') &&
      !(other->digits == 2 && is_introduced (context, index)))
    return 0;
  if (again != NULL && again->is_glued && strchr ("/%", (int) MIN (again->sign, 127)) != NULL &&
      again->type == AUFAIT_TOKEN_SIGN)
    return 0;
  return sign->sign == '.' && aufait_token_is_sign (again, '.') && again->is_glued ? index + 4
                                                                                   : index + 3;
}

/* Past "lundi", "Mon.", "Monday the", "samedi le" */
static guint
skip_weekday (const AufaitDayContext *context, guint index, AufaitDate *date)
{
  const AufaitMark *weekday = aufait_reading_find (context->reading, index, AUFAIT_WORD_WEEKDAY);
  guint at = index;

  if (weekday != NULL) {
    date->weekday = weekday->entry->value;
    at = weekday->behind;
    if (aufait_token_is_sign (peek (context, at), '.') ||
        aufait_token_is_sign (peek (context, at), ','))
      at++;
    at = aufait_reading_skip (context->reading, at, AUFAIT_WORD_DAY_PART);
  }
  return aufait_reading_skip (context->reading, at, AUFAIT_WORD_ARTICLE);
}

static guint
read_month_name (const AufaitDayContext *context, guint index, AufaitDate *date)
{
  const AufaitMark *month = aufait_reading_find (context->reading, index, AUFAIT_WORD_MONTH);
  guint behind;

  if (month == NULL)
    return 0;
  date->month = month->entry->value;
  behind = month->behind;
  if (aufait_token_is_sign (peek (context, behind), '.') && peek (context, behind)->is_glued &&
      behind + 1 < aufait_reading_get_length (context->reading))
    behind++;
  return behind;
}

guint
aufait_day_numbers_read_bare (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate date = { 0 };
  guint at = skip_weekday (context, index, &date);
  const AufaitToken *token = peek (context, at);
  const AufaitMark *ordinal;

  if (aufait_reading_is_hidden (context->reading, at))
    return 0;
  if (is_day_number (token)) {
    date.day = token->number;
    at++;
    if (peek (context, at) != NULL && peek (context, at)->is_glued) {
      ordinal = aufait_reading_find (context->reading, at, AUFAIT_WORD_ORDINAL_END);
      if (ordinal != NULL && ordinal->entry->value == 1 && date.day > 1)
        return 0; /* "le 13e" is a part of a town, or a floor */
      at = aufait_reading_skip (context->reading, at, AUFAIT_WORD_ORDINAL_END);
    }
  } else {
    ordinal = aufait_reading_find (context->reading, at, AUFAIT_WORD_ORDINAL);
    if (ordinal == NULL || ordinal->entry->is_weak || ordinal->entry->value < 1 ||
        ordinal->entry->value > 31)
      return 0;
    date.day = ordinal->entry->value;
    at = ordinal->behind;
  }
  *ret_date = date;
  return at;
}

/* A day number in words: "le dix août", "the tenth of May" is an ordinal. */
static guint
read_day_in_words (const AufaitDayContext *context, guint index, AufaitDate *date)
{
  guint at = skip_weekday (context, index, date);
  const AufaitMark *number = aufait_reading_find (context->reading, at, AUFAIT_WORD_NUMBER);

  if (number == NULL || number->entry->value < 1 || number->entry->value > 31)
    return 0;
  date->day = number->entry->value;
  return number->behind;
}

/* "Band 6 in May": where a figure alone stands before "in", it is no day of the month. */
static gboolean
is_other_number (const AufaitDayContext *context, guint index, guint behind)
{
  return behind == index + 1 && aufait_token_is_number (peek (context, index)) &&
         aufait_reading_find (context->reading, behind, AUFAIT_WORD_OF) != NULL &&
         aufait_reading_find (context->reading, behind, AUFAIT_WORD_ON) != NULL &&
         !is_introduced (context, index) &&
         !aufait_reading_follows (context->reading, index, AUFAIT_WORD_ARTICLE);
}

/* "Monday 10th of August 2026", "10 août" */
static guint
read_day_month (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate date = { 0 };
  guint at = aufait_day_numbers_read_bare (context, index, &date);
  const AufaitMark *part;
  guint behind;

  if (at == 0)
    at = read_day_in_words (context, index, &date);
  if (at == 0 || is_other_number (context, index, at))
    return 0;
  if (aufait_token_is_sign (peek (context, at), '-') && peek (context, at)->is_glued &&
      peek (context, at + 1) != NULL && peek (context, at + 1)->is_glued &&
      peek (context, at + 1)->type == AUFAIT_TOKEN_WORD)
    at++; /* 10-aug */
  at = aufait_reading_skip (context->reading, at, AUFAIT_WORD_OF);
  part = aufait_reading_find (context->reading, at, AUFAIT_WORD_PART);
  if (part != NULL)
    return 0;
  behind = read_month_name (context, at, &date);
  if (behind == 0 || date.day > aufait_day_days_in_month (2024, date.month))
    return 0;
  if (aufait_token_is_sign (peek (context, behind), '-') && peek (context, behind)->is_glued &&
      is_year (peek (context, behind + 1)))
    behind++; /* 10-aug-2026 */
  behind = aufait_day_numbers_read_year (context->reading, behind, &date.year);
  *ret_date = date;
  return behind;
}

/* "August 10th, 2026", "Monday, Aug 10" */
static guint
read_month_day (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate date = { 0 };
  guint at = read_month_name (context, skip_weekday (context, index, &date), &date);
  AufaitDate day;
  guint behind;

  if (at == 0 || aufait_token_is_sign (peek (context, at), ','))
    return 0;
  at = aufait_reading_skip (context->reading, at, AUFAIT_WORD_ARTICLE);
  behind = aufait_day_numbers_read_bare (context, at, &day);
  if (behind == 0 || day.weekday > 0 || day.day > aufait_day_days_in_month (2024, date.month))
    return 0;
  if (aufait_reading_find (context->reading, behind, AUFAIT_WORD_MONTH) != NULL ||
      aufait_reading_find (context->reading, behind, AUFAIT_WORD_UNIT) != NULL ||
      aufait_reading_find (context->reading, behind, AUFAIT_WORD_CLOCK) != NULL ||
      (aufait_reading_find (context->reading, behind, AUFAIT_WORD_HALF_DAY) != NULL) ||
      aufait_token_is_sign (peek (context, behind), ':'))
    return 0;
  date.day = day.day;
  behind = aufait_day_numbers_read_year (context->reading, behind, &date.year);
  *ret_date = date;
  return behind;
}

/* Whether what stands behind a lone day of the month lets it be one: "the 3rd
 * floor" does not. */
static gboolean
ends_day (const AufaitDayContext *context, guint behind)
{
  const AufaitReading *reading = context->reading;
  const AufaitToken *token = peek (context, behind);

  if (token == NULL)
    return TRUE;
  if (aufait_token_is_sign (token, '&') && !aufait_token_is_number (peek (context, behind - 1)))
    return TRUE; /* "the 28th & 29th" */
  if (aufait_day_numbers_is_counting (reading, behind))
    return FALSE;
  return token->type == AUFAIT_TOKEN_SIGN || token->is_capital ||
         aufait_reading_is_common (reading, behind) ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_TOPIC) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_DAY_PART) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_NEXT) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_AT) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_CANCEL) != NULL ||
         aufait_reading_find (reading, behind, AUFAIT_WORD_CLOCK_TIME) != NULL;
}

/* "the 3rd of next month", "le 3 du mois prochain" */
static guint
read_day_of_unit (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate date, month = { 0 };
  guint at = aufait_day_numbers_read_bare (context, index, &date);
  guint of, behind;

  if (at == 0)
    return 0;
  of = aufait_reading_skip (context->reading, at, AUFAIT_WORD_OF);
  behind = of > at ? aufait_day_units_read (context, of, &month) : 0;
  if (behind == 0 || month.last - month.first < 27 || month.last - month.first > 30 ||
      month.first + date.day - 1 > month.last)
    return 0;
  *ret_date =
      (AufaitDate){ .first = month.first + date.day - 1, .last = month.first + date.day - 1 };
  return behind;
}

/* "the 15th", "le 15", "lundi 3" */
static guint
read_lone_day (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitReading *reading = context->reading;
  gboolean has_article = aufait_reading_find (reading, index, AUFAIT_WORD_ARTICLE) != NULL;
  AufaitDate date;
  guint behind = aufait_day_numbers_read_bare (context, index, &date);
  guint at = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);
  gboolean is_ordinal, is_after_on;

  if (behind == 0)
    return 0;
  is_ordinal = !aufait_token_is_number (peek (context, behind - 1));
  is_after_on = aufait_reading_follows (reading, at, AUFAIT_WORD_DAY_ARTICLE);
  if (date.weekday == 0 && !is_after_on &&
      !(is_ordinal && (has_article || is_introduced (context, index))))
    return 0;
  if (!ends_day (context, behind))
    return 0;
  *ret_date = date;
  return aufait_reading_skip (reading, behind, AUFAIT_WORD_NEXT);
}

/* "le vingt", where nothing is counted: a sign or a time is behind it. */
static guint
read_lone_day_in_words (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  const AufaitReading *reading = context->reading;
  const AufaitMark *article = aufait_reading_find (reading, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *day = aufait_reading_find (reading, index, AUFAIT_WORD_DAY_ARTICLE);
  AufaitDate date = { 0 };
  guint behind;

  if (article == NULL || day == NULL || day->entry->value > 0)
    return 0;
  behind = read_day_in_words (context, article->behind, &date);
  if (behind == 0 || date.day < 2 ||
      (peek (context, behind) != NULL && peek (context, behind)->type != AUFAIT_TOKEN_SIGN &&
       aufait_reading_find (reading, behind, AUFAIT_WORD_AT) == NULL) ||
      aufait_token_is_sign (peek (context, behind), '-'))
    return 0;
  *ret_date = date;
  return behind;
}

guint
aufait_day_numbers_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  guint (*const readers[]) (const AufaitDayContext *, guint, AufaitDate *) = {
    read_iso,         read_slashed,  read_day_month,        read_month_day,
    read_day_of_unit, read_lone_day, read_lone_day_in_words
  };
  AufaitDate date = { 0 };
  guint at = index;

  /* "lundi 14/7" */
  if (aufait_reading_find (context->reading, index, AUFAIT_WORD_WEEKDAY) != NULL)
    at = skip_weekday (context, index, &date);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++) {
    guint behind = readers[i](context, i < 2 ? at : index, ret_date);

    if (behind > 0)
      return aufait_reading_skip (context->reading, behind, AUFAIT_WORD_NEXT);
  }
  return 0;
}
