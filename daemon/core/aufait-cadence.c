/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-cadence.h"

#include "aufait-day-units.h"

#define DAYS_IN_400_YEARS   146097
#define MONTHS_IN_400_YEARS 4800

/* 2^64 divided by the golden ratio. Its multiples fall as evenly on a circle as those of any number
 * do, however many of them (Knuth, The Art of Computer Programming, vol. 3, 6.4). */
#define GOLDEN G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

static const char *const circles[AUFAIT_CADENCE_N_CIRCLES] = {
  [AUFAIT_CADENCE_INNER] = "inner",
  [AUFAIT_CADENCE_CLOSE] = "close",
  [AUFAIT_CADENCE_FRIENDS] = "friends",
  [AUFAIT_CADENCE_WIDER] = "wider",
};

AufaitCadence
aufait_cadence_get_default (void)
{
  return (AufaitCadence){ { 7, 30, 91, 365 } };
}

const char *
aufait_cadence_circle_to_string (AufaitCadenceCircle circle)
{
  g_return_val_if_fail (circle < AUFAIT_CADENCE_N_CIRCLES, NULL);
  return circles[circle];
}

int
aufait_cadence_circle_from_string (const char *text)
{
  for (int i = 0; text != NULL && i < AUFAIT_CADENCE_N_CIRCLES; i++)
    if (g_str_equal (text, circles[i]))
      return i;
  return -1;
}

/* --- reading ------------------------------------------------------------------------------- */

static int
count_days (int days, int months)
{
  return days + (2 * months * DAYS_IN_400_YEARS + MONTHS_IN_400_YEARS) / (2 * MONTHS_IN_400_YEARS);
}

/* One word says it all. */
static gboolean
read_word (const AufaitReading *reading, int *ret_days)
{
  static const struct {
    const char *word;
    int days;
    int months;
  } words[] = {
    { "auto", AUFAIT_CADENCE_AUTO, 0 },
    { "never", AUFAIT_CADENCE_NEVER, 0 },
    { "jamais", AUFAIT_CADENCE_NEVER, 0 },
    { "daily", 1, 0 },
    { "quotidien", 1, 0 },
    { "weekly", 7, 0 },
    { "hebdo", 7, 0 },
    { "hebdomadaire", 7, 0 },
    { "fortnightly", 14, 0 },
    { "monthly", 0, 1 },
    { "mensuel", 0, 1 },
    { "quarterly", 0, 3 },
    { "trimestriel", 0, 3 },
    { "yearly", 0, 12 },
    { "annual", 0, 12 },
    { "annuel", 0, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words) && aufait_reading_get_length (reading) == 1; i++) {
    if (!aufait_token_is_word (aufait_reading_get (reading, 0), words[i].word))
      continue;
    *ret_days = count_days (words[i].days, words[i].months);
    return TRUE;
  }
  return FALSE;
}

/* 3w, 10d, 2m, 1y; 3s, 10j, 1an for those who count in French. */
static gboolean
read_short (const AufaitReading *reading, guint at, int *ret_days)
{
  static const struct {
    const char *unit;
    int days;
    int months;
  } units[] = {
    { "d", 1, 0 }, { "j", 1, 0 },  { "w", 7, 0 },  { "s", 7, 0 },
    { "m", 0, 1 }, { "y", 0, 12 }, { "a", 0, 12 }, { "an", 0, 12 },
  };
  const AufaitToken *number = aufait_reading_get (reading, at);
  const AufaitToken *unit = aufait_reading_get (reading, at + 1);

  if (!aufait_token_is_number (number) || number->digits > 4 || unit == NULL ||
      aufait_reading_get (reading, at + 2) != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    if (!aufait_token_is_word (unit, units[i].unit))
      continue;
    *ret_days = count_days (number->number * units[i].days, number->number * units[i].months);
    return TRUE;
  }
  return FALSE;
}

/* "3 weeks", "quinze jours", "2 ans", "a fortnight" */
static gboolean
read_length (const AufaitReading *reading, guint at, int *ret_days)
{
  int days, months;
  guint behind = aufait_day_units_read_length (reading, at, &days, &months);

  if (behind == 0 || aufait_reading_get (reading, behind) != NULL)
    return FALSE;
  *ret_days = count_days (days, months);
  return TRUE;
}

/* The unit alone, behind "every": "week", "mois" */
static gboolean
read_unit (const AufaitReading *reading, guint at, int *ret_days)
{
  static const struct {
    const char *name;
    int days;
    int months;
  } units[] = {
    { "day", 1, 0 },   { "week", 7, 0 },    { "fortnight", 14, 0 },
    { "month", 0, 1 }, { "quarter", 0, 3 }, { "year", 0, 12 },
  };
  const AufaitMark *unit = aufait_reading_find (reading, at, AUFAIT_WORD_UNIT);

  if (unit == NULL || aufait_reading_get (reading, unit->behind) != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    if (!g_str_equal (unit->entry->name, units[i].name))
      continue;
    *ret_days = count_days (units[i].days, units[i].months);
    return TRUE;
  }
  return FALSE;
}

gboolean
aufait_cadence_parse (const char *text, int *ret_days)
{
  g_autoptr (AufaitReading) reading = NULL;
  guint at;
  int days;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  reading = aufait_reading_new (text, aufait_lexicon_get ());
  if (read_word (reading, ret_days))
    return TRUE;
  at = aufait_reading_skip (reading, 0, AUFAIT_WORD_EVERY);
  if (!read_short (reading, at, &days) && !read_length (reading, at, &days) &&
      !read_unit (reading, at, &days))
    return FALSE;
  if (days < 1 || days > AUFAIT_CADENCE_MAX_DAYS)
    return FALSE;
  *ret_days = days;
  return TRUE;
}

/* --- when ---------------------------------------------------------------------------------- */

int
aufait_cadence_get_period (const AufaitCadence *cadence, const char *circle, int own_days)
{
  int known = aufait_cadence_circle_from_string (circle);

  if (own_days == AUFAIT_CADENCE_NEVER)
    return 0;
  if (own_days != AUFAIT_CADENCE_AUTO)
    return own_days;
  return known < 0 ? 0 : cadence->days[known];
}

/* 0 to @period - 1 */
static int
spread (gint64 id, int period)
{
  guint64 turn = ((guint64) id * GOLDEN) >> 32;

  return (int) ((turn * (guint64) period) >> 32);
}

AufaitDay
aufait_cadence_find_due (int period_days,
                         AufaitDay last_contact,
                         gint64 person_id,
                         AufaitDay known_on)
{
  if (period_days <= 0)
    return AUFAIT_DAY_NONE;
  if (last_contact != AUFAIT_DAY_NONE)
    return last_contact + period_days;
  return known_on + 1 + spread (person_id, period_days);
}

static AufaitDay
find_first (const AufaitCadenceQuestion *question)
{
  AufaitDay due = question->last_contact + question->period_days;

  if (question->last_contact == AUFAIT_DAY_NONE || (due < question->set_on && !question->is_own))
    return aufait_cadence_find_due (question->period_days, AUFAIT_DAY_NONE, question->person_id,
                                    question->set_on);
  return MAX (due, question->set_on);
}

AufaitDay
aufait_cadence_find_checkin (const AufaitCadenceQuestion *question, AufaitDay today)
{
  int period = question->period_days;
  AufaitDay first, reach;

  if (period <= 0)
    return AUFAIT_DAY_NONE;
  first = find_first (question);
  reach = first + MIN (period, AUFAIT_CADENCE_WINDOW_DAYS);
  if (today < reach)
    return first;
  return first + ((today - reach) / period + 1) * period;
}
