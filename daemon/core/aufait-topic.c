/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-topic.h"

#include "aufait-attended.h"
#include "aufait-passing.h"
#include "aufait-place.h"

/* How many words may stand between "is" and the place where someone is. */
#define BE_DISTANCE 2

static void
set_topic (AufaitTopic *topic, const AufaitStatement *statement, const AufaitMark *mark)
{
  const AufaitLexicon *lexicon = aufait_reading_get_lexicon (statement->reading);

  *topic = (AufaitTopic){ .kind = (AufaitMomentKind) mark->entry->kind,
                          .name = mark->entry->name,
                          .language = aufait_lexicon_get_language (lexicon, mark->entry->language),
                          .weight = mark->entry->weight,
                          .first = mark->first,
                          .behind = mark->behind };
}

/* "the rent is due": so are many things beside a baby. */
static gboolean
is_other_due (const AufaitStatement *statement, AufaitClause clause, const AufaitMark *mark)
{
  return mark->entry->kind == AUFAIT_MOMENT_BIRTH && mark->entry->is_weak &&
         aufait_statement_find (statement, clause, AUFAIT_WORD_DUE_THING) != NULL;
}

/* "starts at 8": an hour, not a company. */
static gboolean
leads_to_time (const AufaitStatement *statement, const AufaitMark *mark)
{
  const AufaitReading *reading = statement->reading;

  return mark->entry->kind == AUFAIT_MOMENT_JOB &&
         aufait_reading_follows (reading, mark->behind, AUFAIT_WORD_AT) &&
         (aufait_token_is_number (aufait_reading_get (reading, mark->behind)) ||
          aufait_reading_find (reading, mark->behind, AUFAIT_WORD_CLOCK_TIME) != NULL);
}

/* "vient de finir": a longer phrase says that something has been done. */
static gboolean
is_part_of_past (const AufaitStatement *statement, const AufaitMark *mark)
{
  const AufaitMark *past = aufait_reading_find (statement->reading, mark->first, AUFAIT_WORD_PAST);

  return past != NULL && mark->entry->kind == AUFAIT_MOMENT_VISIT && past->behind > mark->behind;
}

/* "moving two weeks from now" */
static gboolean
ends_within_day (const AufaitStatement *statement, const AufaitMark *mark)
{
  const AufaitSpan *span = aufait_statement_get_span_at (statement, mark->behind - 1);

  return span != NULL && span->begin + 1 < mark->behind && span->behind > mark->behind;
}

/* "moved from the 14th to the 21st": what was said before is put off. */
static gboolean
is_put_off (const AufaitStatement *statement, const AufaitMark *mark)
{
  const AufaitMark *moved =
      aufait_reading_find (statement->reading, mark->first, AUFAIT_WORD_MOVED);

  return mark->entry->kind == AUFAIT_MOMENT_MOVE && moved != NULL &&
         !ends_within_day (statement, moved) &&
         (aufait_statement_get_span_at (statement, mark->behind - 1) != NULL ||
          aufait_statement_get_span_at (statement, mark->behind) != NULL);
}

/* "her mother comes", told by its noun to be a visit to her, is one though "comes to dinner", which
 * has none, would be one to the writer. */
static gboolean
is_told_better (const AufaitTopic *topic, const AufaitMark *mark)
{
  return mark->entry->kind == AUFAIT_MOMENT_VISIT && topic->kind == AUFAIT_MOMENT_VISIT &&
         *mark->entry->name == '\0' && *topic->name != '\0';
}

