/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-proposal.h"

AufaitProposal *
aufait_proposal_new (const AufaitRule *rule, const AufaitNote *note, const AufaitRef *person)
{
  AufaitProposal *proposal = g_new0 (AufaitProposal, 1);

  proposal->rule = rule;
  proposal->note = note;
  proposal->person = person;
  proposal->due_secs = -1;
  return proposal;
}

void
aufait_proposal_free (AufaitProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_free (proposal->key);
  g_free (proposal);
}
