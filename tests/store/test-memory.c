/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-memory.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-person-store.h"
#include "aufait-schema.h"
#include "memory-check.h"
#include "store-fixture.h"

static void
assert_refused (StoreFixture *fixture, AufaitMemoryError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aufait_memory_open (fixture->path, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

static guint
get_mode (const char *path)
{
  GStatBuf st;

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  return st.st_mode & 0777;
}

static gint64
count_people (StoreFixture *fixture)
{
  gint64 people, notes;

  g_assert_true (aufait_memory_count (fixture->memory, &people, &notes, NULL));
  return people;
}

/* --- opening ------------------------------------------------------------------------------- */

static void
test_is_closed_to_others (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);
  g_autofree char *folder = store_fixture_dup_path (fixture, "a/b");
  g_autofree char *path = store_fixture_dup_path (fixture, "a/b/memory.db");
  mode_t mask = umask (0);
  g_autoptr (AufaitMemory) other = aufait_memory_open (path, NULL);

  umask (mask);
  g_assert_nonnull (other);
  g_assert_cmphex (get_mode (folder), ==, 0700);
  g_assert_cmphex (get_mode (path), ==, 0600);
  store_fixture_add_person (fixture, "Marie");
  g_assert_cmphex (get_mode (wal), ==, 0600);
  g_assert_cmphex (get_mode (shm), ==, 0600);
  store_fixture_close (fixture);
  g_chmod (fixture->path, 0644);
  store_fixture_reopen (fixture);
  g_assert_cmphex (get_mode (fixture->path), ==, 0600);
}

static void
test_keeps_what_was_committed (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_add_person (fixture, "Marie");
  store_fixture_begin (fixture, "add Eve");
  store_fixture_run (fixture,
                     "INSERT INTO person VALUES (9, 'Eve', NULL, NULL, 0, 0, 0, 0, NULL, 0, 0)");
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_people (fixture), ==, 1);
  g_assert_null (aufait_memory_get_notice (fixture->memory));
  store_fixture_check (fixture);
}

static void
test_is_open_once (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *link = store_fixture_dup_path (fixture, "../aufait-link-XXXXXX");
  g_autofree char *through = NULL;

  assert_refused (fixture, AUFAIT_MEMORY_ERROR_LOCKED);
  g_assert_nonnull (g_mkdtemp (link));
  through = g_build_filename (link, "link", NULL);
  g_assert_cmpint (symlink (fixture->folder, through), ==, 0);
  g_free (fixture->path);
  fixture->path = g_build_filename (through, "memory.db", NULL);
  assert_refused (fixture, AUFAIT_MEMORY_ERROR_LOCKED);
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_people (fixture), ==, 0);
  g_unlink (through);
  g_rmdir (link);
}

static void
test_takes_an_empty_file (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  g_file_set_contents (fixture->path, "", 0, NULL);
  store_fixture_reopen (fixture);
  g_assert_null (aufait_memory_get_notice (fixture->memory));
  store_fixture_add_person (fixture, "Marie");
}

/* --- files that are not ours --------------------------------------------------------------- */

/* Both refusals leave the file and its log as they were, byte for byte. */
static void
assert_refused_untouched (StoreFixture *fixture, const char *sql, AufaitMemoryError code)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) log = NULL;
  g_autoptr (GBytes) file_now = NULL;
  g_autoptr (GBytes) log_now = NULL;

  store_fixture_add_person (fixture, "Marie");
  store_fixture_run (fixture, "PRAGMA wal_checkpoint (TRUNCATE)");
  store_fixture_run (fixture, sql);
  file = store_fixture_read (fixture->path);
  log = store_fixture_read (wal);
  g_assert_cmpuint (g_bytes_get_size (log), >, 0);
  store_fixture_close (fixture);
  /* As a crash leaves it: with a log that was not yet taken into the file. */
  store_fixture_write (fixture->path, file);
  store_fixture_write (wal, log);
  assert_refused (fixture, code);
  file_now = store_fixture_read (fixture->path);
  log_now = store_fixture_read (wal);
  g_assert_true (g_bytes_equal (file, file_now));
  g_assert_true (g_bytes_equal (log, log_now));
}

