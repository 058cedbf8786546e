/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-date-words.h"

#include <glib/gi18n-lib.h>

/* The locale may have English names only whatever the language is, so the names are ours. */
static const char *const months[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const weekdays[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

typedef struct {
  int year;
  int month;
  int day;
} Date;

static Date
split (guint32 day)
{
  GDate date;
  Date parts = { 0 };

  g_date_clear (&date, 1);
  if (!g_date_valid_julian (day))
    return parts;
  g_date_set_julian (&date, day);
  parts.year = g_date_get_year (&date);
  parts.month = (int) g_date_get_month (&date);
  parts.day = g_date_get_day (&date);
  return parts;
}

/* @n digits and nothing else; -1 when they are none. */
static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

guint32
aufait_date_words_parse (const char *text)
{
  GDate date;
  int year, month, day;

  if (text == NULL || strnlen (text, 10) < 10 || text[4] != '-' || text[7] != '-')
    return 0;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  if (year < 1 || month < 1 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static const char *
name_month (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month - 1]);
}

static const char *
name_weekday (guint32 day)
{
  /* Day 1 was a Monday. */
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekdays[(day - 1) % 7]);
}

static char *
word_day_number (int day)
{
  if (day == 1)
    /* Translators: the first day of a month within a date: "1 August", French "1er août" */
    return g_strdup (C_ ("day of the month", "1"));
  return g_strdup_printf ("%d", day);
}

static char *
word_day_and_month (Date date)
{
  g_autofree char *number = word_day_number (date.day);

  /* Translators: a day and its month: "21 August" */
  return g_strdup_printf (C_ ("date", "%1$s %2$s"), number, name_month (date.month));
}

static char *
word_date (guint32 day, gboolean with_year)
{
  Date date = split (day);
  g_autofree char *text = word_day_and_month (date);

  if (!with_year)
    return g_steal_pointer (&text);
  /* Translators: a day with its month, and the year: "21 August", "2027" */
  return g_strdup_printf (C_ ("date", "%1$s %2$d"), text, date.year);
}

static gboolean
check_wants_year (guint32 day, guint32 now)
{
  return now == 0 || split (day).year != split (now).year;
}

char *
aufait_date_words_short (guint32 day, guint32 now)
{
  gint64 away = (gint64) day - now;

  if (day == 0)
    return g_strdup ("");
  if (now != 0 && away == 0)
    return g_strdup (_ ("today"));
  if (now != 0 && away == 1)
    return g_strdup (_ ("tomorrow"));
  if (now != 0 && away == -1)
    return g_strdup (_ ("yesterday"));
  if (now != 0 && away > 1 && away < 7)
    return g_strdup (name_weekday (day));
  return word_date (day, check_wants_year (day, now));
}

char *
aufait_date_words_when (guint32 day, guint32 now)
{
  gint64 away = (gint64) day - now;
  g_autofree char *text = aufait_date_words_short (day, now);

  if (day == 0 || (now != 0 && away >= -1 && away <= 1))
    return g_steal_pointer (&text);
  if (now != 0 && away > 1 && away < 7)
    /* Translators: %s is a weekday: "on Friday", French "vendredi" */
    return g_strdup_printf (C_ ("weekday", "on %s"), text);
  /* Translators: %s is a date: "on 21 August", French "le 21 août" */
  return g_strdup_printf (C_ ("date", "on %s"), text);
}

char *
aufait_date_words_full (guint32 day, guint32 now)
{
  gint64 away = (gint64) day - now;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  g_autofree char *near = NULL;

  if (day == 0)
    return g_strdup ("");
  date = word_date (day, check_wants_year (day, now));
  /* Translators: a weekday and a date: "Friday", "3 July" */
  text = g_strdup_printf (C_ ("date", "%1$s %2$s"), name_weekday (day), date);
  if (now == 0 || away < -1 || away > 1)
    return g_steal_pointer (&text);
  near = aufait_date_words_short (day, now);
  /* Translators: "tomorrow", "Thursday 2 July" */
  return g_strdup_printf (C_ ("date", "%1$s, %2$s"), near, text);
}

char *
aufait_date_words_instant (const char *instant, guint32 now)
{
  guint32 day = aufait_date_words_parse (instant);
  g_autofree char *text = NULL;
  g_autofree char *time = NULL;

  if (day == 0)
    return g_strdup (instant != NULL ? instant : "");
  text = aufait_date_words_full (day, now);
  if (strnlen (instant, 16) < 16)
    return g_steal_pointer (&text);
  time = g_strndup (instant + 11, 5);
  /* Translators: a day and the time of it: "Friday 3 July", "10:00" */
  return g_strdup_printf (C_ ("date", "%1$s at %2$s"), text, time);
}

static char *
word_to_come (int n, int unit)
{
  if (unit == 1)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) n), n);
  if (unit == 7)
    return g_strdup_printf (ngettext ("in %d week", "in %d weeks", (gulong) n), n);
  if (unit == 30)
    return g_strdup_printf (ngettext ("in %d month", "in %d months", (gulong) n), n);
  return g_strdup_printf (ngettext ("in %d year", "in %d years", (gulong) n), n);
}

