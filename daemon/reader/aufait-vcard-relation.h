/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who else a card names: RELATED (RFC 6350, 6.6.6), and the words that address books label them
 * with. */
#pragma once

#include "aufait-card.h"
#include "aufait-vcard-property.h"

/* A label in one form: without Apple's brackets (“_$!<Spouse>!$_”), in lower case. */
char *aufait_vcard_relation_read_label (AufaitVcardSpan label);

/* "spouse", "child" … for such a label; a label that is not known is the type itself. */
const char *aufait_vcard_relation_get_type (const char *label);

/* Whether a date so labelled is an anniversary, or the day of a death. */
gboolean aufait_vcard_relation_is_anniversary (const char *label);
gboolean aufait_vcard_relation_is_death (const char *label);

/* Of a RELATED whose decoded value is @value: a uid or a text. NULL when it leads elsewhere. */
AufaitCardRelation *aufait_vcard_relation_read (const AufaitVcardProperty *property,
                                                AufaitVcardSpan value);
