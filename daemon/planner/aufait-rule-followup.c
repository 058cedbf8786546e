/* SPDX-License-Identifier: GPL-3.0-or-later */
/* followup: one has seen someone; what was told is noted while it is remembered. Once a person and
 * day; of a meeting that comes again and again once in four weeks. */
#include "config.h"

#include "aufait-event-kind.h"
#include "aufait-event-trip.h"
#include "aufait-rule.h"
#include "aufait-wording-events.h"

/* On the way home. */
#define AFTER_SECS (30 * 60)

/* "While you remember" is not true any more after a night. */
#define WITHIN_SECS (24 * 3600)

#define PEOPLE_MAX 4

/* Of what comes again and again one is not asked each time. */
#define SERIES_DAYS 28

static char *
make_key (const AufaitProposal *proposal, AufaitDay day)
{
  const AufaitEvent *event = proposal->event;
  g_autofree char *text = aufait_day_format (day);

  if (event->recurring)
    return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%s", proposal->rule->kind,
                            proposal->person->id, event->uid, text);
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", proposal->rule->kind, proposal->person->id,
                          text);
}

static void
propose_of_event (const AufaitRule *rule,
                  const AufaitEvent *event,
                  const AufaitRuleContext *context,
                  GPtrArray *proposals)
{
  AufaitDay first, last;

  if (event->all_day || event->owner != 0 || event->people->len > PEOPLE_MAX ||
      !aufait_event_kind_is_meeting (event, event->people->len))
    return;
  aufait_event_get_days (event, context->zone, &first, &last);
  for (guint i = 0; i < event->people->len; i++) {
    const AufaitRef *person = g_ptr_array_index (event->people, i);
    AufaitProposal *proposal = NULL;

    if (aufait_event_trip_is_away (event, person, context->zone))
      continue;
    proposal = aufait_proposal_new_of_event (rule, event, person);
    proposal->due_at = event->end + AFTER_SECS;
    proposal->expires_at = event->end + WITHIN_SECS;
    proposal->key = make_key (proposal, first);
    g_ptr_array_add (proposals, proposal);
  }
}

/* Whether @note tells of the event: it was written after that had begun. Of old notes the day alone
 * is known. */
static gboolean
is_news (const AufaitNote *note, const AufaitEvent *event, AufaitDay last)
{
  return note->at != 0 ? note->at >= event->start : note->on >= last;
}

/* What was noted since needs no asking for. */
static gboolean
is_worth (const AufaitProposal *proposal, const AufaitRuleContext *context)
{
  const GPtrArray *notes = proposal->who->notes;
  AufaitDay first, last;

  aufait_event_get_days (proposal->event, context->zone, &first, &last);
  for (guint i = 0; i < notes->len; i++) {
    if (is_news (g_ptr_array_index (notes, i), proposal->event, last))
      return FALSE;
  }
  return TRUE;
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  aufait_wording_events_followup (nudge);
}

const AufaitRule AUFAIT_RULE_FOLLOWUP = {
  .kind = "followup",
  .importance = 40,
  .is_beside = TRUE,
  .is_after = TRUE,
  .is_once = TRUE,
  .rests_days = SERIES_DAYS,
  .needs_who = TRUE,
  .propose_of_event = propose_of_event,
  .is_worth = is_worth,
  .word = word,
};
