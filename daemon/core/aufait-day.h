/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day of the proleptic Gregorian calendar, without a clock or a zone; and the instant at which a
 * time of such a day falls in a zone. */
#pragma once

#include <glib.h>

/* Days since 31 December of the year 0, as GDate counts them. 0 is no day. */
typedef gint32 AufaitDay;

#define AUFAIT_DAY_NONE ((AufaitDay) 0)

/* 9999-12-31, and the first and last instants of the years 1 to 9999 in UTC, in Unix seconds. */
#define AUFAIT_DAY_MAX         ((AufaitDay) 3652059)
#define AUFAIT_DAY_INSTANT_MIN G_GINT64_CONSTANT (-62135596800)
#define AUFAIT_DAY_INSTANT_MAX G_GINT64_CONSTANT (253402300799)

/* The day, or AUFAIT_DAY_NONE when there is no such date. Years 1 to 9999. */
AufaitDay aufait_day_new (int year, int month, int day);

/* The day that @at shows on a calendar in its own zone. */
AufaitDay aufait_day_from_date_time (GDateTime *at);

/* Reads YYYY-MM-DD and nothing else; else AUFAIT_DAY_NONE. */
AufaitDay aufait_day_parse (const char *text);

/* YYYY-MM-DD (ISO 8601). */
char *aufait_day_format (AufaitDay day);

void aufait_day_split (AufaitDay day, int *ret_year, int *ret_month, int *ret_day);
int aufait_day_year (AufaitDay day);
int aufait_day_month (AufaitDay day);

/* 1 is Monday, 7 is Sunday. */
int aufait_day_weekday (AufaitDay day);

int aufait_day_days_in_month (int year, int month);

/* The same day of the month @months later, or the month's last day when it is shorter. */
AufaitDay aufait_day_add_months (AufaitDay day, int months);

/* Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, ch. 8). */
AufaitDay aufait_day_easter (int year);

/* The instant of @secs seconds after midnight, as clocks in @zone show it. A time that the zone
 * skips is read with the offset before the gap; of a time that it has twice, the first is meant
 * (RFC 5545, 3.3.5). */
GDateTime *aufait_day_at (AufaitDay day, int secs, GTimeZone *zone);

/* How many seconds clocks are ahead of UTC at an instant (Unix seconds). */
typedef gint64 (*AufaitDayOffsetFunc) (gconstpointer zone, gint64 unix_secs);

/* The same instant, in Unix seconds, of a zone that is known by its offsets alone. */
gint64
aufait_day_resolve (AufaitDay day, int secs, AufaitDayOffsetFunc get_offset, gconstpointer zone);
