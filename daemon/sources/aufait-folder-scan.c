/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-folder-scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#ifndef FUSE_SUPER_MAGIC
#define FUSE_SUPER_MAGIC 0x65735546
#endif
#ifndef CIFS_SUPER_MAGIC
#define CIFS_SUPER_MAGIC 0xff534d42
#endif
#ifndef SMB2_SUPER_MAGIC
#define SMB2_SUPER_MAGIC 0xfe534d42
#endif

typedef struct {
  char *path;
  gboolean is_file;
  GHashTable *known;
  gint64 bases[2];
} Order;

static void
free_order (Order *order)
{
  g_hash_table_unref (order->known);
  g_free (order->path);
  g_free (order);
}

void
aufait_folder_scan_free (AufaitFolderScan *scan)
{
  if (scan == NULL)
    return;
  g_ptr_array_unref (scan->names);
  g_free (scan);
}

/* Others write to these without the kernel here noticing. */
static gboolean
is_shared (int fd)
{
  struct statfs found;

  if (fstatfs (fd, &found) < 0)
    return FALSE;
  switch ((guint32) found.f_type) {
  case NFS_SUPER_MAGIC:
  case FUSE_SUPER_MAGIC:
  case CIFS_SUPER_MAGIC:
  case SMB2_SUPER_MAGIC:
  case SMB_SUPER_MAGIC:
  case CODA_SUPER_MAGIC:
  case AFS_SUPER_MAGIC:
  case V9FS_MAGIC:
    return TRUE;
  default:
    return FALSE;
  }
}

/* A link that leads nowhere has no identity, and is there all the same. */
static gboolean
look (int folder_fd, const char *name, struct stat *ret_found, AufaitIndexedFileIdentity *ret)
{
  memset (ret, 0, sizeof *ret);
  if (fstatat (folder_fd, name, ret_found, 0) == 0) {
    aufait_indexed_file_identify (ret_found, ret);
    return TRUE;
  }
  return fstatat (folder_fd, name, ret_found, AT_SYMLINK_NOFOLLOW) == 0;
}

/* What was not met when all names were compared is gone. */
static void
compare (Order *order, int folder_fd, const char *name, gint64 basis, AufaitFolderScan *scan)
{
  AufaitIndexedFileIdentity identity;
  AufaitIndexedFile *file = g_hash_table_lookup (order->known, name);
  struct stat found;

  if (!look (folder_fd, name, &found, &identity) || S_ISDIR (found.st_mode))
    return;
  if (file == NULL || !aufait_indexed_file_is_current (file, &identity, basis))
    g_ptr_array_add (scan->names, g_strdup (name));
  if (file != NULL)
    file->is_there = TRUE;
}

static void
scan_folder (Order *order, DIR *folder, AufaitFolderScan *scan, GCancellable *cancellable)
{
  const struct dirent *entry;
  AufaitJobKind kind;

  while (!g_cancellable_is_cancelled (cancellable) && (entry = readdir (folder)) != NULL) {
    if (entry->d_type == DT_DIR || !aufait_vdir_is_item (entry->d_name, &kind))
      continue;
    scan->is_blind |= entry->d_type == DT_LNK;
    compare (order, dirfd (folder), entry->d_name, order->bases[kind], scan);
  }
}

static void
add_gone (Order *order, AufaitFolderScan *scan)
{
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, order->known);
  while (g_hash_table_iter_next (&iter, &name, &file)) {
    if (!((const AufaitIndexedFile *) file)->is_there)
      g_ptr_array_add (scan->names, g_strdup (name));
  }
}

static void
open_and_scan (Order *order, AufaitFolderScan *scan, GCancellable *cancellable)
{
  int fd = open (order->path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;

  if (folder == NULL) {
    scan->is_missing = errno == ENOENT || errno == ENOTDIR;
    scan->failure = scan->is_missing ? 0 : errno;
    return;
  }
  scan->is_blind = is_shared (fd);
  errno = 0;
  scan_folder (order, folder, scan, cancellable);
  scan->failure = errno == EIO || errno == ESTALE ? errno : 0;
  closedir (folder);
}

static void
look_at_file (Order *order, AufaitFolderScan *scan)
{
  g_autofree char *folder = g_path_get_dirname (order->path);
  g_autofree char *name = g_path_get_basename (order->path);
  AufaitJobKind kind = AUFAIT_JOB_CARDS;
  int fd = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);

  scan->is_missing = fd < 0 || faccessat (fd, name, F_OK, AT_SYMLINK_NOFOLLOW) < 0;
  if (fd < 0)
    return;
  scan->is_blind = is_shared (fd);
  aufait_vdir_is_item (name, &kind);
  compare (order, fd, name, order->bases[kind], scan);
  close (fd);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  AufaitFolderScan *scan = g_new0 (AufaitFolderScan, 1);

  scan->names = g_ptr_array_new_with_free_func (g_free);
  if (order->is_file)
    look_at_file (order, scan);
  else
    open_and_scan (order, scan, cancellable);
  if (scan->failure == 0)
    add_gone (order, scan);
  else
    g_ptr_array_set_size (scan->names, 0);
  g_task_return_pointer (task, scan, (GDestroyNotify) aufait_folder_scan_free);
}

void
aufait_folder_scan_start (const char *path,
                          gboolean is_file,
                          GHashTable *known,
                          const gint64 bases[2],
                          GCancellable *cancellable,
                          GAsyncReadyCallback done,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->is_file = is_file;
  order->known = known;
  order->bases[AUFAIT_JOB_CARDS] = bases[AUFAIT_JOB_CARDS];
  order->bases[AUFAIT_JOB_CALENDAR] = bases[AUFAIT_JOB_CALENDAR];
  g_task_set_task_data (task, order, (GDestroyNotify) free_order);
  g_task_run_in_thread (task, run);
}

AufaitFolderScan *
aufait_folder_scan_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
