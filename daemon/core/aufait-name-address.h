/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses in a text where names are looked for: their words name nobody. */
#pragma once

#include "aufait-name-word.h"

/* Begins with the text alone. No byte of it is looked at twice, but for the end of what is an
 * address. */
typedef struct {
  const char *text;
  gsize run_end; /* of what was looked at last, and is no address */
  gsize n_read;  /* bytes that were looked at so far */
} AufaitNameAddress;

/* The address of mail or of the web that begins with @word, to be freed; NULL: none does. Words are
 * asked for in their order. */
char *aufait_name_address_dup (AufaitNameAddress *self, const AufaitNameWord *word);
