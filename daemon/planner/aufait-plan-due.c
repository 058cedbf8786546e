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

/* --- its end --------------------------------------------------------------------------------- */

static GDateTime *
find_local (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* When it is untrue, as far as it is concerned itself; NULL: never. */
static GDateTime *
find_expiry (const AufaitProposal *proposal, GTimeZone *zone)
{
  if (proposal->expires_at != 0)
    return find_local (proposal->expires_at, zone);
  return proposal->expires_on != AUFAIT_DAY_NONE ? aufait_day_at (proposal->expires_on, 0, zone)
                                                 : NULL;
}

GDateTime *
aufait_plan_find_end (const AufaitProposal *proposal,
                      const AufaitNudgeRecord *record,
                      GTimeZone *zone)
{
  g_autoptr (GDateTime) end = find_expiry (proposal, zone);
  g_autoptr (GDateTime) shown = NULL;
  g_autoptr (GDateTime) midnight = NULL;

  if (end == NULL || proposal->rule->is_timely)
    return g_steal_pointer (&end);
  if (record->state == AUFAIT_NUDGE_SNOOZED)
    return proposal->rule->is_ahead ? g_steal_pointer (&end) : NULL;
  if (record->last_shown_at == 0)
    return g_steal_pointer (&end);
  shown = find_local (record->last_shown_at, zone);
  midnight = aufait_day_at (aufait_day_from_date_time (shown) + 1, 0, zone);
  return g_date_time_compare (midnight, end) > 0 ? g_steal_pointer (&midnight)
                                                 : g_steal_pointer (&end);
}

gboolean
aufait_plan_is_over (const AufaitProposal *proposal,
                     const AufaitNudgeRecord *record,
                     GDateTime *now)
{
  g_autoptr (GDateTime) end =
      aufait_plan_find_end (proposal, record, g_date_time_get_timezone (now));

  return end != NULL && g_date_time_compare (end, now) <= 0;
}
