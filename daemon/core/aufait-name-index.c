/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-index.h"

#include <string.h>

#include "aufait-event-words.h"
#include "aufait-text.h"

struct _AufaitNameIndex {
  GHashTable *people;  /* id -> AufaitNameIndexPerson, owned */
  GHashTable *emails;  /* folded -> GPtrArray of AufaitNameIndexPerson */
  GHashTable *words;   /* folded -> GArray of AufaitNameIndexSpot */
  GHashTable *asked;   /* numbers of words that the source was asked for; NULL: it has no more */
  GHashTable *removed; /* ids of whom the source may still have; NULL as above */
  const AufaitNameSource *source;
  gpointer user_data;
};

static void
free_phrase (gpointer data)
{
  AufaitNameIndexPhrase *phrase = data;

  g_array_unref (phrase->words);
  g_free (phrase);
}

void
aufait_name_index_person_free (AufaitNameIndexPerson *person)
{
  if (person == NULL)
    return;
  g_free (person->name);
  g_free (person->folded);
  g_ptr_array_unref (person->phrases);
  g_strfreev (person->emails);
  g_free (person);
}

static void
take_phrase (AufaitNameIndexPerson *person, GArray *words)
{
  AufaitNameIndexPhrase *phrase = g_new0 (AufaitNameIndexPhrase, 1);

  phrase->person = person;
  phrase->words = words;
  g_ptr_array_add (person->phrases, phrase);
}

static void
add_name (AufaitNameIndexPerson *person, const char *name)
{
  GArray *words = aufait_name_word_split (name);
  GArray *joined = aufait_name_word_join (words);

  take_phrase (person, words);
  if (joined != NULL)
    take_phrase (person, joined);
}

AufaitNameIndexPerson *
aufait_name_index_person_new (const AufaitPerson *person)
{
  AufaitNameIndexPerson *made = g_new0 (AufaitNameIndexPerson, 1);
  guint n_emails = g_strv_length (person->emails);

  made->id = person->id;
  made->name = g_strdup (person->name);
  made->folded = aufait_text_fold (person->name);
  made->phrases = g_ptr_array_new_with_free_func (free_phrase);
  add_name (made, person->name);
  for (guint i = 0; person->nicknames[i] != NULL; i++)
    add_name (made, person->nicknames[i]);

  made->emails = g_new0 (char *, n_emails + 1);
  for (guint i = 0; i < n_emails; i++)
    made->emails[i] = aufait_text_fold (person->emails[i]);

  return made;
}

static void
enter_phrase (AufaitNameIndex *index, const AufaitNameIndexPhrase *phrase)
{
  for (guint i = 0; i < phrase->words->len; i++) {
    const char *folded = aufait_name_index_phrase_word (phrase, i)->folded;
    GArray *spots = g_hash_table_lookup (index->words, folded);
    AufaitNameIndexSpot spot = { phrase, i };

    if (spots == NULL) {
      spots = g_array_new (FALSE, FALSE, sizeof spot);
      g_hash_table_insert (index->words, g_strdup (folded), spots);
    }
    g_array_append_val (spots, spot);
  }
}

static void
drop_phrase (AufaitNameIndex *index, const AufaitNameIndexPhrase *phrase)
{
  for (guint i = 0; i < phrase->words->len; i++) {
    const char *folded = aufait_name_index_phrase_word (phrase, i)->folded;
    GArray *spots = g_hash_table_lookup (index->words, folded);

    for (guint j = spots != NULL ? spots->len : 0; j > 0; j--) {
      if (g_array_index (spots, AufaitNameIndexSpot, j - 1).phrase == phrase)
        g_array_remove_index (spots, j - 1);
    }
    if (spots != NULL && spots->len == 0)
      g_hash_table_remove (index->words, folded);
  }
}

