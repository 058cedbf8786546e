/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules on days that come back every year share. */
#pragma once

#include "aufait-rule.h"
#include "aufait-yearly.h"

/* Adds proposals for the next such day of the living, and for the last one; none for the user, who
 * is on a card too. @date: as in AufaitPerson.birthday; NULL: there is none. */
void aufait_yearly_rule_propose (const AufaitRule *rule,
                                 const AufaitAcquaintance *who,
                                 const char *date,
                                 const AufaitRuleContext *context,
                                 GPtrArray *proposals);

/* Whoever one was in touch with on the day, or since, needs no belated wishes. */
gboolean aufait_yearly_rule_is_worth (const AufaitProposal *proposal,
                                      const AufaitRuleContext *context);

/* Words a nudge: on its day, how many years it is (0: not known); and quotes what helps to send
 * good wishes, if something is known that does. */
void aufait_yearly_rule_quote (const AufaitProposal *proposal, AufaitNudge *nudge);
int aufait_yearly_rule_count_years (const AufaitProposal *proposal, const char *date);
