/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-search-query.h"

/* Words beyond these narrow nothing and cost time. */
#define WORDS_MAX 32

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

/* Between quotes nothing means anything but a quote, which is doubled. */
static void
append_quoted (GString *query, const char *word)
{
  g_autofree char *quoted = replace (word, "\"", "\"\"");

  g_string_append_printf (query, "\"%s\" *", quoted);
}

static void
append_word (GString *query, const char *word)
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
  append_quoted (query, apart);
  if (!g_str_equal (apart, together)) {
    g_string_append (query, " OR ");
    append_quoted (query, together);
  }
  g_string_append_c (query, ')');
}

static gboolean
is_space (const char *c)
{
  return g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_iscntrl (g_utf8_get_char (c));
}

char *
aufait_search_query_new (const char *words)
{
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
      append_word (query, word);
      n_words++;
    }
  }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}
