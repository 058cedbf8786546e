/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-told.h"

#include "aufait-rule.h"

static const AufaitRule *
find_rule (const char *kind)
{
  for (guint i = 0; AUFAIT_RULES[i] != NULL; i++) {
    if (g_str_equal (AUFAIT_RULES[i]->kind, kind))
      return AUFAIT_RULES[i];
  }
  return NULL;
}

static gboolean
is_beside (const AufaitNudgeStoreTold *told)
{
  const AufaitRule *rule = find_rule (told->kind);

  return rule != NULL && rule->is_beside;
}

static AufaitDay
find_day_of (gint64 unix_secs, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_secs);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return aufait_day_from_date_time (local);
}

AufaitDay
aufait_told_find_day (const GPtrArray *told,
                      const AufaitProposal *proposal,
                      gint64 nudge_id,
                      GTimeZone *zone)
{
  int days = proposal->rule->is_undated ? AUFAIT_TOLD_WEEK_DAYS : 1;
  AufaitDay day = AUFAIT_DAY_NONE;

  if (proposal->rule->is_beside)
    return AUFAIT_DAY_NONE;
  for (guint i = 0; i < told->len; i++) {
    const AufaitNudgeStoreTold *other = g_ptr_array_index (told, i);

    if (other->person_id == proposal->person->id && other->nudge_id != nudge_id &&
        !is_beside (other))
      day = MAX (day, find_day_of (other->at, zone) + days);
  }
  return day;
}
