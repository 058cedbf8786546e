/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Crowds, hostile ones too: each attack comes from a process of its own, while we go on answering
 * an honest client. */
#include "config.h"

#include "aufait-varlink-listener.h"

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aufait-contract.h"
#include "varlink-fixture.h"

#define ECHO      "{\"method\":\"" TEST_INTERFACE ".Echo\",\"parameters\":{\"text\":\"a\"}}"
#define WATCH     "{\"method\":\"" TEST_INTERFACE ".Watch\",\"more\":true}"
#define ECHOED    "{\"parameters\":{\"text\":\"a\"}}"
#define N_DRIPS   300
#define N_CROWD   1000
#define N_WATCHES 20

static guint n_warnings;

/* Attacks: they run in the child, block, and know only the path. */
typedef void (*Attack) (const char *path);

static int
dial (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  if (fd < 0 || connect (fd, (struct sockaddr *) &address, sizeof address) < 0)
    _exit (1);
  return fd;
}

static void
send_without_end (const char *path)
{
  char *piece = g_strnfill (1024 * 1024, 'x');

  for (int round = 0; round < 4; round++) {
    int fd = dial (path);

    for (int i = 0; i < 64; i++)
      send (fd, piece, 1024 * 1024, MSG_NOSIGNAL);
    close (fd);
  }
}

static void
send_brackets (const char *path)
{
  char *brackets = g_strnfill (1024 * 1024, '[');

  brackets[1024 * 1024 - 1] = '\0';
  for (int i = 0; i < 50; i++) {
    int fd = dial (path);

    send (fd, brackets, 1024 * 1024, MSG_NOSIGNAL);
    close (fd);
  }
}

static void
send_drips (const char *path)
{
  int fds[N_DRIPS];

  for (int i = 0; i < N_DRIPS; i++)
    fds[i] = dial (path);
  for (int round = 0; round < 20; round++) {
    for (int i = 0; i < N_DRIPS; i++)
      send (fds[i], "{", 1, MSG_NOSIGNAL);
    g_usleep (20 * 1000);
  }
}

static void
come_in_a_crowd (const char *path)
{
  const struct rlimit limit = { N_CROWD + 50, N_CROWD + 50 };
  int fds[N_CROWD];
  char byte;

  setrlimit (RLIMIT_NOFILE, &limit);
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < N_CROWD; i++)
      fds[i] = dial (path);
    /* The oldest had to go, for all of them cannot stay. */
    if (recv (fds[0], &byte, 1, 0) != 0)
      _exit (2);
    for (int i = 0; i < N_CROWD; i++)
      close (fds[i]);
  }
}

static void
send_without_reading (const char *path)
{
  GString *calls = g_string_new (NULL);

  for (int i = 0; i < 10000; i++)
    g_string_append_len (calls, ECHO, sizeof ECHO);
  for (int i = 0; i < 5; i++) {
    int fd = dial (path);

    send (fd, calls->str, calls->len, MSG_NOSIGNAL);
    send (fd, calls->str, calls->len, MSG_NOSIGNAL);
  }
}

typedef struct {
  pid_t pid;
  int status;
} Child;

static gboolean
has_ended (gpointer user_data)
{
  Child *child = user_data;

  return child->pid == 0 || waitpid (child->pid, &child->status, WNOHANG) == child->pid;
}

static Child
start (Attack attack, const char *path)
{
  Child child = { fork () };

  if (child.pid != 0)
    return child;
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  attack (path);
  /* By another program: what this one holds is nothing that it forgot. */
  execlp ("true", "true", NULL);
  _exit (127);
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : 1;
}

/* A call on a new connection, or on @client; how long it took, in µs. */
static gint64
call_once (VarlinkClient *client, const char *path)
{
  gint64 before = g_get_monotonic_time ();
  g_autoptr (VarlinkClient) newcomer = client == NULL ? varlink_client_connect (path) : NULL;
  VarlinkClient *caller = client != NULL ? client : newcomer;

  g_assert_nonnull (caller);
  varlink_client_send (caller, ECHO, sizeof ECHO);
  varlink_client_expect (caller, ECHOED);
  return g_get_monotonic_time () - before;
}