static void
test_refuses_a_newer_one (StoreFixture *fixture, gconstpointer data)
{
  assert_refused_untouched (fixture, "PRAGMA user_version = 999", AUFAIT_MEMORY_ERROR_NEWER);
}

static void
test_refuses_a_foreign_one (StoreFixture *fixture, gconstpointer data)
{
  assert_refused_untouched (fixture, "PRAGMA application_id = 7", AUFAIT_MEMORY_ERROR_FOREIGN);
}

static void
test_refuses_a_nameless_one (StoreFixture *fixture, gconstpointer data)
{
  assert_refused_untouched (fixture, "PRAGMA application_id = 0; PRAGMA user_version = 0",
                            AUFAIT_MEMORY_ERROR_FOREIGN);
}

static void
test_refuses_what_is_no_file (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, AUFAIT_MEMORY_ERROR_FAILED);
  g_rmdir (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture, AUFAIT_MEMORY_ERROR_FAILED);
}

/* --- damage -------------------------------------------------------------------------------- */

typedef GBytes *(*Damage) (const guint8 *data, gsize size);

static GBytes *
cut_header (const guint8 *data, gsize size)
{
  return g_bytes_new (data, 50);
}

static GBytes *
cut_half (const guint8 *data, gsize size)
{
  return g_bytes_new (data, size / 2);
}

static GBytes *
make_noise (const guint8 *data, gsize size)
{
  guint8 *noise = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    noise[i] = (guint8) (i * 2654435761u >> 13);
  return g_bytes_new_take (noise, size);
}

static GBytes *
spoil_magic (const guint8 *data, gsize size)
{
  guint8 *spoilt = g_memdup2 (data, size);

  spoilt[0] = 'x';
  return g_bytes_new_take (spoilt, size);
}

static GBytes *
spoil_pages (const guint8 *data, gsize size)
{
  guint8 *spoilt = g_memdup2 (data, size);

  memset (spoilt + 4096, 0xa5, size - 4096);
  return g_bytes_new_take (spoilt, size);
}

/* The root page of the table of people, alone. */
static GBytes *
spoil_one_page (const guint8 *data, gsize size)
{
  guint8 *spoilt = g_memdup2 (data, size);

  memset (spoilt + 4096, 0, 4096);
  return g_bytes_new_take (spoilt, size);
}

static const struct {
  const char *name;
  Damage damage;
} damages[] = {
  { "a-cut-header", cut_header },   { "half-a-file", cut_half },     { "noise", make_noise },
  { "another-magic", spoil_magic }, { "spoilt-pages", spoil_pages }, { "one-page", spoil_one_page },
};

static void
assert_set_aside (StoreFixture *fixture, const char *name, GBytes *expected)
{
  g_autofree char *aside = store_fixture_dup_path (fixture, name);
  g_autoptr (GBytes) kept = store_fixture_read (aside);

  g_assert_true (g_bytes_equal (kept, expected));
  g_assert_nonnull (aufait_memory_get_notice (fixture->memory));
  g_assert_nonnull (strstr (aufait_memory_get_notice (fixture->memory), name));
  g_assert_cmpint (count_people (fixture), ==, 0);
  store_fixture_check (fixture);
}

static void
test_sets_damage_aside (StoreFixture *fixture, gconstpointer data)
{
  Damage damage = damages[GPOINTER_TO_UINT (data)].damage;

  for (int round = 1; round <= 2; round++) {
    g_autofree char *name = g_strdup_printf ("memory.db.damaged-%d", round);
    g_autoptr (GBytes) file = NULL;
    g_autoptr (GBytes) spoilt = NULL;
    gsize size;

    for (int i = 0; i < 50; i++)
      store_fixture_add_person (fixture, "Marie");
    store_fixture_close (fixture);
    file = store_fixture_read (fixture->path);
    spoilt = damage (g_bytes_get_data (file, &size), g_bytes_get_size (file));
    store_fixture_write (fixture->path, spoilt);
    store_fixture_reopen (fixture);
    assert_set_aside (fixture, name, spoilt);
    store_fixture_add_person (fixture, "Paul");
    store_fixture_reopen (fixture);
    g_assert_null (aufait_memory_get_notice (fixture->memory));
    g_assert_cmpint (count_people (fixture), ==, 1);
  }
}

