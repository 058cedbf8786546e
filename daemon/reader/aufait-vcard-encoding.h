/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the bytes of a value are written: as they are, in quoted-printable (vCard 2.1; RFC 2045, 6.7)
 * or in base64. */
#pragma once

#include "aufait-vcard-property.h"

typedef enum {
  AUFAIT_VCARD_ENCODING_PLAIN,
  AUFAIT_VCARD_ENCODING_QUOTED_PRINTABLE,
  AUFAIT_VCARD_ENCODING_BASE64,
} AufaitVcardEncoding;

/* @ret_charset, when it is not NULL: the name of the character set; empty when it is not said. */
AufaitVcardEncoding aufait_vcard_encoding_get (const AufaitVcardProperty *property,
                                               AufaitVcardSpan *ret_charset);

/* Appends the bytes to @bytes. What is no quoted-printable is taken as it is; NUL is left out. */
void aufait_vcard_encoding_read_quoted_printable (AufaitVcardSpan text, GString *bytes);

/* The bytes; blanks between are skipped. NULL when anything else than base64 is there, or nothing.
 */
guint8 *aufait_vcard_encoding_read_base64 (AufaitVcardSpan text, gsize *ret_length);
