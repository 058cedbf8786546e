/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real server behind a socketpair, fed in pieces: the first byte says how long a piece is. What
 * it answers must be replies of Varlink, and in the end nothing is left. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "aufait-varlink-gate.h"
#include "aufait-varlink-server.h"
#include "fuzz.h"

typedef struct {
  AufaitVarlinkServer *server;
  AufaitVarlinkCall *open;
  GString *received;
  int fd;
} Fuzz;

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
  JsonObject *reply = json_object_new ();

  if (mixed->text != NULL)
    json_object_set_string_member (reply, "text", mixed->text);
  for (guint i = 0; mixed->many[i] != NULL; i++)
    json_object_set_string_member (reply, mixed->many[i], "");
  json_object_set_boolean_member (reply, "flag", mixed->flag);
  json_object_set_int_member (reply, "number", mixed->number);
  if (aufait_varlink_call_wants_more (call))
    aufait_varlink_call_reply_continues (call, json_object_ref (reply));
  aufait_varlink_call_reply (call, reply);
}

static void
on_gone (AufaitVarlinkCall *call, gpointer user_data)
{
  Fuzz *fuzz = user_data;

  g_assert_true (fuzz->open == call);
  g_clear_pointer (&fuzz->open, aufait_varlink_call_unref);
}

static void
handle_later (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  Fuzz *fuzz = user_data;

  g_assert_null (fuzz->open);
  fuzz->open = aufait_varlink_call_ref (call);
  aufait_varlink_call_set_gone_func (call, on_gone, fuzz);
}

static const AufaitVarlinkParameter mixed_parameters[] = {
  { "text", AUFAIT_VARLINK_STRING, offsetof (Mixed, text), TRUE, 20 },
  { "many", AUFAIT_VARLINK_STRINGS, offsetof (Mixed, many) },
  { "flag", AUFAIT_VARLINK_BOOL, offsetof (Mixed, flag) },
  { "number", AUFAIT_VARLINK_INT, offsetof (Mixed, number) },
  { NULL },
};

static const AufaitVarlinkMethod methods[] = {
  { "Mixed", handle_mixed, FALSE, sizeof (Mixed), mixed_parameters },
  { "Later", handle_later },
  { "Watch", handle_later, TRUE },
  { NULL },
};

static const AufaitVarlinkInterface interface = {
  "a.b",
  "interface a.b\nmethod Mixed() -> ()\nmethod Later() -> ()\nmethod Watch() -> ()\n",
  methods,
};

static void
check_replies (Fuzz *fuzz)
{
  while (memchr (fuzz->received->str, '\0', fuzz->received->len) != NULL) {
    const char *reply = fuzz->received->str;
    gsize length = strlen (reply);

    g_assert_true (aufait_varlink_gate_check (reply, length, NULL));
    g_assert_true (g_str_has_prefix (reply, "{\"error\":\"") ||
                   g_str_has_prefix (reply, "{\"parameters\":{") ||
                   g_str_has_prefix (reply, "{\"continues\":true") || strcmp (reply, "{}") == 0);
    g_string_erase (fuzz->received, 0, (gssize) length + 1);
  }
}

static void
run (Fuzz *fuzz)
{
  char buffer[4096];
  gssize received;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  while ((received = recv (fuzz->fd, buffer, sizeof buffer, MSG_DONTWAIT)) > 0)
    g_string_append_len (fuzz->received, buffer, received);
  check_replies (fuzz);
}

/* Answers what is open, if anything. */
static void
answer (Fuzz *fuzz)
{
  g_autoptr (AufaitVarlinkCall) call = g_steal_pointer (&fuzz->open);

  if (call != NULL)
    aufait_varlink_call_reply (call, NULL);
}

static void
feed (Fuzz *fuzz, const uint8_t *data, size_t size, size_t piece)
{
  for (size_t i = 0; i < size; i += piece) {
    send (fuzz->fd, data + i, MIN (piece, size - i), MSG_NOSIGNAL | MSG_DONTWAIT);
    run (fuzz);
    if (i / piece % 3 == 2)
      answer (fuzz);
  }
}

static void
start (Fuzz *fuzz)
{
  g_autoptr (GError) error = NULL;
  int fds[2];

  fuzz->received = g_string_new (NULL);
  fuzz->server = aufait_varlink_server_new ("v", "p", "1", "u");
  aufait_varlink_server_add_interface (fuzz->server, &interface, fuzz);
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, fds), ==, 0);
  aufait_varlink_server_add_connection (fuzz->server, fds[0], &error);
  g_assert_no_error (error);
  fuzz->fd = fds[1];
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Fuzz fuzz = { NULL };
  size_t n_answers;

  if (size == 0 || size > 65536)
    return 0;
  start (&fuzz);
  feed (&fuzz, data + 1, size - 1, data[0] == 0 ? size : MAX (data[0], size / 64));
  shutdown (fuzz.fd, SHUT_WR);
  for (n_answers = 0; n_answers < size; n_answers++) {
    run (&fuzz);
    if (fuzz.open == NULL)
      break;
    answer (&fuzz);
  }
  run (&fuzz);
  g_assert_cmpuint (aufait_varlink_server_get_n_connections (fuzz.server), ==, 0);
  g_object_unref (fuzz.server);
  g_assert_null (fuzz.open);
  g_string_free (fuzz.received, TRUE);
  close (fuzz.fd);
  return 0;
}
