/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places on the way to a file that decide what its path leads to: each folder from the root on,
 * each symbolic link, and in the last folder the file's name. Folders on the way are asked only
 * about themselves, so that what goes on in them wakes nobody. */
#pragma once

#include <glib.h>
#include <sys/inotify.h>

typedef struct _AufaitWatchChain AufaitWatchChain;

/* @fd is an inotify instance that is used for nothing else, and outlives the chain. */
AufaitWatchChain *aufait_watch_chain_new (int fd, const char *path);

/* The way to a folder, and all names in the folder. */
AufaitWatchChain *aufait_watch_chain_new_for_folder (int fd, const char *path);
void aufait_watch_chain_free (AufaitWatchChain *chain);

/* Watches the way as it is now. Does nothing when it is what it was, unless @lost says that a watch
 * is gone. */
void aufait_watch_chain_follow (AufaitWatchChain *chain, gboolean lost);

/* Whether @event may change what the path leads to or what is in the file. Sets @ret_lost when it
 * ends a watch. */
gboolean aufait_watch_chain_matters (const AufaitWatchChain *chain,
                                     const struct inotify_event *event,
                                     gboolean *ret_lost);

/* Whether @event is about a name in the folder that the way leads to. */
gboolean aufait_watch_chain_is_inside (const AufaitWatchChain *chain,
                                       const struct inotify_event *event);
