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

/* Whether a card is @person_id's because its uid is known as theirs. @others: the cards that have
 * this uid beside it; there are programs that give it to strangers. A card that is the only one is
 * believed, whatever it is called by now; one of several only when their name, or a name, an
 * address or a number on another card of theirs is on it, and never when such a one is in the same
 * file, or when it was somebody else's before. @before: as above. */
gboolean aufait_card_owner_is_known_by_uid (const AufaitCardOwner *owner,
                                            const AufaitCard *card,
                                            gint64 person_id,
                                            const GPtrArray *others,
                                            const AufaitLinkStoreCard *before);

/* Nobody is, once adding them was taken back. */
gboolean aufait_card_owner_is_known (AufaitMemory *memory, gint64 person_id);
