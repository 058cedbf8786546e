/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an event is a trip of someone. */
#pragma once

#include "aufait-event.h"

/* Whether @event, which is about @person, says that they are away; if so *@ret_moment is a trip
 * (the caller's) from @first to @last (days in the user's zone, aufait_event_get_days) with its
 * place, as it was written, if one is named. Untouched else.
 *
 * Only what is all-day or lasts for 24 hours is a trip. In @is_their_calendar a holiday word or a
 * place is enough: "Vacances", "Rome", "1to1 Biarritz" at Biarritz; but not where the summary says
 * it of somebody else of the event's people: "Tom on holiday". In any other calendar the summary
 * must say it of them, by a word of their name, with a holiday word, or a preposition and a place:
 * "Vacances Marie", "Marie in Crete"; not "Rome with Marie", which is the user's trip, nor "Tom:
 * Lisbonne", which may be a call. What tells of something else beside (a wedding, an illness, a
 * return) is no trip, nor what is cancelled. */
gboolean aufait_event_trip_read (const AufaitEvent *event,
                                 const AufaitRef *person,
                                 gboolean is_their_calendar,
                                 AufaitDay first,
                                 AufaitDay last,
                                 AufaitMoment **ret_moment);

/* Whether @event says that @person is away, so that it is no meeting with them. */
gboolean
aufait_event_trip_is_away (const AufaitEvent *event, const AufaitRef *person, GTimeZone *zone);
