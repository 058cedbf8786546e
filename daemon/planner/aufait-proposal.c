/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-proposal.h"

static AufaitProposal *
new_about (const AufaitRule *rule, gint64 id, const char *name)
{
  AufaitProposal *proposal = g_new0 (AufaitProposal, 1);

  proposal->rule = rule;
  proposal->person = aufait_ref_new (id, name);
  proposal->due_secs = -1;
  return proposal;
}

AufaitProposal *
aufait_proposal_new (const AufaitRule *rule, const AufaitNote *note, const AufaitRef *person)
{
  AufaitProposal *proposal = new_about (rule, person->id, person->name);

  proposal->note = note;
  return proposal;
}

AufaitProposal *
aufait_proposal_new_of_event (const AufaitRule *rule,
                              const AufaitEvent *event,
                              const AufaitRef *person)
{
  AufaitProposal *proposal = new_about (rule, person->id, person->name);

  proposal->event = event;
  return proposal;
}

AufaitProposal *
aufait_proposal_new_of_person (const AufaitRule *rule, const AufaitAcquaintance *who)
{
  AufaitProposal *proposal = new_about (rule, who->person->id, who->person->name);

  proposal->who = who;
  return proposal;
}

void
aufait_proposal_free (AufaitProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_free (proposal->key);
  g_clear_pointer (&proposal->person, aufait_ref_free);
  g_clear_pointer (&proposal->own_moment, aufait_moment_free);
  g_free (proposal);
}
