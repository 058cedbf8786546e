/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server without a daemon, for clients that others wrote: varlink-test-server SOCKET
 * It offers the real interface's description, with Status (about 1 KB), and Watch, which counts to
 * three. Ends with its standard input. */
#include "config.h"

#include <glib-unix.h>

#include "aufait-contract.h"
#include "aufait-interface.h"
#include "aufait-varlink-server.h"

static void
handle_status (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  JsonArray *sources = json_array_new ();
  JsonObject *reply = json_object_new ();

  for (int i = 0; i < 8; i++) {
    JsonObject *source = json_object_new ();

    json_object_set_string_member (source, "path", "/home/elodie/.contacts/Élodie Désormeaux.vcf");
    json_object_set_string_member (source, "kind", "cards");
    json_object_set_int_member (source, "items", 1700000000 + i);
    json_object_set_int_member (source, "problems", i);
    json_array_add_object_element (sources, source);
  }
  json_object_set_string_member (reply, "version", AUFAIT_VERSION);
  json_object_set_array_member (reply, "sources", sources);
  json_object_set_array_member (reply, "problems", json_array_new ());
  aufait_varlink_call_reply (call, reply);
}

static void
handle_watch (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  for (int i = 1; i <= 3; i++) {
    g_autofree char *changed = g_strdup_printf ("%d", i);
    JsonObject *reply = json_object_new ();

    json_object_set_string_member (reply, "changed", changed);
    if (i == 3)
      aufait_varlink_call_reply (call, reply);
    else if (!aufait_varlink_call_reply_continues (call, reply))
      return;
  }
}

static const AufaitVarlinkMethod methods[] = {
  { "Status", handle_status },
  { "Watch", handle_watch, TRUE },
  { NULL },
};

static const AufaitVarlinkInterface interface = {
  AUFAIT_INTERFACE,
  AUFAIT_INTERFACE_DESCRIPTION,
  methods,
};

static gboolean
on_input (int fd, GIOCondition condition, gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (AufaitVarlinkServer) server = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return 2;
  server = aufait_varlink_server_new ("Au fait", "Test", AUFAIT_VERSION, "https://example.org");
  aufait_varlink_server_add_interface (server, &interface, NULL);
  if (!aufait_varlink_server_listen (server, argv[1], &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  g_unix_fd_add (0, G_IO_IN | G_IO_HUP, on_input, loop);
  g_print ("ready\n");
  g_main_loop_run (loop);
  return 0;
}
