/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-rules.h"

#include <string.h>

#include "aufait-vcard-name.h"
#include "aufait-vcard-photo.h"
#include "aufait-vcard-rules-private.h"
#include "aufait-vcard-tag.h"
#include "aufait-vcard-uid.h"

/* --- who ----------------------------------------------------------------------------------- */

static void
apply_uid (const AufaitVcardRulesContext *context)
{
  if (context->draft->card->uid == NULL)
    context->draft->card->uid = aufait_vcard_uid_read (context->value);
}

static void
apply_full_name (const AufaitVcardRulesContext *context)
{
  aufait_vcard_draft_take_name (context->draft, AUFAIT_VCARD_DRAFT_FULL_NAME,
                                aufait_vcard_value_dup_text (context->value),
                                aufait_vcard_property_get_preference (context->property));
}

/* Of somebody with a full name and all parts of one nothing else can be a name; but for one that
 * may be the wrong way round. */
static gboolean
is_named (const AufaitVcardDraft *draft)
{
  const char *name = draft->names[AUFAIT_VCARD_DRAFT_FULL_NAME];

  return name != NULL && draft->has_parts_of_name && strchr (name, ',') == NULL;
}

static void
apply_parts_of_name (const AufaitVcardRulesContext *context)
{
  context->draft->has_parts_of_name |= aufait_vcard_name_has_parts (context->value);
  if (!is_named (context->draft))
    aufait_vcard_draft_take_name (context->draft, AUFAIT_VCARD_DRAFT_PARTS_OF_NAME,
                                  aufait_vcard_name_dup_person (context->value), 0);
}

static void
apply_organisation (const AufaitVcardRulesContext *context)
{
  if (!is_named (context->draft))
    aufait_vcard_draft_take_name (context->draft, AUFAIT_VCARD_DRAFT_ORGANISATION,
                                  aufait_vcard_name_dup_organisation (context->value), 0);
}

static void
apply_nickname (const AufaitVcardRulesContext *context)
{
  AufaitVcardSpan value = context->value;
  AufaitVcardSpan part;

  while (aufait_vcard_value_take (&value, ',', &part))
    aufait_vcard_draft_take_value (context->draft, AUFAIT_VCARD_DRAFT_NICKNAMES,
                                   aufait_vcard_value_dup_text (part));
}

