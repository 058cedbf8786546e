/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-linker.h"

#include "aufait-card-linker.h"
#include "aufait-event-linker.h"
#include "aufait-link-queue.h"
#include "aufait-link-state.h"
#include "aufait-link-store.h"
#include "aufait-mention-store.h"

/* What is done in one turn of the main loop: some milliseconds. */
#define CARDS_MAX  40
#define EVENTS_MAX 60

/* All events are linked once the files they may come from, and the cards, are all read; if that
 * takes longer, with what is there. */
#define READING_SECS 5

/* What belongs to a file has ids from file << 24 on. */
#define FILE_BITS 24

/* Of more people than that one need not know who they are. */
#define PEOPLE_MAX 200

struct _AufaitLinker {
  GObject parent;
  AufaitDirectory *directory;
  AufaitIndex *index;
  AufaitLinkState *state;
  AufaitCardLinker *cards;
  AufaitEventLinker *events;
  AufaitLinkQueue *card_queue;
  AufaitLinkQueue *event_queue;
  gboolean is_swept; /* nobody has lost a card since the last sweep */
  gint64 n_linked;   /* events, since that was counted */
  gboolean has_all_cards;
  gboolean has_all_events;
  GArray *people;      /* ids (gint64) of those who, or whose events, are others than before */
  GArray *event_files; /* ids (gint64) of those whose events are others than before */
  guint turn_id;
  gboolean is_reading; /* more files are about to come */
  guint late_id;       /* all events wait for them */
};

G_DEFINE_FINAL_TYPE (AufaitLinker, aufait_linker, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what is to be done -------------------------------------------------------------------- */

static void
relink_cards (AufaitLinker *linker)
{
  linker->has_all_cards = TRUE;
  aufait_link_queue_set_all (linker->card_queue);
}

/* All events, from the first on, even when that was under way. */
static void
relink_events (AufaitLinker *linker)
{
  linker->n_linked = 0;
  linker->has_all_events = TRUE;
  aufait_link_queue_set_all (linker->event_queue);
}

/* --- turns --------------------------------------------------------------------------------- */

static gboolean
step_cards (AufaitLinker *linker, GError **error)
{
  AufaitLinkQueueRange *range = aufait_link_queue_peek (linker->card_queue);

  if (!aufait_card_linker_step (linker->cards, &range->from, range->until, CARDS_MAX,
                                linker->has_all_cards ? NULL : linker->people, error))
    return FALSE;
  if (range->from == range->until)
    aufait_link_queue_pop (linker->card_queue);
  return TRUE;
}

static gboolean
sweep (AufaitLinker *linker, GError **error)
{
  linker->is_swept = TRUE;
  return aufait_card_linker_sweep (linker->cards, linker->people, error);
}

/* The events that may be about others than before, as people are called otherwise. */
static gboolean
add_traced (AufaitLinker *linker, const GArray *traces, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < traces->len; i++) {
    const AufaitNameTrace *trace = &g_array_index (traces, AufaitNameTrace, i);

    if (!aufait_mention_store_list (linker->index, trace->word, trace->other, ids, error))
      return FALSE;
  }
  aufait_link_queue_add_ids (linker->event_queue, ids);
  return TRUE;
}

/* What the names decide for all events alike; whether it is the same as when that was asked last.
 */
static gboolean
keep_common (AufaitLinker *linker, gboolean *ret_is_same, GError **error)
{
  g_autofree char *common = aufait_event_linker_describe (linker->events, error);

  return common != NULL && aufait_link_state_set_common (linker->state, common, ret_is_same, error);
}

/* People are called otherwise than before. */
static gboolean
step_changes (AufaitLinker *linker, GError **error)
{
  g_auto (AufaitDirectoryChanges) changes = { 0 };
  gboolean is_same;

  aufait_directory_take_changes (linker->directory, &changes);
  if (!keep_common (linker, &is_same, error))
    return FALSE;
  if (changes.is_lost || !is_same)
    relink_events (linker);
  if (linker->has_all_events)
    return TRUE;
  g_array_append_vals (linker->people, changes.people->data, changes.people->len);
  return add_traced (linker, changes.traces, error);
}

/* Behind the last event stands what all of them tell. */
static gboolean
finish_events (AufaitLinker *linker, GError **error)
{
  gboolean is_other, is_same;
  gint64 n_events = linker->n_linked;

  linker->n_linked = 0;
  if (!aufait_event_linker_guess_mine (linker->events, &is_other, error) ||
      !keep_common (linker, &is_same, error) ||
      !aufait_link_store_set_counted (linker->index, n_events, 0, error))
    return FALSE;
  if (is_other)
    relink_events (linker);
  return TRUE;
}

