/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-gate-rule.h"

#include <stdlib.h>
#include <string.h>

#define RULE_LENGTH_MAX 1000
#define PARTS_MAX       16

typedef enum {
  HAS_FREQ = 1 << 0,
  HAS_INTERVAL = 1 << 1,
  HAS_COUNT = 1 << 2,
  HAS_UNTIL = 1 << 3,
  HAS_WKST = 1 << 4,
  HAS_MONTH = 1 << 5,
  HAS_MONTH_DAY = 1 << 6,
  HAS_YEAR_DAY = 1 << 7,
  HAS_DAY = 1 << 8,
  HAS_POSITION = 1 << 9,
} Parts;

#define HAS_ANYWHERE (HAS_FREQ | HAS_INTERVAL | HAS_COUNT | HAS_UNTIL | HAS_WKST)

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

/* --- reading a part ------------------------------------------------------------------------ */

static int
find_word (AufaitVcardSpan text, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++) {
    if (aufait_vcard_span_is (text, words[i]))
      return (int) i;
  }
  return -1;
}

/* A whole number from @min to @max, with a sign when @min is negative. */
static gboolean
read_number (AufaitVcardSpan text, int min, int max, int *ret_number)
{
  gboolean is_negative = FALSE;
  int number = 0;

  if (text.length > 0 && min < 0 && (*text.text == '-' || *text.text == '+')) {
    is_negative = *text.text == '-';
    text = aufait_vcard_span_skip (text, 1);
  }
  if (text.length == 0 || text.length > 6)
    return FALSE;
  for (gsize i = 0; i < text.length; i++) {
    if (!g_ascii_isdigit (text.text[i]))
      return FALSE;
    number = number * 10 + (text.text[i] - '0');
  }
  number = is_negative ? -number : number;
  if (number < min || number > max)
    return FALSE;
  *ret_number = number;
  return TRUE;
}

static gboolean
has_number (const gint16 *numbers, guint count, int number)
{
  for (guint i = 0; i < count; i++) {
    if (numbers[i] == number)
      return TRUE;
  }
  return FALSE;
}

/* A list of numbers from -@max to @max, or from 1 when @is_positive, without 0. */
static gboolean
read_numbers (AufaitVcardSpan list,
              int max,
              gboolean is_positive,
              gint16 *ret_numbers,
              guint room,
              guint *ret_count)
{
  AufaitVcardSpan item;
  int number;

  while (aufait_vcard_span_take (&list, ',', &item)) {
    if (*ret_count >= room || !read_number (item, is_positive ? 1 : -max, max, &number) ||
        number == 0)
      return FALSE;
    if (!has_number (ret_numbers, *ret_count, number))
      ret_numbers[(*ret_count)++] = (gint16) number;
  }
  return TRUE;
}

static gboolean
read_days (AufaitVcardSpan list, AufaitIcalGateRule *rule)
{
  AufaitVcardSpan item, position;
  int weekday, number;

  while (aufait_vcard_span_take (&list, ',', &item)) {
    if (item.length < 2 || rule->n_days >= G_N_ELEMENTS (rule->days))
      return FALSE;
    position = (AufaitVcardSpan){ item.text, item.length - 2 };
    weekday = find_word (aufait_vcard_span_skip (item, position.length), weekdays, 7);
    number = 0;
    if (weekday < 0 ||
        (position.length > 0 && (!read_number (position, -53, 53, &number) || number == 0)))
      return FALSE;
    rule->days[rule->n_days].position = (gint8) number;
    rule->days[rule->n_days++].weekday = (gint8) (weekday + 1);
  }
  return TRUE;
}

