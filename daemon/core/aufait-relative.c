/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-relative.h"

#include "aufait-subject.h"

/* Words between whose and who: "her little brother". */
#define MAX_BETWEEN 2

/* What the lexicons tell of a word for someone. */
enum {
  RELATIVE_ALONE = 1, /* needs no "her": "mum has surgery" */
  RELATIVE_HOUSE = 2, /* of the house: "his wife gave birth" is news of his own */
  RELATIVE_ANIMAL = 4
};

/* Past "her", "Tom's", "son"; 0: nothing says whose. */
static guint
skip_owner (const AufaitStatement *statement, guint index)
{
  const AufaitToken *next = aufait_reading_get (statement->reading, index + 1);
  const AufaitToken *after = aufait_reading_get (statement->reading, index + 2);

  if (aufait_token_is_word (next, "s") && next->is_glued)
    return index + 2;
  if (aufait_token_is_sign (next, '\'') && aufait_token_is_word (after, "s"))
    return index + 3;
  if (aufait_reading_find (statement->reading, index, AUFAIT_WORD_OWN) != NULL)
    return index + 1;
  return 0;
}

/* "la petite sœur de Zoé", where the note is about Zoé: as below. */
static guint
read_relative_of (const AufaitStatement *statement,
                  guint index,
                  guint end,
                  guint *ret_first,
                  const AufaitMark **ret_kin)
{
  const AufaitReading *reading = statement->reading;
  guint first = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);

  for (guint i = first; i <= first + MAX_BETWEEN && i < end; i++) {
    const AufaitMark *mark = aufait_reading_find (reading, i, AUFAIT_WORD_KIN);
    guint name = mark != NULL ? aufait_reading_skip (reading, mark->behind, AUFAIT_WORD_OF) : 0;

    if (mark != NULL && name > mark->behind && aufait_subject_is_known (statement, name)) {
      *ret_first = first;
      *ret_kin = mark;
      return name + 1;
    }
    if (mark != NULL || aufait_reading_get (reading, i)->type != AUFAIT_TOKEN_WORD ||
        aufait_reading_find (reading, i, AUFAIT_WORD_TOPIC) != NULL)
      return 0;
  }
  return 0;
}

/* Reads the relative that begins at @index: "her little brother"; sets where its own words begin
 * and which word it is, and returns the index behind, or 0. */
static guint
read_relative (const AufaitStatement *statement,
               guint index,
               guint end,
               guint *ret_first,
               const AufaitMark **ret_kin)
{
  const AufaitMark *alone = aufait_reading_find (statement->reading, index, AUFAIT_WORD_KIN);
  guint first = skip_owner (statement, index);

  if (first == 0 && alone != NULL && (alone->entry->value & RELATIVE_ALONE) != 0) {
    *ret_first = index;
    *ret_kin = alone;
    return alone->behind;
  }
  if (first == 0)
    return read_relative_of (statement, index, end, ret_first, ret_kin);
  for (guint i = first; i <= first + MAX_BETWEEN && i < end; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_KIN);

    if (mark != NULL) {
      *ret_first = first;
      *ret_kin = mark;
      return mark->behind;
    }
    if (aufait_reading_get (statement->reading, i)->type != AUFAIT_TOKEN_WORD ||
        aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC) != NULL)
      return 0;
  }
  return 0;
}

/* Whether "of" or "for" leads to it: "the wedding of her brother", "l'opération de sa mère". */
static gboolean
is_led_to (const AufaitStatement *statement, guint index)
{
  return aufait_reading_follows (statement->reading, index, AUFAIT_WORD_OF) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_FOR);
}

/* "takes her cat to the vet", but not "with her sister". */
static gboolean
is_taken_there (const AufaitStatement *statement, guint index, const AufaitTopic *topic)
{
  return topic->kind == AUFAIT_MOMENT_HEALTH && index > statement->sentence.first &&
         index < topic->first &&
         aufait_reading_get (statement->reading, index - 1)->type == AUFAIT_TOKEN_WORD &&
         !aufait_reading_is_common (statement->reading, index - 1);
}

/* "she and her husband move": both do, and she is one of them. */
static gboolean
is_joined (const AufaitStatement *statement, guint index)
{
  if (index == statement->sentence.first ||
      aufait_reading_find (statement->reading, index - 1, AUFAIT_WORD_AND) == NULL)
    return FALSE;
  for (guint i = statement->sentence.first; i < index; i++)
    if (aufait_statement_is_taken (statement, i))
      return FALSE;
  return TRUE;
}

static gboolean
is_open (const AufaitStatement *statement, guint index)
{
  return aufait_reading_get (statement->reading, index)->type == AUFAIT_TOKEN_SIGN ||
         aufait_statement_is_taken (statement, index) ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_BREAK) != NULL;
}

