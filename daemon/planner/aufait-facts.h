/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planner knows: the notes that matter around a day, what the rules propose of them, and
 * what happened to each proposal so far. Fetched by index: the cost follows what matters now, not
 * what is stored. */
#pragma once

#include "aufait-nudge-store.h"
#include "aufait-proposal.h"

typedef struct {
  GPtrArray *notes;     /* AufaitNote */
  GPtrArray *proposals; /* AufaitProposal, each of one of the notes */
  GHashTable *records;  /* key → AufaitNudgeRecord, one for each proposal */
  GPtrArray *orphans;   /* AufaitNudgeRecord: open, but nothing proposes them any more */
  guint shown_today;
  gint64 last_shown_at; /* Unix seconds; 0: not today */
} AufaitFacts;

/* The facts around @now. A proposal that is new gets its record here, in a transaction of its own.
 */
AufaitFacts *aufait_facts_new (AufaitMemory *memory, GDateTime *now, GError **error);

/* As above, with the last @max nudges that were closed. */
AufaitFacts *
aufait_facts_new_with_closed (AufaitMemory *memory, GDateTime *now, guint max, GError **error);

/* What comes of one note alone, which must live longer than the facts; within the caller's
 * transaction. */
AufaitFacts *aufait_facts_new_for_note (AufaitMemory *memory, AufaitNote *note, GError **error);

void aufait_facts_free (AufaitFacts *facts);

/* The record of a proposal. */
AufaitNudgeRecord *aufait_facts_get_record (const AufaitFacts *facts,
                                            const AufaitProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFacts, aufait_facts_free)
