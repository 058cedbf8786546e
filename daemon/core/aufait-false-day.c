/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-false-day.h"

#include "aufait-day-joint.h"
#include "aufait-day-numbers.h"
#include "aufait-day.h"

#define LONGEST_MONTH  31
#define MONTHS_IN_YEAR 12

/* A year with a 29 February, where none is told. */
#define ANY_YEAR 2024

/* "31 of June": so many tokens at most lead from a day to its month. */
#define DATE_TOKENS 4

/* Where words for a day of the month stand, and which it is. */
typedef struct {
  int number;
  guint behind;
  gboolean is_ordinal; /* "32nd": it can be nothing but a day */
} DayNumber;

static const AufaitToken *
peek (const AufaitReading *reading, guint index)
{
  return aufait_reading_get (reading, index);
}

static gboolean
is_short_number (const AufaitToken *token)
{
  return aufait_token_is_number (token) && token->digits <= 2 && token->number >= 1;
}

static gboolean
has_month (const AufaitReading *reading, guint index)
{
  return aufait_reading_find (reading, index, AUFAIT_WORD_MONTH) != NULL;
}

/* "the 32nd", "le 31", "on 31", "Monday 31": what stands behind is a day, and no other number. */
static gboolean
is_introduced (const AufaitReading *reading, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_ARTICLE, AUFAIT_WORD_ON,
                                             AUFAIT_WORD_FROM,    AUFAIT_WORD_TO,
                                             AUFAIT_WORD_UNTIL,   AUFAIT_WORD_BY,
                                             AUFAIT_WORD_SINCE,   AUFAIT_WORD_WEEKDAY };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_follows (reading, index, classes[i]))
      return TRUE;
  return FALSE;
}

/* --- reading ------------------------------------------------------------------------------- */

static gboolean
read_number (const AufaitReading *reading, guint index, DayNumber *ret_day)
{
  const AufaitMark *ordinal = aufait_reading_find (reading, index, AUFAIT_WORD_ORDINAL);
  const AufaitMark *number = aufait_reading_find (reading, index, AUFAIT_WORD_NUMBER);

  if (aufait_reading_is_hidden (reading, index))
    return FALSE;
  if (is_short_number (peek (reading, index))) {
    const AufaitToken *next = peek (reading, index + 1);
    guint behind = next != NULL && next->is_glued
                       ? aufait_reading_skip (reading, index + 1, AUFAIT_WORD_ORDINAL_END)
                       : index + 1;

    *ret_day = (DayNumber){ peek (reading, index)->number, behind, behind > index + 1 };
    return TRUE;
  }
  if (ordinal != NULL && !ordinal->entry->is_weak)
    *ret_day = (DayNumber){ ordinal->entry->value, ordinal->behind, TRUE };
  else if (number != NULL && is_introduced (reading, index))
    *ret_day = (DayNumber){ number->entry->value, number->behind, FALSE };
  else
    return FALSE;
  return TRUE;
}

/* Past "of" and the hyphen of "31-jun", but not past "in": "40 in June" is no day. */
static guint
skip_of (const AufaitReading *reading, guint index)
{
  const AufaitToken *sign = peek (reading, index);

  if (aufait_token_is_sign (sign, '-') && sign->is_glued && peek (reading, index + 1) != NULL &&
      peek (reading, index + 1)->is_glued)
    return index + 1;
  return aufait_reading_find (reading, index, AUFAIT_WORD_ON) != NULL
             ? index
             : aufait_reading_skip (reading, index, AUFAIT_WORD_OF);
}

/* Reads a day with its month, be there such a day or not; 0: it is none. */
static guint
read_day_month (const AufaitReading *reading,
                guint index,
                DayNumber *ret_day,
                AufaitMark *ret_month)
{
  const AufaitMark *month;

  if (!read_number (reading, index, ret_day))
    return 0;
  month = aufait_reading_find (reading, skip_of (reading, ret_day->behind), AUFAIT_WORD_MONTH);
  if (month == NULL)
    return 0;
  *ret_month = *month;
  return month->behind;
}

