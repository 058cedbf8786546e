/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

int
aufait_index_lock_take (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, "-lock", NULL);
  int fd = open (name, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (errno == EWOULDBLOCK)
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_LOCKED,
                 _ ("Another aufaitd uses “%s”: set another XDG_CACHE_HOME for this one."), path);
  close (fd);
  return -1;
}
