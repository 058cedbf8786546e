/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-gate-tzid.h"

#include <string.h>

#define WORDS_MAX 3

static gboolean
is_word (AufaitVcardSpan word)
{
  for (gsize i = 0; i < word.length; i++) {
    if (!g_ascii_isalnum (word.text[i]) && memchr ("_+-", word.text[i], 3) == NULL)
      return FALSE;
  }
  return word.length > 0;
}

gboolean
aufait_ical_gate_tzid_check (AufaitVcardSpan tzid)
{
  AufaitVcardSpan rest = tzid, word;
  guint n_words = 0;

  if (tzid.length == 0 || tzid.length > AUFAIT_ICAL_GATE_TZID_MAX || !g_ascii_isalpha (*tzid.text))
    return FALSE;
  while (aufait_vcard_span_take (&rest, '/', &word)) {
    if (!is_word (word) || ++n_words > WORDS_MAX)
      return FALSE;
  }
  return TRUE;
}
