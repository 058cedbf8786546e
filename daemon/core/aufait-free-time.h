/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When one is free, between what a calendar holds: "You are free on Thursday from 17:00 to 19:00".
 *
 * Stretches of time are instants (Unix seconds), so that they mean the same in every zone; hours
 * and days are what clocks show in a zone, whatever clocks do there on the day. Arrays of stretches
 * may be in any order and overlap, unless it says otherwise. */
#pragma once

#include "aufait-event.h"
#include "aufait-hours.h"
#include "aufait-spoken-day.h"

typedef struct {
  gint64 start;
  gint64 end; /* exclusive */
} AufaitFreeTime;

/* Where to look. */
typedef struct {
  GTimeZone *zone;   /* borrowed */
  AufaitHours hours; /* within these hours of each day */
  AufaitDay first;
  AufaitDay last; /* inclusive */
  gint64 from;    /* nothing before this instant: now, on the first day */
  int min_secs;   /* nothing shorter; at least 1 */
} AufaitFreeTimeSearch;

/* Appends the time that @event takes to @busy (AufaitFreeTime). A cancelled one takes none, nor one
 * that says so (TRANSP, RFC 5545, 3.8.2.7), nor one of whole days, or of more than twelve hours: on
 * a journey one is not in a meeting. */
void aufait_free_time_add_event (GArray *busy, const AufaitEvent *event);

/* What is free of @busy (AufaitFreeTime): an array of AufaitFreeTime in order, to be freed by the
 * caller. Each is as long as it can be, but does not go over the end of the hours, nor over
 * midnight when they are the whole day; nor does it leave the days that were asked for. */
GArray *aufait_free_time_find (const AufaitFreeTimeSearch *search, const GArray *busy);

/* The best of what is free for a call: the first stretch of @min_secs in the evening of a working
 * day (18:00 to 21:00) or during the day at the weekend (10:00 to 21:00), as far as the hours
 * allow; when there is none, the first at any time. FALSE when nothing is free. */
gboolean aufait_free_time_find_call (const AufaitFreeTimeSearch *search,
                                     const GArray *busy,
                                     AufaitFreeTime *ret_free);

/* A sentence about @free, found by @search: "You are free on Thursday from 17:00 to 19:00."; "after
 * 17:00" when it goes on to the end of the hours, "until 19:00" when it begins with them or now,
 * the day alone when both. */
char *aufait_free_time_dup_text (const AufaitFreeTimeSearch *search,
                                 AufaitFreeTime free,
                                 AufaitSpokenDay spoken);

/* Whether something in @busy has begun at @at and is not over. */
gboolean aufait_free_time_is_busy (const GArray *busy, gint64 at);

/* The first start in @busy from @at on, @at included, that is less than @within_secs away. FALSE
 * when there is none. */
gboolean
aufait_free_time_find_start (const GArray *busy, gint64 at, int within_secs, gint64 *ret_start);

/* From when on, at @at or after it, nothing in @busy takes place: the end of a meeting, and of
 * those that follow on it. */
gint64 aufait_free_time_find_end (const GArray *busy, gint64 at);
