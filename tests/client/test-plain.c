/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-plain.h"

static const struct {
  const char *text;
  const char *clean;
} texts[] = {
  { "part en Crète", "part en Crète" },
  { "a\033[31mred\007", "a[31mred" },
  { "two\nlines\tand a tab\r", "two lines and a tab " },
  { "c1 \302\233 31m", "c1  31m" },
  { "delete \177.", "delete ." },
  { "turned \342\200\256 round", "turned  round" },
  { "isolated \342\201\246 round", "isolated  round" },
  { "para\342\200\251graph", "para graph" },
  { "é 山田 👩‍🚀", "é 山田 👩‍🚀" },
};

static void
leaves_nothing_that_drives_a_terminal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *clean = aufait_plain_clean (texts[i].text);

    g_assert_cmpstr (clean, ==, texts[i].clean);
    g_assert_cmpint (aufait_plain_is_clean (texts[i].text), ==,
                     g_str_equal (texts[i].text, texts[i].clean));
    g_assert_true (aufait_plain_is_clean (clean));
  }
}

static void
measures_cells (void)
{
  g_assert_cmpuint (aufait_plain_width (""), ==, 0);
  g_assert_cmpuint (aufait_plain_width ("Crète"), ==, 5);
  g_assert_cmpuint (aufait_plain_width ("Cre\314\200te"), ==, 5);
  g_assert_cmpuint (aufait_plain_width ("山田"), ==, 4);
}

static const struct {
  const char *text;
  guint width;
  const char *lines;
} folds[] = {
  { "", 10, "" },
  { "short", 10, "short" },
  { "one two three", 7, "one two|three" },
  { "one two three", 8, "one two|three" },
  { "one two three", 3, "one|two|thr|ee" },
  { "abcdefghij k", 4, "abcd|efgh|ij k" },
  { "山田 太郎", 4, "山田|太郎" },
  { "山田", 1, "山|田" },
  { "one two three", 0, "one two three" },
};

static void
folds_at_spaces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++) {
    g_auto (GStrv) lines = aufait_plain_fold (folds[i].text, folds[i].width);
    g_autofree char *joined = g_strjoinv ("|", lines);

    g_assert_cmpstr (joined, ==, folds[i].lines);
  }
}

static const struct {
  const char *text;
  guint width;
  const char *shortened;
} shorts[] = {
  { "short", 5, "short" },    { "longer", 5, "long…" },      { "a longer", 3, "a…" },
  { "山田太郎", 5, "山田…" }, { "山田太郎", 8, "山田太郎" },
};

static void
shortens_with_an_ellipsis (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shorts); i++) {
    g_autofree char *shortened = aufait_plain_shorten (shorts[i].text, shorts[i].width);

    g_assert_cmpstr (shortened, ==, shorts[i].shortened);
    g_assert_cmpuint (aufait_plain_width (shortened), <=, shorts[i].width);
  }
}

static void
changes_the_first_letter_only (void)
{
  g_autofree char *upper = aufait_plain_capitalise ("été à Rome");
  g_autofree char *lower = aufait_plain_uncapitalise ("Étudier À Rome");
  g_autofree char *empty = aufait_plain_capitalise ("");

  g_assert_cmpstr (upper, ==, "Été à Rome");
  g_assert_cmpstr (lower, ==, "étudier À Rome");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/leaves-nothing-that-drives-a-terminal",
                   leaves_nothing_that_drives_a_terminal);
  g_test_add_func ("/plain/measures-cells", measures_cells);
  g_test_add_func ("/plain/folds-at-spaces", folds_at_spaces);
  g_test_add_func ("/plain/shortens-with-an-ellipsis", shortens_with_an_ellipsis);
  g_test_add_func ("/plain/changes-the-first-letter-only", changes_the_first_letter_only);
  return g_test_run ();
}
