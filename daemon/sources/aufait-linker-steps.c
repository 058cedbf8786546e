/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done, piece by piece: first cards, then people who have lost theirs, then events. */
#include "config.h"

#include "aufait-linker-private.h"

#include "aufait-link-store.h"
#include "aufait-mention-store.h"

/* What is done in one turn of the main loop: some milliseconds. */
#define CARDS_MAX  40
#define EVENTS_MAX 60

/* After a file has changed there is little of many kinds to do: steps follow each other in one
 * turn, and transaction, until so much was linked, or so many were done. */
#define FEW_LINKED   4
#define STEPS_A_TURN 8

/* --- what is to be done -------------------------------------------------------------------- */

void
aufait_linker_relink_cards (AufaitLinker *linker)
{
  linker->has_all_cards = TRUE;
  aufait_link_queue_set_all (linker->card_queue);
}

void
aufait_linker_relink_events (AufaitLinker *linker)
{
  linker->n_linked = 0;
  linker->has_all_events = TRUE;
  aufait_link_queue_set_all (linker->event_queue);
}

/* --- steps --------------------------------------------------------------------------------- */

static gboolean
step_cards (AufaitLinker *linker, GError **error)
{
  AufaitLinkQueueRange *range = aufait_link_queue_peek (linker->card_queue);
  guint n_linked;

  if (!aufait_card_linker_step (linker->cards, &range->from, range->until, CARDS_MAX,
                                linker->has_all_cards ? NULL : linker->people, &n_linked, error))
    return FALSE;
  linker->n_in_turn += n_linked;
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
    aufait_linker_relink_events (linker);
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
    aufait_linker_relink_events (linker);
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
    aufait_linker_relink_events (linker);
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
  linker->n_in_turn += n_linked;
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

gboolean
aufait_linker_must_wait (const AufaitLinker *linker)
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

static gboolean
step_some (AufaitLinker *linker, gboolean *ret_is_done, GError **error)
{
  guint n_steps = 0;

  linker->n_in_turn = 0;
  do {
    if (!step (linker, ret_is_done, error))
      return FALSE;
  } while (!*ret_is_done && ++n_steps < STEPS_A_TURN && linker->n_in_turn <= FEW_LINKED &&
           !aufait_linker_must_wait (linker));
  return TRUE;
}

/* Where there is nothing to link nothing is written. */
gboolean
aufait_linker_step (AufaitLinker *linker, gboolean *ret_is_done, GError **error)
{
  gboolean ok;

  if (aufait_link_queue_is_empty (linker->card_queue) &&
      aufait_link_queue_is_empty (linker->event_queue))
    return step_some (linker, ret_is_done, error);
  if (!aufait_link_store_begin (linker->index, error))
    return FALSE;
  ok = step_some (linker, ret_is_done, error);
  return aufait_link_store_end (linker->index, ok ? error : NULL) && ok;
}
