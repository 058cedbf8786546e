/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known before a day is read: the text, today, and how people speak of
 * it. */
#pragma once

#include "aufait-date.h"
#include "aufait-reading.h"

typedef struct {
  const AufaitReading *reading;
  AufaitDay today;
  gboolean is_past;     /* what is spoken of lies behind: "on Friday" was the last one */
  gboolean month_first; /* 7/14 */
  AufaitDay week;    /* Monday of a week that heads the sentence: its days are meant; else none */
  AufaitDay said;    /* the last day that was said before; none: AUFAIT_DAY_NONE */
  gboolean in_range; /* behind "to": a month needs nothing else to be one */
} AufaitDayContext;
