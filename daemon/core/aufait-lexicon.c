/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lexicon.h"

#include "aufait-lexicon-reader.h"
#include "aufait-lexicons.h" /* generated: the compiled files */
#include "aufait-stemmer.h"
#include "aufait-text.h"

#define LEXICON_FOLDER "/org/aufait/lexicon"
#define LEXICON_SUFFIX ".lexicon"

/* Short words have too many neighbours: "bal" is not "Bali". */
#define MAX_WORD_WITHOUT_STEM 3

typedef struct {
  char *name;
  char *prefix;       /* of the stems of this language */
  GHashTable *common; /* keys of words */
  GHashTable *plain;  /* those of them that are written without accents */
  AufaitStemmer *stemmer;
} Language;

/* Phrases are many and small, and live as long as the lexicon: blocks hold them. */
#define BLOCK_SIZE (32 * 1024)

struct _AufaitLexicon {
  GPtrArray *blocks;
  gsize n_used;         /* bytes of the last block */
  GPtrArray *languages; /* Language */
  GHashTable *keys;     /* folded word, or "language~stem" -> key */
  GPtrArray *phrases;   /* AufaitPhrase */
  GHashTable *by_key;   /* key of a first word -> AufaitLexiconPhrases */
  GPtrArray *entries;   /* AufaitEntry */
  GStringChunk *names;
};

static void
free_language (Language *language)
{
  g_free (language->name);
  g_hash_table_unref (language->common);
  g_hash_table_unref (language->plain);
  aufait_stemmer_free (language->stemmer);
  g_free (language->prefix);
  g_free (language);
}

/* A copy of @size bytes that is freed with the lexicon, and @data is freed. */
static gpointer
move_to_block (AufaitLexicon *lexicon, gpointer data, gsize size)
{
  gsize room = (size + sizeof (gpointer) - 1) / sizeof (gpointer) * sizeof (gpointer);
  char *block;

  if (data == NULL || room > BLOCK_SIZE)
    return NULL;
  if (lexicon->blocks->len == 0 || lexicon->n_used + room > BLOCK_SIZE) {
    g_ptr_array_add (lexicon->blocks, g_malloc (BLOCK_SIZE));
    lexicon->n_used = 0;
  }
  block = g_ptr_array_index (lexicon->blocks, lexicon->blocks->len - 1);
  block += lexicon->n_used;
  memcpy (block, data, size);
  lexicon->n_used += room;
  g_free (data);
  return block;
}

static guint32
make_key (AufaitLexicon *lexicon, const char *word)
{
  guint32 key = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->keys, word));

  if (key == 0) {
    key = g_hash_table_size (lexicon->keys) + 1;
    g_hash_table_insert (lexicon->keys, g_string_chunk_insert (lexicon->names, word),
                         GUINT_TO_POINTER (key));
  }
  return key;
}

/* The stem of a folded word as a key's text. */
static char *
dup_stem (const Language *language, const char *folded)
{
  return aufait_stemmer_dup_stem (language->stemmer, language->prefix, folded);
}

/* Thousands of lists, most of them of one phrase: plain memory, as GLib never gives back what it
 * has cut into slices for so many arrays. */
static void
index_by_key (AufaitLexicon *lexicon, AufaitPhrase *phrase, guint32 key)
{
  AufaitLexiconPhrases *known = g_hash_table_lookup (lexicon->by_key, GUINT_TO_POINTER (key));
  guint n = known != NULL ? known->n_phrases : 0;
  AufaitLexiconPhrases *list;

  for (guint i = 0; i < n; i++)
    if (known->phrases[i] == phrase)
      return;
  list = g_malloc (sizeof (AufaitLexiconPhrases) + (n + 1) * sizeof (const AufaitPhrase *));
  list->n_phrases = n + 1;
  for (guint i = 0; i < n; i++)
    list->phrases[i] = known->phrases[i];
  list->phrases[n] = phrase;
  g_hash_table_insert (lexicon->by_key, GUINT_TO_POINTER (key), list);
}

static void
index_phrase (AufaitLexicon *lexicon, AufaitPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_slots; i++) {
    const AufaitSlot *slot = &phrase->slots[i];

    for (guint j = 0; j < slot->n_keys; j++)
      index_by_key (lexicon, phrase, slot->keys[j]);
    if (!slot->is_optional)
      break;
  }
}

