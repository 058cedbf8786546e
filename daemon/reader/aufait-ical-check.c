/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-check.h"

#include <glib/gi18n-lib.h>

#include "aufait-text.h"

#define WORDS_CHARS_MAX 100

typedef struct {
  const char *name;
  gboolean (*is_sound) (AufaitVcardSpan value);
} Row;

/* "-3": digits, and a sign perhaps. */
static gboolean
is_number (AufaitVcardSpan value)
{
  gsize sign = value.length > 0 && (value.text[0] == '-' || value.text[0] == '+') ? 1 : 0;

  for (gsize i = sign; i < value.length; i++) {
    if (!g_ascii_isdigit (value.text[i]))
      return FALSE;
  }
  return value.length > sign;
}

/* What a program says is wrong is. */
static gboolean
is_never (AufaitVcardSpan value)
{
  return FALSE;
}

static const Row rows[] = {
  { "X-LIC-ERROR", is_never },
  { "SEQUENCE", is_number },
};

int
aufait_ical_check_find (const AufaitVcardProperty *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (aufait_vcard_span_is (property->name, rows[i].name))
      return rows[i].is_sound (aufait_vcard_span_trim (property->value)) ? -1 : (int) i;
  }
  return -1;
}

void
aufait_ical_check_report (int broken,
                          const AufaitVcardProperty *property,
                          AufaitVcardReport *report)
{
  g_autofree char *text = NULL, *clean = NULL;

  if (rows[broken].is_sound != is_never) {
    aufait_vcard_report_add (report, _ ("Line %u: %s was not understood."), property->line,
                             rows[broken].name);
    return;
  }
  text = aufait_vcard_span_dup (property->value);
  clean = aufait_text_clean (text, WORDS_CHARS_MAX);
  aufait_vcard_report_add (
      report, _ ("Line %u: another program has left out what it could not read there: “%s”"),
      property->line, clean);
}
