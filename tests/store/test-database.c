/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-database.h"

static AufaitDatabase *
open_database (void)
{
  g_autoptr (GError) error = NULL;
  AufaitDatabase *database = aufait_database_open (":memory:", &error);

  g_assert_no_error (error);
  g_assert_true (aufait_database_run (database, "CREATE TABLE t (a ANY, b ANY) STRICT", &error));
  g_assert_no_error (error);
  return database;
}

static AufaitQuery *
prepare (AufaitDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  AufaitQuery *statement = aufait_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static void
test_binds_and_reads (void)
{
  g_autoptr (AufaitDatabase) database = open_database ();
  g_autoptr (AufaitQuery) insert = prepare (database, "INSERT INTO t VALUES (?1, ?2)");
  g_autoptr (AufaitQuery) select = prepare (database, "SELECT a, b FROM t ORDER BY rowid");
  g_autoptr (GBytes) blob = g_bytes_new_static ("\0\1", 2);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  aufait_query_bind_int (insert, 1, G_MININT64);
  aufait_query_bind_text (insert, 2, "it's “é”");
  g_assert_true (aufait_query_run (insert, &error));
  aufait_query_bind_blob (insert, 1, blob);
  aufait_query_bind_text (insert, 2, NULL);
  g_assert_true (aufait_query_run (insert, &error));
  g_assert_cmpint (aufait_database_get_last_id (database), ==, 2);
  g_assert_cmpint (aufait_database_get_changes (database), ==, 1);

  g_assert_true (aufait_query_step (select, &error));
  g_assert_cmpint (aufait_query_get_int (select, 0), ==, G_MININT64);
  g_assert_cmpstr (aufait_query_get_text (select, 1), ==, "it's “é”");
  g_assert_true (aufait_query_step (select, &error));
  kept = aufait_query_dup_blob (select, 0);
  g_assert_true (g_bytes_equal (kept, blob));
  g_assert_true (aufait_query_is_null (select, 1));
  g_assert_null (aufait_query_get_text (select, 1));
  g_assert_false (aufait_query_step (select, &error));
  g_assert_no_error (error);
}

/* What has no bytes is something all the same. */
static void
test_an_empty_blob_is_not_null (void)
{
  g_autoptr (AufaitDatabase) database = open_database ();
  g_autoptr (AufaitQuery) insert = prepare (database, "INSERT INTO t VALUES (?1, 1)");
  g_autoptr (AufaitQuery) select = prepare (database, "SELECT a FROM t");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  aufait_query_bind_blob (insert, 1, empty);
  g_assert_true (aufait_query_run (insert, &error));
  g_assert_true (aufait_query_step (select, &error));
  g_assert_false (aufait_query_is_null (select, 0));
  kept = aufait_query_dup_blob (select, 0);
  g_assert_cmpuint (g_bytes_get_size (kept), ==, 0);
  g_assert_no_error (error);
}

/* A statement that comes back is clean; two of the same text may be in use at once. */
static void
test_keeps_statements (void)
{
  g_autoptr (AufaitDatabase) database = open_database ();
  AufaitQuery *first = prepare (database, "SELECT ?1");
  AufaitQuery *second = prepare (database, "SELECT ?1");
  AufaitQuery *again;

  g_assert_true (first != second);
  aufait_query_bind_int (first, 1, 5);
  aufait_query_release (second);
  aufait_query_release (first);
  again = prepare (database, "SELECT ?1");
  g_assert_true (again == first);
  g_assert_true (aufait_query_step (again, NULL));
  g_assert_true (aufait_query_is_null (again, 0));
  aufait_query_release (again);
}

static void
test_says_what_is_wrong (void)
{
  static const char *const invalid[] = {
    "SELECT",
    "SELECT x FROM t",
    "INSERT INTO nowhere VALUES (1)",
    "SELECT \"text\" FROM t",
  };
  g_autoptr (AufaitDatabase) database = open_database ();

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (aufait_database_prepare (database, invalid[i], &error));
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  }
}

static void
test_fails_a_value_that_has_no_place (void)
{
  g_autoptr (AufaitDatabase) database = open_database ();
  g_autoptr (AufaitQuery) insert = prepare (database, "INSERT INTO t VALUES (?1, 1)");
  g_autoptr (GError) error = NULL;

  aufait_query_bind_int (insert, 2, 5);
  g_assert_false (aufait_query_run (insert, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
}

/* One that is in use is not touched, one that is not is made anew. */
static void
test_releases_statements (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitDatabase) database = aufait_database_open (":memory:", &error);
  g_autoptr (AufaitQuery) used = NULL;
  gint64 value = 0;

  g_assert_no_error (error);
  used = aufait_database_prepare (database, "SELECT 1 UNION ALL SELECT 2", &error);
  g_assert_true (aufait_query_step (used, &error));
  for (int i = 0; i < 2; i++) {
    g_assert_true (aufait_database_ask (database, "SELECT 7", &value, &error));
    g_assert_cmpint (value, ==, 7);
    aufait_database_release (database);
  }
  g_assert_true (aufait_query_step (used, &error));
  g_assert_cmpint (aufait_query_get_int (used, 0), ==, 2);
}

static void
test_opens_only_what_is_there (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aufait_database_open ("/nowhere/at/all.db", &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database/binds-and-reads", test_binds_and_reads);
  g_test_add_func ("/database/an-empty-blob-is-not-null", test_an_empty_blob_is_not_null);
  g_test_add_func ("/database/keeps-statements", test_keeps_statements);
  g_test_add_func ("/database/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/database/fails-a-value-that-has-no-place",
                   test_fails_a_value_that_has_no_place);
  g_test_add_func ("/database/releases-statements", test_releases_statements);
  g_test_add_func ("/database/opens-only-what-is-there", test_opens_only_what_is_there);
  return g_test_run ();
}
