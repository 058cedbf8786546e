/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules on moments share. */
#pragma once

#include "aufait-rule.h"

/* Sets due day and expiry for a moment; FALSE: nothing is proposed. */
typedef gboolean (*AufaitMomentRuleFunc) (AufaitProposal *proposal);

/* Adds a proposal for each moment of @note and each person whom it concerns for which @set_days
 * says so. The key holds rule, person, kind and last day, and not the note: what was told twice is
 * asked once. */
void aufait_moment_rule_propose (const AufaitRule *rule,
                                 const AufaitNote *note,
                                 AufaitMomentRuleFunc set_days,
                                 GPtrArray *proposals);

/* Whether @moment is a birthday and no party: it is wished for on its day, and nothing is asked. */
gboolean aufait_moment_rule_is_birthday (const AufaitMoment *moment);

/* The moment that a key tells of, as above. FALSE: it is no such key. */
gboolean
aufait_moment_rule_read_key (const char *key, AufaitMomentKind *ret_kind, AufaitDay *ret_last);

/* Takes a proposal whose moment is set, as above: what a note and a calendar tell is asked once. */
void aufait_moment_rule_take (AufaitProposal *proposal,
                              AufaitMomentRuleFunc set_days,
                              GPtrArray *proposals);
