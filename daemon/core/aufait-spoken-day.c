/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-spoken-day.h"

#include <glib/gi18n-lib.h>

static const char *const MONTHS[] = {
  N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
  N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
  N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
};

/* Translators: within a sentence, as in “the exam was on Friday”. */
static const char *const ON_WEEKDAYS[] = {
  N_ ("on Monday"), N_ ("on Tuesday"),  N_ ("on Wednesday"), N_ ("on Thursday"),
  N_ ("on Friday"), N_ ("on Saturday"), N_ ("on Sunday"),
};

char *
aufait_spoken_day_date (AufaitDay day, AufaitDay today)
{
  int year, month, number;

  aufait_day_split (day, &year, &month, &number);
  if (number == 1 && year == aufait_day_year (today))
    /* Translators: the first day of a month; %s is the month. */
    return g_strdup_printf (C_ ("first day", "1 %s"), _ (MONTHS[month - 1]));
  if (number == 1)
    /* Translators: the first day of a month; month and year. */
    return g_strdup_printf (C_ ("first day", "1 %s %d"), _ (MONTHS[month - 1]), year);
  if (year == aufait_day_year (today))
    /* Translators: day of the month and month: 20 August. */
    return g_strdup_printf (C_ ("date", "%d %s"), number, _ (MONTHS[month - 1]));
  /* Translators: day of the month, month and year: 20 August 2027. */
  return g_strdup_printf (C_ ("date", "%d %s %d"), number, _ (MONTHS[month - 1]), year);
}

/* NULL when it is none of the three. */
static const char *
find_neighbour (AufaitDay day, AufaitDay today)
{
  if (day == today)
    return _ ("today");
  if (day == today + 1)
    return _ ("tomorrow");
  if (day == today - 1)
    return _ ("yesterday");
  return NULL;
}

char *
aufait_spoken_day_on (AufaitDay day, AufaitSpokenDay spoken)
{
  const char *neighbour = spoken.is_ahead ? NULL : find_neighbour (day, spoken.today);
  g_autofree char *date = NULL;

  if (neighbour != NULL)
    return g_strdup (neighbour);
  if (ABS (day - spoken.today) < 7)
    return g_strdup (_ (ON_WEEKDAYS[aufait_day_weekday (day) - 1]));

  date = aufait_spoken_day_date (day, spoken.today);
  /* Translators: %s is a date: on 20 August. */
  return g_strdup_printf (_ ("on %s"), date);
}

/* "August", with the year when it is another than today's. */
static char *
word_month (AufaitDay day, AufaitDay today)
{
  const char *month = _ (MONTHS[aufait_day_month (day) - 1]);

  if (aufait_day_year (day) == aufait_day_year (today))
    return g_strdup (month);
  /* Translators: month and year: August 2027. */
  return g_strdup_printf (C_ ("month", "%s %d"), month, aufait_day_year (day));
}

/* A third of a month and more is how people say that they do not know the day. */
#define VAGUE_DAYS 9

static gboolean
is_somewhere_in_month (AufaitDay first, AufaitDay last)
{
  return last - first + 1 >= VAGUE_DAYS && aufait_day_month (first) == aufait_day_month (last) &&
         aufait_day_year (first) == aufait_day_year (last);
}

/* From the first day of a month to the last one of another. */
static gboolean
is_months (AufaitDay first, AufaitDay last)
{
  int first_day, day_behind;

  aufait_day_split (first, NULL, NULL, &first_day);
  aufait_day_split (last + 1, NULL, NULL, &day_behind);
  return first_day == 1 && day_behind == 1 && aufait_day_add_months (first, 1) <= last;
}

#define MONDAY   1
#define SATURDAY 6

static gboolean
is_week (AufaitDay first, AufaitDay last)
{
  return last - first == 6 && aufait_day_weekday (first) == MONDAY;
}

static gboolean
is_weekend (AufaitDay first, AufaitDay last)
{
  return last - first == 1 && aufait_day_weekday (first) == SATURDAY;
}

gboolean
aufait_spoken_day_is_vague (AufaitDay first, AufaitDay last)
{
  return is_week (first, last) || is_weekend (first, last) || is_months (first, last) ||
         is_somewhere_in_month (first, last);
}

