/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Session buses that come late, end, and come again at the same address. */
#include "config.h"

#include "aufait-session-bus.h"

#include <glib/gstdio.h>
#include <string.h>

#include "notifier-fixture.h"
#include "remove-tree.h"

typedef struct {
  char *folder;
  char *address;
  char *path; /* of the socket */
  GSubprocess *program;
  AufaitSessionBus *bus;
  NotifierFixture notes; /* its notifier is on the bus */
  guint n_changed;
} Fixture;

static void
start_program (Fixture *fixture)
{
  g_autofree char *option = g_strdup_printf ("--address=%s", fixture->address);
  g_autoptr (GError) error = NULL;

  fixture->program =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "dbus-daemon", "--nofork",
                        "--nopidfile", "--config-file=" BARE_BUS_CONF, option, NULL);
  g_assert_no_error (error);
}

/* Leaves its socket behind. */
static void
kill_program (Fixture *fixture)
{
  g_subprocess_force_exit (fixture->program);
  g_subprocess_wait (fixture->program, NULL, NULL);
  g_clear_object (&fixture->program);
}

static void
on_changed (AufaitSessionBus *bus, Fixture *fixture)
{
  fixture->n_changed++;
  aufait_desktop_notifier_set_connection (AUFAIT_DESKTOP_NOTIFIER (fixture->notes.notifier),
                                          aufait_session_bus_get (bus));
}

static void
follow (Fixture *fixture)
{
  fixture->bus = aufait_session_bus_new ();
  g_signal_connect (fixture->bus, "changed", G_CALLBACK (on_changed), fixture);
  notifier_fixture_connect (&fixture->notes, aufait_session_bus_get (fixture->bus));
}

static void
wait_there (Fixture *fixture, gboolean is_there)
{
  wait_until ((aufait_session_bus_get (fixture->bus) != NULL) == is_there);
}

/* @name: of the socket, in the folder of the test, as addresses write it. */
static void
set_up (Fixture *fixture, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = g_uri_unescape_string (name, NULL);

  fixture->folder = g_dir_make_tmp ("aufait-bus-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, plain, NULL);
  fixture->address = g_strdup_printf ("unix:path=%s/%s", fixture->folder, (const char *) name);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", fixture->address, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer name)
{
  notifier_fixture_disconnect (&fixture->notes);
  g_assert_finalize_object (g_steal_pointer (&fixture->bus));
  notifier_fixture_end_server (&fixture->notes);
  if (fixture->program != NULL)
    kill_program (fixture);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->address);
  g_free (fixture->path);
}

static void
show_on_it (Fixture *fixture, guint n_ready)
{
  fixture->notes.server = notification_server_new (fixture->address, ALL_CAPABILITIES, 1);
  notifier_fixture_wait_ready (&fixture->notes, n_ready);
  notifier_fixture_show_and_wait (&fixture->notes, 12);
  g_assert_cmpuint (notification_server_count_open (fixture->notes.server), ==, 1);
}

static void
test_is_there (Fixture *fixture, gconstpointer name)
{
  start_program (fixture);
  wait_until (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  follow (fixture);
  wait_there (fixture, TRUE);
  show_on_it (fixture, 1);
}

static void
test_comes_late (Fixture *fixture, gconstpointer name)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  follow (fixture);
  g_assert_null (aufait_session_bus_get (fixture->bus));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  start_program (fixture);
  wait_there (fixture, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  show_on_it (fixture, 1);
}

static void
test_ends_and_comes_again (Fixture *fixture, gconstpointer name)
{
  test_is_there (fixture, name);
  for (guint i = 0; i < 2; i++) {
    kill_program (fixture);
    wait_there (fixture, FALSE);
    g_assert_false (aufait_notifier_is_ready (fixture->notes.notifier));
    notifier_fixture_end_server (&fixture->notes);
    start_program (fixture);
    wait_there (fixture, TRUE);
    show_on_it (fixture, i + 2);
  }
}

/* What is in the place of the socket is none, or nobody listens there. */
static void
test_left_behind (Fixture *fixture, gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "", 0, &error);
  g_assert_no_error (error);
  follow (fixture);
  g_assert_null (aufait_session_bus_get (fixture->bus));
  g_remove (fixture->path);
  start_program (fixture);
  wait_there (fixture, TRUE);
}

static void
test_ends_while_waiting (Fixture *fixture, gconstpointer name)
{
  follow (fixture);
  start_program (fixture);
  wait_until (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
add_test (const char *path, const char *name, void (*test) (Fixture *fixture, gconstpointer name))
{
  g_test_add (path, Fixture, name, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/session-bus/is-there", "bus", test_is_there);
  add_test ("/session-bus/comes-late", "bus", test_comes_late);
  add_test ("/session-bus/comes-late-with-its-folder", "run/user/bus", test_comes_late);
  add_test ("/session-bus/has-an-odd-name", "a%25b", test_comes_late);
  add_test ("/session-bus/ends-and-comes-again", "bus", test_ends_and_comes_again);
  add_test ("/session-bus/comes-where-something-was-left", "bus", test_left_behind);
  add_test ("/session-bus/ends-while-waiting", "bus", test_ends_while_waiting);

  return g_test_run ();
}
