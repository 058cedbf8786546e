/* SPDX-License-Identifier: GPL-3.0-or-later */
/* return: a moment is over; ask about it the day after. It was noted, or stands in a calendar as a
 * trip of the person's. After a loss nothing is asked: that is another rule's. */
#include "config.h"

#include "aufait-event-trip.h"
#include "aufait-moment-rule.h"
#include "aufait-wording.h"

/* After a month the question would be odd: life has gone on. */
#define ASK_WITHIN_DAYS 30

static gboolean
set_days (AufaitProposal *proposal)
{
  AufaitDay told = proposal->note != NULL ? proposal->note->on : AUFAIT_DAY_NONE;

  if (proposal->moment->kind == AUFAIT_MOMENT_LOSS)
    return FALSE;
  /* What was told after the fact is no news on the same day. */
  proposal->due_on = MAX (proposal->moment->last, told) + 1;
  proposal->expires_on = proposal->due_on + ASK_WITHIN_DAYS;
  return TRUE;
}

static void
propose (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals)
{
  aufait_moment_rule_propose (rule, note, set_days, proposals);
}

static void
propose_trip (const AufaitRule *rule,
              const AufaitEvent *event,
              const AufaitRef *person,
              const AufaitRuleContext *context,
              GPtrArray *proposals)
{
  AufaitMoment *moment = NULL;
  AufaitProposal *proposal = NULL;
  AufaitDay first, last;

  aufait_event_get_days (event, context->zone, &first, &last);
  if (!aufait_event_trip_read (event, person, event->owner == person->id, first, last, &moment))
    return;
  proposal = aufait_proposal_new_of_event (rule, event, person);
  proposal->moment = proposal->own_moment = moment;
  aufait_moment_rule_take (proposal, set_days, proposals);
}

static void
propose_of_event (const AufaitRule *rule,
                  const AufaitEvent *event,
                  const AufaitRuleContext *context,
                  GPtrArray *proposals)
{
  for (guint i = 0; i < event->people->len; i++)
    propose_trip (rule, event, g_ptr_array_index (event->people, i), context, proposals);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  /* It was told once it had begun, or before. */
  gboolean is_past = proposal->note != NULL && proposal->note->on >= proposal->moment->first;

  aufait_wording_return (nudge, proposal->moment, is_past, spoken);
}

const AufaitRule AUFAIT_RULE_RETURN = {
  .kind = "return",
  .importance = 50,
  .is_call = TRUE,
  .propose = propose,
  .propose_of_event = propose_of_event,
  .word = word,
};
