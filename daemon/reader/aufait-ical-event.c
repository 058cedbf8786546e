/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-event.h"

#include <glib/gi18n-lib.h>

#include "aufait-text.h"

#define UID_CHARS_MAX 500

gboolean
aufait_ical_event_read_time (const AufaitVcardProperty *property,
                             AufaitVcardSpan value,
                             AufaitIcalZones *zones,
                             AufaitIcalTime *ret_time,
                             AufaitIcalZone **ret_zone)
{
  AufaitVcardSpan tzid;

  if (!aufait_ical_time_parse (value, ret_time))
    return FALSE;
  if (ret_time->is_utc)
    *ret_zone = aufait_ical_zones_get_utc (zones);
  else if (!ret_time->is_date && aufait_vcard_property_find (property, "TZID", &tzid))
    *ret_zone = aufait_ical_zones_find (zones, tzid);
  else
    *ret_zone = aufait_ical_zones_get_user (zones);
  return TRUE;
}

static void
report_property (AufaitVcardReport *report, const AufaitVcardProperty *property)
{
  g_autofree char *name = aufait_vcard_span_dup (property->name);
  g_autofree char *clean = aufait_text_clean (name, 20);

  aufait_vcard_report_add (report, _ ("Line %u: %s was not understood."), property->line, clean);
}

/* --- days of Microsoft --------------------------------------------------------------------- */

static gboolean
is_said_all_day (const AufaitIcalComponent *component)
{
  const AufaitVcardProperty *said = aufait_ical_component_find (component, AUFAIT_ICAL_ALL_DAY);

  return said != NULL && aufait_vcard_span_is (aufait_vcard_span_trim (said->value), "TRUE");
}

static gboolean
is_midnight (const AufaitIcalTime *time, AufaitIcalZones *zones)
{
  return aufait_ical_zone_localize (aufait_ical_zones_get_user (zones), time).secs == 0;
}

/* Whether it ends as a day does, or does not say when. */
static gboolean
has_end_of_day (const AufaitIcalComponent *component, AufaitIcalZones *zones)
{
  const AufaitVcardProperty *end = aufait_ical_component_find (component, AUFAIT_ICAL_DTEND);
  const AufaitVcardProperty *duration =
      aufait_ical_component_find (component, AUFAIT_ICAL_DURATION);
  AufaitIcalTimeLength length;
  AufaitIcalTime time;
  AufaitIcalZone *zone;

  if (end != NULL)
    return aufait_ical_event_read_time (end, end->value, zones, &time, &zone) &&
           is_midnight (&time, zones);
  return duration == NULL || (aufait_ical_time_parse_length (duration->value, &length) &&
                              length.secs % AUFAIT_ICAL_TIME_SECS_IN_DAY == 0);
}

/* A day that is written as from midnight to midnight is the user's, wherever they are. */
static void
make_day (AufaitIcalTime *time, AufaitIcalZone **zone, AufaitIcalZones *zones)
{
  *zone = aufait_ical_zones_get_user (zones);
  *time = (AufaitIcalTime){ .day = aufait_ical_zone_localize (*zone, time).day, .is_date = TRUE };
}

static void
read_all_day (AufaitIcalEvent *event, AufaitIcalZones *zones)
{
  if (!event->start.is_date && is_said_all_day (event->component) &&
      is_midnight (&event->start, zones) && has_end_of_day (event->component, zones))
    make_day (&event->start, &event->zone, zones);
}

/* --- how long ------------------------------------------------------------------------------ */

static gboolean
set_end (AufaitIcalEvent *event, const AufaitVcardProperty *property, AufaitIcalZones *zones)
{
  AufaitIcalTime end;
  AufaitIcalZone *zone;
  gint64 days, secs;

  if (!aufait_ical_event_read_time (property, property->value, zones, &end, &zone))
    return FALSE;
  if (event->start.is_date) {
    end = aufait_ical_zone_localize (event->zone, &end);
    /* An end with a time belongs to that day. */
    days = end.day - event->start.day + (end.secs > 0);
    event->length.days = MAX (days, 1);
    return days >= 0;
  }
  if (end.is_date)
    zone = event->zone;
  secs =
      aufait_ical_zone_resolve (zone, &end) - aufait_ical_zone_resolve (event->zone, &event->start);
  event->length.secs = MAX (secs, 0);
  return secs >= 0;
}

static gboolean
set_duration (AufaitIcalEvent *event, const AufaitVcardProperty *property)
{
  AufaitIcalTimeLength length;

  if (!aufait_ical_time_parse_length (property->value, &length))
    return FALSE;
  if (event->start.is_date) {
    gint64 rest = length.secs + AUFAIT_ICAL_TIME_SECS_IN_DAY - 1;

    length.days = MAX (length.days + rest / AUFAIT_ICAL_TIME_SECS_IN_DAY, 1);
    length.secs = 0;
  }
  event->length = length;
  return TRUE;
}

