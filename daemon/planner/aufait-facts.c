/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-facts-private.h"

#include "aufait-digest-store.h"
#include "aufait-event-people.h"
#include "aufait-event-store.h"
#include "aufait-free-time.h"
#include "aufait-habit-store.h"
#include "aufait-note-store.h"
#include "aufait-told.h"

/* What may still be going on. */
#define BUSY_SECS (24 * 3600)

AufaitFacts *
aufait_facts_new_empty (AufaitDirectory *directory, GDateTime *now)
{
  AufaitFacts *facts = g_new0 (AufaitFacts, 1);

  facts->evidence = aufait_evidence_new (directory, now);
  facts->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) aufait_nudge_record_free);
  facts->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  facts->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  facts->busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  facts->told = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_store_told_free);
  facts->habits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return facts;
}

void
aufait_facts_free (AufaitFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->proposals, g_ptr_array_unref);
  g_clear_pointer (&facts->evidence, aufait_evidence_free);
  g_clear_pointer (&facts->records, g_hash_table_unref);
  g_clear_pointer (&facts->orphans, g_ptr_array_unref);
  g_clear_pointer (&facts->losses, g_ptr_array_unref);
  g_clear_pointer (&facts->busy, g_array_unref);
  g_clear_pointer (&facts->told, g_ptr_array_unref);
  g_clear_pointer (&facts->habits, g_hash_table_unref);
  g_free (facts);
}

AufaitNudgeRecord *
aufait_facts_get_record (const AufaitFacts *facts, const AufaitProposal *proposal)
{
  return g_hash_table_lookup (facts->records, proposal->key);
}

GPtrArray *
aufait_facts_propose (AufaitFacts *facts)
{
  return aufait_rules_propose (aufait_evidence_get (facts->evidence),
                               aufait_evidence_get_context (facts->evidence));
}

/* --- of records ------------------------------------------------------------------------------ */

/* Whether the record tells of the same note or occurrence as the proposal. */
static gboolean
is_same_evidence (const AufaitNudgeRecord *record, const AufaitProposal *proposal)
{
  if (record->note_id != (proposal->note != NULL ? proposal->note->id : 0))
    return FALSE;
  if (proposal->event == NULL)
    return record->event == NULL;
  return g_strcmp0 (record->event, proposal->event->uid) == 0 &&
         record->event_begins == aufait_event_get_begins (proposal->event);
}

/* Whether @proposal is the one of its record: of several notes that tell the same, the first. */
static gboolean
is_recorded (const AufaitFacts *facts, GHashTable *taken, const AufaitProposal *proposal)
{
  const AufaitNudgeRecord *record = g_hash_table_lookup (facts->records, proposal->key);

  return record != NULL && is_same_evidence (record, proposal) &&
         !g_hash_table_contains (taken, proposal->key);
}

/* Keeps of @proposals those that have a record here: a note has others, due on another day. */
static void
take_recorded (AufaitFacts *facts, GPtrArray *proposals)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  facts->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_proposal_free);
  g_ptr_array_set_free_func (proposals, NULL);
  for (guint i = 0; i < proposals->len; i++) {
    AufaitProposal *proposal = g_ptr_array_index (proposals, i);

    if (is_recorded (facts, taken, proposal)) {
      g_ptr_array_add (facts->proposals, proposal);
      g_hash_table_add (taken, proposal->key);
    } else {
      aufait_proposal_free (proposal);
    }
  }
}

/* Puts the records that no proposal answers to any more aside. */
static void
part_orphans (AufaitFacts *facts)
{
  g_autoptr (GHashTable) proposed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  AufaitNudgeRecord *record;

  for (guint i = 0; i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = g_ptr_array_index (facts->proposals, i);

    g_hash_table_add (proposed, proposal->key);
  }
  g_hash_table_iter_init (&iter, facts->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (!g_hash_table_contains (proposed, record->key)) {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (facts->orphans, record);
    }
}

static char *
make_habit_key (const AufaitProposal *proposal)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, proposal->rule->kind, proposal->person->id);
}

