/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the cards of the index are, and whom its events are about: ids of people in the memory.
 * Derived as all that is in the index: found out once a file was read (aufait-linker.h). */
#pragma once

#include "aufait-index.h"

/* A card or an event of the index, and a person of the memory. */
typedef struct {
  gint64 item_id;
  gint64 person_id;
} AufaitLink;

/* What follows is written in one go. Joins the transaction of a writer that has one open, and is
 * then committed, or lost, with it. */
gboolean aufait_link_store_begin (AufaitIndex *index, GError **error);
gboolean aufait_link_store_end (AufaitIndex *index, GError **error);

/* The links (AufaitLink) of the cards that the file has or had: what was written last, by anyone.
 * They outlive their cards until they are set anew. */
GArray *aufait_link_store_list_cards_of_file (AufaitIndex *index, gint64 file_id, GError **error);

/* In place of the above. */
gboolean aufait_link_store_set_cards_of_file (AufaitIndex *index,
                                              gint64 file_id,
                                              const GArray *links,
                                              GError **error);

/* Card → person of all cards, by card. */
GArray *aufait_link_store_list_cards (AufaitIndex *index, GError **error);

/* Whether a card that is there is linked to the person. */
gboolean aufait_link_store_has_card (AufaitIndex *index,
                                     gint64 person_id,
                                     gboolean *ret_has_card,
                                     GError **error);

/* Whom an event is about, as ids (gint64); and setting it. */
GArray *aufait_link_store_list_people (AufaitIndex *index, gint64 event_id, GError **error);
gboolean aufait_link_store_set_people (AufaitIndex *index,
                                       gint64 event_id,
                                       const GArray *people,
                                       GError **error);

/* Ids of all files that have events, or cards; gone ones too where links are left of them. */
GArray *aufait_link_store_list_files (AufaitIndex *index, gboolean with_events, GError **error);

/* The folder of a file; 0: not known. */
gint64 aufait_link_store_get_folder (AufaitIndex *index, gint64 file_id, GError **error);

/* Which memory, and which state of it, the links were made for: the stamp of
 * aufait-identity-store.h. 0: none, or they are not complete. */
gint64 aufait_link_store_get_stamp (AufaitIndex *index);
gboolean aufait_link_store_set_stamp (AufaitIndex *index, gint64 stamp, GError **error);