/* --- building, called by the reader -------------------------------------------------------- */

guint
aufait_lexicon_add_language (AufaitLexicon *lexicon, const char *name, const char *stemmer)
{
  Language *language = g_new0 (Language, 1);

  language->name = g_strdup (name);
  language->common = g_hash_table_new (NULL, NULL);
  language->plain = g_hash_table_new (NULL, NULL);
  language->prefix = g_strconcat (name, "~", NULL);
  language->stemmer = aufait_stemmer_new (stemmer);
  g_ptr_array_add (lexicon->languages, language);
  return lexicon->languages->len - 1;
}

void
aufait_lexicon_add_common (AufaitLexicon *lexicon, guint language, const char *word)
{
  Language *known = g_ptr_array_index (lexicon->languages, language);
  g_autofree char *folded = aufait_text_fold (word);
  g_autofree char *accented = aufait_text_fold_case (word);

  g_hash_table_add (known->common, GUINT_TO_POINTER (make_key (lexicon, folded)));
  g_hash_table_add (known->common, GUINT_TO_POINTER (make_key (lexicon, accented)));
  if (g_str_equal (folded, accented))
    g_hash_table_add (known->plain, GUINT_TO_POINTER (make_key (lexicon, folded)));
}

AufaitEntry *
aufait_lexicon_add_entry (AufaitLexicon *lexicon, const AufaitEntry *model)
{
  AufaitEntry *entry = g_new (AufaitEntry, 1);

  *entry = *model;
  entry->name = g_string_chunk_insert_const (lexicon->names, model->name);
  g_ptr_array_add (lexicon->entries, entry);
  return entry;
}

/* Appends the keys under which @word is found: its stem too when @by_stem, the word as it is, and
 * without its accents, unless that is a common word of its own: "dès" and "des". */
static void
append_keys (
    AufaitLexicon *lexicon, GArray *keys, guint language, const char *word, gboolean by_stem)
{
  const Language *known = g_ptr_array_index (lexicon->languages, language);
  g_autofree char *folded = aufait_text_fold (word);
  g_autofree char *accented = aufait_text_fold_case (word);
  g_autofree char *stem = by_stem ? dup_stem (known, folded) : NULL;
  guint32 key = make_key (lexicon, accented);

  g_array_append_val (keys, key);
  key = make_key (lexicon, folded);
  if (!g_str_equal (folded, accented) &&
      !g_hash_table_contains (known->plain, GUINT_TO_POINTER (key)))
    g_array_append_val (keys, key);
  if (by_stem) {
    key = make_key (lexicon, stem);
    g_array_append_val (keys, key);
  }
}

void
aufait_lexicon_add_slot (AufaitLexicon *lexicon,
                         AufaitPhrase *phrase,
                         AufaitSlot slot,
                         GPtrArray *words,
                         gboolean by_stem)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);
    gboolean is_exact =
        !by_stem || word[0] == '=' || g_utf8_strlen (word, -1) <= MAX_WORD_WITHOUT_STEM;

    append_keys (lexicon, keys, phrase->entry->language, word[0] == '=' ? word + 1 : word,
                 !is_exact);
  }
  slot.n_keys = (guint16) keys->len;
  slot.keys = (guint32 *) (gpointer) g_array_free (keys, keys->len == 0);
  phrase->slots = g_renew (AufaitSlot, phrase->slots, phrase->n_slots + 1);
  phrase->slots[phrase->n_slots++] = slot;
}

void
aufait_lexicon_take_phrase (AufaitLexicon *lexicon, AufaitPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_slots; i++)
    phrase->slots[i].keys =
        move_to_block (lexicon, phrase->slots[i].keys, phrase->slots[i].n_keys * sizeof (guint32));
  phrase->slots = move_to_block (lexicon, phrase->slots, phrase->n_slots * sizeof (AufaitSlot));
  phrase = move_to_block (lexicon, phrase, sizeof (AufaitPhrase));
  g_ptr_array_add (lexicon->phrases, phrase);
  index_phrase (lexicon, phrase);
}

/* --- the whole ----------------------------------------------------------------------------- */

