/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-photo.h"

#include "aufait-vcard-encoding.h"

/* "data:image/jpeg;base64,…": some writers escape the semicolon and the comma. */
static AufaitVcardSpan
skip_data_head (AufaitVcardSpan value)
{
  AufaitVcardSpan rest = value, head;

  if (!aufait_vcard_span_take (&rest, ',', &head) || rest.text == NULL)
    return (AufaitVcardSpan){ NULL, 0 };
  if (!aufait_vcard_span_contains (head, ";base64"))
    return (AufaitVcardSpan){ NULL, 0 };
  return rest;
}

GBytes *
aufait_vcard_photo_read (const AufaitVcardProperty *property)
{
  AufaitVcardSpan value = aufait_vcard_span_trim (property->value);
  guint8 *bytes;
  gsize length = 0;

  if (aufait_vcard_span_begins (value, "data:"))
    value = skip_data_head (value);
  else if (aufait_vcard_encoding_get (property, NULL) != AUFAIT_VCARD_ENCODING_BASE64)
    return NULL;
  if (value.text == NULL)
    return NULL;
  bytes = aufait_vcard_encoding_read_base64 (value, &length);
  if (length > AUFAIT_VCARD_PHOTO_MAX)
    g_clear_pointer (&bytes, g_free);
  return bytes != NULL ? g_bytes_new_take (g_realloc (bytes, length), length) : NULL;
}
