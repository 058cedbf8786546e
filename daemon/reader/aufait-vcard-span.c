/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-span.h"

static inline char
lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
}

gboolean
aufait_vcard_span_is_same (const char *a, const char *b, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (lower (a[i]) != lower (b[i]))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_vcard_span_contains (AufaitVcardSpan span, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i + length <= span.length; i++) {
    if (aufait_vcard_span_is_same (span.text + i, word, length))
      return TRUE;
  }
  return FALSE;
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
