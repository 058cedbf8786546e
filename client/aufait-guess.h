/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What someone meant who mistyped. */
#pragma once

#include <glib.h>

/* How many letters must be added, left out, changed or swapped with their neighbour to make @b from
 * @a; the difference of case and of accents counts for nothing. At most @limit + 1. */
guint aufait_guess_distance (const char *a, const char *b, guint limit);

/* The word of @words, a NULL-terminated array, that @word is most like; NULL when it is like none.
 * One letter in three may be wrong. */
const char *aufait_guess (const char *word, const char *const *words);

/* @text for comparing: case and accents folded. */
char *aufait_guess_fold (const char *text);
