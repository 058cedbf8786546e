/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-value.h"

#include <string.h>

#include "aufait-text.h"
#include "aufait-vcard-encoding.h"

struct _AufaitVcardValue {
  AufaitVcardCharset *charset;
  GString *bytes;
};

AufaitVcardValue *
aufait_vcard_value_new (void)
{
  AufaitVcardValue *decoder = g_new0 (AufaitVcardValue, 1);

  decoder->charset = aufait_vcard_charset_new ();
  decoder->bytes = g_string_new (NULL);
  return decoder;
}

void
aufait_vcard_value_free (AufaitVcardValue *decoder)
{
  if (decoder == NULL)
    return;

  aufait_vcard_charset_free (decoder->charset);
  g_string_free (decoder->bytes, TRUE);
  g_free (decoder);
}

static AufaitVcardSpan
read_encoded (AufaitVcardValue *decoder, AufaitVcardSpan value, AufaitVcardEncoding encoding)
{
  g_string_truncate (decoder->bytes, 0);
  if (encoding == AUFAIT_VCARD_ENCODING_QUOTED_PRINTABLE) {
    aufait_vcard_encoding_read_quoted_printable (value, decoder->bytes);
  } else {
    gsize length = 0;
    g_autofree guint8 *bytes = aufait_vcard_encoding_read_base64 (value, &length);

    if (bytes == NULL)
      return value;
    g_string_append_len (decoder->bytes, (const char *) bytes, (gssize) length);
  }
  return (AufaitVcardSpan){ decoder->bytes->str, decoder->bytes->len };
}

AufaitVcardSpan
aufait_vcard_value_decode (AufaitVcardValue *decoder, const AufaitVcardProperty *property)
{
  AufaitVcardSpan value = property->value, charset;
  AufaitVcardEncoding encoding = aufait_vcard_encoding_get (property, &charset);

  if (encoding != AUFAIT_VCARD_ENCODING_PLAIN)
    value = read_encoded (decoder, value, encoding);
  return aufait_vcard_charset_convert (decoder->charset, charset, value);
}

gboolean
aufait_vcard_value_take (AufaitVcardSpan *rest, char separator, AufaitVcardSpan *ret_part)
{
  gsize length = 0;

  if (rest->text == NULL)
    return FALSE;
  while (length < rest->length && rest->text[length] != separator)
    length += rest->text[length] == '\\' && length + 1 < rest->length ? 2 : 1;
  *ret_part = (AufaitVcardSpan){ rest->text, length };
  if (length < rest->length)
    *rest = aufait_vcard_span_skip (*rest, length + 1);
  else
    *rest = (AufaitVcardSpan){ NULL, 0 };
  return TRUE;
}

/* --- text ---------------------------------------------------------------------------------- */

/* Escapes that nobody has defined stay as they are. */
static char *
dup_unescaped (AufaitVcardSpan part)
{
  char *text = g_malloc (part.length + 1);
  gsize length = 0;

  for (gsize i = 0; i < part.length; i++) {
    char c = part.text[i], next = i + 1 < part.length ? part.text[i + 1] : '\0';

    if (c == '\\' && next != '\0' && strchr ("\\;,:nN", next) != NULL) {
      c = g_ascii_tolower (next) == 'n' ? '\n' : next;
      i++;
    }
    text[length++] = c;
  }
  text[length] = '\0';
  return text;
}

/* First bytes of the sequences among which there are blanks, controls and marks of direction. */
static gboolean
begins_doubtful (guint8 c)
{
  return c == 0xc2 || c == 0xd8 || c == 0xe1 || c == 0xe2 || c == 0xe3 || c == 0xef;
}

/* Whether a text in UTF-8 may be shown as it is; FALSE when that takes a closer look. */
static gboolean
is_plainly_clean (AufaitVcardSpan part)
{
  char before = ' ';

  for (gsize i = 0; i < part.length; i++) {
    char c = part.text[i];

    if ((guint8) c < ' ' || c == 0x7f || c == '\\' || begins_doubtful ((guint8) c) ||
        (c == ' ' && before == ' '))
      return FALSE;
    before = c;
  }
  return before != ' ' && part.length <= AUFAIT_VCARD_VALUE_CHARS_MAX;
}

char *
aufait_vcard_value_dup_text (AufaitVcardSpan part)
{
  g_autofree char *unescaped = NULL, *text = NULL;

  if (part.length == 0)
    return NULL;
  if (is_plainly_clean (part))
    return aufait_vcard_span_dup (part);
  unescaped = dup_unescaped (part);
  text = aufait_text_clean (unescaped, AUFAIT_VCARD_VALUE_CHARS_MAX);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
