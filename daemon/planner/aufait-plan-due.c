/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-plan.h"
#include "aufait-rule.h"
#include "aufait-their-hours.h"

GDateTime *
aufait_plan_due_at (const AufaitProposal *proposal,
                    const AufaitNudgeRecord *record,
                    const AufaitSettings *settings,
                    GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) at = NULL;

  if (record->state == AUFAIT_NUDGE_SNOOZED) {
    utc = g_date_time_new_from_unix_utc (record->snoozed_until);
    return g_date_time_to_timezone (utc, zone);
  }
  if (proposal->due_at != 0) {
    utc = g_date_time_new_from_unix_utc (proposal->due_at);
    at = g_date_time_to_timezone (utc, zone);
  } else {
    at = aufait_day_at (proposal->due_on,
                        proposal->due_secs >= 0 ? proposal->due_secs : settings->at_secs, zone);
  }
  if (proposal->rule->is_timely)
    return g_steal_pointer (&at);
  return aufait_their_hours_next (settings->hours, proposal->whom, at);
}
