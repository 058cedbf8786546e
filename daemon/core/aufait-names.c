/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-names.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-name-stranger.h"
#include "aufait-names-private.h"
#include "aufait-text.h"

#define WORDS_MAX 16 /* of a name that is asked for: more are a sentence */
#define BITS_MAX  64 /* words of a name that can be taken: nobody has so many */

/* How words that are asked for must be those of a name. */
typedef enum {
  FIT_PHRASE,    /* all of a name or nickname, in order */
  FIT_WORDS,     /* whole words, in any order */
  FIT_BEGINNING, /* beginnings of words */
} Fit;

AufaitNames *
aufait_names_new (void)
{
  AufaitNames *names = g_new0 (AufaitNames, 1);

  names->index = aufait_name_index_new ();
  return names;
}

AufaitNames *
aufait_names_new_of (const AufaitNameSource *source, gpointer user_data)
{
  AufaitNames *names = g_new0 (AufaitNames, 1);

  names->index = aufait_name_index_new_of (source, user_data);
  return names;
}

void
aufait_names_free (AufaitNames *names)
{
  if (names == NULL)
    return;

  aufait_name_index_free (names->index);
  g_free (names);
}

void
aufait_names_add (AufaitNames *names, const AufaitPerson *person)
{
  aufait_name_index_add (names->index, person);
}

void
aufait_names_remove (AufaitNames *names, gint64 id)
{
  aufait_name_index_remove (names->index, id);
}

GPtrArray *
aufait_names_new_refs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
}

void
aufait_names_add_ref (GPtrArray *refs, const AufaitNameIndexPerson *person)
{
  for (guint i = 0; i < refs->len; i++) {
    if (((const AufaitRef *) refs->pdata[i])->id == person->id)
      return;
  }

  g_ptr_array_add (refs, aufait_ref_new (person->id, person->name));
}

/* Whether all of the group of glued words that @position lies in is taken: “Jean” alone is not a
 * whole word of “Jean-Luc”. */
static gboolean
is_group_taken (const AufaitNameIndexPhrase *phrase, guint position, guint64 taken)
{
  guint first = position;
  guint last = position;

  while (first > 0 && aufait_name_index_phrase_word (phrase, first)->gap == AUFAIT_NAME_WORD_GLUED)
    first--;
  while (last + 1 < phrase->words->len &&
         aufait_name_index_phrase_word (phrase, last + 1)->gap == AUFAIT_NAME_WORD_GLUED)
    last++;
  for (guint i = first; i <= last; i++) {
    if (i >= BITS_MAX || (taken >> i & 1) == 0)
      return FALSE;
  }

  return TRUE;
}

static gboolean
is_word_fit (const AufaitNameWord *asked, const AufaitNameWord *word, Fit fit, gboolean strict)
{
  if (fit == FIT_BEGINNING)
    return g_str_has_prefix (word->folded, asked->folded);

  return g_str_equal (word->folded, asked->folded) &&
         !(strict && aufait_name_word_has_more_accents (asked->lower, word->lower));
}

static gboolean
is_phrase_asked (const AufaitNameIndexPhrase *phrase, GArray *asked, gboolean strict)
{
  if (phrase->words->len != asked->len)
    return FALSE;
  for (guint i = 0; i < asked->len; i++) {
    if (!is_word_fit (&g_array_index (asked, AufaitNameWord, i),
                      aufait_name_index_phrase_word (phrase, i), FIT_PHRASE, strict))
      return FALSE;
  }

  return TRUE;
}

/* Takes a word of one of the person's names for @asked, none twice: @taken has a bit a word of each
 * name. */
