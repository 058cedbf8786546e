/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-server.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-contract.h"
#include "aufait-varlink-connection.h"
#include "aufait-varlink-dispatch.h"
#include "aufait-varlink-listener.h"
#include "aufait-varlink-registry.h"
#include "aufait-varlink-service.h"
#include "aufait-varlink-socket.h"

#define SLOW_MS (10 * 1000)
#define IDLE_MS (5 * 60 * 1000)
/* One connection in so many may be one that never had an answer, before it is dropped for others.
 */
#define NEWCOMERS 4

struct _AufaitVarlinkServer {
  GObject parent;
  AufaitVarlinkRegistry *registry;
  AufaitVarlinkService *service;
  GPtrArray *listeners;   /* of AufaitVarlinkListener */
  GPtrArray *connections; /* of AufaitVarlinkConnection */
  char *path;             /* of the socket file that we made */
  dev_t device;
  ino_t inode;
  guint slow_ms;
  guint idle_ms;
};

G_DEFINE_FINAL_TYPE (AufaitVarlinkServer, aufait_varlink_server, G_TYPE_OBJECT)

enum {
  SIGNAL_CALLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Only the file that we made: another daemon may have come after us. */
static void
remove_file (AufaitVarlinkServer *self)
{
  struct stat st;

  if (self->path != NULL && lstat (self->path, &st) == 0 && st.st_dev == self->device &&
      st.st_ino == self->inode)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

static void
aufait_varlink_server_dispose (GObject *object)
{
  AufaitVarlinkServer *self = AUFAIT_VARLINK_SERVER (object);

  remove_file (self);
  g_ptr_array_set_size (self->listeners, 0);
  while (self->connections->len > 0)
    aufait_varlink_connection_close (g_ptr_array_index (self->connections, 0));
  G_OBJECT_CLASS (aufait_varlink_server_parent_class)->dispose (object);
}

static void
aufait_varlink_server_finalize (GObject *object)
{
  AufaitVarlinkServer *self = AUFAIT_VARLINK_SERVER (object);

  g_ptr_array_unref (self->listeners);
  g_ptr_array_unref (self->connections);
  g_clear_pointer (&self->service, aufait_varlink_service_free);
  aufait_varlink_registry_free (self->registry);
  G_OBJECT_CLASS (aufait_varlink_server_parent_class)->finalize (object);
}

static void
aufait_varlink_server_class_init (AufaitVarlinkServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aufait_varlink_server_dispose;
  object_class->finalize = aufait_varlink_server_finalize;
  signals[SIGNAL_CALLED] = g_signal_new ("called", AUFAIT_TYPE_VARLINK_SERVER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aufait_varlink_server_init (AufaitVarlinkServer *self)
{
  self->registry = aufait_varlink_registry_new ();
  self->listeners = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_varlink_listener_free);
  self->connections =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_varlink_connection_unref);
  self->slow_ms = SLOW_MS;
  self->idle_ms = IDLE_MS;
}

AufaitVarlinkServer *
aufait_varlink_server_new (const char *vendor,
                           const char *product,
                           const char *version,
                           const char *url)
{
  AufaitVarlinkServer *self = g_object_new (AUFAIT_TYPE_VARLINK_SERVER, NULL);

  self->service = aufait_varlink_service_new (self->registry, vendor, product, version, url);
  return self;
}

void
aufait_varlink_server_add_interface (AufaitVarlinkServer *self,
                                     const AufaitVarlinkInterface *interface,
                                     gpointer user_data)
{
  aufait_varlink_registry_add (self->registry, interface, user_data);
}

static void
on_call (AufaitVarlinkCall *call, gpointer user_data)
{
  AufaitVarlinkServer *self = user_data;

  g_signal_emit (self, signals[SIGNAL_CALLED], 0);
  aufait_varlink_dispatch (self->registry, call);
}

static void
on_closed (AufaitVarlinkConnection *connection, gpointer user_data)
{
  AufaitVarlinkServer *self = user_data;

  g_ptr_array_remove_fast (self->connections, connection);
  for (guint i = 0; i < self->listeners->len; i++)
    aufait_varlink_listener_resume (g_ptr_array_index (self->listeners, i));
}

/* The connection that has been of no use for longest among those that had an answer, or among those
 * that never had one; NULL when each has a call in progress. */
static AufaitVarlinkConnection *
find_worst (AufaitVarlinkServer *self, gboolean was_useful, guint *ret_n_found)
{
  AufaitVarlinkConnection *worst = NULL;

  *ret_n_found = 0;
  for (guint i = 0; i < self->connections->len; i++) {
    AufaitVarlinkConnection *one = g_ptr_array_index (self->connections, i);

    if (aufait_varlink_connection_is_busy (one) ||
        aufait_varlink_connection_was_useful (one) != was_useful)
      continue;
    *ret_n_found += 1;
    if (worst == NULL || aufait_varlink_connection_get_useful_at (one) <
                             aufait_varlink_connection_get_useful_at (worst))
      worst = one;
  }
  return worst;
}

/* Makes room; FALSE when every one has a call in progress. A crowd that asks nothing shuts out
 * itself, not those who did ask; but newcomers keep a share, for they need a moment to speak. */
static gboolean
drop_one (AufaitVarlinkServer *self)
{
  guint n_silent, n_useful;
  AufaitVarlinkConnection *silent = find_worst (self, FALSE, &n_silent);
  AufaitVarlinkConnection *useful = find_worst (self, TRUE, &n_useful);
  AufaitVarlinkConnection *worst = useful;

  if (useful == NULL || n_silent * NEWCOMERS > self->connections->len)
    worst = silent;
  if (worst == NULL)
    return FALSE;
  g_debug ("a connection is closed to make room");
  aufait_varlink_connection_close (worst);
  return TRUE;
}

static gboolean
on_exhausted (gpointer user_data)
{
  return drop_one (user_data);
}

/* The connection is borrowed; NULL and an error when @fd is none of ours: it is then not taken. */
static AufaitVarlinkConnection *
add_connection (AufaitVarlinkServer *self, int fd, GError **error)
{
  const AufaitVarlinkConnectionFuncs funcs = { on_call, on_closed };
  AufaitVarlinkConnection *connection;
  uid_t uid;

  if (!aufait_varlink_socket_get_peer (fd, &uid)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         "Not a connected Unix socket");
    return NULL;
  }
  if (!aufait_varlink_socket_may_call (uid)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "User %u may not call us",
                 (guint) uid);
    return NULL;
  }
  if (self->connections->len >= AUFAIT_CLIENTS_MAX && !drop_one (self)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "Every connection is in use");
    return NULL;
  }
  aufait_varlink_socket_mark (fd, NULL, "server");
  connection = aufait_varlink_connection_new (fd, &funcs, self);
  g_ptr_array_add (self->connections, connection);
  aufait_varlink_connection_set_timeouts (connection, self->slow_ms, self->idle_ms);
  return connection;
}

