/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-names.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-name-word.h"
#include "aufait-names-private.h"
#include "aufait-reading.h"

#define BLOT '|'

typedef enum {
  VERDICT_OPEN,  /* for aufait_names_find to say */
  VERDICT_OTHER, /* a word, or someone else */
  VERDICT_SURE,  /* a name, if anybody has it */
} Verdict;

typedef struct {
  const AufaitNames *names;
  const char *text;
  GArray *words; /* AufaitNameWord */
  GHashTable *strangers;
  gboolean is_prose;
  gboolean is_shouted;    /* no small letter anywhere: capitals say nothing */
  AufaitReading *reading; /* made when it is first asked for */
} Text;

static const AufaitNameWord *
get_word (const Text *text, guint i)
{
  return i < text->words->len ? &g_array_index (text->words, AufaitNameWord, i) : NULL;
}

/* The word behind, when nothing but blanks lies between; NULL: none. */
static const AufaitNameWord *
get_next (const Text *text, guint i)
{
  const AufaitNameWord *next = get_word (text, i + 1);

  return next != NULL && next->gap == AUFAIT_NAME_WORD_SPACE ? next : NULL;
}

/* The word before, when nothing but blanks lies between; NULL: none. */
static const AufaitNameWord *
get_previous (const Text *text, guint i)
{
  return i > 0 && get_word (text, i)->gap == AUFAIT_NAME_WORD_SPACE ? get_word (text, i - 1) : NULL;
}

static gboolean
is_borne (const Text *text, const AufaitNameWord *word)
{
  return aufait_name_index_get_spots (text->names->index, word->folded) != NULL &&
         !aufait_common_names_is_particle (word->folded);
}

static gboolean
is_number (const AufaitNameWord *word)
{
  return g_ascii_isdigit (*word->folded);
}

static gboolean
is_capital (const AufaitNameWord *word)
{
  return !word->is_small && !is_number (word);
}

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
  spots = aufait_name_index_get_spots (text->names->index, one->folded);
  other_spots = aufait_name_index_get_spots (text->names->index, other->folded);
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
  const AufaitNameWord *next = get_next (text, i);
  const AufaitNameWord *previous = get_previous (text, i);

  return (next != NULL && next->is_small && aufait_common_names_is_particle (next->folded)) ||
         (previous != NULL && aufait_common_names_is_particle (previous->folded));
}

static gboolean
is_in_longer_name (const Text *text, guint i)
{
  return is_pair (text, get_word (text, i), get_next (text, i)) ||
         is_pair (text, get_previous (text, i), get_word (text, i));
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
  const AufaitNameWord *next = get_next (text, i);
  const AufaitNameWord *previous = get_previous (text, i);

  if (!text->is_prose || text->is_shouted || !is_capital (get_word (text, i)) ||
      is_beside_particle (text, i))
    return FALSE;
  return (next != NULL && is_capital (next) && strlen (next->folded) > 1) ||
         (previous != NULL && is_capital (previous) && !previous->is_first);
}

/* --- a name that is a word ----------------------------------------------------------------- */

static const AufaitReading *
get_reading (Text *text)
{
  if (text->reading == NULL)
    text->reading = aufait_reading_new (text->text, aufait_lexicon_get ());
  return text->reading;
}

/* The token that begins at a byte of the text; its length when none does. */
static guint
find_token (const AufaitReading *reading, gsize start)
{
  guint length = aufait_reading_get_length (reading);

  for (guint i = 0; i < length; i++)
    if (aufait_reading_get (reading, i)->start >= start)
      return i;
  return length;
}

