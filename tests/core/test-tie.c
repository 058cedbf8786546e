/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie.h"

#include <math.h>

#define FIRST_DAY 735000 /* some day of the year 2013 */
#define N_WORLDS  400
#define EPSILON   1e-9
#define MAX_ROW   40

/* --- strength ------------------------------------------------------------------------------ */

static AufaitTieContact
draw_contact (GRand *rand, AufaitDay on)
{
  return (AufaitTieContact){ on, (AufaitContactHow) g_rand_int_range (rand, 0, 4),
                             g_rand_boolean (rand) };
}

/* Contacts in order of days, several on some. */
static GArray *
draw_contacts (GRand *rand)
{
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (AufaitTieContact));
  guint n = (guint) g_rand_int_range (rand, 0, 200);
  int longest = g_rand_int_range (rand, 1, 120);
  AufaitDay on = FIRST_DAY;

  for (guint i = 0; i < n; i++) {
    AufaitTieContact contact;

    if (g_rand_int_range (rand, 0, 3) > 0)
      on += g_rand_int_range (rand, 1, longest + 1);
    contact = draw_contact (rand, on);
    g_array_append_val (contacts, contact);
  }
  return contacts;
}

static int
find_heaviest (const GArray *contacts, AufaitDay on, gboolean from_them)
{
  int heaviest = 0;

  for (guint i = 0; i < contacts->len; i++) {
    const AufaitTieContact *contact = &g_array_index (contacts, AufaitTieContact, i);

    if (contact->on == on && contact->from_them == from_them)
      heaviest = MAX (heaviest, aufait_tie_get_weight (contact->how));
  }
  return heaviest;
}

/* Day by day over all contacts, as the definition says. */
static AufaitTie
sum_days (const GArray *contacts, AufaitDay today)
{
  AufaitTie tie = { 0 };

  for (AufaitDay on = FIRST_DAY; on <= today; on++) {
    int mine = find_heaviest (contacts, on, FALSE);
    int theirs = find_heaviest (contacts, on, TRUE);
    double worth = pow (0.5, (double) (today - on) / AUFAIT_TIE_HALF_LIFE_DAYS);

    if (mine > 0 || theirs > 0) {
      tie.n_days++;
      tie.last_on = on;
    }
    if (mine == theirs) {
      tie.mine += worth * mine / 2.0;
      tie.theirs += worth * theirs / 2.0;
    } else if (mine > theirs) {
      tie.mine += worth * mine;
    } else {
      tie.theirs += worth * theirs;
    }
  }
  return tie;
}

static void
test_carried_on_is_the_sum_of_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint world = 0; world < N_WORLDS / 10; world++) {
    g_autoptr (GArray) contacts = draw_contacts (rand);
    AufaitTieState state = { 0 };
    AufaitDay last = FIRST_DAY;
    AufaitTie sum, tie;

    for (guint i = 0; i < contacts->len; i++) {
      AufaitTieContact contact = g_array_index (contacts, AufaitTieContact, i);

      g_assert_true (aufait_tie_state_add (&state, contact));
      last = contact.on;
    }
    last += g_rand_int_range (rand, 0, 200);
    sum = sum_days (contacts, last);
    tie = aufait_tie_state_read (&state, last);
    g_test_message ("world %u: %u contacts", world, contacts->len);
    g_assert_cmpfloat_with_epsilon (tie.mine, sum.mine, EPSILON);
    g_assert_cmpfloat_with_epsilon (tie.theirs, sum.theirs, EPSILON);
    g_assert_cmpfloat_with_epsilon (tie.strength, sum.mine + sum.theirs, EPSILON);
    g_assert_cmpuint (tie.n_days, ==, sum.n_days);
    g_assert_cmpint (tie.last_on, ==, sum.last_on);
  }
}

