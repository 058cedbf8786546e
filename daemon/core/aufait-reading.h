/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text with what the lexicons say of its words: the ground on which the grammars stand. */
#pragma once

#include "aufait-lexicon.h"
#include "aufait-token.h"

/* A phrase of a lexicon that was found. */
typedef struct {
  const AufaitEntry *entry;
  guint first;  /* index of its first token */
  guint behind; /* index behind its last */
} AufaitMark;

typedef struct _AufaitReading AufaitReading;

AufaitReading *aufait_reading_new (const char *text, const AufaitLexicon *lexicon);
void aufait_reading_free (AufaitReading *reading);

const char *aufait_reading_get_text (const AufaitReading *reading);
const AufaitLexicon *aufait_reading_get_lexicon (const AufaitReading *reading);
guint aufait_reading_get_length (const AufaitReading *reading);

/* NULL behind the last one. */
const AufaitToken *aufait_reading_get (const AufaitReading *reading, guint index);

/* The longest phrase of @class that begins at @index; NULL: none. */
const AufaitMark *
aufait_reading_find (const AufaitReading *reading, guint index, AufaitWordClass class);

/* Where a phrase of @class that begins at @index ends; @index itself when there is none. */
guint aufait_reading_skip (const AufaitReading *reading, guint index, AufaitWordClass class);

/* Whether the token before @index ends a phrase of @class. */
gboolean aufait_reading_follows (const AufaitReading *reading, guint index, AufaitWordClass class);

/* Whether it is one of the commonest words of a language: an article, a pronoun … */
gboolean aufait_reading_is_common (const AufaitReading *reading, guint index);

/* Words that mean nothing here: part of a title, an address, a telephone number. No phrase that
 * touches one is found any more. */
void aufait_reading_hide (AufaitReading *reading, guint first, guint behind);
gboolean aufait_reading_is_hidden (const AufaitReading *reading, guint index);

/* The text from the first byte of @first to the last of the token before @behind. */
char *aufait_reading_dup_text (const AufaitReading *reading, guint first, guint behind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitReading, aufait_reading_free)
