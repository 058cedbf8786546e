/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lexicon.h"

#include <string.h>

#include "aufait-lexicon-builder.h"
#include "aufait-lexicon-image.h"
#include "aufait-lexicon-reader.h"
#include "aufait-stemmer.h"

struct _AufaitLexicon {
  const guint32 *words;
  const AufaitLexiconImage *image; /* the same */
  GArray *owned;                   /* the same; NULL: the program's */
  GPtrArray *stemmers;             /* of each language */
};

/* --- the image ------------------------------------------------------------------------------- */

static const char *
get_string (const AufaitLexicon *lexicon, guint32 at)
{
  return (const char *) (lexicon->words + at);
}

static const AufaitLexiconImageLanguage *
get_language (const AufaitLexicon *lexicon, guint language)
{
  return (const AufaitLexiconImageLanguage *) (lexicon->words + lexicon->image->languages_at) +
         language;
}

/* A place is given in words, and counted from the structure that tells it. */
static const guint32 *
go_from (gconstpointer structure, gint32 distance)
{
  return (const guint32 *) structure + distance;
}

const AufaitEntry *
aufait_phrase_get_entry (const AufaitPhrase *phrase)
{
  return (const AufaitEntry *) go_from (phrase, phrase->entry);
}

const guint32 *
aufait_slot_get_keys (const AufaitSlot *slot)
{
  return slot->keys == 0 ? NULL : go_from (slot, (gint32) slot->keys);
}

const AufaitPhrase *
aufait_lexicon_phrases_get (const AufaitLexiconPhrases *list, guint index)
{
  return (const AufaitPhrase *) go_from (list, list->phrases[index]);
}

/* --- the whole ------------------------------------------------------------------------------- */

AufaitLexicon *
aufait_lexicon_image_open (const guint32 *words)
{
  AufaitLexicon *lexicon = g_new0 (AufaitLexicon, 1);

  lexicon->words = words;
  lexicon->image = (const AufaitLexiconImage *) words;
  lexicon->stemmers = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_stemmer_free);
  for (guint i = 0; i < lexicon->image->n_languages; i++)
    g_ptr_array_add (lexicon->stemmers, aufait_stemmer_new (get_string (
                                            lexicon, get_language (lexicon, i)->stemmer_at)));
  return lexicon;
}

AufaitLexicon *
aufait_lexicon_new (const char *const *languages, const char *const *texts, GPtrArray *ret_problems)
{
  g_autoptr (AufaitLexiconBuilder) builder = aufait_lexicon_builder_new ();
  GArray *image;
  AufaitLexicon *lexicon;

  for (guint i = 0; languages[i] != NULL; i++)
    aufait_lexicon_reader_read (builder, languages[i], texts[i], ret_problems);
  image = aufait_lexicon_builder_end (builder);
  lexicon = aufait_lexicon_image_open ((const guint32 *) (gpointer) image->data);
  lexicon->owned = image;
  return lexicon;
}

void
aufait_lexicon_free (AufaitLexicon *lexicon)
{
  g_ptr_array_unref (lexicon->stemmers);
  g_clear_pointer (&lexicon->owned, g_array_unref);
  g_free (lexicon);
}

/* The words are the program's; the stemmers, which remember what they stem, are made when needed.
 */
static AufaitLexicon *loaded;

const AufaitLexicon *
aufait_lexicon_get (void)
{
  if (loaded == NULL)
    loaded = aufait_lexicon_image_open (aufait_lexicon_image_compiled);
  return loaded;
}

void
aufait_lexicon_release (void)
{
  g_clear_pointer (&loaded, aufait_lexicon_free);
}

/* --- asking ---------------------------------------------------------------------------------- */

guint
aufait_lexicon_get_n_languages (const AufaitLexicon *lexicon)
{
  return lexicon->image->n_languages;
}

const char *
aufait_lexicon_get_language (const AufaitLexicon *lexicon, guint language)
{
  return get_string (lexicon, get_language (lexicon, language)->name_at);
}

static guint32
lookup_key (const AufaitLexicon *lexicon, const char *word)
{
  const AufaitLexiconImageBucket *buckets =
      (const AufaitLexiconImageBucket *) (lexicon->words + lexicon->image->buckets_at);
  guint32 last = lexicon->image->n_buckets - 1;

  for (guint32 i = aufait_lexicon_image_hash (word) & last; buckets[i].word_at != 0;
       i = (i + 1) & last) {
    if (strcmp (get_string (lexicon, buckets[i].word_at), word) == 0)
      return buckets[i].key;
  }
  return 0;
}

void
aufait_lexicon_get_keys (const AufaitLexicon *lexicon,
                         const char *folded,
                         const char *accented,
                         guint32 *ret_keys)
{
  ret_keys[0] = lookup_key (lexicon, accented);
  for (guint i = 0; i < lexicon->image->n_languages; i++) {
    const char *prefix = get_string (lexicon, get_language (lexicon, i)->prefix_at);
    g_autofree char *stem = aufait_stemmer_dup_stem (lexicon->stemmers->pdata[i], prefix, folded);

    ret_keys[1 + i] = lookup_key (lexicon, stem);
  }
}

const AufaitLexiconPhrases *
aufait_lexicon_get_phrases (const AufaitLexicon *lexicon, guint32 key)
{
  guint32 at = lexicon->words[lexicon->image->lists_at + key];

  return at == 0 ? NULL : (const AufaitLexiconPhrases *) (lexicon->words + at);
}

gboolean
aufait_lexicon_is_common (const AufaitLexicon *lexicon, guint language, guint32 key)
{
  const guint32 *bits = lexicon->words + get_language (lexicon, language)->common_at;

  return key != 0 && (bits[key / 32] & 1u << key % 32) != 0;
}

const AufaitLexiconPhrases *
aufait_lexicon_get_all_phrases (const AufaitLexicon *lexicon)
{
  return (const AufaitLexiconPhrases *) (lexicon->words + lexicon->image->phrases_at);
}

/* --- what moments are called ----------------------------------------------------------------- */

/* The first noun of @language that has this meaning, or this name; NULL: none. */
static const AufaitLexiconImageNoun *
find_noun (const AufaitLexicon *lexicon,
           const char *language,
           const char *meaning,
           const char *name)
{
  const AufaitLexiconImageNoun *nouns =
      (const AufaitLexiconImageNoun *) (lexicon->words + lexicon->image->nouns_at);

  for (guint32 i = 0; i < lexicon->image->n_nouns; i++) {
    if (g_str_equal (aufait_lexicon_get_language (lexicon, nouns[i].language), language) &&
        (name == NULL || g_str_equal (get_string (lexicon, nouns[i].name_at), name)) &&
        (meaning == NULL || g_str_equal (get_string (lexicon, nouns[i].meaning_at), meaning)))
      return &nouns[i];
  }
  return NULL;
}

const char *
aufait_lexicon_get_meaning (const AufaitLexicon *lexicon, const char *language, const char *name)
{
  const AufaitLexiconImageNoun *noun = find_noun (lexicon, language, NULL, name);

  return noun != NULL ? get_string (lexicon, noun->meaning_at) : NULL;
}

const char *
aufait_lexicon_get_name (const AufaitLexicon *lexicon, const char *language, const char *meaning)
{
  const AufaitLexiconImageNoun *noun = find_noun (lexicon, language, meaning, NULL);

  return noun != NULL ? get_string (lexicon, noun->name_at) : NULL;
}
