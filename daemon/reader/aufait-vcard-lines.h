/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content lines of a text: ends of line are LF, CRLF or CR; what was folded is joined, byte by
 * byte, so that a fold inside a character does no harm (RFC 6350, 3.2). So are the soft line breaks
 * of quoted-printable values (vCard 2.1). One pass, whatever the text is. */
#pragma once

#include "aufait-vcard-span.h"

/* Longer lines are cut, save those of pictures and the like. */
#define AUFAIT_VCARD_LINES_MAX (64 * 1024)

/* How large a picture's line may be: 1 MiB in base64, and a little. */
#define AUFAIT_VCARD_LINES_PHOTO_MAX (1400 * 1024 + 16 * 1024)

typedef struct {
  AufaitVcardSpan rest;  /* not yet read */
  const char *line_feed; /* the next one, or the end of the text */
  GString *joined;
  guint number; /* how many lines as an editor counts them were read */
  /* Of the line that is being joined, each found out once: */
  gsize limit;    /* 0: not yet */
  gsize searched; /* how far its head was looked for the colon */
  gboolean is_head_whole;
  gboolean is_quoted_printable;
} AufaitVcardLines;

typedef struct {
  AufaitVcardSpan text; /* valid until the next call */
  guint number;         /* where it begins, from 1 */
  gboolean is_cut;      /* too long: @text is only its beginning */
} AufaitVcardLine;

/* @text must outlive @lines. */
void aufait_vcard_lines_init (AufaitVcardLines *lines, AufaitVcardSpan text);
void aufait_vcard_lines_clear (AufaitVcardLines *lines);

/* The next line that is not empty; FALSE at the end. */
gboolean aufait_vcard_lines_next (AufaitVcardLines *lines, AufaitVcardLine *ret_line);

/* Passes over the next @length bytes, which are @n_lines whole lines as an editor counts them. */
void aufait_vcard_lines_pass (AufaitVcardLines *lines, gsize length, guint n_lines);

/* Joins to @line the rows of base64 that follow it without being folded, as some writers of
 * vCard 2.1 leave them. */
void aufait_vcard_lines_take_rows (AufaitVcardLines *lines, AufaitVcardLine *line);

/* Whether a line of that name may be of any length: PHOTO, LOGO, SOUND, KEY. */
gboolean aufait_vcard_lines_is_large (AufaitVcardSpan name);