static char *
word_in_month (AufaitDay first, AufaitDay last, AufaitSpokenDay spoken)
{
  g_autofree char *month = NULL;

  if (!spoken.is_ahead && aufait_day_month (last) == aufait_day_month (spoken.today) &&
      aufait_day_year (last) == aufait_day_year (spoken.today))
    return g_strdup (C_ ("span", "this month"));
  month = word_month (first, spoken.today);
  /* Translators: %s is a month: in August. */
  return g_strdup_printf (_ ("in %s"), month);
}

static char *
word_months (AufaitDay first, AufaitDay last, AufaitDay today)
{
  g_autofree char *from = word_month (first, today);
  g_autofree char *to = word_month (last, today);

  if (aufait_day_add_months (first, 12) == last + 1 && aufait_day_month (first) == 1)
    /* Translators: %d is a year: in 2027. */
    return g_strdup_printf (C_ ("span", "in %d"), aufait_day_year (first));
  /* Translators: two months: between June and August. */
  return g_strdup_printf (C_ ("span", "between %s and %s"), from, to);
}

static AufaitDay
find_monday (AufaitDay day)
{
  return day - (aufait_day_weekday (day) - MONDAY);
}

/* How many weeks lie between @first and the day on which it is said; nobody counts when it is said
 * ahead. */
static int
count_weeks (AufaitDay first, AufaitSpokenDay spoken)
{
  return spoken.is_ahead ? G_MAXINT : (find_monday (first) - find_monday (spoken.today)) / 7;
}

static char *
word_week (AufaitDay first, AufaitSpokenDay spoken)
{
  int weeks = count_weeks (first, spoken);
  g_autofree char *date = NULL;

  if (weeks == -1)
    return g_strdup (C_ ("span", "last week"));
  if (weeks == 0)
    return g_strdup (C_ ("span", "this week"));
  if (weeks == 1)
    return g_strdup (C_ ("span", "next week"));
  date = aufait_spoken_day_date (first, spoken.today);
  /* Translators: %s is the date of a Monday: the week of 20 August. */
  return g_strdup_printf (C_ ("span", "in the week of %s"), date);
}

static char *
word_weekend (AufaitDay first, AufaitSpokenDay spoken)
{
  int weeks = count_weeks (first, spoken);
  g_autofree char *date = NULL;

  if (weeks == -1)
    return g_strdup (C_ ("span", "last weekend"));
  if (weeks == 0)
    return g_strdup (C_ ("span", "this weekend"));
  date = aufait_spoken_day_date (first, spoken.today);
  /* Translators: %s is the date of a Saturday: on the weekend of 20 August. */
  return g_strdup_printf (C_ ("span", "on the weekend of %s"), date);
}

char *
aufait_spoken_day_span (AufaitDay first, AufaitDay last, AufaitSpokenDay spoken)
{
  if (is_week (first, last))
    return word_week (first, spoken);
  if (is_weekend (first, last))
    return word_weekend (first, spoken);
  if (is_months (first, last))
    return word_months (first, last, spoken.today);
  return is_somewhere_in_month (first, last) ? word_in_month (first, last, spoken)
                                             : aufait_spoken_day_on (last, spoken);
}

/* The largest unit of which there are two; days up to two weeks. */
char *
aufait_spoken_day_age (AufaitDay day, AufaitDay today)
{
  int days = today - day;
  int months = days * 12 / 365;

  if (days <= 1)
    return g_strdup (days == 1 ? _ ("yesterday") : _ ("today"));
  if (days < 14)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days), days);
  if (months < 2)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", (gulong) (days / 7)),
                            days / 7);
  if (months < 24)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", (gulong) months), months);
  return g_strdup_printf (ngettext ("%d year ago", "%d years ago", (gulong) (days / 365)),
                          days / 365);
}

char *
aufait_spoken_day_ago (AufaitDay day, AufaitSpokenDay spoken)
{
  g_autofree char *date = NULL;

  if (!spoken.is_ahead)
    return aufait_spoken_day_age (day, spoken.today);
  date = aufait_spoken_day_date (day, spoken.today);
  return g_strdup_printf (_ ("on %s"), date);
}
