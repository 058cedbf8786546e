/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie-rule.h"

#include "aufait-news.h"

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
aufait_tie_rule_quote (const AufaitProposal *proposal, AufaitDay today, AufaitNudge *nudge)
{
  const AufaitAcquaintance *who = proposal->who;
  const AufaitNote *note = aufait_news_find_opener (who->notes, who->owed, who->tie.last_on, today);

  if (note != NULL)
    g_ptr_array_add (nudge->why, aufait_reason_new (note->text, note->on, note->id));
}
