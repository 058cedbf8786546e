/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-statement.h"

#include "aufait-span-joint.h"

enum {
  TAKEN_BY_DAY = 1,
  TAKEN_BY_OTHER = 2
};

/* So many words may lead to "until". */
#define NOT_UNTIL_WORDS 4

/* So many words may lead from what is put off to its new day. */
#define PUT_OFF_WORDS 6

/* What the lexicons tell of what denies nothing: "not until", behind which a day is the first. */
#define NOT_NOT_UNTIL 2

/* "Christmas party", "takes the SAT": words of an event's name. */
static gboolean
is_part_of_name (const AufaitReading *reading, guint first, guint behind)
{
  for (guint i = first; i < behind; i++) {
    const AufaitMark *weekday = aufait_reading_find (reading, i, AUFAIT_WORD_WEEKDAY);

    if (aufait_reading_find (reading, i, AUFAIT_WORD_FEAST) != NULL ||
        aufait_reading_find (reading, i, AUFAIT_WORD_PART) != NULL ||
        (weekday != NULL && weekday->entry->is_weak))
      return TRUE;
  }
  return FALSE;
}

/* "had a fall last weekend": the word is none of the year. */
static gboolean
is_season_of_name (const AufaitReading *reading, guint index, guint event_end)
{
  guint at = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);
  const AufaitMark *season = aufait_reading_find (reading, at, AUFAIT_WORD_SEASON);

  return season != NULL && season->behind <= event_end;
}

/* "loves the summer in Rome", "adore Noël": what is liked, and no time of this year. */
static gboolean
is_liked (const AufaitStatement *statement, guint index)
{
  const AufaitReading *reading = statement->reading;
  guint at = aufait_reading_skip (reading, index, AUFAIT_WORD_ARTICLE);

  return aufait_reading_follows (reading, index, AUFAIT_WORD_INTEREST) &&
         (aufait_reading_find (reading, at, AUFAIT_WORD_SEASON) != NULL ||
          aufait_reading_find (reading, at, AUFAIT_WORD_FEAST) != NULL);
}

/* What repeats takes its words, and is no span. */
static void
add_span (AufaitStatement *statement, const AufaitSpan *span)
{
  gboolean is_day = span->first != AUFAIT_DAY_NONE || span->role == AUFAIT_SPAN_LENGTH;
  guint begin = span->begin;

  if (is_day && !aufait_span_joint_add (statement->reading, statement->spans, span, &begin))
    g_array_append_val (statement->spans, *span);
  for (guint i = begin; i < MIN (span->behind, statement->sentence.behind); i++) {
    statement->taken[i - statement->sentence.first] |= TAKEN_BY_DAY;
    statement->span_of[i - statement->sentence.first] = is_day ? statement->spans->len : 0;
  }
}

/* "Next week: exam on Tuesday": the days behind are of that week. */
static gboolean
is_heading (const AufaitStatement *statement, const AufaitSpan *span)
{
  const AufaitToken *behind = aufait_reading_get (statement->reading, span->behind);

  return span->begin == statement->sentence.first && span->role == AUFAIT_SPAN_ON &&
         span->last - span->first == 6 &&
         (aufait_token_is_sign (behind, ':') || aufait_token_is_sign (behind, ','));
}

/* "moved from the 12th to the 19th": the new day lies ahead, and only it counts. */
static gboolean
follows_move (const AufaitStatement *statement, guint index)
{
  return aufait_reading_follows (statement->reading, index, AUFAIT_WORD_MOVED) ||
         (aufait_reading_find (statement->reading, index, AUFAIT_WORD_FROM) != NULL &&
          aufait_reading_follows (statement->reading, index + 1, AUFAIT_WORD_MOVED));
}

/* "moves on 10 July and starts on the 20th": a day without a month, behind one that has it, is of
 * that month or the next. A limit may lie before it. */