/* What is not known is a person (RFC 6350, 6.1.4). */
static void
apply_kind (const AufaitVcardRulesContext *context)
{
  static const struct {
    const char *word;
    AufaitCardKind kind;
  } kinds[] = {
    { "group", AUFAIT_CARD_GROUP },
    { "org", AUFAIT_CARD_ORGANISATION },
    { "organization", AUFAIT_CARD_ORGANISATION },
    { "organisation", AUFAIT_CARD_ORGANISATION },
    { "company", AUFAIT_CARD_ORGANISATION },
    { "location", AUFAIT_CARD_ORGANISATION },
    { "application", AUFAIT_CARD_ORGANISATION },
    { "device", AUFAIT_CARD_ORGANISATION },
    { "individual", AUFAIT_CARD_PERSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (aufait_vcard_span_is (context->value, kinds[i].word)) {
      context->draft->card->kind = kinds[i].kind;
      context->draft->is_kind_told = TRUE;
    }
  }
}

/* A contact list, as Evolution writes it. */
static void
apply_list (const AufaitVcardRulesContext *context)
{
  if (!aufait_vcard_span_is (context->value, "true"))
    return;
  context->draft->card->kind = AUFAIT_CARD_GROUP;
  context->draft->is_kind_told = TRUE;
}

/* --- where --------------------------------------------------------------------------------- */

static void
apply_email (const AufaitVcardRulesContext *context)
{
  AufaitVcardSpan value = context->value;
  const char *open = memchr (value.text, '<', value.length);
  AufaitVcardSpan part;

  if (aufait_vcard_span_begins (value, "mailto:"))
    value = aufait_vcard_span_skip (value, strlen ("mailto:"));
  else if (open != NULL && value.text[value.length - 1] == '>') {
    value = aufait_vcard_span_skip (value, (gsize) (open + 1 - value.text));
    value.length--;
  }
  part = value;
  if (value.length > 0 && memchr (part.text, '@', part.length) != NULL)
    aufait_vcard_draft_take_value (context->draft, AUFAIT_VCARD_DRAFT_EMAILS,
                                   aufait_vcard_value_dup_text (part));
}

/* "tel:+33-6-1234;ext=5" is a number with what belongs to an exchange. */
static void
apply_phone (const AufaitVcardRulesContext *context)
{
  AufaitVcardSpan value = context->value;
  AufaitVcardSpan part = value;

  if (aufait_vcard_span_begins (value, "tel:")) {
    value = aufait_vcard_span_skip (value, strlen ("tel:"));
    aufait_vcard_span_take (&value, ';', &part);
  }
  aufait_vcard_draft_take_value (context->draft, AUFAIT_VCARD_DRAFT_PHONES,
                                 aufait_vcard_value_dup_text (part));
}

static void
apply_address (const AufaitVcardRulesContext *context)
{
  aufait_vcard_draft_take_value (context->draft, AUFAIT_VCARD_DRAFT_PLACES,
                                 aufait_vcard_name_dup_place (context->value));
}

static void
apply_language (const AufaitVcardRulesContext *context)
{
  AufaitVcardDraft *draft = context->draft;
  guint rank = aufait_vcard_property_get_preference (context->property);

  if (!aufait_vcard_tag_is_language (context->value) ||
      (draft->card->language != NULL && draft->language_rank <= rank))
    return;
  g_free (draft->card->language);
  draft->card->language = aufait_vcard_span_dup (context->value);
  draft->language_rank = rank;
}

static void
apply_timezone (const AufaitVcardRulesContext *context)
{
  if (context->draft->card->timezone == NULL && aufait_vcard_tag_is_zone (context->value))
    context->draft->card->timezone = aufait_vcard_span_dup (context->value);
}

static void
apply_photo (const AufaitVcardRulesContext *context)
{
  if (context->draft->card->photo == NULL)
    context->draft->card->photo = aufait_vcard_photo_read (context->property);
}

/* --- the table ----------------------------------------------------------------------------- */

typedef struct {
  const char *name;
  gsize length;
  void (*apply) (const AufaitVcardRulesContext *context);
  const char *argument;
  gboolean is_raw; /* the value is not decoded for it */
} Rule;

#define ROW(name) name, sizeof name - 1

static const Rule rules[] = {
  { ROW ("UID"), apply_uid },
  { ROW ("FN"), apply_full_name },
  { ROW ("N"), apply_parts_of_name },
  { ROW ("ORG"), apply_organisation },
  { ROW ("NICKNAME"), apply_nickname },
  { ROW ("X-NICKNAME"), apply_nickname },
  { ROW ("KIND"), apply_kind },
  { ROW ("X-ADDRESSBOOKSERVER-KIND"), apply_kind },
  { ROW ("X-ABShowAs"), apply_kind },
  { ROW ("X-EVOLUTION-LIST"), apply_list },
  { ROW ("EMAIL"), apply_email },
  { ROW ("TEL"), apply_phone },
  { ROW ("ADR"), apply_address },
  { ROW ("LANG"), apply_language },
  { ROW ("TZ"), apply_timezone },
  { ROW ("PHOTO"), apply_photo, NULL, TRUE },
  { ROW ("BDAY"), aufait_vcard_rules_birthday },
  { ROW ("ANNIVERSARY"), aufait_vcard_rules_anniversary },
  { ROW ("X-ANNIVERSARY"), aufait_vcard_rules_anniversary },
  { ROW ("X-MS-ANNIVERSARY"), aufait_vcard_rules_anniversary },
  { ROW ("X-EVOLUTION-ANNIVERSARY"), aufait_vcard_rules_anniversary },
  { ROW ("X-KADDRESSBOOK-X-Anniversary"), aufait_vcard_rules_anniversary },
  { ROW ("DEATHDATE"), aufait_vcard_rules_death },
  { ROW ("X-DEATHDATE"), aufait_vcard_rules_death },
  { ROW ("X-DEATH-DATE"), aufait_vcard_rules_death },
  { ROW ("DEATHPLACE"), aufait_vcard_rules_death },
  { ROW ("X-ABDATE"), aufait_vcard_rules_labelled_date },
  { ROW ("X-ABLabel"), aufait_vcard_rules_label },
  { ROW ("X-ANDROID-CUSTOM"), aufait_vcard_rules_android },
  { ROW ("RELATED"), aufait_vcard_rules_related },
  { ROW ("X-ABRELATEDNAMES"), aufait_vcard_rules_labelled_relation },
  { ROW ("X-SPOUSE"), aufait_vcard_rules_relation, "spouse" },
  { ROW ("X-MS-SPOUSE"), aufait_vcard_rules_relation, "spouse" },
  { ROW ("X-MS-CHILD"), aufait_vcard_rules_relation, "child" },
  { ROW ("X-EVOLUTION-SPOUSE"), aufait_vcard_rules_relation, "spouse" },
  { ROW ("X-KADDRESSBOOK-X-SpouseName"), aufait_vcard_rules_relation, "spouse" },
  { ROW ("X-KADDRESSBOOK-X-SpousesName"), aufait_vcard_rules_relation, "spouse" },
  { ROW ("X-MANAGER"), aufait_vcard_rules_relation, "manager" },
  { ROW ("X-MS-MANAGER"), aufait_vcard_rules_relation, "manager" },
  { ROW ("X-EVOLUTION-MANAGER"), aufait_vcard_rules_relation, "manager" },
  { ROW ("X-KADDRESSBOOK-X-ManagersName"), aufait_vcard_rules_relation, "manager" },
  { ROW ("X-ASSISTANT"), aufait_vcard_rules_relation, "assistant" },
  { ROW ("X-MS-ASSISTANT"), aufait_vcard_rules_relation, "assistant" },
  { ROW ("X-EVOLUTION-ASSISTANT"), aufait_vcard_rules_relation, "assistant" },
  { ROW ("X-KADDRESSBOOK-X-AssistantsName"), aufait_vcard_rules_relation, "assistant" },
};

static const Rule *
find_rule (AufaitVcardSpan name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    /* The first letters differ in most cases, and cost no call. */
    if (name.length == rules[i].length && ((*name.text ^ *rules[i].name) & ~0x20) == 0 &&
        aufait_vcard_span_is_same (name.text, rules[i].name, name.length))
      return &rules[i];
  }
  return NULL;
}

void
aufait_vcard_rules_apply (AufaitVcardDraft *draft,
                          AufaitVcardValue *decoder,
                          const AufaitVcardProperty *property)
{
  const Rule *rule = find_rule (property->name);
  AufaitVcardRulesContext context = { draft, property };

  if (rule == NULL)
    return;
  context.argument = rule->argument;
  context.value = property->value;
  if (!rule->is_raw)
    context.value = aufait_vcard_span_trim (aufait_vcard_value_decode (decoder, property));
  if (context.value.length > 0)
    rule->apply (&context);
}
