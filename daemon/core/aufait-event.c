/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event.h"

AufaitAttendee *
aufait_attendee_new (const char *email, const char *name)
{
  AufaitAttendee *attendee = g_new0 (AufaitAttendee, 1);

  attendee->email = g_strdup (email);
  attendee->name = g_strdup (name);

  return attendee;
}

void
aufait_attendee_free (AufaitAttendee *attendee)
{
  if (attendee == NULL)
    return;

  g_free (attendee->email);
  g_free (attendee->name);
  g_free (attendee);
}

AufaitEvent *
aufait_event_new (const char *uid, const char *summary)
{
  AufaitEvent *event = g_new0 (AufaitEvent, 1);

  event->uid = g_strdup (uid);
  event->summary = g_strdup (summary);
  event->attendees = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_attendee_free);
  event->people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);

  return event;
}

AufaitEvent *
aufait_event_copy (const AufaitEvent *event)
{
  AufaitEvent *copy = g_memdup2 (event, sizeof *event);

  copy->uid = g_strdup (event->uid);
  copy->summary = g_strdup (event->summary);
  copy->location = g_strdup (event->location);
  copy->description = g_strdup (event->description);
  copy->calendar = g_strdup (event->calendar);
  copy->attendees = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_attendee_free);
  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = event->attendees->pdata[i];
    AufaitAttendee *other = aufait_attendee_new (attendee->email, attendee->name);

    other->declined = attendee->declined;
    g_ptr_array_add (copy->attendees, other);
  }
  copy->people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
  for (guint i = 0; i < event->people->len; i++) {
    const AufaitRef *person = event->people->pdata[i];

    g_ptr_array_add (copy->people, aufait_ref_new (person->id, person->name));
  }
  return copy;
}

void
aufait_event_free (AufaitEvent *event)
{
  if (event == NULL)
    return;

  g_free (event->uid);
  g_free (event->summary);
  g_free (event->location);
  g_free (event->description);
  g_free (event->calendar);
  g_clear_pointer (&event->attendees, g_ptr_array_unref);
  g_clear_pointer (&event->people, g_ptr_array_unref);
  g_free (event);
}

static AufaitDay
get_day_of (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc == NULL ? NULL : g_date_time_to_timezone (utc, zone);

  return local == NULL ? AUFAIT_DAY_NONE : aufait_day_from_date_time (local);
}

void
aufait_event_get_days (const AufaitEvent *event,
                       GTimeZone *zone,
                       AufaitDay *ret_first,
                       AufaitDay *ret_last)
{
  AufaitDay first, last;

  if (event->all_day) {
    first = event->first;
    last = event->last;
  } else {
    /* The end is the first second that is not the event's any more. */
    first = get_day_of (event->start, zone);
    last = event->end > event->start ? get_day_of (event->end - 1, zone) : first;
  }
  *ret_first = first;
  *ret_last = MAX (first, last);
}

gint64
aufait_event_get_begins (const AufaitEvent *event)
{
  return event->all_day ? ((gint64) event->first - aufait_day_new (1970, 1, 1)) * 24 * 3600
                        : event->start;
}
