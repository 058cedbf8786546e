/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction changes, and the way back: a changeset as SQLite's session extension reads it
 * (sqlite.org/session/changesetformat.html). It is written here as the changes happen: the
 * extension would ask for the shape of each table twice, which costs more than the note itself. */
#pragma once

#include "aufait-database.h"

typedef struct _AufaitChangeset AufaitChangeset;

/* The tables of the database but for @except: the shape of each by its name, to be read once. */
GHashTable *
aufait_changeset_list_tables (AufaitDatabase *database, const char *const *except, GError **error);

/* Begins to record changes of @tables, within an open transaction. One at a time. */
AufaitChangeset *aufait_changeset_start (AufaitDatabase *database, GHashTable *tables);

/* Ends the recording. */
void aufait_changeset_free (AufaitChangeset *changeset);

/* The changes that take back what was recorded until now; empty when nothing changed. */
GBytes *aufait_changeset_dup_inverse (AufaitChangeset *changeset, GError **error);

/* Makes @changes, all or none. Where a row is not as it was:
 * - it is to be removed, but changed since: it goes all the same, it came with the command;
 * - it is to be removed or changed, but is gone: that is well;
 * - a nudge is to be changed, but was shown since: what happened stays;
 * - another row is to be changed: the old words come back;
 * - another row has its place, or something that is kept still speaks of it: an error. */
gboolean aufait_changeset_apply (AufaitDatabase *database, GBytes *changes, GError **error);

/* The ids (gint64) that stand in a column (the first is 0) of the rows of @table that @changes
 * speaks of, before and after, where it says them: of what is changed, the key and what is another
 * then. */
GArray *aufait_changeset_list_ids (
    AufaitDatabase *database, GBytes *changes, const char *table, int column, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitChangeset, aufait_changeset_free)
