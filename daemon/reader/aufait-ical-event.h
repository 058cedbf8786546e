/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a VEVENT is: its first occurrence, its length, and whether it replaces an occurrence of
 * another. */
#pragma once

#include "aufait-ical-component.h"
#include "aufait-ical-zones.h"

typedef struct {
  const AufaitIcalComponent *component;
  char *uid; /* never NULL; one is made of what the event says when it has none */
  int sequence;
  gboolean cancelled;
  AufaitIcalTime start;
  AufaitIcalZone *zone;        /* of @start; lent */
  AufaitIcalTimeLength length; /* of all-day events: @days, at least 1 */
  gboolean is_override;        /* it has a RECURRENCE-ID: */
  AufaitIcalTime original;
  AufaitIcalZone *original_zone; /* lent */
  gboolean has_future;           /* RANGE=THISANDFUTURE */
} AufaitIcalEvent;

/* NULL when it does not say when it is; what is wrong with it is reported. @component must outlive
 * it, @zones the file. */
AufaitIcalEvent *aufait_ical_event_read (const AufaitIcalComponent *component,
                                         AufaitIcalZones *zones,
                                         gboolean is_cancelled,
                                         AufaitVcardReport *report);
void aufait_ical_event_free (AufaitIcalEvent *event);

/* The value of a property that is one date or time, and its zone; FALSE when it is none. */
gboolean aufait_ical_event_read_time (const AufaitVcardProperty *property,
                                      AufaitVcardSpan value,
                                      AufaitIcalZones *zones,
                                      AufaitIcalTime *ret_time,
                                      AufaitIcalZone **ret_zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalEvent, aufait_ical_event_free)
