/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-desktop-thread.h"

#define STOP_PATIENCE_USECS G_TIME_SPAN_SECOND

struct _AufaitDesktopThread {
  gatomicrefcount refs; /* one is the maker's, one the thread's, one each message's */
  GThread *thread;
  GMainContext *context; /* the thread's */
  GMainContext *home;    /* the maker's */
  GMainLoop *loop;
  GDBusConnection *connection;
  GAsyncQueue *ended; /* gets an item when the thread is done */
  int epoch;          /* atomic: notices of an older one are forgotten */

  /* On the thread only. */
  AufaitDesktopScreen *screen;

  /* At home only. NULL: nobody listens any more. */
  const AufaitDesktopScreenListener *listener;
  gpointer user_data;
};

static AufaitDesktopThread *
ref_thread (AufaitDesktopThread *thread)
{
  g_atomic_ref_count_inc (&thread->refs);
  return thread;
}

static void
unref_thread (AufaitDesktopThread *thread)
{
  if (!g_atomic_ref_count_dec (&thread->refs))
    return;
  g_main_loop_unref (thread->loop);
  g_main_context_unref (thread->context);
  g_main_context_unref (thread->home);
  g_object_unref (thread->connection);
  g_async_queue_unref (thread->ended);
  g_free (thread);
}

/* --- messages ------------------------------------------------------------------------------- */

/* What a message says; it owns all of it. */
typedef struct _Message Message;
struct _Message {
  AufaitDesktopThread *thread;
  void (*deliver) (AufaitDesktopThread *thread, Message *message);
  AufaitDesktopNotice *notice;
  gint64 nudge_id;
  char *word; /* the owner; the answer */
  char *text;
  guint number; /* capabilities; epoch; whether the server spoke */
};

static Message *
new_message (AufaitDesktopThread *thread, void (*deliver) (AufaitDesktopThread *, Message *))
{
  Message *message = g_new0 (Message, 1);

  message->thread = ref_thread (thread);
  message->deliver = deliver;
  return message;
}

static void
free_message (Message *message)
{
  aufait_desktop_notice_free (message->notice);
  g_free (message->word);
  g_free (message->text);
  unref_thread (message->thread);
  g_free (message);
}

static gboolean
on_message (gpointer user_data)
{
  Message *message = user_data;

  message->deliver (message->thread, message);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke: that may run it on the sender's own thread. */
static void
post (GMainContext *context, Message *message)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_message, message, (GDestroyNotify) free_message);
  g_source_attach (source, context);
}

/* --- news: from the screen to the listener -------------------------------------------------- */

static void
deliver_begin_call (AufaitDesktopThread *thread, Message *message)
{
  if (thread->listener != NULL)
    thread->listener->begin_call (thread->user_data);
}

static void
deliver_end_call (AufaitDesktopThread *thread, Message *message)
{
  if (thread->listener != NULL)
    thread->listener->end_call (message->number != 0, thread->user_data);
}

static void
deliver_shown (AufaitDesktopThread *thread, Message *message)
{
  if (thread->listener != NULL)
    thread->listener->shown (message->nudge_id, thread->user_data);
}

static void
deliver_failed (AufaitDesktopThread *thread, Message *message)
{
  if (thread->listener != NULL)
    thread->listener->failed (message->nudge_id, thread->user_data);
}

static void
deliver_answered (AufaitDesktopThread *thread, Message *message)
{
  if (thread->listener != NULL)
    thread->listener->answered (message->nudge_id, message->word, message->text, thread->user_data);
}

static void
post_begin_call (gpointer user_data)
{
  AufaitDesktopThread *thread = user_data;

  post (thread->home, new_message (thread, deliver_begin_call));
}

static void
post_end_call (gboolean server_spoke, gpointer user_data)
{
  AufaitDesktopThread *thread = user_data;
  Message *message = new_message (thread, deliver_end_call);

  message->number = server_spoke ? 1 : 0;
  post (thread->home, message);
}

static void
post_of_nudge (AufaitDesktopThread *thread,
               void (*deliver) (AufaitDesktopThread *, Message *),
               gint64 nudge_id)
{
  Message *message = new_message (thread, deliver);

  message->nudge_id = nudge_id;
  post (thread->home, message);
}

static void
post_shown (gint64 nudge_id, gpointer user_data)
{
  post_of_nudge (user_data, deliver_shown, nudge_id);
}

static void
post_failed (gint64 nudge_id, gpointer user_data)
{
  post_of_nudge (user_data, deliver_failed, nudge_id);
}

