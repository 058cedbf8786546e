/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a recurrence rule, one after the other. What the rule says of how often and until
 * when is left to the caller, who knows instants and exceptions. The only user of libical. */
#pragma once

#include "aufait-ical-gate-rule.h"

typedef struct _AufaitIcalRule AufaitIcalRule;

/* The days from @start to @last; @start is the first of them when it fits. Days before @from may be
 * passed over where that is quicker and changes nothing: when the rule is not to be counted. */
AufaitIcalRule *aufait_ical_rule_new (const AufaitIcalGateRule *rule,
                                      AufaitDay start,
                                      AufaitDay from,
                                      AufaitDay last);
void aufait_ical_rule_free (AufaitIcalRule *rule);

/* AUFAIT_DAY_NONE at the end. */
AufaitDay aufait_ical_rule_next (AufaitIcalRule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalRule, aufait_ical_rule_free)
