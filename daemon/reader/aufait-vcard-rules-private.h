/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows' functions that are not beside the table. */
#pragma once

#include "aufait-vcard-rules.h"

typedef struct {
  AufaitVcardDraft *draft;
  const AufaitVcardProperty *property;
  AufaitVcardSpan value; /* decoded, with its escapes, without blanks around it; never empty */
  const char *argument;  /* of the row */
} AufaitVcardRulesContext;

/* The day that @value, a part of the context's, is (aufait-vcard-date.h); NULL, and a problem when
 * it was to be one, when it is none. */
char *aufait_vcard_rules_dup_date (const AufaitVcardRulesContext *context, AufaitVcardSpan value);

void aufait_vcard_rules_birthday (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_anniversary (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_death (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_related (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_relation (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_labelled_date (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_labelled_relation (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_label (const AufaitVcardRulesContext *context);
void aufait_vcard_rules_android (const AufaitVcardRulesContext *context);
