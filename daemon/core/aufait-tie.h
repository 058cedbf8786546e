/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tie: how strong a relation is, and the rhythm it has, from the days of contact.
 *
 * Strength is a sum over the days of contact, each worth less the longer it is ago:
 *
 *     S(t) = sum of w · 2^(-(t - day) / half-life)
 *
 * so that it is carried from one contact to the next in O(1): S(t) = S(t0) · 2^(-(t - t0) /
 * half-life). That relations decay when nobody tends them, the weak and the young ones first, is
 * Burt, "Decay functions", Social Networks 22 (2000). Affinity, weight and decay are also what news
 * feeds rank by (EdgeRank); here they serve the one who reads them, and nobody else sees them.
 *
 *   - w is what kind of contact it was: met 4, called 3, a shared event 2, wrote 1.
 *   - A day counts once, as the heaviest contact it had: ten messages are not ten meetings.
 *   - Who began it is kept, not weighed: being called is worth as much as to call. A day that both
 *     began, by contacts of the same weight, is half of each.
 *
 * Rhythm is in the gaps between days of contact. What is usual is relative: some friends talk
 * every day and some every year (Dunbar's layers: Zhou et al., "Discrete hierarchical organization
 * of social group sizes", Proc. R. Soc. B 272 (2005)), and contacts come in bursts, with long
 * silences that mean nothing (Goh and Barabási, "Burstiness and memory in complex systems", EPL 81
 * (2008)). So a tie is compared with its own past, and only its last AUFAIT_TIE_MAX_GAPS gaps.
 *
 * Days in, numbers out: it knows no clock. */
#pragma once

#include "aufait-values.h"

/* After that many days a contact is worth half: a season. */
#define AUFAIT_TIE_HALF_LIFE_DAYS 91

/* So many gaps are looked at, the latest; with fewer than _MIN_ there is no rhythm yet. */
#define AUFAIT_TIE_MAX_GAPS 16
#define AUFAIT_TIE_MIN_GAPS 3

/* The rhythm of a series is the calendar's, and ends with it, in holidays too: after that nothing
 * is missed sooner than in two months. */
#define AUFAIT_TIE_SERIES_DAYS 56

/* One time two people were in touch. */
typedef struct {
  AufaitDay on;
  AufaitContactHow how;
  gboolean from_them; /* they began it */
  gboolean is_series; /* a meeting that the calendar has again and again */
} AufaitTieContact;

/* What a relation leaves behind, of constant size: enough to go on from. All zero: no contact yet.
 */
typedef struct {
  AufaitDay on;                      /* the last day of contact; AUFAIT_DAY_NONE: none */
  double mine;                       /* what I began before @on, decayed to @on */
  double theirs;                     /* what they began before it */
  int on_mine;                       /* the heaviest contact of @on itself that I began; 0: none */
  int on_theirs;                     /* and that they began */
  guint n_days;                      /* days of contact, @on among them */
  guint16 gaps[AUFAIT_TIE_MAX_GAPS]; /* the gap before the n-th day of contact (n from 0) is at
                                        (n - 1) % AUFAIT_TIE_MAX_GAPS, in days */
  guint16 series;                    /* of each gap a bit, in the place that it has in @gaps: it
                                        ended with meetings of a series, and with nothing else */
} AufaitTieState;

/* After so many usual gaps no rhythm is left to be spoken of. */
#define AUFAIT_TIE_GONE_GAPS 8

/* No silence is let rest sooner after it is far longer than usual, nor later. */
#define AUFAIT_TIE_REST_MIN_DAYS 30
#define AUFAIT_TIE_REST_MAX_DAYS 365

typedef enum {
  AUFAIT_TIE_STEADY,   /* as it usually is; or not enough is known */
  AUFAIT_TIE_CLOSER,   /* the gaps have become shorter */
  AUFAIT_TIE_DRIFTING, /* silent for far longer than usual, or the gaps have become longer */
} AufaitTieTrend;

/* What a relation is on some day. */
typedef struct {
  double strength;     /* mine + theirs; 0: no contact */
  double mine;         /* what I began */
  double theirs;       /* what they began */
  guint n_days;        /* days of contact in all */
  AufaitDay last_on;   /* AUFAIT_DAY_NONE: none */
  int silence_days;    /* since @last_on */
  int usual_gap_days;  /* 0: there is no rhythm yet */
  double regularity;   /* 1: like clockwork; 0.5: by chance; near 0: in bursts. 0 without rhythm */
  AufaitDay drifts_on; /* silent until then, it is drifting from that day on; AUFAIT_DAY_NONE
                          without rhythm */
  AufaitDay rests_on;  /* from that day on the silence is old, and let rest; as above */
  AufaitTieTrend trend;
} AufaitTie;

/* What a contact of this kind is worth: 1 to 4. */
int aufait_tie_get_weight (AufaitContactHow how);

/* Adds a contact on the last day of contact or after it. FALSE when it lies before, or on no day:
 * nothing is changed then, and what wants it in must be built anew from all contacts. */
gboolean aufait_tie_state_add (AufaitTieState *state, AufaitTieContact contact);

/* What the relation is on @today, which is not before the state's last day of contact (else it is
 * taken to be that day). Constant time.
 *
 * The usual gap is the one in which half of the days lie: the median over days, not over gaps, so
 * that a week together with a contact every day does not make a daily rhythm; from four gaps on
 * the longest is left out, so that one long absence does not make a slow one. Regularity is
 * (1 - B) / 2, with the burstiness B of Goh and Barabási as Kim and Jo correct it for few gaps
 * ("Measuring burstiness for finite event sequences", Phys. Rev. E 94 (2016)). Silence is far
 * longer than usual from two and a half usual gaps on, and from one and a half times the longest
 * gap but one; and from AUFAIT_TIE_SERIES_DAYS on where most gaps ended with meetings of a series.
 * Gaps have changed when the last third of them is half as long again as those before,
 * or shorter by as much, and by more than chance would do (a t-test on their logarithms). */
AufaitTie aufait_tie_state_read (const AufaitTieState *state, AufaitDay today);

/* The same from all contacts, sorted by day; those of one day in any order, those after @today
 * are not looked at. Linear. */
AufaitTie aufait_tie_build (const AufaitTieContact *contacts, gsize n_contacts, AufaitDay today);
