/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aufait-database.h"
#include "aufait-file-content.h"

/* These write to @database as a part of the transaction of aufait-index-writer.h. The series comes
 * first, then its occurrences, of which there may be too many for one go. */
gboolean aufait_event_store_add (AufaitDatabase *database,
                                 gint64 id,
                                 const AufaitFileContentSeries *series,
                                 GError **error);
gboolean aufait_event_store_add_occurrences (AufaitDatabase *database,
                                             gint64 id,
                                             const AufaitFileContentSeries *series,
                                             guint from,
                                             guint until,
                                             GError **error);

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
