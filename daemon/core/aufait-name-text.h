/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text where names are looked for, word by word, with the names of all who are known. */
#pragma once

#include "aufait-name-index.h"
#include "aufait-reading.h"

/* Made by its user, on the stack; cleared by aufait_name_text_clear. */
typedef struct {
  const AufaitNameIndex *index;
  const char *text;
  const GArray *words;    /* AufaitNameWord: those of the text */
  gboolean is_shouted;    /* no small letter anywhere: capitals say nothing */
  AufaitReading *reading; /* made when it is first asked for */
} AufaitNameText;

/* Borrows everything. @words: those of @text. */
void aufait_name_text_init (AufaitNameText *self,
                            const AufaitNameIndex *index,
                            const char *text,
                            const GArray *words);
void aufait_name_text_clear (AufaitNameText *self);

/* NULL behind the last one. */
const AufaitNameWord *aufait_name_text_get (const AufaitNameText *self, guint i);

/* The word behind, or before, when nothing but blanks lies between; NULL: none. */
const AufaitNameWord *aufait_name_text_get_next (const AufaitNameText *self, guint i);
const AufaitNameWord *aufait_name_text_get_previous (const AufaitNameText *self, guint i);

/* Whether a word is of the name of someone known, and no mere particle of it. */
gboolean aufait_name_text_is_borne (const AufaitNameText *self, const AufaitNameWord *word);

/* Whether it begins the name, or is the nickname, of someone known. */
gboolean aufait_name_text_is_first_name (const AufaitNameText *self, const AufaitNameWord *word);

/* Whether a word begins with a capital; numbers do not. */
gboolean aufait_name_text_is_capital (const AufaitNameWord *word);

gboolean aufait_name_text_is_number (const AufaitNameWord *word);

/* What the lexicons say of the text; owned by @self. */
const AufaitReading *aufait_name_text_get_reading (AufaitNameText *self);

/* The token of the reading that begins with the word @i. */
guint aufait_name_text_find_token (AufaitNameText *self, guint i);
