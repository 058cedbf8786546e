/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths of time, and weeks, months and years as they are counted from today.
 */
#pragma once

#include "aufait-day-context.h"

/* A number in figures or words. Returns the index behind it; 0 when there is
 * none. */
guint aufait_day_units_read_count (const AufaitReading *reading, guint index, int *ret_count);

/* A length of time: "two weeks", "a fortnight", "quinze jours", "3 nights".
 * Months are told apart, as they have no fixed length. */
guint aufait_day_units_read_length (const AufaitReading *reading,
                                    guint index,
                                    int *ret_days,
                                    int *ret_months);

/* What puts a day off by weeks, behind it: "Monday week", "lundi en huit", "lundi en 8"; sets by
 * how many days, which lead back for "before last". Returns the index behind it; 0: nothing does.
 */
guint aufait_day_units_read_later (const AufaitReading *reading, guint index, int *ret_days);

/* "next week", "ce week-end", "le mois dernier", "the next two weeks". */
guint aufait_day_units_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* Early, middle or late in @date. */
void aufait_day_units_narrow (AufaitDate *date, int part);
