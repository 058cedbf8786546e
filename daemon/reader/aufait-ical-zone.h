/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How clocks run somewhere: as the system knows it, or as a calendar says it itself. */
#pragma once

#include "aufait-ical-time.h"

typedef struct _AufaitIcalZone AufaitIcalZone;

/* From an instant on, clocks are so many seconds ahead of UTC. */
typedef struct {
  gint64 at;
  gint64 offset;
} AufaitIcalZoneChange;

AufaitIcalZone *aufait_ical_zone_new_utc (void);
AufaitIcalZone *aufait_ical_zone_new_system (GTimeZone *zone);

/* @changes (AufaitIcalZoneChange) need be in no order; before the first, @offset holds. */
AufaitIcalZone *aufait_ical_zone_new_own (gint64 offset, GArray *changes);

AufaitIcalZone *aufait_ical_zone_ref (AufaitIcalZone *zone);
void aufait_ical_zone_unref (AufaitIcalZone *zone);

gint64 aufait_ical_zone_get_offset (const AufaitIcalZone *zone, gint64 unix_secs);

/* The instant of a local time (RFC 5545, 3.3.5), in Unix seconds. */
gint64 aufait_ical_zone_resolve (const AufaitIcalZone *zone, const AufaitIcalTime *time);

/* What clocks there show at @time, of which only the day counts: midnight in UTC is meant as a day,
 * wherever one is. A time that is not in UTC is there already. */
AufaitIcalTime aufait_ical_zone_localize (const AufaitIcalZone *zone, const AufaitIcalTime *time);

/* Whether an own zone says the same as @other from @first to @last. */
gboolean aufait_ical_zone_agrees (const AufaitIcalZone *own,
                                  const AufaitIcalZone *other,
                                  AufaitDay first,
                                  AufaitDay last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalZone, aufait_ical_zone_unref)
