/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-linker-private.h"

#include "aufait-link-store.h"

/* All events are linked once the files they may come from, and the cards, are all read; if that
 * takes longer, with what is there. */
#define READING_SECS 5

/* What belongs to a file has ids from file << 24 on. */
#define FILE_BITS 24

/* Of more people than that one need not know who they are. */
#define PEOPLE_MAX 200

G_DEFINE_FINAL_TYPE (AufaitLinker, aufait_linker, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- turns --------------------------------------------------------------------------------- */

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

/* What fails now (the disk is full, another program writes) is done later, all of it: the turns
 * that failed had moved on already. Until then no turn says that everything is done. */
static void
give_up (AufaitLinker *linker, const GError *error)
{
  aufait_link_state_give_up (linker->state);
  aufait_retry_after (linker->retry, "Cannot find out who is who", error);
}

static gboolean on_turn (gpointer user_data);

static void
begin_turns (AufaitLinker *linker)
{
  if (linker->turn_id == 0 && !aufait_retry_is_waiting (linker->retry))
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

  if (aufait_linker_must_wait (linker)) {
    wait_for_files (linker);
    return G_SOURCE_REMOVE;
  }
  if (!aufait_linker_step (linker, &is_done, &error)) {
    give_up (linker, error);
    is_done = TRUE;
  } else if (is_done) {
    aufait_retry_end (linker->retry);
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
  aufait_linker_relink_cards (linker);
  aufait_linker_relink_events (linker);
  begin_work (linker);
}

static void
on_retry (gpointer user_data)
{
  take_all (user_data);
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
    aufait_linker_relink_cards (linker);
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
  aufait_linker_relink_events (linker);
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
  aufait_retry_free (linker->retry);
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
  linker->retry = aufait_retry_new (on_retry, linker);
  linker->is_swept = TRUE;
  forget_told (linker);
}
