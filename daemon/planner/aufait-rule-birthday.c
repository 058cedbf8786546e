/* SPDX-License-Identifier: GPL-3.0-or-later */
/* birthday: good wishes on the day, or a little late; never for the dead. */
#include "config.h"

#include "aufait-wording-events.h"
#include "aufait-yearly-rule.h"

static void
propose_of_person (const AufaitRule *rule,
                   const AufaitAcquaintance *who,
                   const AufaitRuleContext *context,
                   GPtrArray *proposals)
{
  aufait_yearly_rule_propose (rule, who, who->person->birthday, context, proposals);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_events_birthday (
      nudge, proposal->due_on,
      aufait_yearly_rule_count_years (proposal, proposal->who->person->birthday), spoken);
  aufait_yearly_rule_quote (proposal, nudge);
}

const AufaitRule AUFAIT_RULE_BIRTHDAY = {
  .kind = "birthday",
  .importance = 80,
  .is_of_day = TRUE,
  .is_call = TRUE,
  .needs_who = TRUE,
  .propose_of_person = propose_of_person,
  .is_worth = aufait_yearly_rule_is_worth,
  .word = word,
};
