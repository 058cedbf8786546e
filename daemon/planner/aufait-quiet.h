/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When one can be spoken to: not in quiet hours, not in a meeting, nor just before one. */
#pragma once

#include "aufait-hours.h"

/* So long before a meeting one's mind is there already. */
#define AUFAIT_QUIET_NEAR_SECS (10 * 60)

/* The first instant from @at on, @at included, that lies within @hours, and outside of all that is
 * @busy (AufaitFreeTime, in any order) and of the minutes before it. In @at's zone. */
GDateTime *aufait_quiet_find_end (AufaitHours hours, const GArray *busy, GDateTime *at);
