/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sentence.h"

#define N_COLUMNS 4

static void
check_row (guint line, char **columns)
{
  AufaitSentenceContext context = { .written_on = aufait_day_parse (columns[0]) };
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (columns[2], &context);
  const char *what = "-";

  for (guint i = 0; i < meaning->promises->len; i++) {
    const AufaitPromise *promise = g_ptr_array_index (meaning->promises, i);

    if (!promise->is_next_time)
      continue;
    g_assert_cmpint (promise->day, ==, AUFAIT_DAY_NONE);
    g_assert_cmpstr (what, ==, "-");
    what = promise->what;
  }
  if (!g_str_equal (what, columns[3])) {
    g_test_message ("line %u: %s: \"%s\", not \"%s\"", line, columns[2], what, columns[3]);
    g_test_fail ();
  }
}

static void
test_understands_every_row (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "next-time.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n_rows++) {
    g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

    g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
    check_row (i + 1, columns);
  }
  g_assert_cmpuint (n_rows, >=, 30);
}

/* Its words mean nothing else, unless a day is among them. */
static void
test_leaves_moments_with_a_day (void)
{
  AufaitSentenceContext context = { .written_on = aufait_day_parse ("2026-05-05") };
  g_autoptr (AufaitMeaning) exam =
      aufait_sentence_read ("next time I see Tom, ask about his exam on 12 June", &context);
  g_autoptr (AufaitMeaning) jazz =
      aufait_sentence_read ("next time I see Tom, tell him I love jazz", &context);

  g_assert_cmpuint (exam->moments->len, ==, 1);
  g_assert_cmpuint (exam->promises->len, ==, 1);
  g_assert_cmpuint (jazz->promises->len, ==, 1);
  g_assert_cmpuint (jazz->interests->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-time/understands-every-row", test_understands_every_row);
  g_test_add_func ("/next-time/leaves-moments-with-a-day", test_leaves_moments_with_a_day);
  return g_test_run ();
}
