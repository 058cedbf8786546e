/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-switch.h"
#include "aufait-text.h"

#define GROUP        "nudges"
#define CIRCLES      "circles"
#define PER_DAY_MAX  50
#define SPACING_MAX  (24 * 60) /* minutes */
#define PROBLEMS_MAX 50        /* a file of noise must not fill the status */
#define SHOWN_CHARS  40        /* of a value that is quoted in a problem */

typedef gboolean (*ReadFunc) (const char *text, AufaitSettings *settings);

/* Drops what the settings say and nobody can use into the list that the user gets to see. */
static void
take_problem (AufaitSettings *settings, char *problem)
{
  if (settings->problems->len < PROBLEMS_MAX)
    g_ptr_array_add (settings->problems, problem);
  else
    g_free (problem);
}

/* --- the values ---------------------------------------------------------------------------- */

static gboolean
read_number (const char *text, guint64 max, int *ret_number)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, max, &number, NULL))
    return FALSE;

  *ret_number = (int) number;
  return TRUE;
}

static gboolean
read_per_day (const char *text, AufaitSettings *settings)
{
  return read_number (text, PER_DAY_MAX, &settings->per_day);
}

static gboolean
read_hours (const char *text, AufaitSettings *settings)
{
  return aufait_hours_parse (text, &settings->hours);
}

static gboolean
read_at (const char *text, AufaitSettings *settings)
{
  return aufait_hours_parse_time (text, &settings->at_secs);
}

static gboolean
read_spacing (const char *text, AufaitSettings *settings)
{
  int minutes;

  if (!read_number (text, SPACING_MAX, &minutes))
    return FALSE;

  settings->spacing_secs = minutes * 60;
  return TRUE;
}

/* [circles]: "7d", "every month", "never". */
static gboolean
read_circle (const char *text, int *ret_days)
{
  int days;

  if (!aufait_cadence_parse (text, &days) || days == AUFAIT_CADENCE_AUTO)
    return FALSE;

  *ret_days = MAX (days, 0);
  return TRUE;
}

static gboolean
read_digest (const char *text, AufaitSettings *settings)
{
  return aufait_switch_parse (text, &settings->digest);
}

static const struct {
  const char *key;
  ReadFunc read;
  const char *takes; /* the end of the sentence that says why it was not used */
} keys[] = {
  { "per-day", read_per_day, N_ ("it takes a number from 0 to 50. 3 is used.") },
  { "hours", read_hours, N_ ("it takes two times, as in 09:00-20:00, which is used.") },
  { "at", read_at, N_ ("it takes a time of day, as in 10:00, which is used.") },
  { "digest", read_digest, N_ ("it takes true or false, yes or no, on or off. true is used.") },
  { "spacing", read_spacing, N_ ("it takes minutes, from 0 to 1440. 30 is used.") },
};

/* --- the file ------------------------------------------------------------------------------ */

/* A comment behind a value is none in a key file, but everyone writes one there. No value of ours
 * has a “#”. */
static void
strip_comment (char *value)
{
  for (char *p = value; *p != '\0'; p++) {
    if (*p == '#' && (p == value || g_ascii_isspace (p[-1]))) {
      *p = '\0';
      break;
    }
  }
  g_strstrip (value);
}

static void
read_key (AufaitSettings *settings, GKeyFile *file, const char *key)
{
  g_autofree char *value = g_key_file_get_value (file, GROUP, key, NULL);
  g_autofree char *shown_key = aufait_text_clean (key, SHOWN_CHARS);
  g_autofree char *shown = NULL;

  strip_comment (value);
  shown = aufait_text_clean (value, SHOWN_CHARS);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (!g_str_equal (keys[i].key, key))
      continue;
    if (!keys[i].read (value, settings))
      take_problem (settings, g_strdup_printf (_ ("“%s=%s” cannot be used: %s"), key, shown,
                                               _ (keys[i].takes)));
    return;
  }

  take_problem (settings,
                g_strdup_printf (_ ("There is no setting “%s” in [%s]."), shown_key, GROUP));
}

