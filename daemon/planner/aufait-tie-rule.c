/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie-rule.h"

AufaitProposal *
aufait_tie_rule_propose (const AufaitRule *rule,
                         const AufaitAcquaintance *who,
                         AufaitDay since,
                         AufaitDay due_on)
{
  AufaitProposal *proposal = aufait_proposal_new_of_person (rule, who);
  g_autofree char *text = since != AUFAIT_DAY_NONE ? aufait_day_format (since) : g_strdup ("-");

  proposal->due_on = due_on;
  proposal->key = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", rule->kind, who->person->id, text);
  return proposal;
}

void
aufait_tie_rule_quote (const AufaitProposal *proposal, AufaitNudge *nudge)
{
  const GPtrArray *notes = proposal->who->notes;
  const AufaitNote *note = notes->len > 0 ? g_ptr_array_index (notes, 0) : NULL;

  if (note != NULL)
    g_ptr_array_add (nudge->why, aufait_reason_new (note->text, note->on, note->id));
}
