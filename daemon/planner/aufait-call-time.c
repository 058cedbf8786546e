/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-call-time.h"

#include "aufait-free-time.h"

/* A good call takes half an hour. */
#define CALL_SECS (30 * 60)

static AufaitHours
find_hours (const AufaitPerson *person, const AufaitSettings *settings)
{
  AufaitHours hours;

  return person->hours != NULL && aufait_hours_parse (person->hours, &hours) ? hours
                                                                             : settings->hours;
}

char *
aufait_call_time_dup_text (const AufaitFacts *facts,
                           const AufaitAcquaintance *who,
                           const AufaitSettings *settings,
                           GDateTime *now)
{
  const GArray *busy = aufait_evidence_get_busy (facts->evidence);
  AufaitDay today = aufait_day_from_date_time (now);
  const AufaitFreeTimeSearch search = {
    .zone = g_date_time_get_timezone (now),
    .hours = find_hours (who->person, settings),
    .first = today,
    .last = today + AUFAIT_EVIDENCE_BUSY_DAYS - 1,
    .from = g_date_time_to_unix (now),
    .min_secs = CALL_SECS,
  };
  AufaitFreeTime free;

  if (busy == NULL || busy->len == 0 || !aufait_free_time_find_call (&search, busy, &free))
    return NULL;
  return aufait_free_time_dup_text (&search, free, AUFAIT_SPOKEN_DAY_NOW (today));
}
