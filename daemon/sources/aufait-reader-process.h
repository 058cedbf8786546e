/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One aufait-reader that runs: it gets files and gives rows, on a socket that is all it has of us.
 * It is not trusted. When it takes too long, says nonsense or too much, or dies, it is killed, and
 * the file that it was at is to blame: but for one that took long without the reader working. */
#pragma once

#include "aufait-reader-task.h"

typedef struct _AufaitReaderProcess AufaitReaderProcess;

/* A file was read: func of @task was not called yet; it is the callee's. */
typedef void (*AufaitReaderProcessReadFunc) (AufaitReaderProcess *process,
                                             AufaitReaderTask *task,
                                             gpointer user_data);

/* The process is no more, and to be freed by the callee. @why, a sentence about the file that it
 * was at, which is the first of what aufait_reader_process_take_task gives. */
typedef void (*AufaitReaderProcessEndedFunc) (AufaitReaderProcess *process,
                                              const char *why,
                                              gpointer user_data);

/* Starts @program with a small environment and descriptor 3. NULL and an error (G_FILE_ERROR) when
 * that cannot be done. */
AufaitReaderProcess *aufait_reader_process_new (const char *program,
                                                AufaitReaderProcessReadFunc on_read,
                                                AufaitReaderProcessEndedFunc on_ended,
                                                gpointer user_data,
                                                GError **error);

/* Ends it. What it was given is freed without a word. */
void aufait_reader_process_free (AufaitReaderProcess *process);

/* Sends a file (consumed). FALSE when it could not be sent: the task is still the caller's. */
gboolean aufait_reader_process_send (AufaitReaderProcess *process, AufaitReaderTask *task);

/* How many files it was given that are not read yet. */
guint aufait_reader_process_get_load (const AufaitReaderProcess *process);

/* Takes back the next file that it was given; NULL: none is left. */
AufaitReaderTask *aufait_reader_process_take_task (AufaitReaderProcess *process);
