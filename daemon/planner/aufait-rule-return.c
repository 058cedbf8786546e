/* SPDX-License-Identifier: GPL-3.0-or-later */
/* return: a moment is over; ask about it the day after. */
#include "config.h"

#include "aufait-moment-rule.h"
#include "aufait-wording.h"

/* After a month the question would be odd: life has gone on. */
#define ASK_WITHIN_DAYS 30

static gboolean
set_days (AufaitProposal *proposal)
{
  /* What was told after the fact is no news on the same day. */
  proposal->due_on = MAX (proposal->moment->last, proposal->note->on) + 1;
  proposal->expires_on = proposal->due_on + ASK_WITHIN_DAYS;
  return TRUE;
}

static void
propose (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals)
{
  aufait_moment_rule_propose (rule, note, set_days, proposals);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, AufaitNudge *nudge)
{
  /* It was told once it had begun, or before. */
  gboolean is_past = proposal->note->on >= proposal->moment->first;

  aufait_wording_return (nudge, proposal->moment, is_past, spoken);
}

const AufaitRule AUFAIT_RULE_RETURN = {
  .kind = "return",
  .importance = 50,
  .propose = propose,
  .word = word,
};
