/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What words mean to interests and events: which are too general, which are the same thing. They
 * are data, one file a language in lexicon-likes/, compiled in. Words are folded. */
#pragma once

#include <glib.h>

/* Too general to be what a text is about: "play", "group", "soirée". */
gboolean aufait_likes_words_is_general (const char *word);

/* Counts only where there is no other word: "dancing". */
gboolean aufait_likes_words_is_weak (const char *word);

/* The thing that a word, or several with "_" between them, is about: "drums" for "batteur";
 * NULL: not known. @ret_is_kind: it is but a kind of thing, as music is, and says little alone. */
const char *aufait_likes_words_find_thing (const char *word, gboolean *ret_is_kind);

/* A way to say something, and what to say in its place. */
typedef struct {
  char mark; /* '!' dislikes, '+' dislikes this too, '>' looks for */
  const char *opposite;
  const char *phrase; /* folded words with blanks between them, as aufait_words_new has them */
} AufaitLikesWordsPhrase;

/* All of them; @ret_length of them. */
const AufaitLikesWordsPhrase *aufait_likes_words_get_phrases (gsize *ret_length);
