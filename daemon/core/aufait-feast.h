/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which days of a year a feast falls. */
#pragma once

#include "aufait-day.h"

/* A rule as lexicons write it: "12-25"; "easter+39"; "thu4-11" (the fourth Thursday of November),
 * "sun-1-05" (the last Sunday of May); two of them with ".." between them for a feast that lasts.
 * FALSE when it is none. */
gboolean aufait_feast_find (const char *rule, int year, AufaitDay *ret_first, AufaitDay *ret_last);

/* Whether @day is one of the public holidays of France, beside which a week-end is long. */
gboolean aufait_feast_is_day_off (AufaitDay day);

/* The @count-th @weekday of a month, the last one for -1; AUFAIT_DAY_NONE when there is none. */
AufaitDay aufait_feast_find_weekday (int year, int month, int weekday, int count);
