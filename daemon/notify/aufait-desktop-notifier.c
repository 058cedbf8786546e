/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-desktop-notifier.h"

#include "aufait-desktop-thread.h"
#include "aufait-desktop-watch.h"

/* A call that takes longer: the server hangs, as far as one can see. Counted in turns of the main
 * loop: a machine that stood still for a while, or a loop that was busy, counts for one. */
#define PATIENCE_TICK_MSECS 100
#define PATIENCE_TICKS      5

struct _AufaitDesktopNotifier {
  GObject parent_instance;
  AufaitDesktopThread *thread; /* NULL: no bus, or disposed */
  AufaitDesktopWatch *watch;
  char *owner;           /* the server that the thread was told of; NULL: none */
  gboolean is_answering; /* it has said something since it last hung */
  GSource *patience;     /* while the thread is in a call; NULL: no more */
  guint n_ticks;         /* of it */
  gboolean is_in_call;   /* to this server: what became of one to another says nothing */
};

static void init_notifier (AufaitNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AufaitDesktopNotifier,
                               aufait_desktop_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (AUFAIT_TYPE_NOTIFIER, init_notifier))

static void
stop_patience (AufaitDesktopNotifier *self)
{
  if (self->patience != NULL)
    g_source_destroy (self->patience);
  g_clear_pointer (&self->patience, g_source_unref);
}

/* Whoever waits to be shown is told "ready" when the server is back, and shows again. */
static void
give_up (AufaitDesktopNotifier *self)
{
  self->is_answering = FALSE;
  aufait_desktop_thread_give_up (self->thread);
}

/* --- the server ----------------------------------------------------------------------------- */

static void
on_server (const char *owner, AufaitDesktopCapabilities capabilities, gpointer user_data)
{
  AufaitDesktopNotifier *self = user_data;
  gboolean is_new = g_strcmp0 (self->owner, owner) != 0;

  if (is_new) {
    stop_patience (self);
    self->is_in_call = FALSE;
    give_up (self);
    g_free (self->owner);
    self->owner = g_strdup (owner);
    aufait_desktop_thread_set_server (self->thread, owner, capabilities);
  }
  self->is_answering = owner != NULL;
  if (self->is_answering)
    aufait_notifier_emit_ready (AUFAIT_NOTIFIER (self), is_new);
}

/* --- the thread ----------------------------------------------------------------------------- */

static gboolean
on_patience_tick (gpointer user_data)
{
  AufaitDesktopNotifier *self = user_data;

  if (++self->n_ticks < PATIENCE_TICKS)
    return G_SOURCE_CONTINUE;
  g_debug ("The notification server hangs");
  stop_patience (self);
  give_up (self);
  return G_SOURCE_REMOVE;
}

static void
on_begin_call (gpointer user_data)
{
  AufaitDesktopNotifier *self = user_data;

  stop_patience (self);
  self->is_in_call = TRUE;
  self->n_ticks = 0;
  self->patience = g_timeout_source_new (PATIENCE_TICK_MSECS);
  /* What the thread has told meanwhile is heard first. */
  g_source_set_priority (self->patience, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (self->patience, on_patience_tick, self, NULL);
  g_source_attach (self->patience, g_main_context_get_thread_default ());
}

static void
on_end_call (gboolean server_spoke, gpointer user_data)
{
  AufaitDesktopNotifier *self = user_data;

  stop_patience (self);
  if (!server_spoke && self->is_in_call)
    give_up (self);
  self->is_in_call = FALSE;
  if (!self->is_answering)
    aufait_desktop_watch_ask (self->watch);
}

static void
on_shown (gint64 nudge_id, gpointer user_data)
{
  aufait_notifier_emit_shown (AUFAIT_NOTIFIER (user_data), nudge_id);
}

static void
on_failed (gint64 nudge_id, gpointer user_data)
{
  aufait_notifier_emit_failed (AUFAIT_NOTIFIER (user_data), nudge_id);
}

static void
on_answered (gint64 nudge_id, const char *answer, const char *text, gpointer user_data)
{
  aufait_notifier_emit_answered (AUFAIT_NOTIFIER (user_data), nudge_id, answer, text);
}

static const AufaitDesktopScreenListener thread_listener = {
  .begin_call = on_begin_call,
  .end_call = on_end_call,
  .shown = on_shown,
  .failed = on_failed,
  .answered = on_answered,
};

/* --- the interface -------------------------------------------------------------------------- */

static gboolean
is_ready (AufaitNotifier *notifier)
{
  return AUFAIT_DESKTOP_NOTIFIER (notifier)->is_answering;
}

static void
show_nudge (AufaitNotifier *notifier, const AufaitNudge *nudge, const char *body)
{
  AufaitDesktopNotifier *self = AUFAIT_DESKTOP_NOTIFIER (notifier);

  if (self->is_answering)
    aufait_desktop_thread_take (self->thread, aufait_desktop_notice_new (nudge, body));
}

static void
close_nudge (AufaitNotifier *notifier, gint64 nudge_id)
{
  AufaitDesktopNotifier *self = AUFAIT_DESKTOP_NOTIFIER (notifier);

  if (self->thread != NULL)
    aufait_desktop_thread_close (self->thread, nudge_id);
}

static void
show_digest (AufaitNotifier *notifier, guint n_people, const char *title, const char *body)
{
  AufaitDesktopNotifier *self = AUFAIT_DESKTOP_NOTIFIER (notifier);

  if (self->is_answering)
    aufait_desktop_thread_take (self->thread, aufait_desktop_notice_new_digest (title, body));
}

static void
init_notifier (AufaitNotifierInterface *iface)
{
  iface->is_ready = is_ready;
  iface->show = show_nudge;
  iface->close = close_nudge;
  iface->show_digest = show_digest;
}

/* --- its life ------------------------------------------------------------------------------- */

/* libnotify lets go of the bus when its thread does: the next thread finds the next bus. */
static void
leave_bus (AufaitDesktopNotifier *self)
{
  self->is_answering = FALSE;
  self->is_in_call = FALSE;
  stop_patience (self);
  g_clear_pointer (&self->watch, aufait_desktop_watch_free);
  g_clear_pointer (&self->thread, aufait_desktop_thread_stop);
  g_clear_pointer (&self->owner, g_free);
}

static void
aufait_desktop_notifier_dispose (GObject *object)
{
  leave_bus (AUFAIT_DESKTOP_NOTIFIER (object));
  G_OBJECT_CLASS (aufait_desktop_notifier_parent_class)->dispose (object);
}

static void
aufait_desktop_notifier_class_init (AufaitDesktopNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aufait_desktop_notifier_dispose;
}

static void
aufait_desktop_notifier_init (AufaitDesktopNotifier *self)
{
}

AufaitNotifier *
aufait_desktop_notifier_new (GDBusConnection *connection)
{
  AufaitDesktopNotifier *self = g_object_new (AUFAIT_TYPE_DESKTOP_NOTIFIER, NULL);

  aufait_desktop_notifier_set_connection (self, connection);
  return AUFAIT_NOTIFIER (self);
}

void
aufait_desktop_notifier_set_connection (AufaitDesktopNotifier *self, GDBusConnection *connection)
{
  g_return_if_fail (AUFAIT_IS_DESKTOP_NOTIFIER (self));

  leave_bus (self);
  if (connection == NULL)
    return;
  /* Else a bus that ends takes the whole program along. */
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  self->thread = aufait_desktop_thread_new (connection, &thread_listener, self);
  self->watch = aufait_desktop_watch_new (connection, on_server, self);
}
