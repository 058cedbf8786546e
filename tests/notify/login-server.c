/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "login-server.h"

#define NAME      "org.freedesktop.login1"
#define PATH      "/org/freedesktop/login1"
#define MANAGER   "org.freedesktop.login1.Manager"
#define SESSION   "org.freedesktop.login1.Session"
#define NO_SUCH   "org.freedesktop.login1.NoSuchSession"
#define INTERFACE "<node><interface name='"

static const char manager_xml[] =
    INTERFACE MANAGER "'>"
                      "<method name='GetSession'><arg type='s' direction='in'/>"
                      "<arg type='o' direction='out'/></method></interface></node>";

static const char session_xml[] =
    INTERFACE SESSION "'><property name='LockedHint' type='b' access='read'/>"
                      "<property name='IdleHint' type='b' access='read'/>"
                      "<property name='Id' type='s' access='read'/></interface></node>";

static char *
dup_path (LoginServer *server)
{
  return g_strdup_printf (PATH "/session/_3%u", server->number);
}

static void
answer_call (LoginServer *server, GDBusMethodInvocation *call)
{
  g_autofree char *path = dup_path (server);
  const char *id;

  g_variant_get (g_dbus_method_invocation_get_parameters (call), "(&s)", &id);
  g_assert_cmpstr (id, ==, "auto");
  if (server->session != 0)
    g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", path));
  else
    g_dbus_method_invocation_return_dbus_error (call, NO_SUCH, "There is none");
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
  LoginServer *server = user_data;

  if (server->hangs)
    g_queue_push_tail (&server->held, call);
  else
    answer_call (server, call);
}

static GVariant *
on_get_property (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *property,
                 GError **error,
                 gpointer user_data)
{
  LoginServer *server = user_data;

  if (g_str_equal (property, "LockedHint"))
    return g_variant_new_boolean (server->is_locked);
  if (g_str_equal (property, "IdleHint"))
    return g_variant_new_boolean (server->is_idle);
  return g_variant_new_string ("1");
}

static const GDBusInterfaceVTable vtable = {
  .method_call = on_call,
  .get_property = on_get_property,
};

static guint
serve (LoginServer *server, const char *path, const char *xml)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;
  guint id = g_dbus_connection_register_object (server->connection, path, node->interfaces[0],
                                                &vtable, server, NULL, &error);

  g_assert_no_error (error);
  return id;
}

LoginServer *
login_server_new (const char *address)
{
  LoginServer *server = g_new0 (LoginServer, 1);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  g_queue_init (&server->held);
  server->connection =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  server->manager = serve (server, PATH, manager_xml);
  reply = g_dbus_connection_call_sync (server->connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return server;
}

void
login_server_free (LoginServer *server)
{
  if (server == NULL)
    return;
  g_dbus_connection_close_sync (server->connection, NULL, NULL);
  g_dbus_connection_unregister_object (server->connection, server->manager);
  if (server->session != 0)
    g_dbus_connection_unregister_object (server->connection, server->session);
  g_queue_clear_full (&server->held, g_object_unref);
  g_object_unref (server->connection);
  g_free (server);
}

static void
emit_session (LoginServer *server, const char *signal)
{
  g_autofree char *path = dup_path (server);

  g_dbus_connection_emit_signal (server->connection, NULL, PATH, MANAGER, signal,
                                 g_variant_new ("(so)", "1", path), NULL);
}

void
login_server_begin_session (LoginServer *server, gboolean is_locked, gboolean is_idle)
{
  g_autofree char *path = NULL;

  server->number++;
  server->is_locked = is_locked;
  server->is_idle = is_idle;
  path = dup_path (server);
  server->session = serve (server, path, session_xml);
  emit_session (server, "SessionNew");
}

void
login_server_end_session (LoginServer *server)
{
  g_dbus_connection_unregister_object (server->connection, server->session);
  server->session = 0;
  emit_session (server, "SessionRemoved");
}

void
login_server_set (LoginServer *server, gboolean is_locked, gboolean is_idle, gboolean invalidates)
{
  g_autofree char *path = dup_path (server);
  GVariantBuilder changed, invalidated;

  g_variant_builder_init (&changed, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_init (&invalidated, G_VARIANT_TYPE ("as"));
  server->is_locked = is_locked;
  server->is_idle = is_idle;
  if (invalidates) {
    g_variant_builder_add (&invalidated, "s", "LockedHint");
  } else {
    g_variant_builder_add (&changed, "{sv}", "LockedHint", g_variant_new_boolean (is_locked));
    g_variant_builder_add (&changed, "{sv}", "IdleHint", g_variant_new_boolean (is_idle));
  }
  g_dbus_connection_emit_signal (
      server->connection, NULL, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
      g_variant_new ("(sa{sv}as)", SESSION, &changed, &invalidated), NULL);
}

void
login_server_set_hangs (LoginServer *server, gboolean hangs)
{
  server->hangs = hangs;
  while (!hangs && !g_queue_is_empty (&server->held))
    answer_call (server, g_queue_pop_head (&server->held));
}
