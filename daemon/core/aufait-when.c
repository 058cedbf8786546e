/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-when.h"

#include "aufait-clock-time.h"
#include "aufait-day-expression.h"
#include "aufait-day-units.h"

#define SECS_IN_HOUR   3600
#define SECS_IN_MINUTE 60

/* Of “2026-08-21” and of “2026-08-21T18:00”. */
#define DAY_LENGTH    10
#define MINUTE_LENGTH 16

/* Of "2h" and of "2h30". */
#define HOURS_MAX 5

/* Nobody lives to see the years beyond; and at the very ends of the calendar a day has no instant
 * in some zone, or none behind it. */
#define YEAR_MIN 1000
#define YEAR_MAX 2999

typedef struct {
  AufaitReading *reading;
  guint length;
  GDateTime *now;
  AufaitDayContext day;
} Question;

static int
get_secs (GDateTime *now)
{
  return (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60 +
         g_date_time_get_second (now);
}

/* A time alone is the next one, or the last one when it lies behind. */
static gboolean
read_time (const Question *question, AufaitWhen *ret_when)
{
  int secs, now_secs = get_secs (question->now);
  AufaitDay day = question->day.today;
  guint behind;

  if (!aufait_clock_time_read (question->reading, 0, TRUE, &secs, &behind) ||
      behind != question->length)
    return FALSE;
  if (question->day.is_past && secs > now_secs)
    day--;
  else if (!question->day.is_past && secs <= now_secs)
    day++;
  *ret_when = (AufaitWhen){ day, secs };
  return TRUE;
}

/* 3d, 2w, 1y; 3j, 2s and 1an for those who count in French. Not 2m: minutes are short as well. */
static gboolean
read_short_length (const Question *question, AufaitWhen *ret_when)
{
  static const struct {
    const char *unit;
    int days;
    int months;
  } units[] = {
    { "d", 1, 0 },   { "j", 1, 0 },  { "w", 7, 0 },   { "s", 7, 0 },    { "wk", 7, 0 },
    { "sem", 7, 0 }, { "y", 0, 12 }, { "an", 0, 12 }, { "ans", 0, 12 },
  };
  const AufaitToken *number = aufait_reading_get (question->reading, 0);
  const AufaitToken *unit = aufait_reading_get (question->reading, 1);

  if (question->length != 2 || question->day.is_past || !aufait_token_is_number (number) ||
      number->digits > 3 || !unit->is_glued)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    if (!aufait_token_is_word (unit, units[i].unit))
      continue;
    ret_when->day = units[i].months > 0 ? aufait_day_add_months (question->day.today,
                                                                 number->number * units[i].months)
                                        : question->day.today + number->number * units[i].days;
    ret_when->secs = -1;
    return ret_when->day != AUFAIT_DAY_NONE;
  }
  return FALSE;
}

static void
take_instant (const Question *question, int secs, AufaitWhen *ret_when)
{
  g_autoptr (GDateTime) then = g_date_time_add_seconds (question->now, secs);

  *ret_when = (AufaitWhen){ aufait_day_from_date_time (then), get_secs (then) };
}

static gboolean
is_one_of (const AufaitToken *token, const char *const *words)
{
  for (; *words != NULL; words++)
    if (aufait_token_is_word (token, *words))
      return TRUE;
  return FALSE;
}

static const char *const HOURS[] = { "h", "hr", "hrs", "hour", "hours", "heure", "heures", NULL };
static const char *const MINUTES[] = { "min", "mn", "mins", "minute", "minutes", NULL };

/* The minutes behind "1h", up to the end. */
static gboolean
read_rest_of_hour (const Question *question, int *ret_minutes)
{
  const AufaitToken *number = aufait_reading_get (question->reading, 2);

  if (number == NULL)
    return TRUE;
  if (!aufait_token_is_number (number) || number->digits != 2 || number->number > 59 ||
      question->length > 4 ||
      (question->length == 4 && !is_one_of (aufait_reading_get (question->reading, 3), MINUTES)))
    return FALSE;
  *ret_minutes = number->number;
  return TRUE;
}

/* 20min, 2h, 1h30, "1 h": a while from now, as nobody asks for two in the night; 6h and more are
 * times. */
static gboolean
read_short_time (const Question *question, AufaitWhen *ret_when)
{
  const AufaitToken *number = aufait_reading_get (question->reading, 0);
  const AufaitToken *unit = aufait_reading_get (question->reading, 1);
  int minutes = 0;

  if (question->day.is_past || !aufait_token_is_number (number) || number->digits > 3)
    return FALSE;
  if (is_one_of (unit, HOURS) && number->number > 0 && number->number <= HOURS_MAX &&
      read_rest_of_hour (question, &minutes))
    take_instant (question, number->number * SECS_IN_HOUR + minutes * SECS_IN_MINUTE, ret_when);
  else if (question->length == 2 && is_one_of (unit, MINUTES))
    take_instant (question, number->number * SECS_IN_MINUTE, ret_when);
  else
    return FALSE;
  return TRUE;
}

