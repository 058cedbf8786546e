/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-promise.h"

#include "aufait-kept.h"
#include "aufait-topic.h"
#include "aufait-values.h"

/* What the tens of the number of a phrase say. */
enum {
  PROMISE_ANY,
  PROMISE_DAY,  /* promises nothing without a day: "je l'appelle demain" */
  PROMISE_DEBT, /* "I owe him 30 euros" */
  PROMISE_THING /* its object stands before it: "livre à lui rendre" */
};

/* As many words are but a verb, and whom it is done to: "call her". */
#define MAX_VERB_WORDS 2

/* A verb, with its "to", stands before whom it is for. */
#define FOR_WRITER_WORDS 3

/* So many words may name a thing: "the book about whales". */
#define MAX_THING_WORDS 5

/* Of an order to oneself: "book it by Friday" is one, "book club on Friday" is not. */
#define ORDER_NEEDS_LIMIT 1

/* Words that are left over at the end of what was promised once its day is cut off. */
guint
aufait_promise_trim_end (const AufaitStatement *statement, guint first, guint behind)
{
  while (behind > first) {
    const AufaitToken *token = aufait_reading_get (statement->reading, behind - 1);
    gboolean is_loose = token->type == AUFAIT_TOKEN_SIGN && token->sign != ')' &&
                        token->sign != '%' &&
                        g_unichar_type (token->sign) != G_UNICODE_CURRENCY_SYMBOL;

    if (!is_loose &&
        aufait_reading_find (statement->reading, behind - 1, AUFAIT_WORD_AND) == NULL &&
        !(token->type == AUFAIT_TOKEN_WORD &&
          aufait_reading_find (statement->reading, behind - 1, AUFAIT_WORD_ON) != NULL &&
          aufait_reading_find (statement->reading, behind - 1, AUFAIT_WORD_PLACE_PREPOSITION) !=
              NULL))
      break;
    behind--;
  }
  return behind;
}

static int
get_condition (const AufaitMark *mark)
{
  return ABS (mark->entry->value) / 10;
}

gboolean
aufait_promise_is_debt (const AufaitMark *mark)
{
  return mark->entry->class == AUFAIT_WORD_PROMISE && get_condition (mark) == PROMISE_DEBT;
}

gboolean
aufait_promise_is_of_thing (const AufaitMark *mark)
{
  return mark->entry->class == AUFAIT_WORD_PROMISE && get_condition (mark) == PROMISE_THING;
}

/* Whether something new begins at @index: another event behind a comma. */
static gboolean
is_new_statement (const AufaitStatement *statement, guint index)
{
  AufaitClause clause = { index + 1, index + 1 };
  const AufaitMark *promise;
  AufaitTopic topic;

  while (clause.behind < statement->sentence.behind &&
         !aufait_clause_is_break (statement->reading, clause.behind))
    clause.behind++;
  promise = aufait_statement_find (statement, clause, AUFAIT_WORD_PROMISE);
  return aufait_topic_find (statement, clause, &topic) ||
         aufait_statement_find (statement, clause, AUFAIT_WORD_INTEREST) != NULL ||
         (promise != NULL &&
          !(get_condition (promise) == PROMISE_THING && promise->entry->is_weak)) ||
         aufait_statement_find (statement, clause, AUFAIT_WORD_IMPRESSION) != NULL ||
         aufait_statement_find (statement, clause, AUFAIT_WORD_BE) != NULL;
}

static guint
find_end (const AufaitStatement *statement, guint first)
{
  for (guint i = first; i < statement->sentence.behind; i++)
    if (!aufait_statement_is_taken (statement, i) &&
        aufait_clause_is_break (statement->reading, i) && is_new_statement (statement, i))
      return i;
  return statement->sentence.behind;
}

/* The day that it is due: a limit rather than another day, else the first that is said. */
static const AufaitSpan *
find_day (const AufaitStatement *statement, guint first, guint behind)
{
  const AufaitSpan *day = NULL;

  for (guint i = 0; i < statement->spans->len; i++) {
    const AufaitSpan *span = &g_array_index (statement->spans, AufaitSpan, i);

    if (span->begin < first || span->begin >= behind || span->role == AUFAIT_SPAN_LENGTH ||
        span->role == AUFAIT_SPAN_SINCE)
      continue;
    if (day == NULL || (span->role == AUFAIT_SPAN_BY && day->role != AUFAIT_SPAN_BY))
      day = span;
  }
  return day;
}

static gboolean
is_end (const AufaitSpan *span)
{
  if (span->last - span->first == 2 && aufait_day_weekday (span->last) == 7)
    return TRUE; /* the end of a week */
  return span->last - span->first <= 10 &&
         aufait_day_month (span->last) != aufait_day_month (span->last + 1);
}

