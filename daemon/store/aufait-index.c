/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-index-lock.h"
#include "aufait-index-private.h"
#include "aufait-store-resources.h"

/* "Au i" in the header of the file. */
#define APPLICATION_ID 0x41752069

/* The pages of a transaction are written once, when it ends, and not each time that others need
 * their room. They are given back when there is nothing to write. */
#define WRITING_CACHE "PRAGMA cache_size = -16384"

#define BOOT_ID_FILE "/proc/sys/kernel/random/boot_id"

struct _AufaitIndex {
  char *path;
  int lock;                /* -1: there is none */
  AufaitDatabase *reading; /* and, for what is short, writing: its pages stay known to it */
  AufaitDatabase *writing; /* what takes many turns */
  struct stat identity;    /* of the file that is open */
  gboolean is_new;
  gboolean is_marked; /* as being written */
  gint64 n_losses;    /* of connections that are closed */
  char *seen;         /* NULL: something was written since, or nobody has looked */
  gint64 unseen_at;   /* how many losses there were when that was written down */
};

/* --- the file ------------------------------------------------------------------------------ */

static gboolean
set_errno_error (const char *path, GError **error)
{
  int saved_errno = errno;

  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
               _ ("“%s” cannot be used: %s. Check who owns it and its folder, and that the disk "
                  "has room."),
               path, g_strerror (saved_errno));
  return FALSE;
}

/* SQLite gives its -wal and -shm the mode of the file. */
static gboolean
make_file (AufaitIndex *index, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (index->path);
  int fd;
  gboolean ok;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    return set_errno_error (folder, error);
  fd = open (index->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
  ok = fd >= 0 && fstat (fd, &index->identity) == 0;
  if (ok && !S_ISREG (index->identity.st_mode)) {
    errno = EINVAL;
    ok = FALSE;
  }
  if (ok && (index->identity.st_mode & 0077) != 0)
    ok = fchmod (fd, 0600) == 0;
  if (!ok)
    set_errno_error (index->path, error);
  if (fd >= 0)
    close (fd);
  return ok;
}

static gboolean
remove_files (const char *path, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

    if (g_unlink (name) < 0 && errno != ENOENT)
      return set_errno_error (name, error);
  }
  return TRUE;
}

/* --- the run of the machine ---------------------------------------------------------------- */

/* Nothing waits for the disk while it is written. That is safe as long as the machine runs, so what
 * another run of it left behind in the midst of writing is not trusted. */
static char *
dup_boot_id (void)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (BOOT_ID_FILE, &text, NULL, NULL))
    return g_strdup ("unknown");
  return g_strdup (g_strstrip (text));
}

static gboolean
set_mark (AufaitIndex *index, const char *mark, GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;

  if (!aufait_database_run (index->writing, "PRAGMA synchronous = FULL", error))
    return FALSE;
  statement = aufait_database_prepare (
      index->writing, "INSERT OR REPLACE INTO state (what, value) VALUES ('boot', ?1)", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, mark);
  return aufait_query_run (statement, error) &&
         aufait_database_run (index->writing, "PRAGMA synchronous = OFF", error);
}

static gboolean
is_trusted (AufaitIndex *index, GError **error)
{
  g_autofree char *boot_id = dup_boot_id ();
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      index->reading, "SELECT 1 FROM state WHERE what = 'boot' AND value NOT IN ('', ?1)", error);
  g_autoptr (GError) failure = NULL;
  gboolean is_found;

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, boot_id);
  is_found = aufait_query_step (statement, &failure);
  return !is_found && failure == NULL;
}

/* All that was written is on disk before the mark says so. SQLite waits for the file when it moves
 * something there from the log; all of it may have been moved before, without waiting, so something
 * else is written first. */
static void
wait_for_disk (AufaitIndex *index)
{
  g_autoptr (GError) error = NULL;

  if (!aufait_database_run (index->writing,
                            "PRAGMA synchronous = FULL;"
                            "INSERT OR REPLACE INTO state (what, value)"
                            " VALUES ('closing', hex (randomblob (8)));"
                            "PRAGMA wal_checkpoint (TRUNCATE)",
                            &error) ||
      !set_mark (index, "", &error))
    g_debug ("The index is read again after the next start of the machine: %s", error->message);
}

/* --- opening ------------------------------------------------------------------------------- */

static gboolean
make_tables (AufaitDatabase *database, GError **error)
{
  g_autoptr (GBytes) script =
      g_resource_lookup_data (aufait_store_get_resource (), "/org/aufait/store/schema/index.sql",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            APPLICATION_ID, AUFAIT_INDEX_VERSION);

  return aufait_database_run (database, "BEGIN IMMEDIATE", error) &&
         aufait_database_run (database, g_bytes_get_data (script, NULL), error) &&
         aufait_database_run (database, marks, error) &&
         aufait_database_run (database, "COMMIT", error);
}

