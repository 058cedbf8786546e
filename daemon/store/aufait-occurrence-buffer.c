/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-occurrence-buffer.h"

#include "aufait-event-store-private.h"

/* 2 MiB; they are sorted in a few milliseconds. */
#define OCCURRENCES_MAX 65536

struct _AufaitOccurrenceBuffer {
  GArray *occurrences; /* AufaitEventStoreOccurrence */
  GHashTable *files;   /* their ids */
  guint next;          /* the first that is not written */
  gboolean is_draining;
};

AufaitOccurrenceBuffer *
aufait_occurrence_buffer_new (void)
{
  AufaitOccurrenceBuffer *buffer = g_new0 (AufaitOccurrenceBuffer, 1);

  buffer->occurrences = g_array_new (FALSE, FALSE, sizeof (AufaitEventStoreOccurrence));
  buffer->files = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return buffer;
}

void
aufait_occurrence_buffer_free (AufaitOccurrenceBuffer *buffer)
{
  if (buffer == NULL)
    return;
  g_array_unref (buffer->occurrences);
  g_hash_table_unref (buffer->files);
  g_free (buffer);
}

/* What it grew to is given back: there may be nothing to write for days. */
void
aufait_occurrence_buffer_clear (AufaitOccurrenceBuffer *buffer)
{
  g_array_unref (buffer->occurrences);
  buffer->occurrences = g_array_new (FALSE, FALSE, sizeof (AufaitEventStoreOccurrence));
  g_hash_table_remove_all (buffer->files);
  buffer->next = 0;
  buffer->is_draining = FALSE;
}

void
aufait_occurrence_buffer_add (AufaitOccurrenceBuffer *buffer,
                              gint64 file_id,
                              gint64 id,
                              const AufaitFileContentSeries *series)
{
  g_return_if_fail (!buffer->is_draining);

  if (series->times->len == 0)
    return;
  if (!g_hash_table_contains (buffer->files, &file_id))
    g_hash_table_add (buffer->files, g_memdup2 (&file_id, sizeof file_id));
  for (guint i = 0; i < series->times->len; i += 2) {
    AufaitEventStoreOccurrence occurrence = aufait_event_store_make_occurrence (
        id, series->event->all_day, g_array_index (series->times, gint64, i),
        g_array_index (series->times, gint64, i + 1));

    g_array_append_val (buffer->occurrences, occurrence);
  }
}

gboolean
aufait_occurrence_buffer_is_empty (const AufaitOccurrenceBuffer *buffer)
{
  return buffer->occurrences->len == 0;
}

gboolean
aufait_occurrence_buffer_is_full (const AufaitOccurrenceBuffer *buffer)
{
  return buffer->occurrences->len >= OCCURRENCES_MAX;
}

gboolean
aufait_occurrence_buffer_has_file (const AufaitOccurrenceBuffer *buffer, gint64 file_id)
{
  return g_hash_table_contains (buffer->files, &file_id);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AufaitEventStoreOccurrence *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->event_id != y->event_id)
    return x->event_id < y->event_id ? -1 : 1;
  return (x->ends > y->ends) - (x->ends < y->ends);
}

void
aufait_occurrence_buffer_begin (AufaitOccurrenceBuffer *buffer)
{
  if (buffer->is_draining || buffer->occurrences->len == 0)
    return;
  g_array_sort (buffer->occurrences, compare);
  buffer->is_draining = TRUE;
}

gboolean
aufait_occurrence_buffer_is_draining (const AufaitOccurrenceBuffer *buffer)
{
  return buffer->is_draining;
}

gboolean
aufait_occurrence_buffer_drain (AufaitOccurrenceBuffer *buffer,
                                AufaitDatabase *database,
                                guint max,
                                guint *ret_count,
                                GError **error)
{
  guint count = MIN (max, buffer->occurrences->len - buffer->next);

  g_return_val_if_fail (buffer->is_draining, FALSE);

  if (!aufait_event_store_add_occurrences (
          database, &g_array_index (buffer->occurrences, AufaitEventStoreOccurrence, buffer->next),
          count, error))
    return FALSE;
  buffer->next += count;
  if (buffer->next == buffer->occurrences->len)
    aufait_occurrence_buffer_clear (buffer);
  *ret_count = count;
  return TRUE;
}
