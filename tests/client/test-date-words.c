/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-date-words.h"
#include "aufait-locale.h"

#ifdef FRENCH
#define SAY(en, fr) fr
#else
#define SAY(en, fr) en
#endif

/* A Wednesday. */
#define NOW "2026-07-01T23:50:00+02:00"

static const struct {
  const char *day;
  const char *when;
  const char *distance;
} days[] = {
  { "2026-07-01", SAY ("today", "aujourd’hui"), SAY ("today", "aujourd’hui") },
  { "2026-07-02", SAY ("tomorrow", "demain"), SAY ("tomorrow", "demain") },
  { "2026-06-30", SAY ("yesterday", "hier"), SAY ("yesterday", "hier") },
  { "2026-07-03", SAY ("on Friday", "vendredi"), SAY ("in 2 days", "dans 2 jours") },
  { "2026-07-07", SAY ("on Tuesday", "mardi"), SAY ("in 6 days", "dans 6 jours") },
  { "2026-07-08", SAY ("on 8 July", "le 8 juillet"), SAY ("in 7 days", "dans 7 jours") },
  { "2026-06-29", SAY ("on 29 June", "le 29 juin"), SAY ("2 days ago", "il y a 2 jours") },
  { "2026-07-22", SAY ("on 22 July", "le 22 juillet"), SAY ("in 3 weeks", "dans 3 semaines") },
  { "2026-08-01", SAY ("on 1 August", "le 1er août"), SAY ("in 4 weeks", "dans 4 semaines") },
  { "2026-08-21", SAY ("on 21 August", "le 21 août"), SAY ("in 7 weeks", "dans 7 semaines") },
  { "2026-05-02", SAY ("on 2 May", "le 2 mai"), SAY ("2 months ago", "il y a 2 mois") },
  { "2027-01-04", SAY ("on 4 January 2027", "le 4 janvier 2027"),
    SAY ("in 6 months", "dans 6 mois") },
  { "2024-07-01", SAY ("on 1 July 2024", "le 1er juillet 2024"),
    SAY ("2 years ago", "il y a 2 ans") },
  { "2016-02-29", SAY ("on 29 February 2016", "le 29 février 2016"),
    SAY ("10 years ago", "il y a 10 ans") },
};

static void
says_days_as_people_do (void)
{
  guint32 now = aufait_date_words_parse (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    guint32 day = aufait_date_words_parse (days[i].day);
    g_autofree char *when = aufait_date_words_when (day, now);
    g_autofree char *distance = aufait_date_words_distance (day, now);

    g_test_message ("%u: %s", i, days[i].day);
    g_assert_cmpstr (when, ==, days[i].when);
    g_assert_cmpstr (distance, ==, days[i].distance);
  }
}

static const struct {
  const char *first;
  const char *last;
  const char *words;
} ranges[] = {
  { "2026-08-10", "2026-08-20", SAY ("10–20 August", "du 10 au 20 août") },
  { "2026-08-01", "2026-08-10", SAY ("1–10 August", "du 1er au 10 août") },
  { "2026-07-28", "2026-08-04", SAY ("28 July–4 August", "du 28 juillet au 4 août") },
  { "2026-12-28", "2027-01-04",
    SAY ("28 December–4 January 2027", "du 28 décembre au 4 janvier 2027") },
  { "2025-12-28", "2026-01-04",
    SAY ("28 December 2025–4 January", "du 28 décembre 2025 au 4 janvier") },
  { "2027-03-02", "2027-03-09", SAY ("2–9 March 2027", "du 2 au 9 mars 2027") },
  { "2026-08-01", "2026-08-31", SAY ("in August", "en août") },
  { "2027-02-01", "2027-02-28", SAY ("in February 2027", "en février 2027") },
  { "2028-02-01", "2028-02-28", SAY ("1–28 February 2028", "du 1er au 28 février 2028") },
  { "2026-06-01", "2026-08-31", SAY ("June–August", "juin–août") },
  { "2027-06-01", "2027-08-31", SAY ("June–August 2027", "juin–août 2027") },
  { "2027-01-01", "2027-12-31", SAY ("in 2027", "en 2027") },
  { "2026-07-15", "2026-07-15", SAY ("Wednesday 15 July", "mercredi 15 juillet") },
  { "2026-07-02", "2026-07-02", SAY ("tomorrow, Thursday 2 July", "demain, jeudi 2 juillet") },
  { "2026-07-01", "2026-07-01",
    SAY ("today, Wednesday 1 July", "aujourd’hui, mercredi 1er juillet") },
  { "2026-07-05", "2026-07-01", SAY ("Sunday 5 July", "dimanche 5 juillet") },
  { "nonsense", "2026-07-01", "" },
};

