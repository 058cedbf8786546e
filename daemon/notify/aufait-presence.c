/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-presence.h"

#include "aufait-waiting.h"

#define LOGIN_NAME    "org.freedesktop.login1"
#define LOGIN_PATH    "/org/freedesktop/login1"
#define LOGIN_MANAGER "org.freedesktop.login1.Manager"
#define LOGIN_SESSION "org.freedesktop.login1.Session"
#define PROPERTIES    "org.freedesktop.DBus.Properties"

/* The session of the caller, else the one that the user's screen shows (sd_session_get_…, 243). */
#define OWN_SESSION "auto"

struct _AufaitPresence {
  GObject parent_instance;
  GDBusConnection *connection; /* NULL: none yet, or none at all */
  GCancellable *question;      /* NULL: none is open */
  guint name_watch;
  guint sessions_subscription; /* of those that come and go */
  guint changes_subscription;  /* of the session's properties; 0: there is no session */
  char *session;               /* its path; NULL: none */
  gboolean is_locked;
  gboolean is_idle;
  gboolean is_known;
  gboolean was_here; /* what was told last */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AufaitPresence, aufait_presence, G_TYPE_OBJECT)

gboolean
aufait_presence_is_here (AufaitPresence *self)
{
  return self->is_known && !self->is_locked && !self->is_idle;
}

static void
tell (AufaitPresence *self)
{
  gboolean is_here;

  self->is_known = TRUE;
  is_here = aufait_presence_is_here (self);
  if (is_here == self->was_here)
    return;
  self->was_here = is_here;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drop_question (AufaitPresence *self)
{
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
}

/* --- the session ---------------------------------------------------------------------------- */

static void ask (AufaitPresence *self);

static void
forget_session (AufaitPresence *self)
{
  if (self->changes_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->changes_subscription);
  self->changes_subscription = 0;
  g_clear_pointer (&self->session, g_free);
  self->is_locked = FALSE;
  self->is_idle = FALSE;
}

/* @properties: a{sv}. */
static void
take_properties (AufaitPresence *self, GVariant *properties)
{
  g_variant_lookup (properties, "LockedHint", "b", &self->is_locked);
  g_variant_lookup (properties, "IdleHint", "b", &self->is_idle);
  tell (self);
}

static void
on_properties (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AufaitPresence *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) properties = NULL;

  /* A question is dropped when the object ends: it must not be touched. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->question);
  if (reply == NULL) {
    g_debug ("The session tells nothing: %s", error->message);
    forget_session (self);
    tell (self);
    return;
  }
  properties = g_variant_get_child_value (reply, 0);
  take_properties (self, properties);
}

static void
ask_properties (AufaitPresence *self)
{
  drop_question (self);
  self->question = g_cancellable_new ();
  g_dbus_connection_call (self->connection, LOGIN_NAME, self->session, PROPERTIES, "GetAll",
                          g_variant_new ("(s)", LOGIN_SESSION), G_VARIANT_TYPE ("(a{sv})"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->question, on_properties, self);
}

static void
on_session_changed (GDBusConnection *connection,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer user_data)
{
  AufaitPresence *self = user_data;
  g_autoptr (GVariant) changed = NULL;
  g_autofree const char **invalidated = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  g_variant_get (parameters, "(&s@a{sv}^a&s)", NULL, &changed, &invalidated);
  take_properties (self, changed);
  if (invalidated[0] != NULL)
    ask_properties (self);
}

static void
follow (AufaitPresence *self, const char *session)
{
  if (g_strcmp0 (self->session, session) != 0) {
    forget_session (self);
    self->session = g_strdup (session);
    self->changes_subscription = g_dbus_connection_signal_subscribe (
        self->connection, LOGIN_NAME, PROPERTIES, "PropertiesChanged", session, LOGIN_SESSION,
        G_DBUS_SIGNAL_FLAGS_NONE, on_session_changed, self, NULL);
  }
  ask_properties (self);
}

/* --- which session -------------------------------------------------------------------------- */

static void
on_session (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AufaitPresence *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *session;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->question);
  if (reply == NULL) {
    g_debug ("There is no session: %s", error->message);
    forget_session (self);
    tell (self);
    return;
  }
  g_variant_get (reply, "(&o)", &session);
  follow (self, session);
}

static void
ask (AufaitPresence *self)
{
  drop_question (self);
  self->question = g_cancellable_new ();
  g_dbus_connection_call (self->connection, LOGIN_NAME, LOGIN_PATH, LOGIN_MANAGER, "GetSession",
                          g_variant_new ("(s)", OWN_SESSION), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->question, on_session, self);
}

/* SessionNew, SessionRemoved: of whatever user; rare enough to ask each time. */
static void
on_sessions (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  if (g_str_equal (signal, "SessionNew") || g_str_equal (signal, "SessionRemoved"))
    ask (user_data);
}

/* --- the bus -------------------------------------------------------------------------------- */

static void
on_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  ask (user_data);
}

/* No logind, or one that ends; also when the bus does. */
static void
on_vanished (GDBusConnection *connection, const char *name, gpointer user_data)
{
  AufaitPresence *self = user_data;

  drop_question (self);
  forget_session (self);
  tell (self);
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AufaitPresence) self = aufait_waiting_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, &error);

  if (self == NULL)
    return;
  if (connection == NULL) {
    g_debug ("No system bus: %s", error->message);
    tell (self);
    return;
  }
  /* Else a bus that ends takes the whole program along. */
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  self->connection = g_steal_pointer (&connection);
  self->sessions_subscription = g_dbus_connection_signal_subscribe (
      self->connection, LOGIN_NAME, LOGIN_MANAGER, NULL, LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      on_sessions, self, NULL);
  self->name_watch =
      g_bus_watch_name_on_connection (self->connection, LOGIN_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                      on_appeared, on_vanished, self, NULL);
}

/* --- its life ------------------------------------------------------------------------------- */

static void
aufait_presence_dispose (GObject *object)
{
  AufaitPresence *self = AUFAIT_PRESENCE (object);

  drop_question (self);
  g_clear_handle_id (&self->name_watch, g_bus_unwatch_name);
  if (self->connection != NULL) {
    forget_session (self);
    g_dbus_connection_signal_unsubscribe (self->connection, self->sessions_subscription);
  }
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (aufait_presence_parent_class)->dispose (object);
}

static void
aufait_presence_class_init (AufaitPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aufait_presence_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AUFAIT_TYPE_PRESENCE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aufait_presence_init (AufaitPresence *self)
{
}

AufaitPresence *
aufait_presence_new (void)
{
  AufaitPresence *self = g_object_new (AUFAIT_TYPE_PRESENCE, NULL);

  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, on_bus, aufait_waiting_begin (self));
  return self;
}
