/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checkin: someone is to be asked after, as their circle or their own cadence has it. Once a
 * silence; never for the dead, nor where it is never wanted. */
#include "config.h"

#include "aufait-tie-rule.h"
#include "aufait-wording-ties.h"

static void
propose_of_person (const AufaitRule *rule,
                   const AufaitAcquaintance *who,
                   const AufaitRuleContext *context,
                   GPtrArray *proposals)
{
  AufaitDay since =
      who->tie.last_on != AUFAIT_DAY_NONE ? who->tie.last_on : who->person->cadence_on;
  AufaitProposal *proposal = NULL;

  if (who->checkin_on == AUFAIT_DAY_NONE || who->person->is_dead)
    return;
  /* Whoever is seen anyway needs not be called first. */
  proposal = aufait_tie_rule_propose (rule, who, since, MAX (who->checkin_on, who->meets_on + 1));
  g_ptr_array_add (proposals, proposal);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_ties_checkin (nudge, proposal->who->tie.last_on, spoken.today);
  aufait_tie_rule_quote (proposal, spoken.today, nudge);
}

const AufaitRule AUFAIT_RULE_CHECKIN = {
  .kind = "checkin",
  .importance = 30,
  .is_undated = TRUE,
  .needs_who = TRUE,
  .done_as = "called",
  .propose_of_person = propose_of_person,
  .word = word,
};
