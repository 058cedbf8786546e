/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-connection.h"

#include <string.h>
#include <sys/socket.h>

#include "aufait-contract.h"
#include "varlink-fixture.h"

#define ECHO   "{\"method\":\"" TEST_INTERFACE ".Echo\",\"parameters\":{\"text\":\"a\"}}"
#define ECHOED "{\"parameters\":{\"text\":\"a\"}}"
#define LONG   60000

static gboolean
has_open (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->open->len > 0;
}

static gboolean
has_no_connection (gpointer user_data)
{
  return aufait_varlink_server_get_n_connections (user_data) == 0;
}

/* One byte after the other, each in time: the message as a whole is not. */
static void
test_drips (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  guint n_sent = 0;

  aufait_varlink_server_set_timeouts (fixture->server, 100, LONG);
  while (aufait_varlink_server_get_n_connections (fixture->server) > 0 && n_sent++ < 5000) {
    varlink_client_send (client, " ", 1);
    varlink_fixture_run (2);
  }
  g_assert_cmpuint (n_sent, <, 5000);
  varlink_client_expect_closed (client);
}

/* Many messages in a row, each begun before the one before it is answered, are not one slow one. */
static void
test_steady (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  const char shifted[] =
      "\"}}\0{\"method\":\"" TEST_INTERFACE ".Echo\",\"parameters\":{\"text\":\"a";

  aufait_varlink_server_set_timeouts (fixture->server, 400, LONG);
  varlink_client_send (client, shifted + 4, sizeof shifted - 5);
  for (int i = 0; i < 30; i++) {
    varlink_fixture_run (20);
    varlink_client_send (client, shifted, sizeof shifted - 1);
    varlink_client_expect (client, ECHOED);
  }
}

static void
test_idle (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autoptr (VarlinkClient) watcher = varlink_client_new (fixture);

  aufait_varlink_server_set_timeouts (fixture->server, LONG, 50);
  varlink_client_call (watcher, "Watch", NULL, "\"more\":true");
  varlink_client_send (client, ECHO, sizeof ECHO);
  varlink_client_expect (client, ECHOED);
  varlink_client_expect_closed (client);
  varlink_fixture_run (150);
  g_assert_cmpuint (aufait_varlink_server_get_n_connections (fixture->server), ==, 1);
  aufait_varlink_call_reply (g_ptr_array_index (fixture->open, 0), NULL);
  varlink_client_expect (watcher, "{}");
  varlink_client_expect_closed (watcher);
}

/* Calls without end, and never a look at the answers: no further call is taken, then it is over. */
static void
test_does_not_read (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  aufait_varlink_server_set_timeouts (fixture->server, 200, LONG);
  for (int i = 0; i < 50; i++)
    varlink_client_call (client, "Big", "{\"size\":500000}", NULL);
  g_assert_true (varlink_fixture_wait (has_no_connection, fixture->server));
}

static gboolean
has_stopped (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  g_autoptr (AufaitVarlinkCall) call = g_ptr_array_steal_index (fixture->open, 0);
  JsonObject *reply = json_object_new ();
  g_autofree char *text = g_strnfill (100000, 'x');

  json_object_set_string_member (reply, "text", text);
  if (!aufait_varlink_call_reply_continues (call, reply))
    return TRUE;
  g_ptr_array_add (fixture->open, g_steal_pointer (&call));
  fixture->n_calls++;
  return FALSE;
}

/* A watcher that does not look is dropped when much is waiting, not after a time only. */
static void
test_watcher_does_not_read (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  aufait_varlink_server_set_timeouts (fixture->server, LONG, LONG);
  varlink_client_call (client, "Watch", NULL, "\"more\":true");
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  g_assert_true (varlink_fixture_wait (has_stopped, fixture));
  g_assert_cmpuint (fixture->n_calls, >, 40);
  g_assert_cmpuint (fixture->n_calls, <, 60);
  g_assert_true (varlink_fixture_wait (has_no_connection, fixture->server));
  g_assert_cmpuint (fixture->n_gone, ==, 0);
}

/* Who reads late, but reads, gets every byte; even a reply that is longer than the limit. */
static void
test_reads_late (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  aufait_varlink_server_set_timeouts (fixture->server, LONG, LONG);
  for (int i = 0; i < 30; i++)
    varlink_client_call (client, "Big", "{\"size\":300000}", NULL);
  varlink_client_call (client, "Big", "{\"size\":6000000}", NULL);
  varlink_client_send (client, ECHO, sizeof ECHO);
  varlink_fixture_run (50);
  for (int i = 0; i < 31; i++) {
    g_autofree char *reply = varlink_client_receive (client);

    g_assert_cmpuint (strlen (reply), >, i < 30 ? 300000 : 6000000);
  }
  varlink_client_expect (client, ECHOED);
}

