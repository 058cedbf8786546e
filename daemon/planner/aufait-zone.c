/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-zone.h"

#include <stdlib.h>
#include <string.h>

#define ZONEINFO "/zoneinfo/"

/* "Europe/Paris" out of "/usr/share/zoneinfo/Europe/Paris"; the path itself when it lies elsewhere.
 * The link is read, not resolved: zones are links to each other, and the name that was chosen is
 * the one to show. */
static char *
find_name (const char *localtime)
{
  g_autofree char *target = g_file_read_link (localtime, NULL);
  const char *inside = target != NULL ? strstr (target, ZONEINFO) : NULL;

  if (inside != NULL)
    return g_strdup (inside + strlen (ZONEINFO));
  return g_strdup (localtime);
}

GTimeZone *
aufait_zone_new (const char *localtime)
{
  const char *set = g_getenv ("TZ");
  g_autofree char *name = NULL;
  GTimeZone *zone = NULL;

  if (set != NULL && *set == ':')
    set++;
  if (set != NULL)
    name = g_strdup (*set != '\0' ? set : "UTC");
  else
    name = find_name (localtime);
  zone = g_time_zone_new_identifier (name);
  return zone != NULL ? zone : g_time_zone_new_utc ();
}
