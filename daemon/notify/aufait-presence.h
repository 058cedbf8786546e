/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether someone sits before the screen: the user's session is neither locked nor idle, as
 * systemd-logind tells it (org.freedesktop.login1(5): LockedHint, IdleHint). Where nothing tells it
 * (no system bus, no logind, no session) someone is there; until it is known, nobody is. Never
 * blocks. Signals, in the main context that was the thread's default when it was made:
 *
 *   changed ()   aufait_presence_is_here says another thing than before
 */
#pragma once

#include <gio/gio.h>

#define AUFAIT_TYPE_PRESENCE (aufait_presence_get_type ())
G_DECLARE_FINAL_TYPE (AufaitPresence, aufait_presence, AUFAIT, PRESENCE, GObject)

/* Follows the session that this process is in, else the one that the user's screen shows; and the
 * next one when that ends. */
AufaitPresence *aufait_presence_new (void);

gboolean aufait_presence_is_here (AufaitPresence *self);
