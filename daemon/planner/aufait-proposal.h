/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule proposes: a reason to speak to one person, from a day on, until it makes no sense. */
#pragma once

#include "aufait-values.h"

typedef struct _AufaitRule AufaitRule;

typedef struct {
  const AufaitRule *rule;
  char *key;
  const AufaitNote *note;       /* the evidence; lives longer than the proposal */
  const AufaitMoment *moment;   /* within @note; NULL: it comes from a promise */
  const AufaitPromise *promise; /* within @note; NULL: it comes from a moment */
  const AufaitRef *person;      /* within @note */
  AufaitDay due_on;
  int due_secs;         /* seconds after midnight; -1: when the settings say */
  AufaitDay expires_on; /* the first day on which it makes no sense; AUFAIT_DAY_NONE: never */
} AufaitProposal;

AufaitProposal *
aufait_proposal_new (const AufaitRule *rule, const AufaitNote *note, const AufaitRef *person);
void aufait_proposal_free (AufaitProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitProposal, aufait_proposal_free)
