/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-input.h"

#include <string.h>

#define REPLACEMENT 0xfffd

static guint
get_unit (const guint8 *at, gboolean is_big)
{
  return is_big ? (guint) (at[0] << 8 | at[1]) : (guint) (at[1] << 8 | at[0]);
}

/* One character; halves of a pair that stand alone are replaced. *@at moves behind it. */
static gunichar
take_character (const guint8 **at, const guint8 *end, gboolean is_big)
{
  guint first = get_unit (*at, is_big), second;

  *at += 2;
  if (first < 0xd800 || first > 0xdfff)
    return first;
  if (first > 0xdbff || end - *at < 2)
    return REPLACEMENT;
  second = get_unit (*at, is_big);
  if (second < 0xdc00 || second > 0xdfff)
    return REPLACEMENT;
  *at += 2;
  return 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff);
}

static char *
dup_from_utf16 (const char *data, gsize length, gboolean is_big, gsize *ret_length)
{
  const guint8 *at = (const guint8 *) data;
  const guint8 *end = at + length;
  GString *text = g_string_sized_new (length);

  while (end - at >= 2) {
    gunichar c = take_character (&at, end, is_big);

    if (c != 0)
      g_string_append_unichar (text, c);
  }
  *ret_length = text->len;
  return g_string_free (text, FALSE);
}

static char *
dup_without_nul (const char *data, gsize length, gsize *ret_length)
{
  char *text = g_malloc (length);
  gsize kept = 0;

  for (gsize i = 0; i < length; i++) {
    if (data[i] != '\0')
      text[kept++] = data[i];
  }
  *ret_length = kept;
  return text;
}

AufaitVcardSpan
aufait_vcard_input_prepare (const char *data, gsize length, char **ret_copy)
{
  AufaitVcardSpan text = { data, length };

  *ret_copy = NULL;
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text.text = *ret_copy = dup_from_utf16 (data + 2, length - 2, FALSE, &text.length);
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text.text = *ret_copy = dup_from_utf16 (data + 2, length - 2, TRUE, &text.length);
  else if (length > 0 && memchr (data, '\0', length) != NULL)
    text.text = *ret_copy = dup_without_nul (data, length, &text.length);
  if (aufait_vcard_span_begins (text, "\xef\xbb\xbf"))
    text = aufait_vcard_span_skip (text, 3);
  return text;
}
