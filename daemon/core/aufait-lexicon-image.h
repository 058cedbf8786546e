/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lexicon as it lies in the program: words of 32 bits, read where they are. It has no addresses,
 * so that nothing is done to it when the program starts and its pages are those of the file. "At"
 * is a place, in words from the beginning; a string begins at a word, and ends with NUL. */
#pragma once

#include "aufait-lexicon.h"

typedef struct {
  guint32 n_languages;
  guint32 languages_at; /* AufaitLexiconImageLanguage */
  guint32 n_buckets;    /* a power of two */
  guint32 buckets_at;   /* AufaitLexiconImageBucket */
  guint32 lists_at;     /* of each key, 0 for none too: where its AufaitLexiconPhrases is, or 0 */
  guint32 phrases_at;   /* AufaitLexiconPhrases of all */
  guint32 n_nouns;
  guint32 nouns_at; /* AufaitLexiconImageNoun */
} AufaitLexiconImage;

typedef struct {
  guint32 name_at;
  guint32 prefix_at; /* of the stems of this language */
  guint32 stemmer_at;
  guint32 common_at; /* a bit for each key */
} AufaitLexiconImageLanguage;

/* What a moment is called in a language. */
typedef struct {
  guint32 language;
  guint32 meaning_at;
  guint32 name_at;
} AufaitLexiconImageNoun;

/* A word stands in the bucket of its hash or in the next free one. */
typedef struct {
  guint32 word_at; /* 0: free */
  guint32 key;
} AufaitLexiconImageBucket;

/* FNV-1a: the program that writes the image and the one that reads it must agree. */
guint32 aufait_lexicon_image_hash (const char *word);

/* A lexicon that reads @words, which outlive it. */
AufaitLexicon *aufait_lexicon_image_open (const guint32 *words);

/* Made of the files in lexicon/ by aufait-lexicon-compiler.c. */
extern const guint32 aufait_lexicon_image_compiled[];
