/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sentence.h"

#include "aufait-change.h"
#include "aufait-death.h"
#include "aufait-false-day.h"
#include "aufait-interest.h"
#include "aufait-moments.h"
#include "aufait-name-word.h"
#include "aufait-next-time.h"
#include "aufait-noise.h"
#include "aufait-promise.h"
#include "aufait-spoken-of.h"
#include "aufait-statement.h"
#include "aufait-text.h"

#define PARTS_MAX 50 /* of each kind, that a note may say */

/* "seemed tired", but not "looked for a flat", which a longer phrase tells. */
static gboolean
is_impression (const AufaitReading *reading)
{
  for (guint i = 0; i < aufait_reading_get_length (reading); i++) {
    const AufaitMark *mark = aufait_reading_find (reading, i, AUFAIT_WORD_IMPRESSION);

    if (mark != NULL && !mark->entry->is_weak)
      return TRUE;
  }
  return FALSE;
}

static void
read_statement (const AufaitReading *reading,
                const AufaitSentenceContext *context,
                AufaitClause sentence,
                AufaitMeaning *meaning)
{
  g_autoptr (AufaitStatement) statement = aufait_statement_new (
      reading, sentence, context->written_on, context->month_first, context->names);

  statement->people = context->people;
  aufait_spoken_of_find (statement, meaning);
  aufait_change_find (statement, meaning);
  aufait_next_time_find (statement, meaning->promises);
  aufait_promise_find (statement, meaning->promises);
  aufait_interest_find (statement, meaning->interests);
  aufait_moments_find (statement, meaning->moments);
  aufait_death_find (statement, meaning->deaths);
}

/* A whole book of promises is none that anybody keeps, and each is worded by looking it up. */
static void
limit (GPtrArray *parts)
{
  if (parts->len > PARTS_MAX)
    g_ptr_array_set_size (parts, PARTS_MAX);
}

AufaitMeaning *
aufait_sentence_read (const char *text, const AufaitSentenceContext *context)
{
  AufaitMeaning *meaning = aufait_meaning_new ();
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  g_autoptr (GArray) sentences = NULL;

  aufait_noise_hide (reading);
  aufait_false_day_hide (reading);
  sentences = aufait_clause_split_sentences (reading);
  for (guint i = 0; i < sentences->len; i++)
    read_statement (reading, context, g_array_index (sentences, AufaitClause, i), meaning);
  limit (meaning->moments);
  limit (meaning->interests);
  limit (meaning->promises);
  meaning->kind = is_impression (reading) ? AUFAIT_NOTE_IMPRESSION : AUFAIT_NOTE_FACT;
  return meaning;
}

AufaitMeaning *
aufait_sentence_read_note (const AufaitNote *note, gboolean month_first)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) whole = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) people = NULL;
  AufaitSentenceContext context = { .written_on = note->on, .month_first = month_first };

  for (guint i = 0; i < note->people->len; i++) {
    const AufaitRef *ref = g_ptr_array_index (note->people, i);
    g_auto (GStrv) words = aufait_name_word_list (ref->name);

    g_autofree char *folded = aufait_text_fold (ref->name);

    g_strv_builder_addv (builder, (const char **) words);
    g_strv_builder_add (whole, folded);
  }
  names = g_strv_builder_end (builder);
  people = g_strv_builder_end (whole);
  context.names = (const char *const *) names;
  context.people = (const char *const *) people;
  return aufait_sentence_read (note->text, &context);
}

static gboolean
may_be_open (const AufaitNote *note, const AufaitMoment *moment)
{
  return moment->first < moment->last && moment->last == note->on;
}

static gboolean
has_open (const AufaitMeaning *meaning, const AufaitMoment *moment)
{
  for (guint i = 0; i < meaning->moments->len; i++) {
    const AufaitMoment *other = g_ptr_array_index (meaning->moments, i);

    if (other->is_open && other->kind == moment->kind && other->first == moment->first &&
        other->last == moment->last)
      return TRUE;
  }
  return FALSE;
}

void
aufait_sentence_open_moments (AufaitNote *note)
{
  g_autoptr (AufaitMeaning) again = NULL;

  for (guint i = 0; i < note->meaning->moments->len; i++) {
    AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, i);

    if (!may_be_open (note, moment))
      continue;
    /* where 7/14 was read otherwise it is not found again, and keeps its end */
    if (again == NULL)
      again = aufait_sentence_read_note (note, FALSE);
    moment->is_open = has_open (again, moment);
  }
}

gboolean
aufait_sentence_goes_on (const char *text)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());

  return aufait_reading_find (reading, 0, AUFAIT_WORD_AND) != NULL;
}
