/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A VEVENT, or a VTIMEZONE with its observances: the properties that we want to know of it. Nothing
 * is decoded. */
#pragma once

#include "aufait-vcard-property.h"

/* Of events first, then of zones. */
typedef enum {
  AUFAIT_ICAL_UID,
  AUFAIT_ICAL_SUMMARY,
  AUFAIT_ICAL_LOCATION,
  AUFAIT_ICAL_DESCRIPTION,
  AUFAIT_ICAL_DTSTART,
  AUFAIT_ICAL_DTEND,
  AUFAIT_ICAL_DURATION,
  AUFAIT_ICAL_RRULE,
  AUFAIT_ICAL_EXRULE,
  AUFAIT_ICAL_RDATE,
  AUFAIT_ICAL_EXDATE,
  AUFAIT_ICAL_RECURRENCE_ID,
  AUFAIT_ICAL_SEQUENCE,
  AUFAIT_ICAL_STATUS,
  AUFAIT_ICAL_TRANSP,
  AUFAIT_ICAL_ALL_DAY, /* X-MICROSOFT-CDO-ALLDAYEVENT */
  AUFAIT_ICAL_ATTENDEE,
  AUFAIT_ICAL_ORGANIZER,
  AUFAIT_ICAL_TZID,
  AUFAIT_ICAL_LOCATION_ID, /* X-LIC-LOCATION */
  AUFAIT_ICAL_OFFSET_FROM,
  AUFAIT_ICAL_OFFSET_TO,
} AufaitIcalName;

/* -1: none of them. */
int aufait_ical_name_find (AufaitVcardSpan name);

/* Whether a component may have it several times. */
gboolean aufait_ical_name_is_repeated (AufaitIcalName name);

/* Whether its value is a text, of which the beginning is of use. */
gboolean aufait_ical_name_is_text (AufaitIcalName name);

typedef struct {
  AufaitIcalName name;
  AufaitVcardProperty content;
} AufaitIcalProperty;

typedef struct {
  guint line;         /* of its BEGIN */
  guint calendar;     /* the number of the VCALENDAR that it is in */
  GArray *properties; /* AufaitIcalProperty */
  GPtrArray *parts;   /* AufaitIcalComponent: STANDARD and DAYLIGHT of a VTIMEZONE; else NULL */
  char *key;          /* of who wants to know it again; NULL: nobody yet */
} AufaitIcalComponent;

AufaitIcalComponent *aufait_ical_component_new (guint line, guint calendar);
AufaitIcalComponent *aufait_ical_component_ref (AufaitIcalComponent *component);
void aufait_ical_component_unref (AufaitIcalComponent *component);

/* The first of that name; NULL: none. */
const AufaitVcardProperty *aufait_ical_component_find (const AufaitIcalComponent *component,
                                                       AufaitIcalName name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalComponent, aufait_ical_component_unref)