static gboolean
find_named (const AufaitStatement *statement, AufaitClause clause, AufaitTopic *ret_topic)
{
  gboolean is_found = FALSE;

  guint reach = 0; /* what lies within a longer phrase says nothing of its own: "voyage de noces" */

  for (guint i = clause.first; i < clause.behind; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

    if (mark == NULL || mark->behind > clause.behind || mark->behind <= reach ||
        aufait_statement_is_taken (statement, i))
      continue;
    if (is_other_due (statement, clause, mark) || leads_to_time (statement, mark) ||
        is_part_of_past (statement, mark) || is_put_off (statement, mark) ||
        aufait_passing_is_of_thing (statement, clause.first, mark))
      continue;
    if (is_found && mark->first < ret_topic->behind && is_told_better (ret_topic, mark))
      ret_topic->behind = mark->behind;
    else if (!is_found || mark->entry->weight > ret_topic->weight ||
             (mark->entry->weight == ret_topic->weight && mark->first < ret_topic->behind))
      set_topic (ret_topic, statement, mark); /* "got a job interview": the longer end says it */
    is_found = TRUE;
    reach = mark->behind;
  }
  if (is_found && ret_topic->kind == AUFAIT_MOMENT_SHOW &&
      aufait_attended_is (statement, clause, (AufaitClause){ ret_topic->first, ret_topic->behind }))
    ret_topic->name = "";
  return is_found;
}

static gboolean
read_place (const AufaitStatement *statement,
            guint index,
            gboolean is_lenient,
            AufaitPlace *ret_place)
{
  return !aufait_statement_is_taken (statement, index) &&
         aufait_place_read (statement->reading, index, is_lenient, statement->names, ret_place);
}

/* "going Amsterdam": a place that is known, right behind the verb. */
static gboolean
is_told_place (const AufaitStatement *statement, const AufaitMark *verb, AufaitPlace *ret_place)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, verb->behind);
  const AufaitMark *place =
      aufait_reading_find (statement->reading, verb->behind, AUFAIT_WORD_PLACE);

  if (verb->entry->value != 1 || place == NULL || !token->is_capital ||
      aufait_token_is_one_of (token, statement->names))
    return FALSE;
  ret_place->behind = place->behind;
  return TRUE;
}

/* "goes to Rome": the last word of the verb is the preposition. */
static gboolean
find_travel (const AufaitStatement *statement, AufaitClause clause, AufaitTopic *ret_topic)
{
  for (guint i = clause.first; i < clause.behind; i++) {
    const AufaitMark *verb = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TRAVEL);
    AufaitPlace place;
    gboolean has_place = FALSE;
    gboolean is_arrival; /* has a noun of its own */

    if (verb == NULL)
      continue;
    is_arrival = verb->entry->value == 0 && *verb->entry->name != '\0';
    has_place = is_told_place (statement, verb, &place);
    for (guint at = verb->behind - 1; at <= verb->behind + 1 && at < clause.behind; at++)
      has_place =
          has_place || read_place (statement, at, at == verb->behind - 1 && !is_arrival, &place);
    if (!has_place)
      continue;
    *ret_topic = (AufaitTopic){ AUFAIT_MOMENT_TRIP, "", NULL, 1, verb->first, place.behind };
    if (is_arrival) {
      set_topic (ret_topic, statement, verb);
      ret_topic->kind = AUFAIT_MOMENT_TRIP;
      ret_topic->weight = 1;
    }
    return TRUE;
  }
  return FALSE;
}

static gboolean
is_name (const AufaitStatement *statement, const AufaitToken *token)
{
  return token->is_capital || aufait_token_is_one_of (token, statement->names);
}

/* Whether the words from @first to @behind say nothing of what is done: "her sister" does not. */
static gboolean
is_empty (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++) {
    const AufaitToken *token = aufait_reading_get (statement->reading, i);

    if (token->type == AUFAIT_TOKEN_WORD && !aufait_statement_is_taken (statement, i) &&
        !aufait_reading_is_common (statement->reading, i) && !is_name (statement, token) &&
        !aufait_reading_follows (statement->reading, i, AUFAIT_WORD_OWN) &&
        aufait_reading_find (statement->reading, i, AUFAIT_WORD_BE) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* "spends Easter with her parents in Kent" */
static gboolean
is_company (const AufaitStatement *statement, guint index)
{
  return aufait_reading_find (statement->reading, index, AUFAIT_WORD_WITH) != NULL ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_OWN) != NULL ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_KIN) != NULL ||
         is_name (statement, aufait_reading_get (statement->reading, index));
}

