/* SPDX-License-Identifier: GPL-3.0-or-later */
/* return, of a loss: nothing is asked. A kind word the day after, again once a month has passed,
 * when others have stopped writing, and when the first anniversary comes near; each once. */
#include "config.h"

#include "aufait-concerned.h"
#include "aufait-noun.h"
#include "aufait-rule.h"
#include "aufait-wording.h"

#define MONTH_DAYS 30

/* So long each word is kept, and so long it is from the one before at least. */
#define WITHIN_DAYS 14

/* Of what lies somewhere in a longer span nobody knows when a month has passed. */
#define SPAN_MAX_DAYS 7

/* The anniversary, of a day that was told, is spoken of a few days before. */
#define AHEAD_DAYS 3

/* What comes behind the key of the later words; the day of the month is not in them, for a death
 * and the funeral are told by two notes. */
#define MONTH ":month"
#define YEAR  ":year"

static AufaitDay
find_anniversary (const AufaitMoment *moment)
{
  return aufait_day_add_months (moment->last, 12);
}

static char *
make_key (const AufaitRule *rule, const AufaitRef *person, AufaitDay day, const char *suffix)
{
  g_autofree char *text = aufait_day_format (day);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%.*s%s", rule->kind, person->id,
                          aufait_moment_kind_to_string (AUFAIT_MOMENT_LOSS),
                          *suffix == '\0' ? 10 : 7, text, suffix);
}

static void
add_word (const AufaitRule *rule,
          const AufaitNote *note,
          const AufaitConcerned *concerned,
          const AufaitMoment *moment,
          AufaitDay due,
          AufaitDay expires,
          const char *suffix,
          GPtrArray *proposals)
{
  for (guint p = 0; p < note->people->len; p++) {
    const AufaitRef *person = g_ptr_array_index (note->people, p);
    AufaitProposal *proposal = NULL;

    if (!aufait_concerned_has (concerned, moment, person))
      continue;
    proposal = aufait_proposal_new (rule, note, person);
    proposal->moment = moment;
    proposal->due_on = due;
    proposal->expires_on = expires;
    proposal->key = make_key (rule, person, moment->last, suffix);
    g_ptr_array_add (proposals, proposal);
  }
}

/* "The anniversary of the death is on Friday": a year or more has passed already. */
static gboolean
is_remembrance (const AufaitMoment *moment)
{
  return aufait_noun_means (moment, AUFAIT_NOUN_REMEMBRANCE);
}

static void
propose_words (const AufaitRule *rule,
               const AufaitNote *note,
               const AufaitConcerned *concerned,
               const AufaitMoment *moment,
               GPtrArray *proposals)
{
  AufaitDay first = MAX (moment->last, note->on) + 1;
  AufaitDay month = moment->last + MONTH_DAYS;
  AufaitDay anniversary = find_anniversary (moment);

  add_word (rule, note, concerned, moment, first, first + WITHIN_DAYS, "", proposals);
  if (is_remembrance (moment) || moment->whose != NULL ||
      moment->last - moment->first >= SPAN_MAX_DAYS)
    return; /* an animal's death is not remembered for a year */
  if (month >= first + WITHIN_DAYS)
    add_word (rule, note, concerned, moment, month, month + WITHIN_DAYS, MONTH, proposals);
  if (moment->first == moment->last && anniversary - AHEAD_DAYS >= first + WITHIN_DAYS)
    add_word (rule, note, concerned, moment, anniversary - AHEAD_DAYS, anniversary + 1, YEAR,
              proposals);
}

/* A death and the funeral that are told in one breath are one loss; the first day speaks for both.
 */
static gboolean
is_of_one_before (const AufaitNote *note, const AufaitMoment *moment)
{
  for (guint m = 0; m < note->meaning->moments->len; m++) {
    const AufaitMoment *other = g_ptr_array_index (note->meaning->moments, m);

    if (other->kind == AUFAIT_MOMENT_LOSS && !is_remembrance (other) &&
        other->last < moment->last && moment->last - other->last <= WITHIN_DAYS)
      return TRUE;
  }
  return FALSE;
}

static void
propose (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals)
{
  g_autoptr (AufaitConcerned) concerned = aufait_concerned_new (note);

  for (guint m = 0; m < note->meaning->moments->len; m++) {
    const AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, m);

    if (moment->kind == AUFAIT_MOMENT_LOSS && !is_of_one_before (note, moment))
      propose_words (rule, note, concerned, moment, proposals);
  }
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  if (g_str_has_suffix (proposal->key, YEAR))
    aufait_wording_loss_year (nudge, find_anniversary (proposal->moment), spoken);
  else if (g_str_has_suffix (proposal->key, MONTH))
    aufait_wording_loss_month (nudge);
  else
    aufait_wording_return (nudge, proposal->moment, TRUE, spoken);
}

const AufaitRule AUFAIT_RULE_LOSS = {
  .kind = "return",
  .importance = 50,
  .is_owed = TRUE,
  .propose = propose,
  .word = word,
};
