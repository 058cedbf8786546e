/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key at a time from a terminal, without Enter; from a pipe or a file the first letter of each
 * line. */
#pragma once

#include <glib.h>

typedef struct AufaitKeys AufaitKeys;

/* Reads standard input, and may read ahead: from then on nobody else should. */
AufaitKeys *aufait_keys_new (void);
void aufait_keys_free (AufaitKeys *keys);

/* Whatever is pressed from now on is a key: called before one is asked for. */
void aufait_keys_await (AufaitKeys *keys);

/* The next key, a small letter of ASCII; another character for what is none. 0 at the end, and for
 * Ctrl+C and Ctrl+D. The terminal is as it was before when this returns. */
char aufait_keys_read (AufaitKeys *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitKeys, aufait_keys_free)
