/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nudges as people see them, made anew each time from their evidence: of a proposal, and of what
 * happened to it. */
#pragma once

#include "aufait-facts.h"
#include "aufait-settings.h"

AufaitNudge *aufait_nudge_maker_make (const AufaitFacts *facts,
                                      const AufaitProposal *proposal,
                                      const AufaitSettings *settings,
                                      GDateTime *now);

/* Why a nudge that is done, dropped or expired takes no answer; which one it is, as it may be one
 * of several. To be freed with g_free(). */
char *aufait_nudge_maker_word_closed (gint64 id, AufaitNudgeState state);

/* The nudge of that id, open or closed. AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none, or when
 * its note was taken back, or its reason is over. */
AufaitNudge *aufait_nudge_maker_find (AufaitDirectory *directory,
                                      gint64 id,
                                      const AufaitSettings *settings,
                                      GDateTime *now,
                                      GError **error);
