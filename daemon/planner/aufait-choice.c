/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-choice.h"

#include <math.h>

#include "aufait-rule.h"

/* A kind word to someone who grieves goes before all that is pleasant. */
#define LOSS_IMPORTANCE 0.95

/* What is of today, or makes no sense any more the day after tomorrow; and what the user named the
 * moment of. */
#define URGENT  1.4
#define SNOOZED 2.5

/* Of what is about someone known from a card alone. */
#define FAINT 0.3

/* Of each showing that was not answered. */
#define SHOWN 0.75

/* A tie of this strength is halfway between a stranger and the strongest. */
#define STRENGTH_HALF 8.0

/* Reasons without a day are news for so long. */
#define FRESH_HALF_DAYS 182.0
#define FRESH_MIN       0.4

static double
weigh_importance (const AufaitProposal *proposal)
{
  if (proposal->moment != NULL && proposal->moment->kind == AUFAIT_MOMENT_LOSS)
    return LOSS_IMPORTANCE;
  return proposal->rule->importance / 100.0 * (proposal->is_faint ? FAINT : 1);
}

static double
weigh_urgency (const AufaitProposal *proposal, const AufaitNudgeRecord *record, AufaitDay today)
{
  gboolean is_last =
      (proposal->expires_on != AUFAIT_DAY_NONE && proposal->expires_on <= today + 1) ||
      (proposal->rule->is_of_day && proposal->due_on == today) || proposal->expires_at != 0;

  return (is_last && !proposal->is_faint ? URGENT : 1) *
         (record->state == AUFAIT_NUDGE_SNOOZED ? SNOOZED : 1);
}

static double
weigh_freshness (const AufaitProposal *proposal, AufaitDay today)
{
  int age = proposal->note != NULL ? today - proposal->note->on : 0;

  if (!proposal->rule->is_undated || age <= 0)
    return 1;
  return MAX (exp2 (-age / FRESH_HALF_DAYS), FRESH_MIN);
}

AufaitChoice
aufait_choice_weigh (const AufaitProposal *proposal,
                     const AufaitNudgeRecord *record,
                     const AufaitChoiceContext *context)
{
  return (AufaitChoice){
    .importance = weigh_importance (proposal),
    .urgency = weigh_urgency (proposal, record, context->today),
    .tie = 0.5 + 0.5 * context->strength / (context->strength + STRENGTH_HALF),
    .freshness = weigh_freshness (proposal, context->today),
    .patience = pow (SHOWN, record->times_shown),
    .habit = 1.0 / (1 + (proposal->rule->is_owed ? 0 : context->n_dropped)),
  };
}

double
aufait_choice_get_score (const AufaitChoice *choice)
{
  return choice->importance * choice->urgency * choice->tie * choice->freshness * choice->patience *
         choice->habit;
}
