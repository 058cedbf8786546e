/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date that comes back every year: a birthday, a wedding day. Whoever is born on 29 February has
 * the 28th in common years. */
#pragma once

#include "aufait-day.h"

typedef struct {
  int year; /* of the day itself; 0: not known */
  int month;
  int day;
} AufaitYearly;

/* Reads "1984-02-29", or "--02-29" when the year is not known (RFC 6350, 4.3.1, with the dash of
 * ISO 8601), and nothing else. FALSE when there is no such day, and @ret_yearly is untouched. */
gboolean aufait_yearly_parse (const char *text, AufaitYearly *ret_yearly);

/* The first such day from @from on, @from included. What has not come yet for the first time comes
 * then. AUFAIT_DAY_NONE where the calendar ends. */
AufaitDay aufait_yearly_find_next (AufaitYearly yearly, AufaitDay from);

/* The last such day up to @from, @from included; AUFAIT_DAY_NONE: there was none yet. */
AufaitDay aufait_yearly_find_last (AufaitYearly yearly, AufaitDay from);

/* Nobody turns older, nor is married longer: more years than these are of a wrong year. */
#define AUFAIT_YEARLY_YEARS_MAX 120

/* How many years it is on @on, one of its days: how old someone turns. 0 when the year is not
 * known, or not to be believed (AUFAIT_YEARLY_YEARS_MAX), and on the day itself. */
int aufait_yearly_count_years (AufaitYearly yearly, AufaitDay on);