static void
read_nudges (AufaitSettings *settings, GKeyFile *file)
{
  g_auto (GStrv) names = g_key_file_get_keys (file, GROUP, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    read_key (settings, file, names[i]);
}

static void
read_circle_key (AufaitSettings *settings, GKeyFile *file, const char *key)
{
  int circle = aufait_cadence_circle_from_string (key);
  g_autofree char *value = g_key_file_get_value (file, CIRCLES, key, NULL);
  g_autofree char *shown_key = aufait_text_clean (key, SHOWN_CHARS);
  g_autofree char *shown = NULL;

  strip_comment (value);
  shown = aufait_text_clean (value, SHOWN_CHARS);
  if (circle < 0)
    take_problem (settings, g_strdup_printf (_ ("There is no circle “%s”: it is inner, close, "
                                                "friends or wider."),
                                             shown_key));
  else if (!read_circle (value, &settings->cadence.days[circle]))
    take_problem (settings,
                  g_strdup_printf (_ ("“%s=%s” cannot be used: %s"), key, shown,
                                   _ ("it takes how often, as in 3w, “every month” or never.")));
}

static void
read_circles (AufaitSettings *settings, GKeyFile *file)
{
  g_auto (GStrv) names = g_key_file_get_keys (file, CIRCLES, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    read_circle_key (settings, file, names[i]);
}

/* The groups of address books and calendars are looked into by aufait-source-settings.h. */
static gboolean
is_known_group (const char *group)
{
  return g_str_equal (group, GROUP) || g_str_equal (group, CIRCLES) ||
         g_str_equal (group, "sources") || g_str_has_prefix (group, "calendar ");
}

static void
check_groups (AufaitSettings *settings, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++) {
    g_autofree char *shown = aufait_text_clean (groups[i], SHOWN_CHARS);

    if (!is_known_group (groups[i]))
      take_problem (settings, g_strdup_printf (_ ("There is no group “[%s]”."), shown));
  }
}

static gboolean
is_key_file_line (const char *line, gboolean in_group)
{
  if (*line == '\0' || *line == '#')
    return TRUE;
  if (*line == '[')
    return strchr (line, ']') != NULL;

  return in_group && *line != '=' && strchr (line, '=') != NULL;
}

/* The number of the first line that is none of a key file; 0 when they all look like it. */
static guint
find_bad_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean in_group = FALSE;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_strstrip (lines[i]);
    if (!is_key_file_line (lines[i], in_group))
      return i + 1;
    in_group |= *lines[i] == '[';
  }

  return 0;
}

/* GLib says what is wrong in its own words, which may be in another language than ours. */
static char *
explain_bad_file (const char *text)
{
  guint line = find_bad_line (text);

  if (line == 0)
    return g_strdup (_ ("The settings are not written as [group] and key=value: the defaults are "
                        "used."));

  return g_strdup_printf (_ ("Line %u is neither [group] nor key=value: the defaults are used."),
                          line);
}

static void
on_problem (gpointer user_data, char *text)
{
  take_problem (user_data, text);
}

static void
read_text (AufaitSettings *settings, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (*text == '\0')
    return;
  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS, NULL)) {
    take_problem (settings, explain_bad_file (text));
    return;
  }

  check_groups (settings, file);
  aufait_source_settings_read (settings->sources, file, on_problem, settings);
  read_nudges (settings, file);
  read_circles (settings, file);
}

AufaitSettings *
aufait_settings_new (void)
{
  AufaitSettings *settings = g_new0 (AufaitSettings, 1);

  settings->per_day = 3;
  settings->hours = (AufaitHours){ 9 * 3600, 20 * 3600 };
  settings->at_secs = 10 * 3600;
  settings->spacing_secs = 30 * 60;
  settings->cadence = aufait_cadence_get_default ();
  settings->digest = TRUE;
  settings->sources = aufait_source_settings_new ();
  settings->problems = g_ptr_array_new_with_free_func (g_free);

  return settings;
}

AufaitSettings *
aufait_settings_new_from_data (const char *data, gsize length)
{
  AufaitSettings *settings = aufait_settings_new ();
  g_autofree char *text = g_strndup (data, length);

  if (!g_utf8_validate_len (data, length, NULL))
    take_problem (settings, g_strdup (_ ("The settings are not in UTF-8: the defaults are used.")));
  else
    read_text (settings, g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text);

  return settings;
}

void
aufait_settings_free (AufaitSettings *settings)
{
  if (settings == NULL)
    return;

  g_clear_pointer (&settings->sources, aufait_source_settings_free);
  g_clear_pointer (&settings->problems, g_ptr_array_unref);
  g_free (settings);
}