/* "by the end of August" leaves until its last day, "next week" and "before August" do not. */
static AufaitDay
choose_day (const AufaitSpan *span, AufaitDay today)
{
  if (span->role == AUFAIT_SPAN_UNTIL)
    return span->last;
  if (span->role == AUFAIT_SPAN_BY)
    return span->is_before && !is_end (span) ? span->first : span->last;
  return span->first < today ? MIN (span->last, MAX (today, span->first)) : span->first;
}

/* What is promised begins behind the phrase; or within it, where the lexicon says how many words
 * lead to it (none for -1). */
guint
aufait_promise_find_start (const AufaitMark *mark)
{
  int n_words = mark->entry->class == AUFAIT_WORD_ORDER ? -1 : mark->entry->value % 10;

  if (n_words == 0)
    return mark->behind;
  return n_words < 0 ? mark->first : mark->first + (guint) n_words;
}

/* "promised Nina: send the photos" */
static guint
skip_signs (const AufaitStatement *statement, guint index)
{
  while (index < statement->sentence.behind) {
    const AufaitToken *token = aufait_reading_get (statement->reading, index);

    if (!aufait_token_is_sign (token, ':') && !aufait_token_is_sign (token, ','))
      break;
    index++;
  }
  return index;
}

/* Whether a name may stand at @index: a capital has it, or the "to" before it. */
static gboolean
is_receiver (const AufaitStatement *statement, guint index, gboolean is_led_to)
{
  const AufaitToken *token =
      index < statement->sentence.behind ? aufait_reading_get (statement->reading, index) : NULL;

  return token != NULL && token->type == AUFAIT_TOKEN_WORD && (token->is_capital || is_led_to) &&
         !aufait_statement_is_taken (statement, index) &&
         !aufait_reading_is_common (statement->reading, index) &&
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_WRITER) == NULL;
}

/* Past "and to Hugo to", "à Inès, Hugo et Zoé de": whom else it was promised to. */
static guint
skip_receivers (const AufaitStatement *statement, guint index)
{
  const AufaitReading *reading = statement->reading;
  guint at = index, next = index, behind;

  for (;;) {
    const AufaitToken *token = aufait_reading_get (reading, next);
    guint joint = aufait_token_is_sign (token, ',') || aufait_token_is_sign (token, '&')
                      ? next + 1
                      : aufait_reading_skip (reading, next, AUFAIT_WORD_AND);
    guint name = aufait_reading_skip (reading, joint, AUFAIT_WORD_TO);

    if ((joint == next && at > index) || !is_receiver (statement, name, name > joint))
      break;
    at = next = name + 1;
  }
  behind = MAX (MAX (aufait_reading_skip (reading, at, AUFAIT_WORD_THAT),
                     aufait_reading_skip (reading, at, AUFAIT_WORD_OF)),
                aufait_reading_skip (reading, at, AUFAIT_WORD_TO));
  if (at == index || behind > at)
    return at == index ? index : behind;
  return aufait_reading_find (reading, index, AUFAIT_WORD_AND) != NULL ? at : index;
}

static gboolean
has_word (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (aufait_reading_get (statement->reading, i)->type != AUFAIT_TOKEN_SIGN &&
        aufait_reading_find (statement->reading, i, AUFAIT_WORD_INTEREST_ADVERB) == NULL)
      return TRUE;
  return FALSE;
}

/* Whether the phrase only echoes what was said: "I must call Ann, I promised". */
static gboolean
is_echo (const AufaitStatement *statement, const AufaitMark *mark)
{
  return mark->entry->value == 0 && !has_word (statement, mark->behind, statement->sentence.behind);
}

/* What stands before the echo is the promise, if nothing else took it. */
static guint
find_echoed (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint behind = mark->first;

  while (behind > statement->sentence.first &&
         aufait_clause_is_break (statement->reading, behind - 1))
    behind--;
  for (guint i = statement->sentence.first; i < behind; i++)
    if (aufait_statement_is_used (statement, i))
      return 0;
  return behind;
}

/* What stands from @first to @end without the day of @span (NULL: none): what is before it, which
 * what is behind it completes where that is but a verb: "rappeler lundi pour le devis". */
static char *
dup_what (const AufaitStatement *statement, const AufaitSpan *span, guint first, guint end)
{
  guint behind = span != NULL && span->begin > first ? span->begin : end;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint rest;

  if (span != NULL && span->begin <= first) /* "by Friday I must send …" */
    first = span->behind;
  behind = aufait_promise_trim_end (statement, first, behind);
  before = aufait_reading_dup_text (statement->reading, first, behind);
  if (span == NULL || span->begin <= first || behind > first + MAX_VERB_WORDS)
    return g_steal_pointer (&before);

  rest = aufait_promise_trim_end (statement, span->behind, end);
  if (rest <= span->behind || aufait_clause_is_break (statement->reading, span->behind) ||
      aufait_statement_is_taken (statement, span->behind))
    return g_steal_pointer (&before);
  after = aufait_reading_dup_text (statement->reading, span->behind, rest);
  return g_strconcat (before, " ", after, NULL);
}

