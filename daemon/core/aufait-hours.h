/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of the day, as in "from nine to eight", on whatever day and in whatever zone. */
#pragma once

#include <glib.h>

/* In seconds after midnight: from inclusive, until exclusive. from > until goes over midnight;
 * from == until is the whole day. */
typedef struct {
  int from_secs;
  int until_secs;
} AufaitHours;

/* "09:00-20:00". "24:00" is taken for an end and is 0. Else FALSE and @ret_hours untouched. */
gboolean aufait_hours_parse (const char *text, AufaitHours *ret_hours);

/* "10:00", in seconds after midnight. */
gboolean aufait_hours_parse_time (const char *text, int *ret_secs);

gboolean aufait_hours_contain (AufaitHours hours, int secs);

/* The first instant from @at on, @at included, that lies within @hours of its zone's day: by what
 * clocks show, so that hours that begin while the clocks are put forward begin behind it. @at itself
 * where they begin after the year 9999. */
GDateTime *aufait_hours_next (AufaitHours hours, GDateTime *at);
