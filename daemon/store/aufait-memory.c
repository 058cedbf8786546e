/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-memory.h"

#include <glib/gi18n-lib.h>

#include "aufait-changeset.h"
#include "aufait-command-log.h"
#include "aufait-memory-file.h"
#include "aufait-memory-private.h"
#include "aufait-schema.h"
#include "aufait-search-index.h"

/* A whole file of this size is read in some milliseconds; a larger one only after a crash, or when
 * it is doubted. */
#define CHECK_ALWAYS_BYTES (1024 * 1024)

/* Those in the tally, and those that wait for the search index. */
#define N_NOTES                                                                                    \
  "(SELECT n FROM tally WHERE what = 'note') + (SELECT count(*) FROM note"                         \
  " WHERE id > (SELECT n FROM tally WHERE what = 'indexed'))"

/* So many ids of notes are taken from the disk at a time: each time is one more page to write. */
#define IDS_AT_ONCE 32

struct _AufaitMemory {
  AufaitMemoryFile *file;
  AufaitDatabase *database;
  GHashTable *tables; /* those that undo watches */
  char *notice;
  gboolean is_hasty;          /* the transaction does not wait for the disk */
  gboolean is_ahead;          /* of the disk, it may be: something was committed so */
  gboolean in_transaction;    /* as the caller sees it: SQLite may have ended it already */
  char *what;                 /* the command's name; NULL: not the user's */
  AufaitChangeset *changeset; /* the command's changes */
  gint64 last_note_id;        /* that was given out, and … */
  gint64 last_taken_note_id;  /* … that may be; SQLite gives out none up to that one */
};

/* --- opening ------------------------------------------------------------------------------- */

/* What a crash left in the -wal is read by SQLite itself and is no damage; but after one it is
 * worth the time to look at the file, and so it is where something could not be read. */
static gboolean
check_pages (AufaitMemory *memory, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = NULL;

  if (aufait_memory_file_get_size (memory->file, "-wal") == 0 &&
      aufait_memory_file_get_size (memory->file, "") > CHECK_ALWAYS_BYTES &&
      !aufait_memory_file_is_doubted (memory->file))
    return TRUE;
  statement = aufait_database_prepare (memory->database, "PRAGMA quick_check(1)", error);
  if (statement == NULL)
    return FALSE;
  if (aufait_query_step (statement, &failure) &&
      g_str_equal (aufait_query_get_text (statement, 0), "ok")) {
    aufait_memory_file_set_doubted (memory->file, FALSE);
    return TRUE;
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED, "%s",
                 aufait_query_get_text (statement, 0));
  return FALSE;
}

/* SQLite writes the copy, the -wal included; but it does not wait for the disk. */
static gboolean
write_copy (AufaitMemory *memory, const char *path, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (memory->database, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, path);
  return aufait_query_run (statement, error) && aufait_memory_file_sync (memory->file, path, error);
}

/* The path of a copy; NULL when there is none. Half a copy is no use, and would fill the disk with
 * others at each start. */
static char *
copy_before_migration (AufaitMemory *memory, int schema, GError **error)
{
  g_autofree char *path = aufait_memory_file_make_copy_name (memory->file, schema, error);

  if (path == NULL)
    return NULL;
  if (write_copy (memory, path, error))
    return g_steal_pointer (&path);
  aufait_memory_file_drop_copy (memory->file, path);
  return NULL;
}

/* Migrates from @schema. A memory that is still as it was needs no copy; but one that is damaged
 * does. */
static gboolean
migrate_with_copy (AufaitMemory *memory, const char *const *scripts, int schema, GError **error)
{
  g_autofree char *copy = copy_before_migration (memory, schema, error);
  g_autoptr (GError) failure = NULL;
  gint64 version;

  if (copy == NULL)
    return FALSE;
  if (aufait_schema_migrate (memory->database, scripts, schema, &failure))
    return TRUE;
  if (!g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED) &&
      aufait_database_ask (memory->database, "PRAGMA user_version", &version, NULL) &&
      version == schema)
    aufait_memory_file_drop_copy (memory->file, copy);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