static AufaitLexicon *
make_empty (void)
{
  AufaitLexicon *lexicon = g_new (AufaitLexicon, 1);

  lexicon->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_language);
  lexicon->keys = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->phrases = g_ptr_array_new ();
  lexicon->by_key = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  lexicon->entries = g_ptr_array_new_with_free_func (g_free);
  lexicon->names = g_string_chunk_new (4096);
  lexicon->blocks = g_ptr_array_new_with_free_func (g_free);
  return lexicon;
}

AufaitLexicon *
aufait_lexicon_new (const char *const *languages, const char *const *texts, GPtrArray *ret_problems)
{
  AufaitLexicon *lexicon = make_empty ();

  for (guint i = 0; languages[i] != NULL; i++)
    aufait_lexicon_reader_read (lexicon, languages[i], texts[i], ret_problems);
  return lexicon;
}

void
aufait_lexicon_free (AufaitLexicon *lexicon)
{
  g_ptr_array_unref (lexicon->languages);
  g_hash_table_unref (lexicon->by_key);
  g_ptr_array_unref (lexicon->phrases);
  g_hash_table_unref (lexicon->keys);
  g_ptr_array_unref (lexicon->entries);
  g_string_chunk_free (lexicon->names);
  g_ptr_array_unref (lexicon->blocks);
  g_free (lexicon);
}

static AufaitLexicon *
load_resources (void)
{
  AufaitLexicon *lexicon = make_empty ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = NULL;
  GResource *files;

  if (aufait_lexicons_get_resource () == NULL)
    aufait_lexicons_register_resource ();
  files = aufait_lexicons_get_resource ();
  names = g_resource_enumerate_children (files, LEXICON_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    g_autofree char *path = g_build_path ("/", LEXICON_FOLDER, names[i], NULL);
    g_autoptr (GBytes) bytes =
        g_resource_lookup_data (files, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    if (!g_str_has_suffix (names[i], LEXICON_SUFFIX) || bytes == NULL)
      continue;
    *strrchr (names[i], '.') = '\0';
    aufait_lexicon_reader_read (lexicon, names[i], g_bytes_get_data (bytes, NULL), problems);
  }
  for (guint i = 0; i < problems->len; i++)
    g_warning ("%s", (const char *) g_ptr_array_index (problems, i));
  return lexicon;
}

/* Nothing but a copy, in another form, of what is compiled in: it can be made anew at any time. */
static AufaitLexicon *loaded;

const AufaitLexicon *
aufait_lexicon_get (void)
{
  if (loaded == NULL)
    loaded = load_resources ();
  return loaded;
}

void
aufait_lexicon_release (void)
{
  g_clear_pointer (&loaded, aufait_lexicon_free);
}

guint
aufait_lexicon_get_n_languages (const AufaitLexicon *lexicon)
{
  return lexicon->languages->len;
}

const char *
aufait_lexicon_get_language (const AufaitLexicon *lexicon, guint language)
{
  const Language *known = g_ptr_array_index (lexicon->languages, language);

  return known->name;
}

static guint32
lookup_key (const AufaitLexicon *lexicon, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->keys, word));
}

void
aufait_lexicon_get_keys (const AufaitLexicon *lexicon,
                         const char *folded,
                         const char *accented,
                         guint32 *ret_keys)
{
  ret_keys[0] = lookup_key (lexicon, accented);
  for (guint i = 0; i < lexicon->languages->len; i++) {
    g_autofree char *stem = dup_stem (g_ptr_array_index (lexicon->languages, i), folded);

    ret_keys[1 + i] = lookup_key (lexicon, stem);
  }
}

const AufaitLexiconPhrases *
aufait_lexicon_get_phrases (const AufaitLexicon *lexicon, guint32 key)
{
  return g_hash_table_lookup (lexicon->by_key, GUINT_TO_POINTER (key));
}

gboolean
aufait_lexicon_is_common (const AufaitLexicon *lexicon, guint language, guint32 key)
{
  const Language *known = g_ptr_array_index (lexicon->languages, language);

  return key != 0 && g_hash_table_contains (known->common, GUINT_TO_POINTER (key));
}

const GPtrArray *
aufait_lexicon_get_all_phrases (const AufaitLexicon *lexicon)
{
  return lexicon->phrases;
}
