/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-kind.h"

#include "aufait-reading.h"
#include "aufait-values.h"

#define REMINDER_MAX_SECS (60 * 60)
#define BIRTHDAY_CAKE     0x1f382

static AufaitReading *
read_text (const char *text)
{
  return aufait_reading_new (text != NULL ? text : "", aufait_lexicon_get ());
}

static gboolean
has_word (const AufaitReading *reading, int value)
{
  for (guint i = 0; i < aufait_reading_get_length (reading); i++) {
    const AufaitMark *mark = aufait_reading_find (reading, i, AUFAIT_WORD_CALENDAR);

    if (mark != NULL && mark->entry->value == value)
      return TRUE;
  }
  return FALSE;
}

/* What the lexicons tell of what nobody is invited to. */
enum {
  GUESTS_CANCELLED = 1,
  GUESTS_UNHURT = 2
};

/* Whether the summary has such a word with @value; -1: with any but GUESTS_UNHURT. */
static gboolean
has_no_guests (const AufaitEvent *event, int value)
{
  g_autoptr (AufaitReading) summary = read_text (event->summary);

  for (guint i = 0; i < aufait_reading_get_length (summary); i++) {
    const AufaitMark *mark = aufait_reading_find (summary, i, AUFAIT_WORD_NO_GUESTS);

    if (mark != NULL &&
        (mark->entry->value == value || (value < 0 && mark->entry->value != GUESTS_UNHURT)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_trip (const AufaitReading *reading)
{
  for (guint i = 0; i < aufait_reading_get_length (reading); i++) {
    const AufaitMark *mark = aufait_reading_find (reading, i, AUFAIT_WORD_TOPIC);

    if (mark != NULL && mark->entry->kind == AUFAIT_MOMENT_TRIP)
      return TRUE;
  }
  return FALSE;
}

static guint
count_guests (const AufaitEvent *event)
{
  guint n = 0;

  for (guint i = 0; i < event->attendees->len; i++)
    n += !((const AufaitAttendee *) event->attendees->pdata[i])->declined;
  return n;
}

/* --- birthdays ----------------------------------------------------------------------------- */

/* Whether people come together for it. */
static gboolean
is_gathering (const AufaitEvent *event)
{
  return (event->location != NULL && *event->location != '\0') || count_guests (event) > 1 ||
         (!event->all_day && event->end - event->start > REMINDER_MAX_SECS);
}

/* Where a birthday word, "of" or a name ends that begins at @i; @i when it is something else. */
static guint
skip_birthday (const AufaitReading *reading, guint i)
{
  const AufaitToken *token = aufait_reading_get (reading, i);
  const AufaitMark *mark = aufait_reading_find (reading, i, AUFAIT_WORD_CALENDAR);
  guint of = aufait_reading_skip (reading, i, AUFAIT_WORD_OF);

  if (mark != NULL)
    return mark->entry->value == AUFAIT_EVENT_KIND_WORD_BIRTHDAY ? mark->behind : i;
  if (of > i)
    return of;
  if (token->type != AUFAIT_TOKEN_WORD || aufait_token_is_word (token, "s"))
    return i + 1;
  return token->is_capital && aufait_reading_find (reading, i, AUFAIT_WORD_TOPIC) == NULL ? i + 1
                                                                                          : i;
}

static gboolean
is_only_birthday (const AufaitReading *reading)
{
  for (guint i = 0; i < aufait_reading_get_length (reading);) {
    guint behind = skip_birthday (reading, i);

    if (behind == i)
      return FALSE;
    i = behind;
  }
  return TRUE;
}

static gboolean
has_cake (const char *text)
{
  return text != NULL && g_utf8_strchr (text, -1, BIRTHDAY_CAKE) != NULL;
}

static gboolean
is_in_birthday_calendar (const AufaitEvent *event)
{
  g_autoptr (AufaitReading) calendar = read_text (event->calendar);

  return has_word (calendar, AUFAIT_EVENT_KIND_WORD_BIRTHDAY);
}

gboolean
aufait_event_kind_is_birthday (const AufaitEvent *event)
{
  g_autoptr (AufaitReading) summary = NULL;

  if (event->all_day && is_in_birthday_calendar (event))
    return TRUE;
  if (is_gathering (event))
    return FALSE;
  summary = read_text (event->summary);
  if (!has_word (summary, AUFAIT_EVENT_KIND_WORD_BIRTHDAY))
    return event->all_day && has_cake (event->summary);
  if (event->all_day)
    return !has_word (summary, AUFAIT_EVENT_KIND_WORD_NO_TRIP);
  return is_only_birthday (summary);
}

/* --- get-togethers ------------------------------------------------------------------------- */

static gboolean
is_holiday (const AufaitEvent *event)
{
  g_autoptr (AufaitReading) calendar = read_text (event->calendar);
  g_autoptr (AufaitReading) summary = NULL;

  if (has_word (calendar, AUFAIT_EVENT_KIND_WORD_PUBLIC) ||
      has_word (calendar, AUFAIT_EVENT_KIND_WORD_PUBLIC_NAME) || has_trip (calendar))
    return TRUE;
  summary = read_text (event->summary);
  return has_word (summary, AUFAIT_EVENT_KIND_WORD_PUBLIC);
}

gboolean
aufait_event_kind_is_closed (const AufaitEvent *event)
{
  return has_no_guests (event, -1);
}

gboolean
aufait_event_kind_is_sport (const AufaitEvent *event)
{
  return has_no_guests (event, GUESTS_UNHURT);
}

gboolean
aufait_event_kind_is_meeting (const AufaitEvent *event, guint n_people)
{
  if (event->cancelled || n_people == 0 || n_people > AUFAIT_EVENT_KIND_MAX_PEOPLE ||
      count_guests (event) > AUFAIT_EVENT_KIND_MAX_PEOPLE)
    return FALSE;
  if (event->all_day && (event->transparent || is_holiday (event)))
    return FALSE;
  return !aufait_event_kind_is_birthday (event) && !has_no_guests (event, GUESTS_CANCELLED);
}
