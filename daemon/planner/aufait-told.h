/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person, one word: about someone at most one nudge a day and, unless a date demands it, one a
 * week. */
#pragma once

#include "aufait-nudge-store.h"
#include "aufait-proposal.h"

/* How long one nudge about someone is enough, where no date demands another. */
#define AUFAIT_TOLD_WEEK_DAYS 7

/* The first day on which @proposal may be shown beside what was shown (AufaitNudgeStoreTold, of the
 * last week); AUFAIT_DAY_NONE: any. @nudge_id: its own, which does not stand in its own way. */
AufaitDay aufait_told_find_day (const GPtrArray *told,
                                const AufaitProposal *proposal,
                                gint64 nudge_id,
                                GTimeZone *zone);

/* Whether no nudge of an occurrence before, of the same series and about the same person, was
 * brought up in the days that its rule rests. FALSE and an error when that cannot be found out. */
gboolean aufait_told_is_rested (AufaitMemory *memory,
                                const AufaitProposal *proposal,
                                gboolean *ret_is_rested,
                                GError **error);
