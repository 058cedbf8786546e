/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-note-window.h"

#include "aufait-text.h"

#define NAME_MAX_CHARS 120

/* What it needs to find the screen, the bus, the daemon and the language. */
static const char *const passed_variables[] = {
  "PATH",
  "DISPLAY",
  "WAYLAND_DISPLAY",
  "XAUTHORITY",
  "DBUS_SESSION_BUS_ADDRESS",
  "XDG_RUNTIME_DIR",
  "XDG_SESSION_TYPE",
  "XDG_CURRENT_DESKTOP",
  "XDG_DATA_DIRS",
  "XDG_CONFIG_HOME",
  "LANG",
  "LANGUAGE",
  "LC_ALL",
  "LC_CTYPE",
  "LC_MESSAGES",
  "LC_TIME",
  "TZ",
  "AUFAIT",
  "AUFAIT_DIALOG",
  "AUFAIT_LOCALEDIR",
  "AUFAIT_SOCKET",
};

static GStrv
build_command (gint64 person_id, const char *name, gint64 nudge_id)
{
  const char *program = g_getenv ("AUFAIT_NOTE_DIALOG");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person_id);
  g_autofree char *nudge = g_strdup_printf ("%" G_GINT64_FORMAT, nudge_id);
  g_autofree char *clean = aufait_text_clean (name != NULL ? name : "", NAME_MAX_CHARS);

  if (program == NULL || *program == '\0')
    program = AUFAIT_LIBEXECDIR "/aufait-note-dialog";
  g_strv_builder_add_many (builder, program, id, clean, nudge, NULL);
  return g_strv_builder_end (builder);
}

/* --- started by the daemon itself ----------------------------------------------------------- */

static void
spawn_window (char **command)
{
  g_autoptr (GError) error = NULL;

  /* The daemon's own output may be read by a program. */
  if (!g_spawn_async (NULL, command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &error))
    g_warning ("Could not open the window for a note: %s", error->message);
}

/* --- started by the service manager --------------------------------------------------------- */

static void
add_property (GVariantBuilder *properties, const char *name, GVariant *value)
{
  g_variant_builder_add (properties, "(sv)", name, value);
}

/* The manager replaces $VARIABLE in arguments. */
static GVariant *
build_exec_start (char **command)
{
  g_auto (GVariantBuilder) arguments = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);
  g_auto (GVariantBuilder) commands = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sasb)"));

  for (guint i = 0; command[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (command[i], "$", -1);

    g_variant_builder_add_value (&arguments, g_variant_new_take_string (g_strjoinv ("$$", parts)));
  }
  g_variant_builder_add (&commands, "(sasb)", command[0], &arguments, FALSE);
  return g_variant_builder_end (&commands);
}

static GVariant *
build_environment (void)
{
  g_auto (GVariantBuilder) environment = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < G_N_ELEMENTS (passed_variables); i++) {
    const char *value = g_getenv (passed_variables[i]);

    if (value != NULL && g_utf8_validate (value, -1, NULL))
      g_variant_builder_add_value (&environment, g_variant_new_take_string (g_strdup_printf (
                                                     "%s=%s", passed_variables[i], value)));
  }
  return g_variant_builder_end (&environment);
}

static GVariant *
build_unit (char **command)
{
  g_auto (GVariantBuilder) properties = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  /* Two windows for the same person may be open. */
  g_autofree char *unit =
      g_strdup_printf ("aufait-note-%s-%08x.service", command[1], g_random_int ());

  add_property (&properties, "Description", g_variant_new_string ("Au fait: a note"));
  add_property (&properties, "Type", g_variant_new_string ("exec"));
  add_property (&properties, "CollectMode", g_variant_new_string ("inactive-or-failed"));
  add_property (&properties, "ExecStart", build_exec_start (command));
  add_property (&properties, "Environment", build_environment ());
  return g_variant_new ("(ssa(sv)a(sa(sv)))", unit, "fail", &properties, NULL);
}

static void
on_unit_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_auto (GStrv) command = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) job =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (job != NULL)
    return;
  g_debug ("No service manager to open a window with: %s", error->message);
  spawn_window (command);
}

void
aufait_note_window_open (GDBusConnection *connection,
                         gint64 person_id,
                         const char *name,
                         gint64 nudge_id)
{
  g_auto (GStrv) command = build_command (person_id, name, nudge_id);
  GVariant *unit;

  if (connection == NULL || g_dbus_connection_is_closed (connection)) {
    spawn_window (command);
    return;
  }
  unit = build_unit (command);
  g_dbus_connection_call (connection, "org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                          "org.freedesktop.systemd1.Manager", "StartTransientUnit", unit,
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                          on_unit_started, g_steal_pointer (&command));
}
