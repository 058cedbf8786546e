/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules on silences share. */
#pragma once

#include "aufait-rule.h"

/* A proposal that is due on @due_on, of a silence that began on the day @since: its key says so, so
 * that it comes once a silence. */
AufaitProposal *aufait_tie_rule_propose (const AufaitRule *rule,
                                         const AufaitAcquaintance *who,
                                         AufaitDay since,
                                         AufaitDay due_on);

/* Adds what one can begin with, if something is known that one has not spoken about yet. */
void aufait_tie_rule_quote (const AufaitProposal *proposal, AufaitDay today, AufaitNudge *nudge);
