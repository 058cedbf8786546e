/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zone that the user lives in. */
#pragma once

#include <glib.h>

#define AUFAIT_ZONE_LOCALTIME "/etc/localtime"

/* The zone that TZ names, else the one that the link @localtime leads to (localtime(5)), by its
 * name in tzdata. Always read anew: GLib's own local zone stays what it was when the machine moves.
 * UTC when neither can be read. */
GTimeZone *aufait_zone_new (const char *localtime);