migrate (AufaitMemory *memory, const char *const *scripts, int schema, GError **error)
{
  if (schema > 0 && schema < (int) g_strv_length ((GStrv) scripts))
    return migrate_with_copy (memory, scripts, schema, error);
  return aufait_schema_migrate (memory->database, scripts, schema, error);
}

static gboolean
bring_up (AufaitMemory *memory, const char *const *scripts, GError **error)
{
  int newest = (int) g_strv_length ((GStrv) scripts);
  int version = 0;

  if (!aufait_schema_identify (memory->database, aufait_memory_file_get_path (memory->file), newest,
                               &version, error) ||
      !check_pages (memory, error) || !aufait_database_settle (memory->database, error))
    return FALSE;
  if (!migrate (memory, scripts, version, error) ||
      !aufait_search_index_open (memory->database, error))
    return FALSE;
  memory->tables = aufait_command_log_list_tables (memory->database, error);
  return memory->tables != NULL;
}

static gboolean
open_file (AufaitMemory *memory, const char *const *scripts, GError **error)
{
  /* A file that was lost or emptied with its log still there: SQLite would delete the log, and
   * with it what may be saved. */
  if (aufait_memory_file_get_size (memory->file, "") == 0 &&
      aufait_memory_file_get_size (memory->file, "-wal") > 0) {
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED,
                         "a log without its file");
    return FALSE;
  }
  if (!aufait_memory_file_make (memory->file, error))
    return FALSE;
  memory->database = aufait_database_open (aufait_memory_file_get_path (memory->file), error);
  return memory->database != NULL && bring_up (memory, scripts, error);
}

static gboolean
start_anew (AufaitMemory *memory, const char *const *scripts, GError **error)
{
  g_autofree char *aside = NULL;

  g_clear_pointer (&memory->database, aufait_database_close);
  aside = aufait_memory_file_set_aside (memory->file, error);
  if (aside == NULL)
    return FALSE;
  aufait_memory_file_set_doubted (memory->file, FALSE);
  memory->notice = g_strdup_printf (_ ("The memory was damaged. It is kept as “%s”, and a new one "
                                       "was started."),
                                    aside);
  return open_file (memory, scripts, error);
}

AufaitMemory *
aufait_memory_open_with_schemas (const char *path, const char *const *scripts, GError **error)
{
  g_autoptr (AufaitMemory) memory = g_new0 (AufaitMemory, 1);
  g_autoptr (GError) failure = NULL;

  memory->file = aufait_memory_file_new (path, error);
  if (memory->file == NULL)
    return NULL;
  if (open_file (memory, scripts, &failure))
    return g_steal_pointer (&memory);
  if (!g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  g_debug ("Damaged memory: %s", failure->message);
  return start_anew (memory, scripts, error) ? g_steal_pointer (&memory) : NULL;
}

AufaitMemory *
aufait_memory_open (const char *path, GError **error)
{
  g_auto (GStrv) scripts = aufait_schema_load ();

  return aufait_memory_open_with_schemas (path, (const char *const *) scripts, error);
}

void
aufait_memory_close (AufaitMemory *memory)
{
  if (memory == NULL)
    return;
  if (memory->database != NULL)
    aufait_memory_rollback (memory);
  if (memory->database != NULL && aufait_database_is_damaged (memory->database))
    aufait_memory_file_set_doubted (memory->file, TRUE);
  g_clear_pointer (&memory->database, aufait_database_close);
  g_clear_pointer (&memory->file, aufait_memory_file_free);
  g_clear_pointer (&memory->tables, g_hash_table_unref);
  g_free (memory->notice);
  g_free (memory);
}

const char *
aufait_memory_get_notice (const AufaitMemory *memory)
{
  return memory->notice;
}

/* --- transactions -------------------------------------------------------------------------- */

AufaitDatabase *
aufait_memory_get_database (AufaitMemory *memory)
{
  return memory->database;
}

AufaitDatabase *
aufait_memory_get_writable (AufaitMemory *memory, GError **error)
{
  if (memory->in_transaction && aufait_database_is_in_transaction (memory->database))
    return memory->database;
  if (!memory->in_transaction)
    g_critical ("The memory is written to outside a transaction");
  g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                       _ ("The disk failed before: nothing was kept. Try again."));
  return NULL;
}

