/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-text.h"

#include <string.h>

#define RIGHT_QUOTE 0x2019

/* What has no decomposition in Unicode and yet is written both ways. */
static const struct {
  gunichar letter;
  const char *plain;
} respelt[] = {
  { 0x00c6, "ae" }, { 0x00e6, "ae" }, { 0x0152, "oe" }, { 0x0153, "oe" }, { 0x00d8, "o" },
  { 0x00f8, "o" },  { 0x0110, "d" },  { 0x0111, "d" },  { 0x0141, "l" },  { 0x0142, "l" },
  { 0x2018, "'" },  { 0x2019, "'" },  { 0x02bc, "'" },  { 0x2032, "'" },  { 0x0060, "'" },
  { 0x00b4, "'" },  { 0x2010, "-" },  { 0x2011, "-" },  { 0x2012, "-" },  { 0x2013, "-" },
  { 0x2014, "-" },  { 0x2015, "-" },  { 0x2212, "-" },
};

static const char *
find_respelling (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (respelt); i++)
    if (respelt[i].letter == c)
      return respelt[i].plain;
  return NULL;
}

/* One character at a time: sorting the marks of a whole text, as normalising does, takes time that
 * grows with the square of their number. */
static void
append_folded (GString *folded, gunichar c, gboolean keep_marks)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const char *plain = c < 0x80 && c != 0x60 ? NULL : find_respelling (c);
  gsize n;

  if (plain != NULL) {
    g_string_append (folded, plain);
    return;
  }
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (keep_marks || !g_unichar_ismark (parts[i]))
      g_string_append_unichar (folded, parts[i]);
}

/* Most words are such: they have neither marks nor another spelling than in small letters. */
static gboolean
is_simple (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80 || *text == '`')
      return FALSE;
  return TRUE;
}

static char *
fold (const char *text, gboolean keep_marks)
{
  g_autoptr (GString) folded = NULL;

  if (is_simple (text))
    return g_ascii_strdown (text, -1);
  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p), keep_marks);
  return g_utf8_casefold (folded->str, (gssize) folded->len);
}

char *
aufait_text_fold (const char *text)
{
  return fold (text, FALSE);
}

char *
aufait_text_fold_case (const char *text)
{
  return fold (text, TRUE);
}

/* --- words --------------------------------------------------------------------------------- */

struct _AufaitWords {
  GArray *words; /* AufaitWord */
  GStringChunk *folded;
};

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == RIGHT_QUOTE || c == 0x02bc;
}

/* The words that lose their last vowel before another word. */
static gboolean
is_elided (const char *folded)
{
  static const char *const longer[] = { "qu",     "jusqu",  "lorsqu", "puisqu",
                                        "quoiqu", "quelqu", "presqu", NULL };

  if (folded[0] != '\0' && folded[1] == '\0')
    return strchr ("cdjlmnst", folded[0]) != NULL;
  return g_strv_contains (longer, folded);
}

/* Words that are written with an apostrophe and are one. */
static gboolean
is_one_word (const char *before, const char *after)
{
  return (g_str_equal (before, "aujourd") && g_ascii_strncasecmp (after, "hui", 3) == 0) ||
         (g_str_equal (before, "prud") && g_ascii_strncasecmp (after, "hom", 3) == 0);
}

static const char *
skip_word (const char *p)
{
  while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static char *
fold_range (const char *start, const char *end)
{
  g_autofree char *part = g_strndup (start, (gsize) (end - start));

  return aufait_text_fold (part);
}

/* Takes in the apostrophe behind an elided word, and the rest of one that has it inside. */
static const char *
extend_over_apostrophe (const char *start, const char *end)
{
  g_autofree char *before = NULL;
  const char *behind, *rest_end;

  if (*end == '\0' || !is_apostrophe (g_utf8_get_char (end)) || end - start > 8)
    return end;
  behind = g_utf8_next_char (end);
  rest_end = skip_word (behind);
  if (rest_end == behind)
    return end;
  before = fold_range (start, end);
  if (is_elided (before))
    return behind;
  return is_one_word (before, behind) ? rest_end : end;
}

static void
add_word (AufaitWords *words, const char *text, const char *start, const char *end)
{
  g_autofree char *folded = fold_range (start, end);
  AufaitWord word = { NULL, (gsize) (start - text), (gsize) (end - text) };

  if (*folded == '\0')
    return;
  word.folded = g_string_chunk_insert (words->folded, folded);
  g_array_append_val (words->words, word);
}

AufaitWords *
aufait_words_new (const char *text)
{
  AufaitWords *words = g_new (AufaitWords, 1);
  const char *p = text;

  words->words = g_array_new (FALSE, FALSE, sizeof (AufaitWord));
  words->folded = g_string_chunk_new (1024);
  while (*p != '\0') {
    const char *end = skip_word (p);

    if (end == p) {
      p = g_utf8_next_char (p);
      continue;
    }
    end = extend_over_apostrophe (p, end);
    add_word (words, text, p, end);
    p = end;
  }
  return words;
}

void
aufait_words_free (AufaitWords *words)
{
  g_array_unref (words->words);
  g_string_chunk_free (words->folded);
  g_free (words);
}

guint
aufait_words_get_length (const AufaitWords *words)
{
  return words->words->len;
}

const AufaitWord *
aufait_words_get (const AufaitWords *words, guint index)
{
  g_return_val_if_fail (index < words->words->len, NULL);
  return &g_array_index (words->words, AufaitWord, index);
}

/* --- for display --------------------------------------------------------------------------- */

/* They reorder what stands beside them, so that a text can look like another one. */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0085 || c == 0x2028 || c == 0x2029;
}

/* On one line, without what must not be shown. */
static char *
dup_visible (const char *valid)
{
  g_autoptr (GString) visible = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_blank (c)) {
      gap = visible->len > 0;
      continue;
    }
    if (g_unichar_iscntrl (c) || is_bidi_control (c) || c == 0xfeff)
      continue;
    if (gap)
      g_string_append_c (visible, ' ');
    g_string_append_unichar (visible, c);
    gap = FALSE;
  }
  return g_string_free (g_steal_pointer (&visible), FALSE);
}

char *
aufait_text_clean (const char *text, gsize max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *visible = dup_visible (valid);
  g_autofree char *kept = NULL;

  if ((gsize) g_utf8_strlen (visible, -1) <= max_chars)
    return g_steal_pointer (&visible);
  if (max_chars == 0)
    return g_strdup ("");
  kept = g_utf8_substring (visible, 0, (glong) max_chars - 1);
  return g_strconcat (g_strchomp (kept), "…", NULL);
}

void
aufait_text_take (char **text, char *value)
{
  g_free (*text);
  *text = value;
}
