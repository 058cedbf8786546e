/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it is told what was closed without an answer. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-nudge-maker.h"

/* Takes @nudge; NULL: nobody can say what it was. */
static void
tell (AufaitAgenda *self, AufaitNudge *nudge)
{
  g_autoptr (AufaitNudge) owned = nudge;

  if (owned != NULL)
    aufait_agenda_emit_changed (self, owned);
}

/* The note may not have been kept after all: then it is open. */
static void
tell_one_outdated (AufaitAgenda *self, gint64 id, GDateTime *now)
{
  g_autoptr (AufaitNudge) nudge =
      aufait_nudge_maker_find (self->directory, id, self->settings, now, NULL);

  if (nudge == NULL || aufait_nudge_is_open (nudge))
    return;
  aufait_agenda_emit_close (self, id);
  tell (self, g_steal_pointer (&nudge));
}

void
aufait_agenda_tell_outdated (AufaitAgenda *self, GDateTime *now)
{
  g_autoptr (GArray) ids = g_steal_pointer (&self->outdated);

  self->outdated = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    tell_one_outdated (self, g_array_index (ids, gint64, i), now);
}

void
aufait_agenda_tell_expired (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now)
{
  for (guint i = 0; i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = facts->proposals->pdata[i];

    if (aufait_facts_get_record (facts, proposal)->state == AUFAIT_NUDGE_EXPIRED)
      tell (self, aufait_nudge_maker_make (facts, proposal, self->settings, now));
  }
  for (guint i = 0; i < facts->orphans->len; i++)
    tell (self,
          aufait_nudge_maker_make_closed (self->memory, facts->orphans->pdata[i], self->settings,
                                          g_date_time_get_timezone (now), NULL));
}
