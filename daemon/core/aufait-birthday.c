/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-birthday.h"

#include <string.h>

#include "aufait-day-expression.h"
#include "aufait-yearly.h"

#define CENTURY_MONTHS 1200

/* All of @text as one day. */
static gboolean
read_span (const char *text, AufaitDay today, gboolean month_first, AufaitSpan *ret_span)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  AufaitDayContext context = { .reading = reading, .today = today, .month_first = month_first };

  return aufait_day_expression_read (&context, 0, ret_span) &&
         ret_span->behind == aufait_reading_get_length (reading) &&
         ret_span->role == AUFAIT_SPAN_ON && ret_span->first != AUFAIT_DAY_NONE &&
         ret_span->first == ret_span->last && ret_span->at_secs < 0;
}

/* "90" is 1990, which is read as a year to come; a year that is written in full is that year. */
static AufaitDay
resolve_century (const char *text, AufaitDay day, AufaitDay today)
{
  g_autofree char *year = g_strdup_printf ("%d", aufait_day_year (day));

  return day > today && strstr (text, year) == NULL ? aufait_day_add_months (day, -CENTURY_MONTHS)
                                                    : day;
}

/* As it was written, without a year where none is; month 0: it is no birthday. */
static AufaitYearly
read_words (const char *text, AufaitDay today, gboolean month_first)
{
  AufaitYearly yearly = { 0 };
  AufaitSpan span;

  if (!read_span (text, today, month_first, &span))
    return yearly;
  if (span.is_year_told)
    span.first = resolve_century (text, span.first, today);
  aufait_day_split (span.first, &yearly.year, &yearly.month, &yearly.day);
  if (!span.is_year_told)
    yearly.year = 0;
  return yearly;
}

char *
aufait_birthday_read (const char *text, AufaitDay today, gboolean month_first)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  AufaitYearly yearly;

  if (!g_utf8_validate (stripped, -1, NULL))
    return NULL;
  if (!aufait_yearly_parse (stripped, &yearly))
    yearly = read_words (stripped, today, month_first);
  if (yearly.month == 0)
    return NULL;
  if (yearly.year == 0)
    return g_strdup_printf ("--%02d-%02d", yearly.month, yearly.day);
  if (aufait_day_new (yearly.year, yearly.month, yearly.day) > today)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", yearly.year, yearly.month, yearly.day);
}
