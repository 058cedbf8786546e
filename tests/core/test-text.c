/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-text.h"

#include <string.h>

static void
test_folds (void)
{
  static const char *const rows[][2] = {
    { "", "" },
    { "Marie", "marie" },
    { "René", "rene" },
    { "Rene\xcc\x81", "rene" },
    { "ÉTÉ à Évry", "ete a evry" },
    { "Cœur, sœur, ŒUVRE", "coeur, soeur, oeuvre" },
    { "Straße", "strasse" },
    { "l’été", "l'ete" },
    { "10–20", "10-20" },
    { "10 — 20", "10 - 20" },
    { "Łódź", "lodz" },
    { "ﬁn", "fin" },
    { "ÆTHER", "aether" },
    { "Zoë", "zoe" },
    { "Ñandú", "nandu" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *folded = aufait_text_fold (rows[i][0]);

    g_assert_cmpstr (folded, ==, rows[i][1]);
  }
}

static void
test_splits_words (void)
{
  static const char *const rows[][2] = {
    { "", "" },
    { " .,;! ", "" },
    { "Marie part en Crète", "marie|part|en|crete" },
    { "l'Olympia", "l'|olympia" },
    { "L’Olympia", "l'|olympia" },
    { "jusqu'au 12", "jusqu'|au|12" },
    { "qu'elle s'envole", "qu'|elle|s'|envole" },
    { "aujourd'hui", "aujourd'hui" },
    { "Aujourd’hui même", "aujourd'hui|meme" },
    { "Marie's dog", "marie|s|dog" },
    { "O'Brien", "o|brien" },
    { "dogs' home", "dogs|home" },
    { "Jean-Luc", "jean|luc" },
    { "10-20/08", "10|20|08" },
    { "18h30", "18h30" },
    { "c'", "c" },
    { "Ça va", "ca|va" },
    { "Renée, René", "renee|rene" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitWords) words = aufait_words_new (rows[i][0]);
    g_autoptr (GString) joined = g_string_new (NULL);

    for (guint j = 0; j < aufait_words_get_length (words); j++)
      g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "",
                              aufait_words_get (words, j)->folded);
    g_assert_cmpstr (joined->str, ==, rows[i][1]);
  }
}

static void
test_tells_where_words_stand (void)
{
  const char *text = "à l’Été";
  g_autoptr (AufaitWords) words = aufait_words_new (text);
  const AufaitWord *last;

  g_assert_cmpuint (aufait_words_get_length (words), ==, 3);
  last = aufait_words_get (words, 2);
  g_assert_cmpuint (last->start, ==, strlen ("à l’"));
  g_assert_cmpuint (last->end, ==, strlen (text));
  g_assert_cmpstr (last->folded, ==, "ete");
}

static void
test_cleans (void)
{
  static const struct {
    const char *text;
    gsize max;
    const char *clean;
  } rows[] = {
    { "", 10, "" },
    { "plain", 10, "plain" },
    { "  two \t\n words  ", 20, "two words" },
    { "bell\a esc\x1b[31m", 20, "bell esc[31m" },
    { "a\xe2\x80\xae"
      "b\xe2\x81\xa6"
      "c",
      10, "abc" },
    { "bad \xff byte", 20, "bad \xef\xbf\xbd byte" },
    { "exactly ten", 11, "exactly ten" },
    { "exactly ten", 10, "exactly t…" },
    { "cut at space", 5, "cut…" },
    { "été à la mer", 4, "été…" },
    { "abc", 1, "…" },
    { "abc", 0, "" },
    { "a\xe2\x80\xa8"
      "b",
      5, "a b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clean = aufait_text_clean (rows[i].text, rows[i].max);

    g_test_message ("rows[%zu]", i);
    g_assert_cmpstr (clean, ==, rows[i].clean);
  }
}

/* 16 KiB of combining marks: sorting them would take a second. */
static void
test_is_quick_with_marks (void)
{
  g_autoptr (GString) text = g_string_new ("e");
  g_autofree char *folded = NULL;
  g_autoptr (AufaitWords) words = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, i % 2 == 0 ? "\xcc\x81" : "\xcc\xa3");
  folded = aufait_text_fold (text->str);
  g_assert_cmpstr (folded, ==, "e");
  words = aufait_words_new (text->str);
  g_assert_cmpuint (aufait_words_get_length (words), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/folds", test_folds);
  g_test_add_func ("/text/splits-words", test_splits_words);
  g_test_add_func ("/text/tells-where-words-stand", test_tells_where_words_stand);
  g_test_add_func ("/text/cleans", test_cleans);
  g_test_add_func ("/text/is-quick-with-marks", test_is_quick_with_marks);
  return g_test_run ();
}
