/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-their-hours.h"

#include <string.h>

#define ZONE_MAX   64
#define PARTS_MAX  3
#define OFFSET_MAX (14 * 60) /* minutes: the farthest zone there is */

/* The two take turns; after more than a week of them they have nothing in common. */
#define TURNS_MAX 20

/* --- zones --------------------------------------------------------------------------------- */

/* "Area/City", as tzdata has them, and nothing that leads out of its folder. */
static gboolean
is_zone_name (const char *text)
{
  guint n_parts = 1;

  if (strlen (text) > ZONE_MAX || !g_ascii_isalpha (*text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '/' && p[1] != '/' && p[1] != '\0')
      n_parts++;
    else if (!g_ascii_isalnum (*p) && strchr ("_+-", *p) == NULL)
      return FALSE;
  }
  return n_parts <= PARTS_MAX;
}

/* "+01:00", "-0500", "+05". */
static gboolean
is_offset (const char *text)
{
  int digits[4] = { 0 };
  guint n = 0;

  if (*text != '+' && *text != '-')
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++) {
    if (*p == ':' && n == 2 && p[1] != '\0')
      continue;
    if (!g_ascii_isdigit (*p) || n == 4)
      return FALSE;
    digits[n++] = g_ascii_digit_value (*p);
  }
  return (n == 2 || n == 4) && digits[2] < 6 &&
         (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3] <= OFFSET_MAX;
}

GTimeZone *
aufait_their_hours_read_zone (const char *text)
{
  if (text == NULL || (!is_zone_name (text) && !is_offset (text)))
    return NULL;
  return g_time_zone_new_identifier (text);
}

/* --- hours --------------------------------------------------------------------------------- */

/* Those of @whom, and in @ret_zone (not set before) the zone whose clocks tell them. FALSE: they
 * have none. */
static gboolean
find_theirs (const AufaitPerson *whom, GDateTime *at, AufaitHours *ret_hours, GTimeZone **ret_zone)
{
  GTimeZone *mine = g_date_time_get_timezone (at);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) there = NULL;
  gboolean is_said = FALSE;

  if (whom == NULL || (whom->hours == NULL && whom->timezone == NULL))
    return FALSE;
  is_said = whom->hours != NULL && aufait_hours_parse (whom->hours, ret_hours);
  zone = aufait_their_hours_read_zone (whom->timezone);
  if (zone == NULL)
    zone = g_time_zone_ref (mine);
  there = g_date_time_to_timezone (at, zone);
  if (!is_said && g_date_time_get_utc_offset (there) == g_date_time_get_utc_offset (at))
    return FALSE;
  if (!is_said)
    *ret_hours = (AufaitHours){ AUFAIT_THEIR_HOURS_FROM, AUFAIT_THEIR_HOURS_UNTIL };
  *ret_zone = g_steal_pointer (&zone);
  return TRUE;
}

static GDateTime *
find_next_there (AufaitHours hours, GTimeZone *zone, GDateTime *at)
{
  g_autoptr (GDateTime) there = g_date_time_to_timezone (at, zone);
  g_autoptr (GDateTime) next = aufait_hours_next (hours, there);

  return g_date_time_to_timezone (next, g_date_time_get_timezone (at));
}

GDateTime *
aufait_their_hours_next (AufaitHours mine, const AufaitPerson *whom, GDateTime *at)
{
  g_autoptr (GDateTime) first = aufait_hours_next (mine, at);
  g_autoptr (GDateTime) found = g_date_time_ref (first);
  g_autoptr (GTimeZone) zone = NULL;
  AufaitHours hours;

  if (!find_theirs (whom, at, &hours, &zone))
    return g_steal_pointer (&found);
  for (guint i = 0; i < TURNS_MAX; i++) {
    g_autoptr (GDateTime) theirs = find_next_there (hours, zone, found);

    g_date_time_unref (found);
    found = aufait_hours_next (mine, theirs);
    if (g_date_time_equal (found, theirs))
      return g_steal_pointer (&found);
  }
  return g_steal_pointer (&first);
}
