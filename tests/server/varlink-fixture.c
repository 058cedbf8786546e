/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "varlink-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static const char description[] = "interface org.example.test\n"
                                  "method Echo(text: string) -> (text: string)\n"
                                  "method Mixed(text: ?string, many: ?[]string, flag: ?bool,\n"
                                  "  number: ?int) -> (seen: string)\n"
                                  "method Note(text: string) -> ()\n"
                                  "method Later() -> ()\n"
                                  "method Watch() -> (n: int)\n"
                                  "method Count(to: int) -> (n: int)\n"
                                  "method Big(size: int) -> (text: string)\n"
                                  "method Fail() -> ()\n"
                                  "method Undone() -> ()\n"
                                  "  method Unlisted () -> ()\n"
                                  "# method Unheard() -> ()\n"
                                  "error Failed (message: string)\n";

static void
handle_echo (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  VarlinkFixture *fixture = user_data;
  const char *const *text = parameters;
  JsonObject *reply = json_object_new ();

  fixture->n_calls++;
  json_object_set_string_member (reply, "text", *text);
  aufait_varlink_call_reply (call, reply);
}

typedef struct {
  const char *text;
  const char **many;
  gboolean flag;
  gint64 number;
} Mixed;

static void
handle_mixed (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  const Mixed *mixed = parameters;
  g_autofree char *many = g_strjoinv ("+", (char **) mixed->many);
  g_autofree char *seen =
      g_strdup_printf ("%s|%s|%d|%" G_GINT64_FORMAT, mixed->text, many, mixed->flag, mixed->number);
  JsonObject *reply = json_object_new ();

  json_object_set_string_member (reply, "seen", seen);
  aufait_varlink_call_reply (call, reply);
}

static void
handle_note (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  VarlinkFixture *fixture = user_data;
  const char *const *text = parameters;

  g_string_append (fixture->order, *text);
  aufait_varlink_call_reply (call, NULL);
}

static void
on_gone (AufaitVarlinkCall *call, gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  fixture->n_gone++;
  g_ptr_array_remove (fixture->open, call);
}

static void
handle_later (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  aufait_varlink_call_set_gone_func (call, on_gone, fixture);
  g_ptr_array_add (fixture->open, aufait_varlink_call_ref (call));
}

static JsonObject *
new_number (gint64 number)
{
  JsonObject *reply = json_object_new ();

  json_object_set_int_member (reply, "n", number);
  return reply;
}

static void
handle_count (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  const gint64 *to = parameters;

  for (gint64 i = 1; i < *to && aufait_varlink_call_wants_more (call); i++)
    aufait_varlink_call_reply_continues (call, new_number (i));
  aufait_varlink_call_reply (call, new_number (*to));
}

static void
handle_big (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  const gint64 *size = parameters;
  g_autofree char *text = g_strnfill ((gsize) *size, 'x');
  JsonObject *reply = json_object_new ();

  json_object_set_string_member (reply, "text", text);
  aufait_varlink_call_reply (call, reply);
}

static void
handle_fail (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  JsonObject *about = json_object_new ();

  json_object_set_string_member (about, "message", "no");
  aufait_varlink_call_reply_error (call, TEST_INTERFACE ".Failed", about);
}

static const AufaitVarlinkParameter text_parameters[] = {
  { "text", AUFAIT_VARLINK_STRING, 0, TRUE },
  { NULL },
};
static const AufaitVarlinkParameter number_parameters[] = {
  { "to", AUFAIT_VARLINK_INT, 0, TRUE },
  { NULL },
};
static const AufaitVarlinkParameter size_parameters[] = {
  { "size", AUFAIT_VARLINK_INT, 0, TRUE },
  { NULL },
};
static const AufaitVarlinkParameter mixed_parameters[] = {
  { "text", AUFAIT_VARLINK_STRING, offsetof (Mixed, text), FALSE, 5 },
  { "many", AUFAIT_VARLINK_STRINGS, offsetof (Mixed, many), FALSE, 5 },
  { "flag", AUFAIT_VARLINK_BOOL, offsetof (Mixed, flag) },
  { "number", AUFAIT_VARLINK_INT, offsetof (Mixed, number) },
  { NULL },
};

static const AufaitVarlinkMethod methods[] = {
  { "Echo", handle_echo, FALSE, sizeof (char *), text_parameters },
  { "Mixed", handle_mixed, FALSE, sizeof (Mixed), mixed_parameters },
  { "Note", handle_note, FALSE, sizeof (char *), text_parameters },
  { "Later", handle_later },
  { "Watch", handle_later, TRUE },
  { "Count", handle_count, FALSE, sizeof (gint64), number_parameters },
  { "Big", handle_big, FALSE, sizeof (gint64), size_parameters },
  { "Fail", handle_fail },
  { "Undone", NULL },
  { NULL },
};

static const AufaitVarlinkInterface interface = { TEST_INTERFACE, description, methods };