static gboolean
is_under_valgrind (void)
{
  const char *preloaded = g_getenv ("LD_PRELOAD");

  return preloaded != NULL && strstr (preloaded, "vgpreload") != NULL;
}

/* What an answer may take, in µs: with someone who looks at each step of ours, longer. */
static gint64
get_limit (void)
{
#if defined(__SANITIZE_ADDRESS__)
  return 1000 * 1000;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
  return 1000 * 1000;
#endif
#endif
  return (is_under_valgrind () ? 1000 : 100) * 1000;
}

static void
test_attack (gconstpointer data)
{
  Attack attack = *(const Attack *) data;
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) regular = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  Child child;

  aufait_varlink_server_listen (fixture->server, fixture->path, &error);
  g_assert_no_error (error);
  aufait_varlink_server_set_timeouts (fixture->server, 200, 10000);
  regular = varlink_client_connect (fixture->path);
  child = start (attack, fixture->path);
  do {
    gint64 took[] = { call_once (regular, NULL), call_once (NULL, fixture->path) };

    g_array_append_vals (times, took, G_N_ELEMENTS (took));
    g_assert_cmpuint (aufait_varlink_server_get_n_connections (fixture->server), <=,
                      AUFAIT_CLIENTS_MAX);
  } while (!has_ended (&child));
  g_assert_cmpint (child.status, ==, 0);

  g_array_sort (times, compare_times);
  g_test_message ("%u calls, worst %" G_GINT64_FORMAT " µs", times->len,
                  g_array_index (times, gint64, times->len - 1));
  /* The median: a machine that is busy with other things may pause us now and then. */
  g_assert_cmpint (g_array_index (times, gint64, times->len / 2), <, get_limit ());
}

static gboolean
is_full (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->open->len == AUFAIT_CLIENTS_MAX;
}

/* Who has a call in progress is not dropped for one who has none: that one is turned away. */
static void
test_all_busy (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (VarlinkClient) late = NULL;
  g_autoptr (GError) error = NULL;

  clients = g_ptr_array_new_with_free_func ((GDestroyNotify) varlink_client_free);
  aufait_varlink_server_listen (fixture->server, fixture->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < AUFAIT_CLIENTS_MAX; i++) {
    VarlinkClient *client = varlink_client_connect (fixture->path);

    varlink_client_send (client, WATCH, sizeof WATCH);
    g_ptr_array_add (clients, client);
  }
  g_assert_true (varlink_fixture_wait (is_full, fixture));
  late = varlink_client_connect (fixture->path);
  varlink_client_expect_closed (late);
  g_assert_cmpuint (fixture->n_gone, ==, 0);

  g_ptr_array_set_size (clients, AUFAIT_CLIENTS_MAX - 1);
  varlink_fixture_run (10);
  call_once (NULL, fixture->path);
}

/* Lets this process open @n_more descriptors and no more. */
static void
limit_fds (guint n_more)
{
  struct rlimit limit;
  int highest = dup (0);

  close (highest);
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  limit.rlim_cur = n_more == 0 ? limit.rlim_max : (rlim_t) highest + n_more;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
}

static void
come_with_many_idle (const char *path)
{
  char reply[100];
  int fd;

  for (int i = 0; i < 50; i++)
    dial (path);
  fd = dial (path);
  send (fd, ECHO, sizeof ECHO, 0);
  if (recv (fd, reply, sizeof reply, 0) <= 0)
    _exit (3);
}

/* No descriptors left: who is idle makes room. */
static void
test_no_fds (void)
{
  g_autoptr (VarlinkFixture) fixture = NULL;
  g_autoptr (GError) error = NULL;
  Child child;

  /* It keeps descriptors of its own, and takes a limit for its program otherwise than the kernel.
   */
  if (g_getenv ("AUFAIT_VALGRIND") != NULL) {
    g_test_skip ("valgrind has its own limit of descriptors");
    return;
  }
  fixture = varlink_fixture_new ();
  aufait_varlink_server_listen (fixture->server, fixture->path, &error);
  g_assert_no_error (error);
  child = start (come_with_many_idle, fixture->path);
  limit_fds (6);
  g_assert_true (varlink_fixture_wait (has_ended, &child));
  limit_fds (0);
  g_assert_cmpint (child.status, ==, 0);
}

