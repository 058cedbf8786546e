/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules on moments share. */
#pragma once

#include "aufait-rule.h"

/* Sets due day and expiry for a moment; FALSE: nothing is proposed. */
typedef gboolean (*AufaitMomentRuleFunc) (AufaitProposal *proposal);

/* Adds a proposal for each moment and each person of @note for which @set_days says so. The key
 * holds rule, note, person, kind and last day: a reader that understands the note better makes no
 * second nudge of the same moment. */
void aufait_moment_rule_propose (const AufaitRule *rule,
                                 const AufaitNote *note,
                                 AufaitMomentRuleFunc set_days,
                                 GPtrArray *proposals);
