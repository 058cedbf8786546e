/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-socket.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "varlink-fixture.h"

#define ECHO   "{\"method\":\"" TEST_INTERFACE ".Echo\",\"parameters\":{\"text\":\"a\"}}"
#define ECHOED "{\"parameters\":{\"text\":\"a\"}}"

static guint
get_mode (const char *path)
{
  struct stat st;

  g_assert_cmpint (lstat (path, &st), ==, 0);
  return st.st_mode & 07777;
}

static void
listen_at (VarlinkFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  aufait_varlink_server_listen (fixture->server, path, &error);
  g_assert_no_error (error);
}

static void
expect_refused (VarlinkFixture *fixture, const char *path, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aufait_varlink_server_listen (fixture->server, path, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

static void
expect_answer (const char *path)
{
  g_autoptr (VarlinkClient) client = varlink_client_connect (path);

  g_assert_nonnull (client);
  varlink_client_send (client, ECHO, sizeof ECHO);
  varlink_client_expect (client, ECHOED);
}

static void
test_private (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autofree char *inner = g_path_get_dirname (fixture->path);
  mode_t umask_before = umask (0);

  listen_at (fixture, fixture->path);
  g_assert_cmpuint (umask (umask_before), ==, 0);
  g_assert_cmpuint (get_mode (inner), ==, 0700);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  expect_answer (fixture->path);
  g_clear_object (&fixture->server);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_in_use (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkFixture) second = varlink_fixture_new ();

  listen_at (fixture, fixture->path);
  expect_refused (second, fixture->path, G_IO_ERROR_ADDRESS_IN_USE);
  expect_answer (fixture->path);
}

/* As after a daemon that was killed: the file is there, and nobody behind it. */
static void
test_stale (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (GError) error = NULL;
  int fd = aufait_varlink_socket_listen (fixture->path, &error);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  listen_at (fixture, fixture->path);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  expect_answer (fixture->path);
}

static void
test_in_the_way (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "socket", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (file, "precious", -1, NULL));
  expect_refused (fixture, file, G_IO_ERROR_EXISTS);
  expect_refused (fixture, below, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "precious");
  g_assert_cmpint (g_unlink (file), ==, 0);
}

static void
test_too_long (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autofree char *tail = g_strnfill (120, 'x');
  g_autofree char *path = g_build_filename (fixture->folder, tail, NULL);

  expect_refused (fixture, path, G_IO_ERROR_FILENAME_TOO_LONG);
  path[108] = '\0';
  expect_refused (fixture, path, G_IO_ERROR_FILENAME_TOO_LONG);
  path[107] = '\0';
  listen_at (fixture, path);
  expect_answer (path);
}

/* The file of one that came after us is not ours to remove. */
static void
test_leaves_others (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkFixture) second = varlink_fixture_new ();

  listen_at (fixture, fixture->path);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  listen_at (second, fixture->path);
  g_clear_object (&fixture->server);
  expect_answer (fixture->path);
  g_clear_object (&second->server);
}

/* From the service manager: its file stays. */
static void
test_handed_over (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (GError) error = NULL;
  int fd = aufait_varlink_socket_listen (fixture->path, &error);

  g_assert_no_error (error);
  aufait_varlink_server_add_listener (fixture->server, fd, &error);
  g_assert_no_error (error);
  expect_answer (fixture->path);
  g_clear_object (&fixture->server);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

static void
test_no_socket (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (GError) error = NULL;
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_false (aufait_varlink_server_add_connection (fixture->server, fds[0], &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpint (close (fds[0]), ==, -1);
  close (fds[1]);
}

/* 0: answered; 1: turned away; 2: not even connected. */
static int
call_as (uid_t uid, const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  char reply[100];

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  if (setresuid (uid, uid, uid) < 0 ||
      connect (fd, (struct sockaddr *) &address, sizeof address) < 0)
    return 2;
  send (fd, ECHO, sizeof ECHO, MSG_NOSIGNAL);
  return recv (fd, reply, sizeof reply, 0) > 0 ? 0 : 1;
}

typedef struct {
  pid_t pid;
  int status;
} Child;

static gboolean
has_ended (gpointer user_data)
{
  Child *child = user_data;

  return waitpid (child->pid, &child->status, WNOHANG) == child->pid;
}

static int
run_as (uid_t uid, const char *path)
{
  Child child = { fork () };

  if (child.pid == 0)
    _exit (call_as (uid, path));
  g_assert_true (varlink_fixture_wait (has_ended, &child));
  g_assert_true (WIFEXITED (child.status));
  return WEXITSTATUS (child.status);
}

/* Whoever ends in a child keeps nothing: there it would be lost. */
static void
let_in (const VarlinkFixture *fixture)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);

  g_assert_cmpint (chmod (fixture->folder, 0755) | chmod (inner, 0755), ==, 0);
}

static void
test_strangers (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();

  if (geteuid () != 0) {
    g_test_skip ("only root can be someone else");
    return;
  }
  listen_at (fixture, fixture->path);
  g_assert_cmpint (run_as (65534, fixture->path), ==, 2);
  let_in (fixture);
  g_assert_cmpint (run_as (65534, fixture->path), ==, 2);
  g_assert_cmpint (chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (run_as (65534, fixture->path), ==, 1);
  g_assert_cmpint (run_as (0, fixture->path), ==, 0);
  g_assert_cmpuint (fixture->n_calls, ==, 1);
}

int
main (int argc, char **argv)
{
  guint n_fds;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/varlink-socket/is-for-us-alone", test_private);
  g_test_add_func ("/varlink-socket/leaves-one-in-use-alone", test_in_use);
  g_test_add_func ("/varlink-socket/replaces-one-that-nobody-listens-on", test_stale);
  g_test_add_func ("/varlink-socket/replaces-no-other-file", test_in_the_way);
  g_test_add_func ("/varlink-socket/says-that-its-path-is-too-long", test_too_long);
  g_test_add_func ("/varlink-socket/removes-no-file-of-another", test_leaves_others);
  g_test_add_func ("/varlink-socket/is-taken-over", test_handed_over);
  g_test_add_func ("/varlink-socket/is-not-a-pipe", test_no_socket);
  g_test_add_func ("/varlink-socket/turns-strangers-away", test_strangers);

  g_main_context_wakeup (NULL);
  n_fds = varlink_count_fds ();
  result = g_test_run ();
  g_assert_cmpuint (varlink_count_fds (), ==, n_fds);
  return result;
}
