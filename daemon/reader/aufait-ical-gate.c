/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-gate.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "aufait-ical-check.h"
#include "aufait-vcard-lines.h"

#define END_OF_ZONE "\nEND:VTIMEZONE"

/* What we know of the components that a line is in. */
typedef enum {
  LEVEL_OTHER,   /* nothing in it is wanted */
  LEVEL_REFUSED, /* an event or a zone too many */
  LEVEL_CALENDAR,
  LEVEL_EVENT,
  LEVEL_ZONE,
  LEVEL_PART,
} Level;

typedef struct {
  AufaitIcalGate *gate;
  AufaitIcalGateFindZone find_zone;
  gpointer user_data;
  AufaitVcardReport *report;
  AufaitVcardLines lines;
  guint calendar;          /* the line on which the last calendar begins */
  const char *end_of_zone; /* the next END_OF_ZONE, or the end of the text */
  Level levels[AUFAIT_ICAL_GATE_DEPTH_MAX];
  guint depth;
  guint too_deep;               /* how many components are open below the deepest level */
  AufaitIcalComponent *outer;   /* the event or zone that is open */
  AufaitIcalComponent *current; /* that, or the part of it that is open */
  guint n_repeats;
  guint n_properties;
  guint broken; /* a bit a property that was found to be broken (aufait-ical-check.h) */
  gboolean is_full;
} Reading;

static Level
get_level (const Reading *reading)
{
  if (reading->depth == 0 || reading->too_deep > 0)
    return LEVEL_OTHER;
  return reading->levels[reading->depth - 1];
}

/* --- components ---------------------------------------------------------------------------- */

static Level
choose_level (const Reading *reading, AufaitVcardSpan name)
{
  Level level = get_level (reading);

  if (reading->depth == 0 && aufait_vcard_span_is (name, "VCALENDAR"))
    return LEVEL_CALENDAR;
  if (level == LEVEL_CALENDAR && aufait_vcard_span_is (name, "VEVENT"))
    return LEVEL_EVENT;
  if (level == LEVEL_CALENDAR && aufait_vcard_span_is (name, "VTIMEZONE"))
    return LEVEL_ZONE;
  if (level == LEVEL_ZONE &&
      (aufait_vcard_span_is (name, "STANDARD") || aufait_vcard_span_is (name, "DAYLIGHT")))
    return LEVEL_PART;
  return LEVEL_OTHER;
}

static void
report_unended (Reading *reading, guint line)
{
  aufait_vcard_report_add (reading->report, _ ("Line %u: what begins there has no end."), line);
}

static void
drop_outer (Reading *reading)
{
  if (reading->outer != NULL)
    report_unended (reading, reading->outer->line);
  g_clear_pointer (&reading->outer, aufait_ical_component_unref);
  reading->current = NULL;
}

static void
begin_calendar (Reading *reading, guint line)
{
  gboolean is_cancel = FALSE;

  g_array_append_val (reading->gate->cancels, is_cancel);
  reading->calendar = line;
}

static void
begin_outer (Reading *reading, guint line)
{
  reading->outer = aufait_ical_component_new (line, reading->gate->cancels->len - 1);
  reading->current = reading->outer;
  reading->n_repeats = 0;
}

static void
begin_part (Reading *reading, guint line)
{
  AufaitIcalComponent *zone = reading->outer;

  if (zone->parts == NULL)
    zone->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ical_component_unref);
  if (zone->parts->len >= AUFAIT_ICAL_GATE_PARTS_MAX) {
    reading->current = NULL;
    return;
  }
  reading->current = aufait_ical_component_new (line, zone->calendar);
  g_ptr_array_add (zone->parts, reading->current);
}

static gboolean
has_room (Reading *reading, Level level)
{
  if (level == LEVEL_EVENT)
    return reading->gate->events->len < AUFAIT_ICAL_GATE_EVENTS_MAX;
  return level != LEVEL_ZONE || reading->gate->zones->len < AUFAIT_ICAL_GATE_ZONES_MAX;
}

