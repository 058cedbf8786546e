/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in figures: 14/7, 2026-08-21, "10 August", "Aug 10th", "the 15th". */
#pragma once

#include "aufait-day-context.h"

/* Reads what begins at @index with a number, or with a weekday before one.
 * Returns the index behind it; 0 when there is none. */
guint aufait_day_numbers_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* A day of the month alone: 10, 10th, "lundi 10". Only a neighbour can tell
 * that it is one. */
guint
aufait_day_numbers_read_bare (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* Whether the number that ends before @behind counts or measures what follows:
 * 15 km, 20 €, 3.5. */
gboolean aufait_day_numbers_is_counting (const AufaitReading *reading, guint behind);

/* A year that may follow a month; @index itself when there is none. */
guint aufait_day_numbers_read_year (const AufaitReading *reading, guint index, int *ret_year);