static gboolean
has_mark (const AufaitReading *reading, guint token, const AufaitWordClass *classes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (aufait_reading_find (reading, token, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of what only people have: there are rose festivals and grace periods, but no rose holidays. */
static gboolean
is_persons (int kind)
{
  return kind == AUFAIT_MOMENT_TRIP || kind == AUFAIT_MOMENT_VISIT ||
         kind == AUFAIT_MOMENT_HEALTH || kind == AUFAIT_MOMENT_CELEBRATION;
}

/* Whether the words behind say what someone does: "vient dîner", "is back", "@ 18h", "and Paul". */
static gboolean
is_subject (Text *text, guint i)
{
  static const AufaitWordClass doings[] = { AUFAIT_WORD_TRAVEL, AUFAIT_WORD_BACK, AUFAIT_WORD_BE,
                                            AUFAIT_WORD_AUXILIARY, AUFAIT_WORD_PAST };
  const AufaitReading *reading = get_reading (text);
  guint token = find_token (reading, get_word (text, i)->start);
  guint behind = aufait_reading_skip (reading, token + 1, AUFAIT_WORD_AND);
  const AufaitMark *topic = aufait_reading_find (reading, token + 1, AUFAIT_WORD_TOPIC);
  const AufaitNameWord *after = get_word (text, i + 2);

  if (behind > token + 1)
    return after != NULL && is_capital (after) && is_borne (text, after);
  if (aufait_reading_is_common (reading, token)) /* "Will visit mum" */
    return FALSE;
  behind = aufait_reading_skip (reading, token + 1, AUFAIT_WORD_AT);
  if (behind > token + 1 && aufait_token_is_number (aufait_reading_get (reading, behind)))
    return TRUE;
  return (topic != NULL && is_persons (topic->entry->kind)) ||
         has_mark (reading, token + 1, doings, G_N_ELEMENTS (doings));
}

/* "Summer party", "Autumn": the time of the year, more often than not. */
static gboolean
is_season (Text *text, guint i)
{
  const AufaitReading *reading = get_reading (text);

  return aufait_reading_find (reading, find_token (reading, get_word (text, i)->start),
                              AUFAIT_WORD_SEASON) != NULL;
}

/* What a word that begins a sentence, or stands among capitals, is followed by. */
static gboolean
is_common_name_someone (Text *text, guint i, AufaitCommonNames common)
{
  const AufaitNameWord *next = get_next (text, i);

  if (common == AUFAIT_COMMON_NAMES_CAPITALISED || is_season (text, i))
    return FALSE;
  if (next == NULL || is_number (next))
    return TRUE;
  if (is_capital (next) && !text->is_shouted)
    return is_borne (text, next);
  return is_subject (text, i);
}

static Verdict
judge_common_name (Text *text, guint i)
{
  const AufaitNameWord *word = get_word (text, i);
  const AufaitNameWord *previous = get_previous (text, i);
  const AufaitNameWord *next = get_next (text, i);
  AufaitCommonNames common = aufait_common_names_look_up (word->lower);

  if (common == AUFAIT_COMMON_NAMES_NO || word->is_small)
    return VERDICT_OPEN;
  if (word->is_first || text->is_shouted)
    return is_common_name_someone (text, i, common) ? VERDICT_SURE : VERDICT_OTHER;
  return previous != NULL && is_capital (previous) && next != NULL && is_capital (next) &&
                 !is_borne (text, next)
             ? VERDICT_OTHER
             : VERDICT_OPEN;
}

/* --- a surname that is a word -------------------------------------------------------------- */

/* Whether it stands behind a first name, of all who have it. */
static gboolean
is_surname (const Text *text, const AufaitNameWord *word)
{
  const GArray *spots = aufait_name_index_get_spots (text->names->index, word->folded);

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, AufaitNameIndexSpot, i).position == 0)
      return FALSE;
  return TRUE;
}

/* The word before, of which an "'s" is a part: "New Year's Day". */
static const AufaitNameWord *
get_word_before (const Text *text, guint i)
{
  const AufaitNameWord *previous = get_previous (text, i);

  return previous != NULL && previous->gap == AUFAIT_NAME_WORD_SUFFIX ? get_word (text, i - 2)
                                                                      : previous;
}

static gboolean
is_and (Text *text, const AufaitNameWord *word)
{
  const AufaitReading *reading = get_reading (text);

  return aufait_reading_find (reading, find_token (reading, word->start), AUFAIT_WORD_AND) != NULL;
}

/* "King & Paul", "King and Paul" */
static gboolean
has_company (Text *text, guint i)
{
  const AufaitNameWord *after = get_word (text, i + 1);

  if (after == NULL || after->is_first)
    return FALSE;
  if (after->gap == AUFAIT_NAME_WORD_SPACE)
    after = is_and (text, after) ? get_word (text, i + 2) : NULL;
  return after != NULL && is_capital (after) && is_borne (text, after);
}

/* "Town Hall", "Boxing Day", "at Church", "Park", but "Lunch with Hall", "Mr King". */
static gboolean
is_mere_word (Text *text, guint i)
{
  const AufaitNameWord *word = get_word (text, i);
  const AufaitNameWord *before = get_word_before (text, i);

  if (word->is_small || aufait_common_names_look_up (word->lower) == AUFAIT_COMMON_NAMES_NO ||
      !is_surname (text, word))
    return FALSE;
  if (before == NULL)
    return word->is_first && !has_company (text, i);
  return !aufait_common_names_is_companion (before->folded) &&
         !aufait_common_names_is_title (before->folded) &&
         (is_capital (before) ||
          (aufait_common_names_is_particle (before->folded) && !is_and (text, before)));
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

  if (i > 0 && get_word (text, i)->gap == AUFAIT_NAME_WORD_GLUED)
    return aufait_common_names_get_place (get_word (text, i - 1)->folded) ==
                   AUFAIT_COMMON_NAMES_SAINT
               ? AUFAIT_COMMON_NAMES_SAINT
               : AUFAIT_COMMON_NAMES_NO_PLACE;
  while ((previous = get_previous (text, i)) != NULL && is_joint (previous))
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

  while (is_pair (text, get_previous (text, first), get_word (text, first)))
    first--;
  while (is_pair (text, get_word (text, last), get_next (text, last)))
    last++;
  place = get_place_before (text, first);
  next = get_next (text, last);
  if (place == AUFAIT_COMMON_NAMES_NO_PLACE && next != NULL && is_capital (next)) {
    place = aufait_common_names_get_place (next->folded);
    if (place == AUFAIT_COMMON_NAMES_SAINT)
      return FALSE;
  }
  return place == AUFAIT_COMMON_NAMES_SAINT || place == AUFAIT_COMMON_NAMES_STREET ||
         (place == AUFAIT_COMMON_NAMES_INSTITUTION && last > first);
}

/* --- all of it ----------------------------------------------------------------------------- */

static Verdict
judge (Text *text, guint i)
{
  const AufaitNameWord *word = get_word (text, i);

  if (word->is_at || !is_borne (text, word))
    return VERDICT_OPEN;
  if (is_place (text, i))
    return VERDICT_OTHER;
  if (is_in_longer_name (text, i))
    return VERDICT_OPEN;
  if (is_strangers (text, word) || is_in_other_name (text, i) || is_mere_word (text, i))
    return VERDICT_OTHER;
  return judge_common_name (text, i);
}

/* The text as aufait_names_find may read it: "@" makes a name sure. */
static char *
dup_judged (Text *text)
{
  g_autoptr (GString) judged = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < text->words->len; i++) {
    const AufaitNameWord *word = get_word (text, i);
    Verdict verdict = judge (text, i);

    if (verdict == VERDICT_OPEN)
      continue;
    g_string_append_len (judged, text->text + done, (gssize) (word->start - done));
    g_string_append_c (judged, verdict == VERDICT_SURE ? '@' : BLOT);
    done = verdict == VERDICT_SURE ? word->start : word->end;
  }
  g_string_append (judged, text->text + done);
  return g_string_free (g_steal_pointer (&judged), FALSE);
}

static gboolean
has_small_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
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
  Text searched = { .names = names, .text = text, .words = words, .strangers = strangers };

  searched.is_prose = is_prose;
  searched.is_shouted = !has_small_letter (text);
  judged = dup_judged (&searched);
  g_clear_pointer (&searched.reading, aufait_reading_free);
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
