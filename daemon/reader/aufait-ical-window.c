/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-window.h"

#include <glib/gi18n-lib.h>

#include "aufait-ical-details.h"

struct _AufaitIcalWindow {
  AufaitDay first;
  AufaitDay last;
  gint64 start; /* the instants of the same, in the user's zone */
  gint64 end;
  AufaitIcalZones *zones;
  AufaitIcalDetails *details;
  AufaitIcalWindowFunc func;
  gpointer user_data;
  AufaitVcardReport *report;
  guint n_events;
  guint n_steps;
  const AufaitIcalEvent *current; /* whose details @event has */
  AufaitEvent *event;
};

static gint64
get_midnight (AufaitIcalZones *zones, AufaitDay day)
{
  AufaitIcalTime time = { .day = day };

  return aufait_ical_zone_resolve (aufait_ical_zones_get_user (zones), &time);
}

AufaitIcalWindow *
aufait_ical_window_new (AufaitDay first,
                        AufaitDay last,
                        AufaitIcalZones *zones,
                        AufaitIcalWindowFunc func,
                        gpointer user_data)
{
  AufaitIcalWindow *window = g_new0 (AufaitIcalWindow, 1);

  window->first = first;
  window->last = last;
  window->start = get_midnight (zones, first);
  window->end = get_midnight (zones, last + 1);
  window->zones = zones;
  window->details = aufait_ical_details_new ();
  window->func = func;
  window->user_data = user_data;

  return window;
}

void
aufait_ical_window_free (AufaitIcalWindow *window)
{
  if (window == NULL)
    return;

  g_clear_pointer (&window->event, aufait_event_free);
  aufait_ical_details_free (window->details);
  g_free (window);
}

AufaitDay
aufait_ical_window_get_first (const AufaitIcalWindow *window)
{
  return window->first;
}

AufaitDay
aufait_ical_window_get_last (const AufaitIcalWindow *window)
{
  return window->last;
}

AufaitIcalZones *
aufait_ical_window_get_zones (const AufaitIcalWindow *window)
{
  return window->zones;
}

void
aufait_ical_window_set_report (AufaitIcalWindow *window, AufaitVcardReport *report)
{
  window->report = report;
  window->n_events = window->n_steps = 0;
  window->current = NULL;
}

AufaitVcardReport *
aufait_ical_window_get_report (const AufaitIcalWindow *window)
{
  return window->report;
}

gboolean
aufait_ical_window_count_step (AufaitIcalWindow *window)
{
  if (window->n_steps >= AUFAIT_ICAL_WINDOW_STEPS_MAX)
    return FALSE;
  if (++window->n_steps == AUFAIT_ICAL_WINDOW_STEPS_MAX)
    aufait_vcard_report_add (window->report,
                             _ ("The file repeats too much: not all of it was read."));
  return TRUE;
}

/* --- what touches the window --------------------------------------------------------------- */

static gboolean
place_days (AufaitIcalWindow *window,
            const AufaitIcalTime *start,
            const AufaitIcalTimeLength *length,
            AufaitEvent *times)
{
  times->all_day = TRUE;
  times->first = start->day;
  times->last = (AufaitDay) MIN (start->day + MAX (length->days, 1) - 1, AUFAIT_DAY_MAX);
  return times->first <= window->last && times->last >= window->first;
}

static gboolean
place_instants (AufaitIcalWindow *window,
                const AufaitIcalEvent *event,
                const AufaitIcalTime *start,
                const AufaitIcalTimeLength *length,
                AufaitEvent *times)
{
  AufaitIcalTime end = *start;
  gint64 local = aufait_ical_time_get_local (start) + length->days * AUFAIT_ICAL_TIME_SECS_IN_DAY;

  times->start = aufait_ical_zone_resolve (event->zone, start);
  times->end = times->start;
  if (length->days > 0 && aufait_ical_time_from_local (local, start, &end))
    times->end = aufait_ical_zone_resolve (event->zone, &end);
  times->end = CLAMP (times->end + length->secs, times->start, AUFAIT_DAY_INSTANT_MAX);
  if (times->start < AUFAIT_DAY_INSTANT_MIN || times->start > AUFAIT_DAY_INSTANT_MAX ||
      times->start >= window->end)
    return FALSE;
  return times->end > window->start || times->start >= window->start;
}

static gboolean
place (AufaitIcalWindow *window,
       const AufaitIcalEvent *event,
       const AufaitIcalTime *start,
       const AufaitIcalTimeLength *length,
       AufaitEvent *times)
{
  return start->is_date ? place_days (window, start, length, times)
                        : place_instants (window, event, start, length, times);
}

static gboolean
count_event (AufaitIcalWindow *window)
{
  if (window->n_events >= AUFAIT_ICAL_WINDOW_EVENTS_MAX)
    return FALSE;
  if (++window->n_events == AUFAIT_ICAL_WINDOW_EVENTS_MAX)
    aufait_vcard_report_add (window->report, _ ("There is more in the file than is read."));
  return TRUE;
}

void
aufait_ical_window_add (AufaitIcalWindow *window,
                        const AufaitIcalEvent *event,
                        const AufaitIcalTime *start,
                        const AufaitIcalTimeLength *length,
                        gboolean is_recurring)
{
  AufaitEvent times = { 0 };
  gboolean is_again;

  if (!place (window, event, start, length, &times) || !count_event (window))
    return;
  is_again = window->current == event && !window->event->recurring == !is_recurring &&
             !window->event->all_day == !times.all_day;
  if (window->current != event) {
    g_clear_pointer (&window->event, aufait_event_free);
    window->event = aufait_ical_details_read (window->details, event);
    window->current = event;
  }
  window->event->all_day = times.all_day;
  window->event->first = times.first;
  window->event->last = times.last;
  window->event->start = times.start;
  window->event->end = times.end;
  window->event->recurring = is_recurring;
  window->func (window->event, is_again, window->user_data);
}
