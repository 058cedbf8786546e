/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an event says beside when it is: texts, and who comes. */
#pragma once

#include "aufait-event.h"
#include "aufait-ical-event.h"

#define AUFAIT_ICAL_DETAILS_DESCRIPTION_MAX 2048 /* bytes */
#define AUFAIT_ICAL_DETAILS_ATTENDEES_MAX   200

typedef struct _AufaitIcalDetails AufaitIcalDetails;

AufaitIcalDetails *aufait_ical_details_new (void);
void aufait_ical_details_free (AufaitIcalDetails *details);

/* Without its times. The organiser is among the attendees, rooms and things are not. */
AufaitEvent *aufait_ical_details_read (AufaitIcalDetails *details, const AufaitIcalEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalDetails, aufait_ical_details_free)
