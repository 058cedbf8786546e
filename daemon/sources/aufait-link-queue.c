/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-link-queue.h"

/* What belongs to a file has ids from file << 24 on. */
#define FILE_BITS 24

struct _AufaitLinkQueue {
  GArray *ranges; /* AufaitLinkQueueRange */
  guint first;    /* of those that were not popped */
};

AufaitLinkQueue *
aufait_link_queue_new (void)
{
  AufaitLinkQueue *queue = g_new0 (AufaitLinkQueue, 1);

  queue->ranges = g_array_new (FALSE, FALSE, sizeof (AufaitLinkQueueRange));
  return queue;
}

void
aufait_link_queue_free (AufaitLinkQueue *queue)
{
  if (queue == NULL)
    return;
  g_array_unref (queue->ranges);
  g_free (queue);
}

static void
clear (AufaitLinkQueue *queue)
{
  g_array_set_size (queue->ranges, 0);
  queue->first = 0;
}

static void
append (AufaitLinkQueue *queue, gint64 from, gint64 until)
{
  const AufaitLinkQueueRange range = { from, until };

  g_array_append_val (queue->ranges, range);
}

void
aufait_link_queue_set_all (AufaitLinkQueue *queue)
{
  clear (queue);
  append (queue, 0, G_MAXINT64);
}

void
aufait_link_queue_add_file (AufaitLinkQueue *queue, gint64 file_id)
{
  gint64 from = file_id << FILE_BITS, until = (file_id + 1) << FILE_BITS;

  for (guint i = queue->first; i < queue->ranges->len; i++) {
    const AufaitLinkQueueRange *other = &g_array_index (queue->ranges, AufaitLinkQueueRange, i);

    if (other->from <= from && other->until >= until)
      return;
  }
  append (queue, from, until);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

void
aufait_link_queue_sort_ids (GArray *ids)
{
  guint n_kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    if (n_kept == 0 || g_array_index (ids, gint64, n_kept - 1) != id)
      g_array_index (ids, gint64, n_kept++) = id;
  }
  g_array_set_size (ids, n_kept);
}

void
aufait_link_queue_add_ids (AufaitLinkQueue *queue, GArray *ids)
{
  aufait_link_queue_sort_ids (ids);
  for (guint i = 0; i < ids->len; i++)
    append (queue, g_array_index (ids, gint64, i), g_array_index (ids, gint64, i) + 1);
}

AufaitLinkQueueRange *
aufait_link_queue_peek (AufaitLinkQueue *queue)
{
  return aufait_link_queue_is_empty (queue)
             ? NULL
             : &g_array_index (queue->ranges, AufaitLinkQueueRange, queue->first);
}

void
aufait_link_queue_pop (AufaitLinkQueue *queue)
{
  if (++queue->first >= queue->ranges->len)
    clear (queue);
}

gboolean
aufait_link_queue_is_empty (const AufaitLinkQueue *queue)
{
  return queue->first == queue->ranges->len;
}
