/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What someone likes, and whether an event is about it: "plays the guitar" and "Guitar jam in the
 * park". In French and English, across the two as far as the words are known.
 *
 * Texts are taken for the words that say what they are about, without those that are too general
 * (articles, "play", "group", "soirée"), numbers, addresses of the web, and names of people. Words
 * are the same by their stem (Snowball, Porter 2001), or where lexicon-likes/ says that they are
 * one thing: "drummer", "drums", "batteur". */
#pragma once

#include "aufait-event.h"

/* The words of a text that say what it is about. */
typedef struct _AufaitLikes AufaitLikes;

/* @names: folded names of people, whose words do not count; NULL: none. */
AufaitLikes *aufait_likes_new (const char *text, const char *const *names);

/* The folded words of the names of @people (AufaitRef), to be left out of account. */
GStrv aufait_likes_list_names (const GPtrArray *people);

/* The same of an event's summary, and of the beginning of its description. */
AufaitLikes *aufait_likes_new_from_event (const AufaitEvent *event, const char *const *names);
void aufait_likes_free (AufaitLikes *likes);

/* Whether it says nothing in particular: it matches nothing. */
gboolean aufait_likes_is_empty (const AufaitLikes *likes);

/* The words of @subject that match @interest, as they are written there, in order and once each;
 * NULL when it is about something else. An interest of one or two words must be there with all of
 * them, one of more with two thirds: no rock concert for who likes rock gardens. But a thing that
 * is known to be particular is enough: who plays the electric guitar plays the guitar. */
GStrv aufait_likes_match (const AufaitLikes *interest, const AufaitLikes *subject);

/* What to find its words by, in an index or a hash table: two texts that match have a key in
 * common. Sorted, each once. */
GStrv aufait_likes_dup_keys (const AufaitLikes *likes);

/* What a note says that someone does not like: "jazz" for "n'aime pas le jazz", "camping" for
 * "hates camping". An array of char *, in small letters and without article, as interests are. */
GPtrArray *aufait_likes_read_dislikes (const char *text);

/* What a note says that someone looks for: "drummer" for "looks for a drummer"; the same. Who has
 * it as an interest is a match: "plays the drums". */
GPtrArray *aufait_likes_read_sought (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitLikes, aufait_likes_free)
