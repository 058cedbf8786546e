/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-time.h"

#include <string.h>

#define UNIX_EPOCH_DAY 719163
#define LENGTH_MAX     (36525 * G_GINT64_CONSTANT (86400))

/* The number that @count digits are; -1 when they are none. */
static int
read_digits (const char *text, gsize count)
{
  int value = 0;

  for (gsize i = 0; i < count; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

static AufaitDay
read_day (const char *text)
{
  int year = read_digits (text, 4), month = read_digits (text + 4, 2);

  return year < 0 || month < 0 ? AUFAIT_DAY_NONE
                               : aufait_day_new (year, month, read_digits (text + 6, 2));
}

/* HHMMSS; -1 when it is none. */
static int
read_clock (const char *text)
{
  int hours = read_digits (text, 2), minutes = read_digits (text + 2, 2);
  int secs = read_digits (text + 4, 2);

  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || secs < 0 || secs > 60)
    return -1;
  return hours * 3600 + minutes * 60 + MIN (secs, 59);
}

gboolean
aufait_ical_time_parse (AufaitVcardSpan text, AufaitIcalTime *ret_time)
{
  AufaitIcalTime time = { 0 };

  text = aufait_vcard_span_trim (text);
  time.is_date = text.length == strlen ("YYYYMMDD");
  time.is_utc = text.length == strlen ("YYYYMMDDTHHMMSSZ");
  if (!time.is_date && !time.is_utc && text.length != strlen ("YYYYMMDDTHHMMSS"))
    return FALSE;
  time.day = read_day (text.text);
  if (time.day == AUFAIT_DAY_NONE)
    return FALSE;
  if (!time.is_date) {
    if ((text.text[8] | 0x20) != 't' || (time.is_utc && (text.text[15] | 0x20) != 'z'))
      return FALSE;
    time.secs = read_clock (text.text + 9);
    if (time.secs < 0)
      return FALSE;
  }
  *ret_time = time;
  return TRUE;
}

gint64
aufait_ical_time_get_local (const AufaitIcalTime *time)
{
  return (gint64) (time->day - UNIX_EPOCH_DAY) * AUFAIT_ICAL_TIME_SECS_IN_DAY + time->secs;
}

gboolean
aufait_ical_time_from_local (gint64 local, const AufaitIcalTime *like, AufaitIcalTime *ret_time)
{
  gint64 from_first = local + (gint64) UNIX_EPOCH_DAY * AUFAIT_ICAL_TIME_SECS_IN_DAY;
  gint64 day = from_first / AUFAIT_ICAL_TIME_SECS_IN_DAY;

  if (from_first < 0 || day <= AUFAIT_DAY_NONE || day > AUFAIT_DAY_MAX)
    return FALSE;
  *ret_time = *like;
  ret_time->day = (AufaitDay) day;
  ret_time->secs = like->is_date ? 0 : (int) (from_first % AUFAIT_ICAL_TIME_SECS_IN_DAY);
  return TRUE;
}

/* --- lengths ------------------------------------------------------------------------------- */

/* Takes "12H" off @text: the number and the letter; FALSE when there is none. */
static gboolean
take_part (AufaitVcardSpan *text, gint64 *ret_count, char *ret_unit)
{
  gint64 count = 0;
  gsize length = 0;

  while (length < text->length && g_ascii_isdigit (text->text[length])) {
    count = MIN (count * 10 + (text->text[length] - '0'), LENGTH_MAX);
    length++;
  }
  if (length == 0 || length == text->length)
    return FALSE;
  *ret_count = count;
  *ret_unit = g_ascii_toupper (text->text[length]);
  *text = aufait_vcard_span_skip (*text, length + 1);
  return TRUE;
}

static gboolean
add_part (AufaitIcalTimeLength *length, gboolean is_clock, gint64 count, char unit)
{
  if (!is_clock && unit == 'W')
    length->days += count * 7;
  else if (!is_clock && unit == 'D')
    length->days += count;
  else if (is_clock && unit == 'H')
    length->secs += count * 3600;
  else if (is_clock && unit == 'M')
    length->secs += count * 60;
  else if (is_clock && unit == 'S')
    length->secs += count;
  else
    return FALSE;
  return length->days <= LENGTH_MAX / AUFAIT_ICAL_TIME_SECS_IN_DAY && length->secs <= LENGTH_MAX;
}

gboolean
aufait_ical_time_parse_length (AufaitVcardSpan text, AufaitIcalTimeLength *ret_length)
{
  AufaitIcalTimeLength length = { 0 };
  gboolean is_clock = FALSE;
  guint n_parts = 0;
  gint64 count;
  char unit;

  text = aufait_vcard_span_trim (text);
  if (text.length > 0 && *text.text == '+')
    text = aufait_vcard_span_skip (text, 1);
  if (text.length == 0 || g_ascii_toupper (*text.text) != 'P')
    return FALSE;
  text = aufait_vcard_span_skip (text, 1);
  while (text.length > 0) {
    if (g_ascii_toupper (*text.text) == 'T' && !is_clock) {
      is_clock = TRUE;
      text = aufait_vcard_span_skip (text, 1);
    }
    if (!take_part (&text, &count, &unit) || !add_part (&length, is_clock, count, unit))
      return FALSE;
    n_parts++;
  }
  if (n_parts == 0)
    return FALSE;
  *ret_length = length;
  return TRUE;
}

gboolean
aufait_ical_time_parse_offset (AufaitVcardSpan text, gint64 *ret_secs)
{
  int hours, minutes, secs = 0;

  text = aufait_vcard_span_trim (text);
  if ((text.length != strlen ("+HHMM") && text.length != strlen ("+HHMMSS")) ||
      memchr ("+-", *text.text, 2) == NULL)
    return FALSE;
  hours = read_digits (text.text + 1, 2);
  minutes = read_digits (text.text + 3, 2);
  if (text.length == strlen ("+HHMMSS"))
    secs = read_digits (text.text + 5, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || secs < 0 || secs > 59)
    return FALSE;
  *ret_secs = (hours * 3600 + minutes * 60 + secs) * (*text.text == '-' ? -1 : 1);
  return TRUE;
}
