/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-desktop-bus.h"

#define OBJECT_PATH "/org/freedesktop/Notifications"

void
aufait_desktop_bus_close (GDBusConnection *connection, const char *owner, guint32 id)
{
  if (owner == NULL)
    return;
  g_dbus_connection_call (connection, owner, OBJECT_PATH, AUFAIT_DESKTOP_BUS_NAME,
                          "CloseNotification", g_variant_new ("(u)", id), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

typedef struct {
  AufaitDesktopBusRepliedFunc func;
  gpointer user_data;
} Subscriber;

static void
on_signal (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *signal,
           GVariant *parameters,
           gpointer user_data)
{
  const Subscriber *subscriber = user_data;
  const char *text;
  guint32 id;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    return;
  g_variant_get (parameters, "(u&s)", &id, &text);
  subscriber->func (id, text, subscriber->user_data);
}

guint
aufait_desktop_bus_subscribe_replied (GDBusConnection *connection,
                                      const char *owner,
                                      AufaitDesktopBusRepliedFunc func,
                                      gpointer user_data)
{
  Subscriber *subscriber = g_new0 (Subscriber, 1);

  subscriber->func = func;
  subscriber->user_data = user_data;
  return g_dbus_connection_signal_subscribe (
      connection, owner, AUFAIT_DESKTOP_BUS_NAME, "NotificationReplied", OBJECT_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, on_signal, subscriber, g_free);
}

void
aufait_desktop_bus_get_capabilities (GDBusConnection *connection,
                                     const char *owner,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_dbus_connection_call (connection, owner, OBJECT_PATH, AUFAIT_DESKTOP_BUS_NAME,
                          "GetCapabilities", NULL, G_VARIANT_TYPE ("(as)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, cancellable, callback,
                          user_data);
}

gboolean
aufait_desktop_bus_error_is_answer (const GError *error)
{
  return error != NULL && g_dbus_error_is_remote_error (error) &&
         !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) &&
         !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) &&
         !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER);
}
