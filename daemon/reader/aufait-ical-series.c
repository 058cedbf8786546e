/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-series.h"

#include <glib/gi18n-lib.h>

#include "aufait-ical-exceptions.h"
#include "aufait-ical-rule.h"
#include "aufait-text.h"

/* Zones are less than a day apart from each other and from the user's, on either side. */
#define MARGIN_DAYS 3

/* From an occurrence on, all are other than they were. */
typedef struct {
  gint64 key;
  const AufaitIcalEvent *event;
  gint64 shift; /* how much later they begin, as local clocks show it */
} Future;

typedef struct {
  const AufaitIcalEvent *master;
  AufaitIcalWindow *window;
  AufaitIcalExceptions *exceptions;
  GArray *futures;   /* Future, by key */
  GHashTable *seen;  /* keys, when dates may come twice; else NULL */
  gint64 shift_days; /* the largest shift, either way */
  gboolean is_recurring;
} Series;

/* --- occurrences --------------------------------------------------------------------------- */

/* The last one that holds for @key. */
static const Future *
find_future (const Series *series, gint64 key)
{
  guint low = 0, high = series->futures->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (series->futures, Future, middle).key <= key)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? &g_array_index (series->futures, Future, low - 1) : NULL;
}

/* The occurrence that was to be at @time is at a time of another zone and later, perhaps. */
static void
add_shifted (Series *series, const Future *future, const AufaitIcalTime *time)
{
  const AufaitIcalEvent *event = future->event;
  gint64 local = aufait_ical_time_get_local (time);
  AufaitIcalTime start;

  if (!time->is_date) {
    gint64 instant = aufait_ical_zone_resolve (series->master->zone, time);

    local = instant + aufait_ical_zone_get_offset (event->zone, instant);
  }
  if (aufait_ical_time_from_local (local + future->shift, &event->start, &start))
    aufait_ical_window_add (series->window, event, &start, &event->length, TRUE);
}

static gboolean
is_new (Series *series, gint64 key)
{
  if (aufait_ical_exceptions_has (series->exceptions, key))
    return FALSE;
  return series->seen == NULL || g_hash_table_add (series->seen, g_memdup2 (&key, sizeof key));
}

/* The occurrence at @time, unless it was excluded or replaced. */
static void
add_occurrence (Series *series, const AufaitIcalTime *time, const AufaitIcalTimeLength *length)
{
  const AufaitIcalEvent *master = series->master;
  gint64 key = aufait_ical_exceptions_get_key (master, time, master->zone);
  const Future *future;

  if (!is_new (series, key))
    return;
  future = find_future (series, key);
  if (future != NULL)
    add_shifted (series, future, time);
  else
    aufait_ical_window_add (series->window, master, time, length, series->is_recurring);
}

/* --- the rule ------------------------------------------------------------------------------ */

static gboolean
is_behind (const Series *series, const AufaitIcalGateRule *rule, const AufaitIcalTime *time)
{
  const AufaitIcalEvent *master = series->master;
  AufaitIcalZone *user = aufait_ical_zones_get_user (aufait_ical_window_get_zones (series->window));
  gint64 until = aufait_ical_time_get_local (&rule->until);

  if (rule->until.is_date)
    return time->day > rule->until.day;
  if (!rule->until.is_utc)
    return aufait_ical_time_get_local (time) > until;
  if (!time->is_date)
    return aufait_ical_zone_resolve (master->zone, time) > until;
  /* A day has no instant: the user's midnight is what most programs mean. */
  return aufait_ical_zone_resolve (user, time) > until;
}

static void
follow_rule (Series *series, const AufaitIcalGateRule *rule)
{
  const AufaitIcalEvent *master = series->master;
  gint64 margin = MARGIN_DAYS + series->shift_days;
  gint64 length = master->length.days + master->length.secs / AUFAIT_ICAL_TIME_SECS_IN_DAY;
  gint64 from = aufait_ical_window_get_first (series->window) - margin - length;
  gint64 last = aufait_ical_window_get_last (series->window) + margin;
  g_autoptr (AufaitIcalRule) days = aufait_ical_rule_new (
      rule, master->start.day, (AufaitDay) MAX (from, 1), (AufaitDay) MIN (last, G_MAXINT32));
  AufaitIcalTime time = master->start;
  int count = 1; /* the first is DTSTART, whether the rule has it or not */

  while ((time.day = aufait_ical_rule_next (days)) != AUFAIT_DAY_NONE) {
    if (!aufait_ical_window_count_step (series->window))
      return;
    if (time.day == master->start.day)
      continue;
    if ((rule->count > 0 && ++count > rule->count) ||
        (rule->has_until && is_behind (series, rule, &time)))
      return;
    if (time.day >= from)
      add_occurrence (series, &time, &master->length);
  }
}

static void
report_rule (Series *series, const AufaitVcardProperty *property)
{
  g_autofree char *text = aufait_vcard_span_dup (property->value);
  g_autofree char *clean = aufait_text_clean (text, 100);

  aufait_vcard_report_add (
      aufait_ical_window_get_report (series->window),
      _ ("Line %u: the rule “%s” is not supported. Only the first of its days is known."),
      property->line, clean);
}

/* FALSE when there is a rule that cannot be followed: half a series is worse than its beginning. */
static gboolean
read_rule (Series *series, AufaitIcalGateRule *ret_rule, gboolean *ret_has_rule)
{
  const GArray *properties = series->master->component->properties;

  *ret_has_rule = FALSE;
  for (guint i = 0; i < properties->len; i++) {
    const AufaitIcalProperty *property = &g_array_index (properties, AufaitIcalProperty, i);
    gboolean is_rule = property->name == AUFAIT_ICAL_RRULE;

    if (!is_rule && property->name != AUFAIT_ICAL_EXRULE)
      continue;
    if (!is_rule || *ret_has_rule ||
        !aufait_ical_gate_rule_read (property->content.value, ret_rule)) {
      report_rule (series, &property->content);
      return FALSE;
    }
    *ret_has_rule = TRUE;
  }
  return TRUE;
}

