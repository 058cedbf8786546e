/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The occurrences that a transaction adds, held back and written in their order: the pages of the
 * table are then gone through once, and not each for every event. A part of aufait-index-writer.h;
 * nobody outside this layer includes it. */
#pragma once

#include "aufait-database.h"
#include "aufait-file-content.h"

typedef struct _AufaitOccurrenceBuffer AufaitOccurrenceBuffer;

AufaitOccurrenceBuffer *aufait_occurrence_buffer_new (void);
void aufait_occurrence_buffer_free (AufaitOccurrenceBuffer *buffer);

/* Forgets all that it holds. */
void aufait_occurrence_buffer_clear (AufaitOccurrenceBuffer *buffer);

/* Holds the occurrences of the event @id, a part of the file @file_id. Not while it is drained. */
void aufait_occurrence_buffer_add (AufaitOccurrenceBuffer *buffer,
                                   gint64 file_id,
                                   gint64 id,
                                   const AufaitFileContentSeries *series);

gboolean aufait_occurrence_buffer_is_empty (const AufaitOccurrenceBuffer *buffer);

/* Whether it holds as many as it should. */
gboolean aufait_occurrence_buffer_is_full (const AufaitOccurrenceBuffer *buffer);

/* Whether it holds some of that file: what is to be removed may not be written yet. */
gboolean aufait_occurrence_buffer_has_file (const AufaitOccurrenceBuffer *buffer, gint64 file_id);

/* From now on it is drained, until it is empty. */
void aufait_occurrence_buffer_begin (AufaitOccurrenceBuffer *buffer);
gboolean aufait_occurrence_buffer_is_draining (const AufaitOccurrenceBuffer *buffer);

/* Writes @max of them at most; @ret_count is how many. */
gboolean aufait_occurrence_buffer_drain (AufaitOccurrenceBuffer *buffer,
                                         AufaitDatabase *database,
                                         guint max,
                                         guint *ret_count,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitOccurrenceBuffer, aufait_occurrence_buffer_free)
