/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who were made one with somebody because the user said so, and what was theirs. Changes need
 * a transaction. */
#pragma once

#include "aufait-memory.h"

/* Before all that is @from's becomes @into's: keeps who @from is, and what of it @into has, too. */
gboolean aufait_former_store_keep (AufaitMemory *memory, gint64 into, gint64 from, GError **error);

/* Those who are one with this person since: AufaitPersons with the ids, names, nicknames and
 * addresses that they had, the last one first. */
GPtrArray *aufait_former_store_list (AufaitMemory *memory, gint64 person_id, GError **error);

/* The one of them whose card it was; 0 without an error: none's. */
gint64 aufait_former_store_find_by_card (AufaitMemory *memory,
                                         gint64 person_id,
                                         const char *card,
                                         GError **error);

/* Gives @former_id, one of those of @person_id, what was theirs: they are somebody of their own
 * again, with that id. What came since then stays where it is. */
gboolean aufait_former_store_give_back (AufaitMemory *memory,
                                        gint64 person_id,
                                        gint64 former_id,
                                        GError **error);