/* "in 2 hours", "dans 20 minutes" */
static gboolean
read_hours (const Question *question, AufaitWhen *ret_when)
{
  guint at = aufait_reading_skip (question->reading, 0, AUFAIT_WORD_IN);
  const AufaitMark *unit;
  int count, secs;

  if (at == 0 || question->day.is_past)
    return FALSE;
  at = aufait_day_units_read_count (question->reading, at, &count);
  if (at == 0)
    return FALSE;
  unit = aufait_reading_find (question->reading, at, AUFAIT_WORD_UNIT);
  if (unit != NULL && g_str_equal (unit->entry->name, "minute"))
    secs = count * SECS_IN_MINUTE;
  else if ((unit != NULL && g_str_equal (unit->entry->name, "hour")) ||
           aufait_reading_find (question->reading, at, AUFAIT_WORD_CLOCK) != NULL)
    secs = count * SECS_IN_HOUR;
  else
    return FALSE;
  if (aufait_reading_get (question->reading, at + 1) != NULL)
    return FALSE;
  take_instant (question, secs, ret_when);
  return TRUE;
}

static gboolean
take_span (const Question *question, const AufaitSpan *span, AufaitWhen *ret_when)
{
  AufaitDay today = question->day.today;

  if (span->role == AUFAIT_SPAN_LENGTH) {
    if (question->day.is_past)
      return FALSE;
    ret_when->day =
        span->months > 0 ? aufait_day_add_months (today, span->months) : today + span->days;
  } else {
    ret_when->day = span->first;
    if (!question->day.is_past && span->first < today && span->last >= today)
      ret_when->day = today; /* "this week" has begun */
  }
  ret_when->secs = span->at_secs;
  return ret_when->day != AUFAIT_DAY_NONE;
}

/* "tomorrow evening": the hour at which that part of a day is spoken of. -1: no part was named. */
static int
find_part (const Question *question)
{
  for (guint i = 0; i < question->length; i++) {
    const AufaitMark *part = aufait_reading_find (question->reading, i, AUFAIT_WORD_DAY_PART);

    if (part != NULL && part->entry->value > 0)
      return part->entry->value * SECS_IN_HOUR;
  }
  return -1;
}

/* A day, and a time on either side of it. */
static gboolean
read_day (const Question *question, AufaitWhen *ret_when)
{
  int secs = -1;
  guint at = 0;
  AufaitSpan span;
  AufaitWhen when;

  if (!aufait_day_expression_read (&question->day, 0, &span)) {
    if (!aufait_clock_time_read (question->reading, 0, TRUE, &secs, &at) ||
        !aufait_day_expression_read (&question->day, at, &span))
      return FALSE;
  }
  if (span.behind != question->length || span.first + span.days + span.months == 0 ||
      !take_span (question, &span, &when))
    return FALSE;
  if (when.secs < 0)
    when.secs = secs >= 0 ? secs : find_part (question);
  *ret_when = when;
  return TRUE;
}

/* Words need no company to be a day here: "fri", "mar". Figures do: "3" may be
 * an hour or a mistake. */
static gboolean
has_number (const AufaitReading *reading)
{
  for (guint i = 0; i < aufait_reading_get_length (reading); i++)
    if (aufait_token_is_number (aufait_reading_get (reading, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_within_reach (AufaitDay day)
{
  return day >= aufait_day_new (YEAR_MIN, 1, 1) && day <= aufait_day_new (YEAR_MAX, 12, 31);
}

/* As replies have it: 2026-08-21T18:00, with or without seconds and an offset (RFC 3339). */
static gboolean
read_instant (const char *text, GDateTime *now, AufaitWhen *ret_when)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (strlen (text) < DAY_LENGTH || text[DAY_LENGTH] != 'T')
    return FALSE;
  whole = g_strconcat (text, strlen (text) == MINUTE_LENGTH ? ":00" : "", NULL);
  at = g_date_time_new_from_iso8601 (whole, zone);
  local = at != NULL ? g_date_time_to_timezone (at, zone) : NULL;
  if (local == NULL)
    return FALSE;
  *ret_when = (AufaitWhen){ aufait_day_from_date_time (local), get_secs (local) };
  return TRUE;
}

static gboolean
parse (
    const char *text, GDateTime *now, gboolean month_first, gboolean is_past, AufaitWhen *ret_when)
{
  g_autoptr (AufaitReading) reading = NULL;
  Question question = { .now = now };
  AufaitWhen when;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  reading = aufait_reading_new (text, aufait_lexicon_get ());
  question.reading = reading;
  question.length = aufait_reading_get_length (reading);
  question.day = (AufaitDayContext){ .reading = reading,
                                     .today = aufait_day_from_date_time (now),
                                     .is_past = is_past,
                                     .month_first = month_first,
                                     .in_range = !has_number (reading) };
  if (question.length == 0)
    return FALSE;
  if (!read_instant (text, now, &when) && !read_short_length (&question, &when) &&
      !read_short_time (&question, &when) && !read_hours (&question, &when) &&
      !read_time (&question, &when) && !read_day (&question, &when))
    return FALSE;
  if (!is_within_reach (when.day))
    return FALSE;
  *ret_when = when;
  return TRUE;
}

gboolean
aufait_when_parse (const char *text, GDateTime *now, gboolean month_first, AufaitWhen *ret_when)
{
  return parse (text, now, month_first, FALSE, ret_when);
}

gboolean
aufait_when_parse_past (const char *text,
                        GDateTime *now,
                        gboolean month_first,
                        AufaitWhen *ret_when)
{
  return parse (text, now, month_first, TRUE, ret_when);
}
