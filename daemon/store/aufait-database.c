/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-database.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

#define HASHED_CHARS 32

struct _AufaitDatabase {
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* SQL text -> AufaitQuery, those that are not in use */
  gint64 n_losses;        /* transactions that were rolled back */
  gboolean is_damaged;    /* SQLite said so */
  gboolean is_reading;    /* many questions */
};

struct _AufaitQuery {
  AufaitDatabase *database;
  sqlite3_stmt *handle;
  char *sql;
  int bind_code; /* the first binding that failed */
};

static void
free_statement (AufaitQuery *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement->sql);
  g_free (statement);
}

/* --- errors -------------------------------------------------------------------------------- */

static void
set_file_error (const char *path, int code, const char *detail, GError **error)
{
  switch (code & 0xff) {
  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                 _ ("“%s” cannot be written: nothing was kept. Check who owns it and its folder."),
                 path);
    break;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                 _ ("Another program is writing to “%s”: nothing was kept. Close it and try "
                    "again."),
                 path);
    break;
  case SQLITE_IOERR:
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                 _ ("The disk refused to read or write “%s”: nothing was kept. Check the disk and "
                    "try again."),
                 path);
    break;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED,
                 _ ("“%s” is damaged: nothing was kept. Start aufaitd again: it keeps the damaged "
                    "file and makes a new one."),
                 path);
    break;
  default:
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                 _ ("The memory refused (%s): nothing was kept."), detail);
  }
}

static void
set_error (const char *path, int code, const char *detail, GError **error)
{
  g_debug ("SQLite: %s (%d)", detail, code);
  switch (code & 0xff) {
  case SQLITE_FULL:
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                         _ ("The disk is full: nothing was kept. Make room and try again."));
    break;
  case SQLITE_NOMEM:
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                         _ ("There is no memory left: nothing was kept. Close other programs and "
                            "try again."));
    break;
  case SQLITE_TOOBIG:
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                         _ ("That is too long to be kept: make it shorter."));
    break;
  default:
    set_file_error (path, code, detail, error);
  }
}

void
aufait_database_set_error (AufaitDatabase *database, int code, GError **error)
{
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    database->is_damaged = TRUE;
  set_error (database->path, code, sqlite3_errmsg (database->handle), error);
}

gboolean
aufait_database_is_damaged (const AufaitDatabase *database)
{
  return database->is_damaged;
}

