/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months, seasons, feasts and years by their names. */
#pragma once

#include "aufait-day-context.h"

/* Each reads what begins at @index, with "next", "last" or a year on either
 * side of it, and returns the index behind it; 0 when there is none. */
guint
aufait_day_named_read_month (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
guint
aufait_day_named_read_feast (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* "in 2027": a year alone, when it is not over. */
guint
aufait_day_named_read_year (const AufaitDayContext *context, guint index, AufaitDate *ret_date);

/* Whether a weekday or month is one: "sun", "sam", "may" mean it only in
 * company. */
gboolean aufait_day_named_is_certain (const AufaitDayContext *context, const AufaitMark *mark);