static gboolean
fetch_habits (AufaitFacts *facts, AufaitMemory *memory, GError **error)
{
  for (guint i = 0; i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = facts->proposals->pdata[i];
    guint n_dropped;

    if (!aufait_habit_store_count (memory, proposal->person->id, proposal->rule->kind, &n_dropped,
                                   error))
      return FALSE;
    if (n_dropped > 0)
      g_hash_table_insert (facts->habits, make_habit_key (proposal), GUINT_TO_POINTER (n_dropped));
  }
  return TRUE;
}

AufaitFacts *
aufait_facts_new_of_records (AufaitDirectory *directory,
                             GDateTime *now,
                             GPtrArray *records,
                             GError **error)
{
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (GPtrArray) owned = records;
  g_autoptr (GPtrArray) proposals = NULL;

  if (owned == NULL)
    return NULL;
  facts = aufait_facts_new_empty (directory, now);
  if (!aufait_evidence_fetch_of_records (facts->evidence, owned, error))
    return NULL;
  g_ptr_array_set_free_func (owned, NULL);
  for (guint i = 0; i < owned->len; i++) {
    AufaitNudgeRecord *record = g_ptr_array_index (owned, i);

    g_hash_table_replace (facts->records, record->key, record);
  }
  proposals = aufait_facts_propose (facts);
  take_recorded (facts, proposals);
  if (!aufait_evidence_complete (facts->evidence, facts->proposals, error) ||
      !fetch_habits (facts, aufait_directory_get_memory (directory), error))
    return NULL;
  part_orphans (facts);
  return g_steal_pointer (&facts);
}

AufaitFacts *
aufait_facts_new_of_nudge (AufaitDirectory *directory, GDateTime *now, gint64 id, GError **error)
{
  AufaitNudgeRecord *record =
      aufait_nudge_store_get (aufait_directory_get_memory (directory), id, error);
  GPtrArray *records = NULL;

  if (record == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_record_free);
  g_ptr_array_add (records, record);
  return aufait_facts_new_of_records (directory, now, records, error);
}

AufaitFacts *
aufait_facts_new_of_person (AufaitDirectory *directory,
                            GDateTime *now,
                            gint64 person_id,
                            GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);

  return aufait_facts_new_of_records (
      directory, now, aufait_nudge_store_list_open_with (memory, person_id, error), error);
}

AufaitFacts *
aufait_facts_new_of_all (AufaitDirectory *directory, GDateTime *now, guint max, GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  g_autoptr (GPtrArray) records = aufait_nudge_store_list_open (memory, error);
  GPtrArray *closed = NULL;

  if (records == NULL || max == 0)
    return aufait_facts_new_of_records (directory, now, g_steal_pointer (&records), error);
  closed = aufait_nudge_store_list_closed (memory, max, error);
  if (closed == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (records, closed);
  return aufait_facts_new_of_records (directory, now, g_steal_pointer (&records), error);
}

AufaitFacts *
aufait_facts_new_by (AufaitDirectory *directory, GDateTime *now, AufaitDay by, GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);

  return aufait_facts_new_of_records (directory, now,
                                      aufait_nudge_store_list_active (memory, by, error), error);
}

/* --- of now ---------------------------------------------------------------------------------- */

static gboolean
count_showings (AufaitFacts *facts, AufaitMemory *memory, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) midnight =
      aufait_day_at (aufait_day_from_date_time (now), 0, g_date_time_get_timezone (now));

  return aufait_nudge_store_count_showings (memory, g_date_time_to_unix (midnight),
                                            g_date_time_to_unix (now), &facts->shown_today,
                                            &facts->last_shown_at, error);
}

typedef struct {
  AufaitDirectory *directory;
  GStrv mine; /* the user's own addresses */
} Attending;

static gboolean
is_attended (const AufaitEvent *event, gpointer user_data)
{
  const Attending *attending = user_data;

  return aufait_directory_find_owner (attending->directory, event->calendar) == 0 &&
         !aufait_event_people_is_declined_by_me (event, (const char *const *) attending->mine);
}

