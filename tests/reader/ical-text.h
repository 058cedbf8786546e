/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendars as tests write them, and what is read in them as lines to compare. */
#pragma once

#include <glib.h>

/* The occurrences from @first to @last (YYYY-MM-DD) with floating times in @zone, in order, a line
 * each: "2026-06-01T10:00Z 2026-06-01T11:00Z Lunch", "2026-08-10 2026-08-20 Crete"; behind it
 * "(cancelled)", "(transparent)", "(once)" when it does not recur. @body is what stands in the
 * calendar, with LF. Problems are appended to @problems (may be NULL). */
char *ical_text_read_in (
    const char *body, const char *first, const char *last, const char *zone, GPtrArray *problems);

/* From 2026-01-01 to 2026-12-31 in Europe/Paris. */
char *ical_text_read (const char *body, GPtrArray *problems);

/* BEGIN:VEVENT, UID:u and SUMMARY:S, @lines, END:VEVENT. */
char *ical_text_event (const char *lines);
