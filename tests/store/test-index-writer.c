/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is short is written by the connection that reads, which so forgets nothing. */
#include "config.h"

#include <sqlite3.h>

#include "aufait-link-store.h"
#include "index-fixture.h"

/* Rows of one step; and so few that nothing is short. */
#define STEP_ROWS 400
#define FEW_ROWS  4

#define N_FILES 200

static AufaitFileContent *
new_card (const char *name)
{
  AufaitFileContent *content = aufait_file_content_new ();

  aufait_file_content_take_card (content, aufait_card_new (name));
  return content;
}

static void
write_all (IndexFixture *fixture, guint n_rows)
{
  g_autoptr (AufaitIndexWriterChange) change = index_fixture_write (fixture, n_rows);

  g_assert_nonnull (change);
}

static void
fill (IndexFixture *fixture)
{
  for (guint i = 0; i < N_FILES; i++) {
    g_autofree char *name = g_strdup_printf ("%u.vcf", i);

    index_fixture_put (fixture, name, i, new_card ("Marie"));
  }
  write_all (fixture, STEP_ROWS);
}

/* Pages that are read from the file to look at every card. */
static int
count_pages_read (IndexFixture *fixture)
{
  struct sqlite3 *handle = aufait_database_get_handle (aufait_index_get_database (fixture->index));
  int n_pages, highest;

  sqlite3_db_status (handle, SQLITE_DBSTATUS_CACHE_MISS, &n_pages, &highest, TRUE);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count(name) FROM card"), >=, N_FILES);
  sqlite3_db_status (handle, SQLITE_DBSTATUS_CACHE_MISS, &n_pages, &highest, TRUE);
  return n_pages;
}

static void
test_what_is_short_leaves_pages_known (IndexFixture *fixture, gconstpointer data)
{
  fill (fixture);
  count_pages_read (fixture);
  g_assert_cmpint (count_pages_read (fixture), ==, 0);
  index_fixture_put (fixture, "0.vcf", 1000, new_card ("Zoe"));
  write_all (fixture, STEP_ROWS);
  g_assert_cmpint (count_pages_read (fixture), ==, 0);
  index_fixture_put (fixture, "0.vcf", 1001, new_card ("Lea"));
  write_all (fixture, FEW_ROWS);
  g_assert_cmpint (count_pages_read (fixture), >, 0);
  index_fixture_check (fixture);
}

/* A file with much in it is taken away in steps, though that is one word. */
static void
test_what_is_long_is_seen_at_its_end (IndexFixture *fixture, gconstpointer data)
{
  AufaitFileContent *content = aufait_file_content_new ();
  guint n_steps = 0;

  for (guint i = 0; i < 2 * STEP_ROWS; i++)
    aufait_file_content_take_card (content, aufait_card_new ("Marie"));
  index_fixture_put (fixture, "all.vcf", 1, content);
  write_all (fixture, STEP_ROWS);
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "all.vcf");
  while (aufait_index_writer_is_busy (fixture->writer)) {
    g_autoptr (AufaitIndexWriterChange) change = NULL;

    g_assert_cmpint (index_fixture_ask (fixture, "SELECT count(*) FROM card"), ==, 2 * STEP_ROWS);
    g_assert_true (aufait_index_writer_step (fixture->writer, STEP_ROWS, &change, NULL));
    n_steps++;
  }
  g_assert_cmpuint (n_steps, >, 1);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count(*) FROM card"), ==, 0);
  index_fixture_check (fixture);
}

static void
test_what_was_never_there_changes_nothing (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitIndexWriterChange) change = NULL;

  fill (fixture);
  g_assert_true (aufait_index_set_seen (fixture->index, "all", NULL));
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "other.vcf");
  change = index_fixture_write (fixture, STEP_ROWS);
  g_assert_null (change);
  g_assert_cmpstr (aufait_index_get_seen (fixture->index), ==, "all");
}

/* Though it was put, and taken away, before anything was written. */
static void
test_what_came_and_went_is_gone (IndexFixture *fixture, gconstpointer data)
{
  index_fixture_put (fixture, "a.vcf", 1, new_card ("Marie"));
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "a.vcf");
  write_all (fixture, STEP_ROWS);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count(*) FROM card"), ==, 0);
  index_fixture_check (fixture);
}

static void
test_what_is_written_is_to_be_linked (IndexFixture *fixture, gconstpointer data)
{
  g_assert_true (aufait_link_store_set_pending (fixture->index, FALSE, NULL));
  index_fixture_put (fixture, "a.vcf", 1, new_card ("Marie"));
  g_assert_false (aufait_link_store_is_pending (fixture->index));
  write_all (fixture, STEP_ROWS);
  g_assert_true (aufait_link_store_is_pending (fixture->index));
}

/* What was seen is not what is there, once it was written; be it that a transaction was lost. */
static void
test_what_was_seen_is_void_once_written (IndexFixture *fixture, gconstpointer data)
{
  AufaitDatabase *database = NULL;

  g_assert_true (aufait_index_set_seen (fixture->index, "all", NULL));
  database = aufait_index_begin_writing (fixture->index, FALSE, NULL);
  g_assert_nonnull (database);
  g_assert_true (aufait_database_run (database, "ROLLBACK", NULL));
  index_fixture_put (fixture, "a.vcf", 1, new_card ("Marie"));
  write_all (fixture, STEP_ROWS);
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_null (aufait_index_get_seen (fixture->index));
}

static void
add (const char *path, void (*test) (IndexFixture *, gconstpointer))
{
  g_test_add (path, IndexFixture, NULL, index_fixture_set_up, test, index_fixture_tear_down);
}

/* SQLite does so when the disk fails, whoever was writing. */
static void
test_nothing_is_written_outside_a_transaction (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitIndexWriterChange) change = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  for (guint i = 0; i < N_FILES; i++) {
    g_autofree char *name = g_strdup_printf ("%u.vcf", i);

    aufait_index_writer_remove (fixture->writer, fixture->folder_id, name);
  }
  g_assert_true (aufait_index_writer_step (fixture->writer, FEW_ROWS, &change, &error));
  g_assert_null (change);
  g_assert_true (
      aufait_database_run (aufait_index_get_newest (fixture->index), "ROLLBACK", &error));
  g_assert_false (aufait_index_writer_step (fixture->writer, FEW_ROWS, &change, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  g_assert_false (aufait_index_writer_is_busy (fixture->writer));
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count(*) FROM card"), ==, N_FILES);
  index_fixture_check (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/index-writer/short-leaves-pages-known", test_what_is_short_leaves_pages_known);
  add ("/index-writer/long-is-seen-at-its-end", test_what_is_long_is_seen_at_its_end);
  add ("/index-writer/never-there-changes-nothing", test_what_was_never_there_changes_nothing);
  add ("/index-writer/came-and-went", test_what_came_and_went_is_gone);
  add ("/index-writer/is-to-be-linked", test_what_is_written_is_to_be_linked);
  add ("/index-writer/seen-is-void", test_what_was_seen_is_void_once_written);
  add ("/index-writer/nothing-outside-a-transaction",
       test_nothing_is_written_outside_a_transaction);
  return g_test_run ();
}
