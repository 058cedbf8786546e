/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clauses of a sentence as its moments need them: what each is about, whether that is meant,
 * and the days that count. */
#pragma once

#include "aufait-topic.h"

typedef struct {
  AufaitClause clause;
  gboolean has_topic;
  gboolean is_dropped; /* denied, called off, only a wish */
  AufaitTopic topic;
  guint first_span; /* of the statement's spans */
  guint n_spans;
} AufaitSegment;

/* In order: AufaitSegment. */
GArray *aufait_segment_split (const AufaitStatement *statement);

/* The span of this number of @statement. */
const AufaitSpan *aufait_segment_get_span (const AufaitStatement *statement, guint index);

/* "if" makes all of its sentence uncertain. */
gboolean aufait_segment_is_all_maybe (const AufaitStatement *statement);

/* Whether @cancel, a mark of what calls off or NULL, does so here: "is off" does only where the
 * clause ends, "is off to Rome" does not. */
gboolean aufait_segment_is_cancel (const AufaitStatement *statement, const AufaitMark *cancel);

gboolean aufait_segment_is_called_off (const AufaitStatement *statement, AufaitClause clause);

/* Whether its days are those of an answer that is waited for: "interview on Friday, reply on
 * Monday", "waits for an answer about his interview". */
gboolean aufait_segment_is_awaited (const AufaitStatement *statement, const AufaitSegment *segment);
