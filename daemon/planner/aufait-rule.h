/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules: what makes a nudge of what is known. One file a rule, one row a rule in the table. A
 * rule is pure: it reads its note, and adds what it proposes. */
#pragma once

#include "aufait-proposal.h"
#include "aufait-spoken-day.h"

struct _AufaitRule {
  const char *kind; /* the nudge's kind, and the beginning of its keys */
  int importance;   /* the larger goes first where not all fit */
  gboolean
      is_ahead; /* of what is to come: once it has expired nothing keeps it, not even a snooze */

  /* Adds a proposal for each person of @note and each reason that it gives. */
  void (*propose) (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals);

  /* Sets title and action of a nudge whose person is set. */
  void (*word) (const AufaitProposal *proposal, AufaitSpokenDay spoken, AufaitNudge *nudge);
};

/* Ends with NULL. */
extern const AufaitRule *const AUFAIT_RULES[];

extern const AufaitRule AUFAIT_RULE_RETURN;
extern const AufaitRule AUFAIT_RULE_WISH;
extern const AufaitRule AUFAIT_RULE_PROMISE;

/* Every proposal that the rules make of @notes (AufaitNote), which must live longer than it; but
 * for what is due after the year 2999. */
GPtrArray *aufait_rules_propose (GPtrArray *notes);
