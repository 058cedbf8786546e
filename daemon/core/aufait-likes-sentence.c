/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dislikes, and what someone looks for, are read by the grammar of interests: "hates camping" is
 * read as "loves camping", and what is new in that is meant. */
#include "config.h"

#include "aufait-likes-words.h"
#include "aufait-likes.h"
#include "aufait-sentence.h"
#include "aufait-text.h"

/* Interests do not depend on it. */
#define ANY_DAY ((AufaitDay) 730000)

static gboolean
begins_with (const AufaitWords *words, guint first, const AufaitWords *phrase)
{
  guint length = aufait_words_get_length (phrase);

  if (length == 0 || first + length > aufait_words_get_length (words))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!g_str_equal (aufait_words_get (words, first + i)->folded,
                      aufait_words_get (phrase, i)->folded))
      return FALSE;
  return TRUE;
}

/* The phrases that are marked with @mark, as words. */
typedef struct {
  GPtrArray *words;     /* AufaitWords */
  GPtrArray *opposites; /* borrowed char * */
} Phrases;

static void
collect_phrases (Phrases *phrases, char mark)
{
  gsize length;
  const AufaitLikesWordsPhrase *all = aufait_likes_words_get_phrases (&length);

  phrases->words = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_words_free);
  phrases->opposites = g_ptr_array_new ();
  for (gsize i = 0; i < length; i++) {
    if (all[i].mark != mark)
      continue;
    g_ptr_array_add (phrases->words, aufait_words_new (all[i].phrase));
    g_ptr_array_add (phrases->opposites, (gpointer) all[i].opposite);
  }
}

static void
clear_phrases (Phrases *phrases)
{
  g_ptr_array_unref (phrases->words);
  g_ptr_array_unref (phrases->opposites);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Phrases, clear_phrases)

/* The longest phrase that begins at @first: how many words it has; 0: there is none. */
static guint
find_phrase (const Phrases *phrases,
             const AufaitWords *words,
             guint first,
             const char **ret_opposite)
{
  guint longest = 0;

  for (guint i = 0; i < phrases->words->len; i++) {
    const AufaitWords *phrase = g_ptr_array_index (phrases->words, i);
    guint length = aufait_words_get_length (phrase);

    if (length <= longest || !begins_with (words, first, phrase))
      continue;
    longest = length;
    *ret_opposite = g_ptr_array_index (phrases->opposites, i);
  }
  return longest;
}

/* @text with the opposite of each phrase that is marked with @mark; NULL: it has none. Phrases
 * marked with @more count behind one of those only. */
static char *
dup_reworded (const char *text, char mark, char more)
{
  g_autoptr (AufaitWords) words = aufait_words_new (text);
  g_autoptr (GString) reworded = g_string_new (NULL);
  g_auto (Phrases) phrases = { NULL, NULL };
  g_auto (Phrases) others = { NULL, NULL };
  guint n = aufait_words_get_length (words);
  gboolean has_any = FALSE;
  gsize copied = 0;

  collect_phrases (&phrases, mark);
  collect_phrases (&others, more);
  for (guint i = 0; i < n;) {
    const char *opposite = NULL;
    guint length = find_phrase (&phrases, words, i, &opposite);

    has_any |= length > 0;
    if (length == 0 && has_any)
      length = find_phrase (&others, words, i, &opposite);
    if (length > 0) {
      gsize start = aufait_words_get (words, i)->start;

      g_string_append_len (reworded, text + copied, (gssize) (start - copied));
      g_string_append (reworded, opposite);
      g_string_append_c (reworded, ' ');
      copied = aufait_words_get (words, i + length - 1)->end;
    }
    i += MAX (length, 1);
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
