/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rule.h"

const AufaitRule *const AUFAIT_RULES[] = {
  &AUFAIT_RULE_PROMISE,
  &AUFAIT_RULE_WISH,
  &AUFAIT_RULE_RETURN,
  NULL,
};

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

GPtrArray *
aufait_rules_propose (GPtrArray *notes)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_proposal_free);

  for (guint i = 0; i < notes->len; i++)
    for (guint r = 0; AUFAIT_RULES[r] != NULL; r++)
      AUFAIT_RULES[r]->propose (AUFAIT_RULES[r], g_ptr_array_index (notes, i), proposals);
  forget_far (proposals);
  return proposals;
}