/* A name that leaves no room for another behind it: nothing is moved, and nobody looks for ever. */
static void
test_says_that_it_cannot_be_set_aside (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (246, 'm');
  g_autofree char *path = store_fixture_dup_path (fixture, name);
  g_autoptr (GBytes) noise = g_bytes_new_static ("no database", 11);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  store_fixture_write (path, noise);
  g_assert_null (aufait_memory_open (path, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  kept = store_fixture_read (path);
  g_assert_true (g_bytes_equal (kept, noise));
}

/* What is too large to be looked at whole each time is, once it could not be read. */
static void
test_sets_late_damage_aside (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *words = g_strnfill (2 * 1024 * 1024, 'a');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) spoilt = NULL;
  gsize size;

  store_fixture_add_note (fixture, store_fixture_add_person (fixture, "Marie"), words);
  store_fixture_close (fixture);
  file = store_fixture_read (fixture->path);
  spoilt = spoil_one_page (g_bytes_get_data (file, &size), g_bytes_get_size (file));
  store_fixture_write (fixture->path, spoilt);
  store_fixture_reopen (fixture);
  g_assert_null (aufait_memory_get_notice (fixture->memory));
  people = aufait_person_store_list (fixture->memory, NULL, &error);
  g_assert_null (people);
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED);
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, "memory.db.damaged-1", spoilt);
  store_fixture_add_person (fixture, "Paul");
  store_fixture_reopen (fixture);
  g_assert_null (aufait_memory_get_notice (fixture->memory));
}

/* A log whose file is gone, or empty: SQLite alone would delete it. */
static void
test_keeps_a_log_without_its_file (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *aside = store_fixture_dup_path (fixture, "memory.db.damaged-1-wal");
  g_autoptr (GBytes) log = NULL;
  g_autoptr (GBytes) kept = NULL;

  store_fixture_add_person (fixture, "Marie");
  log = store_fixture_read (wal);
  store_fixture_close (fixture);
  if (GPOINTER_TO_UINT (data) == 0)
    g_unlink (fixture->path);
  else
    g_file_set_contents (fixture->path, "", 0, NULL);
  store_fixture_write (wal, log);
  store_fixture_reopen (fixture);
  g_assert_nonnull (aufait_memory_get_notice (fixture->memory));
  kept = store_fixture_read (aside);
  g_assert_true (g_bytes_equal (log, kept));
  store_fixture_add_person (fixture, "Paul");
}

/* --- transactions -------------------------------------------------------------------------- */

static void
test_rolls_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Marie");

  aufait_memory_rollback (fixture->memory);
  for (int i = 0; i < 3; i++) {
    store_fixture_begin (fixture, i == 0 ? NULL : "add");
    g_assert_true (aufait_person_store_add (fixture->memory, person, NULL));
    aufait_memory_rollback (fixture->memory);
    aufait_memory_rollback (fixture->memory);
  }
  g_assert_cmpint (count_people (fixture), ==, 0);
  store_fixture_add_person (fixture, "Paul");
  g_assert_cmpint (count_people (fixture), ==, 1);
}

