/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads calendars (RFC 5545): the occurrences of their events in a window of days. What is hostile
 * is stopped by the gate, what is not supported is said, and nothing is guessed. */
#pragma once

#include "aufait-event.h"

typedef struct _AufaitIcal AufaitIcal;

/* @event is lent for the time of the call. @is_again: it is the one of the call before, and only
 * its times are others. */
typedef void (*AufaitIcalFunc) (const AufaitEvent *event, gboolean is_again, gpointer user_data);

/* The days from @first to @last, and tzdata's name of the user's zone. What was learnt of zones is
 * kept from file to file. */
AufaitIcal *aufait_ical_new (AufaitDay first, AufaitDay last, const char *zone);
void aufait_ical_free (AufaitIcal *ical);

gboolean
aufait_ical_is_for (const AufaitIcal *ical, AufaitDay first, AufaitDay last, const char *zone);

/* Calls @func with all occurrences that touch the window; appends to @problems (char *, translated;
 * may be NULL) what was not understood, 20 sentences at most. */
void aufait_ical_read (AufaitIcal *ical,
                       const char *data,
                       gsize length,
                       AufaitIcalFunc func,
                       gpointer user_data,
                       GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcal, aufait_ical_free)
