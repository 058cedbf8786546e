/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-names.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-name-doer.h"
#include "aufait-name-stranger.h"
#include "aufait-names-private.h"

#define BLOT '|'

typedef enum {
  VERDICT_OPEN,  /* for aufait_names_find to say */
  VERDICT_OTHER, /* a word, or someone else */
  VERDICT_SURE,  /* a name, if anybody has it */
} Verdict;

typedef struct {
  AufaitNameText words;
  GHashTable *strangers;
  gboolean is_prose;
} Text;

static gboolean
has_neighbour (const AufaitNameIndexSpot *spot, const char *folded)
{
  const AufaitNameIndexPhrase *phrase = spot->phrase;
  guint i = spot->position;

  return (i > 0 && g_str_equal (aufait_name_index_phrase_word (phrase, i - 1)->folded, folded)) ||
         (i + 1 < phrase->words->len &&
          g_str_equal (aufait_name_index_phrase_word (phrase, i + 1)->folded, folded));
}

/* Whether two words of the text, one behind the other, are so in someone's name, in whatever order.
 * Looked for where fewer are: there are many Maries. */
static gboolean
is_pair (const Text *text, const AufaitNameWord *one, const AufaitNameWord *other)
{
  const GArray *spots, *other_spots;

  if (one == NULL || other == NULL)
    return FALSE;
  spots = aufait_name_index_get_spots (text->words.index, one->folded);
  other_spots = aufait_name_index_get_spots (text->words.index, other->folded);
  if (spots == NULL || other_spots == NULL)
    return FALSE;
  if (other_spots->len < spots->len)
    return is_pair (text, other, one);
  for (guint i = 0; i < spots->len; i++)
    if (has_neighbour (&g_array_index (spots, AufaitNameIndexSpot, i), other->folded))
      return TRUE;
  return FALSE;
}

/* "van Gogh": of a name with particles no two words need be a pair. */
static gboolean
is_beside_particle (const Text *text, guint i)
{
  const AufaitNameWord *next = aufait_name_text_get_next (&text->words, i);
  const AufaitNameWord *previous = aufait_name_text_get_previous (&text->words, i);

  return (next != NULL && next->is_small && aufait_common_names_is_particle (next->folded)) ||
         (previous != NULL && aufait_common_names_is_particle (previous->folded));
}

static gboolean
is_in_longer_name (const Text *text, guint i)
{
  return is_pair (text, aufait_name_text_get (&text->words, i),
                  aufait_name_text_get_next (&text->words, i)) ||
         is_pair (text, aufait_name_text_get_previous (&text->words, i),
                  aufait_name_text_get (&text->words, i));
}

/* --- a name that others have, too ---------------------------------------------------------- */

static gboolean
is_strangers (const Text *text, const AufaitNameWord *word)
{
  return text->strangers != NULL && g_hash_table_contains (text->strangers, word->folded);
}

/* "Paul Ricard", "Ève Curie": capitals beside a name that are no part of it. */
static gboolean
is_in_other_name (const Text *text, guint i)
{
  const AufaitNameWord *next = aufait_name_text_get_next (&text->words, i);
  const AufaitNameWord *previous = aufait_name_text_get_previous (&text->words, i);

  if (!text->is_prose || text->words.is_shouted ||
      !aufait_name_text_is_capital (aufait_name_text_get (&text->words, i)) ||
      is_beside_particle (text, i))
    return FALSE;
  return (next != NULL && aufait_name_text_is_capital (next) && strlen (next->folded) > 1) ||
         (previous != NULL && aufait_name_text_is_capital (previous) && !previous->is_first);
}

/* --- a name that is a word ----------------------------------------------------------------- */

/* "Summer party", "Autumn": the time of the year, more often than not. */
static gboolean
is_season (Text *text, guint i)
{
  const AufaitReading *reading = aufait_name_text_get_reading (&text->words);

  return aufait_reading_find (reading, aufait_name_text_find_token (&text->words, i),
                              AUFAIT_WORD_SEASON) != NULL;
}

/* What a word that begins a sentence, or stands among capitals, is followed by. */
static gboolean
is_common_name_someone (Text *text, guint i, AufaitCommonNames common)
{
  const AufaitNameWord *next = aufait_name_text_get_next (&text->words, i);

  if (common == AUFAIT_COMMON_NAMES_CAPITALISED || is_season (text, i))
    return FALSE;
  if (next == NULL || aufait_name_text_is_number (next))
    return TRUE;
  if (aufait_name_text_is_capital (next) && !text->words.is_shouted)
    return aufait_name_text_is_borne (&text->words, next);
  return aufait_name_doer_is (&text->words, i);
}

