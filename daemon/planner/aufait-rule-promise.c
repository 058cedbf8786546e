/* SPDX-License-Identifier: GPL-3.0-or-later */
/* promise: something is owed; on the day that was said, or a week later when none was. What is for
 * the next time that one sees the person rides on the brief of that meeting, until it is done. */
#include "config.h"

#include "aufait-rule.h"
#include "aufait-wording.h"

#define WITHOUT_DAY_DAYS 7

/* A promise for the same day is brought up when the day draws to its end, not while it is made. */
#define SAME_DAY_SECS (17 * 3600)

/* What was neither kept nor dropped for a season is not brought up for ever. */
#define OWED_DAYS 90

static void
set_days (AufaitProposal *proposal)
{
  AufaitDay written = proposal->note->on;
  AufaitDay day = proposal->promise->day;

  if (proposal->promise->is_next_time) {
    proposal->due_on = written;
    proposal->is_rider = TRUE;
    return;
  }
  if (day == AUFAIT_DAY_NONE)
    day = written + WITHOUT_DAY_DAYS;
  proposal->due_on = MAX (day, written);
  proposal->expires_on = proposal->due_on + OWED_DAYS;
  if (proposal->due_on == written)
    proposal->due_secs = SAME_DAY_SECS;
}

/* The n-th promise of a note is the same one whatever its day is taken to be. */
static char *
make_key (const AufaitProposal *proposal, guint n)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%u", proposal->rule->kind,
                          proposal->person->id, proposal->note->id, n);
}

static void
propose (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals)
{
  for (guint n = 0; n < note->meaning->promises->len; n++) {
    for (guint p = 0; p < note->people->len; p++) {
      AufaitProposal *proposal =
          aufait_proposal_new (rule, note, g_ptr_array_index (note->people, p));

      proposal->promise = g_ptr_array_index (note->meaning->promises, n);
      set_days (proposal);
      proposal->key = make_key (proposal, n);
      g_ptr_array_add (proposals, proposal);
    }
  }
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_promise (nudge, proposal->promise, proposal->note, spoken);
}

const AufaitRule AUFAIT_RULE_PROMISE = {
  .kind = "promise",
  .importance = 90,
  .is_owed = TRUE,
  .propose = propose,
  .word = word,
};
