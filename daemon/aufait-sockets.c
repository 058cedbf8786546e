/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sockets.h"

#include <glib/gi18n-lib.h>
#include <sys/socket.h>
#include <systemd/sd-daemon.h>

#include "aufait-paths.h"

static gboolean
take_over (AufaitVarlinkServer *server, int fd, GError **error)
{
  if (sd_is_socket (fd, AF_UNIX, SOCK_STREAM, 1) > 0)
    return aufait_varlink_server_add_listener (server, fd, error);
  if (sd_is_socket (fd, AF_UNIX, SOCK_STREAM, 0) > 0)
    return aufait_varlink_server_add_connection (server, fd, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("The service manager handed over something that is no Unix stream socket"));
  return FALSE;
}

gboolean
aufait_sockets_open (AufaitVarlinkServer *server, GError **error)
{
  int handed = sd_listen_fds (TRUE);
  g_autofree char *path = NULL;

  for (int i = 0; i < handed; i++)
    if (!take_over (server, SD_LISTEN_FDS_START + i, error))
      return FALSE;
  if (handed > 0)
    return TRUE;
  path = aufait_paths_dup_socket (error);
  return path != NULL && aufait_varlink_server_listen (server, path, error);
}
