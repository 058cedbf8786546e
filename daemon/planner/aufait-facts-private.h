/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the facts share: those of records, and those of what is new. */
#pragma once

#include "aufait-facts.h"

/* Facts that know of nothing yet. */
AufaitFacts *aufait_facts_new_empty (AufaitDirectory *directory, GDateTime *now);

/* What the rules make of the evidence (AufaitProposal). */
GPtrArray *aufait_facts_propose (AufaitFacts *facts);

/* Gives every proposal its record, within the caller's transaction; drops what is not wanted. */
gboolean aufait_facts_ensure_records (AufaitFacts *facts, AufaitMemory *memory, GError **error);
