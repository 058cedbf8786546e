/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-segment.h"

#include "aufait-passing.h"
#include "aufait-subject.h"
#include "aufait-writer.h"

/* What the lexicons tell of a doubt. */
enum {
  MAYBE_ALL = 1,       /* makes all of its sentence uncertain: "if" */
  MAYBE_INTENDED = 2,  /* given up, unless someone reports it: "was going to" */
  MAYBE_IDIOM = 3,     /* none at all: "if all goes well" */
  MAYBE_SECRET = 4,    /* not to be told to whom it names: "surprise party for" */
  MAYBE_PARTING = 6,   /* leaves a move without good wishes: "they split up" */
  MAYBE_SECRET_ALL = 5 /* not to be told to whom the note is about: "don't tell him" */
};

/* "Paul's": so many tokens. */
#define OWNER_TOKENS 3

const AufaitSpan *
aufait_segment_get_span (const AufaitStatement *statement, guint index)
{
  return &g_array_index (statement->spans, AufaitSpan, index);
}

/* Whether what follows a day in the same clause is an event with a day of its
 * own, as in "exam on Friday trip to Rome on Sunday". */
static gboolean
is_followed_by_event (const AufaitStatement *statement, guint behind, guint end)
{
  gboolean has_topic = FALSE;

  for (guint i = behind; i < end; i++) {
    const AufaitSpan *span = aufait_statement_get_span_at (statement, i);

    if (span != NULL && span->begin == i && span->role != AUFAIT_SPAN_LENGTH &&
        span->role != AUFAIT_SPAN_UNTIL)
      return has_topic;
    if (span == NULL && aufait_clause_is_break (statement->reading, i))
      return FALSE;
    if (!aufait_statement_is_taken (statement, i)) {
      const AufaitMark *topic = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

      has_topic = has_topic || (topic != NULL && topic->entry->weight > 1);
    }
  }
  return FALSE;
}

/* "surprise party for Paul", "Paul's surprise party": nobody may spoil it for him. */
static gboolean
is_secret (const AufaitStatement *statement, AufaitClause clause, const AufaitMark *mark)
{
  for (guint i = mark->first + 1; i < clause.behind; i++)
    if (aufait_subject_is_known (statement, i))
      return TRUE;
  for (guint i = mark->first; i > clause.first && i + OWNER_TOKENS > mark->first; i--)
    if (aufait_subject_is_known (statement, i - 1))
      return TRUE;
  return FALSE;
}

/* What only some doubt: whether this one does. */
static gboolean
is_doubt (const AufaitStatement *statement, AufaitClause clause, const AufaitMark *maybe)
{
  switch (maybe->entry->value) {
  case MAYBE_IDIOM:
  case MAYBE_PARTING:
    return FALSE;
  case MAYBE_INTENDED: /* "said she was going to move": it is still meant */
    return maybe->first < statement->reported_from;
  case MAYBE_SECRET:
    return is_secret (statement, clause, maybe);
  case MAYBE_SECRET_ALL:
    return statement->names != NULL && statement->names[0] != NULL;
  default:
    return TRUE;
  }
}

/* "Does Paul have an exam on Friday?", but not "exam?? Friday" */
static gboolean
is_question (const AufaitStatement *statement, AufaitClause clause)
{
  return clause.behind == statement->sentence.behind && clause.behind > clause.first &&
         aufait_token_is_sign (aufait_reading_get (statement->reading, clause.behind - 1), '?');
}

static gboolean
is_maybe (const AufaitStatement *statement, AufaitClause clause)
{
  for (guint i = clause.first; i < clause.behind; i++) {
    const AufaitMark *maybe = aufait_statement_is_taken (statement, i)
                                  ? NULL
                                  : aufait_reading_find (statement->reading, i, AUFAIT_WORD_MAYBE);

    if (maybe != NULL && is_doubt (statement, clause, maybe))
      return TRUE;
  }
  return is_question (statement, clause);
}

static gboolean
is_clause_end (const AufaitStatement *statement, guint index)
{
  return index >= statement->sentence.behind || aufait_clause_is_break (statement->reading, index);
}

static guint
find_last_day (const AufaitStatement *statement, const AufaitSegment *segment)
{
  return segment->n_spans == 0
             ? 0
             : aufait_segment_get_span (statement, segment->first_span + segment->n_spans - 1)
                   ->begin;
}

gboolean
aufait_segment_is_cancel (const AufaitStatement *statement, const AufaitMark *cancel)
{
  return cancel != NULL && (cancel->entry->value == 0 || is_clause_end (statement, cancel->behind));
}

gboolean
aufait_segment_is_called_off (const AufaitStatement *statement, AufaitClause clause)
{
  for (guint i = clause.first; i < clause.behind; i++)
    if (!aufait_statement_is_taken (statement, i) &&
        aufait_segment_is_cancel (statement,
                                  aufait_reading_find (statement->reading, i, AUFAIT_WORD_CANCEL)))
      return TRUE;
  return FALSE;
}

/* "answer expected" expects no baby, "retour sous huit jours" is no way back. */
static gboolean
is_its_own (const AufaitMark *awaited, const AufaitTopic *topic)
{
  if (topic->kind == AUFAIT_MOMENT_BIRTH)
    return topic->first >= awaited->behind && topic->first <= awaited->behind + 1;
  return topic->weight == 1 && awaited->first <= topic->first && awaited->behind > topic->first;
}

