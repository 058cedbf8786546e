/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where: the place that a sentence names. */
#pragma once

#include "aufait-reading.h"

typedef struct {
  guint first; /* its first token, without the preposition */
  guint behind;
  guint preposition;  /* where the words that lead to it begin */
  gboolean is_inside; /* in, at, à, en: not from or near */
} AufaitPlace;

/* The place whose preposition begins at @index. With @is_lenient a word that nobody knows and that
 * has no capital is one too, as behind a verb of travel. @names: of people, a folded word each;
 * NULL: none. */
gboolean aufait_place_read (const AufaitReading *reading,
                            guint index,
                            gboolean is_lenient,
                            const char *const *names,
                            AufaitPlace *ret_place);
