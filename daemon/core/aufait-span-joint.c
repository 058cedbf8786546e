/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-span-joint.h"

static AufaitSpan *
get_last (GArray *spans)
{
  return spans->len == 0 ? NULL : &g_array_index (spans, AufaitSpan, spans->len - 1);
}

static gboolean
is_weekday_alone (const AufaitReading *reading, const AufaitSpan *span)
{
  if (span->first != span->last || span->role != AUFAIT_SPAN_ON)
    return FALSE;
  for (guint i = span->begin; i < span->behind; i++) {
    const AufaitMark *weekday = aufait_reading_find (reading, i, AUFAIT_WORD_WEEKDAY);

    if (weekday != NULL)
      return weekday->behind == span->behind;
  }
  return FALSE;
}

/* Whether nothing but a comma or a bracket is between the last day and @span. */
static gboolean
stands_beside (const AufaitReading *reading, const AufaitSpan *last, const AufaitSpan *span)
{
  for (guint i = last->behind; i < span->begin; i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);

    if (token->type != AUFAIT_TOKEN_SIGN || strchr ("(,", (int) MIN (token->sign, 127)) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* "11 Dec (Friday)", "Friday (11 Dec)": one day told twice; the date is believed. */
static gboolean
joins_last (const AufaitReading *reading, GArray *spans, const AufaitSpan *span)
{
  AufaitSpan *last = get_last (spans);

  if (last == NULL || last->first != last->last || span->first != span->last ||
      span->role != AUFAIT_SPAN_ON || !stands_beside (reading, last, span))
    return FALSE;
  if (is_weekday_alone (reading, last) &&
      aufait_day_weekday (last->first) == aufait_day_weekday (span->first))
    last->first = last->last = span->first;
  else if (!is_weekday_alone (reading, span) ||
           aufait_day_weekday (last->first) != aufait_day_weekday (span->first))
    return FALSE;
  if (last->at_secs < 0)
    last->at_secs = span->at_secs;
  return TRUE;
}

/* "at the weekend 28-29 November": the days, not the weekend that comes. */
static gboolean
names_last (GArray *spans, const AufaitSpan *span)
{
  AufaitSpan *last = get_last (spans);
  AufaitDay days = last != NULL ? last->last - last->first : 0;

  if (last == NULL || last->behind != span->begin || last->role != AUFAIT_SPAN_ON ||
      span->role != AUFAIT_SPAN_ON || last->is_month_told || !span->is_month_told ||
      (days != 1 && days != 6) || span->last - span->first > days)
    return FALSE;
  last->first = span->first;
  last->last = span->last;
  return TRUE;
}

/* "lundi, mardi et mercredi": days that follow each other are one span. */
static gboolean
extends_last (const AufaitReading *reading, GArray *spans, const AufaitSpan *span, guint *ret_begin)
{
  AufaitSpan *last = get_last (spans);
  guint at = last != NULL ? last->behind : 0;

  if (last == NULL || !last->is_range || !span->is_weekday || span->is_range ||
      span->role != AUFAIT_SPAN_ON || span->first != last->last + 1)
    return FALSE;
  if (aufait_token_is_sign (aufait_reading_get (reading, at), ','))
    at++;
  at = aufait_reading_skip (reading, at, AUFAIT_WORD_AND);
  if (at == last->behind || at != span->begin)
    return FALSE;
  *ret_begin = last->behind;
  last->last = span->last;
  last->behind = span->behind;
  return TRUE;
}

gboolean
aufait_span_joint_add (const AufaitReading *reading,
                       GArray *spans,
                       const AufaitSpan *span,
                       guint *ret_begin)
{
  *ret_begin = span->begin;
  return joins_last (reading, spans, span) || names_last (spans, span) ||
         extends_last (reading, spans, span, ret_begin);
}