gboolean
aufait_segment_is_awaited (const AufaitStatement *statement, const AufaitSegment *segment)
{
  const AufaitMark *awaited =
      aufait_statement_find (statement, segment->clause, AUFAIT_WORD_AWAITED);

  if (awaited == NULL)
    return FALSE;
  if (!segment->has_topic || is_its_own (awaited, &segment->topic))
    return TRUE;
  return segment->topic.kind == AUFAIT_MOMENT_INTERVIEW && awaited->first < segment->topic.first;
}

/* "moves out on Friday, they split up" */
static gboolean
is_parting (const AufaitStatement *statement, const AufaitTopic *topic)
{
  for (guint i = statement->sentence.first;
       i < statement->sentence.behind && topic->kind == AUFAIT_MOMENT_MOVE; i++) {
    const AufaitMark *maybe = aufait_reading_find (statement->reading, i, AUFAIT_WORD_MAYBE);

    if (maybe != NULL && maybe->entry->value == MAYBE_PARTING)
      return TRUE;
  }
  return FALSE;
}

static void
judge_segment (const AufaitStatement *statement, AufaitSegment *segment)
{
  guint until =
      MAX (segment->has_topic ? segment->topic.first : 0, find_last_day (statement, segment));
  guint denial = aufait_statement_find_denial (statement, segment->clause.first,
                                               until == 0 ? segment->clause.behind : until);

  segment->is_dropped =
      denial != G_MAXUINT || is_maybe (statement, segment->clause) ||
      aufait_segment_is_called_off (statement, segment->clause) ||
      (segment->has_topic && (aufait_writer_owns (statement, segment->clause, &segment->topic) ||
                              is_parting (statement, &segment->topic)));
  if (segment->has_topic && segment->topic.weight == 1 && !segment->is_dropped)
    segment->is_dropped = aufait_statement_find_denial (statement, segment->topic.first,
                                                        segment->topic.behind + 1) != G_MAXUINT;
}

/* Of an event that was put off only the new day counts. */
static void
drop_old_days (const AufaitStatement *statement, AufaitSegment *segment)
{
  const AufaitMark *moved = aufait_statement_find (statement, segment->clause, AUFAIT_WORD_MOVED);

  if (moved == NULL || (segment->has_topic && segment->topic.first == moved->first))
    return;
  while (segment->n_spans > 0 &&
         aufait_segment_get_span (statement, segment->first_span)->begin < moved->first) {
    segment->first_span++;
    segment->n_spans--;
  }
}

static AufaitSegment
make_segment (const AufaitStatement *statement, AufaitClause clause)
{
  AufaitSegment segment = { .clause = clause };

  for (guint i = 0; i < statement->spans->len; i++) {
    const AufaitSpan *span = aufait_segment_get_span (statement, i);

    if (span->begin < clause.first || span->begin >= clause.behind ||
        aufait_statement_is_used (statement, span->begin))
      continue;
    if (segment.n_spans++ == 0)
      segment.first_span = i;
  }
  segment.has_topic = aufait_topic_find (statement, clause, &segment.topic);
  judge_segment (statement, &segment);
  drop_old_days (statement, &segment);
  return segment;
}

static gboolean
is_birth (const AufaitSegment *segment)
{
  return segment->has_topic && segment->topic.kind == AUFAIT_MOMENT_BIRTH;
}

/* "gave birth on Monday, the baby died": the day of the one is that of the other, where that has
 * none, and nobody asks for the baby. */
static void
settle_births (const AufaitStatement *statement, GArray *segments)
{
  AufaitSegment *birth = NULL;

  for (guint i = 0; i < segments->len; i++) {
    AufaitSegment *segment = &g_array_index (segments, AufaitSegment, i);
    const AufaitMark *loss;

    birth = is_birth (segment) ? segment : birth;
    loss = birth != NULL ? aufait_passing_find_newborn (statement, segment->clause) : NULL;
    if (loss == NULL || segment->is_dropped)
      continue;
    birth->is_dropped = birth->is_dropped || (segment != birth && segment->n_spans > 0);
    birth->topic.kind = AUFAIT_MOMENT_LOSS;
    birth->topic.name = "";
    segment->has_topic = segment == birth || segment->n_spans > 0;
    birth = NULL;
  }
}

GArray *
aufait_segment_split (const AufaitStatement *statement)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (AufaitSegment));
  AufaitClause clause = { statement->sentence.first, statement->sentence.first };
  guint end = statement->sentence.behind;

  for (guint i = statement->sentence.first; i < end; i++) {
    const AufaitSpan *span = aufait_statement_get_span_at (statement, i);
    gboolean is_break = span == NULL && aufait_clause_is_break (statement->reading, i);
    AufaitSegment segment;

    if (span != NULL && span->behind == i + 1 && is_followed_by_event (statement, i + 1, end))
      is_break = TRUE;
    if (!is_break && i + 1 < end)
      continue;
    clause.behind = i + 1;
    segment = make_segment (statement, clause);
    g_array_append_val (segments, segment);
    clause.first = i + 1;
  }
  settle_births (statement, segments);
  return segments;
}

gboolean
aufait_segment_is_all_maybe (const AufaitStatement *statement)
{
  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++) {
    const AufaitMark *maybe = aufait_statement_is_taken (statement, i)
                                  ? NULL
                                  : aufait_reading_find (statement->reading, i, AUFAIT_WORD_MAYBE);

    if (maybe != NULL &&
        (maybe->entry->value == MAYBE_ALL || (maybe->entry->value == MAYBE_SECRET_ALL &&
                                              is_doubt (statement, statement->sentence, maybe))))
      return TRUE;
  }
  return FALSE;
}
