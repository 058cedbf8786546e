/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to a notification server beside libnotify: each call goes to the one server that is
 * meant, by its unique name, and none blocks. */
#pragma once

#include <gio/gio.h>

#define AUFAIT_DESKTOP_BUS_NAME "org.freedesktop.Notifications"

/* Closes the notification @id of the server @owner. To another server that came after it the same
 * number may mean another program's notification: it never gets there. */
void aufait_desktop_bus_close (GDBusConnection *connection, const char *owner, guint32 id);

/* Calls @func with each text that is typed into a notification, in the main context that is the
 * thread's default. For g_dbus_connection_signal_unsubscribe. */
typedef void (*AufaitDesktopBusRepliedFunc) (guint32 id, const char *text, gpointer user_data);
guint aufait_desktop_bus_subscribe_replied (GDBusConnection *connection,
                                            const char *owner,
                                            AufaitDesktopBusRepliedFunc func,
                                            gpointer user_data);

/* Asks the server @owner what it can do: a reply of type (as), whenever it comes. */
void aufait_desktop_bus_get_capabilities (GDBusConnection *connection,
                                          const char *owner,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/* Whether @error is what a server said, and not that it said nothing. */
gboolean aufait_desktop_bus_error_is_answer (const GError *error);
