/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places on the way to a file that decide what its path leads to: each folder from the root on,
 * each symbolic link, and in the last folder the file's name. Folders on the way are asked only
 * about themselves, so that what goes on in them wakes nobody; where the way breaks off, the folder
 * that is there is asked about what comes into it. A folder on the way that may not be entered any
 * more is noticed by the next aufait_watch_chain_follow only; that it may be again, at once. */
#pragma once

#include <glib.h>
#include <sys/inotify.h>

typedef struct _AufaitWatchChain AufaitWatchChain;

/* What there is to know at the end of a way. */
typedef enum {
  AUFAIT_WATCH_CHAIN_FILE,   /* whether it is there, and what is in it */
  AUFAIT_WATCH_CHAIN_NAME,   /* whether it is there, file or folder */
  AUFAIT_WATCH_CHAIN_FOLDER, /* the names in it, and what is in the files */
  AUFAIT_WATCH_CHAIN_NAMES,  /* the names in it */
} AufaitWatchChainEnd;

/* @fd is an inotify instance that is used for nothing else, and outlives the chain. It leads
 * nowhere yet. */
AufaitWatchChain *aufait_watch_chain_new (int fd);
void aufait_watch_chain_free (AufaitWatchChain *chain);

/* One more way, to be followed from the next aufait_watch_chain_follow on with @lost. @tag: a bit,
 * for aufait_watch_chain_get_tags. */
void aufait_watch_chain_add (AufaitWatchChain *chain,
                             const char *path,
                             AufaitWatchChainEnd end,
                             guint tag);

/* No way any more; its watches go with the next aufait_watch_chain_follow. */
void aufait_watch_chain_clear (AufaitWatchChain *chain);

/* Watches the ways as they are now. Does nothing when they are what they were, unless @lost says
 * that a watch is gone or a way was added. Whether it did something. */
gboolean aufait_watch_chain_follow (AufaitWatchChain *chain, gboolean lost);

/* Whether a place on a way is not watched, as the kernel has no room for another watch. It is tried
 * again with @lost. */
gboolean aufait_watch_chain_is_short (const AufaitWatchChain *chain);

/* Whether @event may change what a path leads to or what is in the file. Sets @ret_lost when it
 * ends a watch, or one may be added that could not be. */
gboolean aufait_watch_chain_matters (const AufaitWatchChain *chain,
                                     const struct inotify_event *event,
                                     gboolean *ret_lost);

/* The tags of the folders that ways lead to, where @event is about a name in one; 0: it is not. */
guint aufait_watch_chain_get_tags (const AufaitWatchChain *chain,
                                   const struct inotify_event *event);

/* The path of what @event is about; NULL: it has no name, or is about no place on a way. */
char *aufait_watch_chain_dup_path (const AufaitWatchChain *chain,
                                   const struct inotify_event *event);
