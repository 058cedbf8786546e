/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-search-query.h"

static void
test_quotes_each_word (void)
{
  static const struct {
    const char *words;
    const char *query;
  } valid[] = {
    { "café", "(\"café\" *)" },
    { "Le Café", "(\"le\" *) AND (\"café\" *)" },
    { " a \t b\n", "(\"a\" *) AND (\"b\" *)" },
    { "a\"b", "(\"a\"\"b\" *)" },
    { "\"a", "(\"\"\"a\" *)" },
    { "a AND b*", "(\"a\" *) AND (\"and\" *) AND (\"b*\" *)" },
    { "sœur", "(\"soeur\" * OR \"sœur\" *)" },
    { "Soeur", "(\"soeur\" * OR \"sœur\" *)" },
    { "x\xff", "(\"x\xef\xbf\xbd\" *)" },
    { "2026", "(\"2026\" *)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autofree char *query = aufait_search_query_new (valid[i].words, NULL, NULL);

    g_assert_cmpstr (query, ==, valid[i].query);
  }
}

static GStrv
expand (const char *beginning, gpointer data)
{
  g_assert_cmpstr (data, ==, "data");
  if (g_str_equal (beginning, "guit"))
    return g_strsplit ("guitar,guitare", ",", -1);
  return g_str_equal (beginning, "none") ? g_new0 (char *, 1) : NULL;
}

/* Only words that are folded without doubt, and are longer than the beginnings that are indexed. */
static void
test_names_known_words (void)
{
  static const struct {
    const char *words;
    const char *query;
  } valid[] = {
    { "guit", "(\"guitar\" OR \"guitare\")" },
    { "GÜIT", "(\"guitar\" OR \"guitare\")" },
    { "gui\xcc\x88t x", "(\"guitar\" OR \"guitare\") AND (\"x\" *)" },
    { "gui", "(\"gui\" *)" },
    { "none", "(\"none\" *)" },
    { "many", "(\"many\" *)" },
    { "guit*", "(\"guit*\" *)" },
    { "l'guit", "(\"l'guitar\" OR \"l'guitare\")" },
    { "\"à-guit", "(\"\"\"à-guitar\" OR \"\"\"à-guitare\")" },
    { "guit-gui", "(\"guit-gui\" *)" },
    { "гита", "(\"гита\" *)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autofree char *query = aufait_search_query_new (valid[i].words, expand, (gpointer) "data");

    g_assert_cmpstr (query, ==, valid[i].query);
  }
}

static void
test_is_none_without_words (void)
{
  static const char *const invalid[] = { "", " ", "\"", "\"\"", "*", "()", "🎸 ❤", "\xff", "- ^" };

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_null (aufait_search_query_new (invalid[i], NULL, NULL));
}

static void
test_takes_so_many_words (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *query = NULL;
  g_auto (GStrv) parts = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append (words, "word ");
  query = aufait_search_query_new (words->str, NULL, NULL);
  parts = g_strsplit (query, " AND ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 32);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-query/quotes-each-word", test_quotes_each_word);
  g_test_add_func ("/search-query/names-known-words", test_names_known_words);
  g_test_add_func ("/search-query/is-none-without-words", test_is_none_without_words);
  g_test_add_func ("/search-query/takes-so-many-words", test_takes_so_many_words);
  return g_test_run ();
}
