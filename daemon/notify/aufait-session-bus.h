/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session bus, for as long as there is one: it may appear after the program has started (ssh, a
 * console), end, and come again at the same address. Its socket is watched while it is missing
 * (inotify); a bus whose address names no socket in the file system is taken when it is there at
 * the start. Signals, in the main context that was the thread's default when it was made:
 *
 *   changed ()   aufait_session_bus_get says another thing than before. Whoever holds the
 *                connection of a bus that has ended lets go of it: GLib hands out the old one for
 * as long as anybody does
 */
#pragma once

#include <gio/gio.h>

#define AUFAIT_TYPE_SESSION_BUS (aufait_session_bus_get_type ())
G_DECLARE_FINAL_TYPE (AufaitSessionBus, aufait_session_bus, AUFAIT, SESSION_BUS, GObject)

/* Looks for the bus before it returns. */
AufaitSessionBus *aufait_session_bus_new (void);

/* The connection, as g_bus_get gives it, that does not end the program when it closes. Borrowed;
 * NULL: there is none now. */
GDBusConnection *aufait_session_bus_get (AufaitSessionBus *self);
