/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-memory-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _AufaitMemoryFile {
  char *path;
  int folder_fd; /* holds the lock */
};

#define DOUBT "-doubted"

static const char *const suffixes[] = { "", "-wal", "-shm" };

static gboolean
set_errno_error (GError **error, const char *path)
{
  int saved_errno = errno;

  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
               _ ("“%s” cannot be used: %s. Check who owns it and its folder, and that the disk "
                  "has room."),
               path, g_strerror (saved_errno));
  return FALSE;
}

/* The log of SQLite lies beside the file itself, not beside a link to it. */
static char *
resolve_path (const char *path)
{
  char *target = realpath (path, NULL);
  char *resolved = g_strdup (target != NULL ? target : path);

  free (target);
  return resolved;
}

static gboolean
lock_folder (AufaitMemoryFile *file, const char *folder, GError **error)
{
  file->folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file->folder_fd < 0)
    return set_errno_error (error, folder);
  if (flock (file->folder_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK)
    return set_errno_error (error, folder);
  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_LOCKED,
               _ ("Another aufaitd uses the memory in “%s”: stop that one first, or let it be."),
               folder);
  return FALSE;
}

AufaitMemoryFile *
aufait_memory_file_new (const char *path, GError **error)
{
  g_autoptr (AufaitMemoryFile) file = g_new0 (AufaitMemoryFile, 1);
  g_autofree char *folder = NULL;

  file->folder_fd = -1;
  file->path = resolve_path (path);
  folder = g_path_get_dirname (file->path);
  if (g_mkdir_with_parents (folder, 0700) < 0) {
    set_errno_error (error, folder);
    return NULL;
  }
  if (!lock_folder (file, folder, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
aufait_memory_file_free (AufaitMemoryFile *file)
{
  if (file == NULL)
    return;
  if (file->folder_fd >= 0)
    close (file->folder_fd);
  g_free (file->path);
  g_free (file);
}

const char *
aufait_memory_file_get_path (const AufaitMemoryFile *file)
{
  return file->path;
}

/* SQLite gives its -wal and -shm the mode of the file, so the file is made before SQLite opens it:
 * afterwards to close a descriptor of it would drop SQLite's locks. */
gboolean
aufait_memory_file_make (AufaitMemoryFile *file, GError **error)
{
  struct stat st;
  int fd = open (file->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
  gboolean ok = fd >= 0 && fstat (fd, &st) == 0;

  if (ok && !S_ISREG (st.st_mode)) {
    errno = EINVAL;
    ok = FALSE;
  }
  if (ok && (st.st_mode & 0077) != 0)
    ok = fchmod (fd, 0600) == 0;
  if (!ok)
    set_errno_error (error, file->path);
  if (fd >= 0)
    close (fd);
  return ok;
}

gint64
aufait_memory_file_get_size (const AufaitMemoryFile *file, const char *suffix)
{
  g_autofree char *path = g_strconcat (file->path, suffix, NULL);
  struct stat st;

  return stat (path, &st) == 0 ? (gint64) st.st_size : 0;
}

void
aufait_memory_file_set_doubted (const AufaitMemoryFile *file, gboolean is_doubted)
{
  g_autofree char *path = g_strconcat (file->path, DOUBT, NULL);

  if (!is_doubted)
    g_unlink (path);
  else if (!g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_DURABLE, 0600, NULL))
    g_warning ("Cannot write “%s”", path);
}

gboolean
aufait_memory_file_is_doubted (const AufaitMemoryFile *file)
{
  g_autofree char *path = g_strconcat (file->path, DOUBT, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whether nothing of that name is there; FALSE and an error when that cannot be told. */
static gboolean
is_free (const char *path, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
    struct stat st;

    if (lstat (name, &st) == 0)
      return FALSE;
    if (errno != ENOENT)
      return set_errno_error (error, name);
  }
  return TRUE;
}

static char *
pick_name (AufaitMemoryFile *file, const char *what, GError **error)
{
  for (guint i = 1;; i++) {
    g_autofree char *path = g_strdup_printf ("%s.%s-%u", file->path, what, i);
    g_autoptr (GError) failure = NULL;

    if (is_free (path, &failure))
      return g_steal_pointer (&path);
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  }
}

char *
aufait_memory_file_set_aside (AufaitMemoryFile *file, GError **error)
{
  g_autofree char *aside = pick_name (file, "damaged", error);

  if (aside == NULL)
    return NULL;
  /* The file goes first: should the machine stop between, a log without its file is set aside too.
   */
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *from = g_strconcat (file->path, suffixes[i], NULL);
    g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

    if (g_rename (from, to) < 0 && errno != ENOENT) {
      set_errno_error (error, from);
      return NULL;
    }
  }
  if (fsync (file->folder_fd) < 0) {
    set_errno_error (error, file->path);
    return NULL;
  }
  return g_steal_pointer (&aside);
}

char *
aufait_memory_file_make_copy_name (AufaitMemoryFile *file, int schema, GError **error)
{
  g_autofree char *what = g_strdup_printf ("schema-%d.copy", schema);
  g_autofree char *path = pick_name (file, what, error);
  int fd;

  if (path == NULL)
    return NULL;
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) {
    set_errno_error (error, path);
    return NULL;
  }
  close (fd);
  return g_steal_pointer (&path);
}

gboolean
aufait_memory_file_sync (AufaitMemoryFile *file, const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0 && fsync (file->folder_fd) == 0;

  if (!ok)
    set_errno_error (error, path);
  if (fd >= 0)
    close (fd);
  return ok;
}

void
aufait_memory_file_drop_copy (AufaitMemoryFile *file, const char *path)
{
  g_return_if_fail (!g_str_equal (path, file->path));

  if (g_unlink (path) < 0)
    g_debug ("“%s” stays: %s", path, g_strerror (errno));
}