/* What the user does around now, so that nobody speaks into it. */
static gboolean
fetch_busy (AufaitFacts *facts, AufaitDirectory *directory, GDateTime *now, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  gint64 from = g_date_time_to_unix (now);
  g_auto (GStrv) mine = NULL;
  Attending attending = { .directory = directory };
  GArray *busy = NULL;

  if (index == NULL)
    return TRUE;
  attending.mine = mine = aufait_directory_list_mine (directory);
  busy =
      aufait_event_store_list_busy (index, from, from + BUSY_SECS, is_attended, &attending, error);
  if (busy == NULL)
    return FALSE;
  g_array_unref (facts->busy);
  facts->busy = busy;
  return TRUE;
}

static gboolean
fetch_told (AufaitFacts *facts, AufaitMemory *memory, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) since = g_date_time_add_days (now, -AUFAIT_TOLD_WEEK_DAYS - 1);
  GPtrArray *told = aufait_nudge_store_list_told (memory, g_date_time_to_unix (since), error);

  if (told == NULL)
    return FALSE;
  g_ptr_array_unref (facts->told);
  facts->told = told;
  return TRUE;
}

AufaitChoiceContext
aufait_facts_get_context (const AufaitFacts *facts, const AufaitProposal *proposal, AufaitDay today)
{
  g_autofree char *key = make_habit_key (proposal);

  return (AufaitChoiceContext){
    .today = today,
    .strength = aufait_evidence_get_strength (facts->evidence, proposal->person->id),
    .n_dropped = GPOINTER_TO_UINT (g_hash_table_lookup (facts->habits, key)),
  };
}

static gboolean
fetch_losses (AufaitFacts *facts, AufaitMemory *memory, AufaitDay today, GError **error)
{
  GPtrArray *losses = aufait_note_store_list_losses (memory, today - AUFAIT_FACTS_MOURNING_DAYS,
                                                     today + AUFAIT_FACTS_FUNERAL_DAYS, error);

  if (losses == NULL)
    return FALSE;
  g_ptr_array_unref (facts->losses);
  facts->losses = losses;
  return TRUE;
}

gboolean
aufait_facts_fetch_now (AufaitFacts *facts,
                        AufaitDirectory *directory,
                        GDateTime *now,
                        GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);

  return count_showings (facts, memory, now, error) && fetch_busy (facts, directory, now, error) &&
         fetch_told (facts, memory, now, error) &&
         fetch_losses (facts, memory, aufait_day_from_date_time (now), error) &&
         aufait_digest_store_get (memory, &facts->digest_on, error);
}

