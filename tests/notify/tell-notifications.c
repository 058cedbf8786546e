/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tell-notifications DELAY_MSECS: a notification server on the session bus that takes its time for
 * each, and prints a line "open ID SUMMARY" or "close ID" for what it is asked. Runs until it is
 * ended. */
#include "config.h"

#include <stdlib.h>

#include "notification-server.h"

int
main (int argc, char *argv[])
{
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  NotificationServer *server;

  if (argc != 2 || address == NULL)
    return EXIT_FAILURE;
  server = notification_server_new (address, "actions body", 1);
  server->delay_msecs = (guint) atoi (argv[1]);
  server->log = stdout;
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
