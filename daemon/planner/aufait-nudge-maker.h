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

/* What is left of a nudge that is closed and that nothing proposes any more: a call that was made
 * has ended the silence that asked for it, an event has left the calendar. Whom it was about is
 * known, and of what kind it was; what it said is not, as that is never kept. NULL without an error
 * when the person is gone. */
AufaitNudge *aufait_nudge_maker_make_closed (AufaitMemory *memory,
                                             const AufaitNudgeRecord *record,
                                             const AufaitSettings *settings,
                                             GTimeZone *zone,
                                             GError **error);

/* Why a nudge that is done, dropped or expired takes no answer; which one it is, as it may be one
 * of several. To be freed with g_free(). */
char *aufait_nudge_maker_word_closed (gint64 id, AufaitNudgeState state);

/* Why nothing can be said of what asks for a nudge. To be freed with g_free(). */
char *aufait_nudge_maker_word_missing (AufaitMemory *memory, gint64 id);

/* The nudge of that id, open or closed. AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none, or when
 * it is open and its note was taken back, or its reason is over. */
AufaitNudge *aufait_nudge_maker_find (AufaitDirectory *directory,
                                      gint64 id,
                                      const AufaitSettings *settings,
                                      GDateTime *now,
                                      GError **error);
