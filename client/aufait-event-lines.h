/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of calendars as lines: when, what, and behind it, faint, where and with whom. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-screen.h"

/* The events of a reply to ListEvents under a heading a day: those that last all day first, what
 * began before the first day that was asked for under that day. Each is shown once. Below them,
 * until when calendars are read, where more was asked for. */
void aufait_event_lines_print_days (AufaitScreen *screen, JsonObject *reply);

/* The events of a reply to Today. */
void aufait_event_lines_print_today (AufaitScreen *screen, JsonObject *reply);

/* The events of a reply to About, the person left out of those that take part. */
void aufait_event_lines_print_about (AufaitScreen *screen, JsonObject *reply);

/* When @event is, under the heading of @day: "12:30–14:00", "all day", "10–20 August". */
char *aufait_event_lines_dup_time (JsonObject *event, guint32 day, guint32 now);

/* Where, and with whom but for the person @except (0: nobody): "Café de Flore, with Tom"; "". */
char *aufait_event_lines_dup_details (JsonObject *event, gint64 except);