/* Whether it is ours and of this version, and what it says can be believed. */
static gboolean
is_usable (AufaitIndex *index, GError **error)
{
  gint64 application_id, version;

  return aufait_database_ask (index->reading, "PRAGMA application_id", &application_id, error) &&
         aufait_database_ask (index->reading, "PRAGMA user_version", &version, error) &&
         application_id == APPLICATION_ID && version == AUFAIT_INDEX_VERSION &&
         is_trusted (index, error);
}

static gboolean
open_connections (AufaitIndex *index, GError **error)
{
  if (!make_file (index, error))
    return FALSE;
  index->reading = aufait_database_open (index->path, error);
  if (index->reading == NULL)
    return FALSE;
  index->writing = aufait_database_open (index->path, error);
  if (index->writing == NULL || !aufait_database_settle_derived (index->writing, error) ||
      !aufait_database_settle_derived (index->reading, error))
    return FALSE;
  /* All that is written from now on is written again when it fails. */
  aufait_database_set_wait (index->reading, AUFAIT_DATABASE_HARDLY_MS);
  aufait_database_set_wait (index->writing, AUFAIT_DATABASE_HARDLY_MS);
  return aufait_database_run (index->writing, WRITING_CACHE, error);
}

static void
close_connections (AufaitIndex *index)
{
  if (index->reading != NULL && aufait_database_is_in_transaction (index->reading))
    aufait_database_run (index->reading, "ROLLBACK", NULL);
  if (index->writing != NULL && aufait_database_is_in_transaction (index->writing))
    aufait_database_run (index->writing, "ROLLBACK", NULL);
  if (index->is_marked)
    wait_for_disk (index);
  g_clear_pointer (&index->reading, aufait_database_close);
  g_clear_pointer (&index->writing, aufait_database_close);
  index->is_marked = FALSE;
}

/* Where no file can be made there is an empty index, so that it can be asked all the same. */
static void
open_nothing (AufaitIndex *index)
{
  close_connections (index);
  index->reading = aufait_database_open (":memory:", NULL);
  index->writing = aufait_database_open (":memory:", NULL);
  if (!make_tables (index->reading, NULL) || !make_tables (index->writing, NULL))
    g_critical ("No memory for an empty index");
}

/* What is open is closed first: SQLite removes its log by name when it closes a file. */
gboolean
aufait_index_renew (AufaitIndex *index, GError **error)
{
  index->is_marked = FALSE;
  index->n_losses = aufait_index_count_losses (index) + 1;
  close_connections (index);
  g_clear_pointer (&index->seen, g_free);
  index->is_new = TRUE;
  if (remove_files (index->path, error) && open_connections (index, error) &&
      make_tables (index->writing, error))
    return TRUE;
  open_nothing (index);
  return FALSE;
}

static char *
read_seen (AufaitIndex *index)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (index->reading, "SELECT value FROM state WHERE what = 'seen'", NULL);

  return statement != NULL && aufait_query_step (statement, NULL)
             ? g_strdup (aufait_query_get_text (statement, 0))
             : NULL;
}

