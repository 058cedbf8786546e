/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notification server there is, and whether it answers. Waits for one and starts none. Never
 * blocks; calls back in the main context that was the thread's default when it was made. */
#pragma once

#include <gio/gio.h>

#include "aufait-desktop-notice.h"

typedef struct _AufaitDesktopWatch AufaitDesktopWatch;

/* The server @owner (a unique name) has answered; or NULL: there is none any more. */
typedef void (*AufaitDesktopWatchFunc) (const char *owner,
                                        AufaitDesktopCapabilities capabilities,
                                        gpointer user_data);

AufaitDesktopWatch *aufait_desktop_watch_new (GDBusConnection *connection,
                                              AufaitDesktopWatchFunc func,
                                              gpointer user_data);
void aufait_desktop_watch_free (AufaitDesktopWatch *watch);

/* Asks the server, if there is one, again: the function is called once it answers, be it hours
 * later. */
void aufait_desktop_watch_ask (AufaitDesktopWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDesktopWatch, aufait_desktop_watch_free)