/* What is promised stands from @first to @behind, and its day before @end. */
static void
add_promise (AufaitStatement *statement, guint first, guint behind, guint end, GPtrArray *promises)
{
  const AufaitSpan *span = find_day (statement, first, end);
  g_autofree char *what =
      dup_what (statement, span != NULL && span->begin < behind ? span : NULL, first, behind);
  AufaitPromise *promise;

  if (*what == '\0')
    return;
  promise = aufait_promise_new (
      span != NULL ? choose_day (span, statement->today) : AUFAIT_DAY_NONE, what);
  promise->at_secs = span != NULL ? span->at_secs : -1;
  g_ptr_array_add (promises, promise);
}

/* "I owe him 30 euros, promised to pay him on Friday" is one promise, and this its day; so is
 * "must pay him by Friday". @before: the phrase that promised before, or NULL. */
static gboolean
repeats_last (const AufaitStatement *statement,
              const AufaitMark *mark,
              const AufaitMark *before,
              const GPtrArray *promises)
{
  const AufaitPromise *last =
      promises->len == 0 ? NULL : g_ptr_array_index (promises, promises->len - 1);
  guint first = aufait_promise_find_start (mark);

  if (last == NULL || before == NULL || last->day != AUFAIT_DAY_NONE || !mark->entry->is_weak ||
      mark->first <= statement->sentence.first + 1 ||
      !aufait_statement_is_used (statement, mark->first - 2) ||
      !aufait_token_is_sign (aufait_reading_get (statement->reading, mark->first - 1), ','))
    return FALSE;
  return mark->entry->value == 0 ||
         (get_condition (before) == PROMISE_DEBT &&
          aufait_reading_find (statement->reading, first, AUFAIT_WORD_SETTLE) != NULL);
}

/* "ask Tom about his exam on Friday": the day is that of the event. */
static gboolean
is_of_event (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++) {
    const AufaitMark *topic = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

    if (topic != NULL && topic->entry->weight > 1)
      return TRUE;
  }
  return FALSE;
}

/* Whether the day that is said is one on which, or by which, the phrase promises. */
static gboolean
is_due (const AufaitStatement *statement, const AufaitMark *mark, guint first, guint end)
{
  const AufaitSpan *span = find_day (statement, first, end);

  if (get_condition (mark) == PROMISE_THING)
    return span != NULL && span->begin >= mark->behind;
  if (mark->entry->class != AUFAIT_WORD_ORDER)
    return span != NULL || get_condition (mark) != PROMISE_DAY;
  if (span == NULL || span->begin <= first + 1) /* "call on Friday" does not say whom */
    return FALSE;
  return span->role == AUFAIT_SPAN_BY ||
         (span->first == span->last && mark->entry->value != ORDER_NEEDS_LIMIT &&
          !is_of_event (statement, first, span->begin));
}

/* Whether the words from @first to @behind name a thing and say nothing of it: "livre", "the red
 * book". */
static gboolean
is_thing (const AufaitStatement *statement, guint first, guint behind)
{
  static const AufaitWordClass classes[] = {
    AUFAIT_WORD_FUTURE,     AUFAIT_WORD_PAST,         AUFAIT_WORD_MAYBE, AUFAIT_WORD_INTEREST,
    AUFAIT_WORD_OTHERS,     AUFAIT_WORD_BE,           AUFAIT_WORD_NOT,   AUFAIT_WORD_AUXILIARY,
    AUFAIT_WORD_IMPRESSION, AUFAIT_WORD_INTEREST_END, AUFAIT_WORD_TOPIC, AUFAIT_WORD_PROMISE
  };

  if (first >= behind || behind - first > MAX_THING_WORDS)
    return FALSE;
  for (guint i = first; i < behind; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (classes); j++)
      if (aufait_reading_find (statement->reading, i, classes[j]) != NULL)
        return FALSE;
  return aufait_reading_get (statement->reading, behind - 1)->type != AUFAIT_TOKEN_SIGN;
}

/* Where the clause begins that @index is in. */
static guint
find_clause_start (const AufaitStatement *statement, guint index)
{
  while (index > statement->sentence.first &&
         !aufait_clause_is_break (statement->reading, index - 1))
    index--;
  return index;
}

/* Of a phrase whose object stands before it: where that begins, which is the beginning of a clause,
 * or behind a loan to the writer: "m'a prêté 50 euros, à rendre"; G_MAXUINT: nowhere. */
