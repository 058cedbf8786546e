/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-traces.h"

#include "aufait-common-names.h"
#include "aufait-event-words.h"
#include "aufait-names-private.h"

/* So many others with the same word make it say nothing alone. */
#define CROWD 2

typedef struct {
  const AufaitNames *names;
  gint64 id;
  GArray *traces;
} Tracing;

static void
trace (Tracing *tracing, const char *word, const char *other)
{
  AufaitNameTrace found = { aufait_event_words_hash (word), aufait_event_words_hash (other) };

  g_array_append_val (tracing->traces, found);
}

/* --- words --------------------------------------------------------------------------------- */

static const AufaitNameWord *
get_next (const AufaitNameIndexPhrase *phrase, guint position)
{
  return position + 1 < phrase->words->len ? aufait_name_index_phrase_word (phrase, position + 1)
                                           : NULL;
}

static gboolean
is_glued (const AufaitNameWord *word)
{
  return word != NULL && word->gap == AUFAIT_NAME_WORD_GLUED;
}

/* Whether the word of @spot means as much, where it stands alone or behind a first name, as the one
 * of @phrase: in "Paul Allen" a surname makes Paul someone else, and a first name names another. */
static gboolean
is_alike (const AufaitNameIndexSpot *spot, const AufaitNameIndexPhrase *phrase, guint position)
{
  const AufaitNameWord *word = aufait_name_index_phrase_word (spot->phrase, spot->position);

  return !is_glued (word) && !is_glued (get_next (spot->phrase, spot->position)) &&
         (spot->position == 0) == (position == 0) &&
         (spot->phrase->words->len == 1) == (phrase->words->len == 1) &&
         g_str_equal (word->lower, aufait_name_index_phrase_word (phrase, position)->lower);
}

/* Whether enough others have the word that it names nobody where it stands alone: others who do not
 * all go on with the same word, which would name one of them, if it stood there. */
static gboolean
is_crowded (const Tracing *tracing, const AufaitNameIndexPhrase *phrase, guint position)
{
  const char *folded = aufait_name_index_phrase_word (phrase, position)->folded;
  const GArray *spots = aufait_name_index_get_spots (tracing->names->index, folded);
  const AufaitNameIndexPerson *last = NULL;
  const char *first_next = NULL;
  guint n_others = 0;

  for (guint i = 0; spots != NULL && i < spots->len && n_others < CROWD; i++) {
    const AufaitNameIndexSpot *spot = &g_array_index (spots, AufaitNameIndexSpot, i);
    const AufaitNameIndexPerson *person = spot->phrase->person;
    const AufaitNameWord *next = get_next (spot->phrase, spot->position);

    if (person->id == tracing->id || person == last || !is_alike (spot, phrase, position))
      continue;
    if (next != NULL && first_next == NULL)
      first_next = next->folded;
    else if (next == NULL || !g_str_equal (next->folded, first_next)) {
      n_others++;
      last = person;
    }
  }
  return n_others >= CROWD;
}

/* Whether a text may name others than before for this word alone. A particle names nobody. */
static gboolean
is_enough (const Tracing *tracing,
           const AufaitNameIndexPhrase *phrase,
           guint position,
           gboolean is_name)
{
  const char *folded = aufait_name_index_phrase_word (phrase, position)->folded;

  if (phrase->words->len == 1 && is_name)
    return TRUE;
  if (phrase->words->len > 1 && aufait_common_names_is_particle (folded))
    return FALSE;
  return !is_crowded (tracing, phrase, position);
}

/* A longer part of the name has two words of it, one behind the other. */
static void
trace_phrase (Tracing *tracing, const AufaitNameIndexPhrase *phrase, gboolean is_name)
{
  gboolean was_enough = FALSE;

  for (guint i = 0; i < phrase->words->len; i++) {
    const char *folded = aufait_name_index_phrase_word (phrase, i)->folded;
    const AufaitNameWord *next = get_next (phrase, i);
    gboolean is_twice = next != NULL && g_str_equal (next->folded, folded);

    if (is_twice || is_enough (tracing, phrase, i, is_name)) {
      trace (tracing, folded, folded);
      was_enough = TRUE;
      continue;
    }
    if (i > 0 && !was_enough)
      trace (tracing, folded, aufait_name_index_phrase_word (phrase, i - 1)->folded);
    was_enough = FALSE;
  }
}

static void
trace_phrases (Tracing *tracing, const AufaitNameIndexPerson *person)
{
  for (guint i = 0; person != NULL && i < person->phrases->len; i++)
    trace_phrase (tracing, person->phrases->pdata[i], i == 0);
}

static gboolean
is_same_phrase (const AufaitNameIndexPhrase *one, const AufaitNameIndexPhrase *other)
{
  if (one->words->len != other->words->len)
    return FALSE;
  for (guint i = 0; i < one->words->len; i++) {
    const AufaitNameWord *word = aufait_name_index_phrase_word (one, i);
    const AufaitNameWord *word_of_other = aufait_name_index_phrase_word (other, i);

    if (!g_str_equal (word->lower, word_of_other->lower) || word->gap != word_of_other->gap)
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_same_phrases (const AufaitNameIndexPerson *one, const AufaitNameIndexPerson *other)
{
  if (one == NULL || other == NULL || one->phrases->len != other->phrases->len)
    return FALSE;
  for (guint i = 0; i < one->phrases->len; i++)
    if (!is_same_phrase (one->phrases->pdata[i], other->phrases->pdata[i]))
      return FALSE;
  return TRUE;
}

/* --- addresses ----------------------------------------------------------------------------- */

static gboolean
has_email (const AufaitNameIndexPerson *person, const char *email)
{
  return person != NULL && g_strv_contains ((const char *const *) person->emails, email);
}

/* Of those who share an address the name decides. */
static gboolean
is_shared (const Tracing *tracing, const char *email)
{
  const GPtrArray *owners = aufait_name_index_get_by_email (tracing->names->index, email);

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    if (((const AufaitNameIndexPerson *) owners->pdata[i])->id != tracing->id)
      return TRUE;
  return FALSE;
}

/* The addresses of @person that mean something else once @other is in their place. */
static void
trace_emails (Tracing *tracing,
              const AufaitNameIndexPerson *person,
              const AufaitNameIndexPerson *other,
              gboolean is_renamed)
{
  for (guint i = 0; person != NULL && person->emails[i] != NULL; i++) {
    const char *email = person->emails[i];

    if (!has_email (other, email) || (is_renamed && is_shared (tracing, email)))
      trace (tracing, email, email);
  }
}

/* --- all of it ----------------------------------------------------------------------------- */

static void
trace_id (Tracing *tracing)
{
  g_autofree char *id = g_strdup_printf ("@%" G_GINT64_FORMAT, tracing->id);

  trace (tracing, id, id);
}

void
aufait_name_traces_add (const AufaitNames *names,
                        gint64 id,
                        const AufaitPerson *person,
                        GArray *traces)
{
  const AufaitNameIndexPerson *before = aufait_name_index_get (names->index, id);
  g_autoptr (AufaitNameIndexPerson) after =
      person != NULL ? aufait_name_index_person_new (person) : NULL;
  Tracing tracing = { names, id, traces };
  gboolean is_renamed = !has_same_phrases (before, after);

  if ((before == NULL) != (after == NULL))
    trace_id (&tracing);
  if (is_renamed) {
    trace_phrases (&tracing, before);
    trace_phrases (&tracing, after);
  }
  trace_emails (&tracing, before, after, is_renamed);
  trace_emails (&tracing, after, before, is_renamed);
}
