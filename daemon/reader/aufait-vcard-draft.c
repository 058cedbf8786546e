/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-text.h"

/* A value is looked for among that many before it: a file full of them costs no more than its size.
 */
#define DOUBLES_SOUGHT 16

AufaitVcardDraft *
aufait_vcard_draft_new (AufaitVcardReport *report)
{
  AufaitVcardDraft *draft = g_new0 (AufaitVcardDraft, 1);

  draft->report = report;
  draft->labels = aufait_vcard_labels_new ();
  for (guint i = 0; i < AUFAIT_VCARD_DRAFT_N_LISTS; i++)
    draft->lists[i] = g_ptr_array_new ();
  return draft;
}

static void
clear_names (AufaitVcardDraft *draft)
{
  for (guint i = 0; i < AUFAIT_VCARD_DRAFT_N_NAMES; i++)
    g_clear_pointer (&draft->names[i], g_free);
}

/* The values of @list as an array of their own, which they are moved to. */
static GStrv
take_list (AufaitVcardDraft *draft, AufaitVcardDraftList list)
{
  GPtrArray *values = draft->lists[list];
  GStrv strv = g_new0 (char *, values->len + 1);

  for (guint i = 0; i < values->len; i++)
    strv[i] = g_ptr_array_index (values, i);
  g_ptr_array_set_size (values, 0);
  return strv;
}

static void
move_lists (AufaitVcardDraft *draft)
{
  GStrv *lists[AUFAIT_VCARD_DRAFT_N_LISTS] = {
    [AUFAIT_VCARD_DRAFT_NICKNAMES] = &draft->card->nicknames,
    [AUFAIT_VCARD_DRAFT_EMAILS] = &draft->card->emails,
    [AUFAIT_VCARD_DRAFT_PHONES] = &draft->card->phones,
    [AUFAIT_VCARD_DRAFT_PLACES] = &draft->card->places,
  };

  for (guint i = 0; i < AUFAIT_VCARD_DRAFT_N_LISTS; i++) {
    if (draft->lists[i]->len == 0)
      continue;
    g_strfreev (*lists[i]);
    *lists[i] = take_list (draft, i);
  }
}

void
aufait_vcard_draft_free (AufaitVcardDraft *draft)
{
  if (draft == NULL)
    return;

  if (draft->card != NULL)
    move_lists (draft);
  for (guint i = 0; i < AUFAIT_VCARD_DRAFT_N_LISTS; i++)
    g_ptr_array_unref (draft->lists[i]);
  clear_names (draft);
  aufait_vcard_labels_free (draft->labels);
  aufait_card_free (draft->card);
  g_free (draft);
}

void
aufait_vcard_draft_begin (AufaitVcardDraft *draft, guint line)
{
  g_return_if_fail (draft->card == NULL);

  draft->card = aufait_card_new (NULL);
  draft->line = line;
  draft->n_properties = 0;
  draft->language_rank = G_MAXUINT;
  draft->is_kind_told = FALSE;
  draft->has_parts_of_name = FALSE;
  draft->is_overfull = FALSE;
}

gboolean
aufait_vcard_draft_count (AufaitVcardDraft *draft)
{
  if (++draft->n_properties == AUFAIT_VCARD_DRAFT_PROPERTIES_MAX + 1)
    aufait_vcard_report_add (draft->report,
                             _ ("The card that begins on line %u has more than %d lines. "
                                "What follows them was left out."),
                             draft->line, AUFAIT_VCARD_DRAFT_PROPERTIES_MAX);
  return draft->n_properties <= AUFAIT_VCARD_DRAFT_PROPERTIES_MAX;
}

