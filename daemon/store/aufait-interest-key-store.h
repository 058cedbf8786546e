/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which notes are found that tell what someone likes, or does not like: the keys of
 * aufait_likes_dup_keys. Kept beside the meaning of a note, and made anew with it. */
#pragma once

#include "aufait-database.h"
#include "aufait-memory.h"
#include "aufait-values.h"

/* Of a note with its people, its words and its meaning; the note store's alone. */
gboolean
aufait_interest_key_store_add (AufaitDatabase *database, const AufaitNote *note, GError **error);
gboolean
aufait_interest_key_store_remove (AufaitDatabase *database, gint64 note_id, GError **error);

/* Whether nobody is known to like anything. */
gboolean
aufait_interest_key_store_is_empty (AufaitMemory *memory, gboolean *ret_is_empty, GError **error);

/* The notes (gint64: ids) with an interest that has one of @keys, the newest first, each once; of
 * each key at most @max. By index: the cost is that of what is found. */
GArray *aufait_interest_key_store_list (AufaitMemory *memory,
                                        const char *const *keys,
                                        guint max,
                                        GError **error);

/* The notes (gint64: ids) about a person with a dislike, the newest first, each once. */
GArray *
aufait_interest_key_store_list_dislikes (AufaitMemory *memory, gint64 person_id, GError **error);