static void
enter_email (AufaitNameIndex *index, const char *email, AufaitNameIndexPerson *person)
{
  GPtrArray *people = g_hash_table_lookup (index->emails, email);

  if (people == NULL) {
    people = g_ptr_array_new ();
    g_hash_table_insert (index->emails, g_strdup (email), people);
  }
  if (!g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

static void
drop_email (AufaitNameIndex *index, const char *email, AufaitNameIndexPerson *person)
{
  GPtrArray *people = g_hash_table_lookup (index->emails, email);

  if (people != NULL && g_ptr_array_remove (people, person) && people->len == 0)
    g_hash_table_remove (index->emails, email);
}

AufaitNameIndex *
aufait_name_index_new (void)
{
  AufaitNameIndex *index = g_new0 (AufaitNameIndex, 1);

  index->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                         (GDestroyNotify) aufait_name_index_person_free);
  index->emails =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  index->words =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return index;
}

void
aufait_name_index_free (AufaitNameIndex *index)
{
  if (index == NULL)
    return;

  g_clear_pointer (&index->asked, g_hash_table_unref);
  g_clear_pointer (&index->removed, g_hash_table_unref);
  g_hash_table_unref (index->words);
  g_hash_table_unref (index->emails);
  g_hash_table_unref (index->people);
  g_free (index);
}

static void
drop_person (AufaitNameIndex *index, gint64 id)
{
  AufaitNameIndexPerson *person = g_hash_table_lookup (index->people, &id);

  if (person == NULL)
    return;

  for (guint i = 0; i < person->phrases->len; i++)
    drop_phrase (index, person->phrases->pdata[i]);
  for (guint i = 0; person->emails[i] != NULL; i++)
    drop_email (index, person->emails[i], person);
  g_hash_table_remove (index->people, &id);
}

void
aufait_name_index_add (AufaitNameIndex *index, const AufaitPerson *person)
{
  AufaitNameIndexPerson *made = aufait_name_index_person_new (person);

  drop_person (index, person->id);
  if (index->removed != NULL)
    g_hash_table_remove (index->removed, &person->id);
  g_hash_table_insert (index->people, &made->id, made);
  for (guint i = 0; i < made->phrases->len; i++)
    enter_phrase (index, made->phrases->pdata[i]);
  for (guint i = 0; made->emails[i] != NULL; i++)
    enter_email (index, made->emails[i], made);
}

void
aufait_name_index_remove (AufaitNameIndex *index, gint64 id)
{
  if (index->removed != NULL)
    g_hash_table_add (index->removed, g_memdup2 (&id, sizeof id));
  drop_person (index, id);
}

/* --- what is there already ------------------------------------------------------------------ */

AufaitNameIndex *
aufait_name_index_new_of (const AufaitNameSource *source, gpointer user_data)
{
  AufaitNameIndex *index = aufait_name_index_new ();

  index->source = source;
  index->user_data = user_data;
  index->asked = g_hash_table_new (NULL, NULL);
  index->removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return index;
}

/* Who is known already may be another by now. */
static gboolean
is_news (const AufaitNameIndex *index, gint64 id)
{
  return !g_hash_table_contains (index->people, &id) &&
         !g_hash_table_contains (index->removed, &id);
}

static void
take_all (AufaitNameIndex *index, GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++) {
    const AufaitPerson *person = people->pdata[i];

    if (is_news (index, person->id))
      aufait_name_index_add (index, person);
  }
  g_ptr_array_unref (people);
}

/* To find out more changes nothing that can be seen. */
static void
ask_for_word (const AufaitNameIndex *index, const char *folded)
{
  guint32 word;

  if (index->asked == NULL)
    return;
  word = aufait_event_words_hash (folded);
  if (g_hash_table_add (index->asked, GUINT_TO_POINTER (word)))
    take_all ((AufaitNameIndex *) index, index->source->list_with (word, index->user_data));
}

static void
ask_for_all (AufaitNameIndex *index)
{
  if (index->asked == NULL)
    return;
  take_all (index, index->source->list_all (index->user_data));
  g_clear_pointer (&index->asked, g_hash_table_unref);
  g_clear_pointer (&index->removed, g_hash_table_unref);
}

static void
ask_for_person (const AufaitNameIndex *index, gint64 id)
{
  g_autoptr (AufaitPerson) person = NULL;

  if (index->asked == NULL || !is_news (index, id))
    return;
  person = index->source->get (id, index->user_data);
  if (person != NULL)
    aufait_name_index_add ((AufaitNameIndex *) index, person);
}

/* --- what is asked for ---------------------------------------------------------------------- */

const AufaitNameIndexPerson *
aufait_name_index_get (const AufaitNameIndex *index, gint64 id)
{
  ask_for_person (index, id);
  return g_hash_table_lookup (index->people, &id);
}

int
aufait_name_index_compare (gconstpointer a, gconstpointer b)
{
  const AufaitNameIndexPerson *one = *(const AufaitNameIndexPerson *const *) a;
  const AufaitNameIndexPerson *other = *(const AufaitNameIndexPerson *const *) b;
  int order = strcmp (one->folded, other->folded);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

const GPtrArray *
aufait_name_index_get_by_email (const AufaitNameIndex *index, const char *email)
{
  g_autofree char *folded = aufait_text_fold (email);

  ask_for_word (index, folded);
  return g_hash_table_lookup (index->emails, folded);
}

const GArray *
aufait_name_index_get_spots (const AufaitNameIndex *index, const char *folded)
{
  ask_for_word (index, folded);
  return g_hash_table_lookup (index->words, folded);
}

void
aufait_name_index_iter (const AufaitNameIndex *index, GHashTableIter *ret_words)
{
  ask_for_all ((AufaitNameIndex *) index);
  g_hash_table_iter_init (ret_words, index->words);
}

/* --- numbers -------------------------------------------------------------------------------- */

static void
add_number (GArray *words, const char *folded)
{
  guint32 word = aufait_event_words_hash (folded);

  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, guint32, i) == word)
      return;
  g_array_append_val (words, word);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return (one > other) - (one < other);
}

GArray *
aufait_name_index_list_words (const AufaitPerson *person)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (AufaitNameIndexPerson) made = aufait_name_index_person_new (person);

  for (guint i = 0; i < made->phrases->len; i++) {
    const AufaitNameIndexPhrase *phrase = made->phrases->pdata[i];

    for (guint k = 0; k < phrase->words->len; k++)
      add_number (words, aufait_name_index_phrase_word (phrase, k)->folded);
  }
  for (guint i = 0; made->emails[i] != NULL; i++)
    add_number (words, made->emails[i]);
  g_array_sort (words, compare_numbers);
  return words;
}
