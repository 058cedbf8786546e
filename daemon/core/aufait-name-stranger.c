/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-stranger.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-likes-words.h"

/* "BBQ", "TGV" */
#define ACRONYM_LENGTH 3

/* --- the names that are known --------------------------------------------------------------- */

static gboolean
has_word (const AufaitNameIndexPerson *person, const char *folded)
{
  for (guint i = 0; i < person->phrases->len; i++) {
    const AufaitNameIndexPhrase *phrase = person->phrases->pdata[i];

    for (guint j = 0; j < phrase->words->len; j++)
      if (g_str_equal (aufait_name_index_phrase_word (phrase, j)->folded, folded))
        return TRUE;
  }
  return FALSE;
}

/* Whether one person has both words, in names or nicknames. Looked for where fewer are. */
static gboolean
is_of_one (const AufaitNameText *text, const AufaitNameWord *word, const AufaitNameWord *other)
{
  const GArray *spots = aufait_name_index_get_spots (text->index, word->folded);
  const GArray *other_spots = aufait_name_index_get_spots (text->index, other->folded);

  if (spots == NULL || other_spots == NULL)
    return FALSE;
  if (other_spots->len < spots->len)
    return is_of_one (text, other, word);
  for (guint i = 0; i < spots->len; i++)
    if (has_word (g_array_index (spots, AufaitNameIndexSpot, i).phrase->person, other->folded))
      return TRUE;
  return FALSE;
}

/* Whether someone is called by this name and no other. */
static gboolean
is_whole (const AufaitNameText *text, const AufaitNameWord *word)
{
  const GArray *spots = aufait_name_index_get_spots (text->index, word->folded);

  for (guint i = 0; spots != NULL && i < spots->len; i++) {
    const AufaitNameIndexPhrase *name =
        g_array_index (spots, AufaitNameIndexSpot, i).phrase->person->phrases->pdata[0];

    if (name->words->len == 1 &&
        g_str_equal (aufait_name_index_phrase_word (name, 0)->folded, word->folded))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_glued (const AufaitNameText *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (text, i);

  return word != NULL && word->gap == AUFAIT_NAME_WORD_GLUED;
}

/* Of a name, but no first name of anybody; the "O" of "O'Brien" is a part of one. */
static gboolean
is_surname (const AufaitNameText *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (text, i);

  return aufait_name_index_get_spots (text->index, word->folded) != NULL &&
         (is_glued (text, i + 1) || !aufait_common_names_is_particle (word->folded)) &&
         !aufait_name_text_is_first_name (text, word);
}

/* Whether a word is a name, where it is one of somebody: "petit" is a word. */
static gboolean
is_name (const AufaitNameWord *word)
{
  return !word->is_small || aufait_common_names_look_up (word->lower) == AUFAIT_COMMON_NAMES_NO;
}

/* --- what stands beside a name for another reason ------------------------------------------- */

static gboolean
is_in_lexicon (AufaitNameText *text, guint i)
{
  const AufaitReading *reading = aufait_name_text_get_reading (text);
  guint token = aufait_name_text_find_token (text, i);

  for (guint i_class = 0; i_class < AUFAIT_N_WORD_CLASSES; i_class++)
    if (aufait_reading_find (reading, token, i_class) != NULL)
      return TRUE;
  return aufait_reading_is_common (reading, token);
}

/* "BBQ", not "LEE" in a text of capitals. */
static gboolean
is_acronym (const AufaitNameText *text, const AufaitNameWord *word)
{
  const char *end = text->text + word->end;
  guint n = 0;

  for (const char *p = text->text + word->start; p < end; p = g_utf8_next_char (p), n++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return n <= ACRONYM_LENGTH;
}

/* A word of which one knows what it is doing there: "Lunch", "Crete", "Monday", "Mum", "Mr". */
static gboolean
is_everyday (AufaitNameText *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (text, i);
  gboolean is_kind;

  return aufait_common_names_is_particle (word->folded) ||
         aufait_common_names_is_companion (word->folded) ||
         aufait_common_names_is_title (word->folded) ||
         aufait_common_names_is_beside (word->folded) ||
         aufait_common_names_get_place (word->folded) != AUFAIT_COMMON_NAMES_NO_PLACE ||
         aufait_common_names_look_up (word->lower) == AUFAIT_COMMON_NAMES_CAPITALISED ||
         aufait_likes_words_is_general (word->folded) ||
         aufait_likes_words_find_thing (word->folded, &is_kind) != NULL ||
         is_acronym (text, word) || is_in_lexicon (text, i);
}

/* --- on either side -------------------------------------------------------------------------- */

/* Whether the word behind @last is a surname of others: "Paul Allen", "paul durand", "Paul
 * O'Brien". */
static gboolean
has_surname_behind (AufaitNameText *text, guint last)
{
  const AufaitNameWord *name = aufait_name_text_get (text, last);
  const AufaitNameWord *next = aufait_name_text_get_next (text, last);
  gboolean is_initial = next != NULL && strlen (next->folded) == 1 && !is_glued (text, last + 2);

  if (next == NULL || next->is_at || is_initial || aufait_name_text_is_number (next) ||
      is_of_one (text, name, next))
    return FALSE;
  if (is_surname (text, last + 1))
    return is_name (next);
  if (next->is_small || text->is_shouted || aufait_name_text_is_borne (text, next))
    return FALSE;
  return strlen (next->folded) == 1 || !is_everyday (text, last + 1);
}

/* "Will Martin come?" */
static gboolean
is_opening (AufaitNameText *text, guint i)
{
  return aufait_name_text_get (text, i)->is_first &&
         aufait_reading_is_common (aufait_name_text_get_reading (text),
                                   aufait_name_text_find_token (text, i));
}

/* Whether the word before the surname @i is a first name of others: "Zoé Martin", "Dean Martin". At
 * the beginning of a sentence everything has a capital. */
static gboolean
has_first_name_before (AufaitNameText *text, guint i)
{
  const AufaitNameWord *name = aufait_name_text_get (text, i);
  const AufaitNameWord *previous = aufait_name_text_get_previous (text, i);

  if (previous == NULL || !is_surname (text, i) || is_of_one (text, previous, name))
    return FALSE;
  if (aufait_name_text_is_first_name (text, previous))
    return is_name (name) && is_name (previous) && !is_opening (text, i - 1);
  if (previous->is_small || text->is_shouted || aufait_name_text_is_number (previous) ||
      strlen (previous->folded) == 1)
    return FALSE;
  if (previous->is_first && aufait_common_names_look_up (previous->lower) == AUFAIT_COMMON_NAMES_NO)
    return FALSE;
  return !is_everyday (text, i - 1);
}

static guint
find_last (const AufaitNameText *text, guint i)
{
  while (is_glued (text, i + 1))
    i++;
  return i;
}

gboolean
aufait_name_stranger_is (AufaitNameText *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (text, i);
  guint last = find_last (text, i);

  if (word->is_at || aufait_name_text_is_number (word))
    return FALSE;
  if (has_first_name_before (text, i))
    return TRUE;
  return !(last == i && is_whole (text, word)) && has_surname_behind (text, last);
}

char *
aufait_name_stranger_dup_first (AufaitNameText *text)
{
  const AufaitNameWord *first = aufait_name_text_get (text, 0);
  guint last;

  if (first == NULL || !aufait_name_text_is_first_name (text, first) ||
      !aufait_name_stranger_is (text, 0))
    return NULL;
  last = find_last (text, find_last (text, 0) + 1);
  return g_strndup (text->text + first->start,
                    aufait_name_text_get (text, last)->end - first->start);
}
