/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who or what is gone: of a death that a clause tells, whether it is one to grieve for. */
#pragma once

#include "aufait-statement.h"
#include "aufait-values.h"

/* Whether the words of a loss at @mark tell of a thing, or of nobody's kin: "Paul's phone died",
 * "her favourite singer died". */
gboolean
aufait_passing_is_of_thing (const AufaitStatement *statement, guint first, const AufaitMark *mark);

/* The words that tell in @clause that a newborn is dead: "the baby was stillborn"; NULL: none. */
const AufaitMark *aufait_passing_find_newborn (const AufaitStatement *statement,
                                               AufaitClause clause);
