/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-statement.h"

enum {
  TAKEN_BY_DAY = 1,
  TAKEN_BY_OTHER = 2
};

static gboolean
has_feast (const AufaitReading *reading, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (aufait_reading_find (reading, i, AUFAIT_WORD_FEAST) != NULL)
      return TRUE;
  return FALSE;
}

static void
find_spans (AufaitStatement *statement)
{
  AufaitDayContext day_context = {
    .reading = statement->reading,
    .today = statement->context->written_on,
    .month_first = statement->context->month_first,
  };
  AufaitSpan span;
  guint event_end = 0; /* of a phrase that names an event: "Christmas party" is not on Christmas */

  for (guint i = statement->sentence.first; i < statement->sentence.behind;) {
    const AufaitMark *topic = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

    if (topic != NULL)
      event_end = MAX (event_end, topic->behind);
    day_context.is_past = aufait_statement_is_past (statement, i);
    if (aufait_reading_is_hidden (statement->reading, i) ||
        !aufait_day_expression_read (&day_context, i, &span) ||
        (span.behind <= event_end && has_feast (statement->reading, i, span.behind))) {
      i++;
      continue;
    }
    if (span.first != AUFAIT_DAY_NONE || span.role == AUFAIT_SPAN_LENGTH)
      g_array_append_val (statement->spans, span);
    for (guint j = i; j < MIN (span.behind, statement->sentence.behind); j++)
      statement->taken[j - statement->sentence.first] |= TAKEN_BY_DAY;
    i = MAX (span.behind, i + 1);
  }
}

AufaitStatement *
aufait_statement_new (const AufaitReading *reading,
                      const AufaitSentenceContext *context,
                      AufaitClause sentence)
{
  AufaitStatement *statement = g_new0 (AufaitStatement, 1);
  GArray *past = aufait_clause_find_past (reading, sentence);

  statement->reading = reading;
  statement->context = context;
  statement->sentence = sentence;
  statement->spans = g_array_new (FALSE, FALSE, sizeof (AufaitSpan));
  statement->taken = g_new0 (guint8, sentence.behind - sentence.first + 1);
  statement->past = (gboolean *) (gpointer) g_array_free (past, FALSE);
  find_spans (statement);
  return statement;
}

void
aufait_statement_free (AufaitStatement *statement)
{
  g_array_unref (statement->spans);
  g_free (statement->taken);
  g_free (statement->past);
  g_free (statement);
}

static gboolean
is_inside (const AufaitStatement *statement, guint index)
{
  return index >= statement->sentence.first && index < statement->sentence.behind;
}

void
aufait_statement_take (AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (is_inside (statement, i))
      statement->taken[i - statement->sentence.first] |= TAKEN_BY_OTHER;
}

gboolean
aufait_statement_is_taken (const AufaitStatement *statement, guint index)
{
  return is_inside (statement, index) && statement->taken[index - statement->sentence.first] != 0;
}

gboolean
aufait_statement_is_used (const AufaitStatement *statement, guint index)
{
  return is_inside (statement, index) &&
         (statement->taken[index - statement->sentence.first] & TAKEN_BY_OTHER) != 0;
}

gboolean
aufait_statement_is_past (const AufaitStatement *statement, guint index)
{
  return is_inside (statement, index) && statement->past[index - statement->sentence.first];
}

const AufaitSpan *
aufait_statement_get_span_at (const AufaitStatement *statement, guint index)
{
  for (guint i = 0; i < statement->spans->len; i++) {
    const AufaitSpan *span = &g_array_index (statement->spans, AufaitSpan, i);

    if (index >= span->begin && index < span->behind)
      return span;
    if (span->begin > index)
      break;
  }
  return NULL;
}

const AufaitMark *
aufait_statement_find (const AufaitStatement *statement, AufaitClause clause, AufaitWordClass class)
{
  for (guint i = clause.first; i < clause.behind; i++) {
    const AufaitMark *mark = aufait_statement_is_taken (statement, i)
                                 ? NULL
                                 : aufait_reading_find (statement->reading, i, class);

    if (mark != NULL)
      return mark;
  }
  return NULL;
}

guint
aufait_statement_find_denial (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind;) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT_NOT);

    if (mark != NULL) {
      i = mark->behind;
      continue;
    }
    if (aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT) != NULL)
      return i;
    i++;
  }
  return G_MAXUINT;
}
