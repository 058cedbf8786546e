/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-yearly.h"

/* Any year that has a 29 February. */
#define LEAP_YEAR "2000"

gboolean
aufait_yearly_parse (const char *text, AufaitYearly *ret_yearly)
{
  gboolean has_year = !g_str_has_prefix (text, "--");
  g_autofree char *full = has_year ? g_strdup (text) : g_strconcat (LEAP_YEAR, text + 1, NULL);
  AufaitDay day = aufait_day_parse (full);

  if (day == AUFAIT_DAY_NONE)
    return FALSE;
  aufait_day_split (day, &ret_yearly->year, &ret_yearly->month, &ret_yearly->day);
  if (!has_year)
    ret_yearly->year = 0;
  return TRUE;
}

/* AUFAIT_DAY_NONE before the day itself and outside the years 1 to 9999. */
static AufaitDay
get_day (AufaitYearly yearly, int year)
{
  if (year < 1 || year < yearly.year)
    return AUFAIT_DAY_NONE;
  return aufait_day_new (year, yearly.month,
                         MIN (yearly.day, aufait_day_days_in_month (year, yearly.month)));
}

AufaitDay
aufait_yearly_find_next (AufaitYearly yearly, AufaitDay from)
{
  int year = MAX (aufait_day_year (from), yearly.year);
  AufaitDay day = get_day (yearly, year);

  return day >= from ? day : get_day (yearly, year + 1);
}

AufaitDay
aufait_yearly_find_last (AufaitYearly yearly, AufaitDay from)
{
  int year = aufait_day_year (from);
  AufaitDay day = get_day (yearly, year);

  return day <= from ? day : get_day (yearly, year - 1);
}

int
aufait_yearly_count_years (AufaitYearly yearly, AufaitDay on)
{
  int years = yearly.year == 0 ? 0 : aufait_day_year (on) - yearly.year;

  return years >= 0 && years <= AUFAIT_YEARLY_YEARS_MAX ? years : 0;
}
