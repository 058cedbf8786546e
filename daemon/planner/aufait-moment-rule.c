/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-moment-rule.h"

static char *
make_key (const AufaitProposal *proposal)
{
  g_autofree char *last = aufait_day_format (proposal->moment->last);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%s", proposal->rule->kind,
                          proposal->person->id,
                          aufait_moment_kind_to_string (proposal->moment->kind), last);
}

void
aufait_moment_rule_take (AufaitProposal *proposal,
                         AufaitMomentRuleFunc set_days,
                         GPtrArray *proposals)
{
  g_autoptr (AufaitProposal) owned = proposal;

  if (!set_days (owned))
    return;
  owned->key = make_key (owned);
  g_ptr_array_add (proposals, g_steal_pointer (&owned));
}

void
aufait_moment_rule_propose (const AufaitRule *rule,
                            const AufaitNote *note,
                            AufaitMomentRuleFunc set_days,
                            GPtrArray *proposals)
{
  for (guint m = 0; m < note->meaning->moments->len; m++) {
    for (guint p = 0; p < note->people->len; p++) {
      AufaitProposal *proposal =
          aufait_proposal_new (rule, note, g_ptr_array_index (note->people, p));

      proposal->moment = g_ptr_array_index (note->meaning->moments, m);
      aufait_moment_rule_take (proposal, set_days, proposals);
    }
  }
}
