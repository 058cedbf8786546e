/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-zone.h"

/* The system's zones are asked for one instant again and again, and answer slowly: between two
 * instants of one interval the clocks stay as they are. There is a span for each so many days,
 * which are shared by days far apart. */
#define SPAN_BITS 23 /* of seconds: 97 days */
#define N_SPANS   64 /* 17 years */

typedef struct {
  gint64 from;
  gint64 to; /* inclusive; before @from: nothing is known */
  int interval;
  gint32 offset;
} Span;

struct _AufaitIcalZone {
  grefcount refs;
  GTimeZone *system; /* NULL: its own changes count */
  Span *spans;       /* what is known of it */
  gint64 offset;     /* before the first change */
  GArray *changes;   /* AufaitIcalZoneChange, by instant; NULL: none */
};

AufaitIcalZone *
aufait_ical_zone_new_utc (void)
{
  return aufait_ical_zone_new_own (0, NULL);
}

AufaitIcalZone *
aufait_ical_zone_new_system (GTimeZone *zone)
{
  AufaitIcalZone *system = aufait_ical_zone_new_own (0, NULL);

  system->system = g_time_zone_ref (zone);
  system->spans = g_new0 (Span, N_SPANS);
  for (guint i = 0; i < N_SPANS; i++)
    system->spans[i].to = -1;
  return system;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const AufaitIcalZoneChange *x = a, *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

AufaitIcalZone *
aufait_ical_zone_new_own (gint64 offset, GArray *changes)
{
  AufaitIcalZone *zone = g_new0 (AufaitIcalZone, 1);

  g_ref_count_init (&zone->refs);
  zone->offset = offset;
  if (changes != NULL) {
    zone->changes = g_array_ref (changes);
    g_array_sort (zone->changes, compare_changes);
  }
  return zone;
}

AufaitIcalZone *
aufait_ical_zone_ref (AufaitIcalZone *zone)
{
  g_ref_count_inc (&zone->refs);
  return zone;
}

void
aufait_ical_zone_unref (AufaitIcalZone *zone)
{
  if (zone == NULL || !g_ref_count_dec (&zone->refs))
    return;

  g_clear_pointer (&zone->system, g_time_zone_unref);
  g_clear_pointer (&zone->changes, g_array_unref);
  g_free (zone->spans);
  g_free (zone);
}

static gint64
get_own_offset (const AufaitIcalZone *zone, gint64 unix_secs)
{
  guint low = 0, high = zone->changes != NULL ? zone->changes->len : 0;

  /* The first change that is later. */
  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (zone->changes, AufaitIcalZoneChange, middle).at <= unix_secs)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return zone->offset;
  return g_array_index (zone->changes, AufaitIcalZoneChange, low - 1).offset;
}

static void
learn (const AufaitIcalZone *zone, Span *span, gint64 unix_secs)
{
  int interval = g_time_zone_find_interval (zone->system, G_TIME_TYPE_UNIVERSAL, unix_secs);

  if (span->from <= span->to && span->interval == interval) {
    span->from = MIN (span->from, unix_secs);
    span->to = MAX (span->to, unix_secs);
    return;
  }
  span->from = span->to = unix_secs;
  span->interval = interval;
  span->offset = interval < 0 ? 0 : g_time_zone_get_offset (zone->system, interval);
}

gint64
aufait_ical_zone_get_offset (const AufaitIcalZone *zone, gint64 unix_secs)
{
  Span *span;

  if (zone->system == NULL)
    return get_own_offset (zone, unix_secs);
  span = &zone->spans[((guint64) unix_secs >> SPAN_BITS) % N_SPANS];
  if (unix_secs < span->from || unix_secs > span->to)
    learn (zone, span, unix_secs);
  return span->offset;
}

static gint64
get_offset (gconstpointer zone, gint64 unix_secs)
{
  return aufait_ical_zone_get_offset (zone, unix_secs);
}

gint64
aufait_ical_zone_resolve (const AufaitIcalZone *zone, const AufaitIcalTime *time)
{
  return aufait_day_resolve (time->day, time->secs, get_offset, zone);
}

AufaitIcalTime
aufait_ical_zone_localize (const AufaitIcalZone *zone, const AufaitIcalTime *time)
{
  gint64 instant = aufait_ical_time_get_local (time);
  AufaitIcalTime local = *time;

  if (!time->is_utc || time->secs == 0)
    return local;
  local.is_utc = FALSE;
  return aufait_ical_time_from_local (instant + aufait_ical_zone_get_offset (zone, instant), &local,
                                      &local)
             ? local
             : *time;
}

static gboolean
agrees_at (const AufaitIcalZone *own, const AufaitIcalZone *other, gint64 at)
{
  return aufait_ical_zone_get_offset (own, at) == aufait_ical_zone_get_offset (other, at);
}

gboolean
aufait_ical_zone_agrees (const AufaitIcalZone *own,
                         const AufaitIcalZone *other,
                         AufaitDay first,
                         AufaitDay last)
{
  AufaitIcalTime from = { .day = first }, to = { .day = last };
  gint64 start = aufait_ical_time_get_local (&from) - AUFAIT_ICAL_TIME_SECS_IN_DAY;
  gint64 end = aufait_ical_time_get_local (&to) + 2 * AUFAIT_ICAL_TIME_SECS_IN_DAY;

  for (guint i = 0; own->changes != NULL && i < own->changes->len; i++) {
    gint64 at = g_array_index (own->changes, AufaitIcalZoneChange, i).at;

    if (at >= start && at <= end &&
        (!agrees_at (own, other, at) || !agrees_at (own, other, at - 1)))
      return FALSE;
  }
  /* Changes that only the other knows last for weeks at least. */
  for (gint64 at = start; at <= end; at += 7 * AUFAIT_ICAL_TIME_SECS_IN_DAY) {
    if (!agrees_at (own, other, at))
      return FALSE;
  }
  return TRUE;
}
