/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-encoding.h"

AufaitVcardEncoding
aufait_vcard_encoding_get (const AufaitVcardProperty *property)
{
  if (property->parameters.length == 0)
    return AUFAIT_VCARD_ENCODING_PLAIN;
  if (aufait_vcard_property_has (property, "ENCODING", "QUOTED-PRINTABLE"))
    return AUFAIT_VCARD_ENCODING_QUOTED_PRINTABLE;
  if (aufait_vcard_property_has (property, "ENCODING", "BASE64") ||
      aufait_vcard_property_has (property, "ENCODING", "B"))
    return AUFAIT_VCARD_ENCODING_BASE64;
  return AUFAIT_VCARD_ENCODING_PLAIN;
}

void
aufait_vcard_encoding_read_quoted_printable (AufaitVcardSpan text, GString *bytes)
{
  for (gsize i = 0; i < text.length; i++) {
    int high, low;

    /* One at the end was to be followed by more. */
    if (text.text[i] == '=' && i + 1 == text.length)
      break;
    if (text.text[i] != '=' || i + 2 >= text.length) {
      g_string_append_c (bytes, text.text[i]);
      continue;
    }
    high = g_ascii_xdigit_value (text.text[i + 1]);
    low = g_ascii_xdigit_value (text.text[i + 2]);
    if (high < 0 || low < 0) {
      g_string_append_c (bytes, '=');
      continue;
    }
    if (high != 0 || low != 0)
      g_string_append_c (bytes, (char) (high << 4 | low));
    i += 2;
  }
}

/* -1: none of the 64. */
static inline int
get_digit (char c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

guint8 *
aufait_vcard_encoding_read_base64 (AufaitVcardSpan text, gsize *ret_length)
{
  g_autofree guint8 *bytes = g_malloc (text.length / 4 * 3 + 3);
  gsize length = 0;
  guint32 bits = 0;
  guint n_bits = 0;

  text = aufait_vcard_span_trim (text);
  while (text.length > 0 && text.text[text.length - 1] == '=')
    text.length--;
  for (gsize i = 0; i < text.length; i++) {
    int digit = get_digit (text.text[i]);

    if (digit < 0 && g_ascii_isspace (text.text[i]))
      continue;
    if (digit < 0)
      return NULL;
    bits = bits << 6 | (guint32) digit;
    n_bits += 6;
    if (n_bits >= 8) {
      n_bits -= 8;
      bytes[length++] = (guint8) (bits >> n_bits);
    }
  }
  if (length == 0)
    return NULL;
  *ret_length = length;
  return g_steal_pointer (&bytes);
}
