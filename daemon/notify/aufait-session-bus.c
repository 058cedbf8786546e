/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-session-bus.h"

#include <string.h>

#include "aufait-waiting.h"
#include "aufait-watch.h"

#define UNIX_PREFIX "unix:"
#define PATH_PREFIX "path="

#define DEBOUNCE_MSECS 50

/* A socket is there a moment before somebody listens, and one that was left behind stays: 100 ms
 * after it was made, 200 ms after that …, 25 s in all. Then its next change is waited for. */
#define FIRST_PAUSE_MSECS 100
#define TRIES_MAX         8

struct _AufaitSessionBus {
  GObject parent_instance;
  GDBusConnection *connection; /* NULL: none */
  char *path;                  /* of its socket; NULL: it has none */
  AufaitWatch *watch;          /* of the path, while there is no connection */
  gboolean is_asking;
  guint pause_id; /* before it is asked again */
  guint n_tries;  /* since the socket changed last */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AufaitSessionBus, aufait_session_bus, G_TYPE_OBJECT)

GDBusConnection *
aufait_session_bus_get (AufaitSessionBus *self)
{
  g_return_val_if_fail (AUFAIT_IS_SESSION_BUS (self), NULL);

  return self->connection;
}

/* --- its address ---------------------------------------------------------------------------- */

/* The path in "unix:guid=…,path=…" (D-Bus Specification, Server Addresses); NULL: none. */
static char *
dup_path_of (const char *address)
{
  g_auto (GStrv) pairs = NULL;

  if (!g_str_has_prefix (address, UNIX_PREFIX))
    return NULL;
  pairs = g_strsplit (address + strlen (UNIX_PREFIX), ",", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (pairs[i], PATH_PREFIX))
      return g_uri_unescape_string (pairs[i] + strlen (PATH_PREFIX), NULL);
  return NULL;
}

/* Of the first address that has one. */
static char *
dup_path (void)
{
  const char *addresses = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  g_auto (GStrv) list = NULL;
  char *path = NULL;

  if (addresses == NULL || *addresses == '\0')
    return g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  list = g_strsplit (addresses, ";", -1);
  for (guint i = 0; list[i] != NULL && path == NULL; i++)
    path = dup_path_of (list[i]);
  return path;
}

/* --- while there is none -------------------------------------------------------------------- */

static void take (AufaitSessionBus *self, GDBusConnection *connection);
static void ask (AufaitSessionBus *self);

static gboolean
on_pause_over (gpointer user_data)
{
  AufaitSessionBus *self = user_data;

  self->pause_id = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
pause_and_ask (AufaitSessionBus *self)
{
  if (self->pause_id != 0 || self->is_asking || self->n_tries == TRIES_MAX)
    return;
  self->pause_id = g_timeout_add (FIRST_PAUSE_MSECS << self->n_tries, on_pause_over, self);
  self->n_tries++;
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AufaitSessionBus) self = aufait_waiting_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, &error);

  if (self == NULL)
    return;
  self->is_asking = FALSE;
  /* Closed: somebody still holds the one before. */
  if (connection != NULL && !g_dbus_connection_is_closed (connection)) {
    take (self, connection);
    return;
  }
  g_debug ("No session bus yet: %s", error != NULL ? error->message : "it has ended");
  pause_and_ask (self);
}

static void
ask (AufaitSessionBus *self)
{
  /* Without a socket GLib would start other programs to find a bus. */
  if (self->path != NULL && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    return;
  self->is_asking = TRUE;
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, aufait_waiting_begin (self));
}

static void
on_socket_changed (gpointer user_data)
{
  AufaitSessionBus *self = user_data;

  self->n_tries = 0;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  pause_and_ask (self);
}

static void
look_out (AufaitSessionBus *self)
{
  if (self->path != NULL)
    self->watch = aufait_watch_new (self->path, DEBOUNCE_MSECS, on_socket_changed, self);
}

/* --- while there is one --------------------------------------------------------------------- */

static void
let_go (AufaitSessionBus *self)
{
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_clear_object (&self->connection);
}

static void
on_closed (GDBusConnection *connection,
           gboolean remote_peer_vanished,
           GError *error,
           AufaitSessionBus *self)
{
  g_info ("The session bus has ended");
  let_go (self);
  look_out (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  /* One that the service manager listens for is there at once. */
  self->n_tries = 0;
  pause_and_ask (self);
}

/* One that is not closed. */
static void
take (AufaitSessionBus *self, GDBusConnection *connection)
{
  /* Else a bus that ends takes the whole program along. */
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  self->connection = g_object_ref (connection);
  g_signal_connect (connection, "closed", G_CALLBACK (on_closed), self);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->watch, aufait_watch_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- its life ------------------------------------------------------------------------------- */

static void
aufait_session_bus_dispose (GObject *object)
{
  AufaitSessionBus *self = AUFAIT_SESSION_BUS (object);

  let_go (self);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->watch, aufait_watch_free);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (aufait_session_bus_parent_class)->dispose (object);
}

static void
aufait_session_bus_class_init (AufaitSessionBusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aufait_session_bus_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AUFAIT_TYPE_SESSION_BUS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aufait_session_bus_init (AufaitSessionBus *self)
{
}

AufaitSessionBus *
aufait_session_bus_new (void)
{
  AufaitSessionBus *self = g_object_new (AUFAIT_TYPE_SESSION_BUS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  self->path = dup_path ();
  if (connection != NULL) {
    take (self, connection);
    return self;
  }
  g_info ("No session bus: %s", error->message);
  look_out (self);
  /* It may have begun to listen in between. */
  pause_and_ask (self);
  return self;
}
