/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index-lock.h"

#include <string.h>

#include "index-fixture.h"

/* Not even while it is made anew: another one's days are others. */
static void
test_is_of_one_program_at_a_time (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++) {
    g_assert_null (aufait_index_open (fixture->path, &error));
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_LOCKED);
    g_assert_nonnull (strstr (error->message, "XDG_CACHE_HOME"));
    g_clear_error (&error);
    g_clear_pointer (&fixture->writer, aufait_index_writer_free);
    g_assert_true (aufait_index_renew (fixture->index, NULL));
  }
}

static void
test_is_free_once_it_is_closed (IndexFixture *fixture, gconstpointer data)
{
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_false (aufait_index_is_new (fixture->index));
}

/* As on a file system without locks. */
static void
test_where_none_can_be_made_nobody_is_kept_out (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (aufait_index_lock_take ("/nonexistent/index.db", &error), ==, -1);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/index-lock/is-of-one-program-at-a-time", IndexFixture, NULL, index_fixture_set_up,
              test_is_of_one_program_at_a_time, index_fixture_tear_down);
  g_test_add ("/index-lock/is-free-once-it-is-closed", IndexFixture, NULL, index_fixture_set_up,
              test_is_free_once_it_is_closed, index_fixture_tear_down);
  g_test_add_func ("/index-lock/where-none-can-be-made-nobody-is-kept-out",
                   test_where_none_can_be_made_nobody_is_kept_out);
  return g_test_run ();
}