/* What stands behind the BEGIN of a zone, to the end of the line of its END; empty where that is
 * not plain to see. The next END is remembered, so that a text with none is not searched anew for
 * each BEGIN. */
static AufaitVcardSpan
peek_zone (Reading *reading)
{
  AufaitVcardSpan rest = reading->lines.rest, none = { NULL, 0 };
  gsize length;

  if (reading->end_of_zone == NULL || reading->end_of_zone < rest.text) {
    reading->end_of_zone = memmem (rest.text, rest.length, END_OF_ZONE, strlen (END_OF_ZONE));
    if (reading->end_of_zone == NULL)
      reading->end_of_zone = rest.text + rest.length;
  }
  length = (gsize) (reading->end_of_zone - rest.text) + strlen (END_OF_ZONE);
  if (length < rest.length && rest.text[length] == '\r')
    length++;
  /* What is folded behind the line belongs to it. */
  if (length + 1 >= rest.length || rest.text[length] != '\n' || rest.text[length + 1] == ' ' ||
      rest.text[length + 1] == '\t')
    return none;
  return (AufaitVcardSpan){ rest.text, length + 1 };
}

/* Passes over a zone that was read before, in this file or another. */
static gboolean
take_known_zone (Reading *reading)
{
  AufaitVcardSpan text;
  AufaitIcalComponent *zone;
  guint n_lines = 0;

  if (reading->find_zone == NULL)
    return FALSE;
  text = peek_zone (reading);
  if (text.length == 0)
    return FALSE;
  zone = reading->find_zone (text, &n_lines, reading->user_data);
  if (zone == NULL)
    return FALSE;
  g_ptr_array_add (reading->gate->zones, zone);
  aufait_vcard_lines_pass (&reading->lines, text.length, n_lines);
  return TRUE;
}

/* An event in an event, a calendar in a calendar: the outer one was never ended. */
static void
leave_unfinished (Reading *reading, AufaitVcardSpan name)
{
  Level level = get_level (reading);

  if (level == LEVEL_EVENT && aufait_vcard_span_is (name, "VEVENT"))
    drop_outer (reading);
  else if (level == LEVEL_CALENDAR && aufait_vcard_span_is (name, "VCALENDAR"))
    report_unended (reading, reading->calendar);
  else
    return;
  reading->depth--;
}

static void
begin_component (Reading *reading, AufaitVcardSpan name, guint line)
{
  Level level;

  leave_unfinished (reading, name);
  level = choose_level (reading, name);
  if (reading->depth >= AUFAIT_ICAL_GATE_DEPTH_MAX) {
    reading->too_deep++;
    return;
  }
  if (!has_room (reading, level)) {
    reading->is_full = TRUE;
    level = LEVEL_REFUSED;
  }
  if (level == LEVEL_ZONE && take_known_zone (reading))
    return;
  reading->levels[reading->depth++] = level;
  if (level == LEVEL_CALENDAR)
    begin_calendar (reading, line);
  else if (level == LEVEL_EVENT || level == LEVEL_ZONE)
    begin_outer (reading, line);
  else if (level == LEVEL_PART)
    begin_part (reading, line);
}

static gboolean
is_end_of (Level level, AufaitVcardSpan name)
{
  switch (level) {
  case LEVEL_CALENDAR:
    return aufait_vcard_span_is (name, "VCALENDAR");
  case LEVEL_EVENT:
    return aufait_vcard_span_is (name, "VEVENT");
  case LEVEL_ZONE:
    return aufait_vcard_span_is (name, "VTIMEZONE");
  case LEVEL_PART:
    return aufait_vcard_span_is (name, "STANDARD") || aufait_vcard_span_is (name, "DAYLIGHT");
  case LEVEL_REFUSED:
    return aufait_vcard_span_is (name, "VEVENT") || aufait_vcard_span_is (name, "VTIMEZONE");
  case LEVEL_OTHER:
  default:
    return !aufait_vcard_span_is (name, "VCALENDAR") && !aufait_vcard_span_is (name, "VEVENT") &&
           !aufait_vcard_span_is (name, "VTIMEZONE");
  }
}

