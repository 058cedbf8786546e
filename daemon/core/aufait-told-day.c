/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-told-day.h"

#include <string.h>

#include "aufait-day-expression.h"

/* "for a coffee at the new place downtown" */
#define PLACE_WORDS_MAX 8

static gboolean
is_one_day (const AufaitSpan *span)
{
  return span->role == AUFAIT_SPAN_ON && span->first != AUFAIT_DAY_NONE &&
         span->first == span->last && !span->is_range;
}

/* Reads the day at @index, which must be the same whether one looks back or ahead. */
static AufaitDay
read_day (const AufaitDayContext *context, guint index, guint *ret_behind)
{
  AufaitDayContext back = *context;
  AufaitSpan ahead_span, span;

  back.is_past = TRUE;
  if (!aufait_day_expression_read (context, index, &ahead_span) ||
      !aufait_day_expression_read (&back, index, &span) || !is_one_day (&span) ||
      span.first != ahead_span.first || span.last != ahead_span.last || span.first > context->today)
    return AUFAIT_DAY_NONE;
  *ret_behind = span.behind;
  return span.first;
}

/* "yesterday's news" is about news. */
static gboolean
is_owner (const AufaitReading *reading, guint behind)
{
  const AufaitToken *next = aufait_reading_get (reading, behind);

  return aufait_token_is_word (aufait_reading_get (reading, behind - 1), "s") ||
         (aufait_token_is_sign (next, '\'') && next->is_glued);
}

/* The words from @index on, without what parts them from the day. */
static const char *
get_rest (const AufaitReading *reading, guint index)
{
  const AufaitToken *token = aufait_reading_get (reading, index);
  const char *text = aufait_reading_get_text (reading);

  while (token != NULL && token->type == AUFAIT_TOKEN_SIGN && strchr (",:;.-", (int) token->sign))
    token = aufait_reading_get (reading, ++index);
  return token != NULL ? text + token->start : text + strlen (text);
}

static AufaitDay
find_at_start (const AufaitDayContext *context, guint *ret_behind)
{
  AufaitDay day = read_day (context, 0, ret_behind);

  return day != AUFAIT_DAY_NONE && !is_owner (context->reading, *ret_behind) ? day
                                                                             : AUFAIT_DAY_NONE;
}

/* "at", "with", "chez"; but "a" is "has" more often in French. */
static gboolean
is_preposition (const AufaitReading *reading, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_AT, AUFAIT_WORD_FOR, AUFAIT_WORD_WITH,
                                             AUFAIT_WORD_PLACE_PREPOSITION };

  if (g_strcmp0 (aufait_reading_get (reading, index)->accented, "a") == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_find (reading, index, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What makes a sentence of its own, whose day the day is. */
static gboolean
is_of_a_sentence (const AufaitReading *reading, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_AUXILIARY, AUFAIT_WORD_BE,
                                             AUFAIT_WORD_BREAK, AUFAIT_WORD_PAST };
  const AufaitToken *token = aufait_reading_get (reading, index);

  if (token->type == AUFAIT_TOKEN_SIGN)
    return token->sign != '\'' && token->sign != '-';
  if (aufait_reading_find (reading, index, AUFAIT_WORD_AND) != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_find (reading, index, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_place_only (const AufaitReading *reading, guint behind)
{
  if (behind > PLACE_WORDS_MAX || !is_preposition (reading, 0))
    return FALSE;
  for (guint i = 1; i < behind; i++)
    if (is_of_a_sentence (reading, i))
      return FALSE;
  return TRUE;
}

static AufaitDay
find_at_end (const AufaitDayContext *context)
{
  guint length = aufait_reading_get_length (context->reading);

  while (length > 0 &&
         aufait_token_is_sign (aufait_reading_get (context->reading, length - 1), '.'))
    length--;
  for (guint i = 1; i < length && i <= PLACE_WORDS_MAX; i++) {
    guint behind;
    AufaitDay day = read_day (context, i, &behind);

    if (day != AUFAIT_DAY_NONE && behind == length)
      return is_place_only (context->reading, i) ? day : AUFAIT_DAY_NONE;
  }
  return AUFAIT_DAY_NONE;
}

AufaitDay
aufait_told_day_find (const char *text,
                      AufaitDay today,
                      gboolean month_first,
                      const char **ret_rest)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  AufaitDayContext context = { .reading = reading, .today = today, .month_first = month_first };
  AufaitDay day = AUFAIT_DAY_NONE;
  guint behind;

  if (aufait_reading_get_length (reading) > 0)
    day = find_at_start (&context, &behind);
  if (day == AUFAIT_DAY_NONE)
    return find_at_end (&context);
  *ret_rest = text + (get_rest (reading, behind) - aufait_reading_get_text (reading));
  return day;
}
