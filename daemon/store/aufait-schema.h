/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbered schemas, and the way from an older one to the newest. Schema N is what scripts 1 to
 * N make, one after the other; a script that was released is never edited. One that rebuilds a
 * table must empty "command": its changes speak of the table as it was. */
#pragma once

#include "aufait-database.h"

/* "Au f" in the header of the file. */
#define AUFAIT_SCHEMA_APPLICATION_ID 0x41756620

/* The scripts of this program, the first is schema 1. */
GStrv aufait_schema_load (void);

/* Whether the database is ours to write to, or empty: else AUFAIT_MEMORY_ERROR_FOREIGN, or _NEWER
 * when its schema is beyond @newest. Writes nothing. Gives its schema; 0: empty. @path is for the
 * message. */
gboolean aufait_schema_identify (
    AufaitDatabase *database, const char *path, int newest, int *ret_version, GError **error);

/* Brings the database from schema @from to the newest of @scripts, all or nothing. */
gboolean aufait_schema_migrate (AufaitDatabase *database,
                                const char *const *scripts,
                                int from,
                                GError **error);
