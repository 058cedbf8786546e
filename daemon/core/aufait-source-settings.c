/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-source-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-switch.h"
#include "aufait-text.h"

#define SOURCES     "sources"
#define CALENDAR    "calendar "
#define SHOWN_CHARS 40 /* of a value that is quoted in a problem */

typedef struct {
  AufaitSourceSettings *settings;
  void (*problem) (gpointer user_data, char *text);
  gpointer user_data;
} Reading;

AufaitSourceSettings *
aufait_source_settings_new (void)
{
  AufaitSourceSettings *settings = g_new0 (AufaitSourceSettings, 1);

  settings->discover = TRUE;
  settings->cards = g_new0 (char *, 1);
  settings->calendars = g_new0 (char *, 1);
  settings->mine = g_new0 (char *, 1);
  settings->by_name = g_ptr_array_new ();
  return settings;
}

static void
free_calendar (AufaitSourceSettingsCalendar *calendar)
{
  g_free (calendar->name);
  g_free (calendar->person);
  g_free (calendar);
}

void
aufait_source_settings_free (AufaitSourceSettings *settings)
{
  if (settings == NULL)
    return;
  g_strfreev (settings->cards);
  g_strfreev (settings->calendars);
  g_strfreev (settings->mine);
  g_ptr_array_set_free_func (settings->by_name, (GDestroyNotify) free_calendar);
  g_ptr_array_unref (settings->by_name);
  g_free (settings);
}

AufaitSourceSettings *
aufait_source_settings_copy (const AufaitSourceSettings *settings)
{
  AufaitSourceSettings *copy = aufait_source_settings_new ();

  copy->discover = settings->discover;
  g_strfreev (copy->cards);
  copy->cards = g_strdupv (settings->cards);
  g_strfreev (copy->calendars);
  copy->calendars = g_strdupv (settings->calendars);
  g_strfreev (copy->mine);
  copy->mine = g_strdupv (settings->mine);
  for (guint i = 0; i < settings->by_name->len; i++) {
    const AufaitSourceSettingsCalendar *calendar = settings->by_name->pdata[i];
    AufaitSourceSettingsCalendar *other = g_new0 (AufaitSourceSettingsCalendar, 1);

    other->name = g_strdup (calendar->name);
    other->person = g_strdup (calendar->person);
    other->ignore = calendar->ignore;
    g_ptr_array_add (copy->by_name, other);
  }
  return copy;
}

/* --- values -------------------------------------------------------------------------------- */

/* A comment behind a value is none in a key file, but everyone writes one there. */
static char *
get_value (GKeyFile *file, const char *group, const char *key)
{
  char *value = g_key_file_get_value (file, group, key, NULL);

  for (char *p = value; *p != '\0'; p++) {
    if (*p == '#' && (p == value || g_ascii_isspace (p[-1]))) {
      *p = '\0';
      break;
    }
  }
  return g_strstrip (value);
}

static void
refuse_value (const Reading *reading, const char *key, const char *value)
{
  g_autofree char *shown = aufait_text_clean (value, SHOWN_CHARS);

  reading->problem (
      reading->user_data,
      g_strdup_printf (_ ("“%s=%s” cannot be used: it takes true or false, yes or no, on or off."),
                       key, shown));
}

static void
refuse_key (const Reading *reading, const char *group, const char *key)
{
  g_autofree char *shown_key = aufait_text_clean (key, SHOWN_CHARS);
  g_autofree char *shown_group = aufait_text_clean (group, SHOWN_CHARS);

  reading->problem (reading->user_data, g_strdup_printf (_ ("There is no setting “%s” in [%s]."),
                                                         shown_key, shown_group));
}

static void
read_switch (const Reading *reading, const char *key, const char *value, gboolean *ret_switch)
{
  if (!aufait_switch_parse (value, ret_switch))
    refuse_value (reading, key, value);
}

static void
read_list (const char *value, GStrv *list)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  }
  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
}

static void
refuse_address (const Reading *reading, const char *key, const char *value)
{
  g_autofree char *shown = aufait_text_clean (value, SHOWN_CHARS);

  reading->problem (
      reading->user_data,
      g_strdup_printf (_ ("“%s=%s” cannot be used: it takes e-mail addresses."), key, shown));
}