/* SQLite keeps the greatest id there ever was, and writes nothing where that stays as it is. */
static gboolean
take_note_ids (AufaitMemory *memory, GError **error)
{
  gint64 last;

  if (!aufait_database_run (memory->database,
                            "INSERT INTO sqlite_sequence (name, seq) SELECT 'note', 0 WHERE NOT"
                            " EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'note');"
                            "UPDATE sqlite_sequence SET seq = seq + " G_STRINGIFY (
                                IDS_AT_ONCE) " WHERE name = 'note'",
                            error) ||
      !aufait_database_ask (memory->database, "SELECT seq FROM sqlite_sequence WHERE name = 'note'",
                            &last, error))
    return FALSE;
  memory->last_note_id = last - IDS_AT_ONCE;
  memory->last_taken_note_id = last;
  return TRUE;
}

gboolean
aufait_memory_take_note_id (AufaitMemory *memory, gint64 *ret_id, GError **error)
{
  if (memory->last_note_id == memory->last_taken_note_id && !take_note_ids (memory, error))
    return FALSE;
  *ret_id = ++memory->last_note_id;
  return TRUE;
}

/* What is run with each note. */
static gboolean
run_prepared (AufaitMemory *memory, const char *sql, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (memory->database, sql, error);

  return statement != NULL && aufait_query_run (statement, error);
}

void
aufait_memory_begin_reading (AufaitMemory *memory)
{
  aufait_database_begin_reading (memory->database);
}

void
aufait_memory_end_reading (AufaitMemory *memory)
{
  aufait_database_end_reading (memory->database);
}

/* Outside transactions only. */
static gboolean
set_hasty (AufaitMemory *memory, gboolean is_hasty, GError **error)
{
  if (memory->is_hasty == is_hasty)
    return TRUE;
  if (!aufait_database_run (memory->database,
                            is_hasty ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL",
                            error))
    return FALSE;
  memory->is_hasty = is_hasty;
  return TRUE;
}

static gboolean
begin (AufaitMemory *memory, gboolean is_hasty, GError **error)
{
  g_return_val_if_fail (!memory->in_transaction, FALSE);

  aufait_memory_end_reading (memory);
  memory->in_transaction =
      set_hasty (memory, is_hasty, error) && run_prepared (memory, "BEGIN IMMEDIATE", error);
  return memory->in_transaction;
}

gboolean
aufait_memory_begin (AufaitMemory *memory, const char *what, GError **error)
{
  if (!begin (memory, FALSE, error))
    return FALSE;
  if (what == NULL)
    return TRUE;
  memory->what = g_strdup (what);
  memory->changeset = aufait_changeset_start (memory->database, memory->tables);
  return TRUE;
}

gboolean
aufait_memory_begin_derived (AufaitMemory *memory, GError **error)
{
  return begin (memory, TRUE, error);
}

void
aufait_memory_set_patient (AufaitMemory *memory, gboolean is_patient)
{
  aufait_database_set_wait (memory->database,
                            is_patient ? AUFAIT_DATABASE_WAIT_MS : AUFAIT_DATABASE_HARDLY_MS);
}

/* A command that changed nothing leaves nothing to take back. */
static gboolean
log_command (AufaitMemory *memory, GError **error)
{
  g_autoptr (GBytes) inverse = NULL;

  if (memory->changeset == NULL)
    return TRUE;
  inverse = aufait_changeset_dup_inverse (memory->changeset, error);
  if (inverse == NULL)
    return FALSE;
  return g_bytes_get_size (inverse) == 0 ||
         aufait_command_log_add (memory->database, memory->what, inverse, error);
}

