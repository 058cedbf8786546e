/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: without what would drive it, and as wide as it shows. */
#pragma once

#include <glib.h>

/* Whether a terminal shows @text as it stands: no control characters, no marks that turn the
 * direction of writing. */
gboolean aufait_plain_is_clean (const char *text);

/* @text with line breaks and tabs as spaces, and without what else is not clean. */
char *aufait_plain_clean (const char *text);

/* How many cells of a terminal it takes. */
guint aufait_plain_width (const char *text);

/* @text in lines of at most @width cells, broken at spaces, inside a word only when it is longer
 * than a line. @width 0: one line. */
GStrv aufait_plain_fold (const char *text, guint width);

/* @text if it fits in @width cells, else its beginning with an ellipsis. */
char *aufait_plain_shorten (const char *text, guint width);

/* With the first letter as a sentence begins, or as it stands within one. */
char *aufait_plain_capitalise (const char *text);
char *aufait_plain_uncapitalise (const char *text);

/* With a full stop, unless it ends as a sentence does, “What did Tom tell you?”; an empty one too.
 */
char *aufait_plain_end (const char *text);
