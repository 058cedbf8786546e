/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stem of a word, the same for most of its forms (Snowball: Porter 2001). */
#pragma once

#include <glib.h>

typedef struct _AufaitStemmer AufaitStemmer;

/* @algorithm: "english", "french" … as libstemmer names it; words of a language that it does not
 * know are stemmed as little as may be. */
AufaitStemmer *aufait_stemmer_new (const char *algorithm);
void aufait_stemmer_free (AufaitStemmer *stemmer);

/* The stem of a folded word, with @prefix before it. The same for a word that was written without
 * its accents. For comparison only. */
char *aufait_stemmer_dup_stem (AufaitStemmer *stemmer, const char *prefix, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitStemmer, aufait_stemmer_free)
