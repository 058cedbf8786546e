/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-passing.h"

#include "aufait-subject.h"

/* So many words may stand between whose it was and that it died: "his old red car has". */
#define MAX_BETWEEN 4

static gboolean
is_loss (const AufaitMark *mark)
{
  return mark != NULL && mark->entry->kind == AUFAIT_MOMENT_LOSS && *mark->entry->name == '\0';
}

/* "died", "est mort", but not "death of" */
static gboolean
is_verb (const AufaitStatement *statement, const AufaitMark *mark)
{
  static const AufaitWordClass verbs[] = { AUFAIT_WORD_PAST, AUFAIT_WORD_BE, AUFAIT_WORD_AUXILIARY,
                                           AUFAIT_WORD_PARTICIPLE };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (aufait_reading_find (statement->reading, mark->first, verbs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_class (const AufaitStatement *statement, guint first, guint behind, AufaitWordClass class)
{
  for (guint i = first; i < behind; i++)
    if (aufait_reading_find (statement->reading, i, class) != NULL)
      return TRUE;
  return FALSE;
}

/* "has", "sadly" is not known */
static gboolean
is_empty (const AufaitStatement *statement, guint index)
{
  return aufait_reading_is_common (statement->reading, index) ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_AUXILIARY) != NULL ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_BE) != NULL;
}

/* Before the words for whose it is that end at @index: "de Paul"; @index: none do. */
static guint
skip_owner_back (const AufaitStatement *statement, guint index, guint first)
{
  const AufaitReading *reading = statement->reading;

  return index >= first + 2 && aufait_reading_get (reading, index - 1)->is_capital &&
                 aufait_reading_follows (reading, index - 1, AUFAIT_WORD_OF)
             ? index - 2
             : index;
}

/* Whether the word before @index ends what says which: "the", "his", "Paul's". */
static gboolean
is_led_to (const AufaitStatement *statement, guint index)
{
  return aufait_reading_follows (statement->reading, index, AUFAIT_WORD_OWN) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_ARTICLE) ||
         (aufait_token_is_word (aufait_reading_get (statement->reading, index - 1), "s") &&
          aufait_reading_get (statement->reading, index - 1)->is_glued);
}

gboolean
aufait_passing_is_of_thing (const AufaitStatement *statement, guint first, const AufaitMark *mark)
{
  guint index = mark->first, n_words = 0;

  if (!is_loss (mark) || !is_verb (statement, mark) ||
      has_class (statement, mark->first, mark->behind, AUFAIT_WORD_KIN))
    return FALSE;
  while (index > first && is_empty (statement, index - 1) && !is_led_to (statement, index) &&
         !(index > first + 1 && is_led_to (statement, index - 1)))
    index--;
  index = skip_owner_back (statement, index, first);
  while (index > first && n_words < MAX_BETWEEN && !is_led_to (statement, index)) {
    const AufaitToken *token = aufait_reading_get (statement->reading, index - 1);

    if (token->type != AUFAIT_TOKEN_WORD || aufait_statement_is_taken (statement, index - 1) ||
        token->is_capital || aufait_subject_is_known (statement, index - 1) ||
        aufait_reading_find (statement->reading, index - 1, AUFAIT_WORD_KIN) != NULL ||
        aufait_reading_find (statement->reading, index - 1, AUFAIT_WORD_OTHERS) != NULL)
      break;
    index--;
    n_words++;
  }
  return n_words > 0 && (index == first || is_led_to (statement, index)) &&
         !has_class (statement, index, mark->first, AUFAIT_WORD_KIN);
}

const AufaitMark *
aufait_passing_find_newborn (const AufaitStatement *statement, AufaitClause clause)
{
  gboolean has_newborn = aufait_statement_find (statement, clause, AUFAIT_WORD_NEWBORN) != NULL;

  for (guint i = clause.first; i < clause.behind && has_newborn; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

    if (is_loss (mark) &&
        (has_class (statement, i, mark->behind, AUFAIT_WORD_NEWBORN) ||
         !has_class (statement, i, mark->behind, AUFAIT_WORD_KIN)) &&
        !aufait_statement_is_taken (statement, i))
      return mark;
  }
  return NULL;
}
