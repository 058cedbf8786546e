/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-relation.h"

#include <string.h>

#include "aufait-vcard-uid.h"
#include "aufait-vcard-value.h"

#define OTHER "other"

/* What the labels of Apple, Google and RFC 6350 come down to. */
static const struct {
  const char *label;
  const char *type;
} types[] = {
  { "mother", "parent" },           { "father", "parent" }, { "brother", "sibling" },
  { "sister", "sibling" },          { "son", "child" },     { "daughter", "child" },
  { "husband", "spouse" },          { "wife", "spouse" },   { "domestic partner", "partner" },
  { "domesticpartner", "partner" }, { "relative", "kin" },
};

/* The types of RFC 6350 that say what someone is to someone; the first is meant when there are two.
 */
static const char *const standard_types[] = {
  "spouse",    "child",     "parent",      "sibling",   "sweetheart",   "partner", "kin", "friend",
  "colleague", "co-worker", "co-resident", "neighbor",  "acquaintance", "contact", "met", "muse",
  "crush",     "date",      "agent",       "emergency", "assistant",    "manager",
};

static const char *const anniversaries[] = {
  "anniversary", "wedding", "wedding anniversary", "mariage", "anniversaire de mariage",
};

static const char *const deaths[] = {
  "death", "date of death", "deathdate", "died", "décès", "date de décès",
};

static gboolean
is_one_of (const char *label, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++) {
    if (g_str_equal (label, words[i]))
      return TRUE;
  }
  return FALSE;
}

char *
aufait_vcard_relation_read_label (AufaitVcardSpan label)
{
  g_autofree char *text = NULL;

  label = aufait_vcard_span_trim (label);
  if (aufait_vcard_span_begins (label, "_$!<")) {
    label = aufait_vcard_span_skip (label, strlen ("_$!<"));
    if (label.length >= 4 && memcmp (label.text + label.length - 4, ">!$_", 4) == 0)
      label.length -= 4;
  }
  text = aufait_vcard_value_dup_text (label);
  return text != NULL ? g_utf8_strdown (text, -1) : g_strdup ("");
}

const char *
aufait_vcard_relation_get_type (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_str_equal (label, types[i].label))
      return types[i].type;
  }
  return *label != '\0' ? label : OTHER;
}

gboolean
aufait_vcard_relation_is_anniversary (const char *label)
{
  return is_one_of (label, anniversaries, G_N_ELEMENTS (anniversaries));
}

gboolean
aufait_vcard_relation_is_death (const char *label)
{
  return is_one_of (label, deaths, G_N_ELEMENTS (deaths));
}

static const char *
find_standard_type (const AufaitVcardProperty *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (standard_types); i++) {
    if (aufait_vcard_property_has (property, "TYPE", standard_types[i]))
      return standard_types[i];
  }
  return NULL;
}

/* A type that is none of the standard's may be a label in the words of its user. */
static char *
dup_type (const AufaitVcardProperty *property)
{
  const char *standard = find_standard_type (property);
  g_autofree char *label = NULL, *lower = NULL;

  if (standard != NULL)
    return g_strdup (standard);
  label = aufait_vcard_property_dup_parameter (property, "TYPE");
  lower = g_utf8_strdown (label != NULL ? label : "", -1);
  return g_strdup (aufait_vcard_relation_get_type (lower));
}

AufaitCardRelation *
aufait_vcard_relation_read (const AufaitVcardProperty *property, AufaitVcardSpan value)
{
  g_autofree char *type = dup_type (property);
  g_autofree char *text = NULL;

  if (aufait_vcard_uid_is_urn (value)) {
    g_autofree char *uid = aufait_vcard_uid_read (value);

    return uid != NULL ? aufait_card_relation_new (type, NULL, uid) : NULL;
  }
  value = aufait_vcard_span_trim (value);
  if (aufait_vcard_span_begins (value, "mailto:"))
    value = aufait_vcard_span_skip (value, strlen ("mailto:"));
  if (aufait_vcard_span_contains (value, "://") || aufait_vcard_span_begins (value, "data:"))
    return NULL;
  text = aufait_vcard_value_dup_text (value);
  return text != NULL ? aufait_card_relation_new (type, text, NULL) : NULL;
}
