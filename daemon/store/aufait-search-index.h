/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the notes, to be searched. It holds no text of its own, so a note is taken out while
 * its row still has the words that were put in. */
#pragma once

#include "aufait-database.h"

/* Puts a note in, or takes it out; nothing happens when there is no such note. */
gboolean aufait_search_index_add (AufaitDatabase *database, gint64 note_id, GError **error);
gboolean aufait_search_index_remove (AufaitDatabase *database, gint64 note_id, GError **error);

/* AUFAIT_MEMORY_ERROR_DAMAGED when it does not agree with the notes. */
gboolean aufait_search_index_check (AufaitDatabase *database, GError **error);
