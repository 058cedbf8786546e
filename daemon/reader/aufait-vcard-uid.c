/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-uid.h"

#include <string.h>

#include "aufait-vcard-value.h"

#define URN "urn:uuid:"

/* A longer one would be cut, and then be that of others too. */
#define LENGTH_MAX AUFAIT_VCARD_VALUE_CHARS_MAX

/* RFC 9562, 4: 8-4-4-4-12 hexadecimal digits. */
static gboolean
is_uuid (const char *text)
{
  static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  if (strlen (text) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++) {
    if (form[i] == '-' ? text[i] != '-' : !g_ascii_isxdigit (text[i]))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_vcard_uid_is_urn (AufaitVcardSpan value)
{
  return aufait_vcard_span_begins (aufait_vcard_span_trim (value), URN);
}

char *
aufait_vcard_uid_read (AufaitVcardSpan value)
{
  g_autofree char *uid = NULL;

  value = aufait_vcard_span_trim (value);
  if (aufait_vcard_span_begins (value, URN))
    value = aufait_vcard_span_skip (value, strlen (URN));
  if (value.length > LENGTH_MAX)
    return NULL;
  uid = aufait_vcard_value_dup_text (value);
  if (uid != NULL && is_uuid (uid))
    return g_ascii_strdown (uid, -1);
  return g_steal_pointer (&uid);
}