VarlinkFixture *
varlink_fixture_new (void)
{
  VarlinkFixture *fixture = g_new0 (VarlinkFixture, 1);
  g_autoptr (GError) error = NULL;

  fixture->server = aufait_varlink_server_new ("The makers", "Test", "1", "https://example.org");
  aufait_varlink_server_add_interface (fixture->server, &interface, fixture);
  fixture->open = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_varlink_call_unref);
  fixture->order = g_string_new (NULL);
  fixture->folder = g_dir_make_tmp ("varlink-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "in", "socket", NULL);
  return fixture;
}

void
varlink_fixture_free (VarlinkFixture *fixture)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);

  g_clear_object (&fixture->server);
  g_ptr_array_unref (fixture->open);
  g_string_free (fixture->order, TRUE);
  g_rmdir (inner);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture);
}

static gboolean
on_tick (gpointer user_data)
{
  guint *n_ticks = user_data;

  *n_ticks += 1;
  return G_SOURCE_CONTINUE;
}

gboolean
varlink_fixture_wait (VarlinkFixtureFunc is_done, gpointer user_data)
{
  guint n_ticks = 0;
  guint id = g_timeout_add (1, on_tick, &n_ticks);
  gboolean done;

  while (!(done = is_done (user_data)) && n_ticks < PATIENCE_MS)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  return done;
}

static gboolean
set_flag (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
varlink_fixture_run (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, set_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static VarlinkClient *
new_client (int fd)
{
  VarlinkClient *client = g_new0 (VarlinkClient, 1);

  client->fd = fd;
  client->received = g_string_new (NULL);
  return client;
}

VarlinkClient *
varlink_client_new (VarlinkFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds), ==, 0);
  aufait_varlink_server_add_connection (fixture->server, fds[0], &error);
  g_assert_no_error (error);
  return new_client (fds[1]);
}

VarlinkClient *
varlink_client_connect (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  if (connect (fd, (struct sockaddr *) &address, sizeof address) == 0)
    return new_client (fd);
  close (fd);
  return NULL;
}

void
varlink_client_free (VarlinkClient *client)
{
  if (client->fd >= 0)
    close (client->fd);
  g_string_free (client->received, TRUE);
  g_free (client);
}

typedef struct {
  VarlinkClient *client;
  const char *data;
  gsize length;
} Sending;

static gboolean
try_send (gpointer user_data)
{
  Sending *sending = user_data;
  gssize sent =
      send (sending->client->fd, sending->data, sending->length, MSG_NOSIGNAL | MSG_DONTWAIT);

  if (sent < 0 && errno != EAGAIN) {
    sending->client->ended = TRUE;
    return TRUE;
  }
  if (sent > 0) {
    sending->data += sent;
    sending->length -= (gsize) sent;
  }
  return sending->length == 0;
}

gboolean
varlink_client_send (VarlinkClient *client, const char *data, gssize length)
{
  Sending sending = { client, data, length < 0 ? strlen (data) : (gsize) length };

  g_assert_true (varlink_fixture_wait (try_send, &sending));
  return sending.length == 0;
}

void
varlink_client_call (VarlinkClient *client,
                     const char *method,
                     const char *parameters,
                     const char *flags)
{
  g_autofree char *call = g_strdup_printf ("{\"method\":\"" TEST_INTERFACE ".%s\"%s%s%s%s}", method,
                                           parameters != NULL ? ",\"parameters\":" : "",
                                           parameters != NULL ? parameters : "",
                                           flags != NULL ? "," : "", flags != NULL ? flags : "");

  varlink_client_send (client, call, (gssize) strlen (call) + 1);
}

static gboolean
try_receive (gpointer user_data)
{
  VarlinkClient *client = user_data;
  char buffer[65536];
  gssize received;

  if (memchr (client->received->str, '\0', client->received->len) != NULL)
    return TRUE;
  received = recv (client->fd, buffer, sizeof buffer, MSG_DONTWAIT);
  if (received > 0)
    g_string_append_len (client->received, buffer, received);
  client->ended = received == 0 || (received < 0 && errno != EAGAIN);
  return client->ended || memchr (client->received->str, '\0', client->received->len) != NULL;
}

char *
varlink_client_receive (VarlinkClient *client)
{
  char *message;

  g_assert_true (varlink_fixture_wait (try_receive, client));
  if (memchr (client->received->str, '\0', client->received->len) == NULL)
    return NULL;
  message = g_strdup (client->received->str);
  g_string_erase (client->received, 0, (gssize) strlen (message) + 1);
  return message;
}

void
varlink_client_expect (VarlinkClient *client, const char *message)
{
  g_autofree char *received = varlink_client_receive (client);

  g_assert_cmpstr (received, ==, message);
}

void
varlink_client_expect_error (VarlinkClient *client, const char *error, const char *parameter)
{
  g_autofree char *message =
      g_strdup_printf ("{\"error\":\"org.varlink.service.%s\"%s%s%s}", error,
                       parameter != NULL ? ",\"parameters\":{" : "",
                       parameter != NULL ? parameter : "", parameter != NULL ? "}" : "");

  varlink_client_expect (client, message);
}

void
varlink_client_expect_closed (VarlinkClient *client)
{
  varlink_client_expect (client, NULL);
  g_assert_true (client->ended);
}

guint
varlink_count_fds (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n_fds = 0;

  while (g_dir_read_name (dir) != NULL)
    n_fds++;
  return n_fds;
}