/* SQLite ends a transaction by itself when the disk fails: what follows must not be kept alone. */
static void
test_keeps_nothing_after_a_lost_transaction (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Marie");
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "add");
  store_fixture_run (fixture, "ROLLBACK");
  g_assert_false (aufait_person_store_add (fixture->memory, person, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (aufait_memory_commit (fixture->memory, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  aufait_memory_rollback (fixture->memory);
  g_assert_cmpint (count_people (fixture), ==, 0);
  store_fixture_add_person (fixture, "Paul");
}

static gboolean
try_to_add (StoreFixture *fixture, GError **error)
{
  g_autofree char *name = g_strnfill (246, 'x');
  g_autoptr (AufaitPerson) person = aufait_person_new (name);

  store_fixture_begin (fixture, "add");
  if (aufait_person_store_add (fixture->memory, person, error))
    return aufait_memory_commit (fixture->memory, error);
  aufait_memory_rollback (fixture->memory);
  return FALSE;
}

static void
test_says_that_the_disk_is_full (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;
  gint64 n_people = 0;

  limit = g_strdup_printf ("PRAGMA max_page_count = %d",
                           (int) store_fixture_ask (fixture, "PRAGMA page_count") + 4);
  store_fixture_run (fixture, limit);
  while (n_people < 10000 && try_to_add (fixture, &error))
    n_people++;
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "full"));
  g_assert_cmpint (count_people (fixture), ==, n_people);
  store_fixture_run (fixture, "PRAGMA max_page_count = 100000");
  store_fixture_add_person (fixture, "Marie");
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_people (fixture), ==, n_people + 1);
  store_fixture_check (fixture);
}

static void
test_notices_what_does_not_agree (StoreFixture *fixture, gconstpointer data)
{
  static const char *const faults[] = {
    "UPDATE tally SET n = 5 WHERE what = 'note'",
    "UPDATE note SET text = 'other words'",
    "PRAGMA foreign_keys = OFF; DELETE FROM person",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;

    store_fixture_add_note (fixture, store_fixture_add_person (fixture, "Marie"), "some words");
    store_fixture_check (fixture);
    store_fixture_run (fixture, faults[i]);
    g_assert_false (memory_check (fixture->memory, &error));
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED);
    store_fixture_close (fixture);
    g_unlink (fixture->path);
    store_fixture_reopen (fixture);
  }
}

#define ADD_WITH(name, data, test)                                                                 \
  g_test_add ("/memory/" name, StoreFixture, data, store_fixture_set_up, test,                     \
              store_fixture_tear_down)
#define ADD(name, test) ADD_WITH (name, NULL, test)

static void
add_damage_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autofree char *name = g_strconcat ("/memory/sets-aside/", damages[i].name, NULL);

    g_test_add (name, StoreFixture, GUINT_TO_POINTER (i), store_fixture_set_up,
                test_sets_damage_aside, store_fixture_tear_down);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-closed-to-others", test_is_closed_to_others);
  ADD ("keeps-what-was-committed", test_keeps_what_was_committed);
  ADD ("is-open-once", test_is_open_once);
  ADD ("takes-an-empty-file", test_takes_an_empty_file);
  ADD ("refuses-a-newer-one", test_refuses_a_newer_one);
  ADD ("refuses-a-foreign-one", test_refuses_a_foreign_one);
  ADD ("refuses-a-nameless-one", test_refuses_a_nameless_one);
  ADD ("refuses-what-is-no-file", test_refuses_what_is_no_file);
  add_damage_tests ();
  ADD_WITH ("keeps-a-log-whose-file-is-gone", GUINT_TO_POINTER (0),
            test_keeps_a_log_without_its_file);
  ADD_WITH ("keeps-a-log-whose-file-is-empty", GUINT_TO_POINTER (1),
            test_keeps_a_log_without_its_file);
  ADD ("sets-late-damage-aside", test_sets_late_damage_aside);
  ADD ("says-that-it-cannot-be-set-aside", test_says_that_it_cannot_be_set_aside);
  ADD ("rolls-back", test_rolls_back);
  ADD ("keeps-nothing-after-a-lost-transaction", test_keeps_nothing_after_a_lost_transaction);
  ADD ("says-that-the-disk-is-full", test_says_that_the_disk_is_full);
  ADD ("notices-what-does-not-agree", test_notices_what_does_not_agree);
  return g_test_run ();
}
