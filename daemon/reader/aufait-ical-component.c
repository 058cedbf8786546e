/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-component.h"

typedef enum {
  IS_REPEATED = 1 << 0,
  IS_TEXT = 1 << 1,
} NameFlags;

typedef struct {
  const char *text;
  NameFlags flags;
} NameRow;

static const NameRow names[] = {
  [AUFAIT_ICAL_UID] = { "UID" },
  [AUFAIT_ICAL_SUMMARY] = { "SUMMARY", IS_TEXT },
  [AUFAIT_ICAL_LOCATION] = { "LOCATION", IS_TEXT },
  [AUFAIT_ICAL_DESCRIPTION] = { "DESCRIPTION", IS_TEXT },
  [AUFAIT_ICAL_DTSTART] = { "DTSTART" },
  [AUFAIT_ICAL_DTEND] = { "DTEND" },
  [AUFAIT_ICAL_DURATION] = { "DURATION" },
  [AUFAIT_ICAL_RRULE] = { "RRULE", IS_REPEATED },
  [AUFAIT_ICAL_EXRULE] = { "EXRULE" },
  [AUFAIT_ICAL_RDATE] = { "RDATE", IS_REPEATED },
  [AUFAIT_ICAL_EXDATE] = { "EXDATE", IS_REPEATED },
  [AUFAIT_ICAL_RECURRENCE_ID] = { "RECURRENCE-ID" },
  [AUFAIT_ICAL_SEQUENCE] = { "SEQUENCE" },
  [AUFAIT_ICAL_STATUS] = { "STATUS" },
  [AUFAIT_ICAL_TRANSP] = { "TRANSP" },
  [AUFAIT_ICAL_ALL_DAY] = { "X-MICROSOFT-CDO-ALLDAYEVENT" },
  [AUFAIT_ICAL_ATTENDEE] = { "ATTENDEE", IS_REPEATED },
  [AUFAIT_ICAL_ORGANIZER] = { "ORGANIZER" },
  [AUFAIT_ICAL_TZID] = { "TZID" },
  [AUFAIT_ICAL_LOCATION_ID] = { "X-LIC-LOCATION" },
  [AUFAIT_ICAL_OFFSET_FROM] = { "TZOFFSETFROM" },
  [AUFAIT_ICAL_OFFSET_TO] = { "TZOFFSETTO" },
};

int
aufait_ical_name_find (AufaitVcardSpan name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (aufait_vcard_span_is (name, names[i].text))
      return (int) i;
  }
  return -1;
}

gboolean
aufait_ical_name_is_repeated (AufaitIcalName name)
{
  return (names[name].flags & IS_REPEATED) != 0;
}

gboolean
aufait_ical_name_is_text (AufaitIcalName name)
{
  return (names[name].flags & IS_TEXT) != 0;
}

AufaitIcalComponent *
aufait_ical_component_new (guint line, guint calendar)
{
  AufaitIcalComponent *component = g_rc_box_new0 (AufaitIcalComponent);

  component->line = line;
  component->calendar = calendar;
  component->properties = g_array_new (FALSE, FALSE, sizeof (AufaitIcalProperty));

  return component;
}

AufaitIcalComponent *
aufait_ical_component_ref (AufaitIcalComponent *component)
{
  return g_rc_box_acquire (component);
}

static void
clear (AufaitIcalComponent *component)
{
  g_array_unref (component->properties);
  g_clear_pointer (&component->parts, g_ptr_array_unref);
  g_free (component->key);
}

void
aufait_ical_component_unref (AufaitIcalComponent *component)
{
  if (component != NULL)
    g_rc_box_release_full (component, (GDestroyNotify) clear);
}

const AufaitVcardProperty *
aufait_ical_component_find (const AufaitIcalComponent *component, AufaitIcalName name)
{
  for (guint i = 0; i < component->properties->len; i++) {
    const AufaitIcalProperty *property =
        &g_array_index (component->properties, AufaitIcalProperty, i);

    if (property->name == name)
      return &property->content;
  }
  return NULL;
}
