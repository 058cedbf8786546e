/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which occurrences of an event are not: those that are excluded or replaced. An occurrence is
 * known by its key: the instant at which it was to begin, or the day of an all-day event. */
#pragma once

#include "aufait-ical-event.h"

typedef struct _AufaitIcalExceptions AufaitIcalExceptions;

AufaitIcalExceptions *aufait_ical_exceptions_new (const AufaitIcalEvent *master,
                                                  const GPtrArray *overrides,
                                                  AufaitIcalZones *zones,
                                                  AufaitVcardReport *report);
void aufait_ical_exceptions_free (AufaitIcalExceptions *exceptions);

/* The key of the occurrence of @master that @time names. A day names that of a timed event too. */
gint64 aufait_ical_exceptions_get_key (const AufaitIcalEvent *master,
                                       const AufaitIcalTime *time,
                                       AufaitIcalZone *zone);

gboolean aufait_ical_exceptions_has (const AufaitIcalExceptions *exceptions, gint64 key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalExceptions, aufait_ical_exceptions_free)
