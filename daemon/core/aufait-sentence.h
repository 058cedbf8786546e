/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence means: moments, interests, promises, fact or impression. */
#pragma once

#include "aufait-values.h"

/* Grows when the same words may be understood otherwise than before: notes that were read by a
 * smaller version are read again. */
#define AUFAIT_SENTENCE_VERSION 8

typedef struct {
  AufaitDay written_on;      /* the day that "tomorrow" is counted from */
  gboolean month_first;      /* 7/14 is the 14th of July (en_US), not the 7th of a 14th month */
  const char *const *names;  /* of the people it is about, a folded word each: never places; NULL:
                              * none */
  const char *const *people; /* the folded name of each of them, whole; NULL: not known */
} AufaitSentenceContext;

/* Reads @text, in French, English or both, whatever the locale. Never NULL: words that say nothing
 * of the kind give an empty meaning, and of a great many those at the beginning count. Takes any
 * valid UTF-8; linear in its length. */
AufaitMeaning *aufait_sentence_read (const char *text, const AufaitSentenceContext *context);

/* The same of a note that was kept, by its words, its day and its people. @month_first: as above.
 */
AufaitMeaning *aufait_sentence_read_note (const AufaitNote *note, gboolean month_first);

/* Sets which of the moments of @note, which was kept, are open: it is read again where they may be.
 */
void aufait_sentence_open_moments (AufaitNote *note);

/* Whether @text goes on with what stands before it: "and Zoe are going to Rome". */
gboolean aufait_sentence_goes_on (const char *text);
