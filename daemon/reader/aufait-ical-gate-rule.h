/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate for recurrence rules (RFC 5545, 3.3.10): everyday rules pass; those that are known to be
 * computed wrongly, or to take for ever, do not, nor does what is no rule. It judges the text
 * alone. */
#pragma once

#include "aufait-ical-time.h"

typedef enum {
  AUFAIT_ICAL_GATE_RULE_DAILY,
  AUFAIT_ICAL_GATE_RULE_WEEKLY,
  AUFAIT_ICAL_GATE_RULE_MONTHLY,
  AUFAIT_ICAL_GATE_RULE_YEARLY,
} AufaitIcalGateRuleFrequency;

#define AUFAIT_ICAL_GATE_RULE_VALUES_MAX   64
#define AUFAIT_ICAL_GATE_RULE_INTERVAL_MAX 1000
#define AUFAIT_ICAL_GATE_RULE_COUNT_MAX    100000

typedef struct {
  gint8 position; /* 2 of "2MO", -1 of "-1MO"; 0: every one */
  gint8 weekday;  /* 1 is Monday, 7 is Sunday */
} AufaitIcalGateRuleDay;

typedef struct {
  AufaitIcalGateRuleFrequency frequency;
  int interval;
  int count; /* 0: not limited */
  gboolean has_until;
  AufaitIcalTime until; /* inclusive */
  int week_start;       /* 1 is Monday */
  guint n_months, n_month_days, n_year_days, n_days, n_positions;
  gint16 months[12];
  gint16 month_days[31];
  gint16 year_days[AUFAIT_ICAL_GATE_RULE_VALUES_MAX];
  AufaitIcalGateRuleDay days[AUFAIT_ICAL_GATE_RULE_VALUES_MAX];
  gint16 positions[AUFAIT_ICAL_GATE_RULE_VALUES_MAX];
} AufaitIcalGateRule;

/* FALSE when it does not pass. */
gboolean aufait_ical_gate_rule_read (AufaitVcardSpan text, AufaitIcalGateRule *ret_rule);
