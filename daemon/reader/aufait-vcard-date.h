/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of vCards: 1996-04-15, 19960415, --0415, --04-15, with a time behind them or without
 * (RFC 2426, 3.1.5; RFC 6350, 4.3); and as programs write them, 1996-4-5 and 15.04.1996. Nothing is
 * guessed: 4/5/1996 is no date. */
#pragma once

#include "aufait-vcard-span.h"

/* Why a value is no day. */
typedef enum {
  AUFAIT_VCARD_DATE_READ,       /* it is one */
  AUFAIT_VCARD_DATE_INCOMPLETE, /* a part of one: a year, a month, a time */
  AUFAIT_VCARD_DATE_IMPOSSIBLE, /* it looks like one, but no calendar has it */
  AUFAIT_VCARD_DATE_UNREADABLE,
} AufaitVcardDateFault;

/* "1996-04-15", or "--04-15" when the year is not told. A year that is @omitted (Apple's
 * X-APPLE-OMIT-YEAR, usually empty), 1604 or 0000 is none. NULL when @value is no day of a month;
 * @ret_fault (may be NULL) says why. */
char *aufait_vcard_date_read (AufaitVcardSpan value,
                              AufaitVcardSpan omitted,
                              AufaitVcardDateFault *ret_fault);
