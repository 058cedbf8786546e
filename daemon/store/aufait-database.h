/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SQLite database and its statements. Errors are AUFAIT_MEMORY_ERRORs. One thread. */
#pragma once

#include "aufait-memory-error.h"

struct sqlite3;

typedef struct _AufaitDatabase AufaitDatabase;
typedef struct _AufaitQuery AufaitQuery;

/* Opens the file at @path, which must exist (an empty file is an empty database), or ":memory:".
 * Nothing is written yet, not even what a crash left in the -wal, so that a file that turns out
 * to be someone else's can be closed untouched; aufait_database_settle ends that. */
AufaitDatabase *aufait_database_open (const char *path, GError **error);
void aufait_database_close (AufaitDatabase *database);

/* The file is ours: write-ahead log, each commit on disk before it returns, tidy at the end. */
gboolean aufait_database_settle (AufaitDatabase *database, GError **error);

/* The same for a file that can be made again: nothing waits for the disk, so that a crash of the
 * machine, but not of the program, may damage it. */
gboolean aufait_database_settle_derived (AufaitDatabase *database, GError **error);

/* For how many ms to wait where another program writes: as long as somebody who waits for an answer
 * will, which is so from the beginning; or hardly, for what can be done in a later turn. */
#define AUFAIT_DATABASE_WAIT_MS   2000
#define AUFAIT_DATABASE_HARDLY_MS 20
void aufait_database_set_wait (AufaitDatabase *database, int ms);

/* Gives back the pages that it keeps in memory: it is not used for a while. */
void aufait_database_rest (AufaitDatabase *database);

/* Runs statements that give no rows. */
gboolean aufait_database_run (AufaitDatabase *database, const char *sql, GError **error);

/* The first column of the first row of @sql; 0 when there is no row. */
gboolean
aufait_database_ask (AufaitDatabase *database, const char *sql, gint64 *ret_value, GError **error);

/* A statement of @sql, kept prepared for the next time when it is released. */
AufaitQuery *aufait_database_prepare (AufaitDatabase *database, const char *sql, GError **error);
void aufait_query_release (AufaitQuery *statement);

/* Gives back what is kept to be quicker: pages that were read, and statements that are not in use,
 * which are prepared anew when they are asked for. */
void aufait_database_release (AufaitDatabase *database);

/* How many transactions were rolled back since it was opened, whoever did that. */
gint64 aufait_database_count_losses (const AufaitDatabase *database);

/* All that is asked from here on is answered of one state, until it ends or somebody writes; many
 * questions cost less so. Within a transaction it does nothing. */
void aufait_database_begin_reading (AufaitDatabase *database);
void aufait_database_end_reading (AufaitDatabase *database);

/* Whether it is between the two. */
gboolean aufait_database_is_reading (const AufaitDatabase *database);

/* Whether a transaction is open. SQLite ends one by itself when the disk fails. */
gboolean aufait_database_is_in_transaction (AufaitDatabase *database);

gint64 aufait_database_get_last_id (AufaitDatabase *database);

/* How many rows the last INSERT, UPDATE or DELETE changed. */
int aufait_database_get_changes (AufaitDatabase *database);

/* SQLite's own handle, for the changesets alone. */
struct sqlite3 *aufait_database_get_handle (AufaitDatabase *database);

/* The error for a result code of SQLite. */
void aufait_database_set_error (AufaitDatabase *database, int code, GError **error);

/* Whether SQLite found damage in what it read. */
gboolean aufait_database_is_damaged (const AufaitDatabase *database);

/* Values for the parameters, the first is 1. NULL is NULL; the text must live until the statement
 * was run. A value that cannot be bound fails the next step. */
void aufait_query_bind_int (AufaitQuery *statement, int position, gint64 value);
void aufait_query_bind_double (AufaitQuery *statement, int position, double value);
void aufait_query_bind_text (AufaitQuery *statement, int position, const char *value);
void aufait_query_bind_blob (AufaitQuery *statement, int position, GBytes *value);
void aufait_query_bind_null (AufaitQuery *statement, int position);

/* TRUE: there is a row. FALSE: there is none left, or @error is set. */
gboolean aufait_query_step (AufaitQuery *statement, GError **error);

/* Steps to the end and makes ready to be bound and run again. */
gboolean aufait_query_run (AufaitQuery *statement, GError **error);

/* Makes ready to be bound and run again before the end. */
void aufait_query_reset (AufaitQuery *statement);

/* Columns of the row, the first is 0. Text is NULL for NULL and lives until the next step. */
gint64 aufait_query_get_int (AufaitQuery *statement, int column);
double aufait_query_get_double (AufaitQuery *statement, int column);
const char *aufait_query_get_text (AufaitQuery *statement, int column);
GBytes *aufait_query_dup_blob (AufaitQuery *statement, int column);
gboolean aufait_query_is_null (AufaitQuery *statement, int column);

/* The first column of all rows that are left, as ids (gint64). */
GArray *aufait_query_list_ids (AufaitQuery *statement, GError **error);

/* Steps once: the first column of the row, or NULL when there is none. FALSE passes an error on. */
gboolean aufait_query_find_blob (AufaitQuery *statement, GBytes **ret_blob, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDatabase, aufait_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitQuery, aufait_query_release)