static gboolean
lock (AufaitIndex *index, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (index->path);
  g_autoptr (GError) failure = NULL;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    return set_errno_error (folder, error);
  index->lock = aufait_index_lock_take (index->path, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

AufaitIndex *
aufait_index_open (const char *path, GError **error)
{
  g_autoptr (AufaitIndex) index = g_new0 (AufaitIndex, 1);
  g_autoptr (GError) failure = NULL;

  index->path = g_strdup (path);
  index->lock = -1;
  if (!lock (index, error))
    return NULL;
  if (open_connections (index, &failure) && is_usable (index, &failure)) {
    index->seen = read_seen (index);
    return g_steal_pointer (&index);
  }
  if (failure != NULL)
    g_debug ("The index is made anew: %s", failure->message);
  return aufait_index_renew (index, error) ? g_steal_pointer (&index) : NULL;
}

void
aufait_index_close (AufaitIndex *index)
{
  if (index == NULL)
    return;
  close_connections (index);
  if (index->lock >= 0)
    close (index->lock);
  g_free (index->seen);
  g_free (index->path);
  g_free (index);
}

/* --- what is asked of it ------------------------------------------------------------------- */

gboolean
aufait_index_is_new (const AufaitIndex *index)
{
  return index->is_new;
}

gint64
aufait_index_count_losses (const AufaitIndex *index)
{
  return index->n_losses +
         (index->reading != NULL ? aufait_database_count_losses (index->reading) : 0) +
         (index->writing != NULL ? aufait_database_count_losses (index->writing) : 0);
}

gboolean
aufait_index_is_in_place (const AufaitIndex *index)
{
  struct stat found;

  return index->writing != NULL && stat (index->path, &found) == 0 &&
         found.st_ino == index->identity.st_ino && found.st_dev == index->identity.st_dev;
}

void
aufait_index_release (AufaitIndex *index)
{
  if (index->reading != NULL)
    aufait_database_release (index->reading);
  if (index->writing != NULL && !aufait_database_is_in_transaction (index->writing))
    aufait_database_release (index->writing);
}

void
aufait_index_rest (AufaitIndex *index)
{
  if (index->reading != NULL)
    aufait_database_rest (index->reading);
  if (index->writing != NULL)
    aufait_database_rest (index->writing);
}

void
aufait_index_begin_reading (AufaitIndex *index)
{
  aufait_database_begin_reading (index->reading);
}

void
aufait_index_end_reading (AufaitIndex *index)
{
  aufait_database_end_reading (index->reading);
}

gboolean
aufait_index_count (AufaitIndex *index, gint64 *ret_cards, gint64 *ret_occurrences, GError **error)
{
  gint64 cards, occurrences;

  if (!aufait_database_ask (index->reading, "SELECT count (*) FROM card", &cards, error) ||
      !aufait_database_ask (index->reading, "SELECT count (*) FROM occurrence", &occurrences,
                            error))
    return FALSE;
  *ret_cards = cards;
  *ret_occurrences = occurrences;
  return TRUE;
}

gboolean
aufait_index_is_empty (AufaitIndex *index)
{
  gint64 n;

  return !aufait_database_ask (index->reading,
                               "SELECT EXISTS (SELECT 1 FROM card) OR EXISTS (SELECT 1 FROM event)",
                               &n, NULL) ||
         n == 0;
}

AufaitDatabase *
aufait_index_get_database (AufaitIndex *index)
{
  return index->reading;
}

/* Each connection forgets what it has read when the other one writes. What is short is so written
 * by the one that reads, unless the other one is in the midst of something long: there is one
 * writer, and it has what was written last; or unless the one that reads is to see one state. */
AufaitDatabase *
aufait_index_get_newest (AufaitIndex *index)
{
  return aufait_database_is_in_transaction (index->writing) ||
                 aufait_database_is_reading (index->reading)
             ? index->writing
             : index->reading;
}

/* The mark is moved into the file, and waited for there: the log, when it begins anew, may come to
 * the disk before what it held. */
static gboolean
mark (AufaitIndex *index, GError **error)
{
  g_autofree char *boot_id = NULL;

  if (index->is_marked)
    return TRUE;
  boot_id = dup_boot_id ();
  index->is_marked =
      set_mark (index, boot_id, error) && aufait_database_run (index->writing,
                                                               "PRAGMA synchronous = FULL;"
                                                               "PRAGMA wal_checkpoint (PASSIVE);"
                                                               "PRAGMA synchronous = OFF",
                                                               error);
  return index->is_marked;
}

AufaitDatabase *
aufait_index_get_writable_aside (AufaitIndex *index, GError **error)
{
  return mark (index, error) ? aufait_index_get_newest (index) : NULL;
}

/* What was looked through is something else from now on. That may be lost with a transaction. */
static gboolean
forget_seen (AufaitIndex *index, AufaitDatabase *database, GError **error)
{
  gint64 n_losses = aufait_index_count_losses (index);

  if (index->seen == NULL && index->unseen_at == n_losses)
    return TRUE;
  if (!aufait_database_run (database, "DELETE FROM state WHERE what = 'seen'", error))
    return FALSE;
  g_clear_pointer (&index->seen, g_free);
  index->unseen_at = n_losses;
  return TRUE;
}

AufaitDatabase *
aufait_index_get_writable (AufaitIndex *index, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable_aside (index, error);

  return database != NULL && forget_seen (index, database, error) ? database : NULL;
}

AufaitDatabase *
aufait_index_begin_writing (AufaitIndex *index, gboolean takes_turns, GError **error)
{
  AufaitDatabase *database = aufait_index_get_writable_aside (index, error);

  if (database == NULL)
    return NULL;
  if (takes_turns)
    database = index->writing;
  if (!aufait_database_run (database, "BEGIN IMMEDIATE", error))
    return NULL;
  if (forget_seen (index, database, error))
    return database;
  aufait_database_run (database, "ROLLBACK", NULL);
  return NULL;
}

const char *
aufait_index_get_seen (const AufaitIndex *index)
{
  return index->seen;
}

gboolean
aufait_index_set_seen (AufaitIndex *index, const char *seen, GError **error)
{
  g_autoptr (AufaitQuery) statement = NULL;
  AufaitDatabase *database = NULL;

  if (aufait_database_is_in_transaction (index->writing))
    return TRUE;
  database = aufait_index_get_writable_aside (index, error);
  if (database == NULL)
    return FALSE;
  statement = aufait_database_prepare (
      database, "INSERT OR REPLACE INTO state (what, value) VALUES ('seen', ?1)", error);
  if (statement == NULL)
    return FALSE;
  aufait_query_bind_text (statement, 1, seen);
  if (!aufait_query_run (statement, error))
    return FALSE;
  g_free (index->seen);
  index->seen = g_strdup (seen);
  return TRUE;
}

/* Nearly all are ASCII, where to fold case is to make it small. */
char *
aufait_index_fold_email (const char *email)
{
  return g_str_is_ascii (email) ? g_ascii_strdown (email, -1) : g_utf8_casefold (email, -1);
}
