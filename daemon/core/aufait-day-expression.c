/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-expression.h"

#include "aufait-clock-time.h"
#include "aufait-day-joint.h"
#include "aufait-day-numbers.h"
#include "aufait-day-units.h"
#include "aufait-day-words.h"

/* Days that are listed with commas. */
#define MAX_LIST 8

static guint
skip (const AufaitDayContext *context, guint index, AufaitWordClass class)
{
  return aufait_reading_skip (context->reading, index, class);
}

static const AufaitToken *
peek (const AufaitDayContext *context, guint index)
{
  return aufait_reading_get (context->reading, index);
}

static guint
read_one (const AufaitDayContext *context, guint index, AufaitDate *ret_date)
{
  AufaitDate numbers, words;
  guint behind_numbers, behind_words;

  if (aufait_reading_is_hidden (context->reading, index))
    return 0;
  behind_numbers = aufait_day_numbers_read (context, index, &numbers);
  behind_words = aufait_day_words_read (context, index, &words);
  if (behind_numbers == 0 && behind_words == 0)
    return 0;
  *ret_date = behind_words > behind_numbers ? words : numbers;
  return MAX (behind_numbers, behind_words);
}

/* --- spans ------------------------------------------------------------------------------------ */

/* Past "and" and "," only what makes one span of the two is joined: the next
 * day, or the next month. */
static gboolean
is_adjacent (AufaitDay first, AufaitDay last_of_first, AufaitDay last)
{
  return last > last_of_first &&
         (last - last_of_first == 1 || (last - last_of_first <= 31 && last_of_first - first >= 27));
}

static gboolean
resolve_pair (const AufaitDayContext *context,
              AufaitDate *from,
              AufaitDate *to,
              AufaitDay *ret_first,
              AufaitDay *ret_last)
{
  if (from->weekday > 0 && from->first != AUFAIT_DAY_NONE && to->weekday > 0 &&
      to->first != AUFAIT_DAY_NONE && to->first <= from->first) {
    if (context->is_past) {
      from->first -= 7;
      from->last -= 7;
    } else {
      to->first += 7;
      to->last += 7;
    }
  }
  return aufait_date_resolve_range (from, to, context->today, context->is_past, ret_first,
                                    ret_last);
}

/* The second end. Figures alone are one behind a day that has a month: "August
 * 10-20". */
static guint
read_end (const AufaitDayContext *context,
          guint index,
          gboolean has_start_month,
          AufaitDate *ret_date)
{
  AufaitDayContext inner = *context;
  guint at, behind;

  inner.in_range = TRUE;
  at = skip (&inner, skip (&inner, index, AUFAIT_WORD_ON), AUFAIT_WORD_ARTICLE);
  behind = read_one (&inner, at, ret_date);
  if (behind == 0 && at > index)
    behind = read_one (&inner, index, ret_date);
  if (behind == 0 && has_start_month) { /* "August 10-20" */
    behind = aufait_day_numbers_read_bare (&inner, at, ret_date);
    return behind > 0 && aufait_day_numbers_is_counting (context->reading, behind) ? 0 : behind;
  }
  return behind;
}

/* "10, 11 and 12 August": one span when they follow each other; else the first,
 * and the rest is read after it. */
static guint
read_list (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  AufaitDate first, next;
  guint behind = aufait_day_numbers_read_bare (context, index, &first);
  guint at = behind, end = 0, day = 0;
  gboolean is_run = TRUE;

  if (behind == 0 || !aufait_token_is_sign (peek (context, behind), ','))
    return 0;
  for (guint i = 0, last = (guint) first.day; i < MAX_LIST; i++, last = day) {
    gboolean is_and;
    guint joint = aufait_day_joint_read (context, at, &is_and);

    if (joint == at || !is_and)
      return 0;
    if (aufait_token_is_sign (peek (context, joint + 1), '/')) /* "grade 4, 20/3" */
      return 0;
    joint = skip (context, skip (context, joint, AUFAIT_WORD_ON), AUFAIT_WORD_ARTICLE);
    end = aufait_day_numbers_read (context, joint, &next);
    at = end > 0 && next.month > 0 ? end : aufait_day_numbers_read_bare (context, joint, &next);
    if (at == 0)
      return 0;
    day = (guint) next.day;
    is_run = is_run && day == last + 1;
    if (next.month > 0 && next.day > 0)
      break;
  }
  first.month = next.month;
  first.year = next.year;
  if (next.month == 0 || next.day == 0 ||
      !aufait_date_resolve_range (&first, is_run ? &next : &first, context->today, context->is_past,
                                  &ret_span->first, &ret_span->last))
    return 0;
  return is_run ? at : behind;
}

