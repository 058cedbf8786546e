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

static gboolean
take_dash (AufaitVcardSpan *rest)
{
  if (rest->length == 0 || *rest->text != '-')
    return FALSE;
  *rest = aufait_vcard_span_skip (*rest, 1);
  return TRUE;
}

typedef struct {
  int year; /* 0: none */
  int month;
  int day;
} Parts;

static gboolean
take_parts (AufaitVcardSpan *rest, Parts *ret_parts)
{
  Parts parts = { 0, 0, 0 };
  gboolean is_dashed;

  if (aufait_vcard_span_begins (*rest, "--")) {
    *rest = aufait_vcard_span_skip (*rest, 2);
    parts.month = take_number (rest, 2);
    take_dash (rest);
  } else {
    parts.year = take_number (rest, 4);
    is_dashed = take_dash (rest);
    parts.month = take_number (rest, 2);
    if (take_dash (rest) != is_dashed)
      return FALSE;
  }
  parts.day = take_number (rest, 2);
  if (parts.year < 0 || parts.month < 0 || parts.day < 0)
    return FALSE;
  *ret_parts = parts;
  return TRUE;
}

static gboolean
is_end_of_date (AufaitVcardSpan rest)
{
  return rest.length == 0 || *rest.text == 'T' || *rest.text == 't' || *rest.text == ' ';
}

char *
aufait_vcard_date_read (AufaitVcardSpan value, AufaitVcardSpan omitted, gboolean *ret_is_impossible)
{
  AufaitVcardSpan rest = aufait_vcard_span_trim (value);
  int omitted_year = omitted.length > 0 ? take_number (&omitted, 4) : -1;
  Parts parts;
  AufaitDay day;

  if (ret_is_impossible != NULL)
    *ret_is_impossible = FALSE;
  if (!take_parts (&rest, &parts) || !is_end_of_date (rest))
    return NULL;
  if (parts.year == NO_YEAR || parts.year == omitted_year)
    parts.year = 0;
  day = aufait_day_new (parts.year > 0 ? parts.year : LEAP_YEAR, parts.month, parts.day);
  if (day == AUFAIT_DAY_NONE) {
    if (ret_is_impossible != NULL)
      *ret_is_impossible = TRUE;
    return NULL;
  }
  if (parts.year > 0)
    return aufait_day_format (day);
  return g_strdup_printf ("--%02d-%02d", parts.month, parts.day);
}
