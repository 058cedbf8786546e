/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-folder-scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Room is made at once for as many as there were, within reason, and names of usual length. */
#define EXPECTED_MAX 100000
#define NAME_LENGTH  48

typedef struct {
  AufaitIndexedFileIdentity identity;
  guint name_at; /* in the names */
  gboolean is_met;
} File;

/* Tens of thousands: packed. */
struct _AufaitFolderScanFiles {
  GArray *list;        /* File */
  GString *names;      /* each with its NUL */
  GHashTable *by_name; /* name → File; NULL until it is asked for */
};

typedef struct {
  char *path;
  gboolean is_file;
  const AufaitBlindness *blindness;
  AufaitFolderScanKnown known;
  AufaitFolderScanFiles *files;
  gint64 print;
} Order;

static void
free_files (AufaitFolderScanFiles *files)
{
  if (files == NULL)
    return;
  g_array_unref (files->list);
  g_string_free (files->names, TRUE);
  g_clear_pointer (&files->by_name, g_hash_table_unref);
  g_free (files);
}

static AufaitFolderScanFiles *
new_files (gint64 n_known)
{
  AufaitFolderScanFiles *files = g_new0 (AufaitFolderScanFiles, 1);
  guint n_expected = (guint) CLAMP (n_known, 0, EXPECTED_MAX);

  files->list = g_array_sized_new (FALSE, FALSE, sizeof (File), n_expected);
  files->names = g_string_sized_new ((gsize) n_expected * NAME_LENGTH);
  return files;
}

static void
free_order (Order *order)
{
  free_files (order->files);
  g_free (order->path);
  g_free (order);
}

void
aufait_folder_scan_free (AufaitFolderScan *scan)
{
  if (scan == NULL)
    return;
  free_files (scan->files);
  g_free (scan);
}

/* Whether it may be read; the kernel is asked only where its permissions leave that open. */
static gboolean
may_read (int folder_fd, const char *name, const struct stat *found)
{
  gboolean is_open = found->st_uid == geteuid () ? (found->st_mode & S_IRUSR) != 0
                                                 : (found->st_mode & S_IROTH) != 0;

  return is_open || faccessat (folder_fd, name, R_OK, 0) == 0;
}

/* A link that leads nowhere has no identity, and is there all the same; nor has what may not be
 * read, which is told by those who try. */
static gboolean
look (int folder_fd, const char *name, struct stat *ret_found, AufaitIndexedFileIdentity *ret)
{
  memset (ret, 0, sizeof *ret);
  memset (ret_found, 0, sizeof *ret_found);
  if (fstatat (folder_fd, name, ret_found, 0) == 0) {
    if (may_read (folder_fd, name, ret_found))
      aufait_indexed_file_identify (ret_found, ret);
    return TRUE;
  }
  return errno == EACCES || fstatat (folder_fd, name, ret_found, AT_SYMLINK_NOFOLLOW) == 0;
}

static void
take (Order *order, int folder_fd, const char *name, gint64 basis)
{
  File file = { .name_at = (guint) order->files->names->len };
  struct stat found;

  if (!look (folder_fd, name, &found, &file.identity) || S_ISDIR (found.st_mode))
    return;
  order->print ^= aufait_indexed_file_get_print (name, &file.identity, basis);
  g_array_append_val (order->files->list, file);
  g_string_append_len (order->files->names, name, (gssize) strlen (name) + 1);
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
    take (order, dirfd (folder), entry->d_name, order->known.bases[kind]);
  }
}

/* By errno. */
static void
set_failure (AufaitFolderScan *scan)
{
  scan->is_missing = errno == ENOENT || errno == ENOTDIR;
  scan->failure = scan->is_missing ? 0 : errno;
}

static gboolean
is_folder (int folder_fd, const char *name)
{
  struct stat found;

  return fstatat (folder_fd, name, &found, 0) == 0 && S_ISDIR (found.st_mode);
}

static void
open_and_scan (Order *order, AufaitFolderScan *scan, GCancellable *cancellable)
{
  int fd = open (order->path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;

  if (folder == NULL) {
    set_failure (scan);
    return;
  }
  scan->is_blind = order->blindness->is_blind (fd);
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

  if (fd < 0 || faccessat (fd, name, F_OK, AT_SYMLINK_NOFOLLOW) < 0)
    set_failure (scan);
  else if (is_folder (fd, name))
    scan->failure = EISDIR;
  if (fd < 0)
    return;
  scan->is_blind = order->blindness->is_blind (fd);
  aufait_vdir_is_item (name, &kind);
  take (order, fd, name, order->known.bases[kind]);
  close (fd);
}

static gboolean
is_known (const Order *order)
{
  return order->print == order->known.print && order->files->list->len == order->known.n_files;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  AufaitFolderScan *scan = g_new0 (AufaitFolderScan, 1);

  if (order->is_file)
    look_at_file (order, scan);
  else
    open_and_scan (order, scan, cancellable);
  if ((scan->failure == 0 || scan->failure == EISDIR) && !is_known (order))
    scan->files = g_steal_pointer (&order->files);
  g_task_return_pointer (task, scan, (GDestroyNotify) aufait_folder_scan_free);
}

void
aufait_folder_scan_start (const char *path,
                          gboolean is_file,
                          const AufaitBlindness *blindness,
                          const AufaitFolderScanKnown *known,
                          GCancellable *cancellable,
                          GAsyncReadyCallback done,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->is_file = is_file;
  order->blindness = blindness;
  order->known = *known;
  order->files = new_files (known->n_files);
  g_task_set_task_data (task, order, (GDestroyNotify) free_order);
  g_task_run_in_thread (task, run);
}

AufaitFolderScan *
aufait_folder_scan_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* --- what is there ------------------------------------------------------------------------- */

static void
index_names (AufaitFolderScanFiles *files)
{
  files->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < files->list->len; i++) {
    File *file = &g_array_index (files->list, File, i);

    g_hash_table_insert (files->by_name, files->names->str + file->name_at, file);
  }
}

const AufaitIndexedFileIdentity *
aufait_folder_scan_meet (AufaitFolderScan *scan, const char *name)
{
  File *file;

  if (scan->files->by_name == NULL)
    index_names (scan->files);
  file = g_hash_table_lookup (scan->files->by_name, name);
  if (file == NULL)
    return NULL;
  file->is_met = TRUE;
  return &file->identity;
}

GPtrArray *
aufait_folder_scan_list_others (AufaitFolderScan *scan)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < scan->files->list->len; i++) {
    const File *file = &g_array_index (scan->files->list, File, i);

    if (!file->is_met)
      g_ptr_array_add (names, scan->files->names->str + file->name_at);
  }
  return names;
}
