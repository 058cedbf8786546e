/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie.h"

#include <math.h>
#include <stdlib.h>

/* From how many usual gaps on silence is far longer than usual; and how many times the longest gap
 * but one: those who are irregular have been silent before. */
#define PATIENCE_GAPS 2.5
#define PATIENCE_LONG 1.5

/* Gaps have become shorter or longer when they are so many times what they were before … */
#define TREND_RATIO 1.5
/* … and that is so many standard errors, of gaps that vary by at least so much (a day or two at a
 * week's rhythm). */
#define TREND_ERRORS    3.0
#define TREND_DEVIATION 0.2
#define TREND_MIN_GAPS  6

/* The gaps of a state, oldest first. */
typedef struct {
  int days[AUFAIT_TIE_MAX_GAPS];
  guint length;
  guint n_series; /* how many of them ended with a series */
} Gaps;

int
aufait_tie_get_weight (AufaitContactHow how)
{
  switch (how) {
  case AUFAIT_CONTACT_MET:
    return 4;
  case AUFAIT_CONTACT_CALLED:
    return 3;
  case AUFAIT_CONTACT_EVENT:
    return 2;
  case AUFAIT_CONTACT_WROTE:
  default:
    return 1;
  }
}

/* --- strength ------------------------------------------------------------------------------ */

static double
decay (int days)
{
  return exp2 (-(double) days / AUFAIT_TIE_HALF_LIFE_DAYS);
}

static double
share (int own, int other)
{
  return own > other ? own : own == other ? own / 2.0 : 0;
}

/* What each began, up to the last day of contact and with it. */
static double
sum_mine (const AufaitTieState *state)
{
  return state->mine + share (state->on_mine, state->on_theirs);
}

static double
sum_theirs (const AufaitTieState *state)
{
  return state->theirs + share (state->on_theirs, state->on_mine);
}

/* The bit of the gap before the last day of contact; 0: there was none before. */
static guint16
get_series_bit (const AufaitTieState *state)
{
  return state->n_days > 1 ? (guint16) (1u << ((state->n_days - 2) % AUFAIT_TIE_MAX_GAPS)) : 0;
}

static void
start_day (AufaitTieState *state, AufaitDay day)
{
  if (state->on != AUFAIT_DAY_NONE) {
    int gap = day - state->on;
    double mine = sum_mine (state) * decay (gap);
    double theirs = sum_theirs (state) * decay (gap);

    state->gaps[(state->n_days - 1) % AUFAIT_TIE_MAX_GAPS] = (guint16) MIN (gap, G_MAXUINT16);
    state->mine = mine;
    state->theirs = theirs;
  }
  state->on = day;
  state->on_mine = 0;
  state->on_theirs = 0;
  state->n_days++;
  state->series |= get_series_bit (state);
}

gboolean
aufait_tie_state_add (AufaitTieState *state, AufaitTieContact contact)
{
  int weight = aufait_tie_get_weight (contact.how);

  if (contact.on == AUFAIT_DAY_NONE || contact.on < state->on)
    return FALSE;
  if (contact.on > state->on)
    start_day (state, contact.on);
  if (!contact.is_series)
    state->series &= (guint16) ~get_series_bit (state);
  if (contact.from_them)
    state->on_theirs = MAX (state->on_theirs, weight);
  else
    state->on_mine = MAX (state->on_mine, weight);
  return TRUE;
}

/* --- rhythm -------------------------------------------------------------------------------- */

