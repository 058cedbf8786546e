/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checkin: someone is to be asked after, as their circle or their own cadence has it. Once a
 * silence; never for the dead, nor where it is never wanted. */
#include "config.h"

#include "aufait-tie-rule.h"
#include "aufait-wording-ties.h"

/* The day on which they are back from where a note says that they are on @day; @day when they are
 * not away. */
static AufaitDay
find_back (const AufaitAcquaintance *who, AufaitDay day)
{
  for (guint i = 0; i < who->notes->len; i++) {
    const AufaitNote *note = g_ptr_array_index (who->notes, i);

    for (guint m = 0; m < note->meaning->moments->len; m++) {
      const AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, m);

      if (moment->kind == AUFAIT_MOMENT_TRIP && moment->whose == NULL && moment->first <= day &&
          day <= moment->last)
        return moment->last + 1;
    }
  }
  return day;
}

static void
propose_of_person (const AufaitRule *rule,
                   const AufaitAcquaintance *who,
                   const AufaitRuleContext *context,
                   GPtrArray *proposals)
{
  AufaitDay since =
      who->tie.last_on != AUFAIT_DAY_NONE ? who->tie.last_on : who->person->cadence_on;
  AufaitDay due_on = who->checkin_on;

  if (due_on == AUFAIT_DAY_NONE || who->person->is_dead)
    return;
  /* Overdue, it is today that they are called. Whoever is seen anyway needs not be called first,
   * and whoever is away is not called there. */
  due_on = MAX (find_back (who, MAX (due_on, context->today)), who->meets_on + 1);
  if (due_on <= context->today)
    due_on = who->checkin_on;
  g_ptr_array_add (proposals, aufait_tie_rule_propose (rule, who, since, due_on));
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_ties_checkin (nudge, proposal->who->tie.last_on, spoken.today);
  aufait_tie_rule_quote (proposal, spoken.today, nudge);
}

const AufaitRule AUFAIT_RULE_CHECKIN = {
  .kind = "checkin",
  .importance = 30,
  .is_undated = TRUE,
  .needs_who = TRUE,
  .done_as = "called",
  .propose_of_person = propose_of_person,
  .word = word,
};
