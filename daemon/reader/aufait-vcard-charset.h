/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the bytes of values into UTF-8. Only character sets that address books are written in are
 * opened, each once: a file chooses their names. */
#pragma once

#include "aufait-vcard-span.h"

typedef struct _AufaitVcardCharset AufaitVcardCharset;

AufaitVcardCharset *aufait_vcard_charset_new (void);
void aufait_vcard_charset_free (AufaitVcardCharset *charset);

/* @bytes in UTF-8: itself when it is that already, else in memory of @charset, until the next call.
 * They are in the character set @name, when it is known and they are; else in UTF-8, when they are;
 * else in windows-1252. */
AufaitVcardSpan aufait_vcard_charset_convert (AufaitVcardCharset *charset,
                                              AufaitVcardSpan name,
                                              AufaitVcardSpan bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVcardCharset, aufait_vcard_charset_free)
