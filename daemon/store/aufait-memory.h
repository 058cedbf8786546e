/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The memory: what the user said and did, in one SQLite file that is never lost. Everything is
 * written within a transaction, and is on disk when the commit returns. One thread. */
#pragma once

#include "aufait-memory-error.h"
#include "aufait-values.h"

typedef struct _AufaitMemory AufaitMemory;

/* Opens the memory at @path and makes it, with its directory (0700, the file 0600), when it is not
 * there. An older schema is copied beside the file, then migrated; the copy is kept, unless nothing
 * was migrated and the file is as it was. A damaged file is set aside
 * under a name of its own, with its -wal and -shm, and a new one is made: aufait_memory_get_notice
 * says so. The memory is locked until it is closed. */
AufaitMemory *aufait_memory_open (const char *path, GError **error);
void aufait_memory_close (AufaitMemory *memory);

/* What the user must hear about the opening ("… was damaged and is kept as …"); NULL: nothing. */
const char *aufait_memory_get_notice (const AufaitMemory *memory);

/* A transaction. Commands of the user give @what, a short name for undo ("note Marie Curie"); what
 * the daemon does by itself gives NULL and cannot be undone. Transactions do not nest. */
gboolean aufait_memory_begin (AufaitMemory *memory, const char *what, GError **error);

/* The same for what can be found out anew from notes and files, like nudges that wait: it is
 * committed without waiting for the disk. When the machine fails it may be gone, never a part of it
 * and never anything from before; the next command takes it to the disk along with itself. */
gboolean aufait_memory_begin_derived (AufaitMemory *memory, GError **error);

/* Whether a transaction may take some seconds to begin, as from the beginning, or fails soon where
 * another program writes: for what is tried again by itself. */
void aufait_memory_set_patient (AufaitMemory *memory, gboolean is_patient);

/* Waits until all that was committed is on disk. */
void aufait_memory_sync (AufaitMemory *memory);

gboolean aufait_memory_commit (AufaitMemory *memory, GError **error);
void aufait_memory_rollback (AufaitMemory *memory);

/* Before and after much is asked at once: it is answered of one state, and costs less. The next
 * transaction ends it, too. */
void aufait_memory_begin_reading (AufaitMemory *memory);
void aufait_memory_end_reading (AufaitMemory *memory);

/* Takes back the last command that was not taken back yet, in a transaction of its own, and gives
 * its name. AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none. What happened since by itself (a
 * nudge was shown) stays. */
gboolean aufait_memory_undo (AufaitMemory *memory, char **ret_what, GError **error);

/* The same, and tells of whom: the ids (gint64), some more than once, of people who, or whose
 * names, addresses or cards, are others than before. */
gboolean aufait_memory_undo_with_people (AufaitMemory *memory,
                                         char **ret_what,
                                         GArray **ret_people,
                                         GError **error);

/* The number of live people and notes, without reading them all. */
gboolean
aufait_memory_count (AufaitMemory *memory, gint64 *ret_people, gint64 *ret_notes, GError **error);

/* Gives back the memory that SQLite keeps for what was read lately. */
void aufait_memory_release (AufaitMemory *memory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitMemory, aufait_memory_close)
