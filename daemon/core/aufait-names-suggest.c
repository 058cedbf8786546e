/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-common-names.h"
#include "aufait-names-private.h"

#define CHARS_MAX 64 /* of a name that is compared: longer ones are no slips of the finger */

typedef struct {
  gunichar chars[CHARS_MAX];
  guint length; /* 0: too long */
} Spelling;

typedef struct {
  const AufaitNameIndexPerson *person;
  guint distance;
} Near;

static void
spell (const char *folded, Spelling *ret_spelling)
{
  guint n = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    if (n == CHARS_MAX) {
      n = 0;
      break;
    }
    ret_spelling->chars[n++] = g_utf8_get_char (p);
  }
  ret_spelling->length = n;
}

/* How many letters must be changed, added, left out, or swapped with their neighbour (Damerau 1964,
 * in the form where no part is changed twice). */
static guint
measure_distance (const Spelling *a, const Spelling *b)
{
  guint rows[3][CHARS_MAX + 1];

  for (guint j = 0; j <= b->length; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= a->length; i++) {
    guint *row = rows[i % 3];
    const guint *above = rows[(i + 2) % 3];
    const guint *twice_above = rows[(i + 1) % 3];

    row[0] = i;
    for (guint j = 1; j <= b->length; j++) {
      guint changed = above[j - 1] + (a->chars[i - 1] != b->chars[j - 1]);

      row[j] = MIN (changed, MIN (above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a->chars[i - 1] == b->chars[j - 2] &&
          a->chars[i - 2] == b->chars[j - 1])
        row[j] = MIN (row[j], twice_above[j - 2] + 1);
    }
  }

  return rows[a->length % 3][b->length];
}

static guint
get_tolerance (guint length)
{
  if (length < 3)
    return 0;
  if (length < 5)
    return 1;

  return length < 9 ? 2 : 3;
}

/* Notes everyone who has @spots, when @word is near to what was asked. */
static void
note_near (GHashTable *nearest, const Spelling *asked, const char *word, const GArray *spots)
{
  guint tolerance = get_tolerance (asked->length);
  Spelling spelling;
  guint distance;

  spell (word, &spelling);
  if (spelling.length == 0 || spelling.length + tolerance < asked->length ||
      asked->length + tolerance < spelling.length)
    return;
  distance = measure_distance (asked, &spelling);
  if (distance > tolerance || distance >= spelling.length || aufait_common_names_is_particle (word))
    return;

  for (guint i = 0; i < spots->len; i++) {
    gpointer person = (gpointer) g_array_index (spots, AufaitNameIndexSpot, i).phrase->person;
    gpointer known;

    if (!g_hash_table_lookup_extended (nearest, person, NULL, &known) ||
        GPOINTER_TO_UINT (known) > distance)
      g_hash_table_insert (nearest, person, GUINT_TO_POINTER (distance));
  }
}

static char *
join_words (GArray *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++) {
    if (i > 0)
      g_string_append_c (joined, ' ');
    g_string_append (joined, g_array_index (words, AufaitNameWord, i).folded);
  }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* A name of several words is asked for whole: each spot that begins a name stands for it. */
static void
note_near_phrases (GHashTable *nearest, const Spelling *asked, const GArray *spots)
{
  for (guint i = 0; i < spots->len; i++) {
    AufaitNameIndexSpot spot = g_array_index (spots, AufaitNameIndexSpot, i);
    g_autofree char *phrase = NULL;
    g_autoptr (GArray) one = NULL;

    if (spot.position != 0)
      continue;
    phrase = join_words (spot.phrase->words);
    one = g_array_new (FALSE, FALSE, sizeof spot);
    g_array_append_val (one, spot);
    note_near (nearest, asked, phrase, one);
  }
}

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *one = a;
  const Near *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;

  return aufait_name_index_compare (&one->person, &other->person);
}

static GPtrArray *
take_nearest (GHashTable *nearest, guint max)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Near));
  GPtrArray *refs = aufait_names_new_refs ();
  GHashTableIter iter;
  gpointer person, distance;

  g_hash_table_iter_init (&iter, nearest);
  while (g_hash_table_iter_next (&iter, &person, &distance)) {
    Near near = { person, GPOINTER_TO_UINT (distance) };

    g_array_append_val (sorted, near);
  }
  g_array_sort (sorted, compare_near);
  for (guint i = 0; i < MIN (sorted->len, max); i++)
    aufait_names_add_ref (refs, g_array_index (sorted, Near, i).person);

  return refs;
}

GPtrArray *
aufait_names_suggest (const AufaitNames *names, const char *who, guint max)
{
  g_autoptr (GHashTable) nearest = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) words = aufait_name_word_split (who);
  g_autofree char *joined = join_words (words);
  GHashTableIter iter;
  gpointer word, spots;
  Spelling asked;

  spell (joined, &asked);
  aufait_name_index_iter (names->index, &iter);
  while (asked.length > 0 && g_hash_table_iter_next (&iter, &word, &spots)) {
    if (words->len > 1)
      note_near_phrases (nearest, &asked, spots);
    else
      note_near (nearest, &asked, word, spots);
  }

  return take_nearest (nearest, max);
}