static gboolean
take_word (const AufaitNameIndexPerson *person,
           const AufaitNameWord *asked,
           Fit fit,
           gboolean strict,
           guint64 *taken)
{
  for (guint i = 0; i < person->phrases->len; i++) {
    const AufaitNameIndexPhrase *phrase = person->phrases->pdata[i];

    for (guint j = 0; j < MIN (phrase->words->len, BITS_MAX); j++) {
      const AufaitNameWord *word = aufait_name_index_phrase_word (phrase, j);

      if ((taken[i] >> j & 1) == 0 && is_word_fit (asked, word, fit, strict)) {
        taken[i] |= G_GUINT64_CONSTANT (1) << j;
        return TRUE;
      }
    }
  }

  return FALSE;
}

static gboolean
are_groups_taken (const AufaitNameIndexPerson *person, const guint64 *taken)
{
  for (guint i = 0; i < person->phrases->len; i++) {
    const AufaitNameIndexPhrase *phrase = person->phrases->pdata[i];

    for (guint j = 0; j < MIN (phrase->words->len, BITS_MAX); j++) {
      if ((taken[i] >> j & 1) != 0 && !is_group_taken (phrase, j, taken[i]))
        return FALSE;
    }
  }

  return TRUE;
}

static gboolean
is_person_asked (const AufaitNameIndexPerson *person, GArray *asked, Fit fit, gboolean strict)
{
  g_autofree guint64 *taken = NULL;

  if (fit == FIT_PHRASE) {
    for (guint i = 0; i < person->phrases->len; i++) {
      if (is_phrase_asked (person->phrases->pdata[i], asked, strict))
        return TRUE;
    }
    return FALSE;
  }

  taken = g_new0 (guint64, person->phrases->len);
  for (guint i = 0; i < asked->len; i++) {
    if (!take_word (person, &g_array_index (asked, AufaitNameWord, i), fit, strict, taken))
      return FALSE;
  }

  return fit == FIT_BEGINNING || are_groups_taken (person, taken);
}

static void
collect_from (const GArray *spots, GArray *asked, Fit fit, gboolean strict, GHashTable *people)
{
  const AufaitNameIndexPerson *last = NULL;

  for (guint i = 0; spots != NULL && i < spots->len; i++) {
    const AufaitNameIndexPerson *person =
        g_array_index (spots, AufaitNameIndexSpot, i).phrase->person;

    if (person != last && is_person_asked (person, asked, fit, strict))
      g_hash_table_add (people, (gpointer) person);
    last = person;
  }
}

static GPtrArray *
list_people (GHashTable *people)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (people));
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    g_ptr_array_add (list, person);

  return list;
}

/* Where the word of @asked stands that stands in the fewest places; NULL: one stands in none. */
static const GArray *
find_rarest (const AufaitNames *names, GArray *asked)
{
  const GArray *rarest = NULL;

  for (guint i = 0; i < asked->len; i++) {
    const GArray *spots =
        aufait_name_index_get_spots (names->index, g_array_index (asked, AufaitNameWord, i).folded);

    if (spots == NULL)
      return NULL;
    if (rarest == NULL || spots->len < rarest->len)
      rarest = spots;
  }
  return rarest;
}

/* Every person that fits has each word, whole; or a word that begins with the first one. */
static GPtrArray *
collect (const AufaitNames *names, GArray *asked, Fit fit, gboolean strict)
{
  const char *first = g_array_index (asked, AufaitNameWord, 0).folded;
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer word, spots;

  if (fit != FIT_BEGINNING) {
    collect_from (find_rarest (names, asked), asked, fit, strict, people);
    return list_people (people);
  }

  aufait_name_index_iter (names->index, &iter);
  while (g_hash_table_iter_next (&iter, &word, &spots)) {
    if (g_str_has_prefix (word, first))
      collect_from (spots, asked, fit, strict, people);
  }

  return list_people (people);
}

static void
add_people (GPtrArray *refs, GPtrArray *people)
{
  g_ptr_array_sort (people, aufait_name_index_compare);
  for (guint i = 0; i < people->len; i++) {
    const AufaitNameIndexPerson *person = people->pdata[i];

    g_ptr_array_add (refs, aufait_ref_new (person->id, person->name));
  }
}

