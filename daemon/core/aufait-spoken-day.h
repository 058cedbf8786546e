/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in words, in the user's language, inside a sentence. */
#pragma once

#include "aufait-day.h"

/* When a sentence is spoken. What is listed before its time is spoken ahead: its "tomorrow" would
 * be read as another day, so that it names days instead. */
typedef struct {
  AufaitDay today;
  gboolean is_ahead;
} AufaitSpokenDay;

/* On the day itself. */
#define AUFAIT_SPOKEN_DAY_NOW(day) ((AufaitSpokenDay){ .today = (day), .is_ahead = FALSE })

/* "20 August", with the year when it is another than today's: "20 August 2027". */
char *aufait_spoken_day_date (AufaitDay day, AufaitDay today);

/* "today", "tomorrow", "yesterday", unless it is spoken ahead; within six days "on Friday"; else
 * "on 20 August". What lies behind and ahead is the same: the sentence around it says which. */
char *aufait_spoken_day_on (AufaitDay day, AufaitSpokenDay spoken);

/* Whether from @first to @last is how people say that they do not know the day: a week or a
 * weekend, a month or a third of one, a season, a year. */
gboolean aufait_spoken_day_is_vague (AufaitDay first, AufaitDay last);

/* When something was that lasted from @first to @last, or lay somewhere in between: as _on for one
 * day, "last week", "in August" for what is vague, of which no day may be named; else as _on for
 * @last. */
char *aufait_spoken_day_span (AufaitDay first, AufaitDay last, AufaitSpokenDay spoken);

/* How long ago @day was: "today", "yesterday", "5 days ago", "3 weeks ago", "2 months ago". */
char *aufait_spoken_day_age (AufaitDay day, AufaitDay today);

/* When @day was, which lies behind: as _age; spoken ahead, of which day that would be counted is
 * not plain, the date: "on 20 August". */
char *aufait_spoken_day_ago (AufaitDay day, AufaitSpokenDay spoken);
