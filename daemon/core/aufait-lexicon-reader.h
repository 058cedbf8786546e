/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the file of a language into a lexicon. lexicon/en.lexicon explains the format. */
#pragma once

#include "aufait-lexicon.h"

/* Appends to @problems (char *) what cannot be used, with its line; reads on behind it. */
void aufait_lexicon_reader_read (AufaitLexicon *lexicon,
                                 const char *language,
                                 const char *text,
                                 GPtrArray *problems);

/* --- what the reader builds with, in aufait-lexicon.c -------------------------------------- */

guint aufait_lexicon_add_language (AufaitLexicon *lexicon, const char *name, const char *stemmer);
void aufait_lexicon_add_common (AufaitLexicon *lexicon, guint language, const char *word);

/* A copy, owned by the lexicon. */
AufaitEntry *aufait_lexicon_add_entry (AufaitLexicon *lexicon, const AufaitEntry *model);

/* Adds @slot with @words for its keys; those that begin with "=" are taken as they are, others by
 * their stem when @by_stem. */
void aufait_lexicon_add_slot (AufaitLexicon *lexicon,
                              AufaitPhrase *phrase,
                              AufaitSlot slot,
                              GPtrArray *words,
                              gboolean by_stem);
void aufait_lexicon_take_phrase (AufaitLexicon *lexicon, AufaitPhrase *phrase);