static void
end_transaction (AufaitMemory *memory)
{
  g_clear_pointer (&memory->changeset, aufait_changeset_free);
  g_clear_pointer (&memory->what, g_free);
  memory->in_transaction = FALSE;
}

gboolean
aufait_memory_commit (AufaitMemory *memory, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database != NULL && log_command (memory, error) && run_prepared (memory, "COMMIT", error)) {
    memory->is_ahead |= memory->is_hasty;
    end_transaction (memory);
    return TRUE;
  }
  aufait_memory_rollback (memory);
  return FALSE;
}

void
aufait_memory_sync (AufaitMemory *memory)
{
  if (memory->is_ahead && set_hasty (memory, FALSE, NULL) &&
      aufait_database_run (memory->database, "PRAGMA wal_checkpoint (PASSIVE)", NULL))
    memory->is_ahead = FALSE;
}

void
aufait_memory_rollback (AufaitMemory *memory)
{
  end_transaction (memory);
  if (aufait_database_is_in_transaction (memory->database))
    aufait_database_run (memory->database, "ROLLBACK", NULL);
}

gboolean
aufait_memory_undo_with_people (AufaitMemory *memory,
                                char **ret_what,
                                GArray **ret_people,
                                GError **error)
{
  g_autofree char *what = NULL;
  g_autoptr (GArray) people = NULL;

  if (!aufait_memory_begin (memory, NULL, error))
    return FALSE;
  if (!aufait_command_log_take_back (memory->database, &what, &people, error)) {
    aufait_memory_rollback (memory);
    return FALSE;
  }
  if (!aufait_memory_commit (memory, error))
    return FALSE;
  if (ret_what != NULL)
    *ret_what = g_steal_pointer (&what);
  if (ret_people != NULL)
    *ret_people = g_steal_pointer (&people);
  return TRUE;
}

gboolean
aufait_memory_undo (AufaitMemory *memory, char **ret_what, GError **error)
{
  return aufait_memory_undo_with_people (memory, ret_what, NULL, error);
}

typedef gboolean (*ChangeIndex) (AufaitDatabase *database, GError **error);

/* Changes the search index; in a transaction of its own, unless there is one. */
static gboolean
change_index (AufaitMemory *memory, ChangeIndex change, GError **error)
{
  if (memory->in_transaction)
    return change (memory->database, error);
  if (!aufait_memory_begin (memory, NULL, error))
    return FALSE;
  if (change (memory->database, error))
    return aufait_memory_commit (memory, error);
  aufait_memory_rollback (memory);
  return FALSE;
}

void
aufait_memory_prepare_search (AufaitMemory *memory)
{
  g_autoptr (GError) error = NULL;

  if (aufait_search_index_is_behind (memory->database, &error))
    change_index (memory, aufait_search_index_catch_up, &error);
  if (error != NULL)
    g_debug ("Newest notes are not found: %s", error->message);
}

gboolean
aufait_memory_mend_search (AufaitMemory *memory)
{
  g_autoptr (GError) error = NULL;

  if (change_index (memory, aufait_search_index_rebuild, &error))
    return TRUE;
  g_debug ("The search index stays as it is: %s", error->message);
  return FALSE;
}

/* --- what is there ------------------------------------------------------------------------- */

gboolean
aufait_memory_count (AufaitMemory *memory, gint64 *ret_people, gint64 *ret_notes, GError **error)
{
  gint64 people, notes;

  if (!aufait_database_ask (memory->database, "SELECT n FROM tally WHERE what = 'person'", &people,
                            error) ||
      !aufait_database_ask (memory->database, "SELECT " N_NOTES, &notes, error))
    return FALSE;
  *ret_people = people;
  *ret_notes = notes;
  return TRUE;
}

void
aufait_memory_release (AufaitMemory *memory)
{
  aufait_database_release (memory->database);
}