/* What was said of the month. */
static void
note_month (AufaitSpan *span, const AufaitDate *from, const AufaitDate *to)
{
  span->is_year_told = from->year > 0 || to->year > 0;
  span->is_month_told = from->month > 0 || to->month > 0;
  span->is_day_alone =
      !span->is_month_told && from->day > 0 && to->day > 0 && from->weekday + to->weekday == 0;
}

/* "from 10 to 20 August", "10-20 août", "lundi 3 → vendredi 7"; sets @ret_span
 * when there are two ends. */
static guint
read_pair (const AufaitDayContext *context,
           guint index,
           gboolean is_between,
           gboolean is_from,
           AufaitSpan *ret_span)
{
  AufaitDate from, to;
  AufaitDay first, last, last_of_first;
  gboolean is_and, is_bare = FALSE, is_ordinal;
  guint behind = read_one (context, index, &from);
  guint bare = aufait_day_numbers_read_bare (context, index, &from);
  guint joint, end;

  if (behind == 0) {
    behind = bare;
    is_bare = TRUE;
  } else {
    read_one (context, index, &from);
  }
  if (behind == 0 || aufait_reading_is_hidden (context->reading, index))
    return 0;
  joint = aufait_day_joint_read (context, behind, &is_and);
  if (joint == behind || (is_bare && aufait_token_is_sign (peek (context, behind), ',') &&
                          aufait_token_is_sign (peek (context, joint + 1), '/')))
    return 0;
  is_ordinal = is_bare && peek (context, behind - 1)->type == AUFAIT_TOKEN_WORD &&
               peek (context, behind - 1)->is_glued; /* "20th-27th" */
  end = read_end (context, joint, from.month > 0 || from.first > 0 || is_ordinal, &to);
  if (is_ordinal && !is_and && end > 0 && to.month == 0 && to.day <= from.day)
    return 0;
  is_bare = is_bare && (!is_ordinal || is_and);
  if (end == 0 || (is_bare && to.month == 0 && !(to.first > 0 && from.weekday > 0)))
    if (end == 0 || !is_from)
      return 0;
  if (is_and && !is_between) {
    AufaitDate filled = from;

    if (from.month == 0 && from.feast == NULL && from.first == AUFAIT_DAY_NONE) {
      filled.month = to.month;
      filled.year = to.year;
    }
    if (!resolve_pair (context, &filled, &to, &first, &last) ||
        !aufait_date_resolve (&filled, first, FALSE, &first, &last_of_first))
      return 0;
    ret_span->first = first;
    ret_span->last = is_adjacent (first, last_of_first, last) ? last : last_of_first;
    note_month (ret_span, &from, &to);
    ret_span->is_range = TRUE;
    return ret_span->last == last ? end : behind;
  }
  if (!resolve_pair (context, &from, &to, &first, &last) || last - first > 800)
    return 0;
  ret_span->is_range = TRUE;
  ret_span->first = first;
  ret_span->last = last;
  note_month (ret_span, &from, &to);
  return end;
}

static guint
read_single (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  AufaitDate date;
  guint behind = read_one (context, index, &date);

  if (behind == 0 || !aufait_date_resolve (&date, context->today, context->is_past,
                                           &ret_span->first, &ret_span->last))
    return 0;
  note_month (ret_span, &date, &date);
  ret_span->is_feast = date.feast != NULL;
  ret_span->is_weekday = date.weekday > 0 && date.first != AUFAIT_DAY_NONE;
  return behind;
}

