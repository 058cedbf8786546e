/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a card may be: what two cards, or a card and a person, say of each other. */
#pragma once

#include "aufait-card.h"
#include "aufait-values.h"

/* What a card is known by, for ever: its uid; without one its name and the first of its addresses
 * or numbers. */
char *aufait_card_match_dup_key (const AufaitCard *card);

/* What it is known by among others of the same uid: that, and what is said above of a card without
 * one. The same as above without a uid. */
char *aufait_card_match_dup_own_key (const AufaitCard *card);

/* Whether two names may be one person's: the words of the one are among those of the other, an
 * initial standing for a word; or both begin with the same word. "Marie Dupont" and "Paul Dupont",
 * who share an address, are two. */
gboolean aufait_card_match_may_share (const char *name, const char *other);

/* Whether an e-mail address or a telephone number stands on both. */
gboolean aufait_card_match_shares_address (const AufaitCard *card, const AufaitCard *other);

/* Whether two cards are of two people for sure, whatever else they share: born on different days.
 */
gboolean aufait_card_match_is_born_otherwise (const AufaitCard *card, const AufaitCard *other);

/* Whether two cards of the same name are of two people for sure: born on different days; or, in one
 * address book, with no address or no number in common where both have some, or of one word and
 * with no address, number or birthday in common, unless both say that they were born on the same
 * day of the same year. */
gboolean aufait_card_match_contradicts (const AufaitCard *card,
                                        const AufaitCard *other,
                                        gboolean is_same_book);

/* The name of whom these AufaitCards are of, whatever their order: the fullest. NULL: there is no
 * card. */
const char *aufait_card_match_pick_name (const GPtrArray *cards);

/* Adds to a person of the memory what a card of theirs says: what was said by the user comes first,
 * and stays where there can be one only. A card's other name becomes a nickname. */
void aufait_card_match_add_to (const AufaitCard *card, AufaitPerson *person);
