/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last commands of the user, each with the changes that take it back. */
#pragma once

#include "aufait-database.h"

/* What undo can give back. */
#define AUFAIT_COMMAND_LOG_LENGTH 100

/* The tables whose changes are taken back, for aufait_changeset_start: all but those that triggers
 * keep, and the log itself. */
GHashTable *aufait_command_log_list_tables (AufaitDatabase *database, GError **error);

/* Keeps a command, and forgets those that are too old. Within its transaction. */
gboolean aufait_command_log_add (AufaitDatabase *database,
                                 const char *what,
                                 GBytes *inverse,
                                 GError **error);

/* Takes back the newest command and forgets it, within a transaction. @ret_people: the ids
 * (gint64), some more than once, of people who, or whose names, addresses or cards, are others than
 * before. Both may be NULL. */
gboolean aufait_command_log_take_back (AufaitDatabase *database,
                                       char **ret_what,
                                       GArray **ret_people,
                                       GError **error);
