/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zones that calendars name. A VTIMEZONE is read once, however many files have it, and not used
 * where the system says the same. */
#pragma once

#include "aufait-ical-component.h"
#include "aufait-ical-zone.h"
#include "aufait-vcard-report.h"

typedef struct _AufaitIcalZones AufaitIcalZones;

/* @user: tzdata's name of the zone of floating times, as we trust it; UTC when there is none such.
 * What calendars say counts from @first to @last. */
AufaitIcalZones *aufait_ical_zones_new (const char *user, AufaitDay first, AufaitDay last);
void aufait_ical_zones_free (AufaitIcalZones *zones);

/* Another file: its VTIMEZONEs (AufaitIcalComponent), and who is told of zones that are not known.
 * Both must outlive all that is asked about this file. */
void aufait_ical_zones_set_file (AufaitIcalZones *zones,
                                 const GPtrArray *components,
                                 AufaitVcardReport *report);

/* The zones are lent. That of a name is the user's when nobody knows it. */
AufaitIcalZone *aufait_ical_zones_get_user (AufaitIcalZones *zones);
AufaitIcalZone *aufait_ical_zones_get_utc (AufaitIcalZones *zones);
AufaitIcalZone *aufait_ical_zones_find (AufaitIcalZones *zones, AufaitVcardSpan tzid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalZones, aufait_ical_zones_free)