static char *
word_gone (int n, int unit)
{
  if (unit == 1)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) n), n);
  if (unit == 7)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", (gulong) n), n);
  if (unit == 30)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", (gulong) n), n);
  return g_strdup_printf (ngettext ("%d year ago", "%d years ago", (gulong) n), n);
}

/* The unit is the one in which people count such a length; a month has 30.44 days. */
char *
aufait_date_words_distance (guint32 day, guint32 now)
{
  int away = (int) day - (int) now;
  int days = ABS (away);
  int n = days, unit = 1;

  if (day == 0 || now == 0 || days <= 1)
    return aufait_date_words_short (day, now);
  if (days >= 730) {
    n = (days * 100 + 18262) / 36525;
    unit = 365;
  } else if (days >= 60) {
    n = (days * 100 + 1522) / 3044;
    unit = 30;
  } else if (days >= 14) {
    n = days / 7;
    unit = 7;
  }
  return away > 0 ? word_to_come (n, unit) : word_gone (n, unit);
}

static gboolean
check_ends_month (Date date)
{
  return date.day == g_date_get_days_in_month ((GDateMonth) date.month, (GDateYear) date.year);
}

static char *
word_months (Date first, Date last, gboolean with_year)
{
  const char *from = name_month (first.month), *to = name_month (last.month);

  if (first.month == 1 && last.month == 12)
    /* Translators: a whole year: "in 2027" */
    return g_strdup_printf (C_ ("year", "in %d"), last.year);
  if (first.month == last.month && with_year)
    /* Translators: a whole month: "in August 2027" */
    return g_strdup_printf (C_ ("month", "in %1$s %2$d"), from, last.year);
  if (first.month == last.month)
    /* Translators: a whole month: "in August" */
    return g_strdup_printf (C_ ("month", "in %s"), from);
  if (with_year)
    /* Translators: whole months: "June–August 2027" */
    return g_strdup_printf (C_ ("month", "%1$s–%2$s %3$d"), from, to, last.year);
  /* Translators: whole months: "June–August" */
  return g_strdup_printf (C_ ("month", "%1$s–%2$s"), from, to);
}

static char *
word_days (guint32 first, guint32 last, guint32 now)
{
  Date from = split (first), to = split (last);
  g_autofree char *end = word_date (last, check_wants_year (last, now));
  g_autofree char *start = NULL;

  if (from.year == to.year && from.month == to.month)
    start = word_day_number (from.day);
  else if (from.year == to.year)
    start = word_date (first, FALSE);
  else
    start = word_date (first, check_wants_year (first, now));
  /* Translators: first and last day: "10" and "20 August", or "28 December" and "4 January 2027";
   * French "du 10 au 20 août" */
  return g_strdup_printf (C_ ("date", "%1$s–%2$s"), start, end);
}

char *
aufait_date_words_range (guint32 first, guint32 last, guint32 now)
{
  Date from = split (first), to = split (last);

  if (first == 0 || last == 0)
    return g_strdup ("");
  if (first >= last)
    return aufait_date_words_full (first, now);
  if (from.year == to.year && from.day == 1 && check_ends_month (to))
    return word_months (from, to, check_wants_year (last, now));
  return word_days (first, last, now);
}

char *
aufait_date_words_birthday (const char *birthday)
{
  g_autofree char *leap = NULL;
  guint32 day = aufait_date_words_parse (birthday);

  if (day != 0)
    return word_date (day, TRUE);
  if (birthday == NULL || !g_str_has_prefix (birthday, "--"))
    return NULL;
  /* Any leap year lends its days. */
  leap = g_strconcat ("2000-", birthday + 2, NULL);
  day = aufait_date_words_parse (leap);
  return day != 0 ? word_date (day, FALSE) : NULL;
}
