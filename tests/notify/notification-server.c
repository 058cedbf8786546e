/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notification-server.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

static const char interface_xml[] =
    "<node><interface name='" NAME "'>"
    "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
    "<method name='GetServerInformation'><arg type='s' direction='out'/>"
    "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
    "<arg type='s' direction='out'/></method>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "</interface></node>";

static void
free_notification (ServerNotification *notification)
{
  g_free (notification->app_name);
  g_free (notification->icon);
  g_free (notification->summary);
  g_free (notification->body);
  g_strfreev (notification->actions);
  g_variant_unref (notification->hints);
  g_free (notification);
}

G_GNUC_PRINTF (2, 3)
static void
tell (NotificationServer *server, const char *format, ...)
{
  va_list arguments;

  if (server->log == NULL)
    return;
  va_start (arguments, format);
  vfprintf (server->log, format, arguments);
  va_end (arguments);
  fflush (server->log);
}

static void
emit (NotificationServer *server, const char *signal, GVariant *parameters)
{
  g_dbus_connection_emit_signal (server->connection, NULL, PATH, NAME, signal, parameters, NULL);
}

static ServerNotification *
find_notification (NotificationServer *server, guint32 id)
{
  for (guint i = 0; i < server->notifications->len; i++) {
    ServerNotification *notification = g_ptr_array_index (server->notifications, i);

    if (notification->id == id)
      return notification;
  }
  return NULL;
}

static guint32
add_notification (NotificationServer *server, GVariant *parameters)
{
  ServerNotification *notification = g_new0 (ServerNotification, 1);

  g_variant_get (parameters, "(susss^as@a{sv}i)", &notification->app_name, &notification->replaces,
                 &notification->icon, &notification->summary, &notification->body,
                 &notification->actions, &notification->hints, NULL);
  notification->id = server->next_id++;
  notification->is_open = TRUE;
  g_ptr_array_add (server->notifications, notification);
  tell (server, "open %u %s\n", notification->id, notification->summary);
  server->most_open = MAX (server->most_open, notification_server_count_open (server));
  return notification->id;
}

static void
answer_call (NotificationServer *server, GDBusMethodInvocation *call)
{
  const char *method = g_dbus_method_invocation_get_method_name (call);
  GVariant *parameters = g_dbus_method_invocation_get_parameters (call);
  guint32 id;

  if (g_str_equal (method, "GetCapabilities")) {
    g_dbus_method_invocation_return_value (call, g_variant_new ("(^as)", server->capabilities));
  } else if (g_str_equal (method, "GetServerInformation")) {
    g_dbus_method_invocation_return_value (call, g_variant_new ("(ssss)", "test", "", "1", "1.2"));
  } else if (g_str_equal (method, "Notify") && server->refuses) {
    g_dbus_method_invocation_return_dbus_error (call, NAME ".Error.ExcessNotificationGeneration",
                                                "Too many");
  } else if (g_str_equal (method, "Notify")) {
    id = add_notification (server, parameters);
    g_dbus_method_invocation_return_value (call, g_variant_new ("(u)", id));
  } else {
    g_variant_get (parameters, "(u)", &id);
    g_array_append_val (server->closed, id);
    tell (server, "close %u\n", id);
    g_dbus_method_invocation_return_value (call, NULL);
    notification_server_close (server, id, 3);
  }
}

typedef struct {
  NotificationServer *server;
  GDBusMethodInvocation *call;
} Delayed;

static gboolean
on_delay_over (gpointer user_data)
{
  Delayed *delayed = user_data;

  answer_call (delayed->server, delayed->call);
  return G_SOURCE_REMOVE;
}

static void
answer_later (NotificationServer *server, GDBusMethodInvocation *call)
{
  Delayed *delayed = g_new0 (Delayed, 1);

  delayed->server = server;
  delayed->call = call;
  g_timeout_add_full (G_PRIORITY_DEFAULT, server->delay_msecs, on_delay_over, delayed, g_free);
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *call,
         gpointer user_data)
{
  NotificationServer *server = user_data;

  if (server->hangs)
    g_queue_push_tail (&server->held, call);
  else if (server->delay_msecs > 0 && g_str_equal (method, "Notify"))
    answer_later (server, call);
  else
    answer_call (server, call);
}

/* The one before may not be quite gone. */
static void
take_name (NotificationServer *server)
{
  guint32 result = 0;

  while (result != 1) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
        server->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "RequestName", g_variant_new ("(su)", NAME, 4), G_VARIANT_TYPE ("(u)"),
        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

    g_assert_no_error (error);
    g_variant_get (reply, "(u)", &result);
    g_main_context_iteration (NULL, FALSE);
  }
}

static const GDBusInterfaceVTable vtable = { .method_call = on_call };

NotificationServer *
notification_server_new (const char *address, const char *capabilities, guint32 first_id)
{
  NotificationServer *server = g_new0 (NotificationServer, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GError) error = NULL;

  server->connection =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  server->capabilities = g_strsplit (capabilities, " ", -1);
  server->next_id = first_id;
  server->notifications = g_ptr_array_new_with_free_func ((GDestroyNotify) free_notification);
  server->closed = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_queue_init (&server->held);
  server->object = g_dbus_connection_register_object (server->connection, PATH, node->interfaces[0],
                                                      &vtable, server, NULL, &error);
  g_assert_no_error (error);
  take_name (server);
  return server;
}

void
notification_server_free (NotificationServer *server)
{
  if (server == NULL)
    return;
  g_dbus_connection_close_sync (server->connection, NULL, NULL);
  g_dbus_connection_unregister_object (server->connection, server->object);
  g_queue_clear_full (&server->held, g_object_unref);
  g_object_unref (server->connection);
  g_ptr_array_unref (server->notifications);
  g_array_unref (server->closed);
  g_strfreev (server->capabilities);
  g_free (server);
}

void
notification_server_set_hangs (NotificationServer *server, gboolean hangs)
{
  server->hangs = hangs;
  while (!hangs && !g_queue_is_empty (&server->held))
    answer_call (server, g_queue_pop_head (&server->held));
}

ServerNotification *
notification_server_get (NotificationServer *server, guint index)
{
  return index < server->notifications->len ? server->notifications->pdata[index] : NULL;
}

guint
notification_server_count_open (NotificationServer *server)
{
  guint n_open = 0;

  for (guint i = 0; i < server->notifications->len; i++)
    n_open += notification_server_get (server, i)->is_open ? 1 : 0;
  return n_open;
}

void
notification_server_press (NotificationServer *server, guint32 id, const char *action)
{
  emit (server, "ActionInvoked", g_variant_new ("(us)", id, action));
}

void
notification_server_reply (NotificationServer *server, guint32 id, const char *text)
{
  emit (server, "NotificationReplied", g_variant_new ("(us)", id, text));
}

void
notification_server_close (NotificationServer *server, guint32 id, guint reason)
{
  ServerNotification *notification = find_notification (server, id);

  if (notification == NULL || !notification->is_open)
    return;
  notification->is_open = FALSE;
  emit (server, "NotificationClosed", g_variant_new ("(uu)", id, reason));
}