/* --- what introduces them --------------------------------------------------------------------- */

/* Behind "until", "by" and "from" a day of the month needs no article in any
 * language. */
static guint
read_after (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  AufaitDayContext inner = *context;
  guint at = skip (context, skip (context, index, AUFAIT_WORD_ON), AUFAIT_WORD_ARTICLE);
  guint behind;

  inner.in_range = TRUE;
  behind = read_single (&inner, index, ret_span);
  return behind > 0 || at == index ? behind : read_single (&inner, at, ret_span);
}

static guint
read_limit (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  const AufaitMark *by = aufait_reading_find (context->reading, index, AUFAIT_WORD_BY);
  guint behind;
  int days, months;

  if (by == NULL)
    return 0;
  ret_span->role = AUFAIT_SPAN_BY;
  ret_span->is_before = by->entry->value == 1;
  behind = read_after (context, by->behind, ret_span);
  if (behind > 0)
    return behind;
  behind = aufait_day_units_read_length (context->reading, by->behind, &days, &months);
  if (behind == 0)
    return 0;
  ret_span->first = ret_span->last =
      months > 0 ? aufait_day_add_months (context->today, months) : context->today + days;
  return behind;
}

static guint
read_until (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  guint at = skip (context, index, AUFAIT_WORD_UNTIL);

  if (at == index)
    return 0;
  ret_span->role = AUFAIT_SPAN_UNTIL;
  return read_after (context, at, ret_span);
}

static guint
read_since (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  AufaitDayContext inner = *context;
  guint at = skip (context, index, AUFAIT_WORD_SINCE);
  guint behind;
  int days, months;

  if (at == index)
    return 0;
  inner.is_past = TRUE;
  ret_span->role = AUFAIT_SPAN_SINCE;
  behind = aufait_day_units_read_length (context->reading, at, &days, &months);
  if (behind > 0)
    ret_span->first =
        months > 0 ? aufait_day_add_months (context->today, -months) : context->today - days;
  else
    behind = read_after (&inner, at, ret_span);
  ret_span->last = context->today;
  return behind;
}

static guint
read_length (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  guint at = skip (context, index, AUFAIT_WORD_FOR);
  guint behind =
      aufait_day_units_read_length (context->reading, at, &ret_span->days, &ret_span->months);

  if (behind == 0 || ret_span->days + ret_span->months == 0)
    return 0;
  ret_span->role = AUFAIT_SPAN_LENGTH;
  return behind;
}

static guint
read_from (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  guint from = skip (context, index, AUFAIT_WORD_FROM);
  guint between = skip (context, index, AUFAIT_WORD_BETWEEN);
  guint at = MAX (from, between);
  guint article, behind;

  if (at == index)
    return 0;
  article = skip (context, at, AUFAIT_WORD_ARTICLE);
  article = article == at ? skip (context, at, AUFAIT_WORD_ON) : article;
  behind = read_pair (context, at, between > index, TRUE, ret_span);
  if (behind == 0 && article > at)
    behind = read_pair (context, article, between > index, TRUE, ret_span);
  if (behind > 0)
    return behind;
  if (between > index)
    return 0;
  ret_span->role = AUFAIT_SPAN_FROM;
  return read_after (context, at, ret_span);
}

static guint
read_couple (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  return read_pair (context, index, FALSE, FALSE, ret_span);
}

/* An article may belong to the day ("the 3rd") or stand before it ("le samedi 5
 * juin"). */
static guint
read_longest (const AufaitDayContext *context,
              const guint *starts,
              guint n_starts,
              guint (*read) (const AufaitDayContext *, guint, AufaitSpan *),
              AufaitSpan *ret_span)
{
  guint longest = 0;

  for (guint i = 0; i < n_starts; i++) {
    AufaitSpan span = *ret_span;
    guint behind = i > 0 && starts[i] == starts[i - 1] ? 0 : read (context, starts[i], &span);

    if (behind > longest) {
      longest = behind;
      *ret_span = span;
    }
  }
  return longest;
}

