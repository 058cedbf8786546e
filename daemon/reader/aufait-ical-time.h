/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, times, durations and offsets as they are written (RFC 5545, 3.3). */
#pragma once

#include "aufait-day.h"
#include "aufait-vcard-span.h"

#define AUFAIT_ICAL_TIME_SECS_IN_DAY 86400

typedef struct {
  AufaitDay day;
  int secs;         /* after midnight */
  gboolean is_date; /* without a time: @secs is 0 */
  gboolean is_utc;
} AufaitIcalTime;

/* YYYYMMDD, YYYYMMDDTHHMMSS, YYYYMMDDTHHMMSSZ; blanks around it do no harm. A leap second is the
 * one before it. */
gboolean aufait_ical_time_parse (AufaitVcardSpan text, AufaitIcalTime *ret_time);

/* Seconds of local clocks since 1970, whatever the zone is: to compare and to shift. */
gint64 aufait_ical_time_get_local (const AufaitIcalTime *time);

/* The other way; FALSE when there is no such day. @is_date and @is_utc are those of @like. */
gboolean
aufait_ical_time_from_local (gint64 local, const AufaitIcalTime *like, AufaitIcalTime *ret_time);

/* A length: days are nominal (they are as long as the day is), seconds are exact. */
typedef struct {
  gint64 days;
  gint64 secs;
} AufaitIcalTimeLength;

/* "P1D", "PT1H30M", "P2W", "P1DT2H"; not negative, and not longer than 100 years. */
gboolean aufait_ical_time_parse_length (AufaitVcardSpan text, AufaitIcalTimeLength *ret_length);

/* "+0200", "-033000": seconds ahead of UTC, less than a day. */
gboolean aufait_ical_time_parse_offset (AufaitVcardSpan text, gint64 *ret_secs);