static gboolean
are_all_particles (GArray *asked)
{
  for (guint i = 0; i < asked->len; i++) {
    if (!aufait_common_names_is_particle (g_array_index (asked, AufaitNameWord, i).folded))
      return FALSE;
  }

  return TRUE;
}

/* The longest first: what a longer beginning fits, a shorter one may leave to it. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const AufaitNameWord *one = a;
  const AufaitNameWord *other = b;
  gsize one_length = strlen (one->folded);
  gsize other_length = strlen (other->folded);

  return (one_length < other_length) - (one_length > other_length);
}

/* The words that are asked for; NULL: there are none, or too many for a name. */
static GArray *
split_asked (const char *who, gboolean strict)
{
  g_autoptr (GArray) asked = aufait_name_word_split (who);

  if (!strict && asked->len > 1 &&
      g_array_index (asked, AufaitNameWord, asked->len - 1).gap == AUFAIT_NAME_WORD_SUFFIX)
    g_array_set_size (asked, asked->len - 1);
  if (asked->len == 0 || asked->len > WORDS_MAX || (strict && are_all_particles (asked)))
    return NULL;

  return g_steal_pointer (&asked);
}

/* An id or an address is no name: whoever has it, or nobody. */
static gboolean
resolve_exact (const AufaitNames *names, const char *who, GPtrArray *refs)
{
  const GPtrArray *owners = NULL;
  const AufaitNameIndexPerson *person = NULL;
  gint64 id;

  if (strchr (who, '@') != NULL)
    owners = aufait_name_index_get_by_email (names->index, who);
  else if (g_ascii_string_to_signed (who, 10, 1, G_MAXINT64, &id, NULL))
    person = aufait_name_index_get (names->index, id);

  if (person != NULL)
    aufait_names_add_ref (refs, person);
  if (owners != NULL) {
    g_autoptr (GPtrArray) people = g_ptr_array_copy ((GPtrArray *) owners, NULL, NULL);

    add_people (refs, people);
  }

  return refs->len > 0 || strchr (who, '@') != NULL;
}

static GPtrArray *
resolve (const AufaitNames *names, const char *who, Fit last_fit, gboolean strict)
{
  GPtrArray *refs = aufait_names_new_refs ();
  g_autofree char *trimmed = g_strstrip (g_strdup (who));
  const char *asked_text = trimmed + (*trimmed == '@');
  g_autoptr (GArray) asked = NULL;

  strict = strict && *trimmed != '@';
  if (resolve_exact (names, asked_text, refs))
    return refs;

  asked = split_asked (asked_text, strict);
  if (asked == NULL)
    return refs;

  for (Fit fit = FIT_PHRASE; fit <= last_fit && refs->len == 0; fit++) {
    g_autoptr (GPtrArray) people = NULL;

    if (fit == FIT_WORDS && are_all_particles (asked))
      continue;
    if (fit != FIT_PHRASE)
      g_array_sort (asked, compare_lengths);
    people = collect (names, asked, fit, strict);
    add_people (refs, people);
  }

  return refs;
}

GPtrArray *
aufait_names_resolve (const AufaitNames *names, const char *who)
{
  return resolve (names, who, FIT_BEGINNING, FALSE);
}

GPtrArray *
aufait_names_resolve_word (const AufaitNames *names, const char *word)
{
  return resolve (names, word, FIT_WORDS, TRUE);
}

GPtrArray *
aufait_names_resolve_whole (const AufaitNames *names, const char *name)
{
  return resolve (names, name, FIT_PHRASE, FALSE);
}

/* --- the beginning of a text ----------------------------------------------------------------- */

char *
aufait_names_dup_other (const AufaitNames *names, const char *text)
{
  g_autoptr (GArray) words = aufait_name_word_split (text);
  AufaitNameText read;
  char *name;

  aufait_name_text_init (&read, names->index, text, words);
  name = aufait_name_stranger_dup_first (&read);
  aufait_name_text_clear (&read);
  return name;
}
