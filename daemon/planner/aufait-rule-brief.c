/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brief: one is about to see someone; what was heard last, half an hour before. */
#include "config.h"

#include "aufait-event-kind.h"
#include "aufait-event-trip.h"
#include "aufait-news.h"
#include "aufait-rule.h"
#include "aufait-wording-events.h"

#define AHEAD_SECS (30 * 60)

/* With more of them one gets no word in about each. */
#define PEOPLE_MAX 4

/* Of a meeting that comes again and again there is something to say when something was noted
 * lately and since they were seen, or it was long ago. */
#define NEWS_DAYS 90
#define LONG_DAYS 28

/* What is over for longer is no news any more. */
#define FRESH_DAYS 31

/* What a notification has room for. */
#define FACTS_MAX       2
#define IMPRESSIONS_MAX 1

static void
propose_of_event (const AufaitRule *rule,
                  const AufaitEvent *event,
                  const AufaitRuleContext *context,
                  GPtrArray *proposals)
{
  if (event->all_day || event->owner != 0 || event->people->len > PEOPLE_MAX ||
      !aufait_event_kind_is_meeting (event, event->people->len))
    return;
  for (guint i = 0; i < event->people->len; i++) {
    const AufaitRef *person = g_ptr_array_index (event->people, i);
    AufaitProposal *proposal = NULL;

    if (aufait_event_trip_is_away (event, person, context->zone))
      continue;
    proposal = aufait_proposal_new_of_event (rule, event, person);
    proposal->due_at = event->start - rule->lead_secs;
    proposal->expires_at = event->start;
    proposal->key = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%" G_GINT64_FORMAT, rule->kind,
                                     person->id, event->uid, aufait_event_get_begins (event));
    g_ptr_array_add (proposals, proposal);
  }
}

static gboolean
is_worth (const AufaitProposal *proposal, const AufaitRuleContext *context)
{
  const AufaitAcquaintance *who = proposal->who;

  if (!proposal->event->recurring || who->next_time->len > 0)
    return TRUE;
  if (who->notes->len > 0) {
    const AufaitNote *newest = g_ptr_array_index (who->notes, 0);

    if (newest->on >= context->today - NEWS_DAYS &&
        (who->last == NULL || newest->on >= who->last->on))
      return TRUE;
  }
  return who->last != NULL && who->last->on < context->today - LONG_DAYS;
}

/* What is to be done when one sees them is said in the action, and once done is no news. */
static gboolean
is_rider (const AufaitNote *note)
{
  for (guint i = 0; i < note->meaning->promises->len; i++)
    if (((AufaitPromise *) note->meaning->promises->pdata[i])->is_next_time)
      return TRUE;
  return FALSE;
}

/* Whether it tells of something that goes on, is ahead, or was not long ago. */
static gboolean
is_news (const AufaitNote *note, AufaitDay today)
{
  AufaitDay last = aufait_news_get_last_day (note);

  return last != AUFAIT_DAY_NONE && last >= today - FRESH_DAYS;
}

static gboolean
may_quote (const AufaitAcquaintance *who, const AufaitNote *note, AufaitDay today)
{
  return !is_rider (note) && !aufait_news_is_stale (note, who->tie.last_on, today);
}

/* What there is room for; first what is news: a father's death comes before a taste for jazz that
 * was heard of later. */
static GHashTable *
pick_notes (const AufaitAcquaintance *who, AufaitDay today)
{
  GHashTable *picked = g_hash_table_new (NULL, NULL);
  guint n_notes = who->notes->len;
  guint n_left[] = {
    [AUFAIT_NOTE_FACT] = FACTS_MAX,
    [AUFAIT_NOTE_IMPRESSION] = IMPRESSIONS_MAX,
  };

  for (guint i = 0; i < 2 * n_notes; i++) {
    AufaitNote *note = g_ptr_array_index (who->notes, i % n_notes);
    gboolean is_turn_of_news = i < n_notes;

    if (n_left[note->meaning->kind] == 0 || !may_quote (who, note, today) ||
        is_news (note, today) != is_turn_of_news)
      continue;
    n_left[note->meaning->kind]--;
    g_hash_table_add (picked, note);
  }
  return picked;
}

/* Facts and impressions, the newest first, as evidence. */
static void
quote_notes (const AufaitAcquaintance *who, AufaitDay today, AufaitNudge *nudge)
{
  g_autoptr (GHashTable) picked = pick_notes (who, today);

  for (guint i = 0; i < who->notes->len; i++) {
    const AufaitNote *note = g_ptr_array_index (who->notes, i);

    if (g_hash_table_contains (picked, note))
      g_ptr_array_add (nudge->why, aufait_reason_new (note->text, note->on, note->id));
  }
}

/* The last time before the event, as far as it is known: an event on its day may be the event
 * itself, once it is over, and what was logged for the day may be of it. */
static const AufaitContact *
get_last_before (const AufaitProposal *proposal, const AufaitNudge *nudge, GTimeZone *zone)
{
  const AufaitContact *contact = proposal->who->last;
  AufaitDay first, last;

  aufait_event_get_days (proposal->event, zone, &first, &last);
  if (contact == NULL || contact->on > first ||
      (contact->on == first &&
       (contact->how == AUFAIT_CONTACT_EVENT || !aufait_nudge_is_open (nudge))))
    return NULL;
  return contact;
}

static void
word (const AufaitProposal *proposal, AufaitSpokenDay spoken, GTimeZone *zone, AufaitNudge *nudge)
{
  const AufaitAcquaintance *who = proposal->who;

  aufait_wording_events_brief (nudge, proposal->event, get_last_before (proposal, nudge, zone),
                               zone, spoken);
  aufait_wording_events_remember (nudge, who->next_time);
  quote_notes (who, spoken.today, nudge);
}

const AufaitRule AUFAIT_RULE_BRIEF = {
  .kind = "brief",
  .importance = 100,
  .is_ahead = TRUE,
  .is_timely = TRUE,
  .lead_secs = AHEAD_SECS,
  .is_beside = TRUE,
  .needs_who = TRUE,
  .propose_of_event = propose_of_event,
  .is_worth = is_worth,
  .word = word,
};