static gboolean
is_ones_own (AufaitMomentKind kind)
{
  return kind == AUFAIT_MOMENT_VISIT || kind == AUFAIT_MOMENT_LOSS;
}

/* Whether the words from @index on are what someone does: "her brother Max is", not "told her
 * brother about". */
static gboolean
is_doing (const AufaitStatement *statement, guint index)
{
  static const AufaitWordClass verbs[] = { AUFAIT_WORD_BE, AUFAIT_WORD_AUXILIARY,
                                           AUFAIT_WORD_FUTURE, AUFAIT_WORD_TOPIC,
                                           AUFAIT_WORD_PAST };
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  if (token != NULL && token->is_capital)
    index++;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (aufait_reading_find (statement->reading, index, verbs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether what someone says begins at @index: "says her brother", "m'a dit que sa sœur". */
static gboolean
is_reported (const AufaitStatement *statement, guint index, guint start)
{
  const AufaitMark *kin = NULL;
  gboolean is_led = aufait_reading_follows (statement->reading, index, AUFAIT_WORD_THAT);
  guint first, behind;

  if ((index != start && !is_led) || is_joined (statement, index))
    return FALSE;
  behind = read_relative (statement, index, statement->sentence.behind, &first, &kin);
  return behind > 0 && ((index == start && is_led) || is_doing (statement, behind));
}

/* Sets where the words for the relative begin and end; the word itself, or NULL for none. */
static const AufaitMark *
find_relative (const AufaitStatement *statement,
               AufaitClause clause,
               const AufaitTopic *topic,
               AufaitClause *ret_words)
{
  gboolean is_start = !is_joined (statement, clause.first);
  guint start = aufait_subject_find_start (statement, clause.first, clause.behind);
  const AufaitMark *kin = NULL;
  guint behind, first = 0;

  for (guint i = clause.first; i < clause.behind; i++) {
    gboolean is_behind = i >= topic->behind - 1;

    behind = is_start || is_reported (statement, i, start) ||
                     (is_behind && is_led_to (statement, i)) || is_taken_there (statement, i, topic)
                 ? read_relative (statement, i, clause.behind, &first, &kin)
                 : 0;
    if (behind > 0 && !(behind > topic->first && first < topic->behind)) {
      *ret_words = (AufaitClause){ first, kin->behind };
      return kin;
    }
    is_start = is_start && is_open (statement, i);
  }
  return NULL;
}

/* "Zoe's husband Paul": the note is about him, too. */
static gboolean
is_known (const AufaitStatement *statement, const AufaitMark *kin)
{
  return kin != NULL && aufait_subject_is_known (statement, kin->behind);
}

guint
aufait_relative_find_known (const AufaitStatement *statement, guint first, guint behind)
{
  guint start = aufait_subject_find_start (statement, first, behind);
  const AufaitMark *kin = NULL;
  guint own;

  return start < behind && read_relative (statement, start, behind, &own, &kin) > 0 &&
                 kin->behind < behind && is_known (statement, kin)
             ? kin->behind
             : 0;
}

char *
aufait_relative_dup (const AufaitStatement *statement,
                     AufaitClause clause,
                     const AufaitTopic *topic)
{
  AufaitClause words;
  const AufaitMark *kin =
      is_ones_own (topic->kind) ? NULL : find_relative (statement, clause, topic, &words);

  if (kin == NULL || is_known (statement, kin))
    return NULL;
  return aufait_reading_dup_text (statement->reading, words.first, words.behind);
}

gboolean
aufait_relative_is_another (const AufaitStatement *statement,
                            AufaitClause clause,
                            const AufaitTopic *topic)
{
  const AufaitMark *kin = NULL, *own = NULL;
  AufaitClause words;
  guint first;

  if (is_ones_own (topic->kind))
    return FALSE;
  kin = find_relative (statement, clause, topic, &words);
  /* "her sister is due": the word is the topic's, too */
  if (kin == NULL && topic->first > clause.first &&
      read_relative (statement, topic->first - 1, clause.behind, &first, &own) > topic->first)
    kin = own;
  return kin != NULL && !is_known (statement, kin) &&
         (topic->kind != AUFAIT_MOMENT_BIRTH || (kin->entry->value & RELATIVE_HOUSE) == 0);
}

char *
aufait_relative_dup_animal (const AufaitStatement *statement, const AufaitTopic *topic)
{
  guint clause = aufait_statement_find_clause (statement, topic->first).first;
  const AufaitMark *last = NULL;

  for (guint i = clause; i < topic->behind; i++) {
    const AufaitMark *kin = aufait_reading_find (statement->reading, i, AUFAIT_WORD_KIN);

    if (kin != NULL)
      last = kin; /* "her father's dog" is a dog */
  }
  return last != NULL && (last->entry->value & RELATIVE_ANIMAL) != 0
             ? aufait_reading_dup_text (statement->reading, last->first, last->behind)
             : NULL;
}