static void
post_answered (gint64 nudge_id, const char *answer, const char *text, gpointer user_data)
{
  AufaitDesktopThread *thread = user_data;
  Message *message = new_message (thread, deliver_answered);

  message->nudge_id = nudge_id;
  message->word = g_strdup (answer);
  message->text = g_strdup (text);
  post (thread->home, message);
}

static const AufaitDesktopScreenListener screen_listener = {
  .begin_call = post_begin_call,
  .end_call = post_end_call,
  .shown = post_shown,
  .failed = post_failed,
  .answered = post_answered,
};

/* --- orders: from the maker to the screen --------------------------------------------------- */

static void
deliver_server (AufaitDesktopThread *thread, Message *message)
{
  aufait_desktop_screen_set_server (thread->screen, message->word, message->number);
}

static void
deliver_notice (AufaitDesktopThread *thread, Message *message)
{
  if (message->number == (guint) g_atomic_int_get (&thread->epoch))
    aufait_desktop_screen_take (thread->screen, g_steal_pointer (&message->notice));
}

static void
deliver_close (AufaitDesktopThread *thread, Message *message)
{
  aufait_desktop_screen_close (thread->screen, message->nudge_id);
}

static void
deliver_clear_queue (AufaitDesktopThread *thread, Message *message)
{
  aufait_desktop_screen_clear_queue (thread->screen);
}

static void
deliver_stop (AufaitDesktopThread *thread, Message *message)
{
  g_main_loop_quit (thread->loop);
}

void
aufait_desktop_thread_set_server (AufaitDesktopThread *thread,
                                  const char *owner,
                                  AufaitDesktopCapabilities capabilities)
{
  Message *message = new_message (thread, deliver_server);

  message->word = g_strdup (owner);
  message->number = capabilities;
  post (thread->context, message);
}

void
aufait_desktop_thread_take (AufaitDesktopThread *thread, AufaitDesktopNotice *notice)
{
  Message *message = new_message (thread, deliver_notice);

  message->notice = notice;
  message->number = (guint) g_atomic_int_get (&thread->epoch);
  post (thread->context, message);
}

void
aufait_desktop_thread_close (AufaitDesktopThread *thread, gint64 nudge_id)
{
  Message *message = new_message (thread, deliver_close);

  message->nudge_id = nudge_id;
  post (thread->context, message);
}

void
aufait_desktop_thread_give_up (AufaitDesktopThread *thread)
{
  g_atomic_int_inc (&thread->epoch);
  post (thread->context, new_message (thread, deliver_clear_queue));
}

/* --- its life ------------------------------------------------------------------------------- */

static gpointer
run_thread (gpointer user_data)
{
  AufaitDesktopThread *thread = user_data;

  g_main_context_push_thread_default (thread->context);
  thread->screen = aufait_desktop_screen_new (thread->connection, &screen_listener, thread);
  g_main_loop_run (thread->loop);
  g_clear_pointer (&thread->screen, aufait_desktop_screen_free);
  g_dbus_connection_flush_sync (thread->connection, NULL, NULL);
  /* Signals that came meanwhile hold the connection, and the context that holds them. */
  while (g_main_context_iteration (thread->context, FALSE))
    ;
  g_main_context_pop_thread_default (thread->context);
  g_async_queue_push (thread->ended, thread);
  unref_thread (thread);
  return NULL;
}

AufaitDesktopThread *
aufait_desktop_thread_new (GDBusConnection *connection,
                           const AufaitDesktopScreenListener *listener,
                           gpointer user_data)
{
  AufaitDesktopThread *thread = g_new0 (AufaitDesktopThread, 1);

  g_atomic_ref_count_init (&thread->refs);
  thread->context = g_main_context_new ();
  thread->home = g_main_context_ref_thread_default ();
  thread->loop = g_main_loop_new (thread->context, FALSE);
  thread->connection = g_object_ref (connection);
  thread->ended = g_async_queue_new ();
  thread->listener = listener;
  thread->user_data = user_data;
  thread->thread = g_thread_new ("notify", run_thread, ref_thread (thread));
  return thread;
}

void
aufait_desktop_thread_stop (AufaitDesktopThread *thread)
{
  thread->listener = NULL;
  post (thread->context, new_message (thread, deliver_stop));
  if (g_async_queue_timeout_pop (thread->ended, STOP_PATIENCE_USECS) != NULL)
    g_thread_join (thread->thread);
  else
    g_thread_unref (thread->thread);
  unref_thread (thread);
}
