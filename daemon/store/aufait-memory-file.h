/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The memory as files: its folder, its lock, its -wal and -shm, the copies beside it. */
#pragma once

#include "aufait-memory-error.h"

typedef struct _AufaitMemoryFile AufaitMemoryFile;

/* Makes the folder of @path (0700) when it is not there, and locks it: until _free nobody else
 * gets it (AUFAIT_MEMORY_ERROR_LOCKED). A link to a file elsewhere is followed. */
AufaitMemoryFile *aufait_memory_file_new (const char *path, GError **error);
void aufait_memory_file_free (AufaitMemoryFile *file);

const char *aufait_memory_file_get_path (const AufaitMemoryFile *file);

/* Makes an empty file, 0600, when there is none; closes one that others may read. */
gboolean aufait_memory_file_make (AufaitMemoryFile *file, GError **error);

/* The size in bytes of the file, or of the one with @suffix ("-wal"); 0 when it is not there. */
gint64 aufait_memory_file_get_size (const AufaitMemoryFile *file, const char *suffix);

/* Keeps in mind beside the file that it is to be looked at whole before it is used again; or not
 * any more. */
void aufait_memory_file_set_doubted (const AufaitMemoryFile *file, gboolean is_doubted);
gboolean aufait_memory_file_is_doubted (const AufaitMemoryFile *file);

/* Moves the file with its -wal and -shm to a name that is free, "memory.db.damaged-1", and gives
 * that path. Nothing of it is ever deleted. */
char *aufait_memory_file_set_aside (AufaitMemoryFile *file, GError **error);

/* A new empty file, 0600, for a copy: "memory.db.schema-3.copy-1". */
char *aufait_memory_file_make_copy_name (AufaitMemoryFile *file, int schema, GError **error);

/* The copy at @path, and its name in the folder, are on disk when this returns. */
gboolean aufait_memory_file_sync (AufaitMemoryFile *file, const char *path, GError **error);

/* Deletes the copy at @path: it is not whole, or not needed. */
void aufait_memory_file_drop_copy (AufaitMemoryFile *file, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitMemoryFile, aufait_memory_file_free)
