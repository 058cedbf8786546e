/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watch-chain.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* IN_ATTRIB, of rights, only where it is needed: it is told of all that is in a folder too, which
 * wakes us; and for it the kernel marks every name that it remembers there, those of files that are
 * gone too: hundreds of thousands. */
#define OF_ITSELF   (IN_DELETE_SELF | IN_MOVE_SELF)
#define OF_ARRIVALS (OF_ITSELF | IN_CREATE | IN_MOVED_TO | IN_ONLYDIR)
#define OF_NAMES    (OF_ARRIVALS | IN_DELETE | IN_MOVED_FROM)
#define OF_CONTENTS (OF_NAMES | IN_ATTRIB | IN_CLOSE_WRITE)

/* The place that is watched is gone, or is not the one of that name any more. */
#define LOST (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW)

#define LINKS_MAX   40 /* as in path_resolution(7) */
#define FOLLOWS_MAX 8  /* of a way that changes while it is followed */

typedef struct {
  char *path;
  AufaitWatchChainEnd end;
  guint tag;
} Goal;

typedef struct {
  char *path;        /* without links in it */
  GHashTable *names; /* that matter there */
  guint tags;        /* of the goals that are reached there */
} Place;

struct _AufaitWatchChain {
  int fd;
  GArray *goals;
  char *way;          /* what was found on the way, to be compared */
  GHashTable *places; /* watch descriptor -> Place */
  gboolean is_short;  /* of watches */
};

static void
free_place (Place *place)
{
  g_hash_table_unref (place->names);
  g_free (place->path);
  g_free (place);
}

static void
clear_goal (Goal *goal)
{
  g_free (goal->path);
}

/* --- the way ------------------------------------------------------------------------------- */

typedef struct {
  AufaitWatchChain *chain; /* where to add watches; NULL: only look */
  const Goal *goal;
  GString *way;
  GQueue names; /* that are still to go */
  char *folder; /* where we are: no links in it */
  guint n_links;
} Walk;

