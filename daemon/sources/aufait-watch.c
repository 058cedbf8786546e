/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#define EVENTS                                                                                     \
  (IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB |              \
   IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

/* The folder that is watched is not the one of that name any more. */
#define LOST (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW)

struct _AufaitWatch {
  char *path;
  char *folder;  /* the one that is watched: that of the file, or its nearest parent */
  char *awaited; /* the name in it that matters: the file's, or that of the next folder */
  int fd;
  int descriptor;
  guint source_id;
  guint debounce_id;
  guint debounce_ms;
  AufaitWatchFunc on_changed;
  gpointer user_data;
};

static void
set_place (AufaitWatch *watch, const char *folder, const char *awaited)
{
  g_autofree char *new_folder = g_strdup (folder);
  g_autofree char *new_awaited = g_strdup (awaited);

  g_free (watch->folder);
  watch->folder = g_steal_pointer (&new_folder);
  g_free (watch->awaited);
  watch->awaited = g_steal_pointer (&new_awaited);
}

/* Watches the file's folder, or the nearest parent that is there. What is made deeper between the
 * look and the watch is caught by looking again from the top until nothing is nearer. */
static void
watch_nearest (AufaitWatch *watch)
{
  g_autofree char *inner = g_strdup (watch->path);

  if (watch->descriptor >= 0)
    inotify_rm_watch (watch->fd, watch->descriptor);
  watch->descriptor = -1;
  while (watch->descriptor < 0) {
    g_autofree char *folder = g_path_get_dirname (inner);
    g_autofree char *awaited = g_path_get_basename (inner);

    watch->descriptor = inotify_add_watch (watch->fd, folder, EVENTS);
    if (watch->descriptor >= 0)
      set_place (watch, folder, awaited);
    else if (g_str_equal (folder, inner))
      return;
    g_free (inner);
    inner = g_steal_pointer (&folder);
  }
}

static gboolean
is_at_file (const AufaitWatch *watch)
{
  g_autofree char *folder = g_path_get_dirname (watch->path);

  return g_strcmp0 (folder, watch->folder) == 0;
}

/* Moves the watch as near to the file as folders are there by now. */
static void
settle (AufaitWatch *watch)
{
  g_autofree char *before = NULL;

  do {
    g_free (before);
    before = g_strdup (watch->folder);
    watch_nearest (watch);
  } while (!is_at_file (watch) && g_strcmp0 (before, watch->folder) != 0);
}

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

/* What an event asks for: nothing, a call, or another look at the folders too. */
static void
take_event (const AufaitWatch *watch,
            const struct inotify_event *event,
            gboolean *lost,
            gboolean *changed)
{
  if ((event->mask & IN_Q_OVERFLOW) == 0 && event->wd != watch->descriptor)
    return;
  if ((event->mask & LOST) != 0) {
    *lost = TRUE;
    *changed = TRUE;
  } else if (event->len > 0 && strcmp (event->name, watch->awaited) == 0) {
    *lost |= !is_at_file (watch);
    *changed = TRUE;
  }
}

static gboolean
on_readable (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitWatch *watch = user_data;
  char buffer[8192] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  gboolean lost = FALSE;
  gboolean changed = FALSE;
  ssize_t length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0)
    for (char *p = buffer; p < buffer + length;) {
      const struct inotify_event *event = (const void *) p;

      take_event (watch, event, &lost, &changed);
      p += sizeof *event + event->len;
    }
  if (lost)
    settle (watch);
  if (changed)
    schedule (watch);
  return G_SOURCE_CONTINUE;
}

AufaitWatch *
aufait_watch_new (const char *path,
                  guint debounce_ms,
                  AufaitWatchFunc on_changed,
                  gpointer user_data)
{
  AufaitWatch *watch = NULL;
  int fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);

  if (fd < 0)
    return NULL;
  watch = g_new0 (AufaitWatch, 1);
  watch->path = g_strdup (path);
  watch->fd = fd;
  watch->descriptor = -1;
  watch->debounce_ms = debounce_ms;
  watch->on_changed = on_changed;
  watch->user_data = user_data;
  settle (watch);
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
  close (watch->fd);
  g_free (watch->folder);
  g_free (watch->awaited);
  g_free (watch->path);
  g_free (watch);
}
