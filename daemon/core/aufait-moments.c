/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-moments.h"

#include "aufait-clock-time.h"
#include "aufait-owner.h"
#include "aufait-relative.h"
#include "aufait-segment.h"
#include "aufait-subject.h"

/* A moment that was over for longer than this is history, and no reason to
 * speak to anyone. */
#define MAX_AGE_DAYS 400

/* So much is the age of what is not born yet, where nothing says that it lasts. */
#define MIN_AGE_DAYS (8 * 7)

/* An event in the making: a topic and the days that were said of it, over one
 * clause or more. */
typedef struct {
  const AufaitStatement *statement;
  GPtrArray *moments;
  gboolean has_topic;
  gboolean is_dropped;
  AufaitTopic topic;
  AufaitClause clause;
  GArray *spans; /* AufaitSpan */
} Event;

/* --- days of an event ------------------------------------------------------------------------- */

/* "home to Poland": the trip begins there. */
static gboolean
leads_home (const AufaitReading *reading, guint index)
{
  const AufaitMark *travel = aufait_reading_find (reading, index, AUFAIT_WORD_TRAVEL);
  const AufaitToken *place = travel != NULL ? aufait_reading_get (reading, travel->behind) : NULL;

  return place != NULL && place->is_capital &&
         aufait_reading_find (reading, travel->behind - 1, AUFAIT_WORD_TO) != NULL;
}

/* "rentre à l'hôpital", "back in hospital": where one goes to, not what one comes back from. */
static gboolean
leads_in (const Event *event, guint index)
{
  const AufaitReading *reading = event->statement->reading;
  guint behind = aufait_reading_skip (reading, index, AUFAIT_WORD_BACK);
  const AufaitMark *within = aufait_reading_find (reading, behind, AUFAIT_WORD_PLACE_PREPOSITION);
  guint place = aufait_reading_skip (reading, behind, AUFAIT_WORD_TO);

  if (event->topic.kind != AUFAIT_MOMENT_HEALTH)
    return FALSE;
  if (within != NULL && within->entry->value == 1)
    place = MAX (place, within->behind);
  if (place == behind)
    return FALSE;
  place = aufait_reading_skip (reading, place, AUFAIT_WORD_ARTICLE);
  return event->topic.first <= place && place < event->topic.behind;
}

/* "pushed back to mid January" is no way back. */
static gboolean
is_put_off (const AufaitReading *reading, guint index)
{
  return aufait_reading_follows (reading, index + 1, AUFAIT_WORD_MOVED);
}

/* "back surgery" */
static gboolean
is_of_body (const Event *event, guint index)
{
  guint behind = aufait_reading_skip (event->statement->reading, index, AUFAIT_WORD_BACK);

  return event->topic.kind == AUFAIT_MOMENT_HEALTH && index >= event->topic.first &&
         behind < event->topic.behind &&
         aufait_reading_find (event->statement->reading, behind, AUFAIT_WORD_FROM) == NULL;
}

/* A way back: "rentre", or "repart du Japon", but not "repart de bonne heure". */
static gboolean
is_back (const AufaitReading *reading, guint index)
{
  const AufaitMark *back = aufait_reading_find (reading, index, AUFAIT_WORD_BACK);

  return back != NULL &&
         (!back->entry->is_weak || aufait_reading_get (reading, back->behind - 1)->is_capital ||
          aufait_reading_find (reading, back->behind - 1, AUFAIT_WORD_PLACE) != NULL);
}

/* Whether the day is that of the return: "rentre de Rome demain". */
static gboolean
is_return (const Event *event, const AufaitSpan *span)
{
  if (event->topic.kind != AUFAIT_MOMENT_TRIP && event->topic.kind != AUFAIT_MOMENT_HEALTH &&
      event->topic.kind != AUFAIT_MOMENT_VISIT)
    return FALSE;
  if (span->is_range || span->role == AUFAIT_SPAN_FROM)
    return FALSE;
  for (guint i = event->clause.first; i < span->begin; i++) {
    const AufaitSpan *other = aufait_statement_get_span_at (event->statement, i);

    if (!is_back (event->statement->reading, i) || other != NULL || is_of_body (event, i) ||
        aufait_reading_follows (event->statement->reading, i, AUFAIT_WORD_OWN) ||
        leads_home (event->statement->reading, i) || leads_in (event, i) ||
        is_put_off (event->statement->reading, i))
      continue;
    for (; i < span->begin; i++) { /* the first day behind the word is meant */
      other = aufait_statement_get_span_at (event->statement, i);
      if (other != NULL && other->role != AUFAIT_SPAN_LENGTH)
        return FALSE;
    }
    return TRUE;
  }
  return FALSE;
}

