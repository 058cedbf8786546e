/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People by the words of their names: what aufait-names looks things up in. */
#pragma once

#include "aufait-name-source.h"
#include "aufait-name-word.h"
#include "aufait-values.h"

typedef struct {
  gint64 id;
  char *name;
  char *folded;       /* to sort by */
  GPtrArray *phrases; /* AufaitNameIndexPhrase */
  GStrv emails;       /* folded */
} AufaitNameIndexPerson;

/* A name or nickname. One that has words glued together is there a second time with them joined. */
typedef struct {
  const AufaitNameIndexPerson *person;
  GArray *words; /* AufaitNameWord */
} AufaitNameIndexPhrase;

/* Where a word stands. */
typedef struct {
  const AufaitNameIndexPhrase *phrase;
  guint position;
} AufaitNameIndexSpot;

/* A person as they stand in an index, of none yet. */
AufaitNameIndexPerson *aufait_name_index_person_new (const AufaitPerson *person);
void aufait_name_index_person_free (AufaitNameIndexPerson *person);

/* The numbers (guint32, each once, in order) of the words of a person's names and of the addresses,
 * as aufait_event_words_hash has them. */
GArray *aufait_name_index_list_words (const AufaitPerson *person);

typedef struct _AufaitNameIndex AufaitNameIndex;

AufaitNameIndex *aufait_name_index_new (void);

/* An index that takes people from @source when their words, their addresses or they themselves are
 * asked for: it answers as one that has them all. */
AufaitNameIndex *aufait_name_index_new_of (const AufaitNameSource *source, gpointer user_data);
void aufait_name_index_free (AufaitNameIndex *index);

/* In place of the person of the same id, if there is one. */
void aufait_name_index_add (AufaitNameIndex *index, const AufaitPerson *person);
void aufait_name_index_remove (AufaitNameIndex *index, gint64 id);

const AufaitNameIndexPerson *aufait_name_index_get (const AufaitNameIndex *index, gint64 id);

/* The people of an address (AufaitNameIndexPerson), and the spots of a folded word
 * (AufaitNameIndexSpot), those of a person together; NULL: none. */
const GPtrArray *aufait_name_index_get_by_email (const AufaitNameIndex *index, const char *email);
const GArray *aufait_name_index_get_spots (const AufaitNameIndex *index, const char *folded);

/* By name; by id where names are the same. For pointers to people. */
int aufait_name_index_compare (gconstpointer a, gconstpointer b);

/* Goes through all words that there are. */
void aufait_name_index_iter (const AufaitNameIndex *index, GHashTableIter *ret_words);

static inline const AufaitNameWord *
aufait_name_index_phrase_word (const AufaitNameIndexPhrase *phrase, guint position)
{
  return &g_array_index (phrase->words, AufaitNameWord, position);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNameIndexPerson, aufait_name_index_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNameIndex, aufait_name_index_free)
