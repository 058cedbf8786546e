/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the image of a lexicon: languages, their common words, entries, and the phrases of each
 * behind it. For the reader of lexicon files; the daemon has no use for it. */
#pragma once

#include "aufait-lexicon.h"

typedef struct _AufaitLexiconBuilder AufaitLexiconBuilder;

AufaitLexiconBuilder *aufait_lexicon_builder_new (void);
void aufait_lexicon_builder_free (AufaitLexiconBuilder *builder);

/* Its index. */
guint aufait_lexicon_builder_add_language (AufaitLexiconBuilder *builder,
                                           const char *name,
                                           const char *stemmer);
void
aufait_lexicon_builder_add_common (AufaitLexiconBuilder *builder, guint language, const char *word);

/* In @language a moment of this meaning is called @name; the first name is the one to say. */
void aufait_lexicon_builder_add_noun (AufaitLexiconBuilder *builder,
                                      guint language,
                                      const char *meaning,
                                      const char *name);

/* The phrases that are added next are of this entry, and called @name. */
void aufait_lexicon_builder_add_entry (AufaitLexiconBuilder *builder,
                                       const AufaitEntry *entry,
                                       const char *name);

/* Adds to the phrase that is being made a slot like @slot, with @words (char *) for its keys; those
 * that begin with "=" are taken as they are, others by their stem when @by_stem. */
void aufait_lexicon_builder_add_slot (AufaitLexiconBuilder *builder,
                                      AufaitSlot slot,
                                      GPtrArray *words,
                                      gboolean by_stem);

/* Ends that phrase; FALSE, and it is forgotten, when it does not begin with a word. */
gboolean aufait_lexicon_builder_end_phrase (AufaitLexiconBuilder *builder);

/* The image (aufait-lexicon-image.h), of guint32: the caller's. Nothing can be added behind it. */
GArray *aufait_lexicon_builder_end (AufaitLexiconBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitLexiconBuilder, aufait_lexicon_builder_free)
