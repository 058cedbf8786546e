/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lexicon-builder.h"

#include <string.h>

#include "aufait-lexicon-image.h"
#include "aufait-stemmer.h"
#include "aufait-text.h"

/* Short words have too many neighbours: "bal" is not "Bali". */
#define MAX_WORD_WITHOUT_STEM 3

#define N_WORDS(type) (sizeof (type) / sizeof (guint32))

typedef struct {
  char *name;
  char *prefix; /* of the stems of this language */
  char *stemmer_name;
  GHashTable *common; /* keys of words */
  GHashTable *plain;  /* those of them that are written without accents */
  AufaitStemmer *stemmer;
} Language;

struct _AufaitLexiconBuilder {
  GArray *image;        /* guint32 */
  GPtrArray *languages; /* Language */
  GHashTable *keys;     /* folded word, or "language~stem" -> key */
  GPtrArray *words;     /* the same by their key; of key 0 none */
  GPtrArray *lists;     /* of each key: GArray of the places of phrases that may begin with it */
  GArray *phrases;      /* the places of all */
  guint entry_language; /* of the entry that is being read */
  guint entry_at;       /* where that is */
  GArray *slots;        /* AufaitSlot, of the phrase that is being made, each with … */
  GArray *slot_keys;    /* … its place in here instead of its keys */
  GArray *nouns;        /* AufaitLexiconImageNoun */
};

static void
free_language (Language *language)
{
  g_free (language->name);
  g_free (language->prefix);
  g_free (language->stemmer_name);
  g_hash_table_unref (language->common);
  g_hash_table_unref (language->plain);
  aufait_stemmer_free (language->stemmer);
  g_free (language);
}

static void
free_list (GArray *list)
{
  if (list != NULL)
    g_array_unref (list);
}

AufaitLexiconBuilder *
aufait_lexicon_builder_new (void)
{
  AufaitLexiconBuilder *builder = g_new0 (AufaitLexiconBuilder, 1);

  builder->image = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (builder->image, N_WORDS (AufaitLexiconImage));
  builder->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_language);
  builder->keys = g_hash_table_new (g_str_hash, g_str_equal);
  builder->words = g_ptr_array_new_with_free_func (g_free);
  builder->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) free_list);
  builder->phrases = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->slots = g_array_new (FALSE, FALSE, sizeof (AufaitSlot));
  builder->slot_keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->nouns = g_array_new (FALSE, FALSE, sizeof (AufaitLexiconImageNoun));
  g_ptr_array_add (builder->words, NULL);
  g_ptr_array_add (builder->lists, NULL);
  return builder;
}

void
aufait_lexicon_builder_free (AufaitLexiconBuilder *builder)
{
  g_clear_pointer (&builder->image, g_array_unref);
  g_ptr_array_unref (builder->languages);
  g_hash_table_unref (builder->keys);
  g_ptr_array_unref (builder->words);
  g_ptr_array_unref (builder->lists);
  g_array_unref (builder->phrases);
  g_array_unref (builder->slots);
  g_array_unref (builder->slot_keys);
  g_array_unref (builder->nouns);
  g_free (builder);
}

/* --- the image ------------------------------------------------------------------------------- */

/* Where @size bytes of @data begin in it; the last word is filled up with NUL. */
static guint32
append (AufaitLexiconBuilder *builder, gconstpointer data, gsize size)
{
  guint at = builder->image->len;

  g_array_set_size (builder->image,
                    at + (guint) ((size + sizeof (guint32) - 1) / sizeof (guint32)));
  if (size > 0)
    memcpy (&g_array_index (builder->image, guint32, at), data, size);
  return at;
}

static guint32
append_string (AufaitLexiconBuilder *builder, const char *string)
{
  return append (builder, string, strlen (string) + 1);
}

static guint32
append_list (AufaitLexiconBuilder *builder, const GArray *places)
{
  guint32 at = append (builder, &places->len, sizeof (guint32));

  /* An AufaitLexiconPhrases counts from itself. */
  for (guint i = 0; i < places->len; i++) {
    gint32 distance = (gint32) g_array_index (places, guint32, i) - (gint32) at;

    append (builder, &distance, sizeof distance);
  }
  return at;
}

/* --- keys ------------------------------------------------------------------------------------ */

static guint32
make_key (AufaitLexiconBuilder *builder, const char *word)
{
  guint32 key = GPOINTER_TO_UINT (g_hash_table_lookup (builder->keys, word));

  if (key == 0) {
    char *copy = g_strdup (word);

    key = builder->words->len;
    g_ptr_array_add (builder->words, copy);
    g_ptr_array_add (builder->lists, NULL);
    g_hash_table_insert (builder->keys, copy, GUINT_TO_POINTER (key));
  }
  return key;
}

