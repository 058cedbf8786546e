/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a name, or of a text where names are looked for, and how they hang together. */
#pragma once

#include <glib.h>

/* What stands between a word and the one before. */
typedef enum {
  AUFAIT_NAME_WORD_BREAK,  /* the beginning, a comma, the end of a sentence … */
  AUFAIT_NAME_WORD_SPACE,  /* blanks, or the full stop of an initial */
  AUFAIT_NAME_WORD_ELIDED, /* nothing: "d'" and "Artagnan" */
  AUFAIT_NAME_WORD_GLUED,  /* a hyphen, or an apostrophe as in "O'Brien": one word in truth */
  AUFAIT_NAME_WORD_SUFFIX, /* this is the "s" of "Marie's" */
} AufaitNameWordGap;

typedef struct {
  char *folded;
  char *lower; /* in lower case, with its accents; composed */
  gsize start; /* in bytes */
  gsize end;
  AufaitNameWordGap gap; /* before it */
  gboolean is_first;     /* of a sentence, or behind an opening quotation mark */
  gboolean is_small;     /* begins with a small letter */
  gboolean is_at;        /* "@" stands before it */
} AufaitNameWord;

/* The words of @text, as a GArray of AufaitNameWord that frees them. */
GArray *aufait_name_word_split (const char *text);

/* The same words with those that are glued together made one: "O'Brien", "obrien". NULL when none
 * are. */
GArray *aufait_name_word_join (GArray *words);

/* Whether @written has an accent, on a letter of the word, that @name lacks. Both folded are equal;
 * both are lower. */
gboolean aufait_name_word_has_more_accents (const char *written, const char *name);

/* The words of @name that can stand for all of it, folded: no particles, no initials. To be freed
 * with g_strfreev(). */
GStrv aufait_name_word_list (const char *name);
