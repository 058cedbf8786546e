/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences end, and the clauses in them; and whether a clause speaks of what lies behind. */
#pragma once

#include "aufait-reading.h"

typedef struct {
  guint first; /* index of its first token */
  guint behind;
} AufaitClause;

/* The sentences of a text: AufaitClause. One that is only a day goes with the one before it. */
GArray *aufait_clause_split_sentences (const AufaitReading *reading);

/* Where a token ends a clause or stands between two: a comma, "and", "mais". */
gboolean aufait_clause_is_break (const AufaitReading *reading, guint index);

/* Of each token of @sentence, whether the words around it are in the past tense: gboolean. */
GArray *aufait_clause_find_past (const AufaitReading *reading, AufaitClause sentence);
