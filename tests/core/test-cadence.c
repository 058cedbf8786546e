/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-cadence.h"

#define KNOWN_ON 739000 /* some day of the year 2024 */
#define N_WORLDS 2000

static const int periods[] = { 1, 2, 7, 14, 30, 61, 91, 365 };

static const struct {
  const char *text;
  int days;
} valid[] = {
  { "3w", 21 },
  { "10d", 10 },
  { "1m", 30 },
  { "2m", 61 },
  { "3m", 91 },
  { "6m", 183 },
  { "12m", 365 },
  { "1y", 365 },
  { "10y", 3652 },
  { "3W", 21 },
  { "3 w", 21 },
  { "10j", 10 },
  { "3s", 21 },
  { "1a", 365 },
  { "3652d", 3652 },
  { "3 weeks", 21 },
  { "10 days", 10 },
  { "two months", 61 },
  { "a fortnight", 14 },
  { "a year", 365 },
  { "3 semaines", 21 },
  { "3 sem", 21 },
  { "10 jours", 10 },
  { "quinze jours", 15 },
  { "2 mois", 61 },
  { "1 an", 365 },
  { "1an", 365 },
  { "un an", 365 },
  { "deux ans", 730 },
  { "every week", 7 },
  { "every 3 weeks", 21 },
  { "every 3w", 21 },
  { "every month", 30 },
  { "month", 30 },
  { "week", 7 },
  { "mois", 30 },
  { "each day", 1 },
  { "toutes les 3 semaines", 21 },
  { "tous les 10 jours", 10 },
  { "Tous les quinze jours", 15 },
  { "tous les mois", 30 },
  { "chaque semaine", 7 },
  { "chaque année", 365 },
  { "weekly", 7 },
  { "monthly", 30 },
  { "hebdo", 7 },
  { "mensuel", 30 },
  { "Annuel", 365 },
  { "auto", AUFAIT_CADENCE_AUTO },
  { "never", AUFAIT_CADENCE_NEVER },
  { "Never", AUFAIT_CADENCE_NEVER },
  { "jamais", AUFAIT_CADENCE_NEVER },
};
static const char *const invalid[] = {
  "",
  "w",
  "3",
  "3x",
  "0d",
  "0 weeks",
  "3653d",
  "11y",
  "3w 2d",
  "often",
  "99999d",
  "every",
  "every 3",
  "-3w",
  "3.5w",
  "3h",
  "20 minutes",
  "in 3 weeks",
  "every friday",
  "never ever",
  "auto 3w",
  "weekend",
  "every weekend",
  "9999999999w",
  "\xff",
};

static void
test_reads_how_often (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    int days = -2;

    g_test_message ("valid %u: %s", i, valid[i].text);
    g_assert_true (aufait_cadence_parse (valid[i].text, &days));
    g_assert_cmpint (days, ==, valid[i].days);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    int days = -2;

    g_test_message ("invalid %u", i);
    g_assert_false (aufait_cadence_parse (invalid[i], &days));
    g_assert_cmpint (days, ==, -2);
  }
}

static void
test_circles_have_names (void)
{
  for (int i = 0; i < AUFAIT_CADENCE_N_CIRCLES; i++)
    g_assert_cmpint (aufait_cadence_circle_from_string (
                         aufait_cadence_circle_to_string ((AufaitCadenceCircle) i)),
                     ==, i);
  g_assert_cmpint (aufait_cadence_circle_from_string (NULL), ==, -1);
  g_assert_cmpint (aufait_cadence_circle_from_string (""), ==, -1);
  g_assert_cmpint (aufait_cadence_circle_from_string ("Inner"), ==, -1);
}

static void
test_ones_own_goes_before_the_circle (void)
{
  static const struct {
    const char *circle;
    int own;
    int period;
  } rows[] = {
    { "inner", AUFAIT_CADENCE_AUTO, 7 },
    { "close", AUFAIT_CADENCE_AUTO, 30 },
    { "friends", AUFAIT_CADENCE_AUTO, 91 },
    { "wider", AUFAIT_CADENCE_AUTO, 0 },
    { NULL, AUFAIT_CADENCE_AUTO, 0 },
    { "other", AUFAIT_CADENCE_AUTO, 0 },
    { "inner", 21, 21 },
    { NULL, 21, 21 },
    { "inner", AUFAIT_CADENCE_NEVER, 0 },
    { NULL, AUFAIT_CADENCE_NEVER, 0 },
  };
  AufaitCadence cadence = aufait_cadence_get_default ();

  g_assert_cmpint (cadence.days[AUFAIT_CADENCE_WIDER], ==, 365);
  cadence.days[AUFAIT_CADENCE_WIDER] = 0; /* as a setting may say */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u", i);
    g_assert_cmpint (aufait_cadence_get_period (&cadence, rows[i].circle, rows[i].own), ==,
                     rows[i].period);
  }
}