AufaitFacts *
aufait_facts_new (AufaitDirectory *directory, GDateTime *now, GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (AufaitFacts) facts = NULL;
  AufaitDay next;

  if (!aufait_nudge_store_get_next_due (memory, today, &next, error))
    return NULL;
  next = MAX (next, today);
  facts = aufait_facts_new_of_records (directory, now,
                                       aufait_nudge_store_list_active (memory, next, error), error);
  if (facts == NULL || !aufait_nudge_store_get_next_due (memory, next, &facts->next_due, error) ||
      !aufait_facts_fetch_now (facts, directory, now, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/* --- of what is new -------------------------------------------------------------------------- */

static void
set_evidence (AufaitNudgeRecord *record, const AufaitProposal *proposal)
{
  record->due_on = proposal->due_on;
  record->note_id = proposal->note != NULL ? proposal->note->id : 0;
  g_clear_pointer (&record->event, g_free);
  record->event_begins = 0;
  if (proposal->event == NULL)
    return;
  record->event = g_strdup (proposal->event->uid);
  record->event_begins = aufait_event_get_begins (proposal->event);
}

/* Whether it makes no sense any more, whatever happened to it. */
static gboolean
is_over (const AufaitProposal *proposal, const AufaitRuleContext *context)
{
  if (proposal->expires_at != 0)
    return proposal->expires_at <= g_date_time_to_unix (context->now);
  return proposal->expires_on != AUFAIT_DAY_NONE && proposal->expires_on <= context->today;
}

/* A record whose evidence went has expired; it may be back, or something else tells the same. What
 * was seen of one meeting is not said again of the next one. */
static gboolean
is_back (const AufaitNudgeRecord *record, const AufaitProposal *proposal)
{
  return record->state == AUFAIT_NUDGE_EXPIRED &&
         (record->times_shown == 0 || is_same_evidence (record, proposal));
}

/* What a note took back stays so, until a later one tells it anew. */
static gboolean
is_told_anew (const AufaitFacts *facts,
              const AufaitNudgeRecord *record,
              const AufaitProposal *proposal)
{
  return record->state == AUFAIT_NUDGE_DONE && record->done_at == 0 && proposal->note != NULL &&
         proposal->note->id == facts->told_id && record->note_id != facts->told_id;
}

/* @dated: the keys whose day was said: of several moments of one note the first one says it. */
static gboolean
ensure_record (AufaitFacts *facts,
               AufaitMemory *memory,
               const AufaitProposal *proposal,
               GHashTable *dated,
               GError **error)
{
  g_autoptr (AufaitNudgeRecord) record =
      aufait_nudge_record_new (proposal->rule->kind, proposal->key);

  record->person_id = proposal->person->id;
  set_evidence (record, proposal);
  if (!aufait_nudge_store_ensure (memory, record, error))
    return FALSE;
  if ((is_back (record, proposal) || is_told_anew (facts, record, proposal)) &&
      !is_over (proposal, aufait_evidence_get_context (facts->evidence))) {
    set_evidence (record, proposal);
    if (!aufait_nudge_store_reopen (memory, record, error))
      return FALSE;
  }
  if (record->state == AUFAIT_NUDGE_WAITING && is_same_evidence (record, proposal) &&
      g_hash_table_add (dated, proposal->key) && record->due_on != proposal->due_on &&
      !aufait_nudge_store_set_due (memory, record, proposal->due_on, error))
    return FALSE;
  g_hash_table_replace (facts->records, record->key, record);
  g_steal_pointer (&record);
  return TRUE;
}

/* What was dropped about someone again and again is not brought up anew. */
static gboolean
is_unwanted (const AufaitFacts *facts, const AufaitProposal *proposal)
{
  g_autofree char *key = make_habit_key (proposal);

  return !proposal->rule->is_owed &&
         GPOINTER_TO_UINT (g_hash_table_lookup (facts->habits, key)) >= AUFAIT_CHOICE_DROPPED_MAX;
}

static void
forget_unwanted (AufaitFacts *facts)
{
  for (guint i = facts->proposals->len; i > 0; i--) {
    if (is_unwanted (facts, facts->proposals->pdata[i - 1]))
      g_ptr_array_remove_index (facts->proposals, i - 1);
  }
}

gboolean
aufait_facts_ensure_records (AufaitFacts *facts, AufaitMemory *memory, GError **error)
{
  g_autoptr (GHashTable) dated = g_hash_table_new (g_str_hash, g_str_equal);

  if (!fetch_habits (facts, memory, error))
    return FALSE;
  forget_unwanted (facts);
  for (guint i = 0; i < facts->proposals->len; i++)
    if (!ensure_record (facts, memory, g_ptr_array_index (facts->proposals, i), dated, error))
      return FALSE;
  return TRUE;
}

AufaitFacts *
aufait_facts_new_of_note (AufaitDirectory *directory,
                          GDateTime *now,
                          AufaitNote *note,
                          GError **error)
{
  g_autoptr (AufaitFacts) facts = aufait_facts_new_empty (directory, now);
  GPtrArray *notes = g_ptr_array_new ();

  facts->told_id = note->id;
  g_ptr_array_add (notes, note);
  aufait_evidence_take_notes (facts->evidence, notes);
  facts->proposals = aufait_facts_propose (facts);
  if (!aufait_evidence_complete (facts->evidence, facts->proposals, error) ||
      !aufait_facts_ensure_records (facts, aufait_directory_get_memory (directory), error))
    return NULL;
  return g_steal_pointer (&facts);
}
