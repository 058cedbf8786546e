/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the facts share: those of records, of what has changed, and of what is new. */
#pragma once

#include "aufait-facts.h"

/* Facts that know of nothing yet. */
AufaitFacts *aufait_facts_new_empty (AufaitDirectory *directory, GDateTime *now);

/* The facts of @records, which are taken over; NULL passes an error on. */
AufaitFacts *aufait_facts_new_of_records (AufaitDirectory *directory,
                                          GDateTime *now,
                                          GPtrArray *records,
                                          GError **error);

/* Fetches what matters to all of them at @now. */
gboolean aufait_facts_fetch_now (AufaitFacts *facts,
                                 AufaitDirectory *directory,
                                 GDateTime *now,
                                 GError **error);

/* What the rules make of the evidence (AufaitProposal). */
GPtrArray *aufait_facts_propose (AufaitFacts *facts);

/* Gives every proposal its record, within the caller's transaction; drops what is not wanted. */
gboolean aufait_facts_ensure_records (AufaitFacts *facts, AufaitMemory *memory, GError **error);
