/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only one that reads the clock. It says what time it is where the user is, and wakes once, at
 * the instant that was asked for: by a timerfd on CLOCK_REALTIME, absolute and cancelled when the
 * clock is set, so that suspend, a clock step and a new time zone are all noticed. Nothing due, no
 * wake-up. Signals:
 *
 *   due ()       the instant that was asked for has come
 *   changed ()   the clock was set, or the time zone is another: look again
 */
#pragma once

#include <glib-object.h>

#define AUFAIT_TYPE_CLOCK (aufait_clock_get_type ())
G_DECLARE_FINAL_TYPE (AufaitClock, aufait_clock, AUFAIT, CLOCK, GObject)

/* The machine's clock, in the zone of TZ or of /etc/localtime, which is watched. */
AufaitClock *aufait_clock_new (void);

/* As above, with another link in the place of /etc/localtime. */
AufaitClock *aufait_clock_new_for_localtime (const char *localtime);

/* As aufait_clock_new, but shifted so that it shows @start now; it ticks on from there. */
AufaitClock *aufait_clock_new_at (GDateTime *start);

/* For tests: shows @now until it is set to another instant. Setting it past the instant that was
 * asked for emits "due", within the call. */
AufaitClock *aufait_clock_new_manual (GDateTime *now);
void aufait_clock_set (AufaitClock *self, GDateTime *now);

/* Now, in the user's zone. */
GDateTime *aufait_clock_now (AufaitClock *self);

/* The user's zone as tzdata names it ("Europe/Paris"), or "UTC", or an offset. */
const char *aufait_clock_get_zone_name (AufaitClock *self);

/* Asks to be woken at @at, in place of what was asked before; NULL: not at all. An instant that is
 * past is due at once, from the main loop. */
void aufait_clock_arm (AufaitClock *self, GDateTime *at);
