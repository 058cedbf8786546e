/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-day.h"

#include <string.h>

#define DAYS_IN_400_YEARS 146097
#define SECS_IN_DAY       86400

/* Days from 31 December of the year 0 to 1970-01-01. */
#define UNIX_EPOCH_DAY 719163

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
aufait_day_days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

AufaitDay
aufait_day_new (int year, int month, int day)
{
  int y, month_from_march;

  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return AUFAIT_DAY_NONE;
  if (day < 1 || day > aufait_day_days_in_month (year, month))
    return AUFAIT_DAY_NONE;
  /* Years that begin in March have their leap day at the end, where it disturbs no other. */
  y = month > 2 ? year : year - 1;
  month_from_march = (month + 9) % 12;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * month_from_march + 2) / 5 + day - 306;
}

void
aufait_day_split (AufaitDay day, int *ret_year, int *ret_month, int *ret_day)
{
  int days = day + 305; /* since 1 March of the year 0 */
  int era = days / DAYS_IN_400_YEARS;
  int of_era = days % DAYS_IN_400_YEARS;
  int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (5 * of_year + 2) / 153;
  int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

  if (ret_year != NULL)
    *ret_year = era * 400 + year_of_era + (month <= 2);
  if (ret_month != NULL)
    *ret_month = month;
  if (ret_day != NULL)
    *ret_day = of_year - (153 * month_from_march + 2) / 5 + 1;
}

int
aufait_day_year (AufaitDay day)
{
  int year;

  aufait_day_split (day, &year, NULL, NULL);
  return year;
}

int
aufait_day_month (AufaitDay day)
{
  int month;

  aufait_day_split (day, NULL, &month, NULL);
  return month;
}

int
aufait_day_weekday (AufaitDay day)
{
  return (day - 1) % 7 + 1; /* 1 January of the year 1 is a Monday */
}

AufaitDay
aufait_day_from_date_time (GDateTime *at)
{
  return aufait_day_new (g_date_time_get_year (at), g_date_time_get_month (at),
                         g_date_time_get_day_of_month (at));
}

static int
read_digits (const char *text, int count)
{
  int value = 0;

  for (int i = 0; i < count; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

AufaitDay
aufait_day_parse (const char *text)
{
  int year, month, day;

  if (strlen (text) != strlen ("YYYY-MM-DD") || text[4] != '-' || text[7] != '-')
    return AUFAIT_DAY_NONE;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  return aufait_day_new (year, month, day);
}

char *
aufait_day_format (AufaitDay day)
{
  int year, month, of_month;

  aufait_day_split (day, &year, &month, &of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, of_month);
}

AufaitDay
aufait_day_add_months (AufaitDay day, int months)
{
  int year, month, of_month, count;

  aufait_day_split (day, &year, &month, &of_month);
  count = year * 12 + month - 1 + months;
  if (count < 12 || count >= 10000 * 12)
    return AUFAIT_DAY_NONE;
  year = count / 12;
  month = count % 12 + 1;
  return aufait_day_new (year, month, MIN (of_month, aufait_day_days_in_month (year, month)));
}

AufaitDay
aufait_day_easter (int year)
{
  int golden = year % 19;
  int century = year / 100, of_century = year % 100;
  int skipped = (century - (century + 8) / 25 + 1) / 3;
  int epact = (19 * golden + century - century / 4 - skipped + 15) % 30;
  int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int from_march = epact + to_sunday - 7 * late + 114;

  return aufait_day_new (year, from_march / 31, from_march % 31 + 1);
}

static gint64
get_offset_at (gconstpointer data, gint64 unix_secs)
{
  GTimeZone *zone = (GTimeZone *) data;
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_secs);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

/* Zones are asked only for instants, never for local times: that is where GLib chooses otherwise
 * than RFC 5545. */
gint64
aufait_day_resolve (AufaitDay day, int secs, AufaitDayOffsetFunc get_offset, gconstpointer zone)
{
  gint64 local = (gint64) (day - UNIX_EPOCH_DAY) * SECS_IN_DAY + secs;
  gint64 before = local - get_offset (zone, local - SECS_IN_DAY), after;

  if (before + get_offset (zone, before) == local)
    return before;
  after = local - get_offset (zone, local + SECS_IN_DAY);
  return after + get_offset (zone, after) == local ? after : before;
}

GDateTime *
aufait_day_at (AufaitDay day, int secs, GTimeZone *zone)
{
  gint64 instant = aufait_day_resolve (day, secs, get_offset_at, zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);

  return utc == NULL ? NULL : g_date_time_to_timezone (utc, zone);
}
