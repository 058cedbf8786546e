/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as people say it: any of its parts may be missing. */
#pragma once

#include "aufait-day.h"

typedef struct {
  AufaitDay first; /* when these are set nothing is missing */
  AufaitDay last;
  int year;          /* 0: not said */
  int month;         /* 0: not said */
  int day;           /* 0: not said, the whole month is meant */
  int weekday;       /* 0: not said */
  int n_months;      /* 3 for a season; else 1 */
  int part;          /* of the month: 1 early, 2 mid, 3 late; 0: all of it */
  const char *feast; /* a rule; NULL: none */
} AufaitDate;

/* The days that are meant, seen from @today: without a year the first whose last day is not past;
 * or, when @is_past, the latest that has begun. FALSE when there is no such date. */
gboolean aufait_date_resolve (const AufaitDate *date,
                              AufaitDay today,
                              gboolean is_past,
                              AufaitDay *ret_first,
                              AufaitDay *ret_last);

/* From @from to @to: what one does not say is taken from the other ("10 to 20 August"). */
gboolean aufait_date_resolve_range (const AufaitDate *from,
                                    const AufaitDate *to,
                                    AufaitDay today,
                                    gboolean is_past,
                                    AufaitDay *ret_first,
                                    AufaitDay *ret_last);
