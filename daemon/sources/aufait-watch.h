/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches one file by its folder (inotify(7)): written, replaced, made, removed, or the folder
 * itself moved away and made anew. Many changes at once are told once, after @debounce_ms without
 * a further one. Where the folder is missing the nearest parent is watched until it is there. */
#pragma once

#include <glib.h>

typedef struct _AufaitWatch AufaitWatch;

typedef void (*AufaitWatchFunc) (gpointer user_data);

/* Calls @on_changed from the thread's default main context. NULL and errno when inotify has no more
 * instances: the caller runs on without. */
AufaitWatch *aufait_watch_new (const char *path,
                               guint debounce_ms,
                               AufaitWatchFunc on_changed,
                               gpointer user_data);
void aufait_watch_free (AufaitWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitWatch, aufait_watch_free)
