/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that is replaced or removed, piece by piece; or a folder, of which only the number is
 * known. A part of aufait-index-writer.h; nobody else includes it. */
#pragma once

#include "aufait-database.h"
#include "aufait-index-writer.h"
#include "aufait-occurrence-buffer.h"

typedef struct _AufaitIndexWriterJob AufaitIndexWriterJob;

/* What the pieces of a transaction have in common. */
typedef struct {
  AufaitDatabase *database; /* NULL: there is no transaction */
  AufaitIndexWriterChange *change;
  AufaitOccurrenceBuffer *occurrences;
  gint64 next_id; /* for a new file; 0: to be asked for */
  gsize written;  /* rows, about */
} AufaitIndexWriterJobTurn;

/* Consumes @file and @content. Without content the file is removed; without a file it is a folder.
 */
AufaitIndexWriterJob *
aufait_index_writer_job_new (gint64 folder_id, AufaitIndexedFile *file, AufaitFileContent *content);
void aufait_index_writer_job_free (AufaitIndexWriterJob *job);

gint64 aufait_index_writer_job_get_folder (const AufaitIndexWriterJob *job);
gsize aufait_index_writer_job_get_rows (const AufaitIndexWriterJob *job);
gboolean aufait_index_writer_job_is_folder (const AufaitIndexWriterJob *job);

/* How many rows it writes and removes, about, going by what @database has; 0: there is nothing to
 * be removed. Not for a folder. */
gboolean aufait_index_writer_job_weigh (const AufaitIndexWriterJob *job,
                                        AufaitDatabase *database,
                                        gsize *ret_rows,
                                        GError **error);

/* Whether a commit now would keep half of it. */
gboolean aufait_index_writer_job_has_begun (const AufaitIndexWriterJob *job);

/* Writes one piece, or asks for the occurrences to be written first. Not for a folder, and not
 * while they are. */
gboolean aufait_index_writer_job_step (AufaitIndexWriterJob *job,
                                       AufaitIndexWriterJobTurn *turn,
                                       gboolean *ret_is_done,
                                       GError **error);

/* Some file of the folder; NULL when it has none. */
gboolean aufait_index_writer_job_find_any (AufaitDatabase *database,
                                           gint64 folder_id,
                                           char **ret_name,
                                           GError **error);
gboolean
aufait_index_writer_job_forget_folder (AufaitDatabase *database, gint64 folder_id, GError **error);
