/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of a longer text, without a copy and without a NUL behind it. */
#pragma once

#include <glib.h>
#include <string.h>

typedef struct {
  const char *text; /* NULL: none */
  gsize length;
} AufaitVcardSpan;

/* Those that every line of a file goes through are inline. */
static inline AufaitVcardSpan
aufait_vcard_span_new (const char *text)
{
  return (AufaitVcardSpan){ text, strlen (text) };
}

/* Without its first @count bytes; it has as many. */
static inline AufaitVcardSpan
aufait_vcard_span_skip (AufaitVcardSpan span, gsize count)
{
  return (AufaitVcardSpan){ span.text + count, span.length - count };
}

/* Whether @a and @b have the same @length bytes, where ASCII letters are the same in either case.
 */
gboolean aufait_vcard_span_is_same (const char *a, const char *b, gsize length);

/* In both, only ASCII letters are the same in either case. */
static inline gboolean
aufait_vcard_span_is (AufaitVcardSpan span, const char *word)
{
  return span.length == strlen (word) && aufait_vcard_span_is_same (span.text, word, span.length);
}

static inline gboolean
aufait_vcard_span_begins (AufaitVcardSpan span, const char *prefix)
{
  return span.length >= strlen (prefix) &&
         aufait_vcard_span_is_same (span.text, prefix, strlen (prefix));
}

/* Whether @word is somewhere in it, in either case. */
gboolean aufait_vcard_span_contains (AufaitVcardSpan span, const char *word);

/* Without blanks around it. */
AufaitVcardSpan aufait_vcard_span_trim (AufaitVcardSpan span);

/* Takes what stands before the next @separator off @rest; what is left behind the last one, at the
 * end. FALSE when nothing is left. */
gboolean aufait_vcard_span_take (AufaitVcardSpan *rest, char separator, AufaitVcardSpan *ret_part);

char *aufait_vcard_span_dup (AufaitVcardSpan span);
