/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-clock-time.h"

#define NOON 12

/* "am", "pm", "du soir" behind a time; sets how many hours it adds. */
static guint
read_half (const AufaitReading *reading, guint index, int *hour, gboolean *ret_found)
{
  const AufaitMark *half = aufait_reading_find (reading, index, AUFAIT_WORD_HALF_DAY);

  *ret_found = half != NULL && *hour <= 12;
  if (!*ret_found)
    return index;
  if (half->entry->value == NOON && *hour < NOON)
    *hour += NOON;
  else if (half->entry->value == 0 && *hour == NOON)
    *hour = 0;
  return half->behind;
}

/* The minutes behind ":", "." or "h". */
static guint
read_minutes (const AufaitReading *reading, guint index, int *minute)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  *minute = 0;
  if (!aufait_token_is_number (token) || !token->is_glued || token->digits != 2 ||
      token->number > 59)
    return index;
  *minute = token->number;
  return index + 1;
}

static gboolean
is_separator (const AufaitReading *reading, guint index)
{
  const AufaitToken *sign = aufait_reading_get (reading, index);
  const AufaitToken *after = aufait_reading_get (reading, index + 1);

  if (!aufait_token_is_sign (sign, ':') && !aufait_token_is_sign (sign, '.'))
    return FALSE;
  return sign->is_glued && aufait_token_is_number (after) && after->is_glued && after->digits == 2;
}

/* 18:00, 18h30, 6pm, "6 o'clock"; a bare number is told by @ret_is_bare. */
static guint
read_figures (
    const AufaitReading *reading, guint index, int *hour, int *minute, gboolean *ret_is_bare)
{
  const AufaitToken *token = aufait_reading_get (reading, index);
  gboolean is_clock, has_half;
  guint at = index + 1;

  if (!aufait_token_is_number (token) || token->digits > 2 || token->number > 24)
    return 0;
  *hour = token->number;
  *minute = 0;
  *ret_is_bare = FALSE;
  if (is_separator (reading, at)) {
    gboolean is_dot = aufait_token_is_sign (aufait_reading_get (reading, at), '.');
    guint behind = read_minutes (reading, at + 1, minute);

    if (behind == at + 1)
      return 0;
    at = read_half (reading, behind, hour, &has_half);
    return is_dot && !has_half ? 0 : at;
  }
  is_clock = aufait_reading_find (reading, at, AUFAIT_WORD_CLOCK) != NULL;
  at = aufait_reading_skip (reading, at, AUFAIT_WORD_CLOCK);
  if (is_clock)
    at = read_minutes (reading, at, minute);
  at = read_half (reading, at, hour, &has_half);
  *ret_is_bare = !is_clock && !has_half;
  return at;
}

static guint
read_one (const AufaitReading *reading, guint index, gboolean is_sure, int *ret_secs)
{
  const AufaitMark *word = aufait_reading_find (reading, index, AUFAIT_WORD_CLOCK_TIME);
  guint number = aufait_reading_skip (reading, index, AUFAIT_WORD_AT);
  int hour, minute;
  gboolean is_bare;
  guint behind;

  if (word == NULL)
    word = aufait_reading_find (reading, number, AUFAIT_WORD_CLOCK_TIME);
  if (word != NULL) {
    *ret_secs = word->entry->value * 60;
    return word->behind;
  }
  behind = read_figures (reading, number, &hour, &minute, &is_bare);
  if (behind == 0 || hour > 24 || (hour == 24 && minute > 0))
    return 0;
  if (is_bare && (!is_sure || number == index ||
                  aufait_reading_find (reading, behind, AUFAIT_WORD_UNIT) != NULL))
    return 0; /* "le 3 pour 10 j" */
  /* Nobody has dinner at 8 in the morning, but a dentist may: what is written is taken as it is. */
  *ret_secs = (hour * 60 + minute) * 60 % (24 * 60 * 60);
  return behind;
}

gboolean
aufait_clock_time_read (
    const AufaitReading *reading, guint index, gboolean is_sure, int *ret_secs, guint *ret_behind)
{
  guint behind = read_one (reading, index, is_sure, ret_secs);
  guint until;
  int ignored;

  if (behind == 0)
    return FALSE;
  if (aufait_token_is_sign (aufait_reading_get (reading, behind), '-')) {
    until = read_one (reading, behind + 1, FALSE, &ignored);
    behind = until > 0 ? until : behind;
  }
  *ret_behind = behind;
  return TRUE;
}
