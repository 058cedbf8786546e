/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-desktop-screen.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#include "aufait-desktop-bus.h"

#define APP_NAME "Au fait"
#define APP_ID   "org.aufait.Aufait"
#define CATEGORY "x-aufait.nudge"

/* Keys of actions: the server gives them back as they are. */
#define ACTION_DEFAULT      "default"
#define ACTION_INLINE_REPLY "inline-reply"

struct _AufaitDesktopScreen {
  GDBusConnection *connection;
  const AufaitDesktopScreenListener *listener;
  gpointer user_data;
  char *owner; /* the server's unique name; NULL: none */
  AufaitDesktopCapabilities capabilities;
  guint replied_subscription;
  GPtrArray *items; /* Item: on the screen */
  GQueue queue;     /* AufaitDesktopNotice: waits for a place */
  GSource *settling;
};

/* A notification on the screen, and what became of it. */
typedef struct {
  AufaitDesktopScreen *screen; /* the one it is on */
  AufaitDesktopNotice *notice;
  NotifyNotification *notification;
  guint32 id;
  char *answer;       /* "done", "later", "note"; NULL: none yet */
  char *text;         /* typed into it */
  gboolean is_seen;   /* it was clicked, and no more: to be closed */
  gboolean is_closed; /* by the server */
} Item;

static void
free_item (Item *item)
{
  /* What the server still says about it is of no interest any more. */
  g_signal_handlers_disconnect_by_data (item->notification, item);
  g_clear_object (&item->notification);
  aufait_desktop_notice_free (item->notice);
  g_free (item->answer);
  g_free (item->text);
  g_free (item);
}

static void
close_item (Item *item)
{
  if (!item->is_closed)
    aufait_desktop_bus_close (item->screen->connection, item->screen->owner, item->id);
}

/* --- from the queue to the screen ----------------------------------------------------------- */

static void schedule_settling (AufaitDesktopScreen *screen);

static void
on_action (NotifyNotification *notification, char *action, gpointer user_data)
{
  Item *item = user_data;

  /* The text that is being typed comes with a signal of its own. */
  if (g_str_equal (action, ACTION_INLINE_REPLY))
    return;
  if (g_str_equal (action, ACTION_DEFAULT))
    item->is_seen = TRUE;
  else if (item->answer == NULL)
    item->answer = g_strdup (action);
  schedule_settling (item->screen);
}

static void
on_closed (NotifyNotification *notification, gpointer user_data)
{
  Item *item = user_data;

  /* Whatever the reason: one that expired was not read, one that was dismissed not answered. */
  item->is_closed = TRUE;
  schedule_settling (item->screen);
}

static void
add_actions (Item *item, AufaitDesktopCapabilities capabilities)
{
  NotifyNotification *notification = item->notification;

  if (!(capabilities & AUFAIT_DESKTOP_CAN_ACTIONS))
    return;
  /* A click beside the buttons; some servers draw it as a button: it does what it says. */
  notify_notification_add_action (notification, ACTION_DEFAULT, _ ("Close"), on_action, item, NULL);
  if (item->notice->nudge_id == 0)
    return;
  notify_notification_add_action (notification, "done", _ ("Done"), on_action, item, NULL);
  notify_notification_add_action (notification, "later", _ ("Later"), on_action, item, NULL);
  if (capabilities & AUFAIT_DESKTOP_CAN_INLINE_REPLY) {
    notify_notification_add_action (notification, ACTION_INLINE_REPLY, _ ("Note"), on_action, item,
                                    NULL);
    notify_notification_set_hint (notification, "x-kde-reply-placeholder-text",
                                  g_variant_new_string (_ ("What did you hear?")));
    notify_notification_set_hint (notification, "x-kde-reply-submit-button-text",
                                  g_variant_new_string (_ ("Note")));
  } else {
    notify_notification_add_action (notification, "note", _ ("Note"), on_action, item, NULL);
  }
}

