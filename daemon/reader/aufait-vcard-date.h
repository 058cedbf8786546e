/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of vCards: 1996-04-15, 19960415, --0415, --04-15, with a time behind them or without
 * (RFC 2426, 3.1.5; RFC 6350, 4.3). Nothing is guessed: 15/04/1996 is no date. */
#pragma once

#include "aufait-vcard-span.h"

/* "1996-04-15", or "--04-15" when the year is not told. A year that is @omitted (Apple's
 * X-APPLE-OMIT-YEAR, usually empty), 1604 or 0000 is none. NULL when @value is no day of a month;
 * then, when @ret_is_impossible is not NULL, whether it looks like one that no calendar has. */
char *aufait_vcard_date_read (AufaitVcardSpan value,
                              AufaitVcardSpan omitted,
                              gboolean *ret_is_impossible);
