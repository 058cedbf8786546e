/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-word.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-text.h"

static void
clear_word (gpointer data)
{
  AufaitNameWord *word = data;

  g_free (word->folded);
  g_free (word->lower);
}

static GArray *
new_array (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (AufaitNameWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

static char *
dup_lower (const char *start, gsize length)
{
  g_autofree char *composed =
      g_utf8_normalize (start, (gssize) length, G_NORMALIZE_DEFAULT_COMPOSE);

  return composed != NULL ? g_utf8_strdown (composed, -1) : g_strndup (start, length);
}

static gboolean
is_suffix (const char *folded)
{
  static const char *const suffixes[] = { "s", "ll", "d", "ve", "re", "m", NULL };

  return g_strv_contains (suffixes, folded);
}

static AufaitNameWordGap
classify_sign (gunichar sign, const AufaitNameWord *word, gboolean is_initial)
{
  switch (sign) {
  case '-':
  case '_':
  case 0x2010: /* hyphen */
  case 0x2011: /* non-breaking hyphen */
    return AUFAIT_NAME_WORD_GLUED;
  case '\'':
  case 0x2019: /* right single quotation mark */
  case 0x02bc: /* modifier letter apostrophe */
    return is_suffix (word->folded) ? AUFAIT_NAME_WORD_SUFFIX : AUFAIT_NAME_WORD_GLUED;
  case '.':
    if (is_initial)
      return AUFAIT_NAME_WORD_SPACE;
    return word->is_small ? AUFAIT_NAME_WORD_GLUED : AUFAIT_NAME_WORD_BREAK;
  default:
    return g_unichar_isspace (sign) && sign != '\n' ? AUFAIT_NAME_WORD_SPACE
                                                    : AUFAIT_NAME_WORD_BREAK;
  }
}

static gboolean
is_blank (const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isspace (c) || c == '\n')
      return FALSE;
  }

  return TRUE;
}

static AufaitNameWordGap
classify_gap (const char *text, const AufaitNameWord *before, const AufaitNameWord *word)
{
  const char *start = text + before->end;
  const char *end = text + word->start;
  gboolean is_initial = before->end - before->start <= 2;

  if (start == end)
    return g_str_has_suffix (before->folded, "'") ? AUFAIT_NAME_WORD_ELIDED
                                                  : AUFAIT_NAME_WORD_GLUED;
  if (g_utf8_next_char (start) == end)
    return classify_sign (g_utf8_get_char (start), word, is_initial);
  if (*start == '.' && is_initial)
    start++;

  return is_blank (start, end) ? AUFAIT_NAME_WORD_SPACE : AUFAIT_NAME_WORD_BREAK;
}

/* Where a capital letter says nothing, for everyone writes one there. */
static gboolean
begins_sentence (const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c < 0x80 && strchr (".!?:\n\"(*#>", (int) c) != NULL) || c == 0x2026 || c == 0x201c ||
        c == 0x201e || c == 0x00ab)
      return TRUE;
  }

  return FALSE;
}

static gboolean
has_at (const char *text, gsize start)
{
  const char *at;

  if (start == 0 || text[start - 1] != '@')
    return FALSE;
  if (start == 1)
    return TRUE;

  at = g_utf8_prev_char (text + start - 1);
  return !g_unichar_isalnum (g_utf8_get_char (at));
}

GArray *
aufait_name_word_split (const char *text)
{
  g_autoptr (AufaitWords) words = aufait_words_new (text);
  GArray *result = new_array ();

  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    const AufaitWord *found = aufait_words_get (words, i);
    const AufaitNameWord *before = i > 0 ? &g_array_index (result, AufaitNameWord, i - 1) : NULL;
    gsize gap_start = before != NULL ? before->end : 0;
    AufaitNameWord word = { .start = found->start, .end = found->end };

    word.folded = g_strdup (found->folded);
    word.lower = dup_lower (text + word.start, word.end - word.start);
    word.is_small = g_unichar_islower (g_utf8_get_char (text + word.start));
    word.gap = before != NULL ? classify_gap (text, before, &word) : AUFAIT_NAME_WORD_BREAK;
    word.is_first = before == NULL || (word.gap == AUFAIT_NAME_WORD_BREAK &&
                                       begins_sentence (text + gap_start, text + word.start));
    word.is_at = has_at (text, word.start);
    g_array_append_val (result, word);
  }

  return result;
}

GArray *
aufait_name_word_join (GArray *words)
{
  g_autoptr (GArray) joined = new_array ();

  for (guint i = 0; i < words->len; i++) {
    const AufaitNameWord *word = &g_array_index (words, AufaitNameWord, i);
    AufaitNameWord copy = *word;

    if (word->gap == AUFAIT_NAME_WORD_GLUED && joined->len > 0) {
      AufaitNameWord *last = &g_array_index (joined, AufaitNameWord, joined->len - 1);
      char *folded = g_strconcat (last->folded, word->folded, NULL);
      char *lower = g_strconcat (last->lower, word->lower, NULL);

      clear_word (last);
      last->folded = folded;
      last->lower = lower;
      last->end = word->end;
      continue;
    }
    copy.folded = g_strdup (word->folded);
    copy.lower = g_strdup (word->lower);
    g_array_append_val (joined, copy);
  }

  return joined->len < words->len ? g_steal_pointer (&joined) : NULL;
}

/* The accents of a word, each as the number of its letter and the mark: letters are counted as they
 * are folded, so that "œ" is two. */
static GArray *
list_accents (const char *word)
{
  g_autofree char *apart = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  GArray *accents = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 letter = 0;

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    guint64 accent = letter << 32 | c;
    char utf8[7] = { 0 };
    g_autofree char *folded = NULL;

    if (g_unichar_ismark (c)) {
      g_array_append_val (accents, accent);
      continue;
    }
    g_unichar_to_utf8 (c, utf8);
    folded = aufait_text_fold (utf8);
    letter += (guint64) g_utf8_strlen (folded, -1);
  }

  return accents;
}

static gboolean
has_accent (GArray *accents, guint64 accent)
{
  for (guint i = 0; i < accents->len; i++) {
    if (g_array_index (accents, guint64, i) == accent)
      return TRUE;
  }

  return FALSE;
}

gboolean
aufait_name_word_has_more_accents (const char *written, const char *name)
{
  g_autoptr (GArray) of_written = NULL;
  g_autoptr (GArray) of_name = NULL;

  if (g_str_is_ascii (written) || g_str_equal (written, name))
    return FALSE;

  of_written = list_accents (written);
  of_name = list_accents (name);
  for (guint i = 0; i < of_written->len; i++) {
    if (!has_accent (of_name, g_array_index (of_written, guint64, i)))
      return TRUE;
  }

  return FALSE;
}

GStrv
aufait_name_word_list (const char *name)
{
  g_autoptr (AufaitWords) words = aufait_words_new (name);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    const char *word = aufait_words_get (words, i)->folded;

    if (strlen (word) > 1 && !aufait_common_names_is_particle (word))
      g_strv_builder_add (list, word);
  }
  return g_strv_builder_end (list);
}
