/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A content line taken apart: [group.]NAME[;PARAMETER…]:VALUE (RFC 6350, 3.3). Nothing is copied or
 * decoded; parameters are looked at when they are asked for. */
#pragma once

#include "aufait-vcard-span.h"

typedef struct {
  AufaitVcardSpan group; /* empty: none */
  AufaitVcardSpan name;
  AufaitVcardSpan parameters; /* "TYPE=home;PREF=1"; empty: none */
  AufaitVcardSpan value;      /* as it stands there */
  guint line;                 /* its number */
} AufaitVcardProperty;

/* What a property is preferred by when it does not say. */
#define AUFAIT_VCARD_PROPERTY_LEAST G_MAXUINT

/* FALSE when @text is no content line. Of DTSTART, DTEND, EXDATE, RDATE and RECURRENCE-ID the value
 * begins at the colon behind which a day stands, if there is one. */
gboolean
aufait_vcard_property_parse (AufaitVcardSpan text, guint line, AufaitVcardProperty *ret_property);

/* Takes the next one off @rest, which is a property's parameters at first: without the quotation
 * marks around its value, still escaped. A bare one (vCard 2.1) has an empty name. */
gboolean aufait_vcard_property_take_parameter (AufaitVcardSpan *rest,
                                               AufaitVcardSpan *ret_name,
                                               AufaitVcardSpan *ret_value);

/* The same of the first parameter that is called @name. FALSE when there is none. */
gboolean aufait_vcard_property_find (const AufaitVcardProperty *property,
                                     const char *name,
                                     AufaitVcardSpan *ret_value);

/* The same, unescaped (RFC 6868) and fit to be shown; NULL when there is none. */
char *aufait_vcard_property_dup_parameter (const AufaitVcardProperty *property, const char *name);

/* Whether @value is in the list that is the parameter @name, or, as vCard 2.1 has it, stands there
 * without a name. */
gboolean aufait_vcard_property_has (const AufaitVcardProperty *property,
                                    const char *name,
                                    const char *value);

/* 1 to 100, 1 being the most preferred one; AUFAIT_VCARD_PROPERTY_LEAST when it does not say. */
guint aufait_vcard_property_get_preference (const AufaitVcardProperty *property);
