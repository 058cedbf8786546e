/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in words: "next Friday", "la semaine prochaine", "in three weeks", "mi-août", "the first
 * week of September", Christmas. One place in time; spans of two are aufait-day-expression's. */
#pragma once

#include "aufait-date.h"
#include "aufait-reading.h"

typedef struct {
  const AufaitReading *reading;
  AufaitDay today;
  gboolean is_past;     /* what is spoken of lies behind: "on Friday" was the last one */
  gboolean month_first; /* 7/14 */
  gboolean in_range;    /* behind "to": a month needs nothing else to be one */
} AufaitDayContext;

/* Each reads what begins at @index and returns the index behind it; 0 when there is none.
 * aufait_day_words_read takes the longest; aufait_day_numbers_read is for what begins with a number
 * or a weekday before one. */
guint aufait_day_words_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
guint aufait_day_numbers_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* A day of the month alone: 10, 10th, "lundi 10". Only a neighbour can tell that it is one. */
guint
aufait_day_numbers_read_bare (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* Whether the number that ends before @behind counts or measures what follows: 15 km, 20 €, 3.5. */
gboolean aufait_day_numbers_is_counting (const AufaitReading *reading, guint behind);

/* A year that may follow a month. */
guint aufait_day_numbers_read_year (const AufaitReading *reading, guint index, int *ret_year);

/* A length of time: "two weeks", "a fortnight", "quinze jours", "3 nights". Months are told apart,
 * as they have no fixed length. */
guint
aufait_day_length_read (const AufaitReading *reading, guint index, int *ret_days, int *ret_months);

/* A number in figures or words. */
guint aufait_day_count_read (const AufaitReading *reading, guint index, int *ret_count);

/* "next week", "ce week-end", "le mois dernier", "the next two weeks". */
guint aufait_day_units_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* Early, middle or late in @date. */
void aufait_day_units_narrow (AufaitDate *date, int part);