static Item *
build_item (AufaitDesktopScreen *screen, AufaitDesktopNotice *notice)
{
  g_autofree char *body = aufait_desktop_notice_dup_body (notice, screen->capabilities);
  Item *item = g_new0 (Item, 1);

  item->screen = screen;
  item->notice = notice;
  item->notification = notify_notification_new (notice->title, body, APP_ID);
  notify_notification_set_category (item->notification, CATEGORY);
  notify_notification_set_urgency (item->notification, NOTIFY_URGENCY_NORMAL);
  notify_notification_set_hint (item->notification, "desktop-entry", g_variant_new_string (APP_ID));
  /* Read by the server: what a card holds is not looked into here. */
  if (notice->picture != NULL)
    notify_notification_set_hint (item->notification, "image-path",
                                  g_variant_new_string (notice->picture));
  add_actions (item, screen->capabilities);
  g_signal_connect (item->notification, "closed", G_CALLBACK (on_closed), item);
  return item;
}

/* Takes @notice. FALSE: the server did not even answer. */
static gboolean
present (AufaitDesktopScreen *screen, AufaitDesktopNotice *notice)
{
  g_autoptr (GError) error = NULL;
  gboolean has_answered;
  Item *item;

  screen->listener->begin_call (screen->user_data);
  item = build_item (screen, notice);
  if (notify_notification_show (item->notification, &error)) {
    int id;

    g_object_get (item->notification, "id", &id, NULL);
    item->id = (guint32) id;
    g_ptr_array_add (screen->items, item);
    screen->listener->end_call (TRUE, screen->user_data);
    if (notice->nudge_id != 0)
      screen->listener->shown (notice->nudge_id, screen->user_data);
    return TRUE;
  }
  g_debug ("Could not show nudge %" G_GINT64_FORMAT ": %s", notice->nudge_id, error->message);
  has_answered = aufait_desktop_bus_error_is_answer (error);
  screen->listener->end_call (has_answered, screen->user_data);
  if (has_answered && notice->nudge_id != 0)
    screen->listener->failed (notice->nudge_id, screen->user_data);
  free_item (item);
  return has_answered;
}

static void
fill_screen (AufaitDesktopScreen *screen)
{
  while (screen->owner != NULL && screen->items->len < AUFAIT_DESKTOP_SCREEN_MAX &&
         !g_queue_is_empty (&screen->queue)) {
    /* Each would hang as long as the first. */
    if (!present (screen, g_queue_pop_head (&screen->queue)))
      aufait_desktop_screen_clear_queue (screen);
  }
}

/* --- what became of them -------------------------------------------------------------------- */

/* Not in libnotify's own callbacks: it still uses a notification after calling us. */
static gboolean
settle (gpointer user_data)
{
  AufaitDesktopScreen *screen = user_data;

  g_clear_pointer (&screen->settling, g_source_unref);
  for (guint i = screen->items->len; i > 0; i--) {
    Item *item = g_ptr_array_index (screen->items, i - 1);

    if (item->answer == NULL && !item->is_seen && !item->is_closed)
      continue;
    g_ptr_array_steal_index (screen->items, i - 1);
    close_item (item);
    if (item->answer != NULL)
      screen->listener->answered (item->notice->nudge_id, item->answer, item->text,
                                  screen->user_data);
    free_item (item);
  }
  fill_screen (screen);
  return G_SOURCE_REMOVE;
}

static void
schedule_settling (AufaitDesktopScreen *screen)
{
  if (screen->settling != NULL)
    return;
  screen->settling = g_idle_source_new ();
  g_source_set_priority (screen->settling, G_PRIORITY_DEFAULT);
  g_source_set_callback (screen->settling, settle, screen, NULL);
  g_source_attach (screen->settling, g_main_context_get_thread_default ());
}

static void
on_replied (guint32 id, const char *text, gpointer user_data)
{
  AufaitDesktopScreen *screen = user_data;

  for (guint i = 0; i < screen->items->len; i++) {
    Item *item = g_ptr_array_index (screen->items, i);

    if (item->id != id || item->answer != NULL)
      continue;
    item->answer = g_strdup ("note");
    item->text = g_strdup (text);
    schedule_settling (screen);
  }
}