static void
close_level (Reading *reading, Level level)
{
  if (level == LEVEL_PART) {
    reading->current = reading->outer;
  } else if (level == LEVEL_EVENT) {
    g_ptr_array_add (reading->gate->events, g_steal_pointer (&reading->outer));
    reading->current = NULL;
  } else if (level == LEVEL_ZONE) {
    g_ptr_array_add (reading->gate->zones, g_steal_pointer (&reading->outer));
    reading->current = NULL;
  }
}

/* Whoever forgot to end an inner component has ended it by ending an outer one: the event within
 * which it was is lost with a calendar only. */
static void
end_component (Reading *reading, AufaitVcardSpan name)
{
  if (reading->too_deep > 0 && !aufait_vcard_span_is (name, "VCALENDAR")) {
    reading->too_deep--;
    return;
  }
  reading->too_deep = 0;
  for (guint depth = reading->depth; depth > 0; depth--) {
    Level level = reading->levels[depth - 1];

    if (!is_end_of (level, name))
      continue;
    reading->depth = depth;
    if (level == LEVEL_CALENDAR)
      drop_outer (reading);
    close_level (reading, level);
    reading->depth--;
    return;
  }
}

/* --- properties ---------------------------------------------------------------------------- */

static gboolean
may_have (Level level, AufaitIcalName name)
{
  switch (level) {
  case LEVEL_EVENT:
    return name <= AUFAIT_ICAL_ORGANIZER;
  case LEVEL_ZONE:
    return name == AUFAIT_ICAL_TZID || name == AUFAIT_ICAL_LOCATION_ID;
  case LEVEL_PART:
    return name == AUFAIT_ICAL_DTSTART || name == AUFAIT_ICAL_RRULE || name == AUFAIT_ICAL_RDATE ||
           name == AUFAIT_ICAL_OFFSET_FROM || name == AUFAIT_ICAL_OFFSET_TO;
  case LEVEL_OTHER:
  case LEVEL_REFUSED:
  case LEVEL_CALENDAR:
  default:
    return FALSE;
  }
}

/* Why one more of that name is not let in; NULL: it is. */
static const char *
refuse_property (Reading *reading, const AufaitVcardLine *line, AufaitIcalName name)
{
  if (line->is_cut && !aufait_ical_name_is_text (name))
    return _ ("it is too long");
  if (reading->n_properties >= AUFAIT_ICAL_GATE_PROPERTIES_MAX)
    return _ ("there is more in the file than is read");
  if (!aufait_ical_name_is_repeated (name))
    return aufait_ical_component_find (reading->current, name) == NULL
               ? NULL
               : _ ("it says anew what was said before");
  return reading->n_repeats++ < AUFAIT_ICAL_GATE_REPEATS_MAX ? NULL
                                                             : _ ("there are too many of its kind");
}

/* The line's text is only lent; what was folded is gone with the next line. */
static AufaitVcardSpan
keep_text (Reading *reading, AufaitVcardSpan text)
{
  if (text.text != reading->lines.joined->str)
    return text;
  text.text = g_string_chunk_insert_len (reading->gate->lines, text.text, (gssize) text.length);
  return text;
}

static void
add_property (Reading *reading, const AufaitVcardLine *line, AufaitIcalName name)
{
  AufaitIcalProperty property = { .name = name };

  const char *refusal = refuse_property (reading, line, name);

  if (refusal != NULL) {
    aufait_vcard_report_add (reading->report, _ ("Line %u was left out: %s."), line->number,
                             refusal);
    return;
  }
  if (!aufait_vcard_property_parse (keep_text (reading, line->text), line->number,
                                    &property.content))
    return;
  g_array_append_val (reading->current->properties, property);
  reading->n_properties++;
}

