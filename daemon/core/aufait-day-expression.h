/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as a sentence gives them: one day, a span, its end or its length. */
#pragma once

#include "aufait-day-context.h"

typedef enum {
  AUFAIT_SPAN_ON,     /* on, from … to: first and last */
  AUFAIT_SPAN_FROM,   /* from a day on: first and last of what was said */
  AUFAIT_SPAN_UNTIL,  /* last is the end */
  AUFAIT_SPAN_BY,     /* a limit */
  AUFAIT_SPAN_SINCE,  /* first is the start, last is today */
  AUFAIT_SPAN_LENGTH, /* days or months, no day */
} AufaitSpanRole;

typedef struct {
  AufaitSpanRole role;
  AufaitDay first;
  AufaitDay last;
  int days; /* of a length */
  int months;
  int at_secs;           /* -1: none */
  gboolean is_range;     /* two ends were said */
  gboolean is_before;    /* "before" rather than "by" */
  gboolean is_year_told; /* a year was written */
  gboolean is_month_told;
  gboolean is_day_alone; /* a day of the month, without a month: "the 15th" */
  gboolean is_feast;
  gboolean is_after_said; /* counted from a day that was said before: "the next day" */
  gboolean is_weekday;    /* a day of the week, without a date */
  guint begin;            /* its first token, the words that introduce it included */
  guint behind;
} AufaitSpan;

/* Reads the one that begins at @index. What repeats ("every Friday") is
 * skipped: TRUE with ret_span->first AUFAIT_DAY_NONE and no length. FALSE when
 * there is none. */
gboolean
aufait_day_expression_read (const AufaitDayContext *context, guint index, AufaitSpan *ret_span);
