/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-moment-rule.h"

#include "aufait-concerned.h"
#include "aufait-noun.h"

/* Rule, person, kind, last day. */
#define KEY_PARTS 4

gboolean
aufait_moment_rule_is_birthday (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_CELEBRATION &&
         aufait_noun_means (moment, AUFAIT_NOUN_BIRTHDAY);
}

static char *
make_key (const AufaitProposal *proposal)
{
  g_autofree char *last = aufait_day_format (proposal->moment->last);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%s", proposal->rule->kind,
                          proposal->person->id,
                          aufait_moment_kind_to_string (proposal->moment->kind), last);
}

gboolean
aufait_moment_rule_read_key (const char *key, AufaitMomentKind *ret_kind, AufaitDay *ret_last)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", KEY_PARTS + 1);
  int kind = g_strv_length (parts) == KEY_PARTS ? aufait_moment_kind_from_string (parts[2]) : -1;

  if (kind < 0)
    return FALSE;
  *ret_kind = (AufaitMomentKind) kind;
  *ret_last = aufait_day_parse (parts[3]);
  return *ret_last != AUFAIT_DAY_NONE;
}

void
aufait_moment_rule_take (AufaitProposal *proposal,
                         AufaitMomentRuleFunc set_days,
                         GPtrArray *proposals)
{
  g_autoptr (AufaitProposal) owned = proposal;

  if (!set_days (owned))
    return;
  owned->key = make_key (owned);
  g_ptr_array_add (proposals, g_steal_pointer (&owned));
}

void
aufait_moment_rule_propose (const AufaitRule *rule,
                            const AufaitNote *note,
                            AufaitMomentRuleFunc set_days,
                            GPtrArray *proposals)
{
  g_autoptr (AufaitConcerned) concerned = aufait_concerned_new (note);

  for (guint m = 0; m < note->meaning->moments->len; m++) {
    const AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, m);

    for (guint p = 0; p < note->people->len; p++) {
      const AufaitRef *person = g_ptr_array_index (note->people, p);
      AufaitProposal *proposal = NULL;

      if (!aufait_concerned_has (concerned, moment, person))
        continue;
      proposal = aufait_proposal_new (rule, note, person);
      proposal->moment = moment;
      aufait_moment_rule_take (proposal, set_days, proposals);
    }
  }
}
