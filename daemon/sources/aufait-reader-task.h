/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that is to be read by an aufait-reader, and in the end what was in it. */
#pragma once

#include "aufait-file-content.h"
#include "aufait-row.h"

typedef struct _AufaitReaderTask AufaitReaderTask;

/* Called once, when the file was read or is given up; the task is freed afterwards. */
typedef void (*AufaitReaderTaskFunc) (AufaitReaderTask *task, gpointer user_data);

struct _AufaitReaderTask {
  AufaitJob *job;
  int fd;          /* owned */
  guint limit_ms;  /* for the reading itself, without waiting */
  gsize max_bytes; /* that the reader may say of it */
  gsize n_bytes;   /* that it has said */
  AufaitFileContent *content;
  char *failure;    /* why it could not be read, in words; NULL: it was */
  gboolean is_slow; /* it was given up in its time, but the reader could hardly work in that */
  gboolean is_lost; /* there is no reader: the file is not to blame */
  AufaitReaderTaskFunc func;
  gpointer user_data;
};

/* Takes @job and @fd. The limits are those for a file of @size bytes. */
AufaitReaderTask *aufait_reader_task_new (
    AufaitJob *job, int fd, gint64 size, AufaitReaderTaskFunc func, gpointer user_data);
void aufait_reader_task_free (AufaitReaderTask *task);

/* To be read from the beginning again, wherever a reader that was killed may have come, or still
 * be for a moment. */
void aufait_reader_task_rewind (AufaitReaderTask *task);

/* Calls the function and frees the task. @failure: NULL or why. */
void aufait_reader_task_finish (AufaitReaderTask *task, const char *failure, gboolean is_lost);

/* Adds what @row (consumed) says of the file. FALSE when a reader that is right would not say it.
 */
gboolean aufait_reader_task_take_row (AufaitReaderTask *task, AufaitRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitReaderTask, aufait_reader_task_free)
