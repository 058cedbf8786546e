/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-stemmer.h"

#include <libstemmer.h>
#include <string.h>

struct _AufaitStemmer {
  struct sb_stemmer *snowball;
};

AufaitStemmer *
aufait_stemmer_new (const char *algorithm)
{
  AufaitStemmer *stemmer = g_new (AufaitStemmer, 1);

  stemmer->snowball = sb_stemmer_new (algorithm, "UTF_8");
  if (stemmer->snowball == NULL) /* a language that is not stemmed: words as they are */
    stemmer->snowball = sb_stemmer_new ("porter", "UTF_8");
  return stemmer;
}

void
aufait_stemmer_free (AufaitStemmer *stemmer)
{
  sb_stemmer_delete (stemmer->snowball);
  g_free (stemmer);
}

/* Stemmers know "opérée" by its accent; without it one "e" is too many. */
static char *
dup_without_double_e (const char *folded)
{
  gsize length = strlen (folded);
  gboolean is_plural = g_str_has_suffix (folded, "ees");

  if (length < 5 || (!is_plural && !g_str_has_suffix (folded, "ee")))
    return g_strdup (folded);
  return g_strdup_printf ("%.*se%s", (int) length - (is_plural ? 3 : 2), folded,
                          is_plural ? "s" : "");
}

char *
aufait_stemmer_dup_stem (AufaitStemmer *stemmer, const char *prefix, const char *folded)
{
  g_autofree char *word = dup_without_double_e (folded);
  const sb_symbol *symbols = (const sb_symbol *) word;
  const sb_symbol *stem = sb_stemmer_stem (stemmer->snowball, symbols, (int) strlen (word));

  return g_strconcat (prefix, (const char *) stem, NULL);
}