static gboolean
read_value (Parts part, AufaitVcardSpan value, AufaitIcalGateRule *rule)
{
  int number;

  switch (part) {
  case HAS_FREQ:
    number = find_word (value, frequencies, G_N_ELEMENTS (frequencies));
    rule->frequency = (AufaitIcalGateRuleFrequency) number;
    return number >= 0;
  case HAS_INTERVAL:
    return read_number (value, 1, AUFAIT_ICAL_GATE_RULE_INTERVAL_MAX, &rule->interval);
  case HAS_COUNT:
    return read_number (value, 1, AUFAIT_ICAL_GATE_RULE_COUNT_MAX, &rule->count);
  case HAS_UNTIL:
    rule->has_until = aufait_ical_time_parse (value, &rule->until);
    return rule->has_until;
  case HAS_WKST:
    rule->week_start = find_word (value, weekdays, 7) + 1;
    return rule->week_start > 0;
  case HAS_MONTH:
    return read_numbers (value, 12, TRUE, rule->months, 12, &rule->n_months);
  case HAS_MONTH_DAY:
    return read_numbers (value, 31, FALSE, rule->month_days, G_N_ELEMENTS (rule->month_days),
                         &rule->n_month_days);
  case HAS_YEAR_DAY:
    return read_numbers (value, 366, FALSE, rule->year_days, G_N_ELEMENTS (rule->year_days),
                         &rule->n_year_days);
  case HAS_DAY:
    return read_days (value, rule);
  case HAS_POSITION:
    return read_numbers (value, 366, FALSE, rule->positions, G_N_ELEMENTS (rule->positions),
                         &rule->n_positions);
  default:
    return FALSE;
  }
}

static int
find_part (AufaitVcardSpan name)
{
  static const char *const names[] = { "FREQ",    "INTERVAL",   "COUNT",     "UNTIL", "WKST",
                                       "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY", "BYSETPOS" };

  return find_word (name, names, G_N_ELEMENTS (names));
}

static gboolean
read_parts (AufaitVcardSpan text, AufaitIcalGateRule *rule, guint *ret_parts)
{
  AufaitVcardSpan part, name;
  guint parts = 0, n_parts = 0;

  while (aufait_vcard_span_take (&text, ';', &part)) {
    int index;

    /* Many write a semicolon behind the last part. */
    if (part.length == 0 && text.text == NULL && n_parts > 0)
      break;
    if (++n_parts > PARTS_MAX || !aufait_vcard_span_take (&part, '=', &name) || part.text == NULL)
      return FALSE;
    index = find_part (name);
    if (index < 0 || (parts & (1u << index)) != 0 || !read_value (1u << index, part, rule))
      return FALSE;
    parts |= 1u << index;
  }
  *ret_parts = parts;
  return TRUE;
}

/* --- judging the whole --------------------------------------------------------------------- */

/* What may stand beside what: the rest is rare, and what becomes of it is not to be relied on. */
static gboolean
are_parts_supported (const AufaitIcalGateRule *rule, guint parts)
{
  static const guint allowed[] = {
    [AUFAIT_ICAL_GATE_RULE_DAILY] = HAS_MONTH | HAS_MONTH_DAY | HAS_DAY,
    [AUFAIT_ICAL_GATE_RULE_WEEKLY] = HAS_MONTH | HAS_DAY,
    [AUFAIT_ICAL_GATE_RULE_MONTHLY] = HAS_MONTH | HAS_MONTH_DAY | HAS_DAY | HAS_POSITION,
    [AUFAIT_ICAL_GATE_RULE_YEARLY] =
        HAS_MONTH | HAS_MONTH_DAY | HAS_DAY | HAS_POSITION | HAS_YEAR_DAY,
  };
  guint by = parts & ~(guint) HAS_ANYWHERE;

  if ((parts & HAS_FREQ) == 0 || (by & ~allowed[rule->frequency]) != 0)
    return FALSE;
  if ((parts & HAS_COUNT) != 0 && (parts & HAS_UNTIL) != 0)
    return FALSE;
  if ((by & HAS_YEAR_DAY) != 0 && by != HAS_YEAR_DAY)
    return FALSE;
  if ((by & HAS_POSITION) != 0 && (by & (HAS_DAY | HAS_MONTH_DAY)) == 0)
    return FALSE;
  return rule->frequency != AUFAIT_ICAL_GATE_RULE_YEARLY || (by & HAS_MONTH_DAY) == 0 ||
         (by & HAS_MONTH) != 0;
}

