/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watch-chain.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OF_ITSELF (IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
#define OF_NAMES                                                                                   \
  (OF_ITSELF | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)

/* The place that is watched is gone, or is not the one of that name any more. */
#define LOST (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW)

#define LINKS_MAX   40 /* as in path_resolution(7) */
#define FOLLOWS_MAX 8  /* of a way that changes while it is followed */

struct _AufaitWatchChain {
  int fd;
  char *path;
  gboolean is_folder; /* what the path leads to */
  int folder;         /* its watch descriptor; -1: there is none */
  char *way;          /* what was found on the way, to be compared */
  GHashTable *places; /* watch descriptor -> GPtrArray of the names that matter there */
};

/* --- the way ------------------------------------------------------------------------------- */

typedef struct {
  AufaitWatchChain *chain; /* where to add watches; NULL: only look */
  gboolean is_folder;
  GString *way;
  GQueue names; /* that are still to go */
  char *folder; /* where we are: no links in it */
  guint n_links;
} Walk;

static int
add_place (Walk *walk, const char *path, guint32 mask, const char *name)
{
  GPtrArray *names;
  int descriptor;

  if (walk->chain == NULL)
    return -1;
  descriptor = inotify_add_watch (walk->chain->fd, path, mask | IN_MASK_ADD);
  if (descriptor < 0)
    return -1;

  names = g_hash_table_lookup (walk->chain->places, GINT_TO_POINTER (descriptor));
  if (names == NULL) {
    names = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (walk->chain->places, GINT_TO_POINTER (descriptor), names);
  }
  if (name != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return descriptor;
}

static void
push_names (Walk *walk, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = g_strv_length (names); i > 0; i--) {
    if (*names[i - 1] != '\0' && !g_str_equal (names[i - 1], "."))
      g_queue_push_head (&walk->names, g_strdup (names[i - 1]));
  }
}

static void
enter (Walk *walk, char *folder)
{
  g_free (walk->folder);
  walk->folder = folder;
}

/* Goes on with what the link says. Its own name matters when it is the last: it is the file. */
static gboolean
follow_link (Walk *walk, const char *path, const char *name)
{
  g_autofree char *target = g_file_read_link (path, NULL);

  add_place (walk, path, OF_ITSELF | IN_DONT_FOLLOW, NULL);
  if (g_queue_is_empty (&walk->names))
    add_place (walk, walk->folder, OF_NAMES, name);
  if (target == NULL || ++walk->n_links > LINKS_MAX)
    return FALSE;

  g_string_append_printf (walk->way, ">%s\n", target);
  if (*target == '/')
    enter (walk, g_strdup ("/"));
  push_names (walk, target);
  return TRUE;
}

/* The end of the way to a folder. */
static void
reach_folder (Walk *walk, const char *path)
{
  int descriptor = add_place (walk, path, OF_NAMES, NULL);

  if (walk->chain != NULL)
    walk->chain->folder = descriptor;
}

/* One name further on the way; FALSE at its end. */
static gboolean
step (Walk *walk, const char *name)
{
  g_autofree char *path = g_build_filename (walk->folder, name, NULL);
  struct stat found;

  if (g_str_equal (name, "..")) {
    enter (walk, g_path_get_dirname (walk->folder));
    return TRUE;
  }
  if (lstat (path, &found) < 0) {
    add_place (walk, walk->folder, OF_NAMES, name);
    g_string_append_printf (walk->way, "-%s\n", path);
    return FALSE;
  }
  if (S_ISLNK (found.st_mode))
    return follow_link (walk, path, name);
  if (g_queue_is_empty (&walk->names) && !walk->is_folder) {
    add_place (walk, walk->folder, OF_NAMES, name);
    return FALSE;
  }

  g_string_append_printf (walk->way, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT "\n",
                          (guint64) found.st_dev, (guint64) found.st_ino);
  if (g_queue_is_empty (&walk->names)) {
    reach_folder (walk, path);
    return FALSE;
  }
  add_place (walk, path, OF_ITSELF, NULL);
  enter (walk, g_steal_pointer (&path));
  return TRUE;
}

static char *
walk_along (const AufaitWatchChain *chain, AufaitWatchChain *watching)
{
  Walk walk = { .chain = watching,
                .is_folder = chain->is_folder,
                .way = g_string_new (NULL),
                .folder = g_strdup ("/") };
  gboolean goes_on = TRUE;

  g_queue_init (&walk.names);
  push_names (&walk, chain->path);
  while (goes_on && !g_queue_is_empty (&walk.names)) {
    g_autofree char *name = g_queue_pop_head (&walk.names);

    goes_on = step (&walk, name);
  }
  g_queue_clear_full (&walk.names, g_free);
  g_free (walk.folder);

  return g_string_free (walk.way, FALSE);
}

/* --- the chain ----------------------------------------------------------------------------- */

AufaitWatchChain *
aufait_watch_chain_new (int fd, const char *path)
{
  AufaitWatchChain *chain = g_new0 (AufaitWatchChain, 1);

  chain->fd = fd;
  chain->folder = -1;
  chain->path = g_path_is_absolute (path) ? g_strdup (path) : g_canonicalize_filename (path, NULL);
  chain->places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  return chain;
}

AufaitWatchChain *
aufait_watch_chain_new_for_folder (int fd, const char *path)
{
  AufaitWatchChain *chain = aufait_watch_chain_new (fd, path);

  chain->is_folder = TRUE;
  return chain;
}

void
aufait_watch_chain_free (AufaitWatchChain *chain)
{
  if (chain == NULL)
    return;

  g_hash_table_unref (chain->places);
  g_free (chain->way);
  g_free (chain->path);
  g_free (chain);
}

static void
leave_places (AufaitWatchChain *chain)
{
  GHashTableIter iter;
  gpointer descriptor;

  g_hash_table_iter_init (&iter, chain->places);
  while (g_hash_table_iter_next (&iter, &descriptor, NULL))
    inotify_rm_watch (chain->fd, GPOINTER_TO_INT (descriptor));
  g_hash_table_remove_all (chain->places);
  chain->folder = -1;
}

/* What changes between the look at a place and the watch on it is seen by looking once more. */
void
aufait_watch_chain_follow (AufaitWatchChain *chain, gboolean lost)
{
  for (guint i = 0; i < FOLLOWS_MAX; i++) {
    g_autofree char *way = walk_along (chain, NULL);

    if (!lost && g_strcmp0 (way, chain->way) == 0)
      return;
    leave_places (chain);
    g_free (chain->way);
    chain->way = walk_along (chain, chain);
    lost = FALSE;
  }
}

gboolean
aufait_watch_chain_matters (const AufaitWatchChain *chain,
                            const struct inotify_event *event,
                            gboolean *ret_lost)
{
  const GPtrArray *names = g_hash_table_lookup (chain->places, GINT_TO_POINTER (event->wd));

  if (names == NULL && (event->mask & IN_Q_OVERFLOW) == 0)
    return FALSE;
  if ((event->mask & LOST) != 0) {
    *ret_lost = TRUE;
    return TRUE;
  }
  if (event->len == 0)
    return TRUE;

  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, event->name, g_str_equal, NULL);
}

gboolean
aufait_watch_chain_is_inside (const AufaitWatchChain *chain, const struct inotify_event *event)
{
  return event->len > 0 && event->wd == chain->folder;
}
