/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what lies in other programs' folders. Nothing but a regular file is ever opened, not even
 * to see what it is: a FIFO would wait, a device might act. Links are followed: address books are
 * often linked from elsewhere. */
#pragma once

#include "aufait-indexed-file.h"

#define AUFAIT_FILE_OPENER_ERROR (aufait_file_opener_error_quark ())
GQuark aufait_file_opener_error_quark (void);

typedef enum {
  AUFAIT_FILE_OPENER_ERROR_GONE,   /* there is no such file, or no way to it */
  AUFAIT_FILE_OPENER_ERROR_FOLDER, /* a folder of that name */
  AUFAIT_FILE_OPENER_ERROR_UNFIT,  /* no regular file, or too large: it stays so */
  AUFAIT_FILE_OPENER_ERROR_CLOSED, /* it may not be read, or the disk failed: that may change */
} AufaitFileOpenerError;

/* A descriptor to read from, which does not block, and what was opened. -1 and a sentence for the
 * user; @ret_identity is set for what was seen, and otherwise zero. */
int aufait_file_opener_open (const char *folder,
                             const char *name,
                             gint64 max_bytes,
                             AufaitIndexedFileIdentity *ret_identity,
                             GError **error);