static void
test_is_due_a_period_after_the_last_contact (void)
{
  g_assert_cmpint (aufait_cadence_find_due (21, KNOWN_ON - 400, 5, KNOWN_ON), ==, KNOWN_ON - 379);
  g_assert_cmpint (aufait_cadence_find_due (0, KNOWN_ON, 5, KNOWN_ON), ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (aufait_cadence_find_due (0, AUFAIT_DAY_NONE, 5, KNOWN_ON), ==, AUFAIT_DAY_NONE);
}

/* How many of @n people are due on the day that has most of them. */
static guint
count_fullest_day (gint64 first_id, gint64 step, guint n, int period)
{
  g_autofree guint *counts = g_new0 (guint, period);
  guint fullest = 0;

  for (guint i = 0; i < n; i++) {
    gint64 id = first_id + (gint64) i * step;
    AufaitDay due = aufait_cadence_find_due (period, AUFAIT_DAY_NONE, id, KNOWN_ON);

    g_assert_cmpint (due, >, KNOWN_ON);
    g_assert_cmpint (due, <=, KNOWN_ON + period);
    g_assert_cmpint (due, ==, aufait_cadence_find_due (period, AUFAIT_DAY_NONE, id, KNOWN_ON));
    counts[due - KNOWN_ON - 1]++;
    fullest = MAX (fullest, counts[due - KNOWN_ON - 1]);
  }
  return fullest;
}

static void
test_many_who_come_at_once_are_spread (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint worst = 0;

  for (guint world = 0; world < N_WORLDS; world++) {
    int period = periods[world % G_N_ELEMENTS (periods)];
    guint n = (guint) g_rand_int_range (rand, 1, 1000);
    gint64 first = g_rand_int_range (rand, 1, G_MAXINT32);
    guint even = (n + (guint) period - 1) / (guint) period;
    guint fullest = count_fullest_day (first, 1, n, period);

    g_test_message ("world %u: %u in %d days from %d: %u", world, n, period, (int) first, fullest);
    worst = MAX (worst, fullest - MIN (fullest, even));
    g_assert_cmpuint (fullest, <=, even + 2);
  }
  g_test_message ("at most %u more than even", worst);
}

/* As when only every second, or third, of those who came is of the circle. */
static void
test_those_of_a_circle_among_them_are_spread_too (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (guint world = 0; world < N_WORLDS; world++) {
    int period = periods[world % G_N_ELEMENTS (periods)];
    guint n = (guint) g_rand_int_range (rand, 1, 300);
    gint64 step = g_rand_int_range (rand, 2, 8);
    guint even = (n + (guint) period - 1) / (guint) period;
    guint fullest = count_fullest_day (g_rand_int_range (rand, 1, 100000), step, n, period);

    g_test_message ("world %u: %u in %d days, each %dth: %u", world, n, period, (int) step,
                    fullest);
    g_assert_cmpuint (fullest, <=, even + 4);
  }
}

/* Days count from the day on which the question is answered for the first time. */
static const struct {
  int period;
  gboolean is_own;
  int last; /* NONE: no contact */
  int set_on;
  int today;
  int due; /* ANY: within the period behind set_on */
} checkins[] = {
#define NONE -10000
#define ANY  10000
  { 0, FALSE, -5, -100, 0, NONE },    { 30, FALSE, -5, -100, 0, 25 },
  { 30, TRUE, -5, -100, 0, 25 },      { 21, TRUE, -28, 0, 0, 0 },
  { 21, FALSE, -28, 0, 0, ANY },      { 30, FALSE, NONE, 0, 0, ANY },
  { 30, TRUE, NONE, 0, 0, ANY },      { 30, FALSE, -40, -100, 0, -10 },
  { 30, FALSE, -59, -100, 0, -29 },   { 30, FALSE, -60, -100, 0, 0 },
  { 365, FALSE, -390, -500, 0, -25 }, { 365, FALSE, -400, -500, 0, 330 },
  { 7, FALSE, -13, -100, 0, -6 },     { 7, FALSE, -14, -100, 0, 0 },
};

static void
test_is_asked_after (void)
{
  const AufaitDay base = aufait_day_new (2026, 7, 1);

  for (guint i = 0; i < G_N_ELEMENTS (checkins); i++) {
    const AufaitCadenceQuestion question = {
      .period_days = checkins[i].period,
      .is_own = checkins[i].is_own,
      .last_contact = checkins[i].last == NONE ? AUFAIT_DAY_NONE : base + checkins[i].last,
      .person_id = 7,
      .set_on = base + checkins[i].set_on,
    };
    AufaitDay due = aufait_cadence_find_checkin (&question, base + checkins[i].today);

    g_test_message ("row %u: %d", i, due - base);
    if (checkins[i].due == NONE)
      g_assert_cmpint (due, ==, AUFAIT_DAY_NONE);
    else if (checkins[i].due == ANY)
      g_assert_true (due > question.set_on && due <= question.set_on + question.period_days);
    else
      g_assert_cmpint (due, ==, base + checkins[i].due);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cadence/reads-how-often", test_reads_how_often);
  g_test_add_func ("/cadence/circles-have-names", test_circles_have_names);
  g_test_add_func ("/cadence/ones-own-goes-before-the-circle",
                   test_ones_own_goes_before_the_circle);
  g_test_add_func ("/cadence/is-due-a-period-after-the-last-contact",
                   test_is_due_a_period_after_the_last_contact);
  g_test_add_func ("/cadence/is-asked-after-once-a-period", test_is_asked_after);
  g_test_add_func ("/cadence/many-who-come-at-once-are-spread",
                   test_many_who_come_at_once_are_spread);
  g_test_add_func ("/cadence/those-of-a-circle-among-them-are-spread-too",
                   test_those_of_a_circle_among_them_are_spread_too);
  return g_test_run ();
}
