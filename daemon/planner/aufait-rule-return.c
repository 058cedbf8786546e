/* SPDX-License-Identifier: GPL-3.0-or-later */
/* return: a moment is over; ask about it the day after. It was noted, or stands in a calendar as a
 * trip of the person's. After a loss nothing is asked: that is another rule's. */
#include "config.h"

#include "aufait-event-trip.h"
#include "aufait-moment-rule.h"
#include "aufait-outcome.h"
#include "aufait-wording.h"

/* What was told so long after it was over is an old story. */
#define OLD_DAYS 60

/* After a month the question would be odd: life has gone on. */
#define ASK_WITHIN_DAYS 30

/* A visit to the user: both were there. */
static gboolean
is_visit_here (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_VISIT && moment->what == NULL;
}

static gboolean
set_days (AufaitProposal *proposal)
{
  AufaitDay told = proposal->note != NULL ? proposal->note->on : AUFAIT_DAY_NONE;

  if (proposal->moment->kind == AUFAIT_MOMENT_LOSS || is_visit_here (proposal->moment) ||
      aufait_moment_rule_is_birthday (proposal->moment) || told > proposal->moment->last + OLD_DAYS)
    return FALSE;
  if (proposal->note != NULL && aufait_outcome_is_told (proposal->note, proposal->moment))
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

/* What one may have been at oneself, and what is told once it has come. */
static gboolean
wants_who (const AufaitProposal *proposal)
{
  switch (proposal->moment->kind) {
  case AUFAIT_MOMENT_WEDDING:
  case AUFAIT_MOMENT_BIRTH:
  case AUFAIT_MOMENT_SHOW:
  case AUFAIT_MOMENT_CELEBRATION:
  case AUFAIT_MOMENT_VISIT:
    return TRUE;
  case AUFAIT_MOMENT_TRIP:
  case AUFAIT_MOMENT_EXAM:
  case AUFAIT_MOMENT_INTERVIEW:
  case AUFAIT_MOMENT_JOB:
  case AUFAIT_MOMENT_MOVE:
  case AUFAIT_MOMENT_HEALTH:
  case AUFAIT_MOMENT_COMPETITION:
  case AUFAIT_MOMENT_LOSS:
  default:
    return FALSE;
  }
}

/* Whether a later note tells of the birth that an earlier one expected. */
static gboolean
is_told_anew (const AufaitProposal *proposal)
{
  const GPtrArray *notes = proposal->who->notes;

  for (guint i = 0; i < notes->len && proposal->note != NULL; i++) {
    const AufaitNote *note = g_ptr_array_index (notes, i);

    for (guint m = 0; m < note->meaning->moments->len && note->on > proposal->note->on; m++)
      if (((AufaitMoment *) note->meaning->moments->pdata[m])->kind == proposal->moment->kind)
        return TRUE;
  }
  return FALSE;
}

/* Whoever was seen there needs not be asked how it was. */
static gboolean
is_worth (const AufaitProposal *proposal, const AufaitRuleContext *context)
{
  const AufaitContact *last = proposal->who != NULL ? proposal->who->last : NULL;

  if (proposal->who != NULL && proposal->moment->kind == AUFAIT_MOMENT_BIRTH)
    return !is_told_anew (proposal);
  return last == NULL || last->on < proposal->moment->first ||
         (last->how != AUFAIT_CONTACT_MET && last->how != AUFAIT_CONTACT_EVENT);
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
  .wants_who = wants_who,
  .is_worth = is_worth,
  .word = word,
};
