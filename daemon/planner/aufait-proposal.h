/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule proposes: a reason to speak to one person, from an instant on, until it makes no
 * sense. */
#pragma once

#include "aufait-acquaintance.h"
#include "aufait-event.h"
#include "aufait-values.h"

typedef struct _AufaitRule AufaitRule;

typedef struct {
  const AufaitRule *rule;
  char *key;
  AufaitRef *person;

  /* The evidence, which lives longer than the proposal: a note, an event, or the person alone. */
  const AufaitNote *note;
  const AufaitMoment *moment;   /* within @note, or @own_moment; NULL: it comes from no moment */
  const AufaitPromise *promise; /* within @note; NULL: it comes from none */
  const AufaitEvent *event;
  const AufaitAcquaintance *who; /* for rules that have needs_who; NULL before they are worded */
  const AufaitPerson *whom;      /* when its rule asks when they can be called; NULL: it does not */
  AufaitMoment *own_moment;      /* what an event was read as; NULL: nothing */
  gboolean is_faint; /* of someone of whom nothing but a card is known: after all else */
  gboolean is_once;  /* like the rule's: without an answer it does not come back */

  /* A day and a time of it; or an instant, which then says the day. */
  AufaitDay due_on;
  int due_secs;         /* seconds after midnight; -1: when the settings say */
  gint64 due_at;        /* Unix seconds; 0: @due_on and @due_secs say it */
  AufaitDay expires_on; /* the first day on which it makes no sense; AUFAIT_DAY_NONE: never */
  gint64 expires_at;    /* Unix seconds; 0: @expires_on says it */
  gboolean is_rider;    /* it is told along with the next meeting, never by itself */
} AufaitProposal;

/* Of a note; of an event; of a person alone. @person is copied. */
AufaitProposal *
aufait_proposal_new (const AufaitRule *rule, const AufaitNote *note, const AufaitRef *person);
AufaitProposal *aufait_proposal_new_of_event (const AufaitRule *rule,
                                              const AufaitEvent *event,
                                              const AufaitRef *person);
AufaitProposal *aufait_proposal_new_of_person (const AufaitRule *rule,
                                               const AufaitAcquaintance *who);
void aufait_proposal_free (AufaitProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitProposal, aufait_proposal_free)