/* What all events tell is asked again once half as many have come as there were. */
static gboolean
count_linked (AufaitLinker *linker, GError **error)
{
  gint64 n_events, n_since;

  aufait_link_store_get_counted (linker->index, &n_events, &n_since);
  n_since += linker->n_linked;
  linker->n_linked = 0;
  if (n_since * 2 > n_events)
    relink_events (linker);
  return aufait_link_store_set_counted (linker->index, n_events, n_since, error);
}

/* Whose the events of a file are is told by the file. */
static gboolean
step_range (AufaitLinker *linker, guint *max, GError **error)
{
  AufaitLinkQueueRange *range = aufait_link_queue_peek (linker->event_queue);
  gboolean is_last = range->until == G_MAXINT64, is_one = range->until - range->from == 1;
  guint n_linked;

  if (!aufait_event_linker_step (linker->events, &range->from, range->until, *max,
                                 is_one ? linker->people : NULL, &n_linked, error))
    return FALSE;
  *max -= MIN (*max, MAX (n_linked, 1));
  linker->n_linked += is_one ? 0 : n_linked;
  if (range->from != range->until)
    return TRUE;
  aufait_link_queue_pop (linker->event_queue);
  return !is_last || finish_events (linker, error);
}

/* Of many ranges that have an event each some are linked in one go. */
static gboolean
step_events (AufaitLinker *linker, GError **error)
{
  guint max = EVENTS_MAX;
  gboolean ok = TRUE;

  if (!aufait_link_store_begin (linker->index, error))
    return FALSE;
  while (ok && max > 0 && !aufait_link_queue_is_empty (linker->event_queue))
    ok = step_range (linker, &max, error);
  return aufait_link_store_end (linker->index, ok ? error : NULL) && ok;
}

