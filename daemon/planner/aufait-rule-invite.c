/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invite: an event of the user's own is about what someone told that they do or like. */
#include "config.h"

#include "aufait-cadence.h"
#include "aufait-event-kind.h"
#include "aufait-noun.h"
#include "aufait-rule.h"
#include "aufait-wording-events.h"

/* Who was to be invited to something so lately goes behind those who were not. */
#define LATELY_DAYS 28

/* So long a broken leg, or an operation, keeps from sports. */
#define HURT_DAYS 60

/* --- who ----------------------------------------------------------------------------------- */

static gboolean
attends (const AufaitEvent *event, gint64 person_id)
{
  for (guint i = 0; i < event->people->len; i++)
    if (((AufaitRef *) event->people->pdata[i])->id == person_id)
      return TRUE;
  return FALSE;
}

static gboolean
is_hurt_on (const AufaitNote *note, AufaitDay day)
{
  for (guint i = 0; i < note->meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, i);

    if (moment->kind == AUFAIT_MOMENT_HEALTH && moment->whose == NULL && moment->first <= day &&
        day <= moment->last + HURT_DAYS &&
        (aufait_noun_means (moment, AUFAIT_NOUN_ACCIDENT) ||
         aufait_noun_means (moment, AUFAIT_NOUN_OPERATION)))
      return TRUE;
  }
  return FALSE;
}

/* "broke his leg", and football is soon. */
static gboolean
is_unfit (const AufaitOccasion *occasion, const AufaitAcquaintance *who, GTimeZone *zone)
{
  AufaitDay first, last;

  if (!aufait_event_kind_is_sport (occasion->event))
    return FALSE;
  aufait_event_get_days (occasion->event, zone, &first, &last);
  for (guint i = 0; i < who->notes->len; i++)
    if (is_hurt_on (g_ptr_array_index (who->notes, i), first))
      return TRUE;
  return FALSE;
}

static gboolean
is_welcome (const AufaitOccasion *occasion, const AufaitOccasionGuest *guest, GTimeZone *zone)
{
  const AufaitPerson *person = guest->who->person;

  if (person->is_dead || person->is_private || person->cadence_days == AUFAIT_CADENCE_NEVER)
    return FALSE;
  /* Once a series is enough: they know that it is there. */
  if (guest->is_of_series && !guest->is_recorded)
    return FALSE;
  return !attends (occasion->event, person->id) &&
         !aufait_occasion_is_about (occasion, guest->dislikes) &&
         !is_unfit (occasion, guest->who, zone);
}

/* --- who first ----------------------------------------------------------------------------- */

/* The last day on which anything was heard of them. */
static AufaitDay
find_last_day (const AufaitAcquaintance *who)
{
  AufaitDay noted = who->notes->len > 0 ? ((AufaitNote *) g_ptr_array_index (who->notes, 0))->on
                                        : AUFAIT_DAY_NONE;

  return who->last != NULL ? MAX (who->last->on, noted) : noted;
}

static int
compare_numbers (int a, int b)
{
  return (a > b) - (a < b);
}

static int
compare_strengths (double a, double b)
{
  return (a > b) - (a < b);
}

/* Who comes first is smaller. Whoever was chosen once stays chosen. */
static int
compare_guests (gconstpointer a, gconstpointer b, gpointer data)
{
  const AufaitOccasionGuest *left = *(AufaitOccasionGuest *const *) a;
  const AufaitOccasionGuest *right = *(AufaitOccasionGuest *const *) b;
  AufaitDay lately = *(const AufaitDay *) data - LATELY_DAYS;
  int order = compare_numbers (right->is_recorded, left->is_recorded);

  if (order == 0)
    order = compare_numbers (left->used_on > lately, right->used_on > lately);
  if (order == 0)
    order = compare_strengths (right->who->tie.strength, left->who->tie.strength);
  if (order == 0)
    order = compare_numbers (find_last_day (right->who), find_last_day (left->who));
  if (order == 0)
    order = compare_numbers (left->used_on, right->used_on);
  if (order == 0)
    order = compare_numbers (left->note->on, right->note->on);
  return order;
}

/* --- the rule ------------------------------------------------------------------------------ */

static AufaitProposal *
make_proposal (const AufaitRule *rule,
               const AufaitOccasion *occasion,
               const AufaitOccasionGuest *guest,
               GTimeZone *zone)
{
  const AufaitEvent *event = occasion->event;
  AufaitProposal *proposal = aufait_proposal_new_of_person (rule, guest->who);
  AufaitDay first, last;

  aufait_event_get_days (event, zone, &first, &last);
  proposal->note = guest->note;
  proposal->event = event;
  proposal->due_on = MAX (first - AUFAIT_RULE_INVITE_MAX_DAYS, guest->note->on);
  /* On the eve it is late to ask. */
  proposal->expires_on = first - AUFAIT_RULE_INVITE_MIN_DAYS + 1;
  proposal->key =
      g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%" G_GINT64_FORMAT, rule->kind,
                       guest->who->person->id, event->uid, aufait_event_get_begins (event));
  return proposal;
}

/* Who was chosen once has a place, whether they still want it or not. */
static void
propose_of_occasion (const AufaitRule *rule,
                     const AufaitOccasion *occasion,
                     const AufaitRuleContext *context,
                     GPtrArray *proposals)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  AufaitDay today = context->today;
  guint n_places = AUFAIT_RULE_INVITE_GUESTS_MAX;

  for (guint i = 0; i < occasion->guests->len; i++)
    g_ptr_array_add (sorted, occasion->guests->pdata[i]);
  g_ptr_array_sort_with_data (sorted, compare_guests, &today);
  for (guint i = 0; i < sorted->len && n_places > 0; i++) {
    const AufaitOccasionGuest *guest = g_ptr_array_index (sorted, i);
    gboolean may_come = is_welcome (occasion, guest, context->zone);

    if (may_come)
      g_ptr_array_add (proposals, make_proposal (rule, occasion, guest, context->zone));
    if (may_come || guest->is_recorded)
      n_places--;
  }
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_events_invite (nudge, proposal->event, proposal->note, zone, spoken);
}

const AufaitRule AUFAIT_RULE_INVITE = {
  .kind = "invite",
  .importance = 60,
  .is_ahead = TRUE,
  .is_light = TRUE,
  .needs_who = TRUE,
  .propose_of_occasion = propose_of_occasion,
  .word = word,
};
