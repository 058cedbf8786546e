/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

#define PATH "/proc/self/mountinfo"

struct _AufaitMounts {
  int fd; /* -1: there is none */
  guint source_id;
  void (*on_changed) (gpointer user_data);
  gpointer user_data;
};

/* It is told once: nothing needs to be read. */
static gboolean
on_ready (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitMounts *mounts = user_data;

  mounts->on_changed (mounts->user_data);
  return G_SOURCE_CONTINUE;
}

AufaitMounts *
aufait_mounts_new (void (*on_changed) (gpointer user_data), gpointer user_data)
{
  AufaitMounts *mounts = g_new0 (AufaitMounts, 1);

  mounts->on_changed = on_changed;
  mounts->user_data = user_data;
  mounts->fd = open (PATH, O_RDONLY | O_CLOEXEC);
  if (mounts->fd >= 0)
    mounts->source_id = g_unix_fd_add (mounts->fd, G_IO_PRI, on_ready, mounts);
  else
    g_info ("Cannot watch %s: %s", PATH, g_strerror (errno));
  return mounts;
}

void
aufait_mounts_free (AufaitMounts *mounts)
{
  if (mounts == NULL)
    return;
  g_clear_handle_id (&mounts->source_id, g_source_remove);
  if (mounts->fd >= 0)
    close (mounts->fd);
  g_free (mounts);
}
