/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a card may be that nothing is known of yet: by e-mail, then in the place of a card that
 * went, then by name when there is one such name. */
#pragma once

#include "aufait-link-store.h"
#include "aufait-memory.h"
#include "aufait-names.h"

/* Where one looks. */
typedef struct {
  AufaitMemory *memory;
  AufaitIndex *index;
  AufaitNames *names;
  const GPtrArray *gone; /* AufaitLinkStoreCard: of cards that went just now */
} AufaitCardOwner;

/* @before: whose the card was that stood in its place; NULL: there was none. 0: nobody who is
 * known, or more than one. */
gint64 aufait_card_owner_find (const AufaitCardOwner *owner,
                               const AufaitCard *card,
                               const AufaitLinkStoreCard *before);

/* Nobody is, once adding them was taken back. */
gboolean aufait_card_owner_is_known (AufaitMemory *memory, gint64 person_id);
