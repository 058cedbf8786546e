/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish: something is near for which one wishes well; the day before, or on the day itself when it
 * was told on the eve, or is celebrated. */
#include "config.h"

#include "aufait-moment-rule.h"
#include "aufait-wording.h"
#include "aufait-yearly.h"

/* Of what is only known to lie somewhere in a longer span, nobody knows the eve. */
#define SPAN_MAX_DAYS 7

/* A wish on the day itself comes before most things begin. */
#define ON_THE_DAY_SECS (9 * 3600)

static gboolean
is_wished_for (const AufaitMoment *moment)
{
  switch (moment->kind) {
  case AUFAIT_MOMENT_EXAM:
  case AUFAIT_MOMENT_INTERVIEW:
  case AUFAIT_MOMENT_JOB:
  case AUFAIT_MOMENT_MOVE:
  case AUFAIT_MOMENT_HEALTH:
  case AUFAIT_MOMENT_WEDDING:
  case AUFAIT_MOMENT_COMPETITION:
  case AUFAIT_MOMENT_CELEBRATION:
    return TRUE;
  case AUFAIT_MOMENT_SHOW:
    return moment->what != NULL; /* in the audience nobody needs luck */
  case AUFAIT_MOMENT_TRIP:
  case AUFAIT_MOMENT_BIRTH:
  case AUFAIT_MOMENT_VISIT:
  case AUFAIT_MOMENT_LOSS:
  default:
    return FALSE;
  }
}

static gboolean
set_days (AufaitProposal *proposal)
{
  const AufaitMoment *moment = proposal->moment;

  if (!is_wished_for (moment) || moment->last - moment->first >= SPAN_MAX_DAYS)
    return FALSE;
  /* On the day itself they have just been spoken to. */
  if (proposal->note->on >= moment->first)
    return FALSE;

  proposal->due_on = moment->first - 1;
  /* A celebration is wished for on its day; what was told on the eve is, too. */
  if (moment->kind == AUFAIT_MOMENT_CELEBRATION || proposal->note->on >= proposal->due_on) {
    proposal->due_on = moment->first;
    proposal->due_secs = ON_THE_DAY_SECS;
  }
  proposal->expires_on = moment->first + 1;
  return TRUE;
}

static void
propose (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals)
{
  aufait_moment_rule_propose (rule, note, set_days, proposals);
}

static gboolean
wants_who (const AufaitProposal *proposal)
{
  return aufait_moment_rule_is_birthday (proposal->moment);
}

/* A birthday that their card has is wished for by another rule, once a year: the card's day, which
 * the user keeps, counts more than one that was heard. */
static gboolean
is_worth (const AufaitProposal *proposal, const AufaitRuleContext *context)
{
  const AufaitMoment *moment = proposal->moment;
  AufaitYearly yearly;

  return proposal->who == NULL || moment->whose != NULL ||
         !aufait_moment_rule_is_birthday (moment) || proposal->who->person->birthday == NULL ||
         !aufait_yearly_parse (proposal->who->person->birthday, &yearly);
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_wish (nudge, proposal->moment, spoken);
}

const AufaitRule AUFAIT_RULE_WISH = {
  .kind = "wish",
  .importance = 70,
  .is_ahead = TRUE,
  .propose = propose,
  .wants_who = wants_who,
  .is_worth = is_worth,
  .word = word,
};
