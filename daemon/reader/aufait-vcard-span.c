/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-span.h"

#include <string.h>

AufaitVcardSpan
aufait_vcard_span_new (const char *text)
{
  return (AufaitVcardSpan){ text, strlen (text) };
}

static inline char
lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
}

static gboolean
is_same (const char *a, const char *b, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (lower (a[i]) != lower (b[i]))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_vcard_span_is (AufaitVcardSpan span, const char *word)
{
  return span.length == strlen (word) && is_same (span.text, word, span.length);
}

gboolean
aufait_vcard_span_begins (AufaitVcardSpan span, const char *prefix)
{
  gsize length = strlen (prefix);

  return span.length >= length && is_same (span.text, prefix, length);
}

gboolean
aufait_vcard_span_contains (AufaitVcardSpan span, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i + length <= span.length; i++) {
    if (is_same (span.text + i, word, length))
      return TRUE;
  }
  return FALSE;
}

AufaitVcardSpan
aufait_vcard_span_skip (AufaitVcardSpan span, gsize count)
{
  g_return_val_if_fail (count <= span.length, span);

  return (AufaitVcardSpan){ span.text + count, span.length - count };
}

AufaitVcardSpan
aufait_vcard_span_trim (AufaitVcardSpan span)
{
  while (span.length > 0 && g_ascii_isspace (span.text[0]))
    span = aufait_vcard_span_skip (span, 1);
  while (span.length > 0 && g_ascii_isspace (span.text[span.length - 1]))
    span.length--;
  return span;
}

gboolean
aufait_vcard_span_take (AufaitVcardSpan *rest, char separator, AufaitVcardSpan *ret_part)
{
  const char *stop;

  if (rest->text == NULL)
    return FALSE;
  stop = memchr (rest->text, separator, rest->length);
  *ret_part = *rest;
  if (stop == NULL) {
    *rest = (AufaitVcardSpan){ NULL, 0 };
    return TRUE;
  }
  ret_part->length = (gsize) (stop - rest->text);
  *rest = aufait_vcard_span_skip (*rest, ret_part->length + 1);
  return TRUE;
}

char *
aufait_vcard_span_dup (AufaitVcardSpan span)
{
  return g_strndup (span.text, span.length);
}
