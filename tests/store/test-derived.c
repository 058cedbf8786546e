/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for the disk, and what does not. SQLite calls the fdatasync of this program; a log
 * that begins waits once in any case. */
#include "config.h"

#include <sys/syscall.h>
#include <unistd.h>

#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "store-fixture.h"

static guint n_syncs;

int
fdatasync (int fd)
{
  n_syncs++;
  return (int) syscall (SYS_fdatasync, fd);
}

static void
add_person (StoreFixture *fixture, const char *name)
{
  g_autoptr (AufaitPerson) person = aufait_person_new (name);
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_person_store_add (fixture->memory, person, &error));
  g_assert_no_error (error);
}

static void
begin_derived (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_memory_begin_derived (fixture->memory, &error));
  g_assert_no_error (error);
}

static void
test_what_is_derived_does_not_wait (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_add_person (fixture, "Paul");
  begin_derived (fixture);
  add_person (fixture, "Marie");
  n_syncs = 0;
  store_fixture_commit (fixture);
  g_assert_cmpuint (n_syncs, ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 2);
}

/* Whatever came before, and however that ended. */
static void
test_what_is_said_waits (StoreFixture *fixture, gconstpointer data)
{
  begin_derived (fixture);
  add_person (fixture, "Marie");
  store_fixture_commit (fixture);
  n_syncs = 0;
  store_fixture_add_note (fixture, 1, "likes the sea");
  g_assert_cmpuint (n_syncs, ==, 1);

  begin_derived (fixture);
  add_person (fixture, "Paul");
  aufait_memory_rollback (fixture->memory);
  n_syncs = 0;
  store_fixture_add_note (fixture, 1, "has a boat");
  g_assert_cmpuint (n_syncs, ==, 1);
}

static void
test_waits_for_all_when_it_is_asked (StoreFixture *fixture, gconstpointer data)
{
  begin_derived (fixture);
  add_person (fixture, "Marie");
  store_fixture_commit (fixture);
  n_syncs = 0;
  aufait_memory_sync (fixture->memory);
  g_assert_cmpuint (n_syncs, >, 0);
  n_syncs = 0;
  aufait_memory_sync (fixture->memory);
  g_assert_cmpuint (n_syncs, ==, 0);
}

static void
add (const char *path, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/derived/does-not-wait", test_what_is_derived_does_not_wait);
  add ("/derived/what-is-said-waits", test_what_is_said_waits);
  add ("/derived/waits-for-all-when-asked", test_waits_for_all_when_it_is_asked);
  return g_test_run ();
}