/* --- from outside --------------------------------------------------------------------------- */

AufaitDesktopScreen *
aufait_desktop_screen_new (GDBusConnection *connection,
                           const AufaitDesktopScreenListener *listener,
                           gpointer user_data)
{
  AufaitDesktopScreen *screen = g_new0 (AufaitDesktopScreen, 1);

  screen->connection = g_object_ref (connection);
  screen->listener = listener;
  screen->user_data = user_data;
  screen->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  g_queue_init (&screen->queue);
  notify_init (APP_NAME);
  return screen;
}

void
aufait_desktop_screen_free (AufaitDesktopScreen *screen)
{
  if (screen == NULL)
    return;
  /* Nobody would hear its buttons any more. */
  for (guint i = 0; i < screen->items->len; i++)
    close_item (g_ptr_array_index (screen->items, i));
  aufait_desktop_screen_set_server (screen, NULL, AUFAIT_DESKTOP_CAN_NOTHING);
  g_ptr_array_unref (screen->items);
  notify_uninit ();
  g_object_unref (screen->connection);
  g_free (screen);
}

void
aufait_desktop_screen_set_server (AufaitDesktopScreen *screen,
                                  const char *owner,
                                  AufaitDesktopCapabilities capabilities)
{
  g_ptr_array_set_size (screen->items, 0);
  aufait_desktop_screen_clear_queue (screen);
  if (screen->settling != NULL)
    g_source_destroy (screen->settling);
  g_clear_pointer (&screen->settling, g_source_unref);
  if (screen->replied_subscription != 0)
    g_dbus_connection_signal_unsubscribe (screen->connection, screen->replied_subscription);
  screen->replied_subscription = 0;
  g_free (screen->owner);
  screen->owner = g_strdup (owner);
  screen->capabilities = capabilities;
  if (owner != NULL)
    screen->replied_subscription =
        aufait_desktop_bus_subscribe_replied (screen->connection, owner, on_replied, screen);
}

/* Whether it was on the screen. */
static gboolean
remove_nudge (AufaitDesktopScreen *screen, gint64 nudge_id)
{
  for (GList *link = screen->queue.head, *next; link != NULL; link = next) {
    AufaitDesktopNotice *notice = link->data;

    next = link->next;
    if (notice->nudge_id != nudge_id)
      continue;
    aufait_desktop_notice_free (notice);
    g_queue_delete_link (&screen->queue, link);
  }
  for (guint i = 0; i < screen->items->len; i++) {
    Item *item = g_ptr_array_index (screen->items, i);

    if (item->notice->nudge_id != nudge_id)
      continue;
    close_item (item);
    g_ptr_array_remove_index (screen->items, i);
    return TRUE;
  }
  return FALSE;
}

void
aufait_desktop_screen_take (AufaitDesktopScreen *screen, AufaitDesktopNotice *notice)
{
  gboolean is_nudge = notice->nudge_id != 0;

  if (remove_nudge (screen, notice->nudge_id))
    g_queue_push_head (&screen->queue, notice);
  else
    g_queue_push_tail (&screen->queue, notice);
  if (screen->owner == NULL)
    aufait_desktop_screen_clear_queue (screen);
  /* How many wait makes room for those who do. */
  if (screen->items->len >= AUFAIT_DESKTOP_SCREEN_MAX && is_nudge)
    remove_nudge (screen, 0);
  fill_screen (screen);
}

void
aufait_desktop_screen_close (AufaitDesktopScreen *screen, gint64 nudge_id)
{
  remove_nudge (screen, nudge_id);
  fill_screen (screen);
}

void
aufait_desktop_screen_clear_queue (AufaitDesktopScreen *screen)
{
  g_queue_clear_full (&screen->queue, (GDestroyNotify) aufait_desktop_notice_free);
}
