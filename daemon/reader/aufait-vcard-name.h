/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structured values of a card, as texts that one reads. All are decoded, with their escapes. */
#pragma once

#include "aufait-vcard-span.h"

/* Of N, "family;given;additional;prefixes;suffixes": "Given Additional Family", with the prefix
 * only when no given name is there: "Dr. Smith". NULL when all are empty. */
char *aufait_vcard_name_dup_person (AufaitVcardSpan value);

/* Whether N has a family name beside a given one, as people have. */
gboolean aufait_vcard_name_has_parts (AufaitVcardSpan value);

/* Of ORG, "name;unit;…": the name, or else the first unit. */
char *aufait_vcard_name_dup_organisation (AufaitVcardSpan value);

/* Of ADR, "box;extended;street;town;region;code;country": "Town, Country", without what is empty.
 */
char *aufait_vcard_name_dup_place (AufaitVcardSpan value);
