/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-exceptions.h"

#include <glib/gi18n-lib.h>

#define DATES_MAX 20000

struct _AufaitIcalExceptions {
  GHashTable *keys; /* gint64; NULL: none, as with most events */
};

gint64
aufait_ical_exceptions_get_key (const AufaitIcalEvent *master,
                                const AufaitIcalTime *time,
                                AufaitIcalZone *zone)
{
  AufaitIcalTime at = *time;

  if (master->start.is_date)
    return aufait_ical_zone_localize (master->zone, &at).day;
  if (!at.is_date)
    return aufait_ical_zone_resolve (zone, &at);
  at.secs = master->start.secs;
  return aufait_ical_zone_resolve (master->zone, &at);
}

static void
add_key (AufaitIcalExceptions *exceptions, gint64 key)
{
  if (exceptions->keys == NULL)
    exceptions->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (exceptions->keys, g_memdup2 (&key, sizeof key));
}

/* FALSE when something in the list is no date. */
static gboolean
add_dates (AufaitIcalExceptions *exceptions,
           const AufaitIcalEvent *master,
           const AufaitVcardProperty *property,
           AufaitIcalZones *zones)
{
  AufaitVcardSpan list = property->value, item;
  gboolean is_whole = TRUE;
  AufaitIcalTime time;
  AufaitIcalZone *zone;

  while (aufait_vcard_span_take (&list, ',', &item)) {
    if (exceptions->keys != NULL && g_hash_table_size (exceptions->keys) >= DATES_MAX)
      return FALSE;
    if (aufait_ical_event_read_time (property, item, zones, &time, &zone))
      add_key (exceptions, aufait_ical_exceptions_get_key (master, &time, zone));
    else
      is_whole = FALSE;
  }
  return is_whole;
}

AufaitIcalExceptions *
aufait_ical_exceptions_new (const AufaitIcalEvent *master,
                            const GPtrArray *overrides,
                            AufaitIcalZones *zones,
                            AufaitVcardReport *report)
{
  AufaitIcalExceptions *exceptions = g_new0 (AufaitIcalExceptions, 1);
  const GArray *properties = master->component->properties;

  for (guint i = 0; i < properties->len; i++) {
    const AufaitIcalProperty *property = &g_array_index (properties, AufaitIcalProperty, i);

    if (property->name == AUFAIT_ICAL_EXDATE &&
        !add_dates (exceptions, master, &property->content, zones))
      aufait_vcard_report_add (report, _ ("Line %u: %s was not understood."),
                               property->content.line, "EXDATE");
  }
  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    const AufaitIcalEvent *event = g_ptr_array_index (overrides, i);

    add_key (exceptions,
             aufait_ical_exceptions_get_key (master, &event->original, event->original_zone));
  }
  return exceptions;
}

void
aufait_ical_exceptions_free (AufaitIcalExceptions *exceptions)
{
  if (exceptions == NULL)
    return;

  g_clear_pointer (&exceptions->keys, g_hash_table_unref);
  g_free (exceptions);
}

gboolean
aufait_ical_exceptions_has (const AufaitIcalExceptions *exceptions, gint64 key)
{
  return exceptions->keys != NULL && g_hash_table_contains (exceptions->keys, &key);
}
