/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aufait-database.h"
#include "aufait-file-content.h"

/* What an occurrence is filed under: where it begins, behind all of another class; then its event,
 * and when it ends. */
typedef struct {
  gint64 place;
  gint64 event_id;
  gint64 ends;
} AufaitEventStoreOccurrence;

AufaitEventStoreOccurrence
aufait_event_store_make_occurrence (gint64 event_id, gboolean all_day, gint64 begins, gint64 ends);

/* Where what begins then is filed in a class, and the other way round. What begins before all
 * times, or behind them, is at the edge of its class. */
gint64 aufait_event_store_get_place (int number, gint64 begins);
gint64 aufait_event_store_get_begins (int number, gint64 place);

/* These write to @database as a part of the transaction of aufait-index-writer.h. The series comes
 * alone: its occurrences are written with those of others. */
gboolean aufait_event_store_add (AufaitDatabase *database,
                                 gint64 id,
                                 const AufaitFileContentSeries *series,
                                 GError **error);
gboolean aufait_event_store_add_occurrences (AufaitDatabase *database,
                                             const AufaitEventStoreOccurrence *occurrences,
                                             guint count,
                                             GError **error);

/* The event of a row: uid, summary, location, description, flags, attendees, the name of its
 * calendar and its id; what is NULL is left out. Without its times. */
AufaitEvent *aufait_event_store_read (AufaitQuery *statement);

/* Removes the first event with an id in [from, until), and its occurrences; @ret_id is its id, 0:
 * there was none. */
gboolean aufait_event_store_remove_first (
    AufaitDatabase *database, gint64 from, gint64 until, gint64 *ret_id, GError **error);

/* What an event is, in the column "flags". */
enum {
  AUFAIT_EVENT_STORE_ALL_DAY = 1,
  AUFAIT_EVENT_STORE_RECURRING = 2,
  AUFAIT_EVENT_STORE_CANCELLED = 4,
  AUFAIT_EVENT_STORE_TRANSPARENT = 8,
};

/* How an occurrence that lasts so long is filed. */
typedef struct {
  gboolean all_day;
  gint64 longest; /* seconds, or days behind the first one */
} AufaitEventStoreClass;

#define AUFAIT_EVENT_STORE_N_CLASSES 6

const AufaitEventStoreClass *aufait_event_store_get_class (int number);
