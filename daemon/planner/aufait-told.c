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

/* --- of a series ----------------------------------------------------------------------------- */

/* So many are looked at: series meet daily at most. */
#define ASKED_MAX 32

/* Clocks may be set between two occurrences. */
#define SLACK_SECS (12 * 3600)

/* Whether @record is of an occurrence before, and was brought up. */
static gboolean
was_asked (const AufaitNudgeRecord *record, const AufaitEvent *event)
{
  return g_strcmp0 (record->event, event->uid) == 0 &&
         record->event_begins < aufait_event_get_begins (event) &&
         (record->times_shown > 0 || record->state == AUFAIT_NUDGE_DONE ||
          record->state == AUFAIT_NUDGE_DROPPED);
}

gboolean
aufait_told_is_rested (AufaitMemory *memory,
                       const AufaitProposal *proposal,
                       gboolean *ret_is_rested,
                       GError **error)
{
  const AufaitEvent *event = proposal->event;
  gint64 rest_secs = proposal->rule->rests_days * (gint64) (24 * 3600) - SLACK_SECS;
  g_autoptr (GPtrArray) records = NULL;

  *ret_is_rested = TRUE;
  if (proposal->rule->rests_days == 0 || event == NULL || !event->recurring)
    return TRUE;
  records = aufait_nudge_store_list_of_kind (memory, proposal->person->id, proposal->rule->kind,
                                             ASKED_MAX, error);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);

    if (was_asked (record, event) &&
        aufait_event_get_begins (event) - record->event_begins < rest_secs)
      *ret_is_rested = FALSE;
  }
  return records != NULL;
}
