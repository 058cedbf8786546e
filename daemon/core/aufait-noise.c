/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-noise.h"

#define MAX_TITLE_TOKENS 16
#define MIN_PHONE_GROUPS 3
#define MIN_PHONE_DIGITS 9
#define SCORE_DISTANCE   5
#define MAX_STREET_WORDS 6

static gboolean
is_closing (gunichar open, const AufaitToken *token)
{
  if (token == NULL || token->type != AUFAIT_TOKEN_SIGN)
    return FALSE;
  return open == 0x00ab   ? token->sign == 0x00bb
         : open == 0x201c ? token->sign == 0x201d
                          : token->sign == open;
}

/* "Four Weddings and a Funeral" */
static guint
hide_title (AufaitReading *reading, guint index)
{
  const AufaitToken *open = aufait_reading_get (reading, index);

  if (open->type != AUFAIT_TOKEN_SIGN ||
      (open->sign != '"' && open->sign != 0x00ab && open->sign != 0x201c))
    return index + 1;
  for (guint i = index + 1; i < index + MAX_TITLE_TOKENS; i++)
    if (is_closing (open->sign, aufait_reading_get (reading, i))) {
      aufait_reading_hide (reading, index, i + 1);
      return i + 1;
    }
  return index + 1;
}

/* 06 12 05 20 27, 07700 900 123: groups of digits with nothing but a dot, a dash or space between.
 */
static guint
hide_phone (AufaitReading *reading, guint index)
{
  guint groups = 0, digits = 0, i = index;
  const AufaitToken *token;

  while ((token = aufait_reading_get (reading, i)) != NULL) {
    if (token->type == AUFAIT_TOKEN_NUMBER) {
      groups++;
      digits += (guint) token->digits;
    } else if (!aufait_token_is_sign (token, '.') && !aufait_token_is_sign (token, '-') &&
               !aufait_token_is_sign (token, '+')) {
      break;
    }
    i++;
  }
  if (digits >= MIN_PHONE_DIGITS && (groups >= MIN_PHONE_GROUPS || digits > 8) && groups != 6)
    aufait_reading_hide (reading, index, i);
  return MAX (i, index + 1);
}

static gboolean
is_score_joint (const AufaitToken *token)
{
  return aufait_token_is_sign (token, '-') || aufait_token_is_sign (token, '/') ||
         aufait_token_is_sign (token, ':');
}

/* "won 3-2", "8/10" behind "got": what is scored is no day. */
static void
hide_scores (AufaitReading *reading, guint index)
{
  const AufaitMark *score = aufait_reading_find (reading, index, AUFAIT_WORD_SCORE);

  if (score == NULL)
    return;
  for (guint i = score->behind; i < score->behind + SCORE_DISTANCE; i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);
    const AufaitToken *other = aufait_reading_get (reading, i + 2);

    if (token == NULL || aufait_token_is_sign (token, ',') || aufait_token_is_sign (token, '.'))
      return;
    if (aufait_token_is_number (token) && is_score_joint (aufait_reading_get (reading, i + 1)) &&
        aufait_token_is_number (other) && other->is_glued &&
        !aufait_reading_follows (reading, i, AUFAIT_WORD_ON)) {
      aufait_reading_hide (reading, i, i + 3);
      i += 2;
    }
  }
}

/* "rue du 8 mai 1945": a street may be called after a day. */
static void
hide_street_behind (AufaitReading *reading, const AufaitMark *street)
{
  guint of = aufait_reading_skip (reading, street->behind, AUFAIT_WORD_OF);
  guint day = aufait_reading_skip (reading, of, AUFAIT_WORD_ARTICLE);
  guint feast = aufait_reading_skip (reading, day, AUFAIT_WORD_FEAST);
  guint at = day + (aufait_token_is_number (aufait_reading_get (reading, day)) ? 1 : 0);
  guint month;

  if (of == street->behind || aufait_reading_find (reading, street->behind, AUFAIT_WORD_ON) != NULL)
    return; /* "in Vicar Street on 3 October" */
  at = aufait_reading_skip (reading, at, AUFAIT_WORD_ORDINAL_END);
  month = aufait_reading_skip (reading, at, AUFAIT_WORD_MONTH);
  if (month > at && at > day) {
    const AufaitToken *year = aufait_reading_get (reading, month);

    month += aufait_token_is_number (year) && year->digits == 4 ? 1 : 0;
    aufait_reading_hide (reading, street->first, month);
  } else if (feast > day) {
    aufait_reading_hide (reading, street->first, feast);
  }
}

/* "12 May Road" */
static void
hide_street_before (AufaitReading *reading, guint index)
{
  if (!aufait_reading_get (reading, index)->is_capital)
    return;
  for (guint i = index; i > 0 && i + MAX_STREET_WORDS > index; i--) {
    const AufaitToken *token = aufait_reading_get (reading, i - 1);

    if (token->type == AUFAIT_TOKEN_SIGN ||
        (token->type == AUFAIT_TOKEN_WORD && !token->is_capital))
      return;
    if (token->type == AUFAIT_TOKEN_NUMBER) {
      aufait_reading_hide (reading, i - 1, index + 1);
      return;
    }
  }
}

static void
hide_street (AufaitReading *reading, guint index)
{
  const AufaitMark *street = aufait_reading_find (reading, index, AUFAIT_WORD_STREET);

  if (street == NULL)
    return;
  hide_street_behind (reading, street);
  hide_street_before (reading, index);
}

void
aufait_noise_hide (AufaitReading *reading)
{
  guint length = aufait_reading_get_length (reading);

  for (guint i = 0; i < length;)
    i = hide_title (reading, i);
  for (guint i = 0; i < length;)
    i = aufait_token_is_number (aufait_reading_get (reading, i)) ? hide_phone (reading, i) : i + 1;
  for (guint i = 0; i < length; i++) {
    hide_scores (reading, i);
    hide_street (reading, i);
  }
}