static Verdict
judge_common_name (Text *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (&text->words, i);
  const AufaitNameWord *previous = aufait_name_text_get_previous (&text->words, i);
  const AufaitNameWord *next = aufait_name_text_get_next (&text->words, i);
  AufaitCommonNames common = aufait_common_names_look_up (word->lower);

  if (common == AUFAIT_COMMON_NAMES_NO || word->is_small)
    return VERDICT_OPEN;
  if (word->is_first || text->words.is_shouted)
    return is_common_name_someone (text, i, common) ? VERDICT_SURE : VERDICT_OTHER;
  return previous != NULL && aufait_name_text_is_capital (previous) && next != NULL &&
                 aufait_name_text_is_capital (next) &&
                 !aufait_name_text_is_borne (&text->words, next)
             ? VERDICT_OTHER
             : VERDICT_OPEN;
}

/* --- a surname that is a word -------------------------------------------------------------- */

/* The place of a word of the text. */
static guint
get_index (const Text *text, const AufaitNameWord *word)
{
  return (guint) (word - &g_array_index (text->words.words, AufaitNameWord, 0));
}

/* Whether it stands behind a first name, of all who have it. */
static gboolean
is_surname (const Text *text, const AufaitNameWord *word)
{
  const GArray *spots = aufait_name_index_get_spots (text->words.index, word->folded);

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, AufaitNameIndexSpot, i).position == 0)
      return FALSE;
  return TRUE;
}

/* The word before, of which an "'s" is a part: "New Year's Day". */
static const AufaitNameWord *
get_word_before (const Text *text, guint i)
{
  const AufaitNameWord *previous = aufait_name_text_get_previous (&text->words, i);

  return previous != NULL && previous->gap == AUFAIT_NAME_WORD_SUFFIX
             ? aufait_name_text_get (&text->words, i - 2)
             : previous;
}

static gboolean
is_and (Text *text, guint i)
{
  const AufaitReading *reading = aufait_name_text_get_reading (&text->words);

  return aufait_reading_find (reading, aufait_name_text_find_token (&text->words, i),
                              AUFAIT_WORD_AND) != NULL;
}

/* "King & Paul", "King and Paul" */
static gboolean
has_company (Text *text, guint i)
{
  const AufaitNameWord *after = aufait_name_text_get (&text->words, i + 1);

  if (after == NULL || after->is_first)
    return FALSE;
  if (after->gap == AUFAIT_NAME_WORD_SPACE)
    after = is_and (text, i + 1) ? aufait_name_text_get (&text->words, i + 2) : NULL;
  return after != NULL && aufait_name_text_is_capital (after) &&
         aufait_name_text_is_borne (&text->words, after);
}

/* "Town Hall", "Boxing Day", "at Church", "Park", but "Lunch with Hall", "Mr King". */
static gboolean
is_mere_word (Text *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (&text->words, i);
  const AufaitNameWord *before = get_word_before (text, i);

  if (word->is_small || aufait_common_names_look_up (word->lower) == AUFAIT_COMMON_NAMES_NO ||
      !is_surname (text, word))
    return FALSE;
  if (before == NULL)
    return word->is_first && !has_company (text, i);
  return !aufait_common_names_is_companion (before->folded) &&
         !aufait_common_names_is_title (before->folded) &&
         (aufait_name_text_is_capital (before) ||
          (aufait_common_names_is_particle (before->folded) &&
           !is_and (text, get_index (text, before))));
}

/* --- places that are called after someone -------------------------------------------------- */

/* What may stand between the place and the name: "rue de", "avenue of". */
static gboolean
is_joint (const AufaitNameWord *word)
{
  return word->is_small && aufait_common_names_is_particle (word->folded) &&
         !aufait_common_names_is_companion (word->folded) &&
         aufait_common_names_get_place (word->folded) == AUFAIT_COMMON_NAMES_NO_PLACE;
}

/* What the word before the one at @i says of names behind it. */
static AufaitCommonNamesPlace
get_place_before (const Text *text, guint i)
{
  const AufaitNameWord *previous;

  if (i > 0 && aufait_name_text_get (&text->words, i)->gap == AUFAIT_NAME_WORD_GLUED)
    return aufait_common_names_get_place (aufait_name_text_get (&text->words, i - 1)->folded) ==
                   AUFAIT_COMMON_NAMES_SAINT
               ? AUFAIT_COMMON_NAMES_SAINT
               : AUFAIT_COMMON_NAMES_NO_PLACE;
  while ((previous = aufait_name_text_get_previous (&text->words, i)) != NULL &&
         is_joint (previous))
    i--;
  return previous != NULL ? aufait_common_names_get_place (previous->folded)
                          : AUFAIT_COMMON_NAMES_NO_PLACE;
}

/* "12 rue Marie Curie", "Lycée Marie Curie", "Marie Curie Street", "Saint Valentin". A school of a
 * first name alone is the one that they go to. */
