/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what stands in a file to a text: quoted-printable or base64, the character set, escapes,
 * what must not be shown. */
#pragma once

#include "aufait-vcard-charset.h"
#include "aufait-vcard-property.h"

/* Longer texts are cut, with an ellipsis. */
#define AUFAIT_VCARD_VALUE_CHARS_MAX 500

typedef struct _AufaitVcardValue AufaitVcardValue;

/* What decodes the values of one file. */
AufaitVcardValue *aufait_vcard_value_new (void);
void aufait_vcard_value_free (AufaitVcardValue *decoder);

/* The value of @property in UTF-8, still with its escapes; valid until the next call. */
AufaitVcardSpan aufait_vcard_value_decode (AufaitVcardValue *decoder,
                                           const AufaitVcardProperty *property);

/* Takes off @rest what stands before the next @separator that is not escaped, like
 * aufait_vcard_span_take. */
gboolean aufait_vcard_value_take (AufaitVcardSpan *rest, char separator, AufaitVcardSpan *ret_part);

/* A part of a decoded value without its escapes, fit to be shown; NULL when nothing is left. */
char *aufait_vcard_value_dup_text (AufaitVcardSpan part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVcardValue, aufait_vcard_value_free)
