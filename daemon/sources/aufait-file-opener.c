/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-file-opener.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (aufait - file - opener - error - quark, aufait_file_opener_error)

static gboolean
set_errno_error (GError **error)
{
  int saved_errno = errno;

  switch (saved_errno) {
  case ENOENT:
  case ENOTDIR:
    g_set_error_literal (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_GONE,
                         _ ("The file is gone."));
    break;
  case ELOOP:
  case ENAMETOOLONG:
    g_set_error_literal (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_UNFIT,
                         _ ("It is a link that leads nowhere."));
    break;
  case EACCES:
  case EPERM:
    g_set_error_literal (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_CLOSED,
                         _ ("It may not be read: check its permissions, and who owns it."));
    break;
  default:
    g_set_error (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_CLOSED,
                 _ ("It cannot be opened: %s"), g_strerror (saved_errno));
  }
  return FALSE;
}

static gboolean
check_kind (const struct stat *found, gint64 max_bytes, GError **error)
{
  if (S_ISDIR (found->st_mode)) {
    g_set_error_literal (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_FOLDER,
                         _ ("It is a folder."));
    return FALSE;
  }
  if (!S_ISREG (found->st_mode)) {
    g_set_error_literal (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_UNFIT,
                         _ ("It is not a file: it was not opened."));
    return FALSE;
  }
  if (found->st_size > max_bytes) {
    g_set_error (error, AUFAIT_FILE_OPENER_ERROR, AUFAIT_FILE_OPENER_ERROR_UNFIT,
                 _ ("It is larger than %d MiB: it was not read."), (int) (max_bytes >> 20));
    return FALSE;
  }
  return TRUE;
}

/* The very file that @place_fd stands for, whatever has its name by now. */
static int
reopen (int place_fd, GError **error)
{
  char path[sizeof "/proc/self/fd/" + 16];
  int fd;

  g_snprintf (path, sizeof path, "/proc/self/fd/%d", place_fd);
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    set_errno_error (error);
  return fd;
}

int
aufait_file_opener_open (const char *folder,
                         const char *name,
                         gint64 max_bytes,
                         AufaitIndexedFileIdentity *ret_identity,
                         GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int place_fd = open (path, O_PATH | O_CLOEXEC);
  struct stat found;
  int fd = -1;

  memset (ret_identity, 0, sizeof *ret_identity);
  if (place_fd < 0) {
    /* A link to nothing is there, and stays as it is until it is changed. */
    if (errno == ENOENT)
      errno = lstat (path, &found) == 0 ? ELOOP : ENOENT;
    set_errno_error (error);
    return -1;
  }
  if (fstat (place_fd, &found) < 0) {
    set_errno_error (error);
  } else {
    aufait_indexed_file_identify (&found, ret_identity);
    if (check_kind (&found, max_bytes, error))
      fd = reopen (place_fd, error);
  }
  close (place_fd);
  return fd;
}