static void
fill_words (const Event *event, AufaitMoment *moment)
{
  if (event->topic.name != NULL && *event->topic.name != '\0') {
    moment->what = g_strdup (event->topic.name);
    moment->language = g_strdup (event->topic.language);
  }
  moment->whose = aufait_relative_dup (event->statement, event->clause, &event->topic);
  if (event->topic.kind == AUFAIT_MOMENT_LOSS)
    moment->whose = aufait_relative_dup_animal (event->statement, &event->topic);
  moment->subjects = aufait_owner_dup (
      event->statement, aufait_statement_find_clause (event->statement, event->topic.first).first,
      (AufaitClause){ event->topic.first, event->topic.behind }, event->topic.kind);
  switch (event->topic.kind) {
  case AUFAIT_MOMENT_TRIP:
  case AUFAIT_MOMENT_MOVE:
  case AUFAIT_MOMENT_VISIT:
  case AUFAIT_MOMENT_SHOW:
  case AUFAIT_MOMENT_COMPETITION:
    moment->place = aufait_topic_dup_place (event->statement, event->clause, &event->topic);
    break;
  default:
    break;
  }
}

static int
find_time (const Event *event)
{
  for (guint i = event->clause.first; i < event->clause.behind; i++) {
    int secs;
    guint behind;

    if (!aufait_statement_is_taken (event->statement, i) &&
        !aufait_reading_is_hidden (event->statement->reading, i) &&
        aufait_clock_time_read (event->statement->reading, i, FALSE, &secs, &behind))
      return secs;
  }
  return -1;
}

typedef struct {
  AufaitDay first, last;
  const AufaitSpan *length; /* said before the day that it begins on */
  int at_secs;
  gboolean is_feast;
  gboolean is_open;
} Days;

static void
add_moment (const Event *event, const Days *days)
{
  AufaitDay first = days->first, last = days->last;
  AufaitDay today = event->statement->today;
  AufaitMoment *moment;

  if (first == AUFAIT_DAY_NONE || last < first || last < today - MAX_AGE_DAYS)
    return;
  moment = aufait_moment_new (event->topic.kind, first, last);
  fill_words (event, moment);
  moment->is_open = days->is_open && first < last;
  moment->at_secs = days->at_secs >= 0 ? days->at_secs : find_time (event);
  g_ptr_array_add (event->moments, moment);
}

static void
apply_length (Days *days, const AufaitSpan *length)
{
  AufaitDay last = length->months > 0 ? aufait_day_add_months (days->first, length->months) - 1
                                      : days->first + length->days - 1;

  /* "for two weeks in August" does not say when, "next week for two weeks" does */
  if (days->first == days->last || (days->last - days->first < 7 && last > days->last))
    days->last = last;
  days->is_open = FALSE;
}

static void
add_end (const Event *event, Days *days, const AufaitSpan *span)
{
  AufaitDay today = event->statement->today;
  /* "back since Monday": it ended that day */
  AufaitDay end = span->role == AUFAIT_SPAN_SINCE ? span->first : span->last;

  while (span->is_weekday && days->first != AUFAIT_DAY_NONE && end < days->last)
    end += 7; /* "in Rome from the 3rd, back on Thursday" */
  if (days->first == AUFAIT_DAY_NONE)
    days->first = end < today ? end : today;
  days->last = MAX (end, days->first);
  days->is_open = FALSE;
}

/* A day within the days before says more, one around them less, unless it tells how long a feast is
 * spent: "Christmas in Wales, 20 December to 2 January"; another one is another moment. */
static void
add_days (const Event *event, Days *days, const AufaitSpan *span)
{
  gboolean is_around =
      days->first != AUFAIT_DAY_NONE && span->first <= days->first && span->last >= days->last;

  if (is_around && !(days->is_feast && span->is_range))
    return;
  if (!is_around && days->first != AUFAIT_DAY_NONE &&
      (span->first < days->first || span->last > days->last)) {
    add_moment (event, days);
    days->at_secs = -1;
  }
  days->first = span->first;
  days->last = span->last;
  if (span->role == AUFAIT_SPAN_SINCE && event->topic.kind == AUFAIT_MOMENT_BIRTH)
    days->last = span->first; /* "a dad since Monday" */
  days->is_feast = span->is_feast;
  days->is_open = span->role == AUFAIT_SPAN_SINCE && days->last == event->statement->today;
  if (days->length != NULL)
    apply_length (days, days->length);
  days->length = NULL;
}

