/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-guess.h"

/* Longer words are nobody's name; the cost is quadratic. */
#define LETTERS_MAX 64

char *
aufait_guess_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = NULL;
  GString *bare = g_string_new (NULL);

  folded = g_utf8_casefold (apart != NULL ? apart : text, -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_ismark (c))
      g_string_append_unichar (bare, c);
  }
  return g_string_free (bare, FALSE);
}

/* The cell of optimal string alignment (Damerau's distance without overlapping swaps). */
static guint
count_cell (
    const gunichar *a, const gunichar *b, glong i, glong j, const guint rows[3][LETTERS_MAX + 1])
{
  guint change = rows[1][j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0);
  guint best = MIN (change, MIN (rows[1][j], rows[2][j - 1]) + 1);

  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
    best = MIN (best, rows[0][j - 2] + 1);
  return best;
}

static guint
count_changes (const gunichar *a, glong a_length, const gunichar *b, glong b_length)
{
  guint rows[3][LETTERS_MAX + 1] = { 0 };

  for (glong j = 0; j <= b_length; j++)
    rows[1][j] = (guint) j;
  for (glong i = 1; i <= a_length; i++) {
    rows[2][0] = (guint) i;
    for (glong j = 1; j <= b_length; j++)
      rows[2][j] = count_cell (a, b, i, j, (const guint (*)[LETTERS_MAX + 1]) rows);
    memcpy (rows[0], rows[1], sizeof rows[0]);
    memcpy (rows[1], rows[2], sizeof rows[1]);
  }
  return rows[1][b_length];
}

guint
aufait_guess_distance (const char *a, const char *b, guint limit)
{
  g_autofree char *a_folded = aufait_guess_fold (a);
  g_autofree char *b_folded = aufait_guess_fold (b);
  glong a_length, b_length;
  g_autofree gunichar *a_letters = g_utf8_to_ucs4_fast (a_folded, -1, &a_length);
  g_autofree gunichar *b_letters = g_utf8_to_ucs4_fast (b_folded, -1, &b_length);

  if (a_length > LETTERS_MAX || b_length > LETTERS_MAX || (guint) ABS (a_length - b_length) > limit)
    return limit + 1;
  return MIN (count_changes (a_letters, a_length, b_letters, b_length), limit + 1);
}

const char *
aufait_guess (const char *word, const char *const *words)
{
  const char *best = NULL;
  guint limit = MAX (1, (guint) g_utf8_strlen (word, -1) / 3);

  for (guint i = 0; words[i] != NULL; i++) {
    guint distance = aufait_guess_distance (word, words[i], limit);

    if (distance > limit || *words[i] == '\0')
      continue;
    best = words[i];
    if (distance == 0)
      break;
    limit = distance - 1;
  }
  return best;
}
