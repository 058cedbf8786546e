/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-search-query.h"

#include <string.h>

/* Words beyond these narrow nothing and cost time. */
#define WORDS_MAX 32

/* Beginnings of up to so many letters have an index of their own (note_text in the schema). */
#define INDEXED_LETTERS 3

typedef struct {
  AufaitSearchQueryExpand expand;
  gpointer data;
} Expansion;

/* FTS5 takes accents off letters, but leaves ligatures as they are. */
static const struct {
  const char *apart;
  const char *ligature;
} ligatures[] = { { "oe", "œ" }, { "ae", "æ" } };

static gboolean
has_letter (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c)) {
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  }
  return FALSE;
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) replaced = g_string_new (text);

  g_string_replace (replaced, from, to, 0);
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

/* As FTS5 folds it; NULL when that is not plain: only Latin letters with marks, and digits. */
static char *
fold_plainly (const char *word)
{
  g_autofree char *apart = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (letter >= 0x300 && letter <= 0x36f)
      continue;
    if (letter > 0x7f || !g_ascii_isalnum ((char) letter))
      return NULL;
    g_string_append_c (folded, g_ascii_tolower ((char) letter));
  }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* Between quotes nothing means anything but a quote, which is doubled. */
static char *
quote (const char *word)
{
  return replace (word, "\"", "\"\"");
}

static void
append_beginning (GString *query, const char *word)
{
  g_autofree char *quoted = quote (word);

  g_string_append_printf (query, "\"%s\" *", quoted);
}

/* "l'Olympia" is two words to FTS5, one behind the other: the last one is what was begun. */
static const char *
find_last_word (const char *word)
{
  const char *last = word;

  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (!g_unichar_isalnum (letter) && !g_unichar_ismark (letter))
      last = g_utf8_next_char (c);
  }
  return last;
}

static void
append_known_words (GString *query, const char *word, const Expansion *expansion)
{
  const char *last = find_last_word (word);
  g_autofree char *folded = fold_plainly (last);
  g_autofree char *before = g_strndup (word, (gsize) (last - word));
  g_autofree char *quoted = quote (before);
  g_auto (GStrv) known = NULL;

  if (expansion->expand != NULL && folded != NULL && strlen (folded) > INDEXED_LETTERS)
    known = expansion->expand (folded, expansion->data);
  if (known == NULL || known[0] == NULL) {
    append_beginning (query, word);
    return;
  }
  for (gsize i = 0; known[i] != NULL; i++)
    g_string_append_printf (query, "%s\"%s%s\"", i > 0 ? " OR " : "", quoted, known[i]);
}

static void
append_word (GString *query, const char *word, const Expansion *expansion)
{
  g_autofree char *apart = g_utf8_strdown (word, -1);
  g_autofree char *together = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ligatures); i++) {
    g_autofree char *before = g_steal_pointer (&apart);

    apart = replace (before, ligatures[i].ligature, ligatures[i].apart);
  }
  together = g_strdup (apart);
  for (gsize i = 0; i < G_N_ELEMENTS (ligatures); i++) {
    g_autofree char *before = g_steal_pointer (&together);

    together = replace (before, ligatures[i].apart, ligatures[i].ligature);
  }
  g_string_append (query, query->len > 0 ? " AND (" : "(");
  append_known_words (query, apart, expansion);
  if (!g_str_equal (apart, together)) {
    g_string_append (query, " OR ");
    append_beginning (query, together);
  }
  g_string_append_c (query, ')');
}

static gboolean
is_space (const char *c)
{
  return g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_iscntrl (g_utf8_get_char (c));
}

char *
aufait_search_query_new (const char *words, AufaitSearchQueryExpand expand, gpointer data)
{
  const Expansion expansion = { expand, data };
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (GString) query = g_string_new (NULL);
  const char *c = valid;

  for (guint n_words = 0; n_words < WORDS_MAX && *c != '\0';) {
    g_autofree char *word = NULL;
    const char *start;

    while (*c != '\0' && is_space (c))
      c = g_utf8_next_char (c);
    start = c;
    while (*c != '\0' && !is_space (c))
      c = g_utf8_next_char (c);
    word = g_strndup (start, (gsize) (c - start));
    if (has_letter (word)) {
      append_word (query, word, &expansion);
      n_words++;
    }
  }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}