static void
test_built_is_carried_on (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint world = 0; world < N_WORLDS; world++) {
    g_autoptr (GArray) contacts = draw_contacts (rand);
    AufaitDay today = FIRST_DAY + g_rand_int_range (rand, 0, 4000);
    AufaitTieState state = { 0 };
    AufaitTie built, carried;

    for (guint i = 0; i < contacts->len; i++)
      if (g_array_index (contacts, AufaitTieContact, i).on <= today)
        aufait_tie_state_add (&state, g_array_index (contacts, AufaitTieContact, i));
    built = aufait_tie_build ((const AufaitTieContact *) (gpointer) contacts->data, contacts->len,
                              today);
    carried = aufait_tie_state_read (&state, today);
    g_assert_cmpfloat_with_epsilon (built.strength, carried.strength, EPSILON);
    g_assert_cmpfloat_with_epsilon (built.regularity, carried.regularity, EPSILON);
    g_assert_cmpint (built.usual_gap_days, ==, carried.usual_gap_days);
    g_assert_cmpint (built.silence_days, ==, carried.silence_days);
    g_assert_cmpint (built.drifts_on, ==, carried.drifts_on);
    g_assert_cmpint (built.trend, ==, carried.trend);
  }
}

static void
test_half_is_left_after_a_season (void)
{
  AufaitTieContact met = { FIRST_DAY, AUFAIT_CONTACT_MET, FALSE };
  AufaitTie now = aufait_tie_build (&met, 1, FIRST_DAY);
  AufaitTie later = aufait_tie_build (&met, 1, FIRST_DAY + AUFAIT_TIE_HALF_LIFE_DAYS);
  AufaitTie before = aufait_tie_build (&met, 1, FIRST_DAY - 1);

  g_assert_cmpfloat_with_epsilon (now.strength, 4, EPSILON);
  g_assert_cmpfloat_with_epsilon (later.strength, 2, EPSILON);
  g_assert_cmpint (later.silence_days, ==, AUFAIT_TIE_HALF_LIFE_DAYS);
  g_assert_cmpfloat_with_epsilon (before.strength, 0, EPSILON);
  g_assert_cmpint (before.last_on, ==, AUFAIT_DAY_NONE);
}

