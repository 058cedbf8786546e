/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nudges that are on the screen, and those that wait for a place there. Lives on one thread, in
 * the main context that is that thread's default; its calls block while a server hangs. */
#pragma once

#include <gio/gio.h>

#include "aufait-desktop-notice.h"

/* More than three, and GNOME closes the oldest. */
#define AUFAIT_DESKTOP_SCREEN_MAX 3

typedef struct _AufaitDesktopScreen AufaitDesktopScreen;

/* What the screen tells, on its thread. Strings are the screen's. Of a notice about no nudge
 * nothing is told but the call. */
typedef struct {
  void (*begin_call) (gpointer user_data);                      /* it may block from here … */
  void (*end_call) (gboolean server_spoke, gpointer user_data); /* … to here; FALSE: timed out */
  void (*shown) (gint64 nudge_id, gpointer user_data);
  void (*failed) (gint64 nudge_id, gpointer user_data); /* the server refused it */
  void (*answered) (gint64 nudge_id, const char *answer, const char *text, gpointer user_data);
} AufaitDesktopScreenListener;

/* @connection is the session bus; @listener stays the caller's, and alive. */
AufaitDesktopScreen *aufait_desktop_screen_new (GDBusConnection *connection,
                                                const AufaitDesktopScreenListener *listener,
                                                gpointer user_data);

/* Closes what is on the screen. */
void aufait_desktop_screen_free (AufaitDesktopScreen *screen);

/* Another server, by its unique name, or NULL: none. All that was shown or waits is forgotten:
 * nothing of it means anything to the new one. */
void aufait_desktop_screen_set_server (AufaitDesktopScreen *screen,
                                       const char *owner,
                                       AufaitDesktopCapabilities capabilities);

/* Takes @notice. Shown at once if there is a place, else when there is one. Another one of the same
 * nudge is replaced. Without a server it is forgotten. */
void aufait_desktop_screen_take (AufaitDesktopScreen *screen, AufaitDesktopNotice *notice);

/* Takes the nudge off the screen, or out of the queue. */
void aufait_desktop_screen_close (AufaitDesktopScreen *screen, gint64 nudge_id);

/* Forgets what waits for a place: it will be asked for again. */
void aufait_desktop_screen_clear_queue (AufaitDesktopScreen *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDesktopScreen, aufait_desktop_screen_free)
