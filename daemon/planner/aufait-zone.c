/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-zone.h"

#include <string.h>

#define ZONEINFO        "/zoneinfo/"
#define LINKS_MAX       8
#define GENERATIONS_MAX 512 /* of spellings of a path that is no longer than the system takes */

static const char *
get_tz (void)
{
  const char *tz = g_getenv ("TZ");

  return tz != NULL && *tz == ':' ? tz + 1 : tz;
}

char *
aufait_zone_dup_path (const char *localtime)
{
  const char *tz = get_tz ();

  if (tz == NULL)
    return g_strdup (localtime);

  return g_path_is_absolute (tz) ? g_strdup (tz) : NULL;
}

/* "Europe/Paris" out of "/usr/share/zoneinfo/Europe/Paris". Links are followed one by one: zones
 * are links to each other, and the name that was chosen is the one to show. */
static char *
find_name (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < LINKS_MAX; i++) {
    const char *inside = strstr (at, ZONEINFO);
    g_autofree char *target = NULL;
    g_autofree char *folder = NULL;

    if (inside != NULL)
      return g_strdup (inside + strlen (ZONEINFO));
    target = g_file_read_link (at, NULL);
    if (target == NULL)
      return NULL;
    folder = g_path_get_dirname (at);
    g_free (at);
    at = g_canonicalize_filename (target, folder);
  }

  return NULL;
}

static GTimeZone *
read_file (const char *path, guint generation)
{
  g_autoptr (GString) spelling = g_string_new ("/");

  for (guint i = 0; i < generation % GENERATIONS_MAX; i++)
    g_string_append (spelling, "./");
  g_string_append (spelling, path + 1);

  return g_time_zone_new_identifier (spelling->str);
}

GTimeZone *
aufait_zone_read (const char *localtime, guint generation, char **ret_name)
{
  g_autofree char *path = aufait_zone_dup_path (localtime);
  g_autofree char *name = path != NULL ? find_name (path) : g_strdup (get_tz ());
  GTimeZone *zone = NULL;

  if (path != NULL)
    zone = read_file (path, generation);
  else if (*name != '\0')
    zone = g_time_zone_new_identifier (name);
  if (zone != NULL) {
    *ret_name = g_steal_pointer (&name);
    return zone;
  }

  *ret_name = g_strdup ("UTC");
  return g_time_zone_new_utc ();
}
