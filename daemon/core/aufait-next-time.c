/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-next-time.h"

#include "aufait-promise.h"
#include "aufait-values.h"

/* What the lexicons say of a phrase: nobody is named behind it. */
#define HAS_WHO 1

/* A name has so many words at most, with what stands between them. */
#define NAME_TOKENS 5

static gboolean
is_sign (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token =
      index < statement->sentence.behind ? aufait_reading_get (statement->reading, index) : NULL;

  return token != NULL && (aufait_token_is_sign (token, ',') || aufait_token_is_sign (token, ':') ||
                           aufait_token_is_sign (token, '-') || aufait_token_is_sign (token, '>'));
}

/* The comma or colon that ends "when I see Sophie Martin,"; @first when there is none near. */
static guint
find_sign (const AufaitStatement *statement, guint first)
{
  for (guint i = first; i < first + NAME_TOKENS && i < statement->sentence.behind; i++)
    if (is_sign (statement, i) && !aufait_reading_get (statement->reading, i)->is_glued)
      return i;
    else if (is_sign (statement, i) &&
             !aufait_token_is_sign (aufait_reading_get (statement->reading, i), '-'))
      return i;
  return first;
}

/* Where a name ends that no sign ends: one word, and those with a capital behind it. */
static guint
skip_name (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint index = mark->behind;

  if (mark->entry->value == HAS_WHO || index >= statement->sentence.behind)
    return index;
  for (index++; index < statement->sentence.behind; index++)
    if (!aufait_reading_get (statement->reading, index)->is_capital)
      break;
  return index;
}

/* Where what is to be done begins; the end of the sentence when nothing says so. */
static guint
find_start (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint start = find_sign (statement, mark->behind);
  gboolean has_sign = is_sign (statement, start);

  if (mark->entry->is_weak && !has_sign)
    return statement->sentence.behind;
  if (!has_sign)
    start = skip_name (statement, mark);
  while (is_sign (statement, start))
    start++;
  return start;
}

/* "I must", "remember to": what is meant stands behind it. */
static guint
skip_promise (const AufaitStatement *statement, guint first)
{
  const AufaitMark *mark =
      first < statement->sentence.behind
          ? aufait_reading_find (statement->reading, first, AUFAIT_WORD_PROMISE)
          : NULL;

  return mark != NULL ? aufait_promise_find_start (mark) : first;
}

/* Whether the writer means to do it: not "next time I see Tom, he will be a father", nor "I look
 * forward to it, next time we meet". */
static gboolean
is_meant (const AufaitStatement *statement, guint first, guint behind, gboolean is_before)
{
  const AufaitMark *who = aufait_reading_find (statement->reading, first, AUFAIT_WORD_OTHERS);

  for (guint i = first; i < behind; i++)
    if (aufait_statement_is_past (statement, i))
      return FALSE;
  return who == NULL || (who->entry->is_weak && !is_before);
}

static gboolean
has_day (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (aufait_statement_get_span_at (statement, i) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_promise (
    AufaitStatement *statement, guint first, guint behind, gboolean is_before, GPtrArray *promises)
{
  g_autofree char *what = NULL;
  AufaitPromise *promise = NULL;
  guint start = skip_promise (statement, first);
  guint end = aufait_promise_trim_end (statement, start, behind);

  if (start >= end || !is_meant (statement, start, end, is_before && start == first))
    return;
  what = aufait_reading_dup_text (statement->reading, start, end);
  promise = aufait_promise_new (AUFAIT_DAY_NONE, what);
  promise->is_next_time = TRUE;
  g_ptr_array_add (promises, promise);
  /* "… ask about the exam on Friday" tells of an exam, too. */
  if (!has_day (statement, start, end))
    aufait_statement_take (statement, statement->sentence.first, statement->sentence.behind);
}

static const AufaitMark *
find_mark (const AufaitStatement *statement)
{
  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_NEXT_TIME);

    if (mark != NULL)
      return mark;
  }
  return NULL;
}

/* "can't wait for the next time we meet" tells of nothing to do. */
static gboolean
is_object (const AufaitStatement *statement, const AufaitMark *mark)
{
  static const AufaitWordClass before[] = { AUFAIT_WORD_FOR, AUFAIT_WORD_TO, AUFAIT_WORD_UNTIL };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (aufait_reading_find (statement->reading, mark->first - 1, before[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "bring the photos next time": an order to oneself needs no "I see Tom". */
static gboolean
begins_with_order (const AufaitStatement *statement)
{
  const AufaitReading *reading = statement->reading;
  const AufaitMark *order =
      aufait_reading_find (reading, statement->sentence.first, AUFAIT_WORD_ORDER);

  return (order != NULL && order->entry->value == 0) ||
         aufait_reading_find (reading, statement->sentence.first, AUFAIT_WORD_PROMISE) != NULL;
}

void
aufait_next_time_find (AufaitStatement *statement, GPtrArray *promises)
{
  const AufaitMark *mark = find_mark (statement);

  if (mark == NULL)
    return;
  if (mark->first == statement->sentence.first)
    add_promise (statement, find_start (statement, mark), statement->sentence.behind, FALSE,
                 promises);
  else if ((!mark->entry->is_weak || begins_with_order (statement)) && !is_object (statement, mark))
    add_promise (statement, statement->sentence.first, mark->first, TRUE, promises);
}
