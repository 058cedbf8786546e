/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

gsize
aufait_reader_file_get_size (int fd)
{
  struct stat stat;

  if (fd < 0 || fstat (fd, &stat) != 0 || stat.st_size < 0)
    return 0;
  return (gsize) stat.st_size;
}

/* Why it is not read; NULL: it is, and has @ret_size bytes. */
static const char *
refuse (int fd, gsize *ret_size)
{
  struct stat stat;

  if (fd < 0 || fstat (fd, &stat) != 0)
    return _ ("It could not be opened.");
  if (!S_ISREG (stat.st_mode))
    return _ ("It is no regular file.");
  *ret_size = (gsize) MAX (stat.st_size, 0);
  return stat.st_size > AUFAIT_READER_FILE_MAX ? _ ("It is larger than 16 MiB.") : NULL;
}

/* Mapped files end a program when they shrink: read them. What ends where the system said has no
 * more: if it has by now, it has changed, and comes again. */
char *
aufait_reader_file_read (int fd, gsize *ret_length, const char **ret_reason)
{
  g_autofree char *data = NULL;
  gsize length = 0, size = 0, room;

  *ret_reason = refuse (fd, &size);
  if (*ret_reason != NULL)
    return NULL;
  room = size + 1;
  data = g_malloc (room + 1);
  for (;;) {
    gssize n = pread (fd, data + length, room - length, (off_t) length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      *ret_reason = _ ("It could not be read.");
      return NULL;
    }
    if (n == 0)
      break;
    length += (gsize) n;
    if (length == size)
      break;
    if (length > AUFAIT_READER_FILE_MAX) {
      *ret_reason = _ ("It is larger than 16 MiB.");
      return NULL;
    }
    if (length == room) {
      room *= 2;
      data = g_realloc (data, room + 1);
    }
  }
  data[length] = '\0';
  *ret_length = length;
  return g_steal_pointer (&data);
}
