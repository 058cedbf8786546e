/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that libnotify lives on, with the screen on it. It and the thread that made it share
 * nothing: orders go there and news come back as messages, each in the main context of its reader.
 * To be called on the thread that made it; nothing here blocks but stopping, for a second. */
#pragma once

#include "aufait-desktop-screen.h"

typedef struct _AufaitDesktopThread AufaitDesktopThread;

/* @connection is kept as long as the thread is. @listener hears on the calling thread, in the main
 * context that is its default, what the screen tells. It must stay until the thread is stopped. */
AufaitDesktopThread *aufait_desktop_thread_new (GDBusConnection *connection,
                                                const AufaitDesktopScreenListener *listener,
                                                gpointer user_data);

/* Takes everything off the screen and ends the thread. One that hangs is left behind after a
 * second: it ends by itself when the call that holds it does. The listener hears nothing more. */
void aufait_desktop_thread_stop (AufaitDesktopThread *thread);

/* As the functions of the screen that are called so: the order is carried out when the thread is
 * free. */
void aufait_desktop_thread_set_server (AufaitDesktopThread *thread,
                                       const char *owner,
                                       AufaitDesktopCapabilities capabilities);

/* Takes @notice. */
void aufait_desktop_thread_take (AufaitDesktopThread *thread, AufaitDesktopNotice *notice);

void aufait_desktop_thread_close (AufaitDesktopThread *thread, gint64 nudge_id);

/* What was taken and not yet shown is forgotten, now, even while the thread hangs. */
void aufait_desktop_thread_give_up (AufaitDesktopThread *thread);
