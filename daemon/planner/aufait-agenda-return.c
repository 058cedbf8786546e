/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was on the screen before a restart comes back to it. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-nudge-maker.h"
#include "aufait-quiet.h"
#include "aufait-rule.h"

static int
compare_by_showing (gconstpointer a, gconstpointer b)
{
  const AufaitNudgeRecord *x = *(AufaitNudgeRecord *const *) a;
  const AufaitNudgeRecord *y = *(AufaitNudgeRecord *const *) b;

  return (x->last_shown_at > y->last_shown_at) - (x->last_shown_at < y->last_shown_at);
}

/* What was shown today and is not answered, as it came; as much as the screen has room for, the
 * last of it. */
static GPtrArray *
list_gone (AufaitAgenda *self, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) midnight =
      aufait_day_at (aufait_day_from_date_time (now), 0, g_date_time_get_timezone (now));
  GPtrArray *gone = aufait_nudge_store_list_shown (self->memory, G_MAXINT, error);
  g_autoptr (GList) here = aufait_display_list (self->display);
  guint n_taken =
      g_list_length (here) + aufait_display_contains (self->display, AUFAIT_DISPLAY_DIGEST);
  guint room = AUFAIT_DISPLAY_MAX - MIN (n_taken, AUFAIT_DISPLAY_MAX);

  for (guint i = gone != NULL ? gone->len : 0; i > 0; i--) {
    const AufaitNudgeRecord *record = gone->pdata[i - 1];

    if (record->last_shown_at < g_date_time_to_unix (midnight) ||
        record->last_shown_at > g_date_time_to_unix (now) ||
        aufait_display_contains (self->display, record->id))
      g_ptr_array_remove_index (gone, i - 1);
  }
  if (gone == NULL)
    return NULL;
  g_ptr_array_sort (gone, compare_by_showing);
  if (gone->len > room)
    g_ptr_array_remove_range (gone, 0, gone->len - room);
  return gone;
}

/* Whether it waits until one may be spoken to. @is_quiet: that is not now. */
static gboolean
bring_one_back (AufaitAgenda *self, gint64 id, gboolean is_quiet, GDateTime *now)
{
  g_autoptr (AufaitFacts) facts = aufait_facts_new_of_nudge (self->directory, now, id, NULL);
  g_autoptr (AufaitNudge) nudge = NULL;
  const AufaitProposal *proposal = NULL;

  if (facts == NULL || facts->proposals->len == 0)
    return FALSE;
  proposal = facts->proposals->pdata[0];
  if (aufait_plan_is_over (proposal, aufait_facts_get_record (facts, proposal), now))
    return FALSE;
  if (is_quiet && !proposal->rule->is_timely)
    return TRUE;
  nudge = aufait_nudge_maker_make (facts, proposal, self->settings, now);
  aufait_agenda_hand_out (self, nudge, now, FALSE);
  return FALSE;
}

GDateTime *
aufait_agenda_bring_back (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now)
{
  g_autoptr (GDateTime) loud = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->is_returning || !self->can_show || self->is_away)
    return NULL;
  self->is_returning = FALSE;
  gone = list_gone (self, now, &error);
  if (gone == NULL) {
    g_warning ("Cannot show again what was on the screen: %s", error->message);
    return NULL;
  }
  loud = aufait_quiet_find_end (self->settings->hours, facts->busy, now);
  for (guint i = 0; i < gone->len; i++)
    self->is_returning |= bring_one_back (self, ((AufaitNudgeRecord *) gone->pdata[i])->id,
                                          g_date_time_compare (loud, now) > 0, now);
  /* A server that went away meanwhile. */
  self->is_returning |= !self->can_show && gone->len > 0;
  return self->is_returning ? g_steal_pointer (&loud) : NULL;
}
