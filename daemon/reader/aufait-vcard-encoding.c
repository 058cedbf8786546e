/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-encoding.h"

static AufaitVcardEncoding
find_encoding (AufaitVcardSpan word)
{
  if (aufait_vcard_span_is (word, "QUOTED-PRINTABLE"))
    return AUFAIT_VCARD_ENCODING_QUOTED_PRINTABLE;
  if (aufait_vcard_span_is (word, "BASE64") || aufait_vcard_span_is (word, "B"))
    return AUFAIT_VCARD_ENCODING_BASE64;
  return AUFAIT_VCARD_ENCODING_PLAIN;
}

AufaitVcardEncoding
aufait_vcard_encoding_get (const AufaitVcardProperty *property, AufaitVcardSpan *ret_charset)
{
  AufaitVcardSpan rest = property->parameters, name, value, charset = { NULL, 0 };
  AufaitVcardEncoding encoding = AUFAIT_VCARD_ENCODING_PLAIN;

  while (aufait_vcard_property_take_parameter (&rest, &name, &value)) {
    if (name.length == 0 || aufait_vcard_span_is (name, "ENCODING"))
      encoding = MAX (encoding, find_encoding (value));
    else if (aufait_vcard_span_is (name, "CHARSET"))
      charset = value;
  }
  if (ret_charset != NULL)
    *ret_charset = charset;
  return encoding;
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

/* One more than each of the 64 digits is worth; 0: none of them. */
static const guint8 digits[256] = {
  /* clang-format off */
  ['A'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  ['a'] = 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
  50, 51, 52,
  ['0'] = 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
  ['+'] = 63,
  ['/'] = 64,
  /* clang-format on */
};

/* Three bytes of four digits; FALSE when one of them is something else. */
static inline gboolean
read_group (const char *text, guint8 *bytes)
{
  guint a = digits[(guint8) text[0]], b = digits[(guint8) text[1]];
  guint c = digits[(guint8) text[2]], d = digits[(guint8) text[3]];
  guint32 bits;

  if (a == 0 || b == 0 || c == 0 || d == 0)
    return FALSE;
  bits = (a - 1) << 18 | (b - 1) << 12 | (c - 1) << 6 | (d - 1);
  bytes[0] = (guint8) (bits >> 16);
  bytes[1] = (guint8) (bits >> 8);
  bytes[2] = (guint8) bits;
  return TRUE;
}

/* The next digit, behind blanks: 0 at the end, -1 when something else is there. */
static int
take_digit (AufaitVcardSpan *rest)
{
  int digit;

  while (rest->length > 0 && g_ascii_isspace (*rest->text))
    *rest = aufait_vcard_span_skip (*rest, 1);
  if (rest->length == 0)
    return 0;
  digit = digits[(guint8) *rest->text];
  *rest = aufait_vcard_span_skip (*rest, 1);
  return digit > 0 ? digit : -1;
}

/* Digit by digit, for groups with blanks in them and for the last one. */
static gboolean
read_slowly (AufaitVcardSpan *rest, guint8 *bytes, gsize *length)
{
  guint32 bits = 0;
  guint n_digits = 0;

  while (n_digits < 4) {
    int digit = take_digit (rest);

    if (digit < 0)
      return FALSE;
    if (digit == 0)
      break;
    bits = bits << 6 | (guint32) (digit - 1);
    n_digits++;
  }
  bits <<= 6 * (4 - n_digits);
  for (guint i = 0; i + 1 < n_digits; i++)
    bytes[(*length)++] = (guint8) (bits >> (16 - 8 * i));
  return TRUE;
}

guint8 *
aufait_vcard_encoding_read_base64 (AufaitVcardSpan text, gsize *ret_length)
{
  g_autofree guint8 *bytes = g_malloc (text.length / 4 * 3 + 3);
  gsize length = 0;

  text = aufait_vcard_span_trim (text);
  while (text.length > 0 && text.text[text.length - 1] == '=')
    text.length--;
  while (text.length > 0) {
    if (text.length >= 4 && read_group (text.text, bytes + length)) {
      text = aufait_vcard_span_skip (text, 4);
      length += 3;
    } else if (!read_slowly (&text, bytes, &length)) {
      return NULL;
    }
  }
  if (length == 0)
    return NULL;
  *ret_length = length;
  return g_steal_pointer (&bytes);
}
