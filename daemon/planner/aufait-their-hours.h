/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When someone can be called: within the hours that were said for them, else by day where their
 * card says that they live in another zone. Pure. */
#pragma once

#include "aufait-hours.h"
#include "aufait-values.h"

/* By day, where nobody has said anything else. */
#define AUFAIT_THEIR_HOURS_FROM  (9 * 3600)
#define AUFAIT_THEIR_HOURS_UNTIL (21 * 3600)

/* The first instant from @at on, @at included, that lies within @mine by the clocks of @at's zone,
 * and within the hours of @whom by theirs. Where the two have no time in common, @mine alone holds:
 * one can write. @whom: NULL: nobody has hours of their own. In @at's zone. */
GDateTime *aufait_their_hours_next (AufaitHours mine, const AufaitPerson *whom, GDateTime *at);

/* The zone that a card's @text names: one of tzdata ("Europe/Paris"), or an offset ("+01:00",
 * "-0500"; RFC 6350, 6.5.1). NULL: none, or one that is not known. Nothing else is looked up: a
 * card is not asked for a file. */
GTimeZone *aufait_their_hours_read_zone (const char *text);
