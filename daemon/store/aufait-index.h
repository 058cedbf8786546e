/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index: what was read from address books and calendars. Derived, so never mended: one that is
 * missing, damaged, of another version, of another program, or that was written to when the machine
 * went down, is removed and made anew, empty. Errors are AUFAIT_MEMORY_ERRORs. One thread.
 *
 * Who asks sees whole files only: what is written (aufait-index-writer.h) is seen by nobody until
 * it is committed, however long it takes. */
#pragma once

#include "aufait-memory-error.h"

typedef struct _AufaitIndex AufaitIndex;

/* Opens the index at @path, and makes its folder (0700) and the file (0600) when they are not
 * there. Fails only when the place cannot be written to, or with AUFAIT_MEMORY_ERROR_LOCKED when
 * another program has it open. */
AufaitIndex *aufait_index_open (const char *path, GError **error);
void aufait_index_close (AufaitIndex *index);

/* Whether it was empty when it was opened or renewed: everything has to be read. */
gboolean aufait_index_is_new (const AufaitIndex *index);

/* Whether the file that is open still is the one at its path: somebody may have deleted it. What
 * was read can still be asked for. */
gboolean aufait_index_is_in_place (const AufaitIndex *index);

/* Begins again with an empty file. Every file id, folder id and basis from before is void. */
gboolean aufait_index_renew (AufaitIndex *index, GError **error);

/* How many times what had been written was lost until now: by a renewal, or because a transaction
 * failed. Who believes what they wrote to be there looks whether it is the same number. */
gint64 aufait_index_count_losses (const AufaitIndex *index);

/* Whether it has neither cards nor events. */
gboolean aufait_index_is_empty (AufaitIndex *index);

/* Gives back the memory that it needed to read and, between transactions, to write. */
void aufait_index_release (AufaitIndex *index);

/* Gives back the memory that it needed to write: nothing comes for a while. */
void aufait_index_rest (AufaitIndex *index);

/* Before and after much is asked at once: it is answered of one state, whatever is written
 * meanwhile, and costs less. */
void aufait_index_begin_reading (AufaitIndex *index);
void aufait_index_end_reading (AufaitIndex *index);

/* What somebody has looked through all of it for, and made known, in words of their own; NULL when
 * something was written since. Borrowed. Setting it during a transaction does nothing. */
const char *aufait_index_get_seen (const AufaitIndex *index);
gboolean aufait_index_set_seen (AufaitIndex *index, const char *seen, GError **error);

/* How many cards, and how many occurrences of events, there are. */
gboolean
aufait_index_count (AufaitIndex *index, gint64 *ret_cards, gint64 *ret_occurrences, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIndex, aufait_index_close)
