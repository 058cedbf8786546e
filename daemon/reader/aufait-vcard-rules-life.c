/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for days of a life, and for those who share it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-vcard-date.h"
#include "aufait-vcard-relation.h"
#include "aufait-vcard-rules-private.h"

/* --- days ---------------------------------------------------------------------------------- */

/* What is said to be a text is none that was to be a day. */
static gboolean
is_text (const AufaitVcardProperty *property)
{
  AufaitVcardSpan type;

  return aufait_vcard_property_find (property, "VALUE", &type) &&
         aufait_vcard_span_is (type, "text");
}

static void
report_date (const AufaitVcardRulesContext *context,
             AufaitVcardSpan value,
             AufaitVcardDateFault fault)
{
  const AufaitVcardProperty *property = context->property;
  AufaitVcardReport *report = context->draft->report;

  if (fault == AUFAIT_VCARD_DATE_IMPOSSIBLE) {
    g_autofree char *text = aufait_vcard_value_dup_text (value);

    aufait_vcard_report_add (report, _ ("Line %u: no calendar has the day “%s”."), property->line,
                             text);
  } else if (fault == AUFAIT_VCARD_DATE_UNREADABLE && !is_text (property)) {
    g_autofree char *name = aufait_vcard_span_dup (property->name);

    aufait_vcard_report_add (report, _ ("Line %u: %s was not understood."), property->line, name);
  }
}

char *
aufait_vcard_rules_dup_date (const AufaitVcardRulesContext *context, AufaitVcardSpan value)
{
  AufaitVcardSpan omitted = { NULL, 0 };
  AufaitVcardDateFault fault;
  char *date;

  aufait_vcard_property_find (context->property, "X-APPLE-OMIT-YEAR", &omitted);
  date = aufait_vcard_date_read (value, omitted, &fault);
  report_date (context, value, fault);
  return date;
}

void
aufait_vcard_rules_birthday (const AufaitVcardRulesContext *context)
{
  if (context->draft->card->birthday == NULL)
    context->draft->card->birthday = aufait_vcard_rules_dup_date (context, context->value);
}

void
aufait_vcard_rules_anniversary (const AufaitVcardRulesContext *context)
{
  if (context->draft->card->anniversary == NULL)
    context->draft->card->anniversary = aufait_vcard_rules_dup_date (context, context->value);
}

void
aufait_vcard_rules_death (const AufaitVcardRulesContext *context)
{
  context->draft->card->is_dead = TRUE;
}

/* --- with whom, and what is labelled ------------------------------------------------------- */

void
aufait_vcard_rules_related (const AufaitVcardRulesContext *context)
{
  aufait_vcard_draft_take_relation (context->draft,
                                    aufait_vcard_relation_read (context->property, context->value));
}

void
aufait_vcard_rules_relation (const AufaitVcardRulesContext *context)
{
  g_autofree char *text = aufait_vcard_value_dup_text (context->value);

  if (text != NULL)
    aufait_vcard_draft_take_relation (context->draft,
                                      aufait_card_relation_new (context->argument, text, NULL));
}

static void
on_labelled_relation (const char *label, const char *value, gpointer user_data)
{
  AufaitVcardDraft *draft = user_data;
  const char *type = aufait_vcard_relation_get_type (label);

  aufait_vcard_draft_take_relation (draft, aufait_card_relation_new (type, value, NULL));
}

static void
on_labelled_date (const char *label, const char *value, gpointer user_data)
{
  AufaitVcardDraft *draft = user_data;

  if (aufait_vcard_relation_is_death (label))
    draft->card->is_dead = TRUE;
  else if (draft->card->anniversary == NULL && *value != '\0' &&
           aufait_vcard_relation_is_anniversary (label))
    draft->card->anniversary = g_strdup (value);
}

void
aufait_vcard_rules_labelled_relation (const AufaitVcardRulesContext *context)
{
  g_autofree char *text = aufait_vcard_value_dup_text (context->value);

  if (text != NULL)
    aufait_vcard_labels_add_value (context->draft->labels, context->property->group, text,
                                   on_labelled_relation);
}

void
aufait_vcard_rules_labelled_date (const AufaitVcardRulesContext *context)
{
  g_autofree char *date = aufait_vcard_rules_dup_date (context, context->value);

  /* A death is one without a day as well. */
  aufait_vcard_labels_add_value (context->draft->labels, context->property->group,
                                 date != NULL ? date : "", on_labelled_date);
}

void
aufait_vcard_rules_label (const AufaitVcardRulesContext *context)
{
  aufait_vcard_labels_add_label (context->draft->labels, context->property->group, context->value);
}
