/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Android writes into vCards 2.1 that has no property there: the rows of its own database,
 * X-ANDROID-CUSTOM:MIME type;value;number of a type;its label in words;… (ContactsContract). */
#include "config.h"

#include "aufait-vcard-relation.h"
#include "aufait-vcard-rules-private.h"

#define MIME "vnd.android.cursor.item/"

typedef struct {
  AufaitVcardSpan value;
  AufaitVcardSpan number;
  AufaitVcardSpan label;
} Columns;

static void
take_nickname (const AufaitVcardRulesContext *context, const Columns *columns)
{
  aufait_vcard_draft_take_value (context->draft, AUFAIT_VCARD_DRAFT_NICKNAMES,
                                 aufait_vcard_value_dup_text (columns->value));
}

static void
take_day (const AufaitVcardRulesContext *context, const Columns *columns, char **day)
{
  if (*day == NULL)
    *day = aufait_vcard_rules_dup_date (context, columns->value);
}

static void
take_event (const AufaitVcardRulesContext *context, const Columns *columns)
{
  AufaitCard *card = context->draft->card;
  g_autofree char *label = aufait_vcard_relation_read_label (columns->label);

  if (aufait_vcard_span_is (columns->number, "3"))
    take_day (context, columns, &card->birthday);
  else if (aufait_vcard_span_is (columns->number, "1") ||
           aufait_vcard_relation_is_anniversary (label))
    take_day (context, columns, &card->anniversary);
  else
    card->is_dead |= aufait_vcard_relation_is_death (label);
}

/* By their numbers; 0 has a label. */
static const char *const relations[] = {
  "",       "assistant", "brother", "child",   "domestic partner", "father", "friend", "manager",
  "mother", "parent",    "partner", "contact", "relative",         "sister", "spouse",
};

static char *
dup_relation (const Columns *columns)
{
  g_autofree char *number = aufait_vcard_span_dup (columns->number);
  guint64 n = g_ascii_strtoull (number, NULL, 10);

  if (n > 0)
    return g_strdup (n < G_N_ELEMENTS (relations) ? relations[n] : "");
  return aufait_vcard_relation_read_label (columns->label);
}

static void
take_relation (const AufaitVcardRulesContext *context, const Columns *columns)
{
  g_autofree char *text = aufait_vcard_value_dup_text (columns->value);
  g_autofree char *relation = dup_relation (columns);

  if (text != NULL)
    aufait_vcard_draft_take_relation (
        context->draft,
        aufait_card_relation_new (aufait_vcard_relation_get_type (relation), text, NULL));
}

static const struct {
  const char *mime;
  void (*take) (const AufaitVcardRulesContext *context, const Columns *columns);
} kinds[] = {
  { MIME "nickname", take_nickname },
  { MIME "contact_event", take_event },
  { MIME "relation", take_relation },
};

static AufaitVcardSpan
take_column (AufaitVcardSpan *rest)
{
  AufaitVcardSpan column = { "", 0 };

  if (rest->text == NULL || !aufait_vcard_value_take (rest, ';', &column))
    return (AufaitVcardSpan){ "", 0 };
  return aufait_vcard_span_trim (column);
}

void
aufait_vcard_rules_android (const AufaitVcardRulesContext *context)
{
  AufaitVcardSpan rest = context->value, mime = take_column (&rest);
  Columns columns;

  columns.value = take_column (&rest);
  columns.number = take_column (&rest);
  columns.label = take_column (&rest);
  if (columns.value.length == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (aufait_vcard_span_is (mime, kinds[i].mime))
      kinds[i].take (context, &columns);
  }
}
