/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drift: one is silent for far longer than it is usual between the two. Once a silence; gently,
 * where it is so long already that no rhythm is left to be spoken of. Who is asked after anyway by
 * then needs no such word. Old silences are let rest. */
#include "config.h"

#include "aufait-cadence.h"
#include "aufait-tie-rule.h"
#include "aufait-wording-ties.h"

/* So long before the next asking after it is worth a word of its own. */
#define AHEAD_DAYS 14

static gboolean
is_long_gone (const AufaitTie *tie, AufaitDay today)
{
  return today - tie->last_on > AUFAIT_TIE_GONE_GAPS * tie->usual_gap_days;
}

static gboolean
is_asked_after (const AufaitAcquaintance *who)
{
  return who->period_days > 0 &&
         who->tie.last_on + who->period_days < who->tie.drifts_on + AHEAD_DAYS;
}

static void
propose_of_person (const AufaitRule *rule,
                   const AufaitAcquaintance *who,
                   const AufaitRuleContext *context,
                   GPtrArray *proposals)
{
  AufaitProposal *proposal = NULL;

  if (who->tie.drifts_on == AUFAIT_DAY_NONE || who->person->is_dead ||
      who->person->cadence_days == AUFAIT_CADENCE_NEVER || is_asked_after (who))
    return;
  /* Whoever is seen anyway needs no word before. */
  proposal = aufait_tie_rule_propose (rule, who, who->tie.last_on,
                                      MAX (who->tie.drifts_on, who->meets_on + 1));
  proposal->is_once = is_long_gone (&who->tie, context->today);
  proposal->expires_on = who->tie.rests_on;
  g_ptr_array_add (proposals, proposal);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  const AufaitTie *tie = &proposal->who->tie;

  aufait_wording_ties_drift (nudge, tie, is_long_gone (tie, spoken.today), spoken.today);
  aufait_tie_rule_quote (proposal, spoken.today, nudge);
}

const AufaitRule AUFAIT_RULE_DRIFT = {
  .kind = "drift",
  .importance = 20,
  .is_undated = TRUE,
  .needs_who = TRUE,
  .done_as = "wrote",
  .propose_of_person = propose_of_person,
  .word = word,
};
