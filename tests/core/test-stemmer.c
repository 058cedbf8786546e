/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-stemmer.h"

static void
test_forms_of_a_word_have_one_stem (void)
{
  static const struct {
    const char *algorithm;
    const char *word;
    const char *other;
    gboolean is_same;
  } rows[] = {
    { "english", "guitar", "guitars", TRUE },
    { "english", "climbing", "climbs", TRUE },
    { "english", "guitar", "piano", FALSE },
    { "french", "randonnee", "randonnees", TRUE },
    { "french", "randonnee", "randonnée", TRUE },
    { "french", "operee", "opérée", TRUE },
    { "french", "chorale", "chorales", TRUE },
    { "french", "chat", "chien", FALSE },
    { "french", "", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitStemmer) stemmer = aufait_stemmer_new (rows[i].algorithm);
    g_autofree char *stem = aufait_stemmer_dup_stem (stemmer, "x~", rows[i].word);
    g_autofree char *other = aufait_stemmer_dup_stem (stemmer, "x~", rows[i].other);

    g_test_message ("row %u: %s %s; %s %s", i, rows[i].word, rows[i].other, stem, other);
    g_assert_true (g_str_has_prefix (stem, "x~"));
    g_assert_cmpint (g_str_equal (stem, other), ==, rows[i].is_same);
  }
}

static void
test_a_language_may_have_none (void)
{
  g_autoptr (AufaitStemmer) stemmer = aufait_stemmer_new ("klingon");
  g_autofree char *stem = aufait_stemmer_dup_stem (stemmer, "", "qapla");

  g_assert_cmpstr (stem, ==, "qapla");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stemmer/forms-of-a-word-have-one-stem", test_forms_of_a_word_have_one_stem);
  g_test_add_func ("/stemmer/a-language-may-have-none", test_a_language_may_have_none);
  return g_test_run ();
}