static void
read_length (AufaitIcalEvent *event, AufaitIcalZones *zones, AufaitVcardReport *report)
{
  const AufaitVcardProperty *end = aufait_ical_component_find (event->component, AUFAIT_ICAL_DTEND);
  const AufaitVcardProperty *duration =
      aufait_ical_component_find (event->component, AUFAIT_ICAL_DURATION);

  event->length.days = event->start.is_date ? 1 : 0;
  if (end != NULL && !set_end (event, end, zones))
    report_property (report, end);
  else if (end == NULL && duration != NULL && !set_duration (event, duration))
    report_property (report, duration);
}

/* --- who it is ----------------------------------------------------------------------------- */

static char *
dup_value (const AufaitIcalComponent *component, AufaitIcalName name)
{
  const AufaitVcardProperty *property = aufait_ical_component_find (component, name);
  g_autofree char *text = NULL;

  if (property == NULL)
    return g_strdup ("");
  text = aufait_vcard_span_dup (aufait_vcard_span_trim (property->value));
  return aufait_text_clean (text, UID_CHARS_MAX);
}

static char *
dup_uid (const AufaitIcalComponent *component)
{
  g_autofree char *uid = dup_value (component, AUFAIT_ICAL_UID);
  g_autofree char *start = NULL, *summary = NULL, *both = NULL;

  if (*uid != '\0')
    return g_steal_pointer (&uid);
  start = dup_value (component, AUFAIT_ICAL_DTSTART);
  summary = dup_value (component, AUFAIT_ICAL_SUMMARY);
  both = g_strconcat (start, " ", summary, NULL);
  return aufait_text_clean (both, UID_CHARS_MAX);
}

static gboolean
is_cancelled_itself (const AufaitIcalComponent *component)
{
  const AufaitVcardProperty *status = aufait_ical_component_find (component, AUFAIT_ICAL_STATUS);

  return status != NULL &&
         aufait_vcard_span_is (aufait_vcard_span_trim (status->value), "CANCELLED");
}

static int
read_sequence (const AufaitIcalComponent *component)
{
  g_autofree char *text = dup_value (component, AUFAIT_ICAL_SEQUENCE);

  return (int) CLAMP (g_ascii_strtoll (text, NULL, 10), 0, G_MAXINT);
}

static gboolean
read_original (AufaitIcalEvent *event, AufaitIcalZones *zones)
{
  const AufaitVcardProperty *property =
      aufait_ical_component_find (event->component, AUFAIT_ICAL_RECURRENCE_ID);
  AufaitVcardSpan range;

  if (property == NULL)
    return TRUE;
  event->is_override = TRUE;
  event->has_future = aufait_vcard_property_find (property, "RANGE", &range) &&
                      aufait_vcard_span_is (range, "THISANDFUTURE");
  if (aufait_ical_event_read_time (property, property->value, zones, &event->original,
                                   &event->original_zone))
    return TRUE;
  /* It replaces what nobody knows: it stands for itself. */
  event->original = event->start;
  event->original_zone = event->zone;
  event->has_future = FALSE;
  return FALSE;
}

AufaitIcalEvent *
aufait_ical_event_read (const AufaitIcalComponent *component,
                        AufaitIcalZones *zones,
                        gboolean is_cancelled,
                        AufaitVcardReport *report)
{
  const AufaitVcardProperty *start = aufait_ical_component_find (component, AUFAIT_ICAL_DTSTART);
  g_autoptr (AufaitIcalEvent) event = g_new0 (AufaitIcalEvent, 1);

  if (start == NULL) {
    aufait_vcard_report_add (report, _ ("Line %u: an event without a beginning was left out."),
                             component->line);
    return NULL;
  }
  if (!aufait_ical_event_read_time (start, start->value, zones, &event->start, &event->zone)) {
    report_property (report, start);
    return NULL;
  }
  event->component = component;
  read_all_day (event, zones);
  event->uid = dup_uid (component);
  event->sequence = read_sequence (component);
  event->cancelled = is_cancelled || is_cancelled_itself (component);
  read_length (event, zones, report);
  if (!read_original (event, zones))
    report_property (report, aufait_ical_component_find (component, AUFAIT_ICAL_RECURRENCE_ID));
  return g_steal_pointer (&event);
}

void
aufait_ical_event_free (AufaitIcalEvent *event)
{
  if (event == NULL)
    return;

  g_free (event->uid);
  g_free (event);
}
