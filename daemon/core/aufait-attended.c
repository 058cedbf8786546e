/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-attended.h"

#include "aufait-subject.h"

/* Whether the word at @index is a name of others: not of a person whom one knows, a place, a day,
 * or what a relative of theirs does. */
static gboolean
is_others_name (const AufaitStatement *statement, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_PLACE,    AUFAIT_WORD_FEAST,
                                             AUFAIT_WORD_MONTH,    AUFAIT_WORD_WEEKDAY,
                                             AUFAIT_WORD_RELATIVE, AUFAIT_WORD_OWN,
                                             AUFAIT_WORD_KIN,      AUFAIT_WORD_TOPIC,
                                             AUFAIT_WORD_SEASON };
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  if (token == NULL || index >= statement->sentence.behind || token->type != AUFAIT_TOKEN_WORD ||
      !token->is_capital || aufait_reading_is_common (statement->reading, index) ||
      aufait_token_is_one_of (token, statement->names))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_find (statement->reading, index, classes[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* "concert de Radiohead"; in front of it a capital may only begin the sentence. */
static gboolean
is_of_others (const AufaitStatement *statement, AufaitClause clause, AufaitClause show)
{
  guint of = aufait_reading_skip (statement->reading, show.behind, AUFAIT_WORD_OF);

  if (of > show.behind && is_others_name (statement, of) &&
      aufait_reading_find (statement->reading, show.behind, AUFAIT_WORD_ON) == NULL)
    return TRUE;
  return show.first > clause.first + 1 && is_others_name (statement, show.first - 1);
}

/* "with Paul and Zoe", of whom the note is: they go there together. */
static gboolean
is_company (const AufaitStatement *statement, guint index)
{
  gboolean is_name = aufait_subject_is_known (statement, index);

  while (is_name && index > statement->sentence.first) {
    index--;
    if (aufait_reading_find (statement->reading, index, AUFAIT_WORD_WITH) != NULL)
      return TRUE;
    is_name = aufait_subject_is_known (statement, index) ||
              aufait_reading_find (statement->reading, index, AUFAIT_WORD_AND) != NULL ||
              aufait_token_is_sign (aufait_reading_get (statement->reading, index), ',');
  }
  return FALSE;
}

/* Whether the word at @index says when or where, and nothing of what they do there. */
static gboolean
is_circumstance (const AufaitStatement *statement, guint index)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_ARTICLE, AUFAIT_WORD_AT,
                                             AUFAIT_WORD_CLOCK,   AUFAIT_WORD_HALF_DAY,
                                             AUFAIT_WORD_PLACE,   AUFAIT_WORD_PLACE_PREPOSITION };
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  if (token->type != AUFAIT_TOKEN_WORD || aufait_statement_is_taken (statement, index) ||
      is_company (statement, index))
    return TRUE;
  if ((aufait_reading_find (statement->reading, index, AUFAIT_WORD_WITH) != NULL ||
       aufait_reading_find (statement->reading, index, AUFAIT_WORD_AND) != NULL) &&
      is_company (statement, index + 1))
    return TRUE;
  if (aufait_reading_find (statement->reading, index, AUFAIT_WORD_AUXILIARY) != NULL ||
      aufait_reading_find (statement->reading, index, AUFAIT_WORD_OF) != NULL)
    return FALSE; /* "a un concert", "concert de Noël" */
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (aufait_reading_find (statement->reading, index, classes[i]) != NULL)
      return TRUE;
  return token->is_capital &&
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_PLACE_PREPOSITION);
}

/* "concert vendredi soir": with no role told they listen. */
static gboolean
is_outing (const AufaitStatement *statement, AufaitClause show)
{
  const AufaitMark *outing =
      aufait_reading_find (statement->reading, show.first, AUFAIT_WORD_OUTING);

  if (outing == NULL || (outing->behind != show.behind && !is_company (statement, show.behind)) ||
      (aufait_reading_find (statement->reading, show.behind, AUFAIT_WORD_OF) != NULL &&
       aufait_reading_find (statement->reading, show.behind, AUFAIT_WORD_ON) == NULL))
    return FALSE; /* "concert de Noël" */
  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++)
    if ((i < show.first || i >= show.behind) && !is_circumstance (statement, i))
      return FALSE;
  return TRUE;
}

gboolean
aufait_attended_is (const AufaitStatement *statement, AufaitClause clause, AufaitClause show)
{
  AufaitClause before = { statement->sentence.first, show.first };

  return aufait_statement_find (statement, before, AUFAIT_WORD_ATTEND) != NULL ||
         is_of_others (statement, clause, show) || is_outing (statement, show);
}
