/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-spoken-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-text.h"

/* Some languages join a word with the vowel behind it. */
static gboolean
begins_with_vowel (const char *folded)
{
  return *folded != '\0' && strchr ("aeiou", *folded) != NULL;
}

/* Whether @names, joined by "|", has @folded. */
static gboolean
has_name (const char *names, const char *folded)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++) {
    g_autofree char *name = aufait_text_fold (list[i]);

    if (g_str_equal (name, folded))
      return TRUE;
  }
  return FALSE;
}

/* What is behind the article @article that @place begins with; NULL: it begins otherwise. */
static const char *
skip_article (const char *place, const char *article)
{
  gsize length = strlen (article);

  return g_ascii_strncasecmp (place, article, length) == 0 && place[length] == ' '
             ? place + length + 1
             : NULL;
}

char *
aufait_spoken_place_from (const char *place)
{
  g_autofree char *folded = aufait_text_fold (place);
  /* Translators: the article that the second form of “from” contains: French “Le”, as in
   * “Le Havre”. “-” where there is none. */
  const char *second = skip_article (place, C_ ("article, second form", "-"));
  /* Translators: that of the third form: French “Les”. */
  const char *third = skip_article (place, C_ ("article, third form", "-"));

  /* Translators: the places that want the second form of “from”, joined by “|”: in French those
   * with “du”. Case and accents do not matter. */
  if (second != NULL || has_name (C_ ("places, second form", "-"), folded))
    /* Translators: French “du Japon”. */
    return g_strdup_printf (C_ ("second form", "from %s"), second != NULL ? second : place);
  /* Translators: those that want the third form: in French those with “des”. */
  if (third != NULL || has_name (C_ ("places, third form", "-"), folded))
    /* Translators: French “des Alpes”. */
    return g_strdup_printf (C_ ("third form", "from %s"), third != NULL ? third : place);
  if (begins_with_vowel (folded))
    /* Translators: before a vowel: French “d’Italie”. */
    return g_strdup_printf (C_ ("before a vowel", "from %s"), place);
  /* Translators: where someone is back from: “from Crete”. */
  return g_strdup_printf (C_ ("a place", "from %s"), place);
}
