/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in words: "next Friday", "in three weeks", "mi-août", "the first week of
 * September". One place in time; spans of two are aufait-day-expression's. */
#pragma once

#include "aufait-day-context.h"

/* Reads the longest that begins at @index. Returns the index behind it; 0 when
 * there is none. */
guint aufait_day_words_read (const AufaitDayContext *context, guint index, AufaitDate *ret_date);
