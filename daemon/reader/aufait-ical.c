/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical.h"

#include "aufait-ical-gate.h"
#include "aufait-ical-series.h"
#include "aufait-ical-zone-texts.h"

struct _AufaitIcal {
  AufaitDay first;
  AufaitDay last;
  char *zone;
  AufaitIcalZones *zones;
  AufaitIcalZoneTexts *texts;
};

/* All events of one UID. */
typedef struct {
  GPtrArray *masters;   /* AufaitIcalEvent */
  GPtrArray *overrides; /* AufaitIcalEvent; NULL: none */
} Family;

AufaitIcal *
aufait_ical_new (AufaitDay first, AufaitDay last, const char *zone)
{
  AufaitIcal *ical = g_new0 (AufaitIcal, 1);

  ical->first = first;
  ical->last = last;
  ical->zone = g_strdup (zone);
  ical->zones = aufait_ical_zones_new (zone, first, last);
  ical->texts = aufait_ical_zone_texts_new ();

  return ical;
}

void
aufait_ical_free (AufaitIcal *ical)
{
  if (ical == NULL)
    return;

  g_free (ical->zone);
  aufait_ical_zones_free (ical->zones);
  aufait_ical_zone_texts_free (ical->texts);
  g_free (ical);
}

gboolean
aufait_ical_is_for (const AufaitIcal *ical, AufaitDay first, AufaitDay last, const char *zone)
{
  return ical->first == first && ical->last == last && g_strcmp0 (ical->zone, zone) == 0;
}

/* --- families ------------------------------------------------------------------------------ */

static void
free_family (Family *family)
{
  g_clear_pointer (&family->masters, g_ptr_array_unref);
  g_clear_pointer (&family->overrides, g_ptr_array_unref);
  g_free (family);
}

/* Programs that give one UID to all their events do not mean versions: those begin at different
 * times and have the same number. */
static gboolean
are_versions (const AufaitIcalEvent *a, const AufaitIcalEvent *b)
{
  if (!a->is_override)
    return a->sequence != b->sequence ||
           aufait_ical_time_get_local (&a->start) == aufait_ical_time_get_local (&b->start);
  return a->original_zone == b->original_zone &&
         aufait_ical_time_get_local (&a->original) == aufait_ical_time_get_local (&b->original);
}

/* Takes @event. It can only be a version of the last ones: a file with ten thousand of one UID must
 * not cost their square. */
static void
add_version (GPtrArray *events, AufaitIcalEvent *event)
{
  for (guint i = 0; i < MIN (events->len, 64); i++) {
    gpointer *place = &g_ptr_array_index (events, events->len - 1 - i);

    if (!are_versions (event, *place))
      continue;
    if (event->sequence >= ((const AufaitIcalEvent *) *place)->sequence) {
      aufait_ical_event_free (*place);
      *place = event;
    } else {
      aufait_ical_event_free (event);
    }
    return;
  }
  g_ptr_array_add (events, event);
}

static void
add_to_family (GHashTable *families, GPtrArray *order, AufaitIcalEvent *event)
{
  Family *family = g_hash_table_lookup (families, event->uid);
  GPtrArray **events;

  if (family == NULL) {
    family = g_new0 (Family, 1);
    g_hash_table_insert (families, g_strdup (event->uid), family);
    g_ptr_array_add (order, family);
  }
  events = event->is_override ? &family->overrides : &family->masters;
  if (*events == NULL)
    *events = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ical_event_free);
  add_version (*events, event);
}

static void
expand_family (const Family *family, AufaitIcalWindow *window)
{
  guint n_overrides = family->overrides != NULL ? family->overrides->len : 0;

  for (guint i = 0; family->masters != NULL && i < family->masters->len; i++) {
    for (guint k = 0; k < n_overrides; k++) {
      if (!aufait_ical_window_count_step (window))
        return;
    }
    aufait_ical_series_expand (g_ptr_array_index (family->masters, i), family->overrides, window);
  }
  /* Those whose occurrence is not there, or whose event is in no file of ours, stand for
   * themselves. */
  for (guint i = 0; i < n_overrides; i++) {
    const AufaitIcalEvent *event = g_ptr_array_index (family->overrides, i);

    aufait_ical_window_add (window, event, &event->start, &event->length, TRUE);
  }
}

/* --- the file ------------------------------------------------------------------------------ */

static void
read_events (AufaitIcal *ical, const AufaitIcalGate *gate, AufaitIcalWindow *window)
{
  g_autoptr (GHashTable) families =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_family);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  AufaitVcardReport *report = aufait_ical_window_get_report (window);

  for (guint i = 0; i < gate->events->len; i++) {
    const AufaitIcalComponent *component = g_ptr_array_index (gate->events, i);
    gboolean is_cancelled = g_array_index (gate->cancels, gboolean, component->calendar);
    AufaitIcalEvent *event = aufait_ical_event_read (component, ical->zones, is_cancelled, report);

    if (event != NULL)
      add_to_family (families, order, event);
  }
  for (guint i = 0; i < order->len; i++)
    expand_family (g_ptr_array_index (order, i), window);
}

void
aufait_ical_read (AufaitIcal *ical,
                  const char *data,
                  gsize length,
                  AufaitIcalFunc func,
                  gpointer user_data,
                  GPtrArray *problems)
{
  AufaitVcardReport report = { .problems = problems };
  g_autoptr (AufaitIcalGate) gate = NULL;
  g_autoptr (AufaitIcalWindow) window =
      aufait_ical_window_new (ical->first, ical->last, ical->zones, func, user_data);

  aufait_ical_zone_texts_trim (ical->texts);
  gate = aufait_ical_gate_read (data, length, aufait_ical_zone_texts_find, ical->texts, &report);
  aufait_ical_window_set_report (window, &report);
  aufait_ical_zones_set_file (ical->zones, gate->zones, &report);
  read_events (ical, gate, window);
  aufait_ical_zones_set_file (ical->zones, NULL, NULL);
}