static guint
find_thing (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint start = find_clause_start (statement, mark->first);
  guint end = mark->first;
  gboolean is_start = start == end;

  if (is_start && start > statement->sentence.first) {
    end = start - 1;
    start = find_clause_start (statement, end);
  }
  for (guint i = start; i < end; i++) {
    const AufaitMark *loan = aufait_reading_find (statement->reading, i, AUFAIT_WORD_LOAN);

    if (loan != NULL && is_thing (statement, loan->behind, end))
      return loan->behind;
  }
  if (mark->entry->is_weak)
    return G_MAXUINT;
  if (is_start)
    return mark->first + 1; /* "à lui rendre : ses clés" */
  return is_thing (statement, start, end) ? start : G_MAXUINT;
}

/* Where what is promised begins. */
static guint
find_what (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint start = aufait_promise_find_start (mark);

  if (mark->entry->class == AUFAIT_WORD_PROMISE && mark->entry->value == 0)
    start = skip_receivers (statement, start);
  return skip_signs (statement, start);
}

/* "je dois 20 euros à": what is owed stands within the phrase. */
static gboolean
is_debt_to (const AufaitMark *mark)
{
  return get_condition (mark) == PROMISE_DEBT && mark->entry->value % 10 > 0;
}

static void
read_promise (AufaitStatement *statement,
              const AufaitMark *mark,
              const AufaitMark *before,
              GPtrArray *promises)
{
  guint first = get_condition (mark) == PROMISE_THING ? find_thing (statement, mark)
                                                      : find_what (statement, mark);
  guint end = find_end (statement, MAX (first, mark->behind));
  guint echoed = is_echo (statement, mark) ? find_echoed (statement, mark) : 0;
  guint n_before = promises->len;
  gboolean is_repeated = repeats_last (statement, mark, before, promises);

  if (!is_due (statement, mark, first, end))
    return;
  if (echoed > statement->sentence.first) {
    add_promise (statement, statement->sentence.first, echoed, echoed, promises);
    aufait_statement_take (statement, statement->sentence.first, end);
    return;
  }
  if (!is_echo (statement, mark) && !aufait_kept_is (statement, mark->behind) &&
      !aufait_kept_is_refused (statement, mark, first))
    add_promise (statement, first, is_debt_to (mark) ? mark->behind - 1 : end, end, promises);
  aufait_statement_take (statement, MIN (first, mark->first), end);
  if (is_repeated && promises->len > n_before)
    g_ptr_array_remove_index (promises, n_before - 1);
}

/* "promised to lend me her bike", "will send us the photos": what the writer is to have is theirs
 * to give. */
static gboolean
is_for_writer (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint end = MIN (mark->behind + FOR_WRITER_WORDS, statement->sentence.behind);

  for (guint i = mark->behind; i < end; i++)
    if (aufait_reading_find (statement->reading, i, AUFAIT_WORD_WRITER) != NULL)
      return TRUE;
  return FALSE;
}

/* Without a subject it is a promise of mine only where a clause begins; "she promised" is hers. */
static gboolean
is_mine (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint start = find_clause_start (statement, mark->first);

  if (get_condition (mark) == PROMISE_THING)
    return find_thing (statement, mark) != G_MAXUINT;
  if (mark->entry->class == AUFAIT_WORD_PROMISE && is_for_writer (statement, mark))
    return FALSE;
  if ((mark->entry->is_weak || mark->entry->class == AUFAIT_WORD_ORDER) && mark->first != start)
    return FALSE;
  return aufait_statement_find_denial (statement, start, mark->first + 1) == G_MAXUINT;
}

/* An order to oneself, but not "send-off party", nor what names an event: "rendre visite". */
static const AufaitMark *
find_order (const AufaitReading *reading, guint index)
{
  const AufaitMark *order = aufait_reading_find (reading, index, AUFAIT_WORD_ORDER);
  const AufaitMark *topic = aufait_reading_find (reading, index, AUFAIT_WORD_TOPIC);
  const AufaitToken *behind = order != NULL ? aufait_reading_get (reading, order->behind) : NULL;

  if (order == NULL || (topic != NULL && topic->behind >= order->behind) ||
      (aufait_token_is_sign (behind, '-') && behind->is_glued))
    return NULL;
  return order;
}

/* The phrase at @index that promises, or orders; NULL: none. */
static const AufaitMark *
find_mark (const AufaitStatement *statement, guint index)
{
  const AufaitMark *mark = aufait_reading_find (statement->reading, index, AUFAIT_WORD_PROMISE);

  if (aufait_statement_is_taken (statement, index))
    return NULL;
  return mark != NULL ? mark : find_order (statement->reading, index);
}

void
aufait_promise_find (AufaitStatement *statement, GPtrArray *promises)
{
  const AufaitMark *before = NULL;

  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++) {
    const AufaitMark *mark = find_mark (statement, i);

    if (mark == NULL || !is_mine (statement, mark))
      continue;
    read_promise (statement, mark, before, promises);
    before = mark;
  }
}
