/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-folder.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "aufait-vdir.h"
#include "aufait-watch-chain.h"

#define QUIET_MS  250
#define LATEST_MS 1000

/* A file that was written in place so short a time ago is being written still, and half of it may
 * be old: it is told when it rests. */
#define REST_MS 100

/* More names than this are no better than all of them. */
#define NAMES_MAX 256

#define IN_PLACE   (IN_CLOSE_WRITE | IN_CREATE)
#define OF_CONTENT (IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM)

typedef struct {
  gboolean is_content;
  gint64 written_at; /* in place, in the time of the main loop; 0: it was not */
} Change;

struct _AufaitFolder {
  char *path;
  AufaitFolderKind kind;
  const AufaitFolderFuncs *funcs;
  gpointer user_data;
  int fd; /* -1: inotify has no more instances */
  AufaitWatchChain *chain;
  GSource *readable;
  GHashTable *names; /* name -> Change */
  gboolean is_all;   /* more than the names may have changed */
  GSource *quiet;    /* when it is quiet; its ready time is moved on */
  gint64 latest_at;
  gboolean is_blind;
  guint sweep_secs;
  guint sweep_id;
};

/* --- telling ------------------------------------------------------------------------------- */

static void
schedule (AufaitFolder *folder)
{
  gint64 now = g_source_get_time (folder->quiet);

  if (folder->latest_at == 0) {
    folder->latest_at = now + LATEST_MS * 1000;
    folder->funcs->on_stirred (folder, folder->user_data);
  }
  g_source_set_ready_time (folder->quiet, MIN (now + QUIET_MS * 1000, folder->latest_at));
}

/* Takes those out that rest. */
static GHashTable *
take_names (AufaitFolder *folder)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 rested = g_source_get_time (folder->quiet) - REST_MS * 1000;
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, folder->names);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    const Change *change = value;

    if (change->written_at > rested)
      continue;
    g_hash_table_insert (names, g_strdup (name), GINT_TO_POINTER (change->is_content));
    g_hash_table_iter_remove (&iter);
  }
  return names;
}

