/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each property means for the card: a table, a row a name. */
#pragma once

#include "aufait-vcard-draft.h"
#include "aufait-vcard-property.h"
#include "aufait-vcard-value.h"

/* Writes what @property says into @draft. Properties without a row say nothing. */
void aufait_vcard_rules_apply (AufaitVcardDraft *draft,
                               AufaitVcardValue *decoder,
                               const AufaitVcardProperty *property);
