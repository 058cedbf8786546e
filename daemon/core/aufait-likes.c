/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-likes.h"

#include <string.h>

#include "aufait-likes-words.h"
#include "aufait-stemmer.h"
#include "aufait-text.h"

/* A description begins with what it is about and ends with how to get there. */
#define MAX_DESCRIPTION_WORDS 60

/* The most words that are one thing: "nage en eau libre". */
#define MAX_JOINED 4

/* Short words have too many neighbours to be told by their stem. */
#define MAX_WORD_WITHOUT_STEM 3

#define N_STEMMERS 2

typedef struct {
  char *written;
  GStrv keys; /* each tells which words it is the same as */
  gboolean is_weak;
  gboolean is_thing; /* known, and particular: enough alone */
} Word;

struct _AufaitLikes {
  GPtrArray *words;                    /* Word */
  AufaitStemmer *stemmers[N_STEMMERS]; /* while it is made; NULL: not needed */
};

static void
free_word (Word *word)
{
  g_free (word->written);
  g_strfreev (word->keys);
  g_free (word);
}

static const Word *
get (const AufaitLikes *likes, guint index)
{
  return g_ptr_array_index (likes->words, index);
}

/* --- words --------------------------------------------------------------------------------- */

/* Addresses of the web and of mail say where, not what: blanks instead, so that offsets hold. */
static char *
dup_without_addresses (const char *text)
{
  char *plain = g_strdup (text);

  for (char *p = plain; *p != '\0';) {
    gsize length = strcspn (p, " \t\r\n");
    g_autofree char *chunk = g_strndup (p, length);

    if (strstr (chunk, "://") != NULL || strchr (chunk, '@') != NULL ||
        g_str_has_prefix (chunk, "www."))
      memset (p, ' ', length);
    p += length + strspn (p + length, " \t\r\n");
  }
  return plain;
}

static gboolean
is_number (const char *folded)
{
  return folded[strspn (folded, "0123456789")] == '\0';
}

static gboolean
counts (const char *folded, const char *const *names)
{
  return g_utf8_strlen (folded, -1) > 1 && !is_number (folded) &&
         !aufait_likes_words_is_general (folded) &&
         (names == NULL || !g_strv_contains (names, folded));
}

/* "le marché" is not "la marche", nor "le péché" "la pêche": whose accent at the end was written
 * is told apart, others may be left out. */
static gboolean
ends_accented (const char *written)
{
  g_autofree char *lower = g_utf8_strdown (written, -1);

  return g_str_has_suffix (lower, "é") || g_str_has_suffix (lower, "és");
}

/* One a language. */
static const struct {
  const char *algorithm;
  const char *prefix; /* of its keys */
} stemmers[N_STEMMERS] = { { "english", "en~" }, { "french", "fr~" } };

static GStrv
make_keys (AufaitLikes *likes, const char *folded, const char *written)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gboolean is_accented = ends_accented (written);

  if (g_utf8_strlen (folded, -1) <= MAX_WORD_WITHOUT_STEM || is_accented) {
    g_autofree char *key = g_strconcat (is_accented ? "é~" : "~", folded, NULL);

    if (is_accented && g_str_has_suffix (key, "s"))
      key[strlen (key) - 1] = '\0';
    g_strv_builder_add (keys, key);
    return g_strv_builder_end (keys);
  }
  for (guint i = 0; i < N_STEMMERS; i++) {
    g_autofree char *key = NULL;

    if (likes->stemmers[i] == NULL)
      likes->stemmers[i] = aufait_stemmer_new (stemmers[i].algorithm);
    key = aufait_stemmer_dup_stem (likes->stemmers[i], stemmers[i].prefix, folded);
    g_strv_builder_add (keys, key);
  }
  return g_strv_builder_end (keys);
}

/* The words from @first on that are one thing together, at most @length: how many they are; 0: they
 * are none. */
static guint
join_words (const AufaitWords *words, guint first, guint length, char **ret_joined)
{
  for (guint n = MIN (MAX_JOINED, length); n > 0; n--) {
    g_autoptr (GString) joined = g_string_new (aufait_words_get (words, first)->folded);
    gboolean is_kind;

    for (guint i = 1; i < n; i++)
      g_string_append_printf (joined, "_%s", aufait_words_get (words, first + i)->folded);
    if (aufait_likes_words_find_thing (joined->str, &is_kind) == NULL)
      continue;
    *ret_joined = g_string_free (g_steal_pointer (&joined), FALSE);
    return n;
  }
  return 0;
}

static Word *
make_word (AufaitLikes *likes, const char *text, gsize start, gsize end, const char *folded)
{
  Word *word = g_new0 (Word, 1);
  gboolean is_kind = TRUE;
  const char *thing = aufait_likes_words_find_thing (folded, &is_kind);

  word->written = g_strndup (text + start, end - start);
  word->is_weak = aufait_likes_words_is_weak (folded);
  word->is_thing = thing != NULL && !is_kind;
  if (thing != NULL) {
    word->keys = g_new0 (char *, 2);
    word->keys[0] = g_strconcat ("=", thing, NULL);
  } else {
    word->keys = make_keys (likes, folded, word->written);
  }
  return word;
}

