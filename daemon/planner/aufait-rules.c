/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rule.h"

const AufaitRule *const AUFAIT_RULES[] = {
  &AUFAIT_RULE_PROMISE,
  &AUFAIT_RULE_WISH,
  &AUFAIT_RULE_RETURN,
  NULL,
};

GPtrArray *
aufait_rules_propose (GPtrArray *notes)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_proposal_free);

  for (guint i = 0; i < notes->len; i++)
    for (guint r = 0; AUFAIT_RULES[r] != NULL; r++)
      AUFAIT_RULES[r]->propose (AUFAIT_RULES[r], g_ptr_array_index (notes, i), proposals);
  return proposals;
}