/* "pushed back a week", "décalé d'une semaine" */
static gboolean
is_shift (const AufaitReading *reading, guint index)
{
  if (index > 0 && (aufait_reading_find (reading, index - 1, AUFAIT_WORD_OF) != NULL ||
                    aufait_reading_find (reading, index - 1, AUFAIT_WORD_BY) != NULL))
    index--;
  return aufait_reading_follows (reading, index, AUFAIT_WORD_MOVED);
}

/* "a 3-day hike" is over after three days, "a 12-week scan" or "a 2-year contract" is not; and "a
 * year today since her dad died" is no length at all. */
static gboolean
lasts (const Event *event, const AufaitSpan *length)
{
  const AufaitToken *hyphen = aufait_reading_get (event->statement->reading, length->behind - 2);

  if (is_shift (event->statement->reading, length->begin) ||
      (length->begin >= event->topic.first && length->behind <= event->topic.behind))
    return FALSE; /* "the twins are 5 years old on Sunday" */
  if ((length->days >= MIN_AGE_DAYS || length->months > 1) &&
      event->topic.kind == AUFAIT_MOMENT_HEALTH &&
      aufait_reading_find (event->statement->reading, length->begin, AUFAIT_WORD_FOR) == NULL)
    return FALSE; /* "scan tomorrow, 20 weeks" */
  if (length->behind >= 2 && aufait_token_is_sign (hyphen, '-'))
    return event->topic.kind == AUFAIT_MOMENT_TRIP || event->topic.kind == AUFAIT_MOMENT_VISIT;
  return event->topic.kind != AUFAIT_MOMENT_LOSS;
}

/* "rentré hier d'une semaine à Rome": so long it was, before that day. */
static gboolean
is_over (const Event *event, const Days *days, const AufaitSpan *length)
{
  return days->first != AUFAIT_DAY_NONE && days->first < event->statement->today &&
         length->begin > 0 &&
         aufait_reading_find (event->statement->reading, length->begin - 1, AUFAIT_WORD_OF) !=
             NULL &&
         aufait_reading_find (event->statement->reading, length->begin - 1, AUFAIT_WORD_ON) == NULL;
}

/* "back in 5 minutes" */
static gboolean
is_soon (const Event *event, const AufaitSpan *span)
{
  const AufaitReading *reading = event->statement->reading;

  return span->first == event->statement->today &&
         aufait_reading_find (reading, span->begin, AUFAIT_WORD_IN) != NULL &&
         aufait_reading_follows (reading, span->behind, AUFAIT_WORD_UNIT);
}

static void
add_span (const Event *event, Days *days, const AufaitSpan *span)
{
  if (span->role == AUFAIT_SPAN_LENGTH && (!lasts (event, span) || is_over (event, days, span)))
    return;
  if (span->role == AUFAIT_SPAN_LENGTH) {
    if (days->first != AUFAIT_DAY_NONE)
      apply_length (days, span);
    else
      days->length = span;
  } else if (span->role == AUFAIT_SPAN_UNTIL || is_return (event, span)) {
    if (is_soon (event, span))
      return;
    add_end (event, days, span);
  } else {
    add_days (event, days, span);
  }
  if (span->at_secs >= 0)
    days->at_secs = span->at_secs;
}

static void
finish_event (Event *event)
{
  Days days = { AUFAIT_DAY_NONE, AUFAIT_DAY_NONE, NULL, -1, FALSE, FALSE };

  if (event->has_topic && !event->is_dropped) {
    for (guint i = 0; i < event->spans->len; i++)
      add_span (event, &days, &g_array_index (event->spans, AufaitSpan, i));
    add_moment (event, &days);
  }
  event->has_topic = event->is_dropped = FALSE;
  g_array_set_size (event->spans, 0);
}

/* --- which day belongs to which event --------------------------------------------------------- */