static gboolean
has_value (GPtrArray *values, const char *text)
{
  for (guint i = 0; i < values->len && i < DOUBLES_SOUGHT; i++) {
    if (g_ascii_strcasecmp (g_ptr_array_index (values, i), text) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
report_values (AufaitVcardDraft *draft)
{
  if (draft->is_overfull)
    return;
  draft->is_overfull = TRUE;
  aufait_vcard_report_add (draft->report,
                           _ ("The card that begins on line %u has more than %d values of one "
                              "kind. The others were left out."),
                           draft->line, AUFAIT_VCARD_DRAFT_VALUES_MAX);
}

void
aufait_vcard_draft_take_value (AufaitVcardDraft *draft, AufaitVcardDraftList list, char *text)
{
  g_autofree char *value = text;
  GPtrArray *values = draft->lists[list];

  if (value == NULL || has_value (values, value))
    return;
  if (values->len < AUFAIT_VCARD_DRAFT_VALUES_MAX)
    g_ptr_array_add (values, g_steal_pointer (&value));
  else
    report_values (draft);
}

void
aufait_vcard_draft_take_relation (AufaitVcardDraft *draft, AufaitCardRelation *relation)
{
  if (relation == NULL)
    return;
  if (draft->card->relations->len < AUFAIT_VCARD_DRAFT_VALUES_MAX) {
    g_ptr_array_add (draft->card->relations, relation);
    return;
  }
  aufait_card_relation_free (relation);
  report_values (draft);
}

void
aufait_vcard_draft_take_name (AufaitVcardDraft *draft,
                              AufaitVcardDraftName kind,
                              char *name,
                              guint rank)
{
  if (name == NULL || (draft->names[kind] != NULL && draft->ranks[kind] <= rank)) {
    g_free (name);
    return;
  }
  g_free (draft->names[kind]);
  draft->names[kind] = name;
  draft->ranks[kind] = rank;
}

static char *
dup_first (GStrv values)
{
  return g_strdup (values[0]);
}

static gboolean
is_same_name (const char *name, const char *other)
{
  g_autofree char *folded = aufait_text_fold (name);
  g_autofree char *folded_other = aufait_text_fold (other);

  return g_str_equal (folded, folded_other);
}

/* Address books that know people alone give a company's name as everything that a person has. */
static gboolean
is_called_as_organisation (const AufaitVcardDraft *draft)
{
  const char *name = draft->names[AUFAIT_VCARD_DRAFT_FULL_NAME];
  const char *parts = draft->names[AUFAIT_VCARD_DRAFT_PARTS_OF_NAME];
  const char *organisation = draft->names[AUFAIT_VCARD_DRAFT_ORGANISATION];

  return name != NULL && organisation != NULL && !draft->has_parts_of_name &&
         draft->card->birthday == NULL && is_same_name (name, organisation) &&
         (parts == NULL || is_same_name (name, parts));
}

/* "Doe, Jane" as "Jane Doe"; NULL: it has no such parts. */
static char *
dup_turned (const char *name)
{
  const char *comma = strchr (name, ',');
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return NULL;
  family = g_strstrip (g_strndup (name, (gsize) (comma - name)));
  given = g_strstrip (g_strdup (comma + 1));
  return *family != '\0' && *given != '\0' ? g_strdup_printf ("%s %s", given, family) : NULL;
}

/* Whether @parts is @name, with more names between its first and its last at most. */
static gboolean
is_made_of (const char *parts, const char *name)
{
  g_autofree char *folded = aufait_text_fold (parts);
  g_autofree char *folded_name = aufait_text_fold (name);
  const char *behind;

  if (g_str_equal (folded, folded_name))
    return TRUE;
  behind = strrchr (folded_name, ' ');
  return behind != NULL && strlen (folded) > strlen (folded_name) &&
         strncmp (folded, folded_name, (gsize) (behind + 1 - folded_name)) == 0 &&
         g_str_has_suffix (folded, behind);
}

/* A full name that has the family first, as lists are sorted by it, is put the way that one says
 * it: the parts of the name tell which is which. */
static void
turn_name (AufaitVcardDraft *draft)
{
  char **name = &draft->names[AUFAIT_VCARD_DRAFT_FULL_NAME];
  char **parts = &draft->names[AUFAIT_VCARD_DRAFT_PARTS_OF_NAME];
  g_autofree char *turned = NULL;

  if (*name == NULL || *parts == NULL || !draft->has_parts_of_name)
    return;
  turned = dup_turned (*name);
  if (turned == NULL || !is_made_of (*parts, turned))
    return;
  if (is_same_name (*parts, turned))
    aufait_text_take (&turned, g_steal_pointer (parts));
  aufait_text_take (name, g_steal_pointer (&turned));
}

/* A person's nickname is more of a name than where they work; that, than an address. Whoever is
 * known by the organisation alone is one. */
static void
choose_name (AufaitVcardDraft *draft)
{
  AufaitCard *card = draft->card;

  turn_name (draft);
  if (!draft->is_kind_told && is_called_as_organisation (draft))
    card->kind = AUFAIT_CARD_ORGANISATION;
  card->name = g_steal_pointer (&draft->names[AUFAIT_VCARD_DRAFT_FULL_NAME]);
  if (card->name == NULL)
    card->name = g_steal_pointer (&draft->names[AUFAIT_VCARD_DRAFT_PARTS_OF_NAME]);
  if (card->name == NULL)
    card->name = dup_first (card->nicknames);
  if (card->name == NULL && draft->names[AUFAIT_VCARD_DRAFT_ORGANISATION] != NULL) {
    card->name = g_steal_pointer (&draft->names[AUFAIT_VCARD_DRAFT_ORGANISATION]);
    if (!draft->is_kind_told)
      card->kind = AUFAIT_CARD_ORGANISATION;
  }
  if (card->name == NULL)
    card->name = dup_first (card->emails);
  if (card->name == NULL)
    card->name = dup_first (card->phones);
  clear_names (draft);
}

AufaitCard *
aufait_vcard_draft_end (AufaitVcardDraft *draft)
{
  g_return_val_if_fail (draft->card != NULL, NULL);

  aufait_vcard_labels_visit (draft->labels, draft);
  move_lists (draft);
  choose_name (draft);
  if (draft->card->name == NULL) {
    aufait_vcard_report_add (draft->report,
                             _ ("The card that begins on line %u has no name. It was left out."),
                             draft->line);
    g_clear_pointer (&draft->card, aufait_card_free);
  }
  return g_steal_pointer (&draft->card);
}

void
aufait_vcard_draft_drop (AufaitVcardDraft *draft)
{
  if (draft->card == NULL)
    return;
  aufait_vcard_labels_visit (draft->labels, draft);
  move_lists (draft);
  clear_names (draft);
  g_clear_pointer (&draft->card, aufait_card_free);
}
