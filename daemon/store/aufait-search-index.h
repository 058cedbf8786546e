/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the notes, to be searched. It holds no text of its own, so a note is taken out while
 * its row still has the words that were put in. */
#pragma once

#include "aufait-database.h"

/* To be called once for a connection, before words are listed. */
gboolean aufait_search_index_open (AufaitDatabase *database, GError **error);

/* The words in the index that begin with @beginning, which is folded as they are; NULL without an
 * error when there are more than @max. The cost is that of the words, not of the notes. */
GStrv aufait_search_index_list_words (AufaitDatabase *database,
                                      const char *beginning,
                                      guint max,
                                      GError **error);

/* Puts a note in, or takes it out; nothing happens when there is no such note. A note that is newer
 * than all that is in it waits for others, so that writing a note down does not wait for it. */
gboolean aufait_search_index_add (AufaitDatabase *database, gint64 note_id, GError **error);
gboolean aufait_search_index_remove (AufaitDatabase *database, gint64 note_id, GError **error);

/* Whether notes wait. FALSE and an error when it cannot be told. */
gboolean aufait_search_index_is_behind (AufaitDatabase *database, GError **error);

/* Puts those in that wait, and counts them; into an index that is made anew, when it is damaged.
 * Within a transaction. */
gboolean aufait_search_index_catch_up (AufaitDatabase *database, GError **error);

/* Makes it anew of all notes. Within a transaction. */
gboolean aufait_search_index_rebuild (AufaitDatabase *database, GError **error);

/* AUFAIT_MEMORY_ERROR_DAMAGED when it does not agree with the notes. */
gboolean aufait_search_index_check (AufaitDatabase *database, GError **error);
