/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-kept.h"

/* What the lexicons tell of words that say that a debt or a promise is no more. */
#define SETTLE_DONE 1

/* From so many on the number of a phrase says that it is no mere promise. */
#define PROMISE_OTHER 10

/* So many words may lead from "that" to "not": "que je ne viendrai pas". */
#define DENIAL_WORDS 2

gboolean
aufait_kept_is (const AufaitStatement *statement, guint first)
{
  for (guint i = first + 1; i < statement->sentence.behind; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_SETTLE);

    if (mark != NULL && mark->entry->value == SETTLE_DONE &&
        aufait_clause_is_break (statement->reading, i - 1))
      return TRUE;
  }
  return FALSE;
}

gboolean
aufait_kept_is_refused (const AufaitStatement *statement, const AufaitMark *mark, guint first)
{
  return mark->entry->class == AUFAIT_WORD_PROMISE && ABS (mark->entry->value) < PROMISE_OTHER &&
         aufait_statement_find_denial (statement, mark->first,
                                       MIN (first + DENIAL_WORDS, statement->sentence.behind)) !=
             G_MAXUINT;
}