static gboolean
is_too_late (const DayNumber *day, const AufaitMark *month, int year)
{
  return day->number > aufait_day_days_in_month (year, month->entry->value);
}

/* "31 June 2026", "le 30 février" */
static guint
read_false_day_month (const AufaitReading *reading, guint index)
{
  DayNumber day;
  AufaitMark month;
  int year = ANY_YEAR;
  guint behind = read_day_month (reading, index, &day, &month);
  guint end;

  if (behind == 0)
    return 0;
  end = aufait_day_numbers_read_year (reading, behind, &year);
  if (!is_too_late (&day, &month, year) ||
      (day.number > LONGEST_MONTH && !day.is_ordinal && !is_introduced (reading, index)))
    return 0;
  return end == behind && is_short_number (peek (reading, behind)) ? 0 : end;
}

/* "June 31st", "Feb 30, 2027" */
static guint
read_false_month_day (const AufaitReading *reading, guint index)
{
  const AufaitMark *month = aufait_reading_find (reading, index, AUFAIT_WORD_MONTH);
  DayNumber day;
  int year = ANY_YEAR;
  guint end;

  if (month == NULL ||
      !read_number (reading, aufait_reading_skip (reading, month->behind, AUFAIT_WORD_ARTICLE),
                    &day))
    return 0;
  end = aufait_day_numbers_read_year (reading, day.behind, &year);
  if (!is_too_late (&day, month, year) ||
      (day.number > LONGEST_MONTH && !day.is_ordinal &&
       !aufait_reading_follows (reading, index, AUFAIT_WORD_DAY_ARTICLE)))
    return 0;
  if (end == day.behind &&
      (aufait_day_numbers_is_counting (reading, end) || has_month (reading, end) ||
       aufait_token_is_sign (peek (reading, end), ':')))
    return 0;
  return end;
}

/* Whether three numbers stand at @index, joined by one sign without space. */
static gboolean
is_triple (const AufaitReading *reading, guint index)
{
  for (guint i = 0; i < 5; i++) {
    const AufaitToken *token = peek (reading, index + i);

    if (token == NULL || (i > 0 && !token->is_glued) ||
        (i % 2 == 0 ? !aufait_token_is_number (token) : token->type != AUFAIT_TOKEN_SIGN))
      return FALSE;
  }
  return peek (reading, index + 1)->sign == peek (reading, index + 3)->sign &&
         strchr ("/.-", (int) MIN (peek (reading, index + 1)->sign, 127)) != NULL;
}

static gboolean
is_no_day (int year, int month, int day)
{
  return aufait_day_new (year, month, day) == AUFAIT_DAY_NONE;
}

/* 2026-02-30, 31/06/2026, 30.02.26 */
static guint
read_false_figures (const AufaitReading *reading, guint index)
{
  int one, other, last, year, ignored;

  if (!is_triple (reading, index))
    return 0;
  one = peek (reading, index)->number;
  other = peek (reading, index + 2)->number;
  last = peek (reading, index + 4)->number;
  if (aufait_day_numbers_read_year (reading, index, &year) > index)
    return is_short_number (peek (reading, index + 2)) &&
                   is_short_number (peek (reading, index + 4)) && is_no_day (year, other, last)
               ? index + 5
               : 0;
  year = aufait_day_numbers_read_year (reading, index + 4, &ignored) > index + 4 ? last : ANY_YEAR;
  if (!is_short_number (peek (reading, index)) || !is_short_number (peek (reading, index + 2)) ||
      (year == ANY_YEAR && peek (reading, index + 4)->digits != 2))
    return 0;
  return one <= LONGEST_MONTH && is_no_day (year, other, one) && is_no_day (year, one, other)
             ? index + 5
             : 0;
}

