/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-row-bytes.h"

#include <string.h>

/* --- writing ------------------------------------------------------------------------------- */

void
aufait_row_bytes_put_byte (GByteArray *bytes, guint8 value)
{
  g_byte_array_append (bytes, &value, sizeof value);
}

void
aufait_row_bytes_put_number (GByteArray *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

void
aufait_row_bytes_put_long (GByteArray *bytes, gint64 value)
{
  gint64 little = GINT64_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put_block (GByteArray *bytes, gconstpointer data, gsize length)
{
  aufait_row_bytes_put_number (bytes, (guint32) length + 1);
  g_byte_array_append (bytes, data, (guint) length);
}

void
aufait_row_bytes_put_text (GByteArray *bytes, const char *text)
{
  if (text != NULL)
    put_block (bytes, text, strlen (text));
  else
    aufait_row_bytes_put_number (bytes, 0);
}

void
aufait_row_bytes_put_texts (GByteArray *bytes, const char *const *texts)
{
  aufait_row_bytes_put_number (bytes, g_strv_length ((GStrv) texts));
  for (; *texts != NULL; texts++)
    aufait_row_bytes_put_text (bytes, *texts);
}

void
aufait_row_bytes_put_data (GByteArray *bytes, GBytes *data)
{
  if (data != NULL)
    put_block (bytes, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  else
    aufait_row_bytes_put_number (bytes, 0);
}

/* --- reading ------------------------------------------------------------------------------- */

/* The next @length bytes; NULL when there are not so many. */
static const guint8 *
take (AufaitRowBytes *bytes, gsize length)
{
  const guint8 *data = bytes->data;

  if (bytes->is_bad || length > bytes->length) {
    bytes->is_bad = TRUE;
    return NULL;
  }
  bytes->data += length;
  bytes->length -= length;
  return data;
}

guint8
aufait_row_bytes_take_byte (AufaitRowBytes *bytes)
{
  const guint8 *data = take (bytes, 1);

  return data != NULL ? *data : 0;
}

guint32
aufait_row_bytes_take_number (AufaitRowBytes *bytes)
{
  const guint8 *data = take (bytes, sizeof (guint32));
  guint32 value = 0;

  if (data != NULL)
    memcpy (&value, data, sizeof value);
  return GUINT32_FROM_LE (value);
}

gint64
aufait_row_bytes_take_long (AufaitRowBytes *bytes)
{
  const guint8 *data = take (bytes, sizeof (gint64));
  gint64 value = 0;

  if (data != NULL)
    memcpy (&value, data, sizeof value);
  return GINT64_FROM_LE (value);
}

/* NULL when there is none: then @ret_length is untouched. */
static const guint8 *
take_block (AufaitRowBytes *bytes, gsize *ret_length)
{
  guint32 length = aufait_row_bytes_take_number (bytes);
  const guint8 *data = length > 0 ? take (bytes, length - 1) : NULL;

  if (data != NULL)
    *ret_length = length - 1;
  return data;
}

/* Of valid UTF-8. */
static gboolean
is_plain (const guint8 *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    guint8 c = text[i];

    if (c < 0x20 || c == 0x7f)
      return FALSE;
    /* C1 controls, line and paragraph separators, marks and overrides of direction */
    if (c == 0xc2 && text[i + 1] <= 0x9f)
      return FALSE;
    if (c == 0xe2 && text[i + 1] == 0x80 && text[i + 2] >= 0xa8 && text[i + 2] <= 0xae)
      return FALSE;
    if (c == 0xe2 && text[i + 1] == 0x81 && text[i + 2] >= 0xa6 && text[i + 2] <= 0xa9)
      return FALSE;
  }
  return TRUE;
}

char *
aufait_row_bytes_take_text (AufaitRowBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = take_block (bytes, &length);

  if (data == NULL)
    return NULL;
  if (!g_utf8_validate_len ((const char *) data, length, NULL) || !is_plain (data, length)) {
    bytes->is_bad = TRUE;
    return NULL;
  }
  return g_strndup ((const char *) data, length);
}

char *
aufait_row_bytes_take_needed_text (AufaitRowBytes *bytes)
{
  char *text = aufait_row_bytes_take_text (bytes);

  if (text != NULL)
    return text;
  bytes->is_bad = TRUE;
  return g_strdup ("");
}

guint
aufait_row_bytes_take_count (AufaitRowBytes *bytes, gsize item_bytes)
{
  guint count = aufait_row_bytes_take_number (bytes);

  if (count <= bytes->length / item_bytes)
    return count;
  bytes->is_bad = TRUE;
  return 0;
}

GStrv
aufait_row_bytes_take_texts (AufaitRowBytes *bytes)
{
  guint count = aufait_row_bytes_take_count (bytes, sizeof (guint32));
  GStrv texts = g_new0 (char *, count + 1);

  for (guint i = 0; i < count; i++)
    texts[i] = aufait_row_bytes_take_needed_text (bytes);
  return texts;
}

GBytes *
aufait_row_bytes_take_data (AufaitRowBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = take_block (bytes, &length);

  return data != NULL ? g_bytes_new (data, length) : NULL;
}

gboolean
aufait_row_bytes_is_done (const AufaitRowBytes *bytes)
{
  return !bytes->is_bad && bytes->length == 0;
}
