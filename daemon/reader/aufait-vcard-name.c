/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-name.h"

#include <string.h>

#include "aufait-text.h"
#include "aufait-vcard-value.h"

enum {
  N_FAMILY,
  N_GIVEN,
  N_ADDITIONAL,
  N_PREFIXES,
  N_PARTS
};

enum {
  ADR_TOWN = 3,
  ADR_COUNTRY = 6,
  ADR_PARTS = 7
};

static char *
dup_joined (const char *first, const char *separator, const char *second)
{
  g_autofree char *joined = NULL;

  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  joined = g_strconcat (first, separator, second, NULL);
  return aufait_text_clean (joined, AUFAIT_VCARD_VALUE_CHARS_MAX);
}

/* Several names in one part, "Philip,Paul", stand side by side. */
static char *
dup_names (AufaitVcardSpan part)
{
  g_autofree char *names = NULL;
  AufaitVcardSpan name;

  if (part.length > 0 && memchr (part.text, ',', part.length) == NULL)
    return aufait_vcard_value_dup_text (part);
  while (aufait_vcard_value_take (&part, ',', &name)) {
    g_autofree char *before = g_steal_pointer (&names);
    g_autofree char *text = aufait_vcard_value_dup_text (name);

    names = dup_joined (before, " ", text);
    if (names != NULL && strlen (names) > AUFAIT_VCARD_VALUE_CHARS_MAX)
      break;
  }
  return g_steal_pointer (&names);
}

char *
aufait_vcard_name_dup_person (AufaitVcardSpan value)
{
  AufaitVcardSpan part;
  char *parts[N_PARTS] = { NULL };
  g_autofree char *first = NULL, *name = NULL;

  for (guint i = 0; i < N_PARTS && aufait_vcard_value_take (&value, ';', &part); i++)
    parts[i] = dup_names (part);
  first = dup_joined (parts[N_GIVEN], " ", parts[N_ADDITIONAL]);
  if (first == NULL)
    first = g_strdup (parts[N_PREFIXES]);
  name = dup_joined (first, " ", parts[N_FAMILY]);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i]);
  return g_steal_pointer (&name);
}

gboolean
aufait_vcard_name_has_parts (AufaitVcardSpan value)
{
  AufaitVcardSpan part;
  guint n = 0;

  for (guint i = 0; i <= N_GIVEN && aufait_vcard_value_take (&value, ';', &part); i++)
    n += aufait_vcard_span_trim (part).length > 0;
  return n > 1;
}

char *
aufait_vcard_name_dup_organisation (AufaitVcardSpan value)
{
  AufaitVcardSpan part;

  while (aufait_vcard_value_take (&value, ';', &part)) {
    g_autofree char *text = aufait_vcard_value_dup_text (part);

    if (text != NULL)
      return g_steal_pointer (&text);
  }
  return NULL;
}

char *
aufait_vcard_name_dup_place (AufaitVcardSpan value)
{
  g_autofree char *town = NULL, *country = NULL;
  AufaitVcardSpan part;

  for (guint i = 0; i < ADR_PARTS && aufait_vcard_value_take (&value, ';', &part); i++) {
    if (i == ADR_TOWN)
      town = aufait_vcard_value_dup_text (part);
    else if (i == ADR_COUNTRY)
      country = aufait_vcard_value_dup_text (part);
  }
  return dup_joined (town, ", ", country);
}
