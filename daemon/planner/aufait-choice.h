/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which nudge goes first: the product of what it is, how long it can wait, whom it is about and how
 * fresh its reason is; less for what was shown before, and for what dropping others has taught. */
#pragma once

#include "aufait-nudge-store.h"
#include "aufait-proposal.h"

/* So many of a kind that were dropped about someone, and it is not said any more. */
#define AUFAIT_CHOICE_DROPPED_MAX 3

/* Each a factor; 1 changes nothing. */
typedef struct {
  double importance; /* of the kind: 0 to 1 */
  double urgency;    /* 1, or more for what cannot wait */
  double tie;        /* 0.5 for a stranger, up to 1 for the strongest tie */
  double freshness;  /* of the evidence of what has no day: halves in half a year */
  double patience;   /* less for what was shown and not answered */
  double habit;      /* less for each of the kind that was dropped about the person */
} AufaitChoice;

/* What is known beside the proposal. */
typedef struct {
  AufaitDay today;
  double strength; /* of the tie (AufaitTie); 0: none, or not known */
  guint n_dropped; /* of the kind about the person (aufait-habit-store.h) */
} AufaitChoiceContext;

AufaitChoice aufait_choice_weigh (const AufaitProposal *proposal,
                                  const AufaitNudgeRecord *record,
                                  const AufaitChoiceContext *context);

double aufait_choice_get_score (const AufaitChoice *choice);
