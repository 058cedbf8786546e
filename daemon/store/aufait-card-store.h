/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of all address books that were read. Arrays hold AufaitCards, and are without pictures:
 * those are fetched one by one. */
#pragma once

#include "aufait-card.h"
#include "aufait-index.h"

GPtrArray *aufait_card_store_list (AufaitIndex *index, GError **error);

/* Those with an id in [from, until), by id, at most @max. */
GPtrArray *aufait_card_store_list_range (
    AufaitIndex *index, gint64 from, gint64 until, guint max, GError **error);

/* Those of this person of the memory (aufait-link-store.h). */
GPtrArray *aufait_card_store_list_of_person (AufaitIndex *index, gint64 person_id, GError **error);

/* The same as it was written last, committed or not, for those who are writing links: without what
 * was read since a link was made, and may be somebody else's by now. */
GPtrArray *aufait_card_store_list_linked (AufaitIndex *index, gint64 person_id, GError **error);

/* Those of people that have this uid, by id, as they were written last, committed or not. */
GPtrArray *aufait_card_store_list_of_uid (AufaitIndex *index, const char *uid, GError **error);

/* The name on the first card of this uid; NULL without an error: there is none. */
char *aufait_card_store_dup_name_of_uid (AufaitIndex *index, const char *uid, GError **error);

/* The picture on the first card of this person (aufait-link-store.h) that has one, as a file of its
 * own kind; NULL without an error: none. */
GBytes *
aufait_card_store_dup_photo_of_person (AufaitIndex *index, gint64 person_id, GError **error);
