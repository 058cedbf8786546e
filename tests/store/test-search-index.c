/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-search-index.h"

#include <sqlite3.h>

#include "aufait-note-store.h"
#include "store-fixture.h"

#define DAY     aufait_day_new (2026, 7, 1)
#define INDEXED "SELECT n FROM tally WHERE what = 'indexed'"

static void
assert_counted (StoreFixture *fixture, gint64 n_expected)
{
  g_autoptr (GError) error = NULL;
  gint64 n_people, n_notes;

  g_assert_true (aufait_memory_count (fixture->memory, &n_people, &n_notes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_notes, ==, n_expected);
}

/* What was just written waits for the search index until somebody searches, and is counted. */
static void
test_finds_what_waits (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 first = store_fixture_add_note (fixture, marie, "plays the drums");
  gint64 second;

  g_assert_cmpint (store_fixture_ask (fixture, INDEXED), <, first);
  store_fixture_run (fixture,
                     "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)");
  assert_counted (fixture, 1);
  store_fixture_reopen (fixture);
  assert_counted (fixture, 1);
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, INDEXED), ==, first);
  second = store_fixture_add_note (fixture, marie, "sells the drums");
  g_assert_cmpint (store_fixture_ask (fixture, INDEXED), <, second);
  g_assert_cmpuint (store_fixture_count_found (fixture, "dru"), ==, 2);
  assert_counted (fixture, 2);
  store_fixture_check (fixture);
}

/* One that waits is taken back without a trace, and so is one that does not any more. */
static void
test_takes_back_what_waits (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  store_fixture_add_note (fixture, marie, "plays the drums");
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), ==, 1);
  store_fixture_add_note (fixture, marie, "sold the drums");
  store_fixture_undo (fixture, "sold the drums");
  assert_counted (fixture, 1);
  store_fixture_check (fixture);
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), ==, 1);
  store_fixture_undo (fixture, "plays the drums");
  assert_counted (fixture, 0);
  store_fixture_check (fixture);
  store_fixture_add_note (fixture, marie, "broke the drums");
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), ==, 1);
  assert_counted (fixture, 1);
  store_fixture_check (fixture);
}

static void
add_notes (StoreFixture *fixture, gint64 person_id, guint n_notes)
{
  store_fixture_begin (fixture, NULL);
  for (guint i = 0; i < n_notes; i++) {
    g_autoptr (AufaitNote) note = aufait_note_new (DAY, "drums");
    g_autoptr (GError) error = NULL;

    g_ptr_array_add (note->people, aufait_ref_new (person_id, "Marie"));
    aufait_note_store_add (fixture->memory, note, 1, &error);
    g_assert_no_error (error);
  }
  store_fixture_commit (fixture);
}

/* A search after an import does not wait for all of it. */
static void
test_lets_few_wait (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  add_notes (fixture, marie, 1200);
  g_assert_cmpint (store_fixture_ask (fixture, INDEXED), >, 1200 - 600);
  assert_counted (fixture, 1200);
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), >, 0);
  store_fixture_check (fixture);
}

/* Our own connections may not do it. */
static void
spoil (StoreFixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;

  store_fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  store_fixture_reopen (fixture);
}

/* What can be made anew keeps nobody from finding notes, nor from writing one down. */
static void
test_is_mended (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  add_notes (fixture, marie, 600);
  for (guint n_notes = 600; n_notes < 2000; n_notes += 600) {
    spoil (fixture, "DELETE FROM note_text_data WHERE id > 10");
    g_assert_null (aufait_memory_get_notice (fixture->memory));
    g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), >, 0);
    store_fixture_check (fixture);
    spoil (fixture, "DELETE FROM note_text_data WHERE id > 10");
    add_notes (fixture, marie, 600);
    assert_counted (fixture, n_notes + 600);
    g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), >, 0);
    store_fixture_check (fixture);
  }
}

#define ADD(name, test)                                                                            \
  g_test_add ("/search-index/" name, StoreFixture, NULL, store_fixture_set_up, test,               \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("finds-what-waits", test_finds_what_waits);
  ADD ("takes-back-what-waits", test_takes_back_what_waits);
  ADD ("lets-few-wait", test_lets_few_wait);
  ADD ("is-mended", test_is_mended);
  return g_test_run ();
}