/* They differ in length and in how they end: to read them whole costs more than what some do. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql);
  guint hash = (guint) length;

  for (gsize i = length > HASHED_CHARS ? length - HASHED_CHARS : 0; i < length; i++)
    hash = hash * 33 + (guchar) sql[i];
  return hash;
}

/* Whether there is none. */
static gboolean
pass_on (GError **error, GError *failure)
{
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* --- the database -------------------------------------------------------------------------- */

/* The schema is data from a file: it may call nothing that is not harmless, and text in double
 * quotes is never a string. */
static gboolean
harden (AufaitDatabase *database, GError **error)
{
  static const struct {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 }, { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },   { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },          { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  sqlite3_extended_result_codes (database->handle, 1);
  aufait_database_set_wait (database, AUFAIT_DATABASE_WAIT_MS);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++) {
    int code = sqlite3_db_config (database->handle, options[i].option, options[i].value, NULL);

    if (code != SQLITE_OK) {
      aufait_database_set_error (database, code, error);
      return FALSE;
    }
  }
  return TRUE;
}

static void
on_rollback (void *user_data)
{
  ((AufaitDatabase *) user_data)->n_losses++;
}

AufaitDatabase *
aufait_database_open (const char *path, GError **error)
{
  g_autoptr (AufaitDatabase) database = g_new0 (AufaitDatabase, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  int code;

  database->path = g_strdup (path);
  database->statements =
      g_hash_table_new_full (hash_sql, g_str_equal, NULL, (GDestroyNotify) free_statement);
  code = sqlite3_open_v2 (path, &database->handle, flags, NULL);
  if (code != SQLITE_OK) {
    set_error (path, code, sqlite3_errstr (code), error);
    return NULL;
  }
  if (!harden (database, error))
    return NULL;
  /* SQLite opens a file that it may not write for reading, and says so only at the first note. */
  if (sqlite3_db_readonly (database->handle, "main") == 1) {
    set_error (path, SQLITE_READONLY, "read-only", error);
    return NULL;
  }
  sqlite3_rollback_hook (database->handle, on_rollback, database);
  return g_steal_pointer (&database);
}

void
aufait_database_close (AufaitDatabase *database)
{
  if (database == NULL)
    return;
  g_hash_table_unref (database->statements);
  if (sqlite3_close (database->handle) != SQLITE_OK)
    g_critical ("A statement outlives its database");
  g_free (database->path);
  g_free (database);
}

/* Sorting happens in memory: private words do not belong in /var/tmp. The log is cut back when it
 * was emptied, as an import may have made it large. */
static gboolean
settle (AufaitDatabase *database, const char *synchronous, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = WAL; PRAGMA synchronous = %s;"
                                          "PRAGMA temp_store = MEMORY;"
                                          "PRAGMA journal_size_limit = 8388608;",
                                          synchronous);

  if (!aufait_database_run (database, sql, error))
    return FALSE;
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

gboolean
aufait_database_settle (AufaitDatabase *database, GError **error)
{
  return settle (database, "FULL", error);
}

gboolean
aufait_database_settle_derived (AufaitDatabase *database, GError **error)
{
  return settle (database, "OFF", error);
}

void
aufait_database_set_wait (AufaitDatabase *database, int ms)
{
  sqlite3_busy_timeout (database->handle, ms);
}

void
aufait_database_rest (AufaitDatabase *database)
{
  sqlite3_db_release_memory (database->handle);
}

gboolean
aufait_database_run (AufaitDatabase *database, const char *sql, GError **error)
{
  int code = sqlite3_exec (database->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  aufait_database_set_error (database, code, error);
  return FALSE;
}

gboolean
aufait_database_ask (AufaitDatabase *database, const char *sql, gint64 *ret_value, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);
  gint64 value;

  if (statement == NULL)
    return FALSE;
  value = aufait_query_step (statement, &failure) ? aufait_query_get_int (statement, 0) : 0;
  if (!pass_on (error, g_steal_pointer (&failure)))
    return FALSE;
  *ret_value = value;
  return TRUE;
}

void
aufait_database_release (AufaitDatabase *database)
{
  g_hash_table_remove_all (database->statements);
  sqlite3_db_release_memory (database->handle);
}

gint64
aufait_database_count_losses (const AufaitDatabase *database)
{
  return database->n_losses;
}

gboolean
aufait_database_is_in_transaction (AufaitDatabase *database)
{
  return sqlite3_get_autocommit (database->handle) == 0;
}

void
aufait_database_begin_reading (AufaitDatabase *database)
{
  if (!aufait_database_is_in_transaction (database))
    database->is_reading = aufait_database_run (database, "BEGIN", NULL);
}

void
aufait_database_end_reading (AufaitDatabase *database)
{
  if (database->is_reading)
    aufait_database_run (database, "COMMIT", NULL);
  database->is_reading = FALSE;
}

gboolean
aufait_database_is_reading (const AufaitDatabase *database)
{
  return database->is_reading;
}

gint64
aufait_database_get_last_id (AufaitDatabase *database)
{
  return sqlite3_last_insert_rowid (database->handle);
}

int
aufait_database_get_changes (AufaitDatabase *database)
{
  return sqlite3_changes (database->handle);
}

struct sqlite3 *
aufait_database_get_handle (AufaitDatabase *database)
{
  return database->handle;
}

/* --- statements ---------------------------------------------------------------------------- */

AufaitQuery *
aufait_database_prepare (AufaitDatabase *database, const char *sql, GError **error)
{
  AufaitQuery *statement = g_hash_table_lookup (database->statements, sql);
  sqlite3_stmt *handle = NULL;
  int code;

  if (statement != NULL) {
    g_hash_table_steal (database->statements, sql);
    return statement;
  }
  code = sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK) {
    aufait_database_set_error (database, code, error);
    return NULL;
  }
  statement = g_new0 (AufaitQuery, 1);
  statement->database = database;
  statement->handle = handle;
  statement->sql = g_strdup (sql);
  return statement;
}

/* Replaces one of the same text that came back before: two were in use at once. */
void
aufait_query_release (AufaitQuery *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->bind_code = SQLITE_OK;
  g_hash_table_replace (statement->database->statements, statement->sql, statement);
}

static void
keep_bind_code (AufaitQuery *statement, int code)
{
  if (statement->bind_code == SQLITE_OK)
    statement->bind_code = code;
}

void
aufait_query_bind_int (AufaitQuery *statement, int position, gint64 value)
{
  keep_bind_code (statement, sqlite3_bind_int64 (statement->handle, position, value));
}

void
aufait_query_bind_double (AufaitQuery *statement, int position, double value)
{
  keep_bind_code (statement, sqlite3_bind_double (statement->handle, position, value));
}

void
aufait_query_bind_text (AufaitQuery *statement, int position, const char *value)
{
  keep_bind_code (statement,
                  sqlite3_bind_text (statement->handle, position, value, -1, SQLITE_STATIC));
}

void
aufait_query_bind_blob (AufaitQuery *statement, int position, GBytes *value)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (value, &size);

  /* Of no bytes GBytes may have no address, which would be NULL to SQLite. */
  keep_bind_code (statement, sqlite3_bind_blob64 (statement->handle, position,
                                                  data != NULL ? data : "", size, SQLITE_STATIC));
}

void
aufait_query_bind_null (AufaitQuery *statement, int position)
{
  keep_bind_code (statement, sqlite3_bind_null (statement->handle, position));
}

gboolean
aufait_query_step (AufaitQuery *statement, GError **error)
{
  int code = statement->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    aufait_database_set_error (statement->database, code, error);
  return FALSE;
}

gboolean
aufait_query_run (AufaitQuery *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure))
    continue;
  sqlite3_reset (statement->handle);
  return pass_on (error, g_steal_pointer (&failure));
}

void
aufait_query_reset (AufaitQuery *statement)
{
  sqlite3_reset (statement->handle);
}

gint64
aufait_query_get_int (AufaitQuery *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

double
aufait_query_get_double (AufaitQuery *statement, int column)
{
  return sqlite3_column_double (statement->handle, column);
}

const char *
aufait_query_get_text (AufaitQuery *statement, int column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

GBytes *
aufait_query_dup_blob (AufaitQuery *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement->handle, column));
}

gboolean
aufait_query_is_null (AufaitQuery *statement, int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

GArray *
aufait_query_list_ids (AufaitQuery *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  while (aufait_query_step (statement, &failure)) {
    gint64 id = aufait_query_get_int (statement, 0);

    g_array_append_val (ids, id);
  }
  return pass_on (error, g_steal_pointer (&failure)) ? g_steal_pointer (&ids) : NULL;
}

gboolean
aufait_query_find_blob (AufaitQuery *statement, GBytes **ret_blob, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean has_row = aufait_query_step (statement, &failure);

  if (!pass_on (error, g_steal_pointer (&failure)))
    return FALSE;
  *ret_blob = has_row ? aufait_query_dup_blob (statement, 0) : NULL;
  return TRUE;
}