/* "2MO" is the second Monday of a month or, without months, of a year; nothing else. */
static gboolean
are_days_supported (const AufaitIcalGateRule *rule)
{
  gboolean is_yearly = rule->frequency == AUFAIT_ICAL_GATE_RULE_YEARLY;
  int max = is_yearly && rule->n_months == 0 ? 53 : 5;

  for (guint i = 0; i < rule->n_days; i++) {
    if (rule->days[i].position == 0)
      continue;
    if (rule->frequency < AUFAIT_ICAL_GATE_RULE_MONTHLY || rule->n_month_days > 0 ||
        abs (rule->days[i].position) > max)
      return FALSE;
  }
  return TRUE;
}

/* The length of the longest month that the rule names. */
static int
get_longest_month (const AufaitIcalGateRule *rule)
{
  int longest = rule->n_months == 0 ? 31 : 0;

  for (guint i = 0; i < rule->n_months; i++)
    longest = MAX (longest, aufait_day_days_in_month (2000, rule->months[i]));
  return longest;
}

/* There are days like 30 February that never come. */
static gboolean
is_month_day_possible (const AufaitIcalGateRule *rule)
{
  int longest = get_longest_month (rule);
  gboolean is_possible = rule->n_month_days == 0;

  for (guint i = 0; i < rule->n_month_days; i++) {
    if (rule->month_days[i] < 0 && rule->frequency == AUFAIT_ICAL_GATE_RULE_DAILY)
      return FALSE;
    if (abs (rule->month_days[i]) <= longest)
      is_possible = TRUE;
  }
  return is_possible;
}

/* How many days a month can have among which BYSETPOS chooses. */
static int
count_days_in_month (const AufaitIcalGateRule *rule)
{
  int longest = get_longest_month (rule), n_weekdays = 0;
  guint seen = 0;

  if (rule->n_days == 0)
    return (int) rule->n_month_days;
  if (rule->n_month_days > 0)
    return 1; /* two of them may never be in one month */
  for (guint i = 0; i < rule->n_days; i++) {
    if ((seen & (1u << rule->days[i].weekday)) == 0)
      n_weekdays++;
    seen |= 1u << rule->days[i].weekday;
  }
  return n_weekdays * 4 + MIN (n_weekdays, longest - 28);
}

/* "The fifth of the Sundays and fifth Wednesdays" may never come, and days that are counted from
 * both ends may be the same day. */
static gboolean
may_be_counted (const AufaitIcalGateRule *rule)
{
  for (guint i = 0; i < rule->n_days; i++) {
    if (rule->days[i].position != 0)
      return FALSE;
  }
  for (guint i = 0; rule->n_month_days > 1 && i < rule->n_month_days; i++) {
    if (rule->month_days[i] < 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
are_positions_possible (const AufaitIcalGateRule *rule)
{
  int count = count_days_in_month (rule);

  if (rule->n_positions == 0)
    return TRUE;
  if (rule->frequency == AUFAIT_ICAL_GATE_RULE_YEARLY)
    count *= rule->n_months == 0 ? 12 : (int) rule->n_months;
  for (guint i = 0; i < rule->n_positions; i++) {
    if (abs (rule->positions[i]) > count)
      return FALSE;
  }
  return may_be_counted (rule);
}

gboolean
aufait_ical_gate_rule_read (AufaitVcardSpan text, AufaitIcalGateRule *ret_rule)
{
  AufaitIcalGateRule *rule = ret_rule;
  guint parts = 0;

  memset (rule, 0, sizeof *rule);
  rule->interval = 1;
  rule->week_start = 1;
  text = aufait_vcard_span_trim (text);
  if (text.length > RULE_LENGTH_MAX || !read_parts (text, rule, &parts))
    return FALSE;
  return are_parts_supported (rule, parts) && are_days_supported (rule) &&
         is_month_day_possible (rule) && are_positions_possible (rule);
}
