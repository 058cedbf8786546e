/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the user wants to be in touch with someone: of their own accord, else by circle. */
#pragma once

#include "aufait-day.h"

/* A person's own cadence is a number of days, or one of these. */
#define AUFAIT_CADENCE_AUTO  0  /* none of their own: the circle's */
#define AUFAIT_CADENCE_NEVER -1 /* never ask to be in touch with them */

/* The longest there is: ten years. */
#define AUFAIT_CADENCE_MAX_DAYS 3652

/* From the nearest on (Dunbar's layers: some 5, 15, 50 and 150 people, who are seen every week,
 * every month, a few times and once a year). */
typedef enum {
  AUFAIT_CADENCE_INNER,
  AUFAIT_CADENCE_CLOSE,
  AUFAIT_CADENCE_FRIENDS,
  AUFAIT_CADENCE_WIDER,
} AufaitCadenceCircle;

#define AUFAIT_CADENCE_N_CIRCLES (AUFAIT_CADENCE_WIDER + 1)

/* The period of each circle, in days; 0: its people are not asked after. */
typedef struct {
  int days[AUFAIT_CADENCE_N_CIRCLES];
} AufaitCadence;

/* 7, 30, 91 and 365 days. */
AufaitCadence aufait_cadence_get_default (void);

/* "inner" … as on the wire; -1 when it is none, or NULL. */
const char *aufait_cadence_circle_to_string (AufaitCadenceCircle circle);
int aufait_cadence_circle_from_string (const char *text);

/* Reads how often, in English or French: "3w", "10d", "2m", "1y", "10j", "3s", "2 mois", "every 3
 * weeks", "tous les quinze jours", "weekly", "chaque mois"; "never", "jamais"; "auto". Months and
 * years are days here: 30, 61, 91 … 365. All of @text must be understood: else FALSE and @ret_days
 * is untouched. @ret_days: 1 to AUFAIT_CADENCE_MAX_DAYS, _AUTO or _NEVER. */
gboolean aufait_cadence_parse (const char *text, int *ret_days);

/* How often, in days, someone of @circle (NULL: of none) is asked after who has @own_days of their
 * own; 0: never. */
int aufait_cadence_get_period (const AufaitCadence *cadence, const char *circle, int own_days);

/* Whether, and from which day on, someone is to be asked after. */
typedef struct {
  int period_days;        /* 0: never */
  gboolean is_own;        /* of their own, not their circle's */
  AufaitDay last_contact; /* AUFAIT_DAY_NONE: none */
  gint64 person_id;
  AufaitDay set_on; /* the day on which circle or cadence was set; AUFAIT_DAY_NONE: not known */
} AufaitCadenceQuestion;

/* On which day someone is to be asked after, seen from @today: a period after the last contact. Who
 * was due already when a circle was set falls due within the period behind that day, as do those
 * with whom there was no contact; who was when a cadence of their own was, at once. What was due is
 * worth saying for AUFAIT_CADENCE_WINDOW_DAYS, or for the period where that is shorter; silent on
 * beyond, they are due again when the next period is over. AUFAIT_DAY_NONE: never. */
AufaitDay aufait_cadence_find_checkin (const AufaitCadenceQuestion *question, AufaitDay today);

#define AUFAIT_CADENCE_WINDOW_DAYS 30

/* On which day someone is due. @last_contact: AUFAIT_DAY_NONE when there was none; then the first
 * time is within the @period_days behind @known_on, the day that they, or their cadence, became
 * known: where, is told by their id, so that many people who come at once (ids in a row, or every
 * so many) fall due evenly over the period. AUFAIT_DAY_NONE for a period of 0. */
AufaitDay aufait_cadence_find_due (int period_days,
                                   AufaitDay last_contact,
                                   gint64 person_id,
                                   AufaitDay known_on);
