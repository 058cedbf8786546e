/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the cards of the index are, and whom its events are about: ids of people in the memory.
 * Derived as all that is in the index: found out once a file was read (aufait-linker.h). */
#pragma once

#include "aufait-card.h"
#include "aufait-index.h"

/* Whose a card is, and what it said when that was found out. */
typedef struct {
  gint64 card_id;
  gint64 person_id;
  char *name;
  GStrv nicknames;
  GStrv emails;
} AufaitLinkStoreCard;

void aufait_link_store_card_free (AufaitLinkStoreCard *link);

/* What follows is written in one go. Joins the transaction of a writer that has one open, and is
 * then committed, or lost, with it. */
gboolean aufait_link_store_begin (AufaitIndex *index, GError **error);
gboolean aufait_link_store_end (AufaitIndex *index, GError **error);

/* Ends it, too: what was written since it began is taken back. */
void aufait_link_store_cancel (AufaitIndex *index);

/* NULL without an error when the card was never linked. */
AufaitLinkStoreCard *
aufait_link_store_find_card (AufaitIndex *index, gint64 card_id, GError **error);

/* The card is @person_id's. */
gboolean aufait_link_store_set_card (AufaitIndex *index,
                                     const AufaitCard *card,
                                     gint64 person_id,
                                     GError **error);
gboolean aufait_link_store_remove_card (AufaitIndex *index, gint64 card_id, GError **error);

/* Forgets whose all cards are, and whom all events are about. */
gboolean aufait_link_store_clear (AufaitIndex *index, GError **error);

/* The links (AufaitLinkStoreCard) with card ids in [from, until) whose cards are gone. */
GPtrArray *
aufait_link_store_list_gone (AufaitIndex *index, gint64 from, gint64 until, GError **error);

/* Whether there are, or may be, links with card ids in [from, until). */
gboolean aufait_link_store_has_any (AufaitIndex *index, gint64 from, gint64 until);

/* All links (AufaitLinkStoreCard), by card; those too of cards that are gone. */
GPtrArray *aufait_link_store_list (AufaitIndex *index, GError **error);

/* Card id → person id (gint64 *) of all cards. */
GHashTable *aufait_link_store_list_cards (AufaitIndex *index, GError **error);

/* The ids (gint64) of the cards that are linked to the person, those too that are gone. */
GArray *aufait_link_store_list_cards_of (AufaitIndex *index, gint64 person_id, GError **error);

/* Whether a card that is there is linked to the person. */
gboolean aufait_link_store_has_card (AufaitIndex *index,
                                     gint64 person_id,
                                     gboolean *ret_has_card,
                                     GError **error);

/* The ids (gint64 *) of people with a card that says that they are dead. */
GHashTable *aufait_link_store_list_dead (AufaitIndex *index);

/* The ids (gint64) of people with a card whose birthday or anniversary is on a day of the year from
 * @first to @last, "MM-DD", both inclusive; @first behind @last goes over the new year. */
GArray *aufait_link_store_list_yearly (AufaitIndex *index,
                                       const char *first,
                                       const char *last,
                                       GError **error);

/* Whom an event is about, as ids (gint64); and setting it. */
GArray *aufait_link_store_list_people (AufaitIndex *index, gint64 event_id, GError **error);
gboolean aufait_link_store_set_people (AufaitIndex *index,
                                       gint64 event_id,
                                       const GArray *people,
                                       GError **error);

/* The folder of the file that a card or an event is in; 0: not known. */
gint64 aufait_link_store_get_folder (AufaitIndex *index, gint64 item_id, GError **error);

/* Whether two cards, or events, are in one file. */
gboolean aufait_link_store_is_one_file (gint64 item_id, gint64 other_id);

/* The user's own e-mail addresses as the events tell; and setting them. Empty: not known. */
GStrv aufait_link_store_list_mine (AufaitIndex *index, GError **error);
gboolean aufait_link_store_set_mine (AufaitIndex *index, GStrv emails, GError **error);

/* How many events there were when the above was found out, and how many were read since. */
void aufait_link_store_get_counted (AufaitIndex *index, gint64 *ret_n_events, gint64 *ret_n_since);
gboolean
aufait_link_store_set_counted (AufaitIndex *index, gint64 n_events, gint64 n_since, GError **error);

/* What the events were linked for, in words: whose calendars are whose. NULL: never. */
char *aufait_link_store_dup_basis (AufaitIndex *index);
gboolean aufait_link_store_set_basis (AufaitIndex *index, const char *basis, GError **error);

/* What the names decided for all events alike when they were linked (aufait-event-linker.h); NULL:
 * it was never said. */
char *aufait_link_store_dup_common (AufaitIndex *index);
gboolean aufait_link_store_set_common (AufaitIndex *index, const char *common, GError **error);

/* Whether some links are about to be made anew: where that is not taken back, they never were. */
gboolean aufait_link_store_is_pending (AufaitIndex *index);
gboolean aufait_link_store_set_pending (AufaitIndex *index, gboolean is_pending, GError **error);

/* Which memory, and which state of it, the links were made for: the stamp of
 * aufait-identity-store.h. 0: none, or they are not complete. */
gint64 aufait_link_store_get_stamp (AufaitIndex *index);
gboolean aufait_link_store_set_stamp (AufaitIndex *index, gint64 stamp, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitLinkStoreCard, aufait_link_store_card_free)
