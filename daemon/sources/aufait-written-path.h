/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths as people write them into configurations. */
#pragma once

#include <glib.h>

/* "~" and "~/x" are in the user's home; $NAME and ${NAME} are the environment's, and nothing when
 * it has none of that name, as in a shell (POSIX 1003.1, 2.6). The result need not be absolute. */
char *aufait_written_path_expand (const char *written);

/* Whether glob(7) would look for more than one name. */
gboolean aufait_written_path_has_wildcard (const char *text);
