/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence of a note with the days that were found in it. */
#pragma once

#include "aufait-clause.h"
#include "aufait-day-expression.h"

typedef struct {
  const AufaitReading *reading;
  AufaitDay today;
  gboolean month_first;      /* 7/14 is the 14th of July */
  const char *const *names;  /* of people, a folded word each: never places; NULL: none */
  const char *const *people; /* as in AufaitSentenceContext: whoever makes it may set it */
  AufaitClause sentence;
  GArray *spans;       /* AufaitSpan, in order */
  guint *span_of;      /* of each token of the sentence: its span, counted from 1; 0: none */
  guint8 *taken;       /* of each token of the sentence: whether a day, an interest or
                          a promise has it */
  gboolean *past;      /* of each token of the sentence */
  guint reported_from; /* where someone is said to have told it; G_MAXUINT: nowhere */
} AufaitStatement;

AufaitStatement *aufait_statement_new (const AufaitReading *reading,
                                       AufaitClause sentence,
                                       AufaitDay today,
                                       gboolean month_first,
                                       const char *const *names);
void aufait_statement_free (AufaitStatement *statement);

void aufait_statement_take (AufaitStatement *statement, guint first, guint behind);
gboolean aufait_statement_is_taken (const AufaitStatement *statement, guint index);
gboolean aufait_statement_is_past (const AufaitStatement *statement, guint index);

/* Whether an interest or a promise has it. */
gboolean aufait_statement_is_used (const AufaitStatement *statement, guint index);

/* The span that covers the token at @index, or begins at it; NULL: none. */
const AufaitSpan *aufait_statement_get_span_at (const AufaitStatement *statement, guint index);

/* The clause that the token at @index is in. */
AufaitClause aufait_statement_find_clause (const AufaitStatement *statement, guint index);

/* A phrase of @class in the clause that no day covers; NULL: none. */
const AufaitMark *aufait_statement_find (const AufaitStatement *statement,
                                         AufaitClause clause,
                                         AufaitWordClass class);

/* The first word from @first to @behind that denies what follows it ("not",
 * "ne"), as "can't wait" does not; G_MAXUINT when there is none. */
guint aufait_statement_find_denial (const AufaitStatement *statement, guint first, guint behind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitStatement, aufait_statement_free)
