/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through notes, events and people for what is new. */
#include "config.h"

#include "aufait-event-store.h"
#include "aufait-facts-private.h"
#include "aufait-note-store.h"
#include "aufait-rule.h"

/* What ended longer ago proposes nothing that would still be shown. */
#define DISCOVERY_DAYS 45

/* Events end late, and are followed up; trips are asked about for a month. */
#define EVENT_DAYS 31

/* Invitations look farther ahead than the rest. */
#define EVENT_DAYS_AHEAD MAX (AUFAIT_FACTS_HORIZON_DAYS, AUFAIT_RULE_INVITE_MAX_DAYS)

/* What is past, or far, is nothing new: of events and birthdays, which are always there. */
static void
forget_distant (AufaitFacts *facts, AufaitDay today)
{
  for (guint i = facts->proposals->len; i > 0; i--) {
    const AufaitProposal *proposal = facts->proposals->pdata[i - 1];
    gboolean is_past = (proposal->expires_on != AUFAIT_DAY_NONE && proposal->expires_on <= today) ||
                       (proposal->expires_at != 0 && proposal->due_on < today - 1);

    if (proposal->note == NULL && (is_past || proposal->due_on > today + AUFAIT_FACTS_HORIZON_DAYS))
      g_ptr_array_remove_index (facts->proposals, i - 1);
  }
}

/* --- rhythms that were lost long ago -------------------------------------------------------- */

static gboolean
is_long_lost (const AufaitProposal *proposal, AufaitDay today)
{
  return proposal->rule == &AUFAIT_RULE_DRIFT && proposal->due_on < today - EVENT_DAYS;
}

/* The strongest tie of which nothing was said yet; FALSE passes an error on. */
static gboolean
find_loss (const AufaitFacts *facts,
           AufaitMemory *memory,
           AufaitDay today,
           const AufaitProposal **ret_loss,
           GError **error)
{
  const AufaitProposal *loss = NULL;

  for (guint i = 0; i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = facts->proposals->pdata[i];
    g_autoptr (AufaitNudgeRecord) record = NULL;
    g_autoptr (GError) failure = NULL;

    if (!is_long_lost (proposal, today) ||
        (loss != NULL && loss->who->tie.strength >= proposal->who->tie.strength))
      continue;
    record = aufait_nudge_store_find (memory, proposal->key, &failure);
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if (record == NULL)
      loss = proposal;
  }
  *ret_loss = loss;
  return TRUE;
}

/* They come one by one, each time when all is looked through: years of calendars may be read at
 * once. */
static gboolean
forget_losses (
    AufaitFacts *facts, AufaitMemory *memory, AufaitDay today, gboolean is_all, GError **error)
{
  const AufaitProposal *loss = NULL;

  if (is_all && !find_loss (facts, memory, today, &loss, error))
    return FALSE;
  for (guint i = facts->proposals->len; i > 0; i--) {
    const AufaitProposal *proposal = facts->proposals->pdata[i - 1];

    if (proposal != loss && is_long_lost (proposal, today))
      g_ptr_array_remove_index (facts->proposals, i - 1);
  }
  return TRUE;
}

/* --- all ------------------------------------------------------------------------------------ */

/* Gives what is proposed its records. */
static gboolean
keep_proposals (AufaitFacts *facts, AufaitMemory *memory, GError **error)
{
  if (!aufait_evidence_complete (facts->evidence, facts->proposals, error))
    return FALSE;
  if (facts->proposals->len == 0)
    return TRUE;
  if (!aufait_memory_begin_derived (memory, error))
    return FALSE;
  if (aufait_facts_ensure_records (facts, memory, error))
    return aufait_memory_commit (memory, error);
  aufait_memory_rollback (memory);
  return FALSE;
}

static gboolean
record_proposals (
    AufaitFacts *facts, AufaitMemory *memory, AufaitDay today, gboolean is_all, GError **error)
{
  facts->proposals = aufait_facts_propose (facts);
  forget_distant (facts, today);
  return forget_losses (facts, memory, today, is_all, error) &&
         keep_proposals (facts, memory, error);
}

gboolean
aufait_facts_discover (AufaitDirectory *directory, GDateTime *now, GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  AufaitDay today = aufait_day_from_date_time (now);
  AufaitDay horizon = today + AUFAIT_FACTS_HORIZON_DAYS;
  g_autoptr (AufaitFacts) facts = aufait_facts_new_empty (directory, now);
  GPtrArray *due = aufait_note_store_list_due (memory, today - DISCOVERY_DAYS, G_MAXINT32, error);

  if (due == NULL)
    return FALSE;
  aufait_evidence_take_notes (facts->evidence, due);
  return aufait_evidence_fetch_events (facts->evidence, today - EVENT_DAYS,
                                       today + EVENT_DAYS_AHEAD, error) &&
         aufait_evidence_fetch_yearly (facts->evidence, today - EVENT_DAYS, horizon, error) &&
         aufait_evidence_fetch_ties (facts->evidence, today - EVENT_DAYS, horizon, error) &&
         aufait_evidence_fetch_lost (facts->evidence, today - AUFAIT_TIE_REST_MAX_DAYS,
                                     today - EVENT_DAYS - 1, error) &&
         record_proposals (facts, memory, today, TRUE, error);
}

