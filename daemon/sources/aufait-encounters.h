/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When one was, and will be, in touch with someone: contacts that were logged, and events of the
 * user's own calendars with them. */
#pragma once

#include "aufait-directory.h"

/* The last contacts with a person before @now, at most @max, the newest first, one a day: what was
 * logged, and events that are over, were not cancelled, have a time of day and are no trip of
 * theirs (aufait-event-trip.h). Events have the id 0. */
GPtrArray *aufait_encounters_list (
    AufaitDirectory *directory, gint64 person_id, GDateTime *now, guint max, GError **error);

/* The first day from today to @days later on which a meeting with them stands in the user's own
 * calendars that is not over; AUFAIT_DAY_NONE: there is none, or @error is set. */
AufaitDay aufait_encounters_find_next (
    AufaitDirectory *directory, gint64 person_id, GDateTime *now, int days, GError **error);

/* AufaitEvents that are about the person, with all their people, by their beginning: the last that
 * began before today and is over; those that go on since before today, at most @max; and today's
 * and the next ones, at most @max. */
GPtrArray *aufait_encounters_list_events (
    AufaitDirectory *directory, gint64 person_id, GDateTime *now, guint max, GError **error);