/* In a hundred events it is one fault of one program. */
static void
check_property (Reading *reading, const AufaitVcardProperty *property)
{
  int row = aufait_ical_check_find (property);

  if (row < 0 || (reading->broken & (1u << row)) != 0)
    return;
  reading->broken |= 1u << row;
  aufait_ical_check_report (row, property, reading->report);
}

static void
read_line (Reading *reading, const AufaitVcardLine *line)
{
  AufaitVcardProperty property;
  Level level = get_level (reading);
  int name;

  if (!aufait_vcard_property_parse (line->text, line->number, &property)) {
    if (level == LEVEL_EVENT || level == LEVEL_PART)
      aufait_vcard_report_add (reading->report, _ ("Line %u was not understood."), line->number);
    return;
  }
  if (aufait_vcard_span_is (property.name, "BEGIN")) {
    begin_component (reading, aufait_vcard_span_trim (property.value), line->number);
  } else if (aufait_vcard_span_is (property.name, "END")) {
    end_component (reading, aufait_vcard_span_trim (property.value));
  } else if (level == LEVEL_CALENDAR) {
    if (aufait_vcard_span_is (property.name, "METHOD") &&
        aufait_vcard_span_is (aufait_vcard_span_trim (property.value), "CANCEL"))
      g_array_index (reading->gate->cancels, gboolean, reading->gate->cancels->len - 1) = TRUE;
  } else if (level != LEVEL_OTHER && reading->current != NULL) {
    if (level == LEVEL_EVENT)
      check_property (reading, &property);
    name = aufait_ical_name_find (property.name);
    if (name >= 0 && may_have (level, (AufaitIcalName) name))
      add_property (reading, line, (AufaitIcalName) name);
  }
}

static void
report_rest (Reading *reading)
{
  if (reading->gate->cancels->len == 0)
    aufait_vcard_report_add (reading->report, _ ("There is no calendar in the file."));
  if (reading->is_full)
    aufait_vcard_report_add (reading->report, _ ("There is more in the file than is read."));
  if (reading->outer != NULL)
    report_unended (reading, reading->outer->line);
  else if (reading->depth > 0 && reading->levels[0] == LEVEL_CALENDAR)
    report_unended (reading, reading->calendar);
}

AufaitIcalGate *
aufait_ical_gate_read (const char *data,
                       gsize length,
                       AufaitIcalGateFindZone find_zone,
                       gpointer user_data,
                       AufaitVcardReport *report)
{
  AufaitIcalGate *gate = g_new0 (AufaitIcalGate, 1);
  AufaitVcardSpan text = { data, MIN (length, AUFAIT_ICAL_GATE_LENGTH_MAX) };
  Reading reading = {
    .gate = gate, .find_zone = find_zone, .user_data = user_data, .report = report
  };
  AufaitVcardLine line;

  gate->events = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ical_component_unref);
  gate->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ical_component_unref);
  gate->cancels = g_array_new (FALSE, FALSE, sizeof (gboolean));
  gate->lines = g_string_chunk_new (4096);
  aufait_vcard_lines_init (&reading.lines, text);
  while (aufait_vcard_lines_next (&reading.lines, &line))
    read_line (&reading, &line);
  aufait_vcard_lines_clear (&reading.lines);
  report_rest (&reading);
  g_clear_pointer (&reading.outer, aufait_ical_component_unref);
  return gate;
}

void
aufait_ical_gate_free (AufaitIcalGate *gate)
{
  if (gate == NULL)
    return;

  g_ptr_array_unref (gate->events);
  g_ptr_array_unref (gate->zones);
  g_array_unref (gate->cancels);
  g_string_chunk_free (gate->lines);
  g_free (gate);
}