static void
follow_month (const AufaitStatement *statement, AufaitSpan *span)
{
  AufaitDay reached = AUFAIT_DAY_NONE;

  if (!span->is_day_alone || span->role == AUFAIT_SPAN_BY || span->role == AUFAIT_SPAN_SINCE)
    return;
  for (guint i = 0; i < statement->spans->len; i++) {
    const AufaitSpan *before = &g_array_index (statement->spans, AufaitSpan, i);

    if (before->is_month_told && before->first >= statement->today &&
        before->role != AUFAIT_SPAN_BY)
      reached = before->first;
  }
  while (reached != AUFAIT_DAY_NONE && span->last < reached) {
    AufaitDay first = aufait_day_add_months (span->first, 1);

    span->last += first - span->first;
    span->first = first;
  }
}

/* "rappelle-le demain": whom, not which day. */
static gboolean
is_object (const AufaitReading *reading, guint index)
{
  return index > 1 && aufait_token_is_sign (aufait_reading_get (reading, index - 1), '-') &&
         aufait_reading_follows (reading, index + 1, AUFAIT_WORD_ORDER);
}

/* "won't be until September": then, and not up to then. */
static gboolean
is_not_until (const AufaitStatement *statement, guint index)
{
  guint start = index > statement->sentence.first + NOT_UNTIL_WORDS ? index - NOT_UNTIL_WORDS
                                                                    : statement->sentence.first;

  for (guint i = start; i < index; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT_NOT);

    if (mark != NULL && mark->entry->value == NOT_NOT_UNTIL && mark->behind > index)
      return TRUE;
  }
  return FALSE;
}

/* "put off the wedding until September": then, too. */
static gboolean
is_put_off (const AufaitStatement *statement, guint index)
{
  guint start = index > statement->sentence.first + PUT_OFF_WORDS ? index - PUT_OFF_WORDS
                                                                  : statement->sentence.first;

  for (guint i = index; i > start && !aufait_clause_is_break (statement->reading, i - 1); i--)
    if (aufait_reading_find (statement->reading, i - 1, AUFAIT_WORD_MOVED) != NULL)
      return TRUE;
  return FALSE;
}

static void
find_spans (AufaitStatement *statement)
{
  AufaitDayContext day_context = {
    .reading = statement->reading,
    .today = statement->today,
    .month_first = statement->month_first,
  };
  AufaitSpan span;
  guint event_end = 0; /* of a phrase that names an event: "Christmas party" is
                          not on Christmas */
  gboolean is_moved;

  for (guint i = statement->sentence.first; i < statement->sentence.behind;) {
    const AufaitMark *topic = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

    if (topic != NULL && topic->behind > i + 1)
      event_end = MAX (event_end, topic->behind);
    is_moved = follows_move (statement, i);
    day_context.is_past = !is_moved && aufait_statement_is_past (statement, i);
    if (aufait_reading_is_hidden (statement->reading, i) || is_object (statement->reading, i) ||
        is_season_of_name (statement->reading, i, event_end) || is_liked (statement, i) ||
        !aufait_day_expression_read (&day_context, i, &span) ||
        (span.behind <= event_end && is_part_of_name (statement->reading, i, span.behind))) {
      i++;
      continue;
    }
    if (is_moved && span.is_range)
      span.first = span.last;
    if (span.role == AUFAIT_SPAN_UNTIL &&
        (is_put_off (statement, i) || is_not_until (statement, i)))
      span.role = AUFAIT_SPAN_ON; /* "put off until the 12th" */
    if (!day_context.is_past)
      follow_month (statement, &span);
    add_span (statement, &span);
    if (span.first != AUFAIT_DAY_NONE)
      day_context.said = span.last;
    if (is_heading (statement, &span))
      day_context.week = span.first;
    i = MAX (span.behind, i + 1);
  }
}