static Gaps
get_gaps (const AufaitTieState *state)
{
  Gaps gaps = { .length = 0 };
  guint n = state->n_days > 0 ? state->n_days - 1 : 0;

  for (guint i = n - MIN (n, AUFAIT_TIE_MAX_GAPS); i < n; i++) {
    gaps.days[gaps.length++] = state->gaps[i % AUFAIT_TIE_MAX_GAPS];
    gaps.n_series += (state->series >> (i % AUFAIT_TIE_MAX_GAPS)) & 1;
  }
  return gaps;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static Gaps
sort_gaps (const Gaps *gaps)
{
  Gaps sorted = *gaps;

  qsort (sorted.days, sorted.length, sizeof (int), compare_days);
  return sorted;
}

static int
sum_days (const int *days, guint length)
{
  int sum = 0;

  for (guint i = 0; i < length; i++)
    sum += days[i];
  return sum;
}

/* The gap in which the middle one of all days lies. */
static int
find_usual (const Gaps *sorted)
{
  guint length = sorted->length > AUFAIT_TIE_MIN_GAPS ? sorted->length - 1 : sorted->length;
  int half = (sum_days (sorted->days, length) + 1) / 2;
  guint i = 0;

  for (int before = sorted->days[0]; before < half; before += sorted->days[i])
    i++;
  return sorted->days[i];
}

static double
measure_regularity (const Gaps *gaps)
{
  double n = gaps->length;
  double mean = sum_days (gaps->days, gaps->length) / n;
  double squares = 0, r, burstiness;

  for (guint i = 0; i < gaps->length; i++)
    squares += (gaps->days[i] - mean) * (gaps->days[i] - mean);
  r = sqrt (squares / n) / mean;
  burstiness = (sqrt (n + 1) * r - sqrt (n - 1)) / ((sqrt (n + 1) - 2) * r + sqrt (n - 1));
  return (1 - burstiness) / 2;
}

/* How many days of silence are far more than usual. */
static int
find_patience (const Gaps *sorted, int usual)
{
  double by_usual = PATIENCE_GAPS * usual;
  double by_longest = PATIENCE_LONG * sorted->days[sorted->length - 2];
  int patience = (int) ceil (MAX (by_usual, by_longest));

  return 2 * sorted->n_series > sorted->length ? MAX (patience, AUFAIT_TIE_SERIES_DAYS) : patience;
}

static double
mean_of_logs (const int *days, guint length)
{
  double sum = 0;

  for (guint i = 0; i < length; i++)
    sum += log (days[i]);
  return sum / length;
}

static double
sum_log_squares (const int *days, guint length, double mean)
{
  double sum = 0;

  for (guint i = 0; i < length; i++)
    sum += (log (days[i]) - mean) * (log (days[i]) - mean);
  return sum;
}

/* The last third of the gaps against those before: a t-test on their logarithms, as it is times
 * and not days by which a rhythm changes. */
static AufaitTieTrend
compare_gaps (const Gaps *gaps)
{
  guint n_now = gaps->length / 3, n_before = gaps->length - n_now;
  const int *now = gaps->days + n_before;
  double mean_before, mean_now, variance, error, change;

  if (gaps->length < TREND_MIN_GAPS)
    return AUFAIT_TIE_STEADY;
  mean_before = mean_of_logs (gaps->days, n_before);
  mean_now = mean_of_logs (now, n_now);
  variance = (sum_log_squares (gaps->days, n_before, mean_before) +
              sum_log_squares (now, n_now, mean_now)) /
             (gaps->length - 2);
  error = MAX (sqrt (variance), TREND_DEVIATION) * sqrt (1.0 / n_before + 1.0 / n_now);
  change = mean_now - mean_before;
  if (fabs (change) < log (TREND_RATIO) || fabs (change) < TREND_ERRORS * error)
    return AUFAIT_TIE_STEADY;
  return change > 0 ? AUFAIT_TIE_DRIFTING : AUFAIT_TIE_CLOSER;
}

/* A month after no rhythm is left. */
static AufaitDay
find_rest (const AufaitTie *tie)
{
  AufaitDay gone = tie->last_on + AUFAIT_TIE_GONE_GAPS * tie->usual_gap_days;

  return MIN (MAX (gone, tie->drifts_on) + AUFAIT_TIE_REST_MIN_DAYS,
              tie->drifts_on + AUFAIT_TIE_REST_MAX_DAYS);
}

static void
read_rhythm (AufaitTie *tie, const AufaitTieState *state)
{
  Gaps gaps = get_gaps (state);
  Gaps sorted = sort_gaps (&gaps);

  if (gaps.length < AUFAIT_TIE_MIN_GAPS)
    return;
  tie->usual_gap_days = find_usual (&sorted);
  tie->regularity = measure_regularity (&gaps);
  tie->drifts_on = tie->last_on + find_patience (&sorted, tie->usual_gap_days);
  tie->rests_on = find_rest (tie);
  tie->trend = tie->last_on + tie->silence_days >= tie->drifts_on ? AUFAIT_TIE_DRIFTING
                                                                  : compare_gaps (&gaps);
}

/* --- the whole ----------------------------------------------------------------------------- */

AufaitTie
aufait_tie_state_read (const AufaitTieState *state, AufaitDay today)
{
  AufaitTie tie = { .n_days = state->n_days, .last_on = state->on };

  if (state->on == AUFAIT_DAY_NONE)
    return tie;
  tie.silence_days = MAX (today - state->on, 0);
  tie.mine = sum_mine (state) * decay (tie.silence_days);
  tie.theirs = sum_theirs (state) * decay (tie.silence_days);
  tie.strength = tie.mine + tie.theirs;
  read_rhythm (&tie, state);
  return tie;
}

AufaitTie
aufait_tie_build (const AufaitTieContact *contacts, gsize n_contacts, AufaitDay today)
{
  AufaitTieState state = { 0 };

  for (gsize i = 0; i < n_contacts && contacts[i].on <= today; i++)
    aufait_tie_state_add (&state, contacts[i]);
  return aufait_tie_state_read (&state, today);
}
