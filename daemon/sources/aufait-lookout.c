/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lookout.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "aufait-vdir.h"
#include "aufait-watch-chain.h"

#define QUIET_MS   250
#define LATEST_MS  1000
#define SWEEP_SECS 600

#define COMES (IN_CREATE | IN_MOVED_TO)
#define GOES  (IN_DELETE | IN_MOVED_FROM)

struct _AufaitLookout {
  int fd; /* -1: inotify has no more instances */
  AufaitWatchChain *chain;
  GPtrArray *spots; /* NULL: none were set */
  void (*on_changed) (gpointer user_data);
  gpointer user_data;
  GSource *quiet;   /* when it is quiet; its ready time is moved on */
  gint64 latest_at; /* of what is to be told; 0: nothing is */
  guint readable_id;
  guint sweep_id;
};

void
aufait_lookout_spot_free (AufaitLookoutSpot *spot)
{
  g_free (spot->path);
  g_free (spot);
}

/* --- telling ------------------------------------------------------------------------------- */

static gboolean
on_quiet (gpointer user_data)
{
  AufaitLookout *lookout = user_data;

  g_source_set_ready_time (lookout->quiet, -1);
  lookout->latest_at = 0;
  lookout->on_changed (lookout->user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_quiet (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static GSource *
new_quiet (AufaitLookout *lookout)
{
  static GSourceFuncs funcs = { .dispatch = dispatch_quiet };
  GSource *source = g_source_new (&funcs, sizeof (GSource));

  g_source_set_callback (source, on_quiet, lookout, NULL);
  g_source_attach (source, NULL);
  return source;
}

static void
schedule (AufaitLookout *lookout)
{
  gint64 now = g_source_get_time (lookout->quiet);

  if (lookout->latest_at == 0)
    lookout->latest_at = now + LATEST_MS * 1000;
  g_source_set_ready_time (lookout->quiet, MIN (now + QUIET_MS * 1000, lookout->latest_at));
}

static gboolean
on_sweep (gpointer user_data)
{
  AufaitLookout *lookout = user_data;

  lookout->on_changed (lookout->user_data);
  return G_SOURCE_CONTINUE;
}

/* --- seeing -------------------------------------------------------------------------------- */

/* A link comes as a file does. */
static gboolean
is_link_to_folder (AufaitLookout *lookout, const struct inotify_event *event)
{
  g_autofree char *path = aufait_watch_chain_dup_path (lookout->chain, event);

  return g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* The tags of the ways are the kinds of the spots that they lead to. */
static gboolean
is_awaited (AufaitLookout *lookout, const struct inotify_event *event)
{
  guint kinds = aufait_watch_chain_get_tags (lookout->chain, event);

  if ((kinds & (1u << AUFAIT_LOOKOUT_FOLDERS | 1u << AUFAIT_LOOKOUT_ITEMS)) == 0 ||
      (event->mask & (COMES | GOES)) == 0 || event->name[0] == '.')
    return FALSE;
  if ((event->mask & IN_ISDIR) != 0)
    return TRUE;
  if ((event->mask & GOES) != 0)
    return FALSE;
  if (aufait_vdir_is_item (event->name, NULL))
    return (kinds & 1u << AUFAIT_LOOKOUT_ITEMS) != 0;
  return is_link_to_folder (lookout, event);
}

static gboolean
on_readable (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitLookout *lookout = user_data;
  char buffer[8192] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  gboolean is_other = FALSE, is_inside = FALSE, lost = FALSE;
  ssize_t length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0) {
    for (char *p = buffer; p < buffer + length;) {
      const struct inotify_event *event = (const void *) p;

      is_other |= aufait_watch_chain_matters (lookout->chain, event, &lost);
      is_inside |= is_awaited (lookout, event);
      p += sizeof *event + event->len;
    }
  }
  if (is_other)
    aufait_watch_chain_follow (lookout->chain, lost);
  if (is_other || is_inside)
    schedule (lookout);
  return G_SOURCE_CONTINUE;
}

static void
watch (AufaitLookout *lookout)
{
  lookout->fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  if (lookout->fd < 0) {
    g_info ("Cannot watch for new folders: %s", g_strerror (errno));
    lookout->sweep_id = g_timeout_add_seconds (SWEEP_SECS, on_sweep, lookout);
    return;
  }
  lookout->chain = aufait_watch_chain_new (lookout->fd);
  lookout->readable_id = g_unix_fd_add (lookout->fd, G_IO_IN, on_readable, lookout);
}

/* --- spots --------------------------------------------------------------------------------- */

static gboolean
has_same_spots (const AufaitLookout *lookout, const GPtrArray *spots)
{
  if (lookout->spots == NULL || lookout->spots->len != spots->len)
    return FALSE;
  for (guint i = 0; i < spots->len; i++) {
    const AufaitLookoutSpot *spot = spots->pdata[i], *before = lookout->spots->pdata[i];

    if (spot->kind != before->kind || !g_str_equal (spot->path, before->path))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_lookout_set_spots (AufaitLookout *lookout, GPtrArray *spots)
{
  static const AufaitWatchChainEnd ends[] = {
    [AUFAIT_LOOKOUT_NAME] = AUFAIT_WATCH_CHAIN_NAME,
    [AUFAIT_LOOKOUT_FILE] = AUFAIT_WATCH_CHAIN_FILE,
    [AUFAIT_LOOKOUT_FOLDERS] = AUFAIT_WATCH_CHAIN_NAMES,
    [AUFAIT_LOOKOUT_ITEMS] = AUFAIT_WATCH_CHAIN_NAMES,
  };

  if (has_same_spots (lookout, spots))
    return FALSE;
  g_clear_pointer (&lookout->spots, g_ptr_array_unref);
  lookout->spots = g_ptr_array_ref (spots);
  if (lookout->chain == NULL)
    return TRUE;
  aufait_watch_chain_clear (lookout->chain);
  for (guint i = 0; i < spots->len; i++) {
    const AufaitLookoutSpot *spot = spots->pdata[i];

    aufait_watch_chain_add (lookout->chain, spot->path, ends[spot->kind], 1u << spot->kind);
  }
  aufait_watch_chain_follow (lookout->chain, TRUE);
  return TRUE;
}

void
aufait_lookout_look_for_mounts (AufaitLookout *lookout)
{
  if (lookout->chain != NULL && aufait_watch_chain_follow (lookout->chain, FALSE))
    schedule (lookout);
}

/* --- the lookout --------------------------------------------------------------------------- */

gboolean
aufait_lookout_is_stirred (const AufaitLookout *lookout)
{
  return lookout->latest_at != 0;
}

AufaitLookout *
aufait_lookout_new (void (*on_changed) (gpointer user_data), gpointer user_data)
{
  AufaitLookout *lookout = g_new0 (AufaitLookout, 1);

  lookout->on_changed = on_changed;
  lookout->user_data = user_data;
  lookout->quiet = new_quiet (lookout);
  watch (lookout);
  return lookout;
}

void
aufait_lookout_free (AufaitLookout *lookout)
{
  if (lookout == NULL)
    return;
  g_clear_handle_id (&lookout->readable_id, g_source_remove);
  g_source_destroy (lookout->quiet);
  g_source_unref (lookout->quiet);
  g_clear_handle_id (&lookout->sweep_id, g_source_remove);
  aufait_watch_chain_free (lookout->chain);
  if (lookout->fd >= 0)
    close (lookout->fd);
  g_clear_pointer (&lookout->spots, g_ptr_array_unref);
  g_free (lookout);
}
