/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-feast.h"

#include <stdio.h>
#include <string.h>

AufaitDay
aufait_feast_find_weekday (int year, int month, int weekday, int count)
{
  int days = aufait_day_days_in_month (year, month);
  AufaitDay first = aufait_day_new (year, month, 1);
  int to_weekday, day;

  if (first == AUFAIT_DAY_NONE)
    return AUFAIT_DAY_NONE;
  to_weekday = (weekday - aufait_day_weekday (first) + 7) % 7;
  day = count > 0 ? 1 + to_weekday + (count - 1) * 7
                  : 1 + to_weekday + (days - 1 - to_weekday) / 7 * 7;
  return aufait_day_new (year, month, day);
}

static AufaitDay
find_day (const char *rule, int year)
{
  static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  int month, day, offset, count;

  if (sscanf (rule, "easter%d", &offset) == 1)
    return aufait_day_easter (year) + offset;
  if (g_str_has_prefix (rule, "easter"))
    return aufait_day_easter (year);
  if (sscanf (rule, "%2d-%2d", &month, &day) == 2)
    return aufait_day_new (year, month, day);
  for (int i = 0; i < (int) G_N_ELEMENTS (weekdays); i++)
    if (g_str_has_prefix (rule, weekdays[i]) && sscanf (rule + 3, "%d-%2d", &count, &month) == 2 &&
        month >= 1 && month <= 12)
      return aufait_feast_find_weekday (year, month, i + 1, count);
  return AUFAIT_DAY_NONE;
}

gboolean
aufait_feast_find (const char *rule, int year, AufaitDay *ret_first, AufaitDay *ret_last)
{
  const char *dots = strstr (rule, "..");
  AufaitDay first = find_day (rule, year);
  AufaitDay last = dots != NULL ? find_day (dots + 2, year) : first;

  if (dots != NULL && last < first)
    last = find_day (dots + 2, year + 1);
  if (first == AUFAIT_DAY_NONE || last == AUFAIT_DAY_NONE)
    return FALSE;
  *ret_first = first;
  *ret_last = last;
  return TRUE;
}

gboolean
aufait_feast_is_day_off (AufaitDay day)
{
  static const char *const rules[] = { "01-01",     "easter+1",  "05-01", "05-08",
                                       "easter+39", "easter+50", "07-14", "08-15",
                                       "11-01",     "11-11",     "12-25" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (find_day (rules[i], aufait_day_year (day)) == day)
      return TRUE;
  return FALSE;
}
