/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-tag.h"

#include <string.h>

/* RFC 5646, 4.4.1: what a tag needs at least to be kept whole. */
#define LANGUAGE_LENGTH_MAX 35

#define ZONE_LENGTH_MAX 64
#define ZONE_PARTS_MAX  3

static gboolean
is_made_of (AufaitVcardSpan span, const char *others)
{
  for (gsize i = 0; i < span.length; i++) {
    if (!g_ascii_isalnum (span.text[i]) &&
        (span.text[i] == '\0' || strchr (others, span.text[i]) == NULL))
      return FALSE;
  }
  return TRUE;
}

static gboolean
begins_with_letter (AufaitVcardSpan value)
{
  return value.length > 0 && g_ascii_isalpha (value.text[0]);
}

gboolean
aufait_vcard_tag_is_language (AufaitVcardSpan value)
{
  return value.length >= 2 && value.length <= LANGUAGE_LENGTH_MAX && begins_with_letter (value) &&
         is_made_of (value, "-");
}

static gboolean
is_zone_name (AufaitVcardSpan value)
{
  AufaitVcardSpan part;

  if (!begins_with_letter (value))
    return FALSE;
  for (guint i = 0; i < ZONE_PARTS_MAX && aufait_vcard_span_take (&value, '/', &part); i++) {
    if (part.length == 0 || !is_made_of (part, "_+-"))
      return FALSE;
  }
  return value.text == NULL;
}

static gboolean
is_offset (AufaitVcardSpan value)
{
  gsize n_digits = 0;

  if (value.length == 0 || (*value.text != '+' && *value.text != '-'))
    return FALSE;
  for (gsize i = 1; i < value.length; i++) {
    if (g_ascii_isdigit (value.text[i]))
      n_digits++;
    else if (i != 3 || value.text[i] != ':')
      return FALSE;
  }
  return n_digits == 2 || n_digits == 4;
}

gboolean
aufait_vcard_tag_is_zone (AufaitVcardSpan value)
{
  return value.length <= ZONE_LENGTH_MAX && (is_zone_name (value) || is_offset (value));
}
