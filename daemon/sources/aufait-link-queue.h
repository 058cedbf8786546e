/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards, or events, that are to be linked: ranges of ids, the first one first. */
#pragma once

#include <glib.h>

typedef struct _AufaitLinkQueue AufaitLinkQueue;

/* Ids from @from on, those from @until on not; @from is moved on as they are done. */
typedef struct {
  gint64 from;
  gint64 until;
} AufaitLinkQueueRange;

AufaitLinkQueue *aufait_link_queue_new (void);
void aufait_link_queue_free (AufaitLinkQueue *queue);

/* Nothing but all ids, from the first on, whatever was under way. */
void aufait_link_queue_set_all (AufaitLinkQueue *queue);

/* What belongs to a file. One that waits already waits once; one that was gone through is gone
 * through again. */
void aufait_link_queue_add_file (AufaitLinkQueue *queue, gint64 file_id);

/* These ids (gint64), in any order; each once. */
void aufait_link_queue_add_ids (AufaitLinkQueue *queue, GArray *ids);

/* The first range; NULL: none. Owned by the queue until it is popped or set. */
AufaitLinkQueueRange *aufait_link_queue_peek (AufaitLinkQueue *queue);
void aufait_link_queue_pop (AufaitLinkQueue *queue);

gboolean aufait_link_queue_is_empty (const AufaitLinkQueue *queue);

/* Sorts ids (gint64), and keeps each once. */
void aufait_link_queue_sort_ids (GArray *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitLinkQueue, aufait_link_queue_free)