guint
aufait_lexicon_builder_add_language (AufaitLexiconBuilder *builder,
                                     const char *name,
                                     const char *stemmer)
{
  Language *language = g_new0 (Language, 1);

  language->name = g_strdup (name);
  language->prefix = g_strconcat (name, "~", NULL);
  language->stemmer_name = g_strdup (stemmer);
  language->common = g_hash_table_new (NULL, NULL);
  language->plain = g_hash_table_new (NULL, NULL);
  language->stemmer = aufait_stemmer_new (stemmer);
  g_ptr_array_add (builder->languages, language);
  return builder->languages->len - 1;
}

void
aufait_lexicon_builder_add_common (AufaitLexiconBuilder *builder, guint language, const char *word)
{
  Language *known = g_ptr_array_index (builder->languages, language);
  g_autofree char *folded = aufait_text_fold (word);
  g_autofree char *accented = aufait_text_fold_case (word);

  g_hash_table_add (known->common, GUINT_TO_POINTER (make_key (builder, folded)));
  g_hash_table_add (known->common, GUINT_TO_POINTER (make_key (builder, accented)));
  if (g_str_equal (folded, accented))
    g_hash_table_add (known->plain, GUINT_TO_POINTER (make_key (builder, folded)));
}

/* Appends the keys under which @word is found: its stem too when @by_stem, the word as it is, and
 * without its accents, unless that is a common word of its own: "dès" and "des". */
static void
append_keys (AufaitLexiconBuilder *builder, const char *word, gboolean by_stem)
{
  const Language *known = g_ptr_array_index (builder->languages, builder->entry_language);
  g_autofree char *folded = aufait_text_fold (word);
  g_autofree char *accented = aufait_text_fold_case (word);
  guint32 key = make_key (builder, accented);

  g_array_append_val (builder->slot_keys, key);
  key = make_key (builder, folded);
  if (!g_str_equal (folded, accented) &&
      !g_hash_table_contains (known->plain, GUINT_TO_POINTER (key)))
    g_array_append_val (builder->slot_keys, key);
  if (by_stem) {
    g_autofree char *stem = aufait_stemmer_dup_stem (known->stemmer, known->prefix, folded);

    key = make_key (builder, stem);
    g_array_append_val (builder->slot_keys, key);
  }
}

/* --- entries and phrases --------------------------------------------------------------------- */

void
aufait_lexicon_builder_add_entry (AufaitLexiconBuilder *builder,
                                  const AufaitEntry *entry,
                                  const char *name)
{
  builder->entry_language = entry->language;
  builder->entry_at = append (builder, entry, sizeof *entry);
  append_string (builder, name);
}

void
aufait_lexicon_builder_add_slot (AufaitLexiconBuilder *builder,
                                 AufaitSlot slot,
                                 GPtrArray *words,
                                 gboolean by_stem)
{
  guint first = builder->slot_keys->len;

  for (guint i = 0; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);
    gboolean is_exact =
        !by_stem || word[0] == '=' || g_utf8_strlen (word, -1) <= MAX_WORD_WITHOUT_STEM;

    append_keys (builder, word[0] == '=' ? word + 1 : word, !is_exact);
  }
  slot.keys = first;
  slot.n_keys = (guint16) (builder->slot_keys->len - first);
  g_array_append_val (builder->slots, slot);
}

static void
add_to_list (AufaitLexiconBuilder *builder, guint32 key, guint32 phrase_at)
{
  GArray *list = g_ptr_array_index (builder->lists, key);

  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->lists->pdata[key] = list;
  }
  if (list->len == 0 || g_array_index (list, guint32, list->len - 1) != phrase_at)
    g_array_append_val (list, phrase_at);
}

/* Under each key that it may begin with. */
static void
index_phrase (AufaitLexiconBuilder *builder, guint32 phrase_at)
{
  g_array_append_val (builder->phrases, phrase_at);
  for (guint i = 0; i < builder->slots->len; i++) {
    const AufaitSlot *slot = &g_array_index (builder->slots, AufaitSlot, i);

    for (guint j = 0; j < slot->n_keys; j++)
      add_to_list (builder, g_array_index (builder->slot_keys, guint32, slot->keys + j), phrase_at);
    if (!slot->is_optional)
      break;
  }
}