/* le 31.06 */
static guint
read_false_pair (const AufaitReading *reading, guint index)
{
  const AufaitToken *one = peek (reading, index), *sign = peek (reading, index + 1);
  const AufaitToken *other = peek (reading, index + 2);

  if (!is_short_number (one) || !aufait_token_is_sign (sign, '.') || !sign->is_glued ||
      !is_short_number (other) || !other->is_glued || other->digits != 2 ||
      other->number > MONTHS_IN_YEAR || !is_introduced (reading, index))
    return 0;
  return is_no_day (ANY_YEAR, other->number, one->number) ? index + 3 : 0;
}

static guint
read_false (const AufaitReading *reading, guint index)
{
  guint (*const readers[]) (const AufaitReading *, guint) = { read_false_figures, read_false_pair,
                                                              read_false_day_month,
                                                              read_false_month_day };

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++) {
    guint behind = readers[i](reading, index);

    if (behind > 0)
      return behind;
  }
  return 0;
}

/* --- what it takes along ------------------------------------------------------------------- */

/* Before "Monday", "Monday the", "lundi,": what stands before a day of the month. */
static guint
skip_weekday_back (const AufaitReading *reading, guint index)
{
  guint at = index;

  while (at > 0 && index - at < 2 &&
         (aufait_reading_follows (reading, at, AUFAIT_WORD_ARTICLE) ||
          aufait_token_is_sign (peek (reading, at - 1), ',')))
    at--;
  return aufait_reading_follows (reading, at, AUFAIT_WORD_WEEKDAY) ? at - 1 : index;
}

/* Where the day begins that ends at @index, with its month or without; @index: none does. */
static guint
find_day_back (const AufaitReading *reading, guint index)
{
  DayNumber day;
  AufaitMark month;

  for (guint i = index; i > 0 && index - i < DATE_TOKENS; i--)
    if (read_day_month (reading, i - 1, &day, &month) == index ||
        (read_number (reading, i - 1, &day) && day.behind == index))
      return i - 1;
  return index;
}

/* Where the span begins whose end stands at @index: "from 20 to 31 June". @index: there is none. */
static guint
find_start (const AufaitReading *reading, guint index)
{
  AufaitDayContext context = { .reading = reading };
  gboolean is_and;
  guint at = index, joint, start;

  while (at > 0 && index - at < 2 &&
         (aufait_reading_follows (reading, at, AUFAIT_WORD_ARTICLE) ||
          aufait_reading_find (reading, at - 1, AUFAIT_WORD_ON) != NULL) &&
         aufait_reading_find (reading, at - 1, AUFAIT_WORD_TO) == NULL)
    at--;
  if (at == 0)
    return index;
  joint = at - 1;
  if (aufait_day_joint_read (&context, joint, &is_and) != at)
    return index;
  start = find_day_back (reading, joint);
  /* "3 August and 31 June": the first of the two is a day of its own */
  return start == joint || (is_and && aufait_reading_follows (reading, joint, AUFAIT_WORD_MONTH))
             ? index
             : skip_weekday_back (reading, start);
}

/* Where the span ends that begins with the day that ends at @index: "from 31 June to 4 July". */
static guint
find_end (const AufaitReading *reading, guint index)
{
  AufaitDayContext context = { .reading = reading };
  gboolean is_and;
  guint joint = aufait_day_joint_read (&context, index, &is_and);
  guint at = aufait_reading_skip (reading, joint, AUFAIT_WORD_ARTICLE);
  DayNumber day;
  AufaitMark month;
  int year;

  if (joint == index || is_and)
    return index;
  if (read_day_month (reading, at, &day, &month) > 0)
    return aufait_day_numbers_read_year (reading, month.behind, &year);
  return read_number (reading, at, &day) ? day.behind : index;
}

void
aufait_false_day_hide (AufaitReading *reading)
{
  guint length = aufait_reading_get_length (reading);

  for (guint i = 0; i < length; i++) {
    guint behind = read_false (reading, i);
    guint first;

    if (behind == 0)
      continue;
    first = find_start (reading, skip_weekday_back (reading, i));
    behind = find_end (reading, behind);
    aufait_reading_hide (reading, first, behind);
    i = behind - 1;
  }
}
