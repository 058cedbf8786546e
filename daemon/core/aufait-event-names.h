/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the words of an event name. Stricter than aufait_names_find, which it asks: a note is about
 * people whom one knows, a calendar is full of rooms, towns and strangers. */
#pragma once

#include "aufait-names.h"

/* The people whom @text names, as AufaitRefs, each once. Addresses must be gone from it.
 *  - @strangers: folded words of the names of people who come and are not known (a set); NULL:
 *    none. "Marie" is not the Marie whom one knows when another one comes.
 *  - @is_prose: long text by others. A first name beside any capital that is none of the person's
 *    is someone else's there; a summary may say "Marie Crète", but "Marie Curie" is not any Marie.
 *  - A name that is an everyday word counts at the beginning of a sentence, or among words that all
 *    have capitals, only when what follows lets it be someone: "Rose", "Rose & Paul", "Pierre vient
 *    dîner", but not "Rose garden", "Will call the plumber", "Visit Rose Garden". */
GPtrArray *aufait_event_names_find (const AufaitNames *names,
                                    const char *text,
                                    GHashTable *strangers,
                                    gboolean is_prose);

/* Who alone has exactly the words of @name for a name, in whatever order: "CURIE Marie". Nicknames
 * and parts of names count for nothing. NULL: nobody, or several. */
AufaitRef *aufait_event_names_find_whole (const AufaitNames *names, const char *name);
