/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-place.h"

/* Words that follow the same prepositions and are no places. */
static gboolean
is_other (const AufaitReading *reading, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_NOT_PLACE, AUFAIT_WORD_MONTH,
                                             AUFAIT_WORD_WEEKDAY,   AUFAIT_WORD_FEAST,
                                             AUFAIT_WORD_SEASON,    AUFAIT_WORD_RELATIVE,
                                             AUFAIT_WORD_PART,      AUFAIT_WORD_UNIT,
                                             AUFAIT_WORD_NUMBER,    AUFAIT_WORD_OWN };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_find (reading, index, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Past the parts that a hyphen joins: "Aix-en-Provence". */
static guint
skip_hyphens (const AufaitReading *reading, guint behind)
{
  for (;;) {
    const AufaitToken *sign = aufait_reading_get (reading, behind);
    const AufaitToken *word = aufait_reading_get (reading, behind + 1);

    if (!aufait_token_is_sign (sign, '-') || !sign->is_glued || word == NULL || !word->is_glued ||
        word->type != AUFAIT_TOKEN_WORD)
      return behind;
    behind += 2;
  }
}

static gboolean
is_capital_word (const AufaitReading *reading, guint index, const char *const *names)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  return token != NULL && token->type == AUFAIT_TOKEN_WORD && token->is_capital &&
         !aufait_token_is_one_of (token, names) && !is_other (reading, index) &&
         !aufait_reading_is_hidden (reading, index);
}

/* "New York", "La Rochelle", "Isle of Skye" */
static guint
read_capitals (const AufaitReading *reading, guint index, const char *const *names)
{
  guint behind = skip_hyphens (reading, index + 1);

  for (;;) {
    guint joint = aufait_reading_skip (reading, behind, AUFAIT_WORD_PLACE_JOINT);
    guint article = aufait_reading_skip (reading, joint, AUFAIT_WORD_ARTICLE);
    guint next = joint > behind ? article : behind;

    if (!is_capital_word (reading, next, names))
      return behind;
    behind = skip_hyphens (reading, next + 1);
  }
}

static gboolean
is_unknown_word (const AufaitReading *reading, guint index, const char *const *names)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  return token != NULL && token->type == AUFAIT_TOKEN_WORD && strlen (token->folded) > 2 &&
         !aufait_token_is_one_of (token, names) && !is_other (reading, index) &&
         !aufait_reading_is_common (reading, index) && !aufait_reading_is_hidden (reading, index) &&
         aufait_reading_find (reading, index, AUFAIT_WORD_TOPIC) == NULL &&
         aufait_reading_find (reading, index, AUFAIT_WORD_KIN) == NULL &&
         aufait_reading_find (reading, index, AUFAIT_WORD_BACK) == NULL;
}

/* "m'a dit", "tom a raconté": to have, and no preposition that lacks its accent as in "part a
 * Nice". */
static gboolean
is_having (const AufaitReading *reading, guint index, const char *const *names)
{
  const AufaitMark *auxiliary = aufait_reading_find (reading, index, AUFAIT_WORD_AUXILIARY);
  const AufaitMark *report = aufait_reading_find (reading, index + 1, AUFAIT_WORD_FUTURE);
  const AufaitToken *before = index > 0 ? aufait_reading_get (reading, index - 1) : NULL;

  if (auxiliary == NULL || auxiliary->behind != index + 1 ||
      !g_str_equal (aufait_reading_get (reading, index)->accented,
                    aufait_reading_get (reading, index)->folded))
    return FALSE;
  if (report != NULL || aufait_reading_find (reading, index + 1, AUFAIT_WORD_PARTICIPLE) != NULL)
    return TRUE;
  return aufait_token_is_one_of (before, names) ||
         aufait_reading_follows (reading, index, AUFAIT_WORD_HAVING) ||
         aufait_reading_follows (reading, index, AUFAIT_WORD_KIN);
}

static guint
read_name (const AufaitReading *reading, guint index, gboolean is_lenient, const char *const *names)
{
  const AufaitToken *token = aufait_reading_get (reading, index);
  const AufaitMark *known = aufait_reading_find (reading, index, AUFAIT_WORD_PLACE);

  if (token == NULL || token->type != AUFAIT_TOKEN_WORD)
    return 0;
  if (is_capital_word (reading, index, names)) {
    guint behind = read_capitals (reading, index, names);

    return known != NULL ? MAX (behind, known->behind) : behind;
  }
  if (known != NULL && !aufait_token_is_one_of (token, names))
    return skip_hyphens (reading, known->behind);
  if (is_lenient && is_unknown_word (reading, index, names))
    return skip_hyphens (reading, index + 1);
  return 0;
}

gboolean
aufait_place_read (const AufaitReading *reading,
                   guint index,
                   gboolean is_lenient,
                   const char *const *names,
                   AufaitPlace *ret_place)
{
  const AufaitMark *preposition =
      aufait_reading_find (reading, index, AUFAIT_WORD_PLACE_PREPOSITION);
  guint first, behind, article;

  if (preposition == NULL)
    return FALSE;
  first = preposition->behind;
  article = aufait_reading_skip (reading, first, AUFAIT_WORD_ARTICLE);
  behind = read_name (reading, first, FALSE, names);
  if (behind == 0 && article > first && aufait_reading_get (reading, first)->is_capital &&
      is_capital_word (reading, article, names)) {
    behind = read_capitals (reading, article, names); /* "La Rochelle" */
  } else if (behind == 0) {
    gboolean may_be_unknown = is_lenient && article == first && !is_having (reading, index, names);

    first = article;
    behind = read_name (reading, first, may_be_unknown, names);
  }
  if (behind == 0)
    return FALSE;
  ret_place->preposition = index;
  ret_place->first = first;
  ret_place->behind = behind;
  ret_place->is_inside = preposition->entry->value == 1;
  return TRUE;
}