/* What is told begins anew. */
static void
forget_told (AufaitLinker *linker)
{
  linker->has_all_cards = FALSE;
  linker->has_all_events = FALSE;
  linker->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  linker->event_files = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
tell_changed (AufaitLinker *linker)
{
  g_autoptr (GArray) people = g_steal_pointer (&linker->people);
  g_autoptr (GArray) files = g_steal_pointer (&linker->event_files);
  gboolean is_all = linker->has_all_cards || linker->has_all_events;

  forget_told (linker);
  aufait_link_queue_sort_ids (people);
  g_signal_emit (linker, signals[SIGNAL_CHANGED], 0,
                 is_all || people->len > PEOPLE_MAX ? NULL : people, is_all ? NULL : files);
}

static gboolean
must_wait (const AufaitLinker *linker)
{
  return linker->is_reading &&
         (linker->has_all_events || aufait_directory_has_changes (linker->directory)) &&
         aufait_link_queue_is_empty (linker->card_queue) && linker->is_swept;
}

/* A piece of what comes first; @ret_is_done: nothing is left. */
static gboolean
step (AufaitLinker *linker, gboolean *ret_is_done, GError **error)
{
  *ret_is_done = FALSE;
  if (!aufait_link_queue_is_empty (linker->card_queue))
    return step_cards (linker, error);
  if (!linker->is_swept)
    return sweep (linker, error);
  if (aufait_directory_has_changes (linker->directory))
    return step_changes (linker, error);
  if (!aufait_link_queue_is_empty (linker->event_queue))
    return step_events (linker, error);
  if (linker->n_linked > 0)
    return count_linked (linker, error);
  *ret_is_done = TRUE;
  return aufait_link_state_end (linker->state, error);
}

/* What fails now (the disk is full) is done when something changes, or at the next start. */
static void
give_up (AufaitLinker *linker, const GError *error)
{
  g_warning ("Cannot find out who is who: %s", error->message);
  aufait_link_queue_clear (linker->card_queue);
  aufait_link_queue_clear (linker->event_queue);
  aufait_link_state_give_up (linker->state);
}

static gboolean on_turn (gpointer user_data);

static void
begin_turns (AufaitLinker *linker)
{
  if (linker->turn_id == 0)
    linker->turn_id = g_idle_add (on_turn, linker);
}

static void
begin_work (AufaitLinker *linker)
{
  aufait_link_state_begin (linker->state);
  begin_turns (linker);
}

static gboolean
on_late (gpointer user_data)
{
  AufaitLinker *linker = user_data;

  linker->late_id = 0;
  linker->is_reading = FALSE;
  begin_turns (linker);
  return G_SOURCE_REMOVE;
}

static void
wait_for_files (AufaitLinker *linker)
{
  linker->turn_id = 0;
  if (linker->late_id == 0)
    linker->late_id = g_timeout_add_seconds (READING_SECS, on_late, linker);
}

static gboolean
on_turn (gpointer user_data)
{
  AufaitLinker *linker = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (must_wait (linker)) {
    wait_for_files (linker);
    return G_SOURCE_REMOVE;
  }
  if (!step (linker, &is_done, &error)) {
    give_up (linker, error);
    is_done = TRUE;
  }
  if (!is_done)
    return G_SOURCE_CONTINUE;
  linker->turn_id = 0;
  tell_changed (linker);
  return G_SOURCE_REMOVE;
}

/* --- what is told -------------------------------------------------------------------------- */

static void
collect_gone (AufaitLinker *linker, gint64 from, gint64 until)
{
  g_autoptr (GError) error = NULL;

  linker->is_swept = FALSE;
  if (!aufait_card_linker_collect_gone (linker->cards, from, until, &error))
    g_warning ("Cannot look for cards that are gone: %s", error->message);
}

static void
take_files (AufaitLinker *linker, const AufaitIndexWriterChange *change)
{
  for (guint i = 0; i < change->file_ids->len; i++) {
    gint64 file_id = g_array_index (change->file_ids, gint64, i);

    if (change->has_cards) {
      collect_gone (linker, file_id << FILE_BITS, (file_id + 1) << FILE_BITS);
      aufait_link_queue_add_file (linker->card_queue, file_id);
    }
    if (change->has_events) {
      aufait_link_queue_add_file (linker->event_queue, file_id);
      g_array_append_val (linker->event_files, file_id);
    }
  }
}

static void
take_all (AufaitLinker *linker)
{
  collect_gone (linker, 0, G_MAXINT64);
  relink_cards (linker);
  relink_events (linker);
  begin_work (linker);
}

void
aufait_linker_take_change (AufaitLinker *linker, const AufaitIndexWriterChange *change)
{
  linker->is_reading = TRUE;
  if (change == NULL) {
    take_all (linker);
    return;
  }
  take_files (linker, change);
  begin_work (linker);
}

void
aufait_linker_take_settled (AufaitLinker *linker)
{
  g_clear_handle_id (&linker->late_id, g_source_remove);
  linker->is_reading = FALSE;
  linker->is_swept = FALSE;
  begin_turns (linker);
}

/* What was said may be of cards, too: one may go from one to another. */
static void
relink_cards_of (AufaitLinker *linker, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = aufait_link_store_list_cards_of (linker->index, id, &error);

  if (ids == NULL) {
    g_warning ("Cannot look at cards anew: %s", error->message);
    return;
  }
  if (ids->len == 0)
    return;
  aufait_link_queue_add_ids (linker->card_queue, ids);
  linker->is_swept = FALSE;
}

void
aufait_linker_take_person (AufaitLinker *linker, gint64 id)
{
  if (id != 0) {
    aufait_directory_renew (linker->directory, id);
    relink_cards_of (linker, id);
  } else {
    aufait_directory_forget_names (linker->directory);
    relink_cards (linker);
    linker->is_swept = FALSE;
  }
  begin_work (linker);
}

void
aufait_linker_set_settings (AufaitLinker *linker, const AufaitSourceSettings *settings)
{
  aufait_directory_set_settings (linker->directory, settings);
  aufait_event_linker_set_settings (linker->events, settings);
  if (!aufait_link_state_set_settings (linker->state, settings))
    return;
  relink_events (linker);
  begin_work (linker);
}

gboolean
aufait_linker_is_settled (const AufaitLinker *linker)
{
  return linker->turn_id == 0 && linker->late_id == 0;
}

/* --- the object ---------------------------------------------------------------------------- */

AufaitLinker *
aufait_linker_new (AufaitDirectory *directory)
{
  AufaitLinker *linker = g_object_new (AUFAIT_TYPE_LINKER, NULL);

  linker->directory = directory;
  linker->index = aufait_directory_get_index (directory);
  linker->cards = aufait_card_linker_new (directory);
  linker->events = aufait_event_linker_new (directory);
  linker->state = aufait_link_state_new (directory);
  if (!aufait_link_state_is_current (linker->state)) {
    aufait_link_state_forget_other (linker->state);
    take_all (linker);
  }
  return linker;
}

static void
aufait_linker_finalize (GObject *object)
{
  AufaitLinker *linker = AUFAIT_LINKER (object);

  g_clear_handle_id (&linker->turn_id, g_source_remove);
  g_clear_handle_id (&linker->late_id, g_source_remove);
  g_clear_pointer (&linker->cards, aufait_card_linker_free);
  g_clear_pointer (&linker->events, aufait_event_linker_free);
  g_clear_pointer (&linker->state, aufait_link_state_free);
  aufait_link_queue_free (linker->card_queue);
  aufait_link_queue_free (linker->event_queue);
  g_array_unref (linker->people);
  g_array_unref (linker->event_files);

  G_OBJECT_CLASS (aufait_linker_parent_class)->finalize (object);
}

static void
aufait_linker_class_init (AufaitLinkerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = aufait_linker_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
aufait_linker_init (AufaitLinker *linker)
{
  linker->card_queue = aufait_link_queue_new ();
  linker->event_queue = aufait_link_queue_new ();
  linker->is_swept = TRUE;
  forget_told (linker);
}
