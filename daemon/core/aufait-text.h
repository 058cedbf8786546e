/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and letters: what is the same word, and what may be shown. */
#pragma once

#include <glib.h>

/* Folded for comparison: case and accents gone, ligatures taken apart, typographic apostrophes and
 * dashes made plain (Unicode: NFKD without marks, then case folding). */
char *aufait_text_fold (const char *text);

/* As above, but accents stay, each as a mark behind its letter: "né" is not "ne". */
char *aufait_text_fold_case (const char *text);

/* A word of a text and where it stands. */
typedef struct {
  const char *folded;
  gsize start; /* offset in bytes of its first byte in the text */
  gsize end;   /* behind its last byte */
} AufaitWord;

/* The words of a text in order: runs of letters and digits. Elided words are words of their own:
 * "l'Olympia" is "l'" and "olympia"; "aujourd'hui" is one. */
typedef struct _AufaitWords AufaitWords;

AufaitWords *aufait_words_new (const char *text);
void aufait_words_free (AufaitWords *words);
guint aufait_words_get_length (const AufaitWords *words);
const AufaitWord *aufait_words_get (const AufaitWords *words, guint index);

/* Fit to be shown on one line: valid UTF-8, no control or bidirectional override characters, white
 * space folded, at most @max_chars characters with an ellipsis where it was cut. */
char *aufait_text_clean (const char *text, gsize max_chars);

/* Puts @value, which is taken over, in the place of *@text, which is freed. */
void aufait_text_take (char **text, char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitWords, aufait_words_free)
