/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of a longer text, without a copy and without a NUL behind it. */
#pragma once

#include <glib.h>

typedef struct {
  const char *text; /* NULL: none */
  gsize length;
} AufaitVcardSpan;

AufaitVcardSpan aufait_vcard_span_new (const char *text);

/* In both, only ASCII letters are the same in either case. */
gboolean aufait_vcard_span_is (AufaitVcardSpan span, const char *word);
gboolean aufait_vcard_span_begins (AufaitVcardSpan span, const char *prefix);

/* Whether @word is somewhere in it, in either case. */
gboolean aufait_vcard_span_contains (AufaitVcardSpan span, const char *word);

/* Without its first @count bytes. */
AufaitVcardSpan aufait_vcard_span_skip (AufaitVcardSpan span, gsize count);

/* Without blanks around it. */
AufaitVcardSpan aufait_vcard_span_trim (AufaitVcardSpan span);

/* Takes what stands before the next @separator off @rest; what is left behind the last one, at the
 * end. FALSE when nothing is left. */
gboolean aufait_vcard_span_take (AufaitVcardSpan *rest, char separator, AufaitVcardSpan *ret_part);

char *aufait_vcard_span_dup (AufaitVcardSpan span);