static void
test_a_day_counts_once_as_its_heaviest (void)
{
  static const struct {
    AufaitTieContact contacts[4];
    guint length;
    double mine;
    double theirs;
  } rows[] = {
    { { { 0, AUFAIT_CONTACT_WROTE, FALSE } }, 1, 1, 0 },
    { { { 0, AUFAIT_CONTACT_EVENT, TRUE } }, 1, 0, 2 },
    { { { 0, AUFAIT_CONTACT_WROTE, FALSE }, { 0, AUFAIT_CONTACT_WROTE, FALSE } }, 2, 1, 0 },
    { { { 0, AUFAIT_CONTACT_WROTE, FALSE }, { 0, AUFAIT_CONTACT_MET, FALSE } }, 2, 4, 0 },
    /* they called; I wrote before */
    { { { 0, AUFAIT_CONTACT_WROTE, FALSE }, { 0, AUFAIT_CONTACT_CALLED, TRUE } }, 2, 0, 3 },
    /* both wrote */
    { { { 0, AUFAIT_CONTACT_WROTE, FALSE }, { 0, AUFAIT_CONTACT_WROTE, TRUE } }, 2, 0.5, 0.5 },
    { { { 0, AUFAIT_CONTACT_WROTE, TRUE },
        { 0, AUFAIT_CONTACT_MET, TRUE },
        { 0, AUFAIT_CONTACT_CALLED, FALSE },
        { 0, AUFAIT_CONTACT_MET, FALSE } },
      4,
      2,
      2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitTieState forwards = { 0 }, backwards = { 0 };
    AufaitTie tie, other;

    g_test_message ("row %u", i);
    for (guint j = 0; j < rows[i].length; j++) {
      AufaitTieContact first = rows[i].contacts[j];
      AufaitTieContact last = rows[i].contacts[rows[i].length - 1 - j];

      first.on = last.on = FIRST_DAY;
      g_assert_true (aufait_tie_state_add (&forwards, first));
      g_assert_true (aufait_tie_state_add (&backwards, last));
    }
    tie = aufait_tie_state_read (&forwards, FIRST_DAY);
    other = aufait_tie_state_read (&backwards, FIRST_DAY);
    g_assert_cmpfloat_with_epsilon (tie.mine, rows[i].mine, EPSILON);
    g_assert_cmpfloat_with_epsilon (tie.theirs, rows[i].theirs, EPSILON);
    g_assert_cmpfloat_with_epsilon (other.mine, rows[i].mine, EPSILON);
    g_assert_cmpfloat_with_epsilon (other.theirs, rows[i].theirs, EPSILON);
    g_assert_cmpuint (tie.n_days, ==, 1);
  }
}

static void
test_what_lies_before_is_refused (void)
{
  AufaitTieState state = { 0 };
  AufaitTieContact contact = { FIRST_DAY, AUFAIT_CONTACT_MET, FALSE };
  AufaitTieContact earlier = { FIRST_DAY - 1, AUFAIT_CONTACT_MET, FALSE };
  AufaitTieContact never = { AUFAIT_DAY_NONE, AUFAIT_CONTACT_MET, FALSE };

  g_assert_false (aufait_tie_state_add (&state, never));
  g_assert_cmpuint (state.n_days, ==, 0);
  g_assert_true (aufait_tie_state_add (&state, contact));
  g_assert_false (aufait_tie_state_add (&state, earlier));
  g_assert_cmpuint (state.n_days, ==, 1);
  g_assert_cmpint (state.on, ==, FIRST_DAY);
}

/* --- rhythm -------------------------------------------------------------------------------- */

/* Gaps (0 ends them) -> the tie, so many days after the last. */
static AufaitTie
build_from_gaps (const int *gaps, int silence, int stretch)
{
  AufaitTieState state = { 0 };
  AufaitTieContact contact = { FIRST_DAY, AUFAIT_CONTACT_MET, FALSE };

  aufait_tie_state_add (&state, contact);
  for (guint i = 0; gaps[i] > 0; i++) {
    contact.on += gaps[i] * stretch;
    aufait_tie_state_add (&state, contact);
  }
  return aufait_tie_state_read (&state, contact.on + silence * stretch);
}

static const struct {
  const char *what;
  int gaps[MAX_ROW];
  int silence;
  int usual;
  AufaitTieTrend trend;
} rhythms[] = {
  { "no gap", { 0 }, 400, 0, AUFAIT_TIE_STEADY },
  { "too few", { 7, 7, 0 }, 400, 0, AUFAIT_TIE_STEADY },
  { "every week", { 7, 7, 7, 0 }, 7, 7, AUFAIT_TIE_STEADY },
  { "every week, two weeks ago", { 7, 7, 7, 7, 7, 0 }, 14, 7, AUFAIT_TIE_STEADY },
  { "every week, not for three", { 7, 7, 7, 7, 7, 0 }, 21, 7, AUFAIT_TIE_DRIFTING },
  { "six weeks for two years, nothing for twenty",
    { 40, 45, 42, 38, 42, 50, 42, 35, 42, 44, 42, 41, 42, 0 },
    140,
    42,
    AUFAIT_TIE_DRIFTING },
  { "the same, nothing for ten",
    { 40, 45, 42, 38, 42, 50, 42, 35, 42, 44, 42, 41, 42, 0 },
    70,
    42,
    AUFAIT_TIE_STEADY },
  { "once a year", { 365, 360, 371, 365, 0 }, 700, 365, AUFAIT_TIE_STEADY },
  { "a holiday together is no daily rhythm",
    { 42, 40, 1, 1, 1, 1, 1, 1, 45, 41, 0 },
    45,
    41,
    AUFAIT_TIE_STEADY },
  { "one long absence is no slow rhythm",
    { 7, 8, 7, 6, 7, 120, 7, 7, 8, 7, 0 },
    10,
    7,
    AUFAIT_TIE_STEADY },
  { "and does not excuse the next",
    { 7, 8, 7, 6, 7, 120, 7, 7, 8, 7, 0 },
    25,
    7,
    AUFAIT_TIE_DRIFTING },
  { "irregular: has been silent before",
    { 3, 50, 10, 2, 60, 5, 20, 0 },
    60,
    50,
    AUFAIT_TIE_STEADY },
  { "the gaps shrink", { 30, 28, 33, 30, 31, 29, 10, 9, 8, 0 }, 5, 30, AUFAIT_TIE_CLOSER },
  { "shrank, and then silence",
    { 30, 28, 33, 30, 31, 29, 10, 9, 8, 0 },
    90,
    30,
    AUFAIT_TIE_DRIFTING },
  { "the gaps grow", { 7, 7, 8, 7, 6, 7, 14, 16, 15, 0 }, 5, 8, AUFAIT_TIE_DRIFTING },
  { "grow by little", { 7, 7, 8, 7, 6, 7, 9, 8, 9, 0 }, 5, 7, AUFAIT_TIE_STEADY },
  { "only the last gaps count",
    { 90, 90, 90, 90, 90, 90, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0 },
    8,
    7,
    AUFAIT_TIE_STEADY },
};

static void
test_a_tie_is_compared_with_its_own_rhythm (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++) {
    AufaitTie tie = build_from_gaps (rhythms[i].gaps, rhythms[i].silence, 1);

    g_test_message ("row %u: %s", i, rhythms[i].what);
    g_assert_cmpint (tie.usual_gap_days, ==, rhythms[i].usual);
    g_assert_cmpint (tie.silence_days, ==, rhythms[i].silence);
    g_assert_cmpint (tie.trend, ==, rhythms[i].trend);
    if (rhythms[i].usual == 0)
      g_assert_cmpint (tie.drifts_on, ==, AUFAIT_DAY_NONE);
  }
}

