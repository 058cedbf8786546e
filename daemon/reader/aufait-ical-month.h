/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a month that a monthly rule has (RFC 5545, 3.3.10). */
#pragma once

#include "aufait-ical-gate-rule.h"

/* Whether a rule is monthly and names its days in one way: by numbers, by weekdays, or not at all.
 */
gboolean aufait_ical_month_knows (const AufaitIcalGateRule *rule);

/* Bit n - 1: the nth. @month_day is the day of the month of the event itself: for a rule that names
 * no days. BYMONTH is not looked at. */
guint32
aufait_ical_month_get_days (const AufaitIcalGateRule *rule, int year, int month, int month_day);