static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && at[1] != '\0' && strpbrk (text, ", \t") == NULL;
}

/* Addresses as RFC 5322 has them (3.4.1) in everyday use. What is none is left out. */
static void
read_addresses (const Reading *reading, const char *key, const char *value, GStrv *list)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  read_list (value, &parts);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (is_address (parts[i]))
      g_strv_builder_add (builder, parts[i]);
    else
      refuse_address (reading, key, parts[i]);
  }
  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
}

/* --- groups -------------------------------------------------------------------------------- */

static void
read_sources_key (const Reading *reading, const char *key, const char *value)
{
  if (g_str_equal (key, "discover"))
    read_switch (reading, key, value, &reading->settings->discover);
  else if (g_str_equal (key, "cards"))
    read_list (value, &reading->settings->cards);
  else if (g_str_equal (key, "calendars"))
    read_list (value, &reading->settings->calendars);
  else if (g_str_equal (key, "mine"))
    read_addresses (reading, key, value, &reading->settings->mine);
  else
    refuse_key (reading, SOURCES, key);
}

static void
read_calendar_key (const Reading *reading,
                   AufaitSourceSettingsCalendar *calendar,
                   const char *group,
                   const char *key,
                   const char *value)
{
  if (g_str_equal (key, "person") && *value != '\0') {
    g_free (calendar->person);
    calendar->person = g_strdup (value);
  } else if (g_str_equal (key, "ignore")) {
    read_switch (reading, key, value, &calendar->ignore);
  } else if (!g_str_equal (key, "person")) {
    refuse_key (reading, group, key);
  }
}

static void
read_group (const Reading *reading, GKeyFile *file, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  AufaitSourceSettingsCalendar *calendar = NULL;

  if (!g_str_equal (group, SOURCES)) {
    calendar = g_new0 (AufaitSourceSettingsCalendar, 1);
    calendar->name = g_strstrip (g_strdup (group + strlen (CALENDAR)));
    g_ptr_array_add (reading->settings->by_name, calendar);
  }
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
    g_autofree char *value = get_value (file, group, keys[i]);

    if (calendar == NULL)
      read_sources_key (reading, keys[i], value);
    else
      read_calendar_key (reading, calendar, group, keys[i], value);
  }
}

void
aufait_source_settings_read (AufaitSourceSettings *settings,
                             GKeyFile *file,
                             void (*problem) (gpointer user_data, char *text),
                             gpointer user_data)
{
  const Reading reading = { settings, problem, user_data };
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++) {
    if (g_str_equal (groups[i], SOURCES) || g_str_has_prefix (groups[i], CALENDAR))
      read_group (&reading, file, groups[i]);
  }
}

const AufaitSourceSettingsCalendar *
aufait_source_settings_find (const AufaitSourceSettings *settings, const char *name)
{
  for (guint i = 0; i < settings->by_name->len; i++) {
    const AufaitSourceSettingsCalendar *calendar = settings->by_name->pdata[i];

    if (g_str_equal (calendar->name, name))
      return calendar;
  }
  return NULL;
}

static gboolean
has_same_calendars (const GPtrArray *calendars, const GPtrArray *others)
{
  if (calendars->len != others->len)
    return FALSE;
  for (guint i = 0; i < calendars->len; i++) {
    const AufaitSourceSettingsCalendar *calendar = calendars->pdata[i], *other = others->pdata[i];

    if (!g_str_equal (calendar->name, other->name) ||
        g_strcmp0 (calendar->person, other->person) != 0 || !calendar->ignore != !other->ignore)
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_source_settings_is_same (const AufaitSourceSettings *settings,
                                const AufaitSourceSettings *other)
{
  return !settings->discover == !other->discover &&
         g_strv_equal ((const char *const *) settings->cards, (const char *const *) other->cards) &&
         g_strv_equal ((const char *const *) settings->calendars,
                       (const char *const *) other->calendars) &&
         g_strv_equal ((const char *const *) settings->mine, (const char *const *) other->mine) &&
         has_same_calendars (settings->by_name, other->by_name);
}