/* A rhythm is one of times, whatever the unit. */
static void
test_the_same_rhythm_slower_is_the_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++) {
    AufaitTie slow = build_from_gaps (rhythms[i].gaps, rhythms[i].silence, 3);
    AufaitTie tie = build_from_gaps (rhythms[i].gaps, rhythms[i].silence, 1);

    g_test_message ("row %u: %s", i, rhythms[i].what);
    g_assert_cmpint (slow.usual_gap_days, ==, 3 * rhythms[i].usual);
    g_assert_cmpint (slow.trend, ==, rhythms[i].trend);
    g_assert_cmpfloat_with_epsilon (slow.regularity, tie.regularity, EPSILON);
  }
}

static void
test_drifts_from_the_day_it_says (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++) {
    AufaitTie at_once = build_from_gaps (rhythms[i].gaps, 0, 1);
    int patience = at_once.drifts_on - at_once.last_on;

    if (at_once.usual_gap_days == 0 || at_once.trend == AUFAIT_TIE_DRIFTING)
      continue;
    g_test_message ("row %u: %s, %d days", i, rhythms[i].what, patience);
    g_assert_cmpint (patience, >=, 2 * at_once.usual_gap_days);
    g_assert_cmpint (build_from_gaps (rhythms[i].gaps, patience - 1, 1).trend, !=,
                     AUFAIT_TIE_DRIFTING);
    g_assert_cmpint (build_from_gaps (rhythms[i].gaps, patience, 1).trend, ==, AUFAIT_TIE_DRIFTING);
  }
}

/* Every week for ten weeks; of the meetings so many, the last ones, are of a series. */
static int
find_patience_after (int n_series)
{
  AufaitTieContact contacts[10];
  AufaitDay first = aufait_day_new (2026, 1, 5);
  AufaitTie tie;

  for (int i = 0; i < 10; i++)
    contacts[i] = (AufaitTieContact){ .on = first + 7 * i,
                                      .how = AUFAIT_CONTACT_EVENT,
                                      .is_series = i >= 10 - n_series };
  tie = aufait_tie_build (contacts, G_N_ELEMENTS (contacts), first + 7 * 9);
  return tie.drifts_on - tie.last_on;
}

static void
test_a_series_that_ends_is_no_silence (void)
{
  static const struct {
    int n_series, patience;
  } rows[] = {
    { 0, 18 }, { 4, 18 }, { 5, AUFAIT_TIE_SERIES_DAYS }, { 10, AUFAIT_TIE_SERIES_DAYS }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u", i);
    g_assert_cmpint (find_patience_after (rows[i].n_series), ==, rows[i].patience);
  }
}

/* Whoever is called on the day of the choir is called by somebody. */
static void
test_a_day_with_a_word_is_no_series (void)
{
  AufaitTieState state = { 0 };
  AufaitDay first = aufait_day_new (2026, 1, 5);
  AufaitTie tie;

  for (int i = 0; i < 24; i++) {
    AufaitTieContact choir = { first + 7 * i, AUFAIT_CONTACT_EVENT, FALSE, TRUE };
    AufaitTieContact call = { first + 7 * i, AUFAIT_CONTACT_CALLED, FALSE, FALSE };

    g_assert_true (aufait_tie_state_add (&state, i % 2 == 0 ? choir : call));
    g_assert_true (aufait_tie_state_add (&state, i % 2 == 0 ? call : choir));
  }
  tie = aufait_tie_state_read (&state, state.on);
  g_assert_cmpint (tie.drifts_on - tie.last_on, ==, 18);
}

