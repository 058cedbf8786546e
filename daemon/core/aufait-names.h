/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is meant: people by name, part of a name, nickname, e-mail address or id. */
#pragma once

#include "aufait-name-source.h"

typedef struct _AufaitNames AufaitNames;

AufaitNames *aufait_names_new (void);

/* Names of all who are there, of whom no more are looked at than has to be. */
AufaitNames *aufait_names_new_of (const AufaitNameSource *source, gpointer user_data);

void aufait_names_free (AufaitNames *names);

/* Adds a person; copies what it needs. A person added again replaces the one before. */
void aufait_names_add (AufaitNames *names, const AufaitPerson *person);
void aufait_names_remove (AufaitNames *names, gint64 id);

/* Whom @who names, as AufaitRefs: none, one, or candidates. What fits best alone counts: an id, an
 * address or a whole name or nickname beats whole words of a name, which beat the beginning of a
 * word. Case and accents do not matter; a leading @ is passed over. */
GPtrArray *aufait_names_resolve (const AufaitNames *names, const char *who);

/* Whether @word, the first word of a note, names someone: as resolve, but without beginnings of
 * words, so that "a" or "the" never name Anne or Theo. */
GPtrArray *aufait_names_resolve_word (const AufaitNames *names, const char *word);

/* Those who have exactly @name for a name or nickname: as resolve, but without parts of names. */
GPtrArray *aufait_names_resolve_whole (const AufaitNames *names, const char *name);

/* The people that @text speaks of: whole words only. "@marie" is someone for sure, so that one who
 * is not known, or not alone, is told in @ret_unsure (the word without @, to be freed; NULL: none).
 * Of people who share the words that were found none is returned, and their shared name is put in
 * @ret_unsure. The longest name wins: "Marie Curie" is not also another Marie.
 * Names of others who have a name in common are nobody's: "Paul Allen" is no Paul Martin. */
GPtrArray *aufait_names_find (const AufaitNames *names, const char *text, char **ret_unsure);

/* The name, to be freed, with which @text begins, when it is that of someone who is not known but
 * has a first name in common with one: "Paul Allen". NULL: it is not. */
char *aufait_names_dup_other (const AufaitNames *names, const char *text);

/* Names near to @who by spelling, for "did you mean": at most @max, the nearest first. */
GPtrArray *aufait_names_suggest (const AufaitNames *names, const char *who, guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNames, aufait_names_free)
