/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become private while it was on the screen. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-nudge-maker.h"
#include "aufait-privacy.h"
#include "aufait-wording.h"

/* Of whom it cannot be said is kept from the screen, too. */
static void
hush_one (AufaitAgenda *self, AufaitNudge *nudge, GDateTime *now)
{
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  if (!aufait_privacy_decide (self->memory, nudge, &error)) {
    g_warning ("Cannot say whether nudge %" G_GINT64_FORMAT " is private: %s", nudge->id,
               error->message);
    aufait_agenda_emit_close (self, nudge->id);
    return;
  }
  if (!nudge->is_private)
    return;
  g_hash_table_remove (self->told_openly, &nudge->id);
  body = aufait_wording_dup_body (nudge, aufait_day_from_date_time (now));
  aufait_agenda_emit_hush (self, nudge, body);
}

void
aufait_agenda_hush (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now)
{
  for (guint i = 0; g_hash_table_size (self->told_openly) > 0 && i < facts->proposals->len; i++) {
    const AufaitProposal *proposal = facts->proposals->pdata[i];
    gint64 id = aufait_facts_get_record (facts, proposal)->id;
    g_autoptr (AufaitNudge) nudge = NULL;

    if (!g_hash_table_contains (self->told_openly, &id) ||
        !aufait_display_contains (self->display, id))
      continue;
    nudge = aufait_nudge_maker_make (facts, proposal, self->settings, now);
    hush_one (self, nudge, now);
  }
}