static void
add_segment (Event *event, const AufaitStatement *statement, const AufaitSegment *segment)
{
  if (event->spans->len == 0 && !event->has_topic)
    event->clause = segment->clause;
  event->clause.behind = segment->clause.behind;
  if (segment->has_topic && (!event->has_topic || segment->topic.weight > event->topic.weight)) {
    event->topic = segment->topic;
    event->has_topic = TRUE;
  }
  event->is_dropped = event->is_dropped || segment->is_dropped;
  for (guint i = 0; i < segment->n_spans; i++) {
    const AufaitSpan *span = aufait_segment_get_span (statement, segment->first_span + i);

    if (segment->has_topic || !span->is_after_said) /* "scan on the 8th, no food the day before" */
      g_array_append_val (event->spans, *span);
  }
}

/* Whether the clause says when an event ends that has begun: "leaves on Friday,
 * back on Monday". */
static gboolean
ends_event (const Event *event, const AufaitSegment *segment)
{
  const AufaitSpan *span = aufait_segment_get_span (event->statement, segment->first_span);

  return span->role == AUFAIT_SPAN_UNTIL || span->role == AUFAIT_SPAN_LENGTH ||
         aufait_statement_find (event->statement, segment->clause, AUFAIT_WORD_BACK) != NULL;
}

static gboolean
is_told_of_past (const AufaitStatement *statement, guint behind)
{
  for (guint i = statement->sentence.first; i < behind; i++)
    if (aufait_statement_is_past (statement, i))
      return TRUE;
  return FALSE;
}

/* "met her at the party, Paul starts a course on Monday": what is told of someone else, behind what
 * is over or told of another, has a day of its own. */
static gboolean
tells_of_another (const Event *event, const AufaitSegment *segment)
{
  const AufaitStatement *statement = event->statement;
  guint before = event->clause.first, first = segment->clause.first;

  if (!event->has_topic || !aufait_subject_is_told (statement, first) ||
      ends_event (event, segment))
    return FALSE;
  return is_told_of_past (statement, event->topic.behind) ||
         (aufait_subject_is_told (statement, before) &&
          !g_str_equal (aufait_reading_get (statement->reading, before)->folded,
                        aufait_reading_get (statement->reading, first)->folded));
}

/* Whether the clause goes on with the same event: it names none, or only says
 * where or in which way. */
static gboolean
continues_event (const Event *event, const AufaitSegment *segment)
{
  if (!segment->has_topic)
    return (segment->n_spans > 0 && !tells_of_another (event, segment)) || segment->is_dropped;
  if (!event->has_topic)
    return event->spans->len == 0 || segment->n_spans == 0;
  return segment->topic.kind == event->topic.kind && segment->topic.weight == 1 &&
         segment->is_dropped == event->is_dropped &&
         (event->spans->len == 0 || segment->n_spans == 0 || ends_event (event, segment));
}

/* Whether the results of the event are a part of it: "scan on Monday, results on Friday", and "A
 * levels: results on Thursday", but not "exam on Friday, results in July". */
static gboolean
has_results (const Event *event)
{
  if (!event->has_topic)
    return FALSE;
  return event->topic.kind == AUFAIT_MOMENT_HEALTH ||
         (event->topic.kind == AUFAIT_MOMENT_EXAM && event->spans->len == 0 &&
          !is_told_of_past (event->statement, event->topic.behind));
}

static void
find_events (Event *event, const AufaitStatement *statement)
{
  g_autoptr (GArray) segments = aufait_segment_split (statement);

  for (guint i = 0; i < segments->len; i++) {
    const AufaitSegment *segment = &g_array_index (segments, AufaitSegment, i);

    if (!segment->has_topic && segment->n_spans == 0 &&
        !aufait_segment_is_called_off (statement, segment->clause))
      continue;
    if (aufait_segment_is_awaited (statement, segment) && !has_results (event)) {
      finish_event (event);
      continue;
    }
    if (!continues_event (event, segment))
      finish_event (event);
    add_segment (event, statement, segment);
  }
  finish_event (event);
}

void
aufait_moments_find (const AufaitStatement *statement, GPtrArray *moments)
{
  Event event = { .statement = statement, .moments = moments };

  if (aufait_segment_is_all_maybe (statement))
    return;
  event.spans = g_array_new (FALSE, FALSE, sizeof (AufaitSpan));
  find_events (&event, statement);
  g_array_unref (event.spans);
}
