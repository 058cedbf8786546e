/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nouns that name moments, which lexicons have in each language. */
#pragma once

#include "aufait-values.h"

/* What some of them mean, as the lexicons tell (their section "meaning"). */
#define AUFAIT_NOUN_ACCIDENT    "accident"
#define AUFAIT_NOUN_ARRIVAL     "arrival"  /* somewhere: no departure, and no return */
#define AUFAIT_NOUN_BIRTHDAY    "birthday" /* and no party for it */
#define AUFAIT_NOUN_DEPARTURE   "departure"
#define AUFAIT_NOUN_JOB_LOSS    "job-loss"
#define AUFAIT_NOUN_LAST_DAY    "last-day" /* at work */
#define AUFAIT_NOUN_NEW_JOB     "new-job"
#define AUFAIT_NOUN_OPERATION   "operation"
#define AUFAIT_NOUN_REMEMBRANCE "remembrance" /* the anniversary of a death */

/* Whether the note calls @moment so, in whichever language. */
gboolean aufait_noun_means (const AufaitMoment *moment, const char *meaning);

/* What the note calls @moment, in the language that we speak: "the driving test". NULL: its kind
 * says enough, or we have no word for it. Borrowed from @moment, or from the lexicon, which keeps
 * it for good. */
const char *aufait_noun_say (const AufaitMoment *moment);

/* The language that we speak, as in ISO 639: "en". */
const char *aufait_noun_get_language (void);
