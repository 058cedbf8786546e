/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anniversary: of a wedding, most often; good wishes on the day, or a little late. */
#include "config.h"

#include "aufait-wording-events.h"
#include "aufait-yearly-rule.h"

static void
propose_of_person (const AufaitRule *rule,
                   const AufaitAcquaintance *who,
                   const AufaitRuleContext *context,
                   GPtrArray *proposals)
{
  aufait_yearly_rule_propose (rule, who, who->person->anniversary, context, proposals);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_events_anniversary (
      nudge, proposal->due_on,
      aufait_yearly_rule_count_years (proposal, proposal->who->person->anniversary), spoken);
  aufait_yearly_rule_quote (proposal, nudge);
}

const AufaitRule AUFAIT_RULE_ANNIVERSARY = {
  .kind = "anniversary",
  .importance = 60,
  .is_of_day = TRUE,
  .is_call = TRUE,
  .needs_who = TRUE,
  .propose_of_person = propose_of_person,
  .is_worth = aufait_yearly_rule_is_worth,
  .word = word,
};
