/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-kin-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-fields.h"

typedef struct {
  const char *code;
  const char *word;
} Row;

/* ISO 639. */
static const Row languages[] = {
  { "ar", NC_ ("language", "Arabic") },     { "bg", NC_ ("language", "Bulgarian") },
  { "br", NC_ ("language", "Breton") },     { "ca", NC_ ("language", "Catalan") },
  { "cs", NC_ ("language", "Czech") },      { "da", NC_ ("language", "Danish") },
  { "de", NC_ ("language", "German") },     { "el", NC_ ("language", "Greek") },
  { "en", NC_ ("language", "English") },    { "es", NC_ ("language", "Spanish") },
  { "eu", NC_ ("language", "Basque") },     { "fa", NC_ ("language", "Persian") },
  { "fi", NC_ ("language", "Finnish") },    { "fr", NC_ ("language", "French") },
  { "he", NC_ ("language", "Hebrew") },     { "hi", NC_ ("language", "Hindi") },
  { "hr", NC_ ("language", "Croatian") },   { "hu", NC_ ("language", "Hungarian") },
  { "it", NC_ ("language", "Italian") },    { "ja", NC_ ("language", "Japanese") },
  { "ko", NC_ ("language", "Korean") },     { "nb", NC_ ("language", "Norwegian") },
  { "nl", NC_ ("language", "Dutch") },      { "nn", NC_ ("language", "Norwegian") },
  { "no", NC_ ("language", "Norwegian") },  { "pl", NC_ ("language", "Polish") },
  { "pt", NC_ ("language", "Portuguese") }, { "ro", NC_ ("language", "Romanian") },
  { "ru", NC_ ("language", "Russian") },    { "sk", NC_ ("language", "Slovak") },
  { "sr", NC_ ("language", "Serbian") },    { "sv", NC_ ("language", "Swedish") },
  { "tr", NC_ ("language", "Turkish") },    { "uk", NC_ ("language", "Ukrainian") },
  { "vi", NC_ ("language", "Vietnamese") }, { "zh", NC_ ("language", "Chinese") },
};

/* RFC 6350, 6.6.6. */
static const Row relations[] = {
  { "spouse", NC_ ("relation", "spouse") },
  { "child", NC_ ("relation", "child") },
  { "parent", NC_ ("relation", "parent") },
  { "sibling", NC_ ("relation", "sibling") },
  { "sweetheart", NC_ ("relation", "sweetheart") },
  { "partner", NC_ ("relation", "partner") },
  { "kin", NC_ ("relation", "family") },
  { "friend", NC_ ("relation", "friend") },
  { "colleague", NC_ ("relation", "colleague") },
  { "co-worker", NC_ ("relation", "colleague") },
  { "co-resident", NC_ ("relation", "under the same roof") },
  { "neighbor", NC_ ("relation", "neighbour") },
  { "acquaintance", NC_ ("relation", "acquaintance") },
  { "contact", NC_ ("relation", "contact") },
  { "met", NC_ ("relation", "acquaintance") },
  { "muse", NC_ ("relation", "muse") },
  { "crush", NC_ ("relation", "crush") },
  { "date", NC_ ("relation", "sweetheart") },
  { "agent", NC_ ("relation", "agent") },
  { "emergency", NC_ ("relation", "in an emergency") },
  { "assistant", NC_ ("relation", "assistant") },
  { "manager", NC_ ("relation", "manager") },
  { "other", NC_ ("relation", "close to") },
};

/* NULL: it is none of them. */
static const char *
find_word (const Row *rows, guint n_rows, const char *context, const char *code, gsize length)
{
  for (guint i = 0; i < n_rows; i++) {
    if (strlen (rows[i].code) == length && g_ascii_strncasecmp (rows[i].code, code, length) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, context, rows[i].word);
  }
  return NULL;
}

char *
aufait_kin_words_dup_language (JsonObject *person)
{
  const char *tag = aufait_fields_get_string (person, "language");
  const char *word;

  if (tag == NULL)
    return NULL;
  word = find_word (languages, G_N_ELEMENTS (languages), "language", tag, strcspn (tag, "-_"));
  /* Translators: of a person; %s is a language, or its code */
  return g_strdup_printf (_ ("speaks %s"), word != NULL ? word : tag);
}

char *
aufait_kin_words_dup_relation (JsonObject *relation)
{
  const char *name = aufait_fields_get_string (relation, "name");
  const char *kind = aufait_fields_get_string (relation, "kind");
  const char *word;

  if (name == NULL)
    return NULL;
  kind = kind != NULL ? kind : "other";
  word = find_word (relations, G_N_ELEMENTS (relations), "relation", kind, strlen (kind));
  /* Translators: what somebody is to someone, and their name: "child: Lucie" */
  return g_strdup_printf (C_ ("relation", "%1$s: %2$s"), word != NULL ? word : kind, name);
}
