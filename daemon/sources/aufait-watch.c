/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "aufait-watch-chain.h"

struct _AufaitWatch {
  AufaitWatchChain *chain;
  int fd;
  guint source_id;
  guint debounce_id;
  guint debounce_ms;
  AufaitWatchFunc on_changed;
  gpointer user_data;
};

static gboolean
on_debounced (gpointer user_data)
{
  AufaitWatch *watch = user_data;

  watch->debounce_id = 0;
  watch->on_changed (watch->user_data);
  return G_SOURCE_REMOVE;
}

static void
schedule (AufaitWatch *watch)
{
  g_clear_handle_id (&watch->debounce_id, g_source_remove);
  watch->debounce_id = g_timeout_add (watch->debounce_ms, on_debounced, watch);
}

static gboolean
on_readable (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitWatch *watch = user_data;
  char buffer[8192] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  gboolean matters = FALSE;
  gboolean lost = FALSE;
  ssize_t length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0) {
    for (char *p = buffer; p < buffer + length;) {
      const struct inotify_event *event = (const void *) p;

      matters |= aufait_watch_chain_matters (watch->chain, event, &lost);
      p += sizeof *event + event->len;
    }
  }
  if (matters) {
    aufait_watch_chain_follow (watch->chain, lost);
    schedule (watch);
  }

  return G_SOURCE_CONTINUE;
}

AufaitWatch *
aufait_watch_new (const char *path,
                  guint debounce_ms,
                  AufaitWatchFunc on_changed,
                  gpointer user_data)
{
  AufaitWatch *watch;
  int fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);

  if (fd < 0)
    return NULL;

  watch = g_new0 (AufaitWatch, 1);
  watch->fd = fd;
  watch->debounce_ms = debounce_ms;
  watch->on_changed = on_changed;
  watch->user_data = user_data;
  watch->chain = aufait_watch_chain_new (fd);
  aufait_watch_chain_add (watch->chain, path, AUFAIT_WATCH_CHAIN_FILE, 0);
  aufait_watch_chain_follow (watch->chain, TRUE);
  watch->source_id = g_unix_fd_add (fd, G_IO_IN, on_readable, watch);

  return watch;
}

void
aufait_watch_free (AufaitWatch *watch)
{
  if (watch == NULL)
    return;

  g_clear_handle_id (&watch->debounce_id, g_source_remove);
  g_clear_handle_id (&watch->source_id, g_source_remove);
  aufait_watch_chain_free (watch->chain);
  close (watch->fd);
  g_free (watch);
}
