/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One occurrence in a calendar; recurrences are expanded already. */
#pragma once

#include "aufait-values.h"

typedef struct {
  char *email; /* without "mailto:", as written; NULL: none */
  char *name;  /* CN; NULL: none */
  gboolean declined;
} AufaitAttendee;

AufaitAttendee *aufait_attendee_new (const char *email, const char *name);
void aufait_attendee_free (AufaitAttendee *attendee);

typedef struct {
  gint64 id; /* of the event in the index, the same for all its occurrences; 0: not from there */
  char *uid;
  char *summary;
  char *location;    /* NULL: none */
  char *description; /* cut to 2 KiB; NULL: none */
  char *calendar;    /* the name of its folder; set by those who know the folder */
  gboolean all_day;
  /* All-day events have days alone, and are the same days in every zone. Others have instants;
   * floating ones (RFC 5545, form 1) were placed in the zone that the reader was given. */
  AufaitDay first; /* of an all-day event */
  AufaitDay last;  /* inclusive, unlike DTEND */
  gint64 start;    /* Unix seconds, of all others */
  gint64 end;
  gboolean recurring;
  gboolean cancelled;   /* STATUS:CANCELLED */
  gboolean transparent; /* TRANSP:TRANSPARENT: takes no time */
  GPtrArray *attendees; /* AufaitAttendee; the organiser among them */
  GPtrArray *people;    /* AufaitRef: whom it is about, once somebody has found that out */
  gint64 owner;         /* the person whose calendar it is; 0: the user's own */
} AufaitEvent;

AufaitEvent *aufait_event_new (const char *uid, const char *summary);
AufaitEvent *aufait_event_copy (const AufaitEvent *event);
void aufait_event_free (AufaitEvent *event);

/* First and last day as a calendar in @zone shows them. An event that ends at midnight has not the
 * day that begins then. */
void aufait_event_get_days (const AufaitEvent *event,
                            GTimeZone *zone,
                            AufaitDay *ret_first,
                            AufaitDay *ret_last);

/* What tells an occurrence from the others of its event, the same in every zone: when it begins, in
 * Unix seconds; of an all-day event, midnight UTC of its first day. */
gint64 aufait_event_get_begins (const AufaitEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitAttendee, aufait_attendee_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitEvent, aufait_event_free)