static gboolean
is_place (const Text *text, guint i)
{
  guint first = i, last = i;
  const AufaitNameWord *next;
  AufaitCommonNamesPlace place;

  while (is_pair (text, aufait_name_text_get_previous (&text->words, first),
                  aufait_name_text_get (&text->words, first)))
    first--;
  while (is_pair (text, aufait_name_text_get (&text->words, last),
                  aufait_name_text_get_next (&text->words, last)))
    last++;
  place = get_place_before (text, first);
  next = aufait_name_text_get_next (&text->words, last);
  if (place == AUFAIT_COMMON_NAMES_NO_PLACE && next != NULL && aufait_name_text_is_capital (next)) {
    place = aufait_common_names_get_place (next->folded);
    if (place == AUFAIT_COMMON_NAMES_SAINT)
      return FALSE;
  }
  return place == AUFAIT_COMMON_NAMES_SAINT || place == AUFAIT_COMMON_NAMES_STREET ||
         (place == AUFAIT_COMMON_NAMES_INSTITUTION && last > first);
}

/* --- all of it ----------------------------------------------------------------------------- */

/* The "O" of "O'Brien", which is a particle elsewhere. */
static gboolean
is_half (const Text *text, guint i)
{
  const AufaitNameWord *next = aufait_name_text_get (&text->words, i + 1);

  return next != NULL && next->gap == AUFAIT_NAME_WORD_GLUED;
}

static Verdict
judge (Text *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (&text->words, i);

  if (word->is_at)
    return VERDICT_OPEN;
  if (!aufait_name_text_is_borne (&text->words, word))
    return is_half (text, i) && aufait_name_stranger_is (&text->words, i) ? VERDICT_OTHER
                                                                          : VERDICT_OPEN;
  if (is_place (text, i))
    return VERDICT_OTHER;
  if (is_in_longer_name (text, i))
    return VERDICT_OPEN;
  if (is_strangers (text, word) || is_in_other_name (text, i) || is_mere_word (text, i) ||
      aufait_name_stranger_is (&text->words, i))
    return VERDICT_OTHER;
  return judge_common_name (text, i);
}

/* The text as aufait_names_find may read it: "@" makes a name sure. */
static char *
dup_judged (Text *text)
{
  g_autoptr (GString) judged = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < text->words.words->len; i++) {
    const AufaitNameWord *word = aufait_name_text_get (&text->words, i);
    Verdict verdict = judge (text, i);

    if (verdict == VERDICT_OPEN)
      continue;
    g_string_append_len (judged, text->words.text + done, (gssize) (word->start - done));
    g_string_append_c (judged, verdict == VERDICT_SURE ? '@' : BLOT);
    done = verdict == VERDICT_SURE ? word->start : word->end;
  }
  g_string_append (judged, text->words.text + done);
  return g_string_free (g_steal_pointer (&judged), FALSE);
}

GPtrArray *
aufait_event_names_find (const AufaitNames *names,
                         const char *text,
                         GHashTable *strangers,
                         gboolean is_prose)
{
  g_autoptr (GArray) words = aufait_name_word_split (text);
  g_autofree char *judged = NULL;
  g_autofree char *unsure = NULL;
  Text searched = { .strangers = strangers, .is_prose = is_prose };

  aufait_name_text_init (&searched.words, names->index, text, words);
  judged = dup_judged (&searched);
  aufait_name_text_clear (&searched.words);
  return aufait_names_find (names, judged, &unsure);
}

/* --- a whole name -------------------------------------------------------------------------- */

/* Where the word stands that the fewest have, in *@ret_spots, NULL: nobody has it. */
static void
find_rarest (const AufaitNames *names, GArray *words, const GArray **ret_spots)
{
  *ret_spots = NULL;
  for (guint i = 0; i < words->len; i++) {
    const char *folded = g_array_index (words, AufaitNameWord, i).folded;
    const GArray *spots = aufait_name_index_get_spots (names->index, folded);

    if (i == 0 || spots == NULL || spots->len < (*ret_spots)->len)
      *ret_spots = spots;
    if (spots == NULL)
      return;
  }
}

static gboolean
has_word (GArray *words, const char *folded)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_array_index (words, AufaitNameWord, i).folded, folded))
      return TRUE;
  return FALSE;
}

/* Whether the person's name is made of these words, in whatever order; nicknames are none. */
static gboolean
is_called (const AufaitNameIndexPerson *person, GArray *words)
{
  const AufaitNameIndexPhrase *name = person->phrases->pdata[0];

  if (name->words->len != words->len)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    if (!has_word (name->words, g_array_index (words, AufaitNameWord, i).folded) ||
        !has_word (words, aufait_name_index_phrase_word (name, i)->folded))
      return FALSE;
  return TRUE;
}

AufaitRef *
aufait_event_names_find_whole (const AufaitNames *names, const char *name)
{
  g_autoptr (GArray) words = aufait_name_word_split (name);
  const AufaitNameIndexPerson *found = NULL;
  const GArray *spots;

  find_rarest (names, words, &spots);
  for (guint i = 0; spots != NULL && i < spots->len; i++) {
    const AufaitNameIndexPerson *person =
        g_array_index (spots, AufaitNameIndexSpot, i).phrase->person;

    if (person == found || !is_called (person, words))
      continue;
    if (found != NULL)
      return NULL;
    found = person;
  }
  return found != NULL ? aufait_ref_new (found->id, found->name) : NULL;
}
