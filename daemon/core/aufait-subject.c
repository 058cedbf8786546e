/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-subject.h"

/* What the lexicons tell of words that speak of what lies ahead: a report. */
#define FUTURE_REPORT 1

/* "told Ana and Ben that": so far behind a report "that" may stand. */
#define THAT_WORDS 4

static const AufaitToken *
peek (const AufaitStatement *statement, guint index)
{
  return index < statement->sentence.behind ? aufait_reading_get (statement->reading, index) : NULL;
}

static gboolean
has_word (const char *name, const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -'.", -1);

  return g_strv_contains ((const char *const *) words, word);
}

gboolean
aufait_subject_has (const char *const *subjects, const char *name)
{
  for (guint i = 0; subjects != NULL && subjects[i] != NULL; i++)
    if (has_word (name, subjects[i]))
      return TRUE;
  return subjects == NULL;
}

gboolean
aufait_subject_is_known (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = peek (statement, index);

  if (token == NULL || token->type != AUFAIT_TOKEN_WORD ||
      (!token->is_capital && aufait_reading_is_common (statement->reading, index)))
    return FALSE;
  return aufait_token_is_one_of (token, statement->names);
}

/* Whether a word that is nothing else stands before a verb: "zoe is", "Zoe's". */
static gboolean
is_name (const AufaitStatement *statement, guint index)
{
  static const AufaitWordClass others[] = {
    AUFAIT_WORD_TOPIC,   AUFAIT_WORD_KIN,        AUFAIT_WORD_OTHERS,   AUFAIT_WORD_WEEKDAY,
    AUFAIT_WORD_MONTH,   AUFAIT_WORD_RELATIVE,   AUFAIT_WORD_FEAST,    AUFAIT_WORD_SEASON,
    AUFAIT_WORD_PLACE,   AUFAIT_WORD_UNIT,       AUFAIT_WORD_NUMBER,   AUFAIT_WORD_PART,
    AUFAIT_WORD_OWN,     AUFAIT_WORD_ARTICLE,    AUFAIT_WORD_INTEREST, AUFAIT_WORD_PROMISE,
    AUFAIT_WORD_PAST,    AUFAIT_WORD_FUTURE,     AUFAIT_WORD_BE,       AUFAIT_WORD_CANCEL,
    AUFAIT_WORD_MOVED,   AUFAIT_WORD_MAYBE,      AUFAIT_WORD_NOT,      AUFAIT_WORD_IMPRESSION,
    AUFAIT_WORD_BACK,    AUFAIT_WORD_PARTICIPLE, AUFAIT_WORD_TRAVEL,   AUFAIT_WORD_DUE_THING,
    AUFAIT_WORD_CONTINUE
  };
  static const AufaitWordClass verbs[] = { AUFAIT_WORD_BE, AUFAIT_WORD_AUXILIARY,
                                           AUFAIT_WORD_FUTURE, AUFAIT_WORD_PAST };
  const AufaitToken *token = peek (statement, index);
  const AufaitToken *next = peek (statement, index + 1);
  guint behind = index + 1;

  if (token == NULL || token->type != AUFAIT_TOKEN_WORD || next == NULL ||
      aufait_statement_is_taken (statement, index) ||
      aufait_reading_is_hidden (statement->reading, index) ||
      aufait_reading_is_common (statement->reading, index))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (aufait_reading_find (statement->reading, index, others[i]) != NULL)
      return FALSE;
  if (aufait_token_is_sign (next, '\'') && next->is_glued)
    behind++;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (aufait_reading_find (statement->reading, behind, verbs[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
aufait_subject_is_told (const AufaitStatement *statement, guint index)
{
  return is_name (statement, index) ||
         (aufait_subject_is_known (statement, index) && peek (statement, index + 1) != NULL &&
          peek (statement, index + 1)->type == AUFAIT_TOKEN_WORD);
}

/* Past the days and signs before what is told: "On Friday, Paul …", "@paul". */
static guint
skip_days (const AufaitStatement *statement, guint index, guint behind)
{
  while (index < behind &&
         (aufait_statement_get_span_at (statement, index) != NULL ||
          aufait_reading_get (statement->reading, index)->type == AUFAIT_TOKEN_SIGN))
    index++;
  return index;
}

/* Past "that", "Ana that", and past "Ana" where another name is right behind: what was told to whom
 * is not what is told of whom. */
static guint
skip_listener (const AufaitStatement *statement, guint index, guint behind)
{
  for (guint i = index; i < MIN (behind, index + THAT_WORDS); i++) {
    const AufaitMark *that = aufait_reading_find (statement->reading, i, AUFAIT_WORD_THAT);

    if (that != NULL)
      return that->behind;
  }
  return aufait_subject_is_known (statement, index) &&
                 aufait_subject_is_known (statement, index + 1)
             ? index + 1
             : index;
}

guint
aufait_subject_find_start (const AufaitStatement *statement, guint first, guint behind)
{
  guint start = first;

  for (guint i = first; i < behind; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_FUTURE);

    if (mark != NULL && mark->entry->value == FUTURE_REPORT && mark->behind < behind)
      start = skip_listener (statement, mark->behind, behind);
  }
  return skip_days (statement, start, behind);
}

static gboolean
is_joint (const AufaitStatement *statement, guint index)
{
  return aufait_token_is_sign (peek (statement, index), ',') ||
         aufait_token_is_sign (peek (statement, index), '&') ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_AND) != NULL;
}

static void
add_name (const AufaitStatement *statement, guint index, GStrvBuilder *builder)
{
  g_strv_builder_add (builder, aufait_reading_get (statement->reading, index)->folded);
}

/* "he and Zoe", "her brother and Zoe": nobody knows who they are. */
static gboolean
is_one_of_more (const AufaitStatement *statement, guint index)
{
  return index > statement->sentence.first + 1 && is_joint (statement, index - 1) &&
         (aufait_reading_follows (statement->reading, index - 1, AUFAIT_WORD_OTHERS) ||
          aufait_reading_follows (statement->reading, index - 1, AUFAIT_WORD_KIN));
}

GStrv
aufait_subject_dup (const AufaitStatement *statement, guint first, guint behind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint start = aufait_subject_find_start (statement, first, behind);

  if (start >= behind || !aufait_subject_is_known (statement, start) ||
      is_one_of_more (statement, start))
    return NULL;
  for (guint i = start; aufait_subject_is_known (statement, i) ||
                        (is_joint (statement, i) && aufait_subject_is_known (statement, i + 1));
       i++)
    if (aufait_subject_is_known (statement, i))
      add_name (statement, i, builder);
  /* "Zoe and Paul": "and" parts clauses */
  for (guint i = start; i > statement->sentence.first + 1 && is_joint (statement, i - 1) &&
                        aufait_subject_is_known (statement, i - 2) &&
                        !(i == start && aufait_token_is_sign (peek (statement, i - 1), ','));
       i -= 2)
    add_name (statement, i - 2, builder);
  return g_strv_builder_end (builder);
}

gboolean
aufait_subject_is_stranger (const AufaitStatement *statement, guint first, guint behind)
{
  guint start = aufait_subject_find_start (statement, first, behind);

  return statement->names != NULL && statement->names[0] != NULL && start < behind &&
         !aufait_subject_is_known (statement, start) && is_name (statement, start);
}
