/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom an event happens to, when it is someone or an animal that belongs to the person it was told
 * of: "tom's cat has surgery". */
#pragma once

#include "aufait-topic.h"

/* "cat", "little brother", as it was written; NULL: the person themself. What is done with a
 * relative ("skiing with her sister") is the person's own, and of a relative whom the note is about
 * they are the person. */
char *aufait_relative_dup (const AufaitStatement *statement,
                           AufaitClause clause,
                           const AufaitTopic *topic);

/* The token of the name of someone whom the note is about, and who is told of from @first on as a
 * relative: Paul's in "Zoe's husband Paul has surgery". 0: nobody is, before @behind. */
guint aufait_relative_find_known (const AufaitStatement *statement, guint first, guint behind);

/* The animal that a loss is of, as it was written: "dog"; NULL: it is someone. */
char *aufait_relative_dup_animal (const AufaitStatement *statement, const AufaitTopic *topic);

/* Whether it happens to someone else, though to one of theirs. The baby of whoever they live with
 * is their own. */
gboolean aufait_relative_is_another (const AufaitStatement *statement,
                                     AufaitClause clause,
                                     const AufaitTopic *topic);
