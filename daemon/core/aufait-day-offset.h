/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that are counted from a feast or a date: "two days before Christmas", "the Tuesday after
 * Easter", "le surlendemain de Noël", "the week before 12 May". */
#pragma once

#include "aufait-day-context.h"

/* Reads what begins at @index and returns the index behind it; 0 when there is none. */
guint aufait_day_offset_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
