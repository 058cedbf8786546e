/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vdir-config.h"

#include <string.h>

typedef struct {
  AufaitVdirConfigProgram program;
  GPtrArray *entries;
  char *section;      /* the outer one */
  GHashTable *values; /* of the innermost one */
} Reading;

void
aufait_vdir_config_entry_free (AufaitVdirConfigEntry *entry)
{
  g_free (entry->path);
  g_free (entry);
}

static void
add_entry (Reading *reading, const char *path, gboolean nested, gboolean is_calendar)
{
  AufaitVdirConfigEntry *entry = g_new0 (AufaitVdirConfigEntry, 1);

  entry->path = g_strdup (path);
  entry->nested = nested;
  entry->is_calendar = is_calendar;
  g_ptr_array_add (reading->entries, entry);
}

static const char *
get (Reading *reading, const char *key)
{
  const char *value = g_hash_table_lookup (reading->values, key);

  return value != NULL ? value : "";
}

/* --- what a section means ------------------------------------------------------------------ */

static void
take_khard (Reading *reading, const char *path)
{
  if (g_str_equal (reading->section, "addressbooks"))
    add_entry (reading, path, g_str_equal (get (reading, "type"), "discover"), FALSE);
}

/* A calendar of birthdays is made of an address book. */
static void
take_khal (Reading *reading, const char *path)
{
  const char *type = get (reading, "type");

  if (g_str_equal (reading->section, "calendars"))
    add_entry (reading, path, g_str_equal (type, "discover"), !g_str_equal (type, "birthdays"));
}

/* Of a single file for each collection "%s" is the collection's name. */
static void
add_single_files (Reading *reading, const char *path, gboolean is_calendar)
{
  g_auto (GStrv) parts = g_strsplit (path, "%s", -1);
  g_autofree char *pattern = g_strjoinv ("*", parts);

  add_entry (reading, pattern, FALSE, is_calendar);
}

static void
take_vdirsyncer (Reading *reading, const char *path)
{
  const char *type = get (reading, "type");
  gboolean is_calendar = g_str_has_suffix (get (reading, "fileext"), "ics");

  if (!g_str_has_prefix (reading->section, "storage "))
    return;
  if (g_str_equal (type, "filesystem"))
    add_entry (reading, path, TRUE, is_calendar);
  else if (g_str_equal (type, "singlefile"))
    add_single_files (reading, path, is_calendar);
}

static void
end_section (Reading *reading)
{
  static void (*const takes[]) (Reading * reading, const char *path) = {
    [AUFAIT_VDIR_CONFIG_KHARD] = take_khard,
    [AUFAIT_VDIR_CONFIG_KHAL] = take_khal,
    [AUFAIT_VDIR_CONFIG_VDIRSYNCER] = take_vdirsyncer,
  };
  const char *path = get (reading, "path");

  if (*path != '\0' && reading->section != NULL)
    takes[reading->program](reading, path);
  g_hash_table_remove_all (reading->values);
}

/* --- lines --------------------------------------------------------------------------------- */

static void
begin_section (Reading *reading, char *line)
{
  gsize depth = strspn (line, "[");

  end_section (reading);
  if (depth > 1)
    return;
  line[strcspn (line, "]")] = '\0';
  g_free (reading->section);
  reading->section = g_strdup (g_strstrip (line + depth));
}

/* Without quotation marks, or what stands before a comment. */
static char *
dup_value (const char *text)
{
  if (*text == '"' || *text == '\'') {
    const char *end = strchr (text + 1, *text);

    return end != NULL ? g_strndup (text + 1, (gsize) (end - text - 1)) : g_strdup (text + 1);
  }
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '#' && (p == text || g_ascii_isspace (p[-1])))
      return g_strchomp (g_strndup (text, (gsize) (p - text)));
  }
  return g_strdup (text);
}

static void
read_line (Reading *reading, char *line)
{
  char *equals;

  g_strstrip (line);
  if (*line == '[') {
    begin_section (reading, line);
    return;
  }
  equals = strchr (line, '=');
  if (*line == '#' || equals == NULL)
    return;
  *equals = '\0';
  g_hash_table_replace (reading->values, g_ascii_strdown (g_strchomp (line), -1),
                        dup_value (g_strchug (equals + 1)));
}

GPtrArray *
aufait_vdir_config_read (AufaitVdirConfigProgram program, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reading reading = {
    .program = program,
    .entries = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_vdir_config_entry_free),
    .values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reading, lines[i]);
  end_section (&reading);
  g_hash_table_unref (reading.values);
  g_free (reading.section);
  return reading.entries;
}
