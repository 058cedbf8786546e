/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planner knows: the notes that matter, what the rules propose of them, and what happened
 * to each proposal so far. Fetched by index: the cost follows what matters now, not what is stored.
 */
#pragma once

#include "aufait-nudge-store.h"
#include "aufait-proposal.h"

/* How long after a loss nothing lighter is brought up with that person. */
#define AUFAIT_FACTS_MOURNING_DAYS 7

/* So long before it, too: a funeral is noted ahead. */
#define AUFAIT_FACTS_FUNERAL_DAYS 14

typedef struct {
  GPtrArray *notes;     /* AufaitNote */
  GPtrArray *proposals; /* AufaitProposal, each of one of the notes */
  GHashTable *records;  /* key → AufaitNudgeRecord, one for each proposal */
  GPtrArray *orphans;   /* AufaitNudgeRecord: open, but nothing proposes them any more */
  GPtrArray *losses;    /* AufaitNote: what asks for tact, just past or near */
  AufaitDay next_due;   /* the first day with more to say than is here; AUFAIT_DAY_NONE: none */
  guint shown_today;
  gint64 last_shown_at; /* Unix seconds; 0: not today */
} AufaitFacts;

/* All that a plan needs at @now: what is due by now, what is shown or snoozed, and what is due on
 * the next day that has anything. */
AufaitFacts *aufait_facts_new (AufaitMemory *memory, GDateTime *now, GError **error);

/* Every open nudge, and the last @max that were closed. */
AufaitFacts *aufait_facts_new_of_all (AufaitMemory *memory, guint max, GError **error);

/* One nudge, open or closed; an orphan when its note is gone or does not propose it any more.
 * AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none of that id. */
AufaitFacts *aufait_facts_new_of_nudge (AufaitMemory *memory, gint64 id, GError **error);

/* The open nudges of one person. */
AufaitFacts *aufait_facts_new_of_person (AufaitMemory *memory, gint64 person_id, GError **error);

/* What comes of one note, which must live longer than the facts. New proposals get their records,
 * within the caller's transaction. */
AufaitFacts *aufait_facts_new_of_note (AufaitMemory *memory, AufaitNote *note, GError **error);

void aufait_facts_free (AufaitFacts *facts);

/* The record of a proposal. */
AufaitNudgeRecord *aufait_facts_get_record (const AufaitFacts *facts,
                                            const AufaitProposal *proposal);

/* Gives every proposal that notes of the last weeks or of the days to come make a record, in a
 * transaction of its own. Needed where notes were read anew, or by rules that are new. */
gboolean aufait_facts_discover (AufaitMemory *memory, AufaitDay today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFacts, aufait_facts_free)
