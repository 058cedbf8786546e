/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files in other processes, so that no file can hang, crash or fatten this one: as many
 * aufait-readers as there is work and room for, none after a short while without any. Everything
 * happens on the thread's default main context, nothing blocks. */
#pragma once

#include "aufait-reader-task.h"

typedef struct _AufaitReaderPool AufaitReaderPool;

/* At most @n_max readers at the same time; 0: one for each processor. */
AufaitReaderPool *aufait_reader_pool_new (const char *program, guint n_max);

/* What is not read by then is freed without a word. */
void aufait_reader_pool_free (AufaitReaderPool *pool);

/* $AUFAIT_READER, else aufait-reader where it was installed. */
char *aufait_reader_pool_dup_program (void);

/* There may be something to read soon: starts a reader when there is none. */
void aufait_reader_pool_warm_up (AufaitReaderPool *pool);

/* Reads a file (consumed). Its function is called from the main loop, or at once when no reader can
 * be started. */
void aufait_reader_pool_read (AufaitReaderPool *pool, AufaitReaderTask *task);

/* Whether a further file would be read soon; else it would wait with its descriptor open. */
gboolean aufait_reader_pool_has_room (const AufaitReaderPool *pool);

/* Why nothing can be read, in words; NULL: it can. */
const char *aufait_reader_pool_get_problem (const AufaitReaderPool *pool);

/* For tests: how many readers run now, and how many were started in all. */
guint aufait_reader_pool_count (const AufaitReaderPool *pool);
guint aufait_reader_pool_count_started (const AufaitReaderPool *pool);