/* --- further dates ------------------------------------------------------------------------- */

/* "START/END" or "START/DURATION"; of the same form as the event. */
static gboolean
read_date (Series *series,
           const AufaitVcardProperty *property,
           AufaitVcardSpan item,
           AufaitIcalTime *ret_time,
           AufaitIcalTimeLength *ret_length)
{
  AufaitIcalZones *zones = aufait_ical_window_get_zones (series->window);
  AufaitIcalTime time, end;
  AufaitIcalZone *zone, *end_zone;
  AufaitVcardSpan start;
  gint64 instant;

  aufait_vcard_span_take (&item, '/', &start);
  if (!aufait_ical_event_read_time (property, start, zones, &time, &zone) ||
      time.is_date != series->master->start.is_date)
    return FALSE;
  *ret_length = series->master->length;
  *ret_time = time;
  if (time.is_date)
    return item.text == NULL;
  instant = aufait_ical_zone_resolve (zone, &time);
  if (item.text != NULL && !aufait_ical_time_parse_length (item, ret_length)) {
    if (!aufait_ical_event_read_time (property, item, zones, &end, &end_zone) || end.is_date)
      return FALSE;
    ret_length->days = 0;
    ret_length->secs = MAX (aufait_ical_zone_resolve (end_zone, &end) - instant, 0);
  }
  /* In the event's own zone, as all its occurrences are. */
  return aufait_ical_time_from_local (
      instant + aufait_ical_zone_get_offset (series->master->zone, instant), &series->master->start,
      ret_time);
}

static void
add_dates (Series *series, const AufaitVcardProperty *property)
{
  AufaitVcardSpan list = property->value, item;
  gboolean is_whole = TRUE;

  while (aufait_vcard_span_take (&list, ',', &item)) {
    AufaitIcalTime time;
    AufaitIcalTimeLength length;

    if (!aufait_ical_window_count_step (series->window))
      return;
    if (read_date (series, property, item, &time, &length))
      add_occurrence (series, &time, &length);
    else
      is_whole = FALSE;
  }
  if (!is_whole)
    aufait_vcard_report_add (aufait_ical_window_get_report (series->window),
                             _ ("Line %u: %s was not understood."), property->line, "RDATE");
}

static void
add_all_dates (Series *series)
{
  const GArray *properties = series->master->component->properties;

  for (guint i = 0; i < properties->len; i++) {
    const AufaitIcalProperty *property = &g_array_index (properties, AufaitIcalProperty, i);

    if (property->name == AUFAIT_ICAL_RDATE)
      add_dates (series, &property->content);
  }
}

/* --- what is replaced ---------------------------------------------------------------------- */

static int
compare_futures (gconstpointer a, gconstpointer b)
{
  const Future *x = a, *y = b;

  return (x->key > y->key) - (x->key < y->key);
}

static void
add_future (Series *series, const AufaitIcalEvent *event)
{
  const AufaitIcalEvent *master = series->master;
  gint64 original = aufait_ical_time_get_local (&event->original);
  Future future = { .event = event };

  /* From a day to an hour there is no shift; the one occurrence is replaced all the same. */
  if (event->start.is_date != master->start.is_date ||
      event->original.is_date != event->start.is_date)
    return;
  if (!event->start.is_date) {
    gint64 instant = aufait_ical_zone_resolve (event->original_zone, &event->original);

    original = instant + aufait_ical_zone_get_offset (event->zone, instant);
  }
  future.key = aufait_ical_exceptions_get_key (master, &event->original, event->original_zone);
  future.shift = aufait_ical_time_get_local (&event->start) - original;
  g_array_append_val (series->futures, future);
  series->shift_days =
      MAX (series->shift_days, ABS (future.shift) / AUFAIT_ICAL_TIME_SECS_IN_DAY + 1);
}

static void
read_futures (Series *series, const GPtrArray *overrides)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    const AufaitIcalEvent *event = g_ptr_array_index (overrides, i);

    if (event->has_future)
      add_future (series, event);
  }
  g_array_sort (series->futures, compare_futures);
}

static gboolean
has_dates (const AufaitIcalEvent *master)
{
  return aufait_ical_component_find (master->component, AUFAIT_ICAL_RDATE) != NULL;
}

void
aufait_ical_series_expand (const AufaitIcalEvent *master,
                           const GPtrArray *overrides,
                           AufaitIcalWindow *window)
{
  g_autoptr (AufaitIcalExceptions) exceptions =
      aufait_ical_exceptions_new (master, overrides, aufait_ical_window_get_zones (window),
                                  aufait_ical_window_get_report (window));
  g_autoptr (GArray) futures = g_array_new (FALSE, FALSE, sizeof (Future));
  g_autoptr (GHashTable) seen = NULL;
  Series series = {
    .master = master, .window = window, .exceptions = exceptions, .futures = futures
  };
  AufaitIcalGateRule rule;
  gboolean has_rule;

  if (has_dates (master))
    seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  series.seen = seen;
  read_futures (&series, overrides);
  if (!read_rule (&series, &rule, &has_rule)) {
    series.is_recurring = TRUE;
    add_occurrence (&series, &master->start, &master->length);
    return;
  }
  series.is_recurring = has_rule || seen != NULL;
  add_occurrence (&series, &master->start, &master->length);
  if (has_rule)
    follow_rule (&series, &rule);
  add_all_dates (&series);
}
