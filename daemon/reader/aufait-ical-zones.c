/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-zones.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-ical-gate-tzid.h"
#include "aufait-ical-own-zone.h"
#include "aufait-ical-windows-zone.h"
#include "aufait-text.h"

/* As many VTIMEZONEs are remembered; a calendar that invents a zone an event is not worth more. */
#define OWN_MAX 500
/* More names than tzdata has; files may make up as many as they like. */
#define SYSTEM_MAX      1000
#define NAME_CHARS_MAX  80
#define ZONEINFO_FOLDER "/usr/share/zoneinfo"

struct _AufaitIcalZones {
  AufaitDay first;
  AufaitDay last;
  AufaitIcalZone *user;
  AufaitIcalZone *utc;
  GHashTable *system; /* tzdata's name -> AufaitIcalZone or NULL */
  GHashTable *own;    /* the text of a VTIMEZONE -> AufaitIcalZone or NULL */
  GHashTable *named;  /* TZID -> AufaitIcalZone, in this file */
  const GPtrArray *components;
  AufaitVcardReport *report;
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) aufait_ical_zone_unref);
}

static AufaitIcalZone *
new_user_zone (const char *name)
{
  g_autoptr (GTimeZone) zone =
      name != NULL && *name != '\0' ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? aufait_ical_zone_new_system (zone) : aufait_ical_zone_new_utc ();
}

AufaitIcalZones *
aufait_ical_zones_new (const char *user, AufaitDay first, AufaitDay last)
{
  AufaitIcalZones *zones = g_new0 (AufaitIcalZones, 1);

  zones->first = first;
  zones->last = last;
  zones->user = new_user_zone (user);
  zones->utc = aufait_ical_zone_new_utc ();
  zones->system = new_table ();
  zones->own = new_table ();
  zones->named = new_table ();

  return zones;
}

void
aufait_ical_zones_free (AufaitIcalZones *zones)
{
  if (zones == NULL)
    return;

  aufait_ical_zone_unref (zones->user);
  aufait_ical_zone_unref (zones->utc);
  g_hash_table_unref (zones->system);
  g_hash_table_unref (zones->own);
  g_hash_table_unref (zones->named);
  g_free (zones);
}

void
aufait_ical_zones_set_file (AufaitIcalZones *zones,
                            const GPtrArray *components,
                            AufaitVcardReport *report)
{
  g_hash_table_remove_all (zones->named);
  zones->components = components;
  zones->report = report;
}

AufaitIcalZone *
aufait_ical_zones_get_user (AufaitIcalZones *zones)
{
  return zones->user;
}

AufaitIcalZone *
aufait_ical_zones_get_utc (AufaitIcalZones *zones)
{
  return zones->utc;
}

/* --- those of the system ------------------------------------------------------------------- */

/* GLib would take "UTC+2" for a rule, with the sign of POSIX: only what is a file counts. */
static AufaitIcalZone *
load_system_zone (const char *name)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : ZONEINFO_FOLDER, name, NULL);
  g_autoptr (GTimeZone) zone = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  zone = g_time_zone_new_identifier (name);
  return zone != NULL ? aufait_ical_zone_new_system (zone) : NULL;
}

static AufaitIcalZone *
find_system_zone (AufaitIcalZones *zones, AufaitVcardSpan text)
{
  g_autofree char *name = NULL;
  gpointer zone = NULL;

  if (!aufait_ical_gate_tzid_check (text))
    return NULL;
  name = aufait_vcard_span_dup (text);
  if (g_hash_table_lookup_extended (zones->system, name, NULL, &zone))
    return zone;
  if (g_hash_table_size (zones->system) >= SYSTEM_MAX)
    g_hash_table_remove_all (zones->system);
  zone = load_system_zone (name);
  g_hash_table_insert (zones->system, g_steal_pointer (&name), zone);
  return zone;
}

/* "/example.org/20050126_1/Europe/Paris": a name of tzdata behind the name of who copied it. */
static AufaitIcalZone *
find_prefixed_zone (AufaitIcalZones *zones, AufaitVcardSpan text)
{
  guint n_slashes = 0;

  for (gsize i = 0; i < text.length; i++)
    n_slashes += text.text[i] == '/';
  while (text.length > 0) {
    AufaitVcardSpan part;
    AufaitIcalZone *zone;

    if (!aufait_vcard_span_take (&text, '/', &part) || text.text == NULL)
      return NULL;
    zone = --n_slashes <= 2 ? find_system_zone (zones, text) : NULL;
    if (zone != NULL)
      return zone;
  }
  return NULL;
}

static AufaitIcalZone *
find_known_zone (AufaitIcalZones *zones, AufaitVcardSpan name)
{
  AufaitIcalZone *zone = find_system_zone (zones, name);
  const char *tzdata;

  if (zone != NULL)
    return zone;
  tzdata = aufait_ical_windows_zone_find (name);
  if (tzdata != NULL)
    return find_system_zone (zones, aufait_vcard_span_new (tzdata));
  return name.length > 0 && *name.text == '/' ? find_prefixed_zone (zones, name) : NULL;
}

/* --- those of calendars -------------------------------------------------------------------- */