static void
come_to_watch (const char *path, int fd)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  for (int i = 0; i < N_WATCHES; i++)
    send (dial (path), WATCH, sizeof WATCH, MSG_NOSIGNAL);
  if (write (fd, "", 1) == 1)
    pause ();
  _exit (0);
}

/* They are all in line, with their calls, before the first is accepted. */
static Child
start_watches (const char *path)
{
  Child child;
  int fds[2];
  char byte;

  g_assert_cmpint (pipe (fds), ==, 0);
  child.pid = fork ();
  if (child.pid == 0)
    come_to_watch (path, fds[1]);
  g_assert_cmpint (read (fds[0], &byte, 1), ==, 1);
  close (fds[0]);
  close (fds[1]);
  return child;
}

static gboolean
has_warned (gpointer user_data)
{
  return n_warnings > 0;
}

static gboolean
has_all (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->open->len == N_WATCHES;
}

static gboolean
is_empty (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->open->len == 0;
}

/* No descriptors left and none to take away: one warning, no race of the main loop, and all goes
 * on when there are some again. */
static void
test_no_fds_and_all_busy (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (GError) error = NULL;
  gint64 until;
  guint n_turns = 0;
  Child child;

  if (is_under_valgrind ()) {
    g_test_skip ("valgrind plays EMFILE by closing what was accepted");
    return;
  }
  aufait_varlink_server_listen (fixture->server, fixture->path, &error);
  g_assert_no_error (error);
  child = start_watches (fixture->path);
  limit_fds (6);
  g_assert_true (varlink_fixture_wait (has_warned, NULL));
  until = g_get_monotonic_time () + 1200 * 1000;
  for (; g_get_monotonic_time () < until; n_turns++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_turns, <, 20);
  g_assert_cmpuint (fixture->open->len, >, 0);
  g_assert_cmpuint (fixture->open->len, <=, 6);
  g_assert_cmpuint (n_warnings, ==, 1);
  limit_fds (0);
  g_assert_true (varlink_fixture_wait (has_all, fixture));
  kill (child.pid, SIGKILL);
  g_assert_true (varlink_fixture_wait (has_ended, &child));
  g_assert_true (varlink_fixture_wait (is_empty, fixture));
}

static GLogWriterOutput
count_warnings (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_WARNING) == 0)
    return g_log_writer_default (level, fields, n_fields, user_data);
  n_warnings++;
  return G_LOG_WRITER_HANDLED;
}

int
main (int argc, char **argv)
{
  const Attack attacks[] = { send_without_end, send_brackets, send_drips, come_in_a_crowd,
                             send_without_reading };
  guint n_fds;
  int result;

  g_log_set_writer_func (count_warnings, NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/varlink-listener/goes-on/beside-messages-without-end", &attacks[0],
                        test_attack);
  g_test_add_data_func ("/varlink-listener/goes-on/beside-a-mebibyte-of-brackets", &attacks[1],
                        test_attack);
  g_test_add_data_func ("/varlink-listener/goes-on/beside-300-who-drip", &attacks[2], test_attack);
  g_test_add_data_func ("/varlink-listener/goes-on/beside-1000-at-once", &attacks[3], test_attack);
  g_test_add_data_func ("/varlink-listener/goes-on/beside-who-never-reads", &attacks[4],
                        test_attack);
  g_test_add_func ("/varlink-listener/turns-away-when-all-are-busy", test_all_busy);
  g_test_add_func ("/varlink-listener/makes-room-without-descriptors", test_no_fds);
  g_test_add_func ("/varlink-listener/rests-without-descriptors", test_no_fds_and_all_busy);

  g_main_context_wakeup (NULL);
  n_fds = varlink_count_fds ();
  result = g_test_run ();
  g_assert_cmpuint (varlink_count_fds (), ==, n_fds);
  return result;
}
