/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads address books: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), one card or many in a file.
 * Strict about limits, lenient about form; in time that grows with the length alone. */
#pragma once

#include "aufait-card.h"

#define AUFAIT_VCARD_LENGTH_MAX (16 * 1024 * 1024)
#define AUFAIT_VCARD_CARDS_MAX  100000

/* The cards of a file whose bytes are @data (may be NULL when @length is 0): AufaitCard, in their
 * order; never NULL. Appends to @problems (char *, translated; may be NULL) what could not be read,
 * 20 sentences at most; the rest is read all the same. Nothing that is not there is made up: a card
 * without anything to call it by is left out. */
GPtrArray *aufait_vcard_read (const char *data, gsize length, GPtrArray *problems);
