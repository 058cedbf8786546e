/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-schema.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "aufait-note-store.h"
#include "memory-check.h"
#include "store-fixture.h"

/* The schemas of the program and some that come after them. */
static GStrv
load_with (const char *next, const char *after)
{
  g_auto (GStrv) scripts = aufait_schema_load ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) scripts);
  if (next != NULL)
    g_strv_builder_add (builder, next);
  if (next != NULL && after != NULL)
    g_strv_builder_add (builder, after);
  return g_strv_builder_end (builder);
}

static void
open_with (StoreFixture *fixture, const char *next, const char *after, GError **error)
{
  g_auto (GStrv) scripts = load_with (next, after);

  store_fixture_close (fixture);
  fixture->memory =
      aufait_memory_open_with_schemas (fixture->path, (const char *const *) scripts, error);
}

static int
count_schemas (void)
{
  g_auto (GStrv) scripts = aufait_schema_load ();

  return (int) g_strv_length (scripts);
}

/* The copy is a whole memory: what was in the log is in it too. */
static void
assert_copied (StoreFixture *fixture, const char *name)
{
  g_autofree char *path = store_fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitMemory) copy = NULL;
  GStatBuf st;
  gint64 people, notes;

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmphex (st.st_mode & 0777, ==, 0600);
  store_fixture_close (fixture);
  copy = aufait_memory_open (path, &error);
  g_assert_no_error (error);
  g_assert_null (aufait_memory_get_notice (copy));
  g_assert_true (aufait_memory_count (copy, &people, &notes, NULL));
  g_assert_cmpint (notes, ==, 1);
  g_assert_true (memory_check (copy, &error));
}

static void
test_migrates_a_copied_memory (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("memory.db.schema-%d.copy-1", count_schemas ());
  g_autoptr (GError) error = NULL;
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  store_fixture_add_note (fixture, marie, "plays the guitar");
  open_with (fixture, "ALTER TABLE person ADD COLUMN color TEXT;",
             "UPDATE person SET color = 'red'; CREATE TABLE extra (id INTEGER PRIMARY KEY);",
             &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA user_version"), ==, count_schemas () + 2);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person WHERE color = 'red'"),
                   ==, 1);
  g_assert_cmpuint (store_fixture_count_found (fixture, "guitar"), ==, 1);
  store_fixture_check (fixture);
  store_fixture_undo (fixture, "plays the guitar");
  assert_copied (fixture, name);
  g_assert_null (aufait_memory_open (fixture->path, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NEWER);
}

/* No copy, nor anything else, lies beside the memory. */
static void
assert_alone (const StoreFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    if (!g_str_equal (name, "memory.db-wal") && !g_str_equal (name, "memory.db-shm"))
      g_assert_cmpstr (name, ==, "memory.db");
  }
}

static void
test_migrates_wholly_or_not (StoreFixture *fixture, gconstpointer data)
{
  static const char *const broken[][2] = {
    { "CREATE TABLE one (id INTEGER PRIMARY KEY);", "no such statement;" },
    { "CREATE TABLE one (id INTEGER PRIMARY KEY);", "INSERT INTO nowhere VALUES (1);" },
    { "CREATE TABLE one (id INTEGER PRIMARY KEY);", "DELETE FROM person;" },
  };
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  store_fixture_add_note (fixture, marie, "plays the guitar");
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;

    open_with (fixture, broken[i][0], broken[i][1], &error);
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
    assert_alone (fixture);
    store_fixture_reopen (fixture);
    g_assert_null (aufait_memory_get_notice (fixture->memory));
    g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM sqlite_schema"
                                                 " WHERE name = 'one'"),
                     ==, 0);
    g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 1);
    store_fixture_check (fixture);
  }
}

static void
test_copies_nothing_of_a_current_one (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_add_person (fixture, "Marie");
  store_fixture_reopen (fixture);
  store_fixture_close (fixture);
  assert_alone (fixture);
}

/* A disk that is full when the copy is written. */
static void
test_keeps_no_half_of_a_copy (StoreFixture *fixture, gconstpointer data)
{
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;

  store_fixture_add_person (fixture, "Marie");
  store_fixture_close (fixture);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  open_with (fixture, "CREATE TABLE one (id INTEGER PRIMARY KEY);", NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  assert_alone (fixture);
  store_fixture_reopen (fixture);
  g_assert_null (aufait_memory_get_notice (fixture->memory));
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 1);
}

static void
test_is_strict (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (
      store_fixture_ask (fixture, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                                  " AND type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict"),
      ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA application_id"), ==,
                   AUFAIT_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA foreign_keys"), ==, 1);
}

/* Of the first version all notes were in the search index, and were counted as they came. */
static void
test_brings_up_the_first_version (StoreFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) all = aufait_schema_load ();
  const char *first[] = { all[0], NULL };
  g_autoptr (GPtrArray) outdated = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  g_unlink (fixture->path);
  fixture->memory = aufait_memory_open_with_schemas (fixture->path, first, &error);
  g_assert_no_error (error);
  store_fixture_run (fixture, "INSERT INTO note (id, on_day, text, is_impression, sentence_version)"
                              " VALUES (1, 1, 'plays the drums', 0, 1), (7, 1, 'a drum', 0, 1);"
                              "INSERT INTO note_text (rowid, text) SELECT id, text FROM note");
  store_fixture_reopen (fixture);
  g_assert_cmpuint (store_fixture_count_found (fixture, "dru"), ==, 2);
  outdated = aufait_note_store_list_outdated (fixture->memory, 2, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outdated->len, ==, 2);
  store_fixture_add_note (fixture, store_fixture_add_person (fixture, "Marie"), "has a drum");
  g_assert_cmpuint (store_fixture_count_found (fixture, "dru"), ==, 3);
  store_fixture_check (fixture);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/schema/" name, StoreFixture, NULL, store_fixture_set_up, test,                     \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("migrates-a-copied-memory", test_migrates_a_copied_memory);
  ADD ("migrates-wholly-or-not", test_migrates_wholly_or_not);
  ADD ("copies-nothing-of-a-current-one", test_copies_nothing_of_a_current_one);
  ADD ("keeps-no-half-of-a-copy", test_keeps_no_half_of_a_copy);
  ADD ("brings-up-the-first-version", test_brings_up_the_first_version);
  ADD ("is-strict", test_is_strict);
  return g_test_run ();
}
