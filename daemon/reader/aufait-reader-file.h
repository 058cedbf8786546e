/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of an open file, whatever happens to it meanwhile. */
#pragma once

#include <glib.h>

#define AUFAIT_READER_FILE_MAX (16 * 1024 * 1024)

/* All of it, from the beginning; a NUL is behind. It may become shorter or longer while it is read:
 * what is there counts. NULL, and why (translated), when it is no regular file, is too large or
 * cannot be read. */
char *aufait_reader_file_read (int fd, gsize *ret_length, const char **ret_reason);

/* Its size as the system says it; 0 when it does not. */
gsize aufait_reader_file_get_size (int fd);