/* The keys stand behind the slots, and each slot tells how far from itself. */
static void
append_phrase (AufaitLexiconBuilder *builder)
{
  guint n_slots = builder->slots->len;
  guint32 at = builder->image->len;
  AufaitPhrase phrase = { (gint32) builder->entry_at - (gint32) at, n_slots };
  guint32 slots_at = at + N_WORDS (AufaitPhrase);
  guint32 keys_at = slots_at + n_slots * N_WORDS (AufaitSlot);

  append (builder, &phrase, sizeof phrase);
  for (guint i = 0; i < n_slots; i++) {
    AufaitSlot slot = g_array_index (builder->slots, AufaitSlot, i);

    slot.keys = slot.n_keys == 0 ? 0 : keys_at + slot.keys - builder->image->len;
    append (builder, &slot, sizeof slot);
  }
  append (builder, builder->slot_keys->data, builder->slot_keys->len * sizeof (guint32));
  index_phrase (builder, at);
}

gboolean
aufait_lexicon_builder_end_phrase (AufaitLexiconBuilder *builder)
{
  gboolean is_good =
      builder->slots->len > 0 && g_array_index (builder->slots, AufaitSlot, 0).n_keys > 0;

  if (is_good)
    append_phrase (builder);
  g_array_set_size (builder->slots, 0);
  g_array_set_size (builder->slot_keys, 0);
  return is_good;
}

void
aufait_lexicon_builder_add_noun (AufaitLexiconBuilder *builder,
                                 guint language,
                                 const char *meaning,
                                 const char *name)
{
  AufaitLexiconImageNoun noun = { language, append_string (builder, meaning),
                                  append_string (builder, name) };

  g_array_append_val (builder->nouns, noun);
}

/* --- the whole ------------------------------------------------------------------------------- */

static guint32
append_common (AufaitLexiconBuilder *builder, const Language *language)
{
  g_autofree guint32 *bits = g_new0 (guint32, builder->words->len / 32 + 1);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, language->common);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    bits[GPOINTER_TO_UINT (key) / 32] |= 1u << GPOINTER_TO_UINT (key) % 32;
  return append (builder, bits, (builder->words->len / 32 + 1) * sizeof *bits);
}

static void
append_languages (AufaitLexiconBuilder *builder, AufaitLexiconImage *header)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (AufaitLexiconImageLanguage));

  for (guint i = 0; i < builder->languages->len; i++) {
    const Language *language = g_ptr_array_index (builder->languages, i);
    AufaitLexiconImageLanguage row = { append_string (builder, language->name),
                                       append_string (builder, language->prefix),
                                       append_string (builder, language->stemmer_name),
                                       append_common (builder, language) };

    g_array_append_val (rows, row);
  }
  header->n_languages = rows->len;
  header->languages_at =
      append (builder, rows->data, rows->len * sizeof (AufaitLexiconImageLanguage));
}

/* Half of the buckets stay free. */
static void
append_buckets (AufaitLexiconBuilder *builder, AufaitLexiconImage *header)
{
  guint32 n_buckets = 1u << g_bit_storage (builder->words->len * 2);
  g_autofree AufaitLexiconImageBucket *buckets = g_new0 (AufaitLexiconImageBucket, n_buckets);

  for (guint32 key = 1; key < builder->words->len; key++) {
    const char *word = g_ptr_array_index (builder->words, key);
    guint32 i = aufait_lexicon_image_hash (word) & (n_buckets - 1);

    while (buckets[i].word_at != 0)
      i = (i + 1) & (n_buckets - 1);
    buckets[i] = (AufaitLexiconImageBucket){ append_string (builder, word), key };
  }
  header->n_buckets = n_buckets;
  header->buckets_at = append (builder, buckets, n_buckets * sizeof *buckets);
}

static void
append_lists (AufaitLexiconBuilder *builder, AufaitLexiconImage *header)
{
  g_autofree guint32 *places = g_new0 (guint32, builder->lists->len);

  for (guint key = 0; key < builder->lists->len; key++) {
    const GArray *list = g_ptr_array_index (builder->lists, key);

    if (list != NULL)
      places[key] = append_list (builder, list);
  }
  header->lists_at = append (builder, places, builder->lists->len * sizeof *places);
  header->phrases_at = append_list (builder, builder->phrases);
}

GArray *
aufait_lexicon_builder_end (AufaitLexiconBuilder *builder)
{
  AufaitLexiconImage header = { 0 };

  append_languages (builder, &header);
  append_buckets (builder, &header);
  append_lists (builder, &header);
  header.n_nouns = builder->nouns->len;
  header.nouns_at =
      append (builder, builder->nouns->data, builder->nouns->len * sizeof (AufaitLexiconImageNoun));
  memcpy (builder->image->data, &header, sizeof header);
  return g_steal_pointer (&builder->image);
}