/* NULL: nothing is watched, or it cannot be. */
static Place *
add_place (Walk *walk, const char *path, guint32 mask, const char *name)
{
  Place *place;
  int descriptor;

  if (walk->chain == NULL)
    return NULL;
  descriptor = inotify_add_watch (walk->chain->fd, path, mask | IN_MASK_ADD);
  if (descriptor < 0) {
    walk->chain->is_short |= errno == ENOSPC || errno == ENOMEM;
    return NULL;
  }

  place = g_hash_table_lookup (walk->chain->places, GINT_TO_POINTER (descriptor));
  if (place == NULL) {
    place = g_new0 (Place, 1);
    place->path = g_strdup (path);
    place->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (walk->chain->places, GINT_TO_POINTER (descriptor), place);
  }
  if (name != NULL)
    g_hash_table_add (place->names, g_strdup (name));
  return place;
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

static gboolean
is_for_names (const Walk *walk)
{
  return walk->goal->end == AUFAIT_WATCH_CHAIN_NAME || walk->goal->end == AUFAIT_WATCH_CHAIN_NAMES;
}

static gboolean
is_for_folder (const Walk *walk)
{
  return walk->goal->end == AUFAIT_WATCH_CHAIN_FOLDER ||
         walk->goal->end == AUFAIT_WATCH_CHAIN_NAMES;
}

/* The folder where the way ends or breaks off. Where it may not be watched, the one that it is in
 * tells when it may be. */
static Place *
add_end (Walk *walk, const char *path, guint32 mask, const char *name)
{
  Place *place = add_place (walk, path, mask, name);
  g_autofree char *folder = NULL, *own_name = NULL;

  if (place != NULL || walk->chain == NULL || errno != EACCES)
    return place;
  folder = g_path_get_dirname (path);
  own_name = g_path_get_basename (path);
  add_place (walk, folder, IN_ATTRIB | IN_ONLYDIR, own_name);
  return NULL;
}

static Place *
add_last (Walk *walk, const char *path, const char *name)
{
  return add_end (walk, path, is_for_names (walk) ? OF_NAMES : OF_CONTENTS, name);
}

/* Goes on with what the link says. Its own name matters when it is the last: it is the file. */
static gboolean
follow_link (Walk *walk, const char *path, const char *name)
{
  g_autofree char *target = g_file_read_link (path, NULL);

  add_place (walk, path, OF_ITSELF | IN_ATTRIB | IN_DONT_FOLLOW, NULL);
  if (g_queue_is_empty (&walk->names))
    add_last (walk, walk->folder, name);
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
  Place *place = add_last (walk, path, NULL);

  if (place != NULL)
    place->tags |= walk->goal->tag;
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
    add_end (walk, walk->folder, errno == EACCES ? OF_ARRIVALS | IN_ATTRIB : OF_ARRIVALS, name);
    g_string_append_printf (walk->way, "-%s\n", path);
    return FALSE;
  }
  if (S_ISLNK (found.st_mode))
    return follow_link (walk, path, name);
  if (g_queue_is_empty (&walk->names) && !is_for_folder (walk)) {
    add_last (walk, walk->folder, name);
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

static void
walk_to (const Goal *goal, AufaitWatchChain *watching, GString *way)
{
  Walk walk = { .chain = watching, .goal = goal, .way = way, .folder = g_strdup ("/") };
  gboolean goes_on = TRUE;

  g_queue_init (&walk.names);
  push_names (&walk, goal->path);
  while (goes_on && !g_queue_is_empty (&walk.names)) {
    g_autofree char *name = g_queue_pop_head (&walk.names);

    goes_on = step (&walk, name);
  }
  g_queue_clear_full (&walk.names, g_free);
  g_free (walk.folder);
}

static char *
walk_along (const AufaitWatchChain *chain, AufaitWatchChain *watching)
{
  GString *way = g_string_new (NULL);

  for (guint i = 0; i < chain->goals->len; i++) {
    walk_to (&g_array_index (chain->goals, Goal, i), watching, way);
    g_string_append_c (way, '\n');
  }
  return g_string_free (way, FALSE);
}

/* --- the chain ----------------------------------------------------------------------------- */

AufaitWatchChain *
aufait_watch_chain_new (int fd)
{
  AufaitWatchChain *chain = g_new0 (AufaitWatchChain, 1);

  chain->fd = fd;
  chain->goals = g_array_new (FALSE, FALSE, sizeof (Goal));
  g_array_set_clear_func (chain->goals, (GDestroyNotify) clear_goal);
  chain->places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_place);

  return chain;
}

void
aufait_watch_chain_add (AufaitWatchChain *chain,
                        const char *path,
                        AufaitWatchChainEnd end,
                        guint tag)
{
  const Goal goal = {
    .path = g_path_is_absolute (path) ? g_strdup (path) : g_canonicalize_filename (path, NULL),
    .end = end,
    .tag = tag,
  };

  g_array_append_val (chain->goals, goal);
}

void
aufait_watch_chain_clear (AufaitWatchChain *chain)
{
  g_array_set_size (chain->goals, 0);
}

void
aufait_watch_chain_free (AufaitWatchChain *chain)
{
  if (chain == NULL)
    return;

  g_hash_table_unref (chain->places);
  g_array_unref (chain->goals);
  g_free (chain->way);
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
  chain->is_short = FALSE;
}

/* What changes between the look at a place and the watch on it is seen by looking once more. */
gboolean
aufait_watch_chain_follow (AufaitWatchChain *chain, gboolean lost)
{
  for (guint i = 0; i < FOLLOWS_MAX; i++) {
    g_autofree char *way = walk_along (chain, NULL);

    if (!lost && g_strcmp0 (way, chain->way) == 0)
      return i > 0;
    leave_places (chain);
    g_free (chain->way);
    chain->way = walk_along (chain, chain);
    lost = FALSE;
  }
  return TRUE;
}

gboolean
aufait_watch_chain_is_short (const AufaitWatchChain *chain)
{
  return chain->is_short;
}

static Place *
find_place (const AufaitWatchChain *chain, const struct inotify_event *event)
{
  return g_hash_table_lookup (chain->places, GINT_TO_POINTER (event->wd));
}

gboolean
aufait_watch_chain_matters (const AufaitWatchChain *chain,
                            const struct inotify_event *event,
                            gboolean *ret_lost)
{
  const Place *place = find_place (chain, event);

  if (place == NULL && (event->mask & IN_Q_OVERFLOW) == 0)
    return FALSE;
  if ((event->mask & LOST) != 0) {
    *ret_lost = TRUE;
    return TRUE;
  }
  if (event->len == 0)
    return TRUE;
  if (!g_hash_table_contains (place->names, event->name))
    return FALSE;
  /* It may be one that can be watched now. */
  *ret_lost |= (event->mask & IN_ATTRIB) != 0;
  return TRUE;
}

guint
aufait_watch_chain_get_tags (const AufaitWatchChain *chain, const struct inotify_event *event)
{
  const Place *place = event->len > 0 ? find_place (chain, event) : NULL;

  return place != NULL ? place->tags : 0;
}

char *
aufait_watch_chain_dup_path (const AufaitWatchChain *chain, const struct inotify_event *event)
{
  const Place *place = event->len > 0 ? find_place (chain, event) : NULL;

  return place != NULL ? g_build_filename (place->path, event->name, NULL) : NULL;
}
