/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books and calendars as lines, and what is wrong with them. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-screen.h"

/* The sources of @reply, a row each: kind, how much is in it, where it is; at most @max, and then
 * how many more there are; or what to do when there is none. */
void aufait_source_lines_print (AufaitScreen *screen, JsonObject *reply, guint max);

/* The problems of @reply under a heading, at most @max, and then how many more there are, and the
 * command that shows them if it does; nothing when there are none. */
void aufait_source_lines_print_problems (AufaitScreen *screen, JsonObject *reply, guint max);

/* @path as a shell shows it: "~/…" within @home. */
char *aufait_source_lines_dup_path (const char *path, const char *home);
