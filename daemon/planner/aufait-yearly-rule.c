/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-yearly-rule.h"

#include "aufait-news.h"

/* Belated wishes are kind for so long; from someone whom one never speaks to for a day. */
#define BELATED_DAYS          3
#define BELATED_STRANGER_DAYS 1

static void
propose_day (const AufaitRule *rule,
             const AufaitAcquaintance *who,
             AufaitDay day,
             GPtrArray *proposals)
{
  AufaitProposal *proposal = NULL;
  g_autofree char *text = NULL;

  if (day == AUFAIT_DAY_NONE)
    return;
  text = aufait_day_format (day);
  proposal = aufait_proposal_new_of_person (rule, who);
  proposal->due_on = day;
  proposal->is_faint = aufait_acquaintance_is_stranger (who);
  proposal->expires_on = day + 1 + (proposal->is_faint ? BELATED_STRANGER_DAYS : BELATED_DAYS);
  proposal->key = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", rule->kind, who->person->id, text);
  g_ptr_array_add (proposals, proposal);
}

/* The last one too, long past: it may have been put off. */
void
aufait_yearly_rule_propose (const AufaitRule *rule,
                            const AufaitAcquaintance *who,
                            const char *date,
                            const AufaitRuleContext *context,
                            GPtrArray *proposals)
{
  AufaitYearly yearly;

  if (date == NULL || who->person->is_dead || who->is_me || !aufait_yearly_parse (date, &yearly))
    return;
  propose_day (rule, who, aufait_yearly_find_last (yearly, context->today), proposals);
  propose_day (rule, who, aufait_yearly_find_next (yearly, context->today + 1), proposals);
}

gboolean
aufait_yearly_rule_is_worth (const AufaitProposal *proposal, const AufaitRuleContext *context)
{
  AufaitDay last_contact = proposal->who->tie.last_on;

  return context->today <= proposal->due_on || last_contact == AUFAIT_DAY_NONE ||
         last_contact < proposal->due_on;
}

int
aufait_yearly_rule_count_years (const AufaitProposal *proposal, const char *date)
{
  AufaitYearly yearly;

  return date != NULL && aufait_yearly_parse (date, &yearly)
             ? aufait_yearly_count_years (yearly, proposal->due_on)
             : 0;
}

void
aufait_yearly_rule_quote (const AufaitProposal *proposal, AufaitNudge *nudge)
{
  const AufaitAcquaintance *who = proposal->who;
  const AufaitNote *note =
      aufait_news_find_for_wishes (who->notes, who->owed, who->tie.last_on, proposal->due_on);

  if (note != NULL)
    g_ptr_array_add (nudge->why, aufait_reason_new (note->text, note->on, note->id));
}
