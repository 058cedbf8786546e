/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of something longer: "end of August", "la première semaine de mai",
 * "the week of 12 May". */
#pragma once

#include "aufait-day-context.h"

/* Each reads what begins at @index and returns the index behind it; 0 when
 * there is none. */
guint
aufait_day_parts_read_part (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
guint
aufait_day_parts_read_nth (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
guint
aufait_day_parts_read_around (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
