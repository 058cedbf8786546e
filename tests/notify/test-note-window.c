/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-note-window.h"

#include <glib/gstdio.h>

#include "notifier-fixture.h"

#define MANAGER "org.freedesktop.systemd1"

typedef struct {
  GTestDBus *bus;
  char *dir;
  char *program; /* writes its arguments, a line each, into @written */
  char *written;
  GVariant *unit; /* what the service manager was asked for */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  static const char script[] =
      "#!/bin/sh\nprintf '%%s\\n' \"$@\" >\"%s.new\"\nmv \"%s.new\" \"%s\"\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->dir = g_dir_make_tmp ("aufait-note-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->program = g_build_filename (fixture->dir, "dialog", NULL);
  fixture->written = g_build_filename (fixture->dir, "written", NULL);
  text = g_strdup_printf (script, fixture->written, fixture->written, fixture->written);
  g_file_set_contents_full (fixture->program, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
  g_setenv ("AUFAIT_NOTE_DIALOG", fixture->program, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_remove (fixture->program);
  g_remove (fixture->written);
  g_rmdir (fixture->dir);
  g_free (fixture->program);
  g_free (fixture->written);
  g_free (fixture->dir);
  g_clear_pointer (&fixture->unit, g_variant_unref);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
}

static void
assert_written (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  wait_until (g_file_test (fixture->written, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (fixture->written, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_opens_without_a_bus (Fixture *fixture, gconstpointer unused)
{
  aufait_note_window_open (NULL, 7, "Marie\n<Curie> $HOME; 'x'", 3);
  assert_written (fixture, "7\nMarie <Curie> $HOME; 'x'\n3\n");
}

static void
test_opens_without_a_manager (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  aufait_note_window_open (connection, 7, "Marie Curie", 3);
  assert_written (fixture, "7\nMarie Curie\n3\n");
}

/* --- with a service manager ----------------------------------------------------------------- */

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
  Fixture *fixture = user_data;

  g_assert_cmpstr (method, ==, "StartTransientUnit");
  fixture->unit = g_variant_ref (parameters);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", "/job/1"));
}

static guint
export_manager (Fixture *fixture, GDBusConnection *connection)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (
      "<node><interface name='" MANAGER ".Manager'><method name='StartTransientUnit'>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='a(sv)' direction='in'/><arg type='a(sa(sv))' direction='in'/>"
      "<arg type='o' direction='out'/></method></interface></node>",
      NULL);
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", MANAGER, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
      NULL);

  g_assert_nonnull (reply);
  return g_dbus_connection_register_object (connection, "/org/freedesktop/systemd1",
                                            node->interfaces[0], &vtable, fixture, NULL, NULL);
}

static GVariant *
get_property (GVariant *unit, const char *name)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (unit, 2);

  for (gsize i = 0; i < g_variant_n_children (properties); i++) {
    const char *key;
    g_autoptr (GVariant) value = NULL;

    g_variant_get_child (properties, i, "(&sv)", &key, &value);
    if (g_str_equal (key, name))
      return g_steal_pointer (&value);
  }
  return NULL;
}

static void
assert_property (GVariant *unit, const char *name, const char *expected)
{
  g_autoptr (GVariant) value = get_property (unit, name);
  g_autofree char *text = NULL;

  g_assert_nonnull (value);
  text = g_variant_print (value, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_asks_the_manager (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  guint object = export_manager (fixture, connection);
  g_autofree char *command = g_strdup_printf ("[('%s', ['%s', '7', 'Marie $$HOME', '3'], false)]",
                                              fixture->program, fixture->program);
  g_autoptr (GVariant) environment = NULL;
  g_autofree const char **variables = NULL;

  g_setenv ("AUFAIT_SOCKET", "/tmp/some socket", TRUE);
  aufait_note_window_open (connection, 7, "Marie $HOME", 3);
  wait_until (fixture->unit != NULL);
  assert_property (fixture->unit, "Type", "'exec'");
  assert_property (fixture->unit, "CollectMode", "'inactive-or-failed'");
  assert_property (fixture->unit, "ExecStart", command);
  environment = get_property (fixture->unit, "Environment");
  variables = g_variant_get_strv (environment, NULL);
  g_assert_true (g_strv_contains (variables, "AUFAIT_SOCKET=/tmp/some socket"));
  g_assert_false (g_file_test (fixture->written, G_FILE_TEST_EXISTS));
  g_dbus_connection_unregister_object (connection, object);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/note-window/opens-without-a-bus", Fixture, NULL, set_up, test_opens_without_a_bus,
              tear_down);
  g_test_add ("/note-window/opens-without-a-service-manager", Fixture, NULL, set_up,
              test_opens_without_a_manager, tear_down);
  g_test_add ("/note-window/asks-the-service-manager", Fixture, NULL, set_up, test_asks_the_manager,
              tear_down);

  return g_test_run ();
}
