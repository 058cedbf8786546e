/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-date.h"

#include "aufait-day.h"

/* What Apple writes for the year when there is none, as all days are in it. */
#define NO_YEAR 1604

#define LEAP_YEAR 2000

/* Takes @count digits off *@rest; -1 when they are not there. */
static int
take_number (AufaitVcardSpan *rest, guint count)
{
  int number = 0;

  if (rest->length < count)
    return -1;
  for (guint i = 0; i < count; i++) {
    if (!g_ascii_isdigit (rest->text[i]))
      return -1;
    number = number * 10 + (rest->text[i] - '0');
  }
  *rest = aufait_vcard_span_skip (*rest, count);
  return number;
}

/* The same with one digit or two. */
static int
take_short_number (AufaitVcardSpan *rest)
{
  gboolean has_two = rest->length >= 2 && g_ascii_isdigit (rest->text[1]);

  return take_number (rest, has_two ? 2 : 1);
}

static gboolean
take_mark (AufaitVcardSpan *rest, char mark)
{
  if (rest->length == 0 || *rest->text != mark)
    return FALSE;
  *rest = aufait_vcard_span_skip (*rest, 1);
  return TRUE;
}

typedef struct {
  int year; /* 0: none; each: -1 when it is not there */
  int month;
  int day;
} Parts;

/* "04-15", "4-5", "0415". */
static gboolean
take_month_and_day (AufaitVcardSpan *rest, Parts *parts)
{
  parts->month = take_short_number (rest);
  parts->day = take_mark (rest, '-') ? take_short_number (rest) : take_number (rest, 2);
  return parts->month >= 0 && parts->day >= 0;
}

/* "-04-15", "-4-5", "0415" behind a year: with two marks or none. */
static gboolean
take_rest_of_year (AufaitVcardSpan *rest, Parts *parts)
{
  gboolean is_dashed = take_mark (rest, '-');

  parts->month = is_dashed ? take_short_number (rest) : take_number (rest, 2);
  if (take_mark (rest, '-') != is_dashed)
    return FALSE;
  parts->day = is_dashed ? take_short_number (rest) : take_number (rest, 2);
  return parts->month >= 0 && parts->day >= 0;
}

/* "15.04.1996", "5.4.1996". */
static gboolean
take_pointed (AufaitVcardSpan *rest, Parts *parts)
{
  parts->day = take_short_number (rest);
  if (parts->day < 0 || !take_mark (rest, '.'))
    return FALSE;
  parts->month = take_short_number (rest);
  if (parts->month < 0 || !take_mark (rest, '.'))
    return FALSE;
  parts->year = take_number (rest, 4);
  return parts->year >= 0;
}

static gboolean
take_parts (AufaitVcardSpan *rest, Parts *ret_parts)
{
  AufaitVcardSpan whole = *rest;

  *ret_parts = (Parts){ 0, 0, 0 };
  if (take_pointed (rest, ret_parts))
    return TRUE;
  *rest = whole;
  *ret_parts = (Parts){ 0, 0, 0 };
  if (aufait_vcard_span_begins (*rest, "--")) {
    *rest = aufait_vcard_span_skip (*rest, 2);
    return take_month_and_day (rest, ret_parts);
  }
  ret_parts->year = take_number (rest, 4);
  return ret_parts->year >= 0 && take_rest_of_year (rest, ret_parts);
}

/* "1996-04", "1996", "--04", "---15", "T102200" (RFC 6350, 4.3). */
static gboolean
is_incomplete (AufaitVcardSpan value)
{
  static const char *const forms[] = { "0000-00", "0000", "--00", "---00" };

  if (value.length > 1 && (*value.text == 'T' || *value.text == 't'))
    return g_ascii_isdigit (value.text[1]);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    gsize same = 0;

    while (same < value.length && forms[i][same] != '\0' &&
           (forms[i][same] == '0' ? g_ascii_isdigit (value.text[same])
                                  : value.text[same] == forms[i][same]))
      same++;
    if (same == value.length && forms[i][same] == '\0')
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_end_of_date (AufaitVcardSpan rest)
{
  return rest.length == 0 || *rest.text == 'T' || *rest.text == 't' || *rest.text == ' ';
}

static AufaitDay
get_day (const Parts *parts)
{
  return aufait_day_new (parts->year > 0 ? parts->year : LEAP_YEAR, parts->month, parts->day);
}

static AufaitVcardDateFault
read_parts (AufaitVcardSpan value, Parts *ret_parts)
{
  AufaitVcardSpan rest = value;

  if (!take_parts (&rest, ret_parts) || !is_end_of_date (rest))
    return is_incomplete (value) ? AUFAIT_VCARD_DATE_INCOMPLETE : AUFAIT_VCARD_DATE_UNREADABLE;
  return AUFAIT_VCARD_DATE_READ;
}

char *
aufait_vcard_date_read (AufaitVcardSpan value,
                        AufaitVcardSpan omitted,
                        AufaitVcardDateFault *ret_fault)
{
  int omitted_year = omitted.length > 0 ? take_number (&omitted, 4) : -1;
  Parts parts;
  AufaitVcardDateFault fault = read_parts (aufait_vcard_span_trim (value), &parts);

  if (fault == AUFAIT_VCARD_DATE_READ) {
    if (parts.year == NO_YEAR || parts.year == omitted_year)
      parts.year = 0;
    if (get_day (&parts) == AUFAIT_DAY_NONE)
      fault = AUFAIT_VCARD_DATE_IMPOSSIBLE;
  }
  if (ret_fault != NULL)
    *ret_fault = fault;
  if (fault != AUFAIT_VCARD_DATE_READ)
    return NULL;
  if (parts.year > 0)
    return aufait_day_format (get_day (&parts));
  return g_strdup_printf ("--%02d-%02d", parts.month, parts.day);
}
