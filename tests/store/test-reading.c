/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many questions of one state. */
#include "index-fixture.h"
#include "store-fixture.h"

#define N_EVENTS "SELECT count (*) FROM event"
#define N_PEOPLE "SELECT count (*) FROM person"

static void
put_event (IndexFixture *fixture, const char *name)
{
  AufaitFileContent *content = aufait_file_content_new ();

  aufait_file_content_take_event (content, index_fixture_new_event (name, 3600, 7200));
  index_fixture_keep (fixture, name, content);
}

static void
test_index_stays (IndexFixture *fixture, gconstpointer data)
{
  put_event (fixture, "a.ics");
  aufait_index_begin_reading (fixture->index);
  g_assert_cmpint (index_fixture_ask (fixture, N_EVENTS), ==, 1);
  put_event (fixture, "b.ics");
  g_assert_cmpint (index_fixture_ask (fixture, N_EVENTS), ==, 1);
  aufait_index_begin_reading (fixture->index);
  aufait_index_end_reading (fixture->index);
  g_assert_cmpint (index_fixture_ask (fixture, N_EVENTS), ==, 2);
  aufait_index_end_reading (fixture->index);
}

/* Whoever writes need not know. */
static void
test_memory_is_written (StoreFixture *fixture, gconstpointer data)
{
  aufait_memory_begin_reading (fixture->memory);
  g_assert_cmpint (store_fixture_ask (fixture, N_PEOPLE), ==, 0);
  store_fixture_add_person (fixture, "Ada");
  g_assert_cmpint (store_fixture_ask (fixture, N_PEOPLE), ==, 1);
  aufait_memory_end_reading (fixture->memory);
  store_fixture_add_person (fixture, "Bob");
  g_assert_cmpint (store_fixture_ask (fixture, N_PEOPLE), ==, 2);
  store_fixture_undo (fixture, "Bob");
}

/* What reads within a transaction does not end it. */
static void
test_transaction_stays (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_begin (fixture, NULL);
  aufait_memory_begin_reading (fixture->memory);
  g_assert_cmpint (store_fixture_ask (fixture, N_PEOPLE), ==, 0);
  aufait_memory_end_reading (fixture->memory);
  g_assert_true (aufait_database_is_in_transaction (aufait_memory_get_database (fixture->memory)));
  store_fixture_commit (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reading/index-stays", IndexFixture, NULL, index_fixture_set_up, test_index_stays,
              index_fixture_tear_down);
  g_test_add ("/reading/memory-is-written", StoreFixture, NULL, store_fixture_set_up,
              test_memory_is_written, store_fixture_tear_down);
  g_test_add ("/reading/transaction-stays", StoreFixture, NULL, store_fixture_set_up,
              test_transaction_stays, store_fixture_tear_down);
  return g_test_run ();
}