/* Where a word stands right before the day that denies it: "not on 2 May", "et non le 2". */
static guint
find_own_denial (const AufaitStatement *statement, const AufaitSpan *span)
{
  guint reach = span->begin;

  if (span->role == AUFAIT_SPAN_UNTIL || span->role == AUFAIT_SPAN_BY)
    return G_MAXUINT;
  for (guint i = reach > statement->sentence.first + 3 ? reach - 3 : statement->sentence.first;
       i < reach; i++) {
    const AufaitMark *denial = aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT);

    if (denial != NULL && (denial->behind == reach || denial->behind == reach + 1) &&
        aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT_NOT) == NULL)
      return i;
  }
  return G_MAXUINT;
}

/* Takes back the span that span_of counts as @number; the words from @first on stay taken. */
static void
drop_span (AufaitStatement *statement, guint number, guint first)
{
  guint behind = g_array_index (statement->spans, AufaitSpan, number - 1).behind;

  g_array_remove_index (statement->spans, number - 1);
  for (guint i = first; i < statement->sentence.behind; i++) {
    guint *span = &statement->span_of[i - statement->sentence.first];

    if (i < behind)
      statement->taken[i - statement->sentence.first] |= TAKEN_BY_DAY;
    if (*span >= number)
      *span = *span == number ? 0 : *span - 1;
  }
}

/* "vacances de la Toussaint en Auvergne du 17 au 31", "Easter lunch on Saturday": the feast is of
 * the event's name. */
static gboolean
names_event (const AufaitStatement *statement, const AufaitSpan *span)
{
  guint at = span->begin;

  if (!is_part_of_name (statement->reading, span->begin, span->behind))
    return FALSE;
  while (at > statement->sentence.first && span->begin - at < 2 &&
         (aufait_reading_find (statement->reading, at - 1, AUFAIT_WORD_OF) != NULL ||
          aufait_reading_find (statement->reading, at - 1, AUFAIT_WORD_ARTICLE) != NULL))
    at--;
  return aufait_reading_follows (statement->reading, at, AUFAIT_WORD_TOPIC) ||
         aufait_reading_find (statement->reading, span->behind, AUFAIT_WORD_TOPIC) != NULL;
}

/* "on 9 May, not 2 May": a day that is denied beside one that is not says nothing. */
static void
drop_corrected (AufaitStatement *statement)
{
  guint n_denied = 0;

  for (guint i = 0; i < statement->spans->len; i++)
    n_denied +=
        find_own_denial (statement, &g_array_index (statement->spans, AufaitSpan, i)) != G_MAXUINT;
  if (n_denied == 0 || n_denied == statement->spans->len)
    return;
  for (guint i = statement->spans->len; i > 0; i--) {
    AufaitSpan span = g_array_index (statement->spans, AufaitSpan, i - 1);
    guint denial = find_own_denial (statement, &span);

    if (denial == G_MAXUINT)
      continue;
    drop_span (statement, i, denial);
  }
}

/* Whether another day follows in the same clause, or alone behind a comma. */
static gboolean
has_day_behind (const AufaitStatement *statement, guint index)
{
  for (guint i = index; i < statement->sentence.behind; i++) {
    const AufaitSpan *span = aufait_statement_get_span_at (statement, i);

    if (span != NULL)
      return span->role != AUFAIT_SPAN_LENGTH;
    if (aufait_clause_is_break (statement->reading, i)) {
      span = aufait_statement_get_span_at (statement, i + 1);
      return span != NULL && span->begin == i + 1 && span->is_range;
    }
  }
  return FALSE;
}

static void
drop_names (AufaitStatement *statement)
{
  for (guint i = statement->spans->len; i > 0; i--) {
    AufaitSpan span = g_array_index (statement->spans, AufaitSpan, i - 1);

    if (names_event (statement, &span) && has_day_behind (statement, span.behind))
      drop_span (statement, i, span.begin);
  }
}

