/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ties (aufait-tie.h) with the people of the memory, in the index: derived of contacts that
 * were logged and of events that are over. sources/aufait-tie-keeper.h keeps them true. */
#pragma once

#include "aufait-index.h"
#include "aufait-tie.h"

typedef struct {
  gint64 person_id;
  AufaitDay as_of; /* the day that it was true on */
  AufaitTieState state;
  AufaitDay checkin_on; /* when they are to be asked after; AUFAIT_DAY_NONE: never */
  AufaitDay drift_on;   /* silent until then, it is far longer than usual; AUFAIT_DAY_NONE: never */
} AufaitTieStoreRow;

/* What is written between the two is written in one go. Joins the transaction of a writer that has
 * one open, and is then committed, or lost, with it. */
gboolean aufait_tie_store_begin (AufaitIndex *index, GError **error);
gboolean aufait_tie_store_end (AufaitIndex *index, GError **error);

/* FALSE without an error when there is no row of that person; @ret_row is untouched then. */
gboolean aufait_tie_store_get (AufaitIndex *index,
                               gint64 person_id,
                               AufaitTieStoreRow *ret_row,
                               GError **error);

/* Adds the row, or replaces that of the person. */
gboolean aufait_tie_store_set (AufaitIndex *index, const AufaitTieStoreRow *row, GError **error);

/* Those with ids in [from, until). */
gboolean aufait_tie_store_remove (AufaitIndex *index, gint64 from, gint64 until, GError **error);

/* The ids (gint64), each once, of those who are to be asked after, or drift, on a day from @first
 * to @last, both inclusive. */
GArray *
aufait_tie_store_list_due (AufaitIndex *index, AufaitDay first, AufaitDay last, GError **error);

/* The ids (gint64) of those who drift since a day from @first to @last, both inclusive; the last
 * @max, the newest first. */
GArray *aufait_tie_store_list_drifting (
    AufaitIndex *index, AufaitDay first, AufaitDay last, guint max, GError **error);

/* Whether anybody is to be asked after, or drifts, some day. */
gboolean aufait_tie_store_has_due (AufaitIndex *index);

/* The rows (AufaitTieStoreRow) of the @max strongest ties on @today, the strongest first. One pass
 * over all of them. */
GArray *aufait_tie_store_rank (AufaitIndex *index, AufaitDay today, guint max, GError **error);

/* Those whose rows are not true any more, by id, at most @max; adding some; and forgetting those
 * with ids in [from, until). */
GArray *aufait_tie_store_list_stale (AufaitIndex *index, guint max, GError **error);
gboolean aufait_tie_store_add_stale (AufaitIndex *index, gint64 person_id, GError **error);
gboolean
aufait_tie_store_remove_stale (AufaitIndex *index, gint64 from, gint64 until, GError **error);

/* Adds those whose day to be asked after passed before @day: theirs is another now. */
gboolean aufait_tie_store_add_passed (AufaitIndex *index, AufaitDay day, GError **error);

/* Adds whom events with a time are about that ended behind @from until @until, in Unix
 * seconds. */
gboolean aufait_tie_store_add_ended (AufaitIndex *index, gint64 from, gint64 until, GError **error);

/* Until when events were counted, in Unix seconds, and on what basis: a text of the keeper's.
 * 0 and NULL: the rows are not complete. The text is the caller's. */
gint64 aufait_tie_store_get_mark (AufaitIndex *index, char **ret_basis);
gboolean
aufait_tie_store_set_mark (AufaitIndex *index, gint64 until, const char *basis, GError **error);
