/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a nudge goes before others, in words. */
#pragma once

#include "aufait-choice.h"

/* One factor of a choice. */
typedef struct {
  const char *name; /* as on the wire: "importance" … */
  double value;
  char *text; /* a sentence */
} AufaitChoiceWordingFactor;

void aufait_choice_wording_factor_free (AufaitChoiceWordingFactor *factor);

/* The factors (AufaitChoiceWordingFactor), in the order in which they are multiplied. */
GPtrArray *aufait_choice_wording_list (const AufaitChoice *choice,
                                       const AufaitProposal *proposal,
                                       const AufaitNudgeRecord *record,
                                       const AufaitChoiceContext *context);
