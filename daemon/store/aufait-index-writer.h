/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what was read into the index, a little at a time, so that who calls is never kept long. A
 * file is replaced whole or not at all; changes become visible when they are committed, which
 * happens when there is nothing left to write, or a lot was. */
#pragma once

#include "aufait-file-content.h"
#include "aufait-index.h"
#include "aufait-indexed-file.h"

typedef struct _AufaitIndexWriter AufaitIndexWriter;

/* What was committed. */
typedef struct {
  gboolean has_cards;  /* a file with cards is new, changed or gone */
  gboolean has_events; /* the same of calendars */
  GArray *file_ids;    /* gint64: which files, as the stores' list_of_file takes them; gone ones are
                        * among them, and have nothing */
} AufaitIndexWriterChange;

AufaitIndexWriter *aufait_index_writer_new (AufaitIndex *index);

/* Forgets what was not committed. */
void aufait_index_writer_free (AufaitIndexWriter *writer);

/* The file @file->name of the folder has @content (consumed; NULL: nothing). Its id is given by
 * the index, that of @file does not matter. */
void aufait_index_writer_put (AufaitIndexWriter *writer,
                              gint64 folder_id,
                              const AufaitIndexedFile *file,
                              AufaitFileContent *content);

/* The file is gone; it may be one that is not known. */
void aufait_index_writer_remove (AufaitIndexWriter *writer, gint64 folder_id, const char *name);

/* The folder is gone, with all files in it. Nothing is to be put into it until that is committed:
 * its number may then be another one's. */
void aufait_index_writer_remove_folder (AufaitIndexWriter *writer, gint64 folder_id);

/* Whether that is still to be done, or to be committed. */
gboolean aufait_index_writer_is_removing (const AufaitIndexWriter *writer, gint64 folder_id);

/* Whether something is still to be written or committed. */
gboolean aufait_index_writer_is_busy (const AufaitIndexWriter *writer);

/* How many rows are still to be written, about. */
gsize aufait_index_writer_get_backlog (const AufaitIndexWriter *writer);

/* Writes about @n_rows rows. @ret_change is what was committed; NULL when nothing was, be it that
 * all that was to go was never there. FALSE and an error: the transaction is lost, with all that
 * was put since the last commit. */
gboolean aufait_index_writer_step (AufaitIndexWriter *writer,
                                   guint n_rows,
                                   AufaitIndexWriterChange **ret_change,
                                   GError **error);

void aufait_index_writer_change_free (AufaitIndexWriterChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIndexWriter, aufait_index_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIndexWriterChange, aufait_index_writer_change_free)
