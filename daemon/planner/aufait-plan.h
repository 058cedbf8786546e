/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to speak: of the nudges that could be shown, the one to show now, those that make no sense
 * any more, and the next instant worth waking for. Pure: (facts, settings, now) in, a plan out. */
#pragma once

#include "aufait-facts.h"
#include "aufait-settings.h"

/* How many wait is news in the morning: so long after the turn of the day. */
#define AUFAIT_PLAN_DIGEST_SECS (3 * 3600)

typedef struct {
  const AufaitProposal *show; /* to be shown now, within the facts; NULL: nothing */
  GPtrArray *digest;          /* const AufaitRef: to be told now that they wait; NULL: nothing */
  GPtrArray *expired;         /* const AufaitNudgeRecord, within the facts */
  GDateTime *wake;            /* NULL: nothing to wait for */
  gboolean wants_all;         /* it is for one of those that the facts do not have: plan with all */
} AufaitPlan;

/* @facts may be of what has changed alone (aufait_facts_new_of_changes).
 *
 * @can_show: whether something shown now would be seen. While it would not, what is due waits, and
 * is nothing to wake for. */
AufaitPlan *aufait_plan_new (const AufaitFacts *facts,
                             const AufaitSettings *settings,
                             GDateTime *now,
                             gboolean can_show);
void aufait_plan_free (AufaitPlan *plan);

/* When a nudge is due: on its day at the time that the settings say, or when its snooze ends. */
GDateTime *aufait_plan_due_at (const AufaitProposal *proposal,
                               const AufaitNudgeRecord *record,
                               const AufaitSettings *settings,
                               GTimeZone *zone);

/* When a nudge that nobody answers makes no sense any more, in @zone; NULL: never. What the user
 * put off is kept for the day that they named, unless it would be untrue by then; and what was
 * shown stays for the rest of that day, unless it is said at its instant. */
GDateTime *aufait_plan_find_end (const AufaitProposal *proposal,
                                 const AufaitNudgeRecord *record,
                                 GTimeZone *zone);

/* Whether that is so at @now. */
gboolean aufait_plan_is_over (const AufaitProposal *proposal,
                              const AufaitNudgeRecord *record,
                              GDateTime *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitPlan, aufait_plan_free)
