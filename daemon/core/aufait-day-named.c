/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-named.h"

#include "aufait-day-numbers.h"
#include "aufait-day-units.h"

#define LONGEST_ABBREVIATION 5

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

gboolean
aufait_day_named_is_certain (const AufaitDayContext *context, const AufaitMark *mark)
{
  static const AufaitWordClass classes[] = {
    AUFAIT_WORD_ON,    AUFAIT_WORD_FROM, AUFAIT_WORD_UNTIL,  AUFAIT_WORD_BY,
    AUFAIT_WORD_THIS,  AUFAIT_WORD_NEXT, AUFAIT_WORD_LAST,   AUFAIT_WORD_PART,
    AUFAIT_WORD_SINCE, AUFAIT_WORD_OF,   AUFAIT_WORD_BETWEEN
  };
  const AufaitReading *reading = context->reading;
  const AufaitToken *behind = aufait_reading_get (reading, mark->behind);
  const AufaitToken *token = aufait_reading_get (reading, mark->first);
  int days;

  if (!mark->entry->is_weak || context->in_range)
    return TRUE;
  if (mark->entry->class == AUFAIT_WORD_MONTH &&
      find (context, mark->behind, AUFAIT_WORD_UNIT) != NULL)
    return FALSE; /* "sept ans", but "thu night" */
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_follows (reading, mark->first, classes[i]))
      return TRUE;
  if (aufait_reading_follows (reading, mark->first, AUFAIT_WORD_MOVED) &&
      find (context, mark->first - 1, AUFAIT_WORD_TO) != NULL)
    return TRUE; /* "moved her exam to June" */
  if (aufait_reading_follows (reading, mark->first, AUFAIT_WORD_ARTICLE))
    return FALSE;
  if (mark->entry->class == AUFAIT_WORD_WEEKDAY) {
    if (aufait_token_is_number (behind) || find (context, mark->behind, AUFAIT_WORD_DAY_PART) ||
        find (context, mark->behind, AUFAIT_WORD_AT) ||
        find (context, mark->behind, AUFAIT_WORD_LAST))
      return TRUE;
    if (aufait_day_units_read_later (reading, mark->behind, &days) > 0 && days > 0)
      return TRUE;                                      /* "Sat week" */
    if (find (context, mark->behind, AUFAIT_WORD_NEXT)) /* but not "sat next to me" */
      return !find (context, skip (context, mark->behind, AUFAIT_WORD_NEXT), AUFAIT_WORD_TO);
    if (find (context, mark->behind, AUFAIT_WORD_TO) &&
        find (context, skip (context, mark->behind, AUFAIT_WORD_TO), AUFAIT_WORD_WEEKDAY))
      return TRUE; /* "Wed thru Fri" */
    if ((aufait_token_is_sign (behind, '.') && behind->is_glued) ||
        aufait_token_is_sign (behind, '@'))
      return TRUE;
    if (aufait_token_is_sign (behind, '-') && find (context, mark->behind + 1, AUFAIT_WORD_WEEKDAY))
      return TRUE;
    return (!token->is_capital || /* "2nd interview Mon" */
            aufait_reading_follows (reading, mark->first, AUFAIT_WORD_TOPIC)) &&
           mark->first > 0 && (behind == NULL || behind->type == AUFAIT_TOKEN_SIGN);
  }
  if (aufait_token_is_number (behind) && behind->digits == 4)
    return TRUE;
  return aufait_reading_follows (reading, mark->first, AUFAIT_WORD_TOPIC) &&
         (behind == NULL || behind->type == AUFAIT_TOKEN_SIGN);
}

/* "last March" is the latest that is over, "next March" the first that has not
 * begun. */
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
  guint last = find (context, index, AUFAIT_WORD_BE) != NULL /* "passe Noël à Rome" */
                   ? index
                   : skip (context, index, AUFAIT_WORD_LAST);
  guint this = skip (context, index, AUFAIT_WORD_THIS);

  *ret_which = next > index ? 1 : last > index ? -1 : 0;
  *ret_found = next > index || last > index || this > index;
  return MAX (MAX (next, last), this);
}

/* Whether something says that a season is a time: "in the spring", not "spring rolls". */
static gboolean
is_introduced (const AufaitDayContext *context, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_ON, AUFAIT_WORD_PART, AUFAIT_WORD_OF,
                                             AUFAIT_WORD_FOR, AUFAIT_WORD_UNTIL };

  if (aufait_reading_follows (context->reading, index, AUFAIT_WORD_AUXILIARY))
    return FALSE; /* "a été malade" */
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_follows (context->reading, index, classes[i]))
      return TRUE;
  return context->in_range;
}

/* Past the dot of "sept.", but not one that ends the sentence. */
static guint
skip_dot (const AufaitDayContext *context, const AufaitMark *name)
{
  const AufaitToken *word = aufait_reading_get (context->reading, name->first);
  const AufaitToken *dot = aufait_reading_get (context->reading, name->behind);
  const AufaitToken *after = aufait_reading_get (context->reading, name->behind + 1);

  if (!aufait_token_is_sign (dot, '.') || after == NULL || after->is_capital ||
      word->end - word->start > LONGEST_ABBREVIATION)
    return name->behind;
  return name->behind + 1;
}

static guint
read_name (const AufaitDayContext *context, guint index, gboolean is_told, AufaitDate *date)
{
  const AufaitMark *name = find (context, index, AUFAIT_WORD_MONTH);

  if (name != NULL) {
    date->month = name->entry->value;
    return is_told || aufait_day_named_is_certain (context, name) ? skip_dot (context, name) : 0;
  }
  name = find (context, index, AUFAIT_WORD_SEASON);
  if (name == NULL)
    return 0;
  date->month = name->entry->value;
  date->n_months = 3;
  return name->behind;
}

guint
aufait_day_named_read_month (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate date = { 0 };
  int which, which_behind;
  gboolean is_told, is_told_behind;
  guint at = skip (context, index, AUFAIT_WORD_ARTICLE);
  guint start = read_which (context, at, &which, &is_told);
  guint behind = read_name (context, start, is_told, &date);
  guint end;

  if (behind == 0)
    return 0;
  end = read_which (context, behind, &which_behind, &is_told_behind);
  if (is_told_behind && which_behind != 0) {
    which = which_behind;
    behind = end;
    is_told = TRUE;
  } else {
    behind = aufait_day_numbers_read_year (context->reading, behind, &date.year);
  }
  if (date.n_months > 0 && !is_told && date.year == 0 && at == index &&
      !is_introduced (context, index))
    return 0;
  settle_which (context, &date, which);
  *ret_date = date;
  return behind;
}

guint
aufait_day_named_read_feast (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
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
guint
aufait_day_named_read_year (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
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