static AufaitIcalComponent *
find_component (AufaitIcalZones *zones, AufaitVcardSpan tzid)
{
  for (guint i = 0; zones->components != NULL && i < zones->components->len; i++) {
    AufaitIcalComponent *component = g_ptr_array_index (zones->components, i);
    const AufaitVcardProperty *name = aufait_ical_component_find (component, AUFAIT_ICAL_TZID);
    AufaitVcardSpan text;

    if (name == NULL)
      continue;
    text = aufait_vcard_span_trim (name->value);
    if (text.length == tzid.length && memcmp (text.text, tzid.text, text.length) == 0)
      return component;
  }
  return NULL;
}

static void
append_properties (GString *key, const AufaitIcalComponent *component)
{
  for (guint i = 0; i < component->properties->len; i++) {
    const AufaitIcalProperty *property =
        &g_array_index (component->properties, AufaitIcalProperty, i);

    g_string_append_c (key, (char) ('A' + property->name));
    g_string_append_len (key, property->content.value.text,
                         (gssize) property->content.value.length);
    g_string_append_c (key, '\n');
  }
}

/* All that a VTIMEZONE says to us. */
static const char *
get_key (AufaitIcalComponent *component)
{
  g_autoptr (GString) key = NULL;

  if (component->key != NULL)
    return component->key;
  key = g_string_sized_new (512);
  append_properties (key, component);
  for (guint i = 0; component->parts != NULL && i < component->parts->len; i++) {
    g_string_append (key, "-\n");
    append_properties (key, g_ptr_array_index (component->parts, i));
  }
  component->key = g_string_free (g_steal_pointer (&key), FALSE);
  return component->key;
}

/* What the system knows of a zone that a calendar describes. */
static AufaitIcalZone *
find_namesake (AufaitIcalZones *zones, AufaitVcardSpan tzid, const AufaitIcalComponent *component)
{
  const AufaitVcardProperty *location =
      aufait_ical_component_find (component, AUFAIT_ICAL_LOCATION_ID);
  AufaitIcalZone *zone = find_known_zone (zones, tzid);

  if (zone == NULL && location != NULL)
    zone = find_known_zone (zones, aufait_vcard_span_trim (location->value));
  return zone;
}

/* A new reference; NULL when it is of no use. */
static AufaitIcalZone *
read_own_zone (AufaitIcalZones *zones, AufaitVcardSpan tzid, const AufaitIcalComponent *component)
{
  AufaitIcalZone *known = find_namesake (zones, tzid, component);
  g_autoptr (AufaitIcalZone) own = aufait_ical_own_zone_read (component, zones->first, zones->last);

  if (own == NULL)
    return NULL;
  if (known != NULL && aufait_ical_zone_agrees (own, known, zones->first, zones->last))
    return aufait_ical_zone_ref (known);
  return g_steal_pointer (&own);
}

static AufaitIcalZone *
find_own_zone (AufaitIcalZones *zones, AufaitVcardSpan tzid, AufaitIcalComponent *component)
{
  const char *key = get_key (component);
  gpointer zone = NULL;

  if (g_hash_table_lookup_extended (zones->own, key, NULL, &zone))
    return zone;
  if (g_hash_table_size (zones->own) >= OWN_MAX)
    g_hash_table_remove_all (zones->own);
  zone = read_own_zone (zones, tzid, component);
  g_hash_table_insert (zones->own, g_strdup (key), zone);
  return zone;
}

/* --- all ----------------------------------------------------------------------------------- */

static void
report_zone (AufaitIcalZones *zones, const char *tzid, gboolean is_known)
{
  g_autofree char *name = aufait_text_clean (tzid, NAME_CHARS_MAX);

  if (is_known)
    aufait_vcard_report_add (zones->report,
                             _ ("What the file says of the zone “%s” was not understood: the "
                                "system’s zone of that name was used."),
                             name);
  else
    aufait_vcard_report_add (
        zones->report, _ ("The zone “%s” is not known: its times were read as local ones."), name);
}

static AufaitIcalZone *
choose_zone (AufaitIcalZones *zones, AufaitVcardSpan tzid, const char *name)
{
  AufaitIcalComponent *component = find_component (zones, tzid);
  AufaitIcalZone *zone = component != NULL ? find_own_zone (zones, tzid, component) : NULL;

  if (zone != NULL)
    return zone;
  zone = find_known_zone (zones, tzid);
  if (zone == NULL || component != NULL)
    report_zone (zones, name, zone != NULL);
  return zone != NULL ? zone : zones->user;
}

AufaitIcalZone *
aufait_ical_zones_find (AufaitIcalZones *zones, AufaitVcardSpan tzid)
{
  g_autofree char *name = NULL;
  AufaitIcalZone *zone;

  tzid = aufait_vcard_span_trim (tzid);
  name = aufait_vcard_span_dup (tzid);
  zone = g_hash_table_lookup (zones->named, name);
  if (zone != NULL)
    return zone;
  zone = choose_zone (zones, tzid, name);
  g_hash_table_insert (zones->named, g_steal_pointer (&name), aufait_ical_zone_ref (zone));
  return zone;
}
