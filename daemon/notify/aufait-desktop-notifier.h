/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nudges as desktop notifications (Desktop Notifications Specification 1.2), through libnotify on
 * a thread of its own: its calls block for as long as a server hangs. Runs on without a bus and
 * without a server, and says "ready" when one appears, or one that hung answers again. */
#pragma once

#include "aufait-notifier.h"

#define AUFAIT_TYPE_DESKTOP_NOTIFIER (aufait_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (
    AufaitDesktopNotifier, aufait_desktop_notifier, AUFAIT, DESKTOP_NOTIFIER, GObject)

/* @connection is the session bus as g_bus_get gives it (libnotify uses that one), or NULL when
 * there is none. Disposing waits for the thread no longer than a second. */
AufaitNotifier *aufait_desktop_notifier_new (GDBusConnection *connection);

/* Another bus, or NULL: there is none any more. What was shown or waits is forgotten, and the
 * connection before let go of; waits as disposing does. */
void aufait_desktop_notifier_set_connection (AufaitDesktopNotifier *self,
                                             GDBusConnection *connection);
