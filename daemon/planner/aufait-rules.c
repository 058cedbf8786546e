/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rule.h"

const AufaitRule *const AUFAIT_RULES[] = {
  &AUFAIT_RULE_BRIEF,    &AUFAIT_RULE_PROMISE,     &AUFAIT_RULE_WISH,     &AUFAIT_RULE_RETURN,
  &AUFAIT_RULE_BIRTHDAY, &AUFAIT_RULE_ANNIVERSARY, &AUFAIT_RULE_FOLLOWUP, &AUFAIT_RULE_CHECKIN,
  &AUFAIT_RULE_DRIFT,    &AUFAIT_RULE_INVITE,      &AUFAIT_RULE_LOSS,     NULL,
};

const AufaitRule *
aufait_rules_find (const char *kind)
{
  for (guint r = 0; AUFAIT_RULES[r] != NULL; r++)
    if (g_str_equal (AUFAIT_RULES[r]->kind, kind))
      return AUFAIT_RULES[r];
  return NULL;
}

/* The calendar ends with the year 9999: behind it there are days, but no instants. */
#define YEAR_MAX 2999

static void
forget_far (GPtrArray *proposals)
{
  AufaitDay last = aufait_day_new (YEAR_MAX, 12, 31);

  for (guint i = proposals->len; i > 0; i--) {
    const AufaitProposal *proposal = g_ptr_array_index (proposals, i - 1);

    if (proposal->due_on > last)
      g_ptr_array_remove_index (proposals, i - 1);
  }
}

/* What is due at an instant is so on its day. */
static void
set_day (AufaitProposal *proposal, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (proposal->due_at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  proposal->due_on = aufait_day_from_date_time (local);
}

static void
ask_rule (const AufaitRule *rule,
          const AufaitRuleEvidence *evidence,
          const AufaitRuleContext *context,
          GPtrArray *proposals)
{
  for (guint i = 0; rule->propose != NULL && i < evidence->notes->len; i++)
    rule->propose (rule, g_ptr_array_index (evidence->notes, i), proposals);
  for (guint i = 0; rule->propose_of_event != NULL && i < evidence->events->len; i++)
    rule->propose_of_event (rule, g_ptr_array_index (evidence->events, i), context, proposals);
  for (guint i = 0; rule->propose_of_person != NULL && i < evidence->people->len; i++)
    rule->propose_of_person (rule, g_ptr_array_index (evidence->people, i), context, proposals);
  for (guint i = 0; rule->propose_of_occasion != NULL && i < evidence->occasions->len; i++)
    rule->propose_of_occasion (rule, g_ptr_array_index (evidence->occasions, i), context,
                               proposals);
}

GPtrArray *
aufait_rules_propose (const AufaitRuleEvidence *evidence, const AufaitRuleContext *context)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_proposal_free);

  for (guint r = 0; AUFAIT_RULES[r] != NULL; r++)
    ask_rule (AUFAIT_RULES[r], evidence, context, proposals);
  for (guint i = 0; i < proposals->len; i++) {
    AufaitProposal *proposal = g_ptr_array_index (proposals, i);

    if (proposal->due_at != 0)
      set_day (proposal, context->zone);
  }
  forget_far (proposals);
  return proposals;
}

gboolean
aufait_rules_is_light (const AufaitProposal *proposal)
{
  if (proposal->rule->is_light || proposal->moment == NULL)
    return proposal->rule->is_light;
  switch (proposal->moment->kind) {
  case AUFAIT_MOMENT_TRIP:
  case AUFAIT_MOMENT_JOB:
  case AUFAIT_MOMENT_MOVE:
  case AUFAIT_MOMENT_WEDDING:
  case AUFAIT_MOMENT_COMPETITION:
  case AUFAIT_MOMENT_SHOW:
  case AUFAIT_MOMENT_CELEBRATION:
  case AUFAIT_MOMENT_VISIT:
    return TRUE;
  case AUFAIT_MOMENT_EXAM:
  case AUFAIT_MOMENT_INTERVIEW:
  case AUFAIT_MOMENT_HEALTH:
  case AUFAIT_MOMENT_BIRTH:
  case AUFAIT_MOMENT_LOSS:
  default:
    return FALSE;
  }
}
