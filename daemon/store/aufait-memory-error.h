/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the memory refused; every message is a sentence that says what to do. */
#pragma once

#include <glib.h>

#define AUFAIT_MEMORY_ERROR (aufait_memory_error_quark ())
GQuark aufait_memory_error_quark (void);

typedef enum {
  AUFAIT_MEMORY_ERROR_FAILED,    /* disk full, no permission, I/O: nothing was kept */
  AUFAIT_MEMORY_ERROR_NEWER,     /* the file was written by a newer version of this program */
  AUFAIT_MEMORY_ERROR_FOREIGN,   /* the file is a database of another program */
  AUFAIT_MEMORY_ERROR_LOCKED,    /* another daemon uses this memory */
  AUFAIT_MEMORY_ERROR_NOT_FOUND, /* no such row; nothing to undo */
  AUFAIT_MEMORY_ERROR_DAMAGED,   /* the file is not a whole database: the next opening sets it aside
                                  */
} AufaitMemoryError;