static void
says_ranges_shortly (void)
{
  guint32 now = aufait_date_words_parse (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
    g_autofree char *words = aufait_date_words_range (
        aufait_date_words_parse (ranges[i].first), aufait_date_words_parse (ranges[i].last), now);

    g_test_message ("%u: %s %s", i, ranges[i].first, ranges[i].last);
    g_assert_cmpstr (words, ==, ranges[i].words);
  }
}

static void
says_nothing_relative_without_now (void)
{
  guint32 day = aufait_date_words_parse ("2026-08-01");
  g_autofree char *distance = aufait_date_words_distance (day, 0);
  g_autofree char *when = aufait_date_words_when (day, 0);

  g_assert_cmpstr (distance, ==, SAY ("1 August 2026", "1er août 2026"));
  g_assert_cmpstr (when, ==, SAY ("on 1 August 2026", "le 1er août 2026"));
}

static void
says_the_time_of_an_instant (void)
{
  guint32 now = aufait_date_words_parse (NOW);
  g_autofree char *friday = aufait_date_words_instant ("2026-07-03T10:00:00+02:00", now);
  g_autofree char *nonsense = aufait_date_words_instant ("nonsense", now);

  g_assert_cmpstr (friday, ==, SAY ("Friday 3 July at 10:00", "vendredi 3 juillet à 10:00"));
  g_assert_cmpstr (nonsense, ==, "nonsense");
}

static const struct {
  const char *birthday;
  const char *words;
} birthdays[] = {
  { "1984-02-29", SAY ("29 February 1984", "29 février 1984") },
  { "--02-29", SAY ("29 February", "29 février") },
  { "--01-01", SAY ("1 January", "1er janvier") },
  { "--02-30", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
says_birthdays_without_a_year (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (birthdays); i++) {
    g_autofree char *words = aufait_date_words_birthday (birthdays[i].birthday);

    g_assert_cmpstr (words, ==, birthdays[i].words);
  }
}

static const char *const invalid[] = {
  "",           "2026",     "2026-7-01",  "2026-02-30", "2026-13-01",
  "0000-01-01", "20260701", "2026/07/01", "+026-07-01", "2026-07-0x",
};

static void
refuses_what_is_no_day (void)
{
  g_assert_cmpuint (aufait_date_words_parse (NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_cmpuint (aufait_date_words_parse (invalid[i]), ==, 0);
}

static void
says_nothing_of_no_day (void)
{
  char *(*const words[]) (guint32 day,
                          guint32 now) = { aufait_date_words_short, aufait_date_words_when,
                                           aufait_date_words_full, aufait_date_words_distance };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *without = words[i](0, 0);
    g_autofree char *with = words[i](0, aufait_date_words_parse (NOW));

    g_assert_cmpstr (without, ==, "");
    g_assert_cmpstr (with, ==, "");
  }
}

int
main (int argc, char **argv)
{
  aufait_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/says-days-as-people-do", says_days_as_people_do);
  g_test_add_func ("/date-words/says-ranges-shortly", says_ranges_shortly);
  g_test_add_func ("/date-words/says-nothing-relative-without-now",
                   says_nothing_relative_without_now);
  g_test_add_func ("/date-words/says-the-time-of-an-instant", says_the_time_of_an_instant);
  g_test_add_func ("/date-words/says-birthdays-without-a-year", says_birthdays_without_a_year);
  g_test_add_func ("/date-words/refuses-what-is-no-day", refuses_what_is_no_day);
  g_test_add_func ("/date-words/says-nothing-of-no-day", says_nothing_of_no_day);
  return g_test_run ();
}
