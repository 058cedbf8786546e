/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dislikes, and what someone looks for, are read by the grammar of interests: "hates camping" is
 * read as "loves camping", and what is new in that is meant. */
#include "config.h"

#include <string.h>

#include "aufait-likes-words.h"
#include "aufait-likes.h"
#include "aufait-sentence.h"
#include "aufait-text.h"

/* Interests do not depend on it. */
#define ANY_DAY ((AufaitDay) 730000)

/* The words of a text, and the same in one string, each with a blank behind it. */
typedef struct {
  AufaitWords *words;
  GString *joined;
  GArray *offsets; /* gsize: where each word begins in @joined */
} Text;

static void
read_text (Text *read, const char *text)
{
  read->words = aufait_words_new (text);
  read->joined = g_string_new (NULL);
  read->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; i < aufait_words_get_length (read->words); i++) {
    g_array_append_val (read->offsets, read->joined->len);
    g_string_append (read->joined, aufait_words_get (read->words, i)->folded);
    g_string_append_c (read->joined, ' ');
  }
}

static void
clear_text (Text *text)
{
  aufait_words_free (text->words);
  g_string_free (text->joined, TRUE);
  g_array_unref (text->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

/* The longest phrase marked with @mark that begins at the word @first; NULL: none. */
static const AufaitLikesWordsPhrase *
find_phrase (const Text *text, guint first, char mark)
{
  gsize n_phrases, longest = 0;
  const AufaitLikesWordsPhrase *phrases = aufait_likes_words_get_phrases (&n_phrases);
  const AufaitLikesWordsPhrase *found = NULL;
  const char *rest = text->joined->str + g_array_index (text->offsets, gsize, first);

  for (gsize i = 0; i < n_phrases; i++) {
    gsize length;

    if (phrases[i].mark != mark || phrases[i].phrase[0] != rest[0])
      continue;
    length = strlen (phrases[i].phrase);
    if (length > longest && g_str_has_prefix (rest, phrases[i].phrase) && rest[length] == ' ') {
      longest = length;
      found = &phrases[i];
    }
  }
  return found;
}

static guint
count_words (const AufaitLikesWordsPhrase *phrase)
{
  guint n = 1;

  for (const char *p = phrase->phrase; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* @text with the opposite of each phrase that is marked with @mark; NULL: it has none. Phrases
 * marked with @more count behind one of those only. */
static char *
dup_reworded (const char *text, char mark, char more)
{
  g_auto (Text) read = { NULL, NULL, NULL };
  g_autoptr (GString) reworded = g_string_new (NULL);
  gboolean has_any = FALSE;
  gsize copied = 0;

  read_text (&read, text);
  for (guint i = 0; i < read.offsets->len;) {
    const AufaitLikesWordsPhrase *phrase = find_phrase (&read, i, mark);
    gsize start = aufait_words_get (read.words, i)->start;

    has_any |= phrase != NULL;
    if (phrase == NULL && has_any)
      phrase = find_phrase (&read, i, more);
    i += phrase != NULL ? count_words (phrase) : 1;
    if (phrase == NULL)
      continue;
    g_string_append_len (reworded, text + copied, (gssize) (start - copied));
    g_string_append_printf (reworded, "%s ", phrase->opposite);
    copied = aufait_words_get (read.words, i - 1)->end;
  }
  g_string_append (reworded, text + copied);
  return has_any ? g_string_free (g_steal_pointer (&reworded), FALSE) : NULL;
}

static GPtrArray *
read_interests (const char *text)
{
  AufaitSentenceContext context = { .written_on = ANY_DAY };
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (text, &context);

  return g_ptr_array_ref (meaning->interests);
}

static GPtrArray *
read_reworded (const char *text, char mark, char more)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *reworded = dup_reworded (text, mark, more);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  if (reworded == NULL)
    return found;
  before = read_interests (text);
  after = read_interests (reworded);
  for (guint i = 0; i < after->len; i++) {
    const char *interest = g_ptr_array_index (after, i);

    if (!g_ptr_array_find_with_equal_func (before, interest, g_str_equal, NULL))
      g_ptr_array_add (found, g_strdup (interest));
  }
  return found;
}

GPtrArray *
aufait_likes_read_dislikes (const char *text)
{
  return read_reworded (text, '!', '+');
}

GPtrArray *
aufait_likes_read_sought (const char *text)
{
  return read_reworded (text, '>', '\0');
}