static int
draw_gap (GRand *rand, double mean)
{
  return MAX (1, (int) lround (-mean * log (1 - g_rand_double (rand))));
}

/* Whoever comes by chance (a Poisson process) is regular by half and seldom said to change. */
static void
test_chance_is_no_trend (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  double regularity = 0;
  guint n_changes = 0;

  for (guint world = 0; world < N_WORLDS; world++) {
    int gaps[AUFAIT_TIE_MAX_GAPS + 1] = { 0 };
    AufaitTie tie;

    for (guint i = 0; i < AUFAIT_TIE_MAX_GAPS; i++)
      gaps[i] = draw_gap (rand, 30);
    tie = build_from_gaps (gaps, draw_gap (rand, 30), 1);
    n_changes += tie.trend != AUFAIT_TIE_STEADY;
    regularity += tie.regularity;
  }
  g_test_message ("%u of %u change; regularity %f", n_changes, N_WORLDS, regularity / N_WORLDS);
  g_assert_cmpuint (n_changes, <, N_WORLDS / 12);
  g_assert_cmpfloat_with_epsilon (regularity / N_WORLDS, 0.5, 0.05);
}

static void
test_regularity_tells_clocks_from_bursts (void)
{
  static const int clockwork[] = { 7, 7, 7, 7, 7, 7, 7, 7, 0 };
  static const int bursts[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 300, 0 };

  g_assert_cmpfloat_with_epsilon (build_from_gaps (clockwork, 0, 1).regularity, 1, EPSILON);
  g_assert_cmpfloat (build_from_gaps (bursts, 0, 1).regularity, <, 0.1);
}

static void
test_a_change_of_rhythm_is_seen (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  guint n_closer = 0, n_drifting = 0;

  for (guint world = 0; world < N_WORLDS; world++) {
    int closer[16] = { 0 }, away[16] = { 0 };

    for (guint i = 0; i < 15; i++) {
      closer[i] = g_rand_int_range (rand, 21, 36) / (i < 10 ? 1 : 3);
      away[i] = g_rand_int_range (rand, 21, 36) * (i < 10 ? 1 : 3);
    }
    n_closer += build_from_gaps (closer, 1, 1).trend == AUFAIT_TIE_CLOSER;
    n_drifting += build_from_gaps (away, 1, 1).trend == AUFAIT_TIE_DRIFTING;
  }
  g_assert_cmpuint (n_closer, ==, N_WORLDS);
  g_assert_cmpuint (n_drifting, ==, N_WORLDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie/carried-on-is-the-sum-of-all", test_carried_on_is_the_sum_of_all);
  g_test_add_func ("/tie/built-is-carried-on", test_built_is_carried_on);
  g_test_add_func ("/tie/half-is-left-after-a-season", test_half_is_left_after_a_season);
  g_test_add_func ("/tie/a-day-counts-once-as-its-heaviest",
                   test_a_day_counts_once_as_its_heaviest);
  g_test_add_func ("/tie/what-lies-before-is-refused", test_what_lies_before_is_refused);
  g_test_add_func ("/tie/is-compared-with-its-own-rhythm",
                   test_a_tie_is_compared_with_its_own_rhythm);
  g_test_add_func ("/tie/the-same-rhythm-slower-is-the-same",
                   test_the_same_rhythm_slower_is_the_same);
  g_test_add_func ("/tie/drifts-from-the-day-it-says", test_drifts_from_the_day_it_says);
  g_test_add_func ("/tie/a-series-that-ends-is-no-silence", test_a_series_that_ends_is_no_silence);
  g_test_add_func ("/tie/a-day-with-a-word-is-no-series", test_a_day_with_a_word_is_no_series);
  g_test_add_func ("/tie/chance-is-no-trend", test_chance_is_no_trend);
  g_test_add_func ("/tie/regularity-tells-clocks-from-bursts",
                   test_regularity_tells_clocks_from_bursts);
  g_test_add_func ("/tie/a-change-of-rhythm-is-seen", test_a_change_of_rhythm_is_seen);
  return g_test_run ();
}
