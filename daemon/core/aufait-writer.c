/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-writer.h"

#include "aufait-subject.h"

/* What the lexicons tell of a word for whose something is: the writer's. */
#define OWN_WRITERS 1

/* What the lexicons tell of words that lead to the writer: "helped me". */
#define WRITER_HELPED 1

/* Words between whose and what: "my big driving test". */
#define MAX_BETWEEN 3

/* So many words may lead from what they do to what it is done at: "best man at our". */
#define AT_MINE_WORDS 1

/* So many words may stand before the subject: "but then I". */
#define BEFORE_SUBJECT 2

static gboolean
is_word (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  return token != NULL && (token->type != AUFAIT_TOKEN_SIGN || aufait_token_is_sign (token, '\'') ||
                           aufait_token_is_sign (token, '-'));
}

/* "I", "my" */
static gboolean
is_writer (const AufaitStatement *statement, guint index)
{
  const AufaitMark *who = aufait_reading_find (statement->reading, index, AUFAIT_WORD_OTHERS);
  const AufaitMark *own = aufait_reading_find (statement->reading, index, AUFAIT_WORD_OWN);

  return (who != NULL && who->entry->is_weak) || (own != NULL && own->entry->value == OWN_WRITERS);
}

/* "Paul", "he", "his", "him" */
static gboolean
is_other (const AufaitStatement *statement, guint index)
{
  const AufaitMark *who = aufait_reading_find (statement->reading, index, AUFAIT_WORD_OTHERS);
  const AufaitMark *own = aufait_reading_find (statement->reading, index, AUFAIT_WORD_OWN);

  return aufait_subject_is_known (statement, index) || (who != NULL && !who->entry->is_weak) ||
         (own != NULL && own->entry->value != OWN_WRITERS) ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_OBJECT) != NULL;
}

static gboolean
has_other (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (is_other (statement, i))
      return TRUE;
  return FALSE;
}

/* "helped me move", "m'emmène à l'hôpital" */
static gboolean
is_helped (const AufaitStatement *statement, AufaitClause clause, const AufaitTopic *topic)
{
  for (guint i = clause.first; i < topic->behind; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_WRITER);

    if (mark != NULL && mark->entry->value == WRITER_HELPED && mark->behind <= topic->first + 1 &&
        mark->behind + 1 >= topic->first)
      return !has_other (statement, mark->behind, topic->behind);
  }
  return FALSE;
}

/* "Paul and I go to Rome": "and" parts clauses. */
static gboolean
is_joined (const AufaitStatement *statement, guint subject)
{
  return subject > statement->sentence.first + 1 &&
         aufait_reading_find (statement->reading, subject - 1, AUFAIT_WORD_AND) != NULL &&
         aufait_subject_is_known (statement, subject - 2);
}

/* "my operation", "ma grande soeur se marie" */
static gboolean
is_my (const AufaitStatement *statement, AufaitClause clause, const AufaitTopic *topic)
{
  for (guint i = topic->first; i > clause.first && i + MAX_BETWEEN >= topic->first; i--) {
    if (!is_word (statement, i - 1) ||
        aufait_reading_find (statement->reading, i - 1, AUFAIT_WORD_TO) != NULL)
      return FALSE;
    if (is_writer (statement, i - 1) &&
        aufait_reading_find (statement->reading, i - 1, AUFAIT_WORD_OWN) != NULL)
      return !has_other (statement, i, topic->behind) && !is_joined (statement, i - 1);
    if (is_other (statement, i - 1))
      return FALSE;
  }
  return FALSE;
}

/* "best man at our wedding" */
static gboolean
is_at_mine (const AufaitStatement *statement, const AufaitTopic *topic)
{
  for (guint i = topic->behind; i <= topic->behind + AT_MINE_WORDS; i++) {
    const AufaitMark *own = aufait_reading_find (statement->reading, i, AUFAIT_WORD_OWN);
    const AufaitMark *other = aufait_reading_find (statement->reading, i + 1, AUFAIT_WORD_TOPIC);

    if (own != NULL && own->entry->value == OWN_WRITERS && other != NULL &&
        other->entry->kind == (int) topic->kind)
      return TRUE;
  }
  return FALSE;
}

/* Where the writer is the subject of what stands before @behind; G_MAXUINT: nowhere. */
static guint
find_subject (const AufaitStatement *statement, AufaitClause clause, guint behind)
{
  guint start = aufait_subject_find_start (statement, clause.first, behind);

  if (aufait_subject_is_known (statement, start) && is_writer (statement, start + 1))
    start++; /* "told Paul I have" */
  for (guint i = start; i < MIN (behind, start + BEFORE_SUBJECT + 1); i++) {
    if (is_writer (statement, i))
      return i;
    if (is_other (statement, i))
      return G_MAXUINT;
  }
  return G_MAXUINT;
}

/* "je l'emmène": whom. */
static gboolean
has_object (const AufaitStatement *statement, guint subject)
{
  const AufaitMark *who = aufait_reading_find (statement->reading, subject, AUFAIT_WORD_OTHERS);

  return who != NULL &&
         aufait_reading_find (statement->reading, who->behind, AUFAIT_WORD_ARTICLE) != NULL;
}

/* "I have an exam", but not "I go to Rome with Paul" */
static gboolean
is_done_by_writer (const AufaitStatement *statement, AufaitClause clause, const AufaitTopic *topic)
{
  guint subject = find_subject (statement, clause, topic->first);

  return subject != G_MAXUINT && !has_object (statement, subject) &&
         !is_joined (statement, subject) && !has_other (statement, subject + 1, clause.behind);
}

/* "I have an exam on Friday and an interview on Monday" */
static gboolean
goes_on (const AufaitStatement *statement, AufaitClause clause)
{
  AufaitClause before;
  guint subject;

  if (clause.first <= statement->sentence.first + 1 ||
      aufait_reading_find (statement->reading, clause.first - 1, AUFAIT_WORD_AND) == NULL ||
      aufait_reading_find (statement->reading, clause.first, AUFAIT_WORD_ARTICLE) == NULL)
    return FALSE;
  before = aufait_statement_find_clause (statement, clause.first - 2);
  subject = find_subject (statement, before, before.behind);
  return subject != G_MAXUINT && !has_other (statement, subject + 1, clause.behind);
}

gboolean
aufait_writer_owns (const AufaitStatement *statement, AufaitClause clause, const AufaitTopic *topic)
{
  if (statement->names == NULL || statement->names[0] == NULL)
    return FALSE;
  return is_helped (statement, clause, topic) || is_my (statement, clause, topic) ||
         is_at_mine (statement, topic) || is_done_by_writer (statement, clause, topic) ||
         goes_on (statement, clause);
}
