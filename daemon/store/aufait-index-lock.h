/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One program at a time keeps an index: another one's days and folders are others. */
#pragma once

#include "aufait-memory-error.h"

/* Locks the index at @path, whose folder exists, by a file beside it, for as long as the descriptor
 * that is returned is open, across all renewals. -1 and AUFAIT_MEMORY_ERROR_LOCKED when another one
 * has it, or -1 alone where nothing can be locked: then nobody can tell. */
int aufait_index_lock_take (const char *path, GError **error);
