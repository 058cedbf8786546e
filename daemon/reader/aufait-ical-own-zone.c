/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-own-zone.h"

#include "aufait-ical-rule.h"

/* A change in the year before may hold on into the window, and one in the year behind is of use
 * when the ends of events are placed. */
#define MARGIN_DAYS 400
#define DATES_MAX   1000

/* An observance: when it begins, again and again, and what clocks show before and after. */
typedef struct {
  AufaitIcalTime start;
  gint64 from;
  gint64 to;
  GArray *changes; /* of the whole zone */
  AufaitDay first; /* earlier changes are of interest when they are the last */
  AufaitDay last;
  gint64 latest; /* of those that are earlier */
  guint n_dates;
} Observance;

static void
add_change (Observance *observance, const AufaitIcalTime *at)
{
  AufaitIcalZoneChange change = { aufait_ical_time_get_local (at), observance->to };

  if (!at->is_utc)
    change.at -= observance->from;
  if (at->day < observance->first)
    observance->latest = MAX (observance->latest, change.at);
  else if (at->day <= observance->last)
    g_array_append_val (observance->changes, change);
}

static gboolean
is_behind (const Observance *observance, const AufaitIcalGateRule *rule, const AufaitIcalTime *at)
{
  gint64 local = aufait_ical_time_get_local (at), until = aufait_ical_time_get_local (&rule->until);

  if (!rule->has_until)
    return FALSE;
  if (rule->until.is_date)
    return at->day > rule->until.day;
  return rule->until.is_utc ? local - observance->from > until : local > until;
}

static gboolean
read_rule (Observance *observance, AufaitVcardSpan text)
{
  AufaitIcalGateRule rule;
  g_autoptr (AufaitIcalRule) days = NULL;
  AufaitIcalTime at = observance->start;

  if (!aufait_ical_gate_rule_read (text, &rule) || rule.frequency != AUFAIT_ICAL_GATE_RULE_YEARLY ||
      rule.n_year_days > 0 || rule.n_positions > 0 || rule.interval > 1 || rule.count > 0)
    return FALSE;
  days = aufait_ical_rule_new (&rule, at.day, observance->first, observance->last);
  while ((at.day = aufait_ical_rule_next (days)) != AUFAIT_DAY_NONE) {
    if (at.day == observance->start.day)
      continue;
    if (is_behind (observance, &rule, &at))
      break;
    add_change (observance, &at);
  }
  return TRUE;
}

static gboolean
read_dates (Observance *observance, AufaitVcardSpan list)
{
  AufaitVcardSpan item;
  AufaitIcalTime at;

  while (aufait_vcard_span_take (&list, ',', &item)) {
    if (!aufait_ical_time_parse (item, &at) || at.is_date || ++observance->n_dates > DATES_MAX)
      return FALSE;
    add_change (observance, &at);
  }
  return TRUE;
}

static gboolean
read_head (Observance *observance, const AufaitIcalComponent *part)
{
  const AufaitVcardProperty *start = aufait_ical_component_find (part, AUFAIT_ICAL_DTSTART);
  const AufaitVcardProperty *from = aufait_ical_component_find (part, AUFAIT_ICAL_OFFSET_FROM);
  const AufaitVcardProperty *to = aufait_ical_component_find (part, AUFAIT_ICAL_OFFSET_TO);

  return start != NULL && from != NULL && to != NULL &&
         aufait_ical_time_parse (start->value, &observance->start) &&
         aufait_ical_time_parse_offset (from->value, &observance->from) &&
         aufait_ical_time_parse_offset (to->value, &observance->to);
}

static gboolean
read_part (Observance *observance, const AufaitIcalComponent *part)
{
  guint n_rules = 0;

  if (!read_head (observance, part))
    return FALSE;
  observance->latest = G_MININT64;
  add_change (observance, &observance->start);
  for (guint i = 0; i < part->properties->len; i++) {
    const AufaitIcalProperty *property = &g_array_index (part->properties, AufaitIcalProperty, i);

    if (property->name == AUFAIT_ICAL_RRULE &&
        (++n_rules > 1 || !read_rule (observance, property->content.value)))
      return FALSE;
    if (property->name == AUFAIT_ICAL_RDATE && !read_dates (observance, property->content.value))
      return FALSE;
  }
  if (observance->latest != G_MININT64) {
    AufaitIcalZoneChange change = { observance->latest, observance->to };

    g_array_append_val (observance->changes, change);
  }
  return TRUE;
}

AufaitIcalZone *
aufait_ical_own_zone_read (const AufaitIcalComponent *component, AufaitDay first, AufaitDay last)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (AufaitIcalZoneChange));
  gint64 earliest = G_MAXINT64, offset = 0;

  if (component->parts == NULL)
    return NULL;
  for (guint i = 0; i < component->parts->len; i++) {
    Observance observance = { .changes = changes,
                              .first = first - MARGIN_DAYS,
                              .last = last + MARGIN_DAYS };
    gint64 start;

    if (!read_part (&observance, g_ptr_array_index (component->parts, i)))
      return NULL;
    start = aufait_ical_time_get_local (&observance.start);
    if (start < earliest) {
      earliest = start;
      offset = observance.from;
    }
  }
  return aufait_ical_zone_new_own (offset, changes);
}
