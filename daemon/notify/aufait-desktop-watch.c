/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-desktop-watch.h"

#include "aufait-desktop-bus.h"

struct _AufaitDesktopWatch {
  GDBusConnection *connection;
  AufaitDesktopWatchFunc func;
  gpointer user_data;
  guint name_watch;
  char *owner;            /* NULL: none */
  GCancellable *question; /* NULL: none is open */
};

static void
drop_question (AufaitDesktopWatch *watch)
{
  g_cancellable_cancel (watch->question);
  g_clear_object (&watch->question);
}

static AufaitDesktopCapabilities
read_capabilities (GVariant *reply)
{
  g_autofree const char **names = NULL;

  /* One that answers with an error can show all the same. */
  if (reply == NULL)
    return AUFAIT_DESKTOP_CAN_NOTHING;
  g_variant_get (reply, "(^a&s)", &names);
  return aufait_desktop_capabilities_from_strv (names);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AufaitDesktopWatch *watch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  /* A question is dropped when the watch is freed: it must not be touched. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&watch->question);
  if (reply == NULL && !aufait_desktop_bus_error_is_answer (error)) {
    g_debug ("The notification server does not answer: %s", error->message);
    return;
  }
  watch->func (watch->owner, read_capabilities (reply), watch->user_data);
}

void
aufait_desktop_watch_ask (AufaitDesktopWatch *watch)
{
  if (watch->owner == NULL || watch->question != NULL)
    return;
  watch->question = g_cancellable_new ();
  /* No time limit: a server that wakes up answers then, and one that ends is an error. */
  aufait_desktop_bus_get_capabilities (watch->connection, watch->owner, watch->question, on_reply,
                                       watch);
}

static void
on_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  AufaitDesktopWatch *watch = user_data;

  drop_question (watch);
  g_free (watch->owner);
  watch->owner = g_strdup (owner);
  aufait_desktop_watch_ask (watch);
}

static void
on_vanished (GDBusConnection *connection, const char *name, gpointer user_data)
{
  AufaitDesktopWatch *watch = user_data;

  drop_question (watch);
  g_clear_pointer (&watch->owner, g_free);
  watch->func (NULL, AUFAIT_DESKTOP_CAN_NOTHING, watch->user_data);
}

AufaitDesktopWatch *
aufait_desktop_watch_new (GDBusConnection *connection,
                          AufaitDesktopWatchFunc func,
                          gpointer user_data)
{
  AufaitDesktopWatch *watch = g_new0 (AufaitDesktopWatch, 1);

  watch->connection = g_object_ref (connection);
  watch->func = func;
  watch->user_data = user_data;
  watch->name_watch = g_bus_watch_name_on_connection (connection, AUFAIT_DESKTOP_BUS_NAME,
                                                      G_BUS_NAME_WATCHER_FLAGS_NONE, on_appeared,
                                                      on_vanished, watch, NULL);
  return watch;
}

void
aufait_desktop_watch_free (AufaitDesktopWatch *watch)
{
  if (watch == NULL)
    return;
  g_bus_unwatch_name (watch->name_watch);
  drop_question (watch);
  g_object_unref (watch->connection);
  g_free (watch->owner);
  g_free (watch);
}