/* The notes of those ids that are still there; NULL passes an error on. */
static GPtrArray *
list_notes (AufaitMemory *memory, const GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (GError) failure = NULL;
    AufaitNote *note = aufait_note_store_get (memory, g_array_index (ids, gint64, i), &failure);

    if (note != NULL)
      g_ptr_array_add (notes, note);
    else if (!g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  }
  return g_steal_pointer (&notes);
}

/* What the notes say that somebody likes, as AufaitLikes. */
static GPtrArray *
list_topics (const GPtrArray *notes)
{
  GPtrArray *topics = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_likes_free);

  for (guint i = 0; i < notes->len; i++) {
    const AufaitNote *note = notes->pdata[i];
    g_auto (GStrv) names = aufait_likes_list_names (note->people);

    for (guint k = 0; k < note->meaning->interests->len; k++)
      g_ptr_array_add (topics, aufait_likes_new (note->meaning->interests->pdata[k],
                                                 (const char *const *) names));
  }
  return topics;
}

static gboolean
is_about_any (const AufaitEvent *event, const GPtrArray *topics)
{
  g_autoptr (AufaitLikes) subject = aufait_likes_new_from_event (event, NULL);

  for (guint i = 0; i < topics->len; i++) {
    g_auto (GStrv) words = aufait_likes_match (topics->pdata[i], subject);

    if (words != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Keeps of @events those that are about one of the topics. Most are called as many others: each
 * text is read once. */
static void
keep_interesting (GPtrArray *events, const GPtrArray *topics)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = events->len; i > 0; i--) {
    const AufaitEvent *event = events->pdata[i - 1];
    g_autofree char *text =
        g_strjoin ("\n", event->summary != NULL ? event->summary : "", event->description, NULL);
    gpointer is_about;

    if (!g_hash_table_lookup_extended (known, text, NULL, &is_about)) {
      is_about = GINT_TO_POINTER (is_about_any (event, topics));
      g_hash_table_insert (known, g_steal_pointer (&text), is_about);
    }
    if (!GPOINTER_TO_INT (is_about))
      g_ptr_array_remove_index (events, i - 1);
  }
}

/* What else the events give cause for has nothing to do with what somebody likes. */
static void
forget_all_but_invitations (AufaitFacts *facts)
{
  for (guint i = facts->proposals->len; i > 0; i--) {
    const AufaitProposal *proposal = facts->proposals->pdata[i - 1];

    if (proposal->rule->propose_of_occasion == NULL)
      g_ptr_array_remove_index (facts->proposals, i - 1);
  }
}

static gboolean
record_invitations (AufaitFacts *facts, AufaitMemory *memory, AufaitDay today, GError **error)
{
  facts->proposals = aufait_facts_propose (facts);
  forget_distant (facts, today);
  forget_all_but_invitations (facts);
  return keep_proposals (facts, memory, error);
}

/* Of many events few are about what somebody was just said to like. */
gboolean
aufait_facts_discover_occasions (AufaitDirectory *directory,
                                 GDateTime *now,
                                 const GArray *note_ids,
                                 const AufaitSubjects *subjects,
                                 GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  AufaitIndex *index = aufait_directory_get_index (directory);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (GPtrArray) notes = index != NULL ? list_notes (memory, note_ids, error) : NULL;
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) events = NULL;

  if (notes == NULL)
    return index == NULL;
  topics = list_topics (notes);
  ids = aufait_subjects_list (subjects, topics);
  if (ids->len == 0)
    return TRUE;
  events = aufait_event_store_list_of_ids (index, ids, today + AUFAIT_RULE_INVITE_MIN_DAYS,
                                           today + AUFAIT_RULE_INVITE_MAX_DAYS,
                                           g_date_time_get_timezone (now), error);
  if (events == NULL)
    return FALSE;
  keep_interesting (events, topics);
  facts = aufait_facts_new_empty (directory, now);
  return aufait_evidence_take_events (facts->evidence, g_steal_pointer (&events), error) &&
         record_invitations (facts, memory, today, error);
}

gboolean
aufait_facts_discover_files (AufaitDirectory *directory,
                             GDateTime *now,
                             const GArray *file_ids,
                             GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (AufaitFacts) facts = aufait_facts_new_empty (directory, now);

  for (guint i = 0; i < file_ids->len; i++) {
    if (!aufait_evidence_fetch_file (facts->evidence, g_array_index (file_ids, gint64, i),
                                     today - EVENT_DAYS, today + EVENT_DAYS_AHEAD, error))
      return FALSE;
  }
  return record_proposals (facts, aufait_directory_get_memory (directory), today, FALSE, error);
}

gboolean
aufait_facts_discover_people (AufaitDirectory *directory,
                              GDateTime *now,
                              const GArray *people,
                              GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (AufaitFacts) facts = aufait_facts_new_empty (directory, now);

  if (!aufait_evidence_fetch_people (facts->evidence, people, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++) {
    if (!aufait_evidence_fetch_events_of (facts->evidence, g_array_index (people, gint64, i),
                                          today - EVENT_DAYS, today + EVENT_DAYS_AHEAD, error))
      return FALSE;
  }
  return record_proposals (facts, aufait_directory_get_memory (directory), today, FALSE, error);
}
