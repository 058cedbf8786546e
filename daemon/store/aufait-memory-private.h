/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stores share of the memory; nobody outside this layer includes it. */
#pragma once

#include "aufait-database.h"
#include "aufait-memory.h"

/* To read from. */
AufaitDatabase *aufait_memory_get_database (AufaitMemory *memory);

/* To write to: NULL and an error outside a transaction, or when SQLite has ended it because the
 * disk failed; what is written then would be kept by halves. */
AufaitDatabase *aufait_memory_get_writable (AufaitMemory *memory, GError **error);

/* The id of the next note, within a transaction; an id never comes again, not even after undo. Of a
 * transaction that is rolled back, or of a run that is over, some are passed over. */
gboolean aufait_memory_take_note_id (AufaitMemory *memory, gint64 *ret_id, GError **error);

/* Before notes are searched: the newest are found too. When the disk refuses, they are not. */
void aufait_memory_prepare_search (AufaitMemory *memory);

/* Makes the search index anew of all notes: it is damaged. FALSE when that fails, as it does when
 * not only the index is. */
gboolean aufait_memory_mend_search (AufaitMemory *memory);

/* aufait_memory_open with other scripts than those of this program. */
AufaitMemory *
aufait_memory_open_with_schemas (const char *path, const char *const *scripts, GError **error);