static void
add_words (AufaitLikes *likes, const char *text, const char *const *names, guint max_words)
{
  g_autofree char *plain = dup_without_addresses (text);
  g_autoptr (AufaitWords) words = aufait_words_new (plain);
  guint length = MIN (aufait_words_get_length (words), max_words);

  for (guint i = 0; i < length;) {
    const AufaitWord *word = aufait_words_get (words, i);
    g_autofree char *joined = NULL;
    gboolean is_name = names != NULL && g_strv_contains (names, word->folded);
    guint n = is_name ? 0 : join_words (words, i, length - i, &joined);

    if (n > 0)
      g_ptr_array_add (likes->words, make_word (likes, plain, word->start,
                                                aufait_words_get (words, i + n - 1)->end, joined));
    else if (counts (word->folded, names))
      g_ptr_array_add (likes->words,
                       make_word (likes, plain, word->start, word->end, word->folded));
    i += MAX (n, 1);
  }
}

static void
clear_stemmers (AufaitLikes *likes)
{
  for (guint i = 0; i < N_STEMMERS; i++)
    g_clear_pointer (&likes->stemmers[i], aufait_stemmer_free);
}

/* What is weak counts only alone. */
static void
drop_weak (AufaitLikes *likes)
{
  gboolean has_other = FALSE;

  for (guint i = 0; i < likes->words->len; i++)
    has_other |= !get (likes, i)->is_weak;
  for (guint i = likes->words->len; has_other && i > 0; i--)
    if (get (likes, i - 1)->is_weak)
      g_ptr_array_remove_index (likes->words, i - 1);
}

static AufaitLikes *
make_empty (void)
{
  AufaitLikes *likes = g_new0 (AufaitLikes, 1);

  likes->words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
  return likes;
}

AufaitLikes *
aufait_likes_new (const char *text, const char *const *names)
{
  AufaitLikes *likes = make_empty ();

  add_words (likes, text, names, G_MAXUINT);
  drop_weak (likes);
  clear_stemmers (likes);
  return likes;
}

AufaitLikes *
aufait_likes_new_from_event (const AufaitEvent *event, const char *const *names)
{
  AufaitLikes *likes = make_empty ();

  if (event->summary != NULL)
    add_words (likes, event->summary, names, G_MAXUINT);
  if (event->description != NULL)
    add_words (likes, event->description, names, MAX_DESCRIPTION_WORDS);
  clear_stemmers (likes);
  return likes;
}

GStrv
aufait_likes_list_names (const GPtrArray *people)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < people->len; i++) {
    g_autoptr (AufaitWords) words = aufait_words_new (((AufaitRef *) people->pdata[i])->name);

    for (guint w = 0; w < aufait_words_get_length (words); w++)
      g_strv_builder_add (names, aufait_words_get (words, w)->folded);
  }
  return g_strv_builder_end (names);
}

void
aufait_likes_free (AufaitLikes *likes)
{
  g_ptr_array_unref (likes->words);
  g_free (likes);
}

gboolean
aufait_likes_is_empty (const AufaitLikes *likes)
{
  return likes->words->len == 0;
}

/* --- matching ------------------------------------------------------------------------------ */

static gboolean
is_same (const Word *a, const Word *b)
{
  for (guint i = 0; a->keys[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) b->keys, a->keys[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has (const AufaitLikes *likes, const Word *word)
{
  for (guint i = 0; i < likes->words->len; i++)
    if (is_same (get (likes, i), word))
      return TRUE;
  return FALSE;
}

static gboolean
is_about (const AufaitLikes *interest, const AufaitLikes *subject)
{
  guint n_words = interest->words->len, n_found = 0;

  for (guint i = 0; i < n_words; i++) {
    if (!has (subject, get (interest, i)))
      continue;
    if (get (interest, i)->is_thing)
      return TRUE;
    n_found++;
  }
  return n_found > 0 && (n_words <= 2 ? n_found == n_words : 3 * n_found >= 2 * n_words);
}

GStrv
aufait_likes_match (const AufaitLikes *interest, const AufaitLikes *subject)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!is_about (interest, subject))
    return NULL;
  found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < subject->words->len; i++) {
    const Word *word = get (subject, i);

    if (has (interest, word) &&
        !g_ptr_array_find_with_equal_func (found, word->written, g_str_equal, NULL))
      g_ptr_array_add (found, g_strdup (word->written));
  }
  g_ptr_array_add (found, NULL);
  return (GStrv) g_ptr_array_steal (found, NULL);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
aufait_likes_dup_keys (const AufaitLikes *likes)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const char *before = NULL;

  for (guint i = 0; i < likes->words->len; i++)
    for (guint j = 0; get (likes, i)->keys[j] != NULL; j++)
      g_ptr_array_add (sorted, get (likes, i)->keys[j]);
  g_ptr_array_sort (sorted, compare_keys);
  for (guint i = 0; i < sorted->len; i++) {
    if (g_strcmp0 (before, g_ptr_array_index (sorted, i)) != 0)
      g_strv_builder_add (keys, g_ptr_array_index (sorted, i));
    before = g_ptr_array_index (sorted, i);
  }
  return g_strv_builder_end (keys);
}
