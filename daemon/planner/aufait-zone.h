/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zone that the user lives in: that of TZ, else of the file /etc/localtime (localtime(5)). */
#pragma once

#include <glib.h>

#define AUFAIT_ZONE_LOCALTIME "/etc/localtime"

/* The file that says the zone: @localtime, or the one that TZ names by its path; NULL: TZ says it
 * itself, for as long as the process lives. To be freed. */
char *aufait_zone_dup_path (const char *localtime);

/* The zone of that file, or of TZ; UTC when it cannot be read. GLib keeps zones by what they were
 * called by: another @generation reads the file anew. @ret_name: its name in tzdata, as "UTC" or
 * "Europe/Paris"; NULL when nothing tells it. */
GTimeZone *aufait_zone_read (const char *localtime, guint generation, char **ret_name);