static gboolean
follows_be (const AufaitStatement *statement, AufaitClause clause, guint index)
{
  guint distance = 0;

  for (guint i = index; i > clause.first && distance <= BE_DISTANCE; i--) {
    if (aufait_reading_follows (statement->reading, i, AUFAIT_WORD_BE))
      return TRUE;
    if (!aufait_statement_is_taken (statement, i - 1) && !is_company (statement, i - 1))
      distance++;
  }
  return FALSE;
}

/* "Rome 10-12 July": a place that is known and a day, and nothing else. */
static gboolean
find_bare_place (const AufaitStatement *statement, AufaitClause clause, AufaitTopic *ret_topic)
{
  const AufaitMark *place =
      aufait_reading_find (statement->reading, clause.first, AUFAIT_WORD_PLACE);
  const AufaitToken *token = aufait_reading_get (statement->reading, clause.first);

  if (place == NULL || place->behind >= clause.behind || !token->is_capital ||
      aufait_token_is_one_of (token, statement->names))
    return FALSE;
  for (guint i = place->behind; i < clause.behind; i++) {
    if (aufait_reading_find (statement->reading, i, AUFAIT_WORD_WITH) != NULL)
      break; /* "mid-November: Lisbon with the girls" */
    if (aufait_reading_get (statement->reading, i)->type == AUFAIT_TOKEN_WORD &&
        !aufait_statement_is_taken (statement, i))
      return FALSE;
  }
  *ret_topic = (AufaitTopic){ AUFAIT_MOMENT_TRIP, "", NULL, 1, place->first, place->behind };
  return TRUE;
}

/* "was in Rome", "à Naples": to be somewhere is a trip when a day is said, as nobody says it of
 * home. */
static gboolean
find_stay (const AufaitStatement *statement, AufaitClause clause, AufaitTopic *ret_topic)
{
  for (guint i = clause.first; i < clause.behind; i++) {
    AufaitPlace place;

    if (aufait_reading_find (statement->reading, i, AUFAIT_WORD_CONTINUE) != NULL)
      return FALSE; /* "starts in Leeds": what starts was said before */
    if (!read_place (statement, i, FALSE, &place) || !place.is_inside)
      continue;
    if (!follows_be (statement, clause, i) && !is_empty (statement, clause.first, i))
      return FALSE;
    *ret_topic = (AufaitTopic){ AUFAIT_MOMENT_TRIP, "", NULL, 1, place.preposition, place.behind };
    return TRUE;
  }
  return FALSE;
}

gboolean
aufait_topic_find (const AufaitStatement *statement, AufaitClause clause, AufaitTopic *ret_topic)
{
  return find_named (statement, clause, ret_topic) || find_travel (statement, clause, ret_topic) ||
         find_stay (statement, clause, ret_topic) || find_bare_place (statement, clause, ret_topic);
}

/* "lune de miel" and "Festival du Film" name no place, "left for Rome" does. */
static gboolean
is_in_name (const AufaitStatement *statement, const AufaitTopic *topic, const AufaitPlace *place)
{
  if (topic->kind == AUFAIT_MOMENT_SHOW &&
      aufait_reading_find (statement->reading, place->preposition, AUFAIT_WORD_FROM) != NULL)
    return TRUE;
  if (topic->kind == AUFAIT_MOMENT_TRIP &&
      aufait_reading_get (statement->reading, place->first)->is_capital)
    return FALSE;
  return topic->language != NULL && place->first >= topic->first && place->first < topic->behind;
}

char *
aufait_topic_dup_place (const AufaitStatement *statement,
                        AufaitClause clause,
                        const AufaitTopic *topic)
{
  gboolean is_trip = topic->kind == AUFAIT_MOMENT_TRIP;
  AufaitTopic bare;

  if (is_trip && find_bare_place (statement, clause, &bare))
    return aufait_reading_dup_text (statement->reading, bare.first, bare.behind);
  for (guint i = clause.first; i < clause.behind; i++) {
    AufaitPlace place;

    if (read_place (statement, i, is_trip, &place) && place.behind <= clause.behind &&
        !aufait_statement_is_taken (statement, place.first) &&
        !is_in_name (statement, topic, &place))
      return aufait_reading_dup_text (statement->reading, place.first, place.behind);
  }
  return NULL;
}
