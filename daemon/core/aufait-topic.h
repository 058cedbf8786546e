/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clause is about: the kind of moment that its words name. */
#pragma once

#include "aufait-statement.h"
#include "aufait-values.h"

typedef struct {
  AufaitMomentKind kind;
  const char *name; /* "the driving test"; "" when the kind says enough; see AufaitMoment.what */
  const char *language;
  int weight; /* how much it says: 1 going somewhere, 3 an operation */
  guint first;
  guint behind;
} AufaitTopic;

/* What says most in the clause; the first of those that say as much. FALSE: nothing does. */
gboolean
aufait_topic_find (const AufaitStatement *statement, AufaitClause clause, AufaitTopic *ret_topic);

/* The place that the clause names beside its topic, as it was written; NULL: none. */
char *aufait_topic_dup_place (const AufaitStatement *statement,
                              AufaitClause clause,
                              const AufaitTopic *topic);