static guint
read_on (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  guint at = skip (context, index, AUFAIT_WORD_ON);
  guint after = at == index ? skip (context, index, AUFAIT_WORD_FOR) : at;
  guint article = skip (context, after, AUFAIT_WORD_ARTICLE);
  const guint starts[] = { index, after, article };
  guint behind = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (starts) && behind == 0; i++)
    if (!aufait_reading_is_hidden (context->reading, starts[i]))
      behind = read_list (context, starts[i], ret_span);

  if (behind > 0)
    return behind;
  behind = read_longest (context, starts, G_N_ELEMENTS (starts), read_couple, ret_span);
  return behind > 0 ? behind
                    : read_longest (context, starts, G_N_ELEMENTS (starts), read_single, ret_span);
}

/* Past what belongs to the day: its part, and a time. */
static guint
read_time_behind (const AufaitDayContext *context, guint behind, AufaitSpan *span)
{
  guint at = skip (context, behind, AUFAIT_WORD_DAY_PART);
  guint time;

  if (aufait_token_is_sign (peek (context, at), ','))
    return aufait_clock_time_read (context->reading, at + 1, FALSE, &span->at_secs, &time) ? time
                                                                                           : at;
  if (aufait_clock_time_read (context->reading, at, TRUE, &span->at_secs, &time))
    return skip (context, time, AUFAIT_WORD_DAY_PART);
  return at;
}

/* "every Friday", "tous les 15 jours": no moment is meant. */
static guint
read_every (const AufaitDayContext *context, guint index)
{
  guint at = skip (context, index, AUFAIT_WORD_EVERY);
  AufaitDate date;
  guint behind;
  int days, months;

  if (at == index)
    return 0;
  behind = read_one (context, at, &date);
  if (behind == 0)
    behind = aufait_day_units_read_length (context->reading, at, &days, &months);
  behind = MAX (behind, skip (context, at, AUFAIT_WORD_UNIT));
  return MAX (behind, at);
}

/* Whether a word behind says from which day it is counted: "the day after the exam", "la veille de
 * Noël". */
static gboolean
is_counted_from (const AufaitDayContext *context, guint behind)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_OF, AUFAIT_WORD_ARTICLE, AUFAIT_WORD_OWN,
                                             AUFAIT_WORD_RELATIVE, AUFAIT_WORD_FEAST };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_find (context->reading, behind, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "the next day", "la veille": of the day that was said before. */
static guint
read_after_said (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  const AufaitMark *mark = aufait_reading_find (context->reading, index, AUFAIT_WORD_DAY_AFTER);

  if (context->said == AUFAIT_DAY_NONE || mark == NULL || is_counted_from (context, mark->behind) ||
      skip (context, index, AUFAIT_WORD_RELATIVE) > mark->behind ||
      skip (context, index, AUFAIT_WORD_FEAST) > mark->behind)
    return 0;
  ret_span->first = ret_span->last = context->said + mark->entry->value;
  ret_span->is_after_said = TRUE;
  return mark->behind;
}

gboolean
aufait_day_expression_read (const AufaitDayContext *context, guint index, AufaitSpan *ret_span)
{
  guint (*const readers[]) (const AufaitDayContext *, guint,
                            AufaitSpan *) = { read_after_said, read_since, read_until, read_limit,
                                              read_from,       read_on,    read_length };
  guint every = read_every (context, index);

  if (every > 0) {
    *ret_span = (AufaitSpan){ .at_secs = -1, .begin = index, .behind = every };
    return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++) {
    AufaitSpan span = { .at_secs = -1, .begin = index };
    guint behind = readers[i](context, index, &span);

    if (behind == 0)
      continue;
    /* Behind a length "from 5" begins a day: "for two weeks from 5 October". */
    span.behind =
        span.role == AUFAIT_SPAN_LENGTH ? behind : read_time_behind (context, behind, &span);
    *ret_span = span;
    return TRUE;
  }
  return FALSE;
}