static void
test_longest (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autofree char *message = g_malloc (AUFAIT_MESSAGE_MAX + 1);

  aufait_varlink_server_set_timeouts (fixture->server, LONG, LONG);
  memset (message, ' ', AUFAIT_MESSAGE_MAX + 1);
  memcpy (message, ECHO, sizeof ECHO - 1);
  message[AUFAIT_MESSAGE_MAX] = '\0';
  varlink_client_send (client, message, AUFAIT_MESSAGE_MAX + 1);
  varlink_client_expect (client, ECHOED);

  /* One byte more and no NUL: it can no longer become one that fits. */
  message[AUFAIT_MESSAGE_MAX] = ' ';
  varlink_client_send (client, message, AUFAIT_MESSAGE_MAX + 1);
  varlink_client_expect_closed (client);
}

static gsize
get_memory (void)
{
  g_autofree char *statm = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL));
  return g_ascii_strtoull (strchr (statm, ' '), NULL, 10) * 4096;
}

/* 64 MiB without a NUL: refused after the first, whose memory is given back. */
static void
test_endless (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autofree char *piece = g_strnfill (65536, 'x');
  gsize memory = get_memory (), n_sent = 0;

  while (!client->ended && n_sent < 64 * 1024 * 1024) {
    if (varlink_client_send (client, piece, 65536))
      n_sent += 65536;
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  g_assert_true (client->ended);
  g_assert_cmpuint (n_sent, <, 4 * 1024 * 1024);
  g_assert_cmpuint (get_memory (), <, memory + 16 * 1024 * 1024);
}

/* Each of them is answered, or its connection closed; the server lives. */
static void
test_random (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) other = varlink_client_new (fixture);

  for (int i = 0; i < 300; i++) {
    g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
    char bytes[1000];

    if (i % 2 == 0)
      for (gsize k = 0; k < sizeof bytes; k++)
        bytes[k] = (char) g_test_rand_int ();
    else
      memset (bytes, i % 3 == 0 ? '[' : '{', sizeof bytes);
    bytes[sizeof bytes - 1] = '\0';
    varlink_client_send (client, bytes, sizeof bytes);
    varlink_client_expect_closed (client);
  }
  varlink_client_send (other, ECHO, sizeof ECHO);
  varlink_client_expect (other, ECHOED);
}

/* While one has thousands of calls in line, another's single one does not wait for them. */
static void
test_fairness (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) greedy = varlink_client_new (fixture);
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autoptr (GString) calls = g_string_new (NULL);
  const int size = 4 * 1024 * 1024;

  setsockopt (greedy->fd, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof size);
  for (int i = 0; i < 1000; i++)
    g_string_append_len (calls, ECHO, sizeof ECHO);
  send (greedy->fd, calls->str, calls->len, MSG_DONTWAIT);
  send (client->fd, ECHO, sizeof ECHO, 0);
  varlink_client_expect (client, ECHOED);
  g_assert_cmpuint (fixture->n_calls, <=, 32);
}

/* How long the main loop would sleep, in ms; -1: until something comes. */
static int
get_sleep (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[16];
  int priority, timeout = 0;

  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, priority, &timeout, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);
  return timeout;
}

static void
test_sleeps (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (GError) error = NULL;
  VarlinkClient *client;

  aufait_varlink_server_listen (fixture->server, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_sleep (), ==, -1);

  client = varlink_client_new (fixture);
  varlink_client_send (client, ECHO, sizeof ECHO);
  varlink_client_expect (client, ECHOED);
  g_assert_cmpint (get_sleep (), >, 200 * 1000);
  varlink_client_call (client, "Watch", NULL, "\"more\":true");
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  g_assert_cmpint (get_sleep (), ==, -1);

  varlink_client_free (client);
  g_assert_true (varlink_fixture_wait (has_no_connection, fixture->server));
  g_assert_cmpint (get_sleep (), ==, -1);
}

int
main (int argc, char **argv)
{
  guint n_fds;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/varlink-connection/drops-who-sends-a-message-in-drips", test_drips);
  g_test_add_func ("/varlink-connection/keeps-who-sends-steadily", test_steady);
  g_test_add_func ("/varlink-connection/drops-who-says-nothing-but-for-watchers", test_idle);
  g_test_add_func ("/varlink-connection/drops-who-does-not-read", test_does_not_read);
  g_test_add_func ("/varlink-connection/drops-a-watcher-that-does-not-read",
                   test_watcher_does_not_read);
  g_test_add_func ("/varlink-connection/keeps-who-reads-late", test_reads_late);
  g_test_add_func ("/varlink-connection/takes-the-longest-message", test_longest);
  g_test_add_func ("/varlink-connection/stops-at-a-message-without-end", test_endless);
  g_test_add_func ("/varlink-connection/survives-random-bytes", test_random);
  g_test_add_func ("/varlink-connection/lets-others-in-between", test_fairness);
  g_test_add_func ("/varlink-connection/sleeps-when-there-is-nothing-to-do", test_sleeps);

  g_main_context_wakeup (NULL);
  n_fds = varlink_count_fds ();
  result = g_test_run ();
  g_assert_cmpuint (varlink_count_fds (), ==, n_fds);
  return result;
}
