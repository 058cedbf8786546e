/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-charset.h"

/* Without those that need no converter: UTF-8, ASCII, ISO-8859-1 and windows-1252. */
static const char *const names[] = {
  "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
  "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",
  "ISO-8859-16",  "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255",
  "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258", "KOI8-R",       "KOI8-U",       "MACINTOSH",
  "SHIFT_JIS",    "EUC-JP",       "ISO-2022-JP",  "GB2312",       "GBK",          "GB18030",
  "BIG5",         "EUC-KR",       "TIS-620",
};

/* 0x80 to 0x9f; what is not in use there is left out. */
static const gunichar windows_1252[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

struct _AufaitVcardCharset {
  GIConv converters[G_N_ELEMENTS (names)];
  gboolean is_tried[G_N_ELEMENTS (names)];
  GString *text;
};

#define NO_CONVERTER ((GIConv) -1)

AufaitVcardCharset *
aufait_vcard_charset_new (void)
{
  AufaitVcardCharset *charset = g_new0 (AufaitVcardCharset, 1);

  charset->text = g_string_new (NULL);
  return charset;
}

void
aufait_vcard_charset_free (AufaitVcardCharset *charset)
{
  if (charset == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (charset->is_tried[i] && charset->converters[i] != NO_CONVERTER)
      g_iconv_close (charset->converters[i]);
  }
  g_string_free (charset->text, TRUE);
  g_free (charset);
}

static GIConv
get_converter (AufaitVcardCharset *charset, AufaitVcardSpan name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (!aufait_vcard_span_is (name, names[i]))
      continue;
    if (!charset->is_tried[i])
      charset->converters[i] = g_iconv_open ("UTF-8", names[i]);
    charset->is_tried[i] = TRUE;
    return charset->converters[i];
  }
  return NO_CONVERTER;
}

static AufaitVcardSpan
get_text (AufaitVcardCharset *charset)
{
  return (AufaitVcardSpan){ charset->text->str, charset->text->len };
}

static gboolean
convert_with (AufaitVcardCharset *charset, GIConv converter, AufaitVcardSpan bytes)
{
  g_autofree char *text = NULL;
  gsize length;

  /* A value that ended within a sequence must not colour the next one. */
  g_iconv (converter, NULL, NULL, NULL, NULL);
  text = g_convert_with_iconv (bytes.text, (gssize) bytes.length, converter, NULL, &length, NULL);
  if (text == NULL)
    return FALSE;
  g_string_truncate (charset->text, 0);
  g_string_append_len (charset->text, text, (gssize) length);
  return TRUE;
}

static void
convert_from_windows (AufaitVcardCharset *charset, AufaitVcardSpan bytes)
{
  g_string_truncate (charset->text, 0);
  for (gsize i = 0; i < bytes.length; i++) {
    guint8 c = (guint8) bytes.text[i];
    gunichar letter = c >= 0x80 && c < 0xa0 ? windows_1252[c - 0x80] : c;

    if (letter != 0)
      g_string_append_unichar (charset->text, letter);
  }
}

static gboolean
is_western (AufaitVcardSpan name)
{
  return aufait_vcard_span_is (name, "ISO-8859-1") || aufait_vcard_span_is (name, "WINDOWS-1252") ||
         aufait_vcard_span_is (name, "CP1252") || aufait_vcard_span_is (name, "LATIN1");
}

AufaitVcardSpan
aufait_vcard_charset_convert (AufaitVcardCharset *charset,
                              AufaitVcardSpan name,
                              AufaitVcardSpan bytes)
{
  GIConv converter;

  if (bytes.length == 0)
    return bytes;
  converter = name.length > 0 ? get_converter (charset, name) : NO_CONVERTER;
  if (converter != NO_CONVERTER && convert_with (charset, converter, bytes))
    return get_text (charset);
  if (!is_western (name) && g_utf8_validate_len (bytes.text, bytes.length, NULL))
    return bytes;
  convert_from_windows (charset, bytes);
  return get_text (charset);
}
