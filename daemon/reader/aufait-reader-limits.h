/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of the machine the reader may use. */
#pragma once

#include <glib.h>

#define AUFAIT_READER_LIMITS_MEMORY (512 * 1024 * 1024)
#define AUFAIT_READER_LIMITS_FILES  32

/* For as long as the process lives: memory, open files, no writing, no core dump, no new
 * privileges; and the CPU time of one file of no size. FALSE when the system refuses. */
gboolean aufait_reader_limits_set (void);

/* Gives the process the CPU time for one more file of @size bytes; when that is over it dies.
 * @until, of the caller, is the limit that was set last: it begins with 0, and what is set already
 * is not set again; it stays as it was when the system refuses. */
void aufait_reader_limits_renew_cpu (gsize size, guint64 *until);