static gboolean
on_quiet (gpointer user_data)
{
  AufaitFolder *folder = user_data;
  g_autoptr (GHashTable) names = NULL;

  g_source_set_ready_time (folder->quiet, -1);
  folder->latest_at = 0;
  if (folder->is_all) {
    folder->is_all = FALSE;
    g_hash_table_remove_all (folder->names);
    folder->funcs->on_changed (folder, NULL, folder->user_data);
    return G_SOURCE_CONTINUE;
  }
  names = take_names (folder);
  if (g_hash_table_size (folder->names) > 0)
    schedule (folder);
  if (g_hash_table_size (names) > 0)
    folder->funcs->on_changed (folder, names, folder->user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_quiet (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static GSource *
new_quiet (AufaitFolder *folder)
{
  static GSourceFuncs funcs = { .dispatch = dispatch_quiet };
  GSource *source = g_source_new (&funcs, sizeof (GSource));

  g_source_set_callback (source, on_quiet, folder, NULL);
  g_source_attach (source, NULL);
  return source;
}

/* --- seeing -------------------------------------------------------------------------------- */

static void
add_name (AufaitFolder *folder, const struct inotify_event *event)
{
  Change *change = g_hash_table_lookup (folder->names, event->name);

  if (folder->is_all)
    return;
  if (change == NULL && g_hash_table_size (folder->names) >= NAMES_MAX) {
    folder->is_all = TRUE;
    return;
  }
  if (change == NULL) {
    change = g_new0 (Change, 1);
    g_hash_table_insert (folder->names, g_strdup (event->name), change);
  }
  change->is_content |= (event->mask & OF_CONTENT) != 0;
  if ((event->mask & IN_PLACE) != 0)
    change->written_at = g_source_get_time (folder->quiet);
}

/* TRUE: it is worth telling. */
static gboolean
take_event (AufaitFolder *folder, const struct inotify_event *event, gboolean *lost)
{
  if (aufait_watch_chain_matters (folder->chain, event, lost)) {
    folder->is_all = TRUE;
    return TRUE;
  }
  if (aufait_watch_chain_get_tags (folder->chain, event) == 0)
    return FALSE;
  if ((event->mask & IN_ISDIR) != 0 || !aufait_vdir_is_item (event->name, NULL))
    return FALSE;
  add_name (folder, event);
  return TRUE;
}

static gboolean on_sweep (gpointer user_data);

/* Sweeps where it sees not all. */
static void
set_sweep (AufaitFolder *folder)
{
  gboolean sweeps = folder->is_blind || aufait_folder_get_problem (folder) != NULL;

  if (sweeps && folder->sweep_id == 0)
    folder->sweep_id = g_timeout_add_seconds (folder->sweep_secs, on_sweep, folder);
  else if (!sweeps)
    g_clear_handle_id (&folder->sweep_id, g_source_remove);
}

static gboolean
follow (AufaitFolder *folder, gboolean lost)
{
  gboolean is_other = aufait_watch_chain_follow (folder->chain, lost);

  set_sweep (folder);
  return is_other;
}

static gboolean
on_readable (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitFolder *folder = user_data;
  char buffer[16384] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  gboolean matters = FALSE, lost = FALSE;
  ssize_t length = read (fd, buffer, sizeof buffer);

  for (char *p = buffer; length > 0 && p < buffer + length;) {
    const struct inotify_event *event = (const void *) p;

    matters |= take_event (folder, event, &lost);
    p += sizeof *event + event->len;
  }
  if (matters) {
    folder->is_all |= follow (folder, lost);
    schedule (folder);
  }
  return G_SOURCE_CONTINUE;
}

static void
watch (AufaitFolder *folder)
{
  folder->fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  if (folder->fd < 0) {
    g_info ("Cannot watch %s: %s", folder->path, g_strerror (errno));
    set_sweep (folder);
    return;
  }
  folder->chain = aufait_watch_chain_new (folder->fd);
  aufait_watch_chain_add (
      folder->chain, folder->path,
      folder->kind == AUFAIT_FOLDER_FILE ? AUFAIT_WATCH_CHAIN_FILE : AUFAIT_WATCH_CHAIN_FOLDER, 1);
  follow (folder, TRUE);
  folder->readable = g_unix_fd_source_new (folder->fd, G_IO_IN);
  g_source_set_callback (folder->readable, G_SOURCE_FUNC (on_readable), folder, NULL);
  g_source_attach (folder->readable, NULL);
}

/* --- sweeping ------------------------------------------------------------------------------ */

/* By now there may be room. */
static gboolean
on_sweep (gpointer user_data)
{
  AufaitFolder *folder = user_data;

  if (folder->chain != NULL)
    follow (folder, aufait_watch_chain_is_short (folder->chain));
  else
    watch (folder);
  folder->funcs->on_changed (folder, NULL, folder->user_data);
  return G_SOURCE_CONTINUE;
}

void
aufait_folder_set_is_blind (AufaitFolder *folder, gboolean is_blind)
{
  folder->is_blind = is_blind;
  set_sweep (folder);
}

const char *
aufait_folder_get_problem (const AufaitFolder *folder)
{
  if (folder->chain == NULL)
    return _ ("Changes in it are only seen now and then, as the system can watch no more: raise "
              "fs.inotify.max_user_instances with sysctl.");
  if (aufait_watch_chain_is_short (folder->chain))
    return _ ("Changes in it are only seen now and then, as the system can watch no more: raise "
              "fs.inotify.max_user_watches with sysctl.");
  return NULL;
}

void
aufait_folder_look_for_mounts (AufaitFolder *folder)
{
  if (folder->chain == NULL || !follow (folder, FALSE))
    return;
  folder->is_all = TRUE;
  schedule (folder);
}

/* --- the folder ---------------------------------------------------------------------------- */

AufaitFolder *
aufait_folder_new (const char *path,
                   AufaitFolderKind kind,
                   guint sweep_secs,
                   const AufaitFolderFuncs *funcs,
                   gpointer user_data)
{
  AufaitFolder *folder = g_new0 (AufaitFolder, 1);

  folder->path = g_strdup (path);
  folder->kind = kind;
  folder->sweep_secs = sweep_secs;
  folder->funcs = funcs;
  folder->user_data = user_data;
  folder->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  folder->quiet = new_quiet (folder);
  watch (folder);
  return folder;
}

void
aufait_folder_free (AufaitFolder *folder)
{
  if (folder == NULL)
    return;
  g_clear_handle_id (&folder->sweep_id, g_source_remove);
  if (folder->readable != NULL) {
    g_source_destroy (folder->readable);
    g_source_unref (folder->readable);
  }
  g_source_destroy (folder->quiet);
  g_source_unref (folder->quiet);
  aufait_watch_chain_free (folder->chain);
  if (folder->fd >= 0)
    close (folder->fd);
  g_hash_table_unref (folder->names);
  g_free (folder->path);
  g_free (folder);
}
