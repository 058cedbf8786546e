/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day-joint.h"

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

/* "grade 5, on 12 May": a figure alone, with a day behind its comma that has its own "on", is none
 * of a list. */
static gboolean
is_listed (const AufaitDayContext *context, guint comma)
{
  const AufaitMark *on = aufait_reading_find (context->reading, comma + 1, AUFAIT_WORD_ON);

  return on == NULL || comma == 0 || !aufait_token_is_number (peek (context, comma - 1)) ||
         aufait_reading_follows (context->reading, comma - 1, AUFAIT_WORD_ON) ||
         aufait_reading_follows (context->reading, comma - 1, AUFAIT_WORD_ARTICLE);
}

guint
aufait_day_joint_read (const AufaitDayContext *context, guint index, gboolean *ret_is_and)
{
  const AufaitToken *token = peek (context, index);
  guint behind = index;

  *ret_is_and = FALSE;
  if (aufait_token_is_sign (token, '.') && aufait_token_is_sign (peek (context, index + 1), '.')) {
    while (aufait_token_is_sign (peek (context, behind), '.'))
      behind++;
    return behind;
  }
  while (aufait_token_is_sign (peek (context, behind), '-') ||
         aufait_token_is_sign (peek (context, behind), '>'))
    behind++;
  if (behind > index)
    return behind;
  if (aufait_token_is_sign (token, ',')) {
    if (!is_listed (context, index))
      return index;
    *ret_is_and = TRUE;
    behind = skip (context, index + 1, AUFAIT_WORD_UNTIL);
    return behind == index + 1 ? index + 1 : behind;
  }
  if (aufait_token_is_sign (token, '&') ||
      aufait_reading_find (context->reading, index, AUFAIT_WORD_AND) != NULL) {
    *ret_is_and = TRUE;
    behind = MAX (skip (context, index, AUFAIT_WORD_AND), index + 1);
    return MAX (behind, skip (context, behind, AUFAIT_WORD_UNTIL));
  }
  behind = skip (context, index, AUFAIT_WORD_UNTIL);
  return behind > index ? behind : skip (context, index, AUFAIT_WORD_TO);
}