gboolean
aufait_varlink_server_add_connection (AufaitVarlinkServer *self, int fd, GError **error)
{
  if (g_unix_set_fd_nonblocking (fd, TRUE, error) && add_connection (self, fd, error) != NULL)
    return TRUE;
  close (fd);
  return FALSE;
}

/* Whoever has sent a call is served before others come, and cannot be dropped for them unheard. */
static void
on_accepted (int fd, gpointer user_data)
{
  AufaitVarlinkServer *self = user_data;
  AufaitVarlinkConnection *connection;
  g_autoptr (GError) error = NULL;

  connection = add_connection (self, fd, &error);
  if (connection != NULL) {
    aufait_varlink_connection_begin (connection);
    return;
  }
  g_debug ("a client was turned away: %s", error->message);
  close (fd);
}

gboolean
aufait_varlink_server_add_listener (AufaitVarlinkServer *self, int fd, GError **error)
{
  const AufaitVarlinkListenerFuncs funcs = { on_accepted, on_exhausted };

  if (!g_unix_set_fd_nonblocking (fd, TRUE, error)) {
    close (fd);
    return FALSE;
  }
  g_ptr_array_add (self->listeners, aufait_varlink_listener_new (fd, &funcs, self));
  return TRUE;
}

gboolean
aufait_varlink_server_listen (AufaitVarlinkServer *self, const char *path, GError **error)
{
  struct stat st;
  int fd;

  g_return_val_if_fail (self->path == NULL, FALSE);
  fd = aufait_varlink_socket_listen (path, error);
  if (fd < 0)
    return FALSE;
  if (lstat (path, &st) == 0) {
    self->path = g_strdup (path);
    self->device = st.st_dev;
    self->inode = st.st_ino;
  }
  return aufait_varlink_server_add_listener (self, fd, error);
}

guint
aufait_varlink_server_get_n_connections (AufaitVarlinkServer *self)
{
  return self->connections->len;
}

void
aufait_varlink_server_set_timeouts (AufaitVarlinkServer *self, guint slow_ms, guint idle_ms)
{
  self->slow_ms = slow_ms;
  self->idle_ms = idle_ms;
  for (guint i = 0; i < self->connections->len; i++)
    aufait_varlink_connection_set_timeouts (g_ptr_array_index (self->connections, i), slow_ms,
                                            idle_ms);
}
