/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-socket.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <unistd.h>

/* A burst of clients waits in line rather than being refused. */
#define BACKLOG 4096

static int
get_error_code (int code)
{
  return (int) g_io_error_from_errno (code);
}

static gboolean
make_address (const char *path, struct sockaddr_un *address, GError **error)
{
  memset (address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  if (strlen (path) >= sizeof address->sun_path) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG,
                 _ ("The path of the socket is longer than %d bytes: “%s”. Set AUFAIT_SOCKET to a "
                    "shorter one"),
                 (int) sizeof address->sun_path - 1, path);
    return FALSE;
  }
  memcpy (address->sun_path, path, strlen (path));
  return TRUE;
}

static gboolean
make_directory (const char *path, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (g_mkdir_with_parents (directory, 0700) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, get_error_code (errno), _ ("The folder “%s” cannot be made: %s"),
               directory, g_strerror (errno));
  return FALSE;
}

static int
open_socket (GError **error)
{
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

  if (fd < 0)
    g_set_error (error, G_IO_ERROR, get_error_code (errno), _ ("No socket can be made: %s"),
                 g_strerror (errno));
  return fd;
}

/* The file is ours from its first moment. */
static int
bind_privately (int fd, const struct sockaddr_un *address)
{
  mode_t umask_before = umask (0177);
  int result = bind (fd, (const struct sockaddr *) address, sizeof *address);
  int code = errno;

  umask (umask_before);
  errno = code;
  return result;
}

/* 0 when nobody listens there, else the errno that says why not to touch it; -1 with @error set. */
static int
probe (const struct sockaddr_un *address, GError **error)
{
  int fd = open_socket (error);
  int result;

  if (fd < 0)
    return -1;
  result =
      connect (fd, (const struct sockaddr *) address, sizeof *address) == 0 ? EADDRINUSE : errno;
  close (fd);
  if (result == ECONNREFUSED || result == ENOENT)
    return 0;
  return result == EAGAIN ? EADDRINUSE : result;
}

static gboolean
remove_old (const char *path, int code, GError **error)
{
  if (code == EADDRINUSE) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE,
                 _ ("Another daemon already answers at “%s”: stop it first"), path);
    return FALSE;
  }
  if (code == 0 && unlink (path) < 0 && errno != ENOENT)
    code = errno;
  if (code == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, get_error_code (code),
               _ ("The old socket “%s” cannot be replaced: %s"), path, g_strerror (code));
  return FALSE;
}

static gboolean
clear_way (const struct sockaddr_un *address, GError **error)
{
  const char *path = address->sun_path;
  struct stat st;
  int code;

  if (lstat (path, &st) == 0 && !S_ISSOCK (st.st_mode)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("“%s” is in the way: it is not a socket. Move it away"), path);
    return FALSE;
  }
  code = probe (address, error);
  return code >= 0 && remove_old (path, code, error);
}

static gboolean
bind_and_listen (int fd, const struct sockaddr_un *address, GError **error)
{
  int result = bind_privately (fd, address);
  int code;

  if (result < 0 && errno == EADDRINUSE) {
    if (!clear_way (address, error))
      return FALSE;
    result = bind_privately (fd, address);
  }
  if (result == 0 && listen (fd, BACKLOG) == 0)
    return TRUE;
  code = errno;
  if (result == 0)
    unlink (address->sun_path); /* it is ours, and nobody answers there */
  g_set_error (error, G_IO_ERROR, get_error_code (code), _ ("The socket “%s” cannot be made: %s"),
               address->sun_path, g_strerror (code));
  return FALSE;
}

int
aufait_varlink_socket_listen (const char *path, GError **error)
{
  struct sockaddr_un address;
  int fd;

  if (!make_address (path, &address, error) || !make_directory (path, error))
    return -1;
  fd = open_socket (error);
  if (fd < 0)
    return -1;
  if (!bind_and_listen (fd, &address, error)) {
    close (fd);
    return -1;
  }
  aufait_varlink_socket_mark (fd, NULL, "listen");
  aufait_varlink_socket_mark (-1, path, "entrypoint");
  return fd;
}

void
aufait_varlink_socket_mark (int fd, const char *path, const char *role)
{
  int result = fd >= 0 ? fsetxattr (fd, "user.varlink", role, strlen (role), 0)
                       : lsetxattr (path, "user.varlink", role, strlen (role), 0);

  if (result < 0)
    g_debug ("a socket is not marked as “%s”: %s", role, g_strerror (errno));
}

gboolean
aufait_varlink_socket_get_peer (int fd, uid_t *ret_uid)
{
  struct ucred peer = { .uid = (uid_t) -1 };
  socklen_t length = sizeof peer;

  if (getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) < 0 || peer.uid == (uid_t) -1)
    return FALSE;
  *ret_uid = peer.uid;
  return TRUE;
}

gboolean
aufait_varlink_socket_may_call (uid_t uid)
{
  return uid == geteuid () || uid == 0;
}