static guint
find_report (const AufaitReading *reading, AufaitClause sentence)
{
  for (guint i = sentence.first; i < sentence.behind; i++) {
    const AufaitMark *mark = aufait_reading_find (reading, i, AUFAIT_WORD_FUTURE);

    if (mark != NULL && mark->entry->value == 1)
      return i;
  }
  return G_MAXUINT;
}

AufaitStatement *
aufait_statement_new (const AufaitReading *reading,
                      AufaitClause sentence,
                      AufaitDay today,
                      gboolean month_first,
                      const char *const *names)
{
  AufaitStatement *statement = g_new0 (AufaitStatement, 1);
  GArray *past = aufait_clause_find_past (reading, sentence);

  statement->reading = reading;
  statement->today = today;
  statement->month_first = month_first;
  statement->names = names;
  statement->sentence = sentence;
  statement->spans = g_array_new (FALSE, FALSE, sizeof (AufaitSpan));
  statement->taken = g_new0 (guint8, sentence.behind - sentence.first + 1);
  statement->span_of = g_new0 (guint, sentence.behind - sentence.first + 1);
  statement->past = (gboolean *) (gpointer) g_array_free (past, FALSE);
  statement->reported_from = find_report (reading, sentence);
  find_spans (statement);
  drop_corrected (statement);
  drop_names (statement);
  return statement;
}

void
aufait_statement_free (AufaitStatement *statement)
{
  g_array_unref (statement->spans);
  g_free (statement->taken);
  g_free (statement->span_of);
  g_free (statement->past);
  g_free (statement);
}

static gboolean
is_inside (const AufaitStatement *statement, guint index)
{
  return index >= statement->sentence.first && index < statement->sentence.behind;
}

void
aufait_statement_take (AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (is_inside (statement, i))
      statement->taken[i - statement->sentence.first] |= TAKEN_BY_OTHER;
}

gboolean
aufait_statement_is_taken (const AufaitStatement *statement, guint index)
{
  return is_inside (statement, index) && statement->taken[index - statement->sentence.first] != 0;
}

gboolean
aufait_statement_is_used (const AufaitStatement *statement, guint index)
{
  return is_inside (statement, index) &&
         (statement->taken[index - statement->sentence.first] & TAKEN_BY_OTHER) != 0;
}

gboolean
aufait_statement_is_past (const AufaitStatement *statement, guint index)
{
  return is_inside (statement, index) && statement->past[index - statement->sentence.first];
}

const AufaitSpan *
aufait_statement_get_span_at (const AufaitStatement *statement, guint index)
{
  guint span =
      is_inside (statement, index) ? statement->span_of[index - statement->sentence.first] : 0;

  return span > 0 ? &g_array_index (statement->spans, AufaitSpan, span - 1) : NULL;
}

AufaitClause
aufait_statement_find_clause (const AufaitStatement *statement, guint index)
{
  AufaitClause clause = { index, index + 1 };

  while (clause.first > statement->sentence.first &&
         !aufait_clause_is_break (statement->reading, clause.first - 1))
    clause.first--;
  while (clause.behind < statement->sentence.behind &&
         !aufait_clause_is_break (statement->reading, clause.behind))
    clause.behind++;
  return clause;
}

const AufaitMark *
aufait_statement_find (const AufaitStatement *statement, AufaitClause clause, AufaitWordClass class)
{
  for (guint i = clause.first; i < clause.behind; i++) {
    const AufaitMark *mark = aufait_statement_is_taken (statement, i)
                                 ? NULL
                                 : aufait_reading_find (statement->reading, i, class);

    if (mark != NULL)
      return mark;
  }
  return NULL;
}

guint
aufait_statement_find_denial (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind;) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT_NOT);

    if (mark != NULL) {
      i = mark->behind;
      continue;
    }
    if ((is_inside (statement, i) &&
         (statement->taken[i - statement->sentence.first] & TAKEN_BY_DAY) != 0)) {
      i++;
      continue;
    }
    if (aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT) != NULL)
      return i;
    i++;
  }
  return G_MAXUINT;
}
