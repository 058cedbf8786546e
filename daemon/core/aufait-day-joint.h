/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand between the two ends of a span, or two days of a list: "to", "-", "and", ",". */
#pragma once

#include "aufait-day-context.h"

/* The index behind what joins at @index; @index itself: nothing does. Sets @ret_is_and where it
 * only puts two days beside each other. */
guint aufait_day_joint_read (const AufaitDayContext *context, guint index, gboolean *ret_is_and);
