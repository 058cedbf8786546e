/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reading.h"

#define NO_LANGUAGE G_MAXUINT

/* Which classes there are at a place: most questions are answered by that alone. */
typedef struct {
  guint64 bits[(AUFAIT_N_WORD_CLASSES + 63) / 64];
} ClassSet;

struct _AufaitReading {
  char *text;
  const AufaitLexicon *lexicon;
  AufaitTokens *tokens;
  guint n_keys;       /* for each token */
  guint32 *keys;      /* of each token: as it is, then its stem in each language */
  gboolean *hidden;   /* of each token */
  guint *first_marks; /* of each token, and behind the last */
  GArray *marks;      /* AufaitMark, by their first token */
  GArray *back_marks; /* the same, by the token that they end before */
  guint *first_backs;
  guint *languages; /* of each token: that of its sentence */
  ClassSet *begun;  /* of each token: the classes of what begins there */
  ClassSet *ended;  /* of each token, and behind the last: of what ends before it */
};

/* --- matching a phrase --------------------------------------------------------------------- */

static gboolean
is_wordy (const AufaitToken *token)
{
  return token != NULL && token->type != AUFAIT_TOKEN_SIGN;
}

/* Between two words of a phrase a hyphen may stand ("week-end"), a slash ("w/e"), "&" ("A&E"), or
 * the dot of an abbreviation ("sem. pro"). */
static guint
skip_joint (const AufaitReading *reading, guint index)
{
  const AufaitToken *sign = aufait_tokens_get (reading->tokens, index);
  const AufaitToken *after = aufait_tokens_get (reading->tokens, index + 1);
  const AufaitToken *before;

  if (index == 0 || sign == NULL || !sign->is_glued || !is_wordy (after))
    return index;
  before = aufait_tokens_get (reading->tokens, index - 1);
  if ((aufait_token_is_sign (sign, '-') || aufait_token_is_sign (sign, '/') ||
       aufait_token_is_sign (sign, '&')) &&
      after->is_glued)
    return index + 1;
  if (aufait_token_is_sign (sign, '.') && before->end - before->start <= 5)
    return index + 1;
  return index;
}

/* Whether the phrase is of another language than the sentence: its words may be borrowed, but only
 * as they are. By its stem "mai" would be "may", and "passe" would have passed away. */
static gboolean
is_foreign (const AufaitReading *reading, const AufaitPhrase *phrase, guint index)
{
  guint language = reading->languages[index];

  return language != NO_LANGUAGE && language != aufait_phrase_get_entry (phrase)->language;
}

static gboolean
fits (const AufaitReading *reading, const AufaitPhrase *phrase, const AufaitSlot *slot, guint index)
{
  const AufaitToken *token = aufait_tokens_get (reading->tokens, index);
  const guint32 *keys = reading->keys + (gsize) index * reading->n_keys;
  const guint32 *wanted = aufait_slot_get_keys (slot);
  guint n_keys;

  if (!is_wordy (token))
    return FALSE;
  if (slot->is_number)
    return token->type == AUFAIT_TOKEN_NUMBER;
  if (slot->is_capital)
    return token->is_capital;
  if (wanted == NULL)
    return TRUE;
  n_keys = is_foreign (reading, phrase, index) ? 1 : reading->n_keys;
  for (guint i = 0; i < slot->n_keys; i++)
    for (guint j = 0; j < n_keys; j++)
      if (wanted[i] == keys[j])
        return TRUE;
  return FALSE;
}

/* Where the phrase from @slot on ends when it begins at @index, the longest way; 0: nowhere. Goes
 * no deeper than a phrase has slots. */
static guint
match_slots (const AufaitReading *reading, const AufaitPhrase *phrase, guint slot, guint index)
{
  const AufaitSlot *wanted = &phrase->slots[slot];
  guint at, longest = 0;

  if (slot == phrase->n_slots)
    return index;
  at = slot == 0 ? index : skip_joint (reading, index);
  if (wanted->max_skip > 0 && wanted->n_keys == 0) {
    for (guint i = 0; i <= wanted->max_skip; i++) {
      guint end = i == 0 && wanted->max_skip == 1 ? 0 : match_slots (reading, phrase, slot + 1, at);

      longest = MAX (longest, end);
      if (!is_wordy (aufait_tokens_get (reading->tokens, at)))
        break;
      at = skip_joint (reading, at + 1);
    }
    return longest;
  }
  if (fits (reading, phrase, wanted, at))
    longest = match_slots (reading, phrase, slot + 1, at + 1);
  if (longest == 0 && wanted->is_optional)
    longest = match_slots (reading, phrase, slot + 1, index);
  return longest;
}

/* --- marking ------------------------------------------------------------------------------- */

/* A word that is common in the language of the sentence is not a rarer word of another one: "part"
 * and "on" are two words each. Nor does a lone word of another one tell the tense
 * or count: "prise de sang", "the premiere".
 */
static gboolean
is_misread (const AufaitReading *reading, const AufaitPhrase *phrase, const AufaitMark *mark)
{
  if (!is_foreign (reading, phrase, mark->first) || mark->behind > mark->first + 1)
    return FALSE;
  return mark->entry->class == AUFAIT_WORD_PAST || mark->entry->class == AUFAIT_WORD_FUTURE ||
         mark->entry->class == AUFAIT_WORD_ORDINAL ||
         aufait_lexicon_is_common (reading->lexicon, reading->languages[mark->first],
                                   reading->keys[(gsize) mark->first * reading->n_keys]);
}

/* Where @phrase ends, which was found by a key of the word at @index; 0: it does not fit. */
static guint
match_phrase (const AufaitReading *reading,
              const AufaitPhrase *phrase,
              guint index,
              gboolean is_stem)
{
  if (phrase->slots[0].is_optional)
    return match_slots (reading, phrase, 0, index);
  if (is_stem && is_foreign (reading, phrase, index))
    return 0;
  return match_slots (reading, phrase, 1, index + 1);
}

static void
note_class (ClassSet *set, AufaitWordClass class)
{
  set->bits[class / 64] |= G_GUINT64_CONSTANT (1) << (class % 64);
}

static gboolean
has_class (const ClassSet *set, AufaitWordClass class)
{
  return (set->bits[class / 64] >> (class % 64) & 1) != 0;
}

static void
mark_phrases (AufaitReading *reading,
              guint index,
              const AufaitLexiconPhrases *list,
              gboolean is_stem)
{
  for (guint i = 0; list != NULL && i < list->n_phrases; i++) {
    const AufaitPhrase *phrase = aufait_lexicon_phrases_get (list, i);
    AufaitMark mark = { aufait_phrase_get_entry (phrase), index,
                        match_phrase (reading, phrase, index, is_stem) };

    if (mark.behind <= index || is_misread (reading, phrase, &mark))
      continue;
    g_array_append_val (reading->marks, mark);
    note_class (&reading->begun[index], mark.entry->class);
    note_class (&reading->ended[mark.behind], mark.entry->class);
  }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const AufaitMark *one = a, *other = b;

  return (one->behind > other->behind) - (one->behind < other->behind);
}

static void
mark_all (AufaitReading *reading)
{
  guint length = aufait_tokens_get_length (reading->tokens);
  guint mark = 0;

  for (guint i = 0; i < length; i++) {
    const guint32 *keys = reading->keys + (gsize) i * reading->n_keys;

    reading->first_marks[i] = reading->marks->len;
    for (guint j = 0; j < reading->n_keys; j++)
      if (keys[j] != 0)
        mark_phrases (reading, i, aufait_lexicon_get_phrases (reading->lexicon, keys[j]), j > 0);
  }
  reading->first_marks[length] = reading->marks->len;
  g_array_append_vals (reading->back_marks, reading->marks->data, reading->marks->len);
  g_array_sort (reading->back_marks, compare_ends);
  for (guint i = 0; i <= length; i++) {
    while (mark < reading->back_marks->len &&
           g_array_index (reading->back_marks, AufaitMark, mark).behind < i)
      mark++;
    reading->first_backs[i] = mark;
  }
}

/* --- the language of a sentence ------------------------------------------------------------ */

/* The only language in which a word is a day or a month: "friday" tells as much as "the". */
static guint
find_only_language (const AufaitReading *reading, guint index)
{
  guint32 key = reading->keys[(gsize) index * reading->n_keys];
  const AufaitLexiconPhrases *list =
      key == 0 ? NULL : aufait_lexicon_get_phrases (reading->lexicon, key);
  guint language = NO_LANGUAGE;

  for (guint i = 0; list != NULL && i < list->n_phrases; i++) {
    const AufaitPhrase *phrase = aufait_lexicon_phrases_get (list, i);
    const AufaitEntry *entry = aufait_phrase_get_entry (phrase);

    if (entry->class != AUFAIT_WORD_WEEKDAY && entry->class != AUFAIT_WORD_MONTH &&
        entry->class != AUFAIT_WORD_RELATIVE)
      continue;
    if (entry->is_weak || phrase->n_slots != 1 ||
        (language != NO_LANGUAGE && language != entry->language))
      return NO_LANGUAGE;
    language = entry->language;
  }
  return language;
}

static guint
choose_language (const AufaitReading *reading, guint first, guint behind, guint otherwise)
{
  guint n = aufait_lexicon_get_n_languages (reading->lexicon);
  g_autofree guint *counts = g_new0 (guint, n);
  guint best = 0;
  gboolean is_tie = TRUE;

  for (guint i = first; i < behind; i++) {
    guint32 key = reading->keys[(gsize) i * reading->n_keys];
    guint only = find_only_language (reading, i);

    for (guint j = 0; j < n; j++)
      if (only == j || aufait_lexicon_is_common (reading->lexicon, j, key))
        counts[j]++;
  }
  for (guint j = 1; j < n; j++) {
    if (counts[j] == counts[best])
      continue;
    is_tie = FALSE;
    if (counts[j] > counts[best])
      best = j;
  }
  return is_tie ? otherwise : best;
}

static void
find_languages (AufaitReading *reading)
{
  guint length = aufait_tokens_get_length (reading->tokens);
  guint whole = choose_language (reading, 0, length, NO_LANGUAGE);
  guint first = 0;

  for (guint i = 0; i <= length; i++) {
    const AufaitToken *token = aufait_tokens_get (reading->tokens, i);
    guint language;

    if (token != NULL && !aufait_token_is_sign (token, '.') && !aufait_token_is_sign (token, ',') &&
        !aufait_token_is_sign (token, ';') && !aufait_token_is_sign (token, '\n'))
      continue;
    language = choose_language (reading, first, i, whole);
    for (; first < MIN (i + 1, length); first++)
      reading->languages[first] = language;
  }
}

/* --- making -------------------------------------------------------------------------------- */

/* Figures of more digits stand in no phrase; "2moro" has those of one. */
#define FIGURES_MAX 3

static void
find_keys (AufaitReading *reading)
{
  for (guint i = 0; i < aufait_tokens_get_length (reading->tokens); i++) {
    const AufaitToken *token = aufait_tokens_get (reading->tokens, i);
    guint32 *keys = reading->keys + (gsize) i * reading->n_keys;

    if (token->type == AUFAIT_TOKEN_WORD) {
      aufait_lexicon_get_keys (reading->lexicon, token->folded, token->accented, keys);
    } else if (token->type == AUFAIT_TOKEN_NUMBER && token->digits <= FIGURES_MAX) {
      g_autofree char *figures =
          g_strndup (reading->text + token->start, token->end - token->start);

      aufait_lexicon_get_keys (reading->lexicon, figures, figures, keys);
    }
  }
}

AufaitReading *
aufait_reading_new (const char *text, const AufaitLexicon *lexicon)
{
  AufaitReading *reading = g_new0 (AufaitReading, 1);
  gsize length;

  reading->text = g_strdup (text);
  reading->lexicon = lexicon;
  reading->tokens = aufait_tokens_new (text);
  length = aufait_tokens_get_length (reading->tokens);
  reading->n_keys = 1 + aufait_lexicon_get_n_languages (lexicon);
  reading->keys = g_new0 (guint32, length * reading->n_keys + 1);
  reading->hidden = g_new0 (gboolean, length + 1);
  reading->first_marks = g_new0 (guint, length + 2);
  reading->first_backs = g_new0 (guint, length + 2);
  reading->languages = g_new0 (guint, length + 1);
  reading->begun = g_new0 (ClassSet, length + 1);
  reading->ended = g_new0 (ClassSet, length + 1);
  reading->marks = g_array_new (FALSE, FALSE, sizeof (AufaitMark));
  reading->back_marks = g_array_new (FALSE, FALSE, sizeof (AufaitMark));
  find_keys (reading);
  find_languages (reading);
  mark_all (reading);
  return reading;
}

void
aufait_reading_free (AufaitReading *reading)
{
  aufait_tokens_free (reading->tokens);
  g_array_unref (reading->marks);
  g_array_unref (reading->back_marks);
  g_free (reading->keys);
  g_free (reading->hidden);
  g_free (reading->first_marks);
  g_free (reading->first_backs);
  g_free (reading->languages);
  g_free (reading->begun);
  g_free (reading->ended);
  g_free (reading->text);
  g_free (reading);
}

/* --- asking -------------------------------------------------------------------------------- */

const char *
aufait_reading_get_text (const AufaitReading *reading)
{
  return reading->text;
}

const AufaitLexicon *
aufait_reading_get_lexicon (const AufaitReading *reading)
{
  return reading->lexicon;
}

guint
aufait_reading_get_length (const AufaitReading *reading)
{
  return aufait_tokens_get_length (reading->tokens);
}

const AufaitToken *
aufait_reading_get (const AufaitReading *reading, guint index)
{
  return aufait_tokens_get (reading->tokens, index);
}

static gboolean
is_visible (const AufaitReading *reading, const AufaitMark *mark)
{
  return !reading->hidden[mark->first] && !reading->hidden[mark->behind - 1];
}

/* The longer phrase; of two as long the one that says more, and that of the sentence's language. */
static gboolean
is_better (const AufaitReading *reading, const AufaitMark *mark, const AufaitMark *other)
{
  guint language = reading->languages[mark->first];

  if (mark->behind != other->behind)
    return mark->behind > other->behind;
  if ((mark->entry->language == language) != (other->entry->language == language))
    return mark->entry->language == language;
  return mark->entry->weight > other->entry->weight;
}

const AufaitMark *
aufait_reading_find (const AufaitReading *reading, guint index, AufaitWordClass class)
{
  const AufaitMark *longest = NULL;

  if (index >= aufait_reading_get_length (reading) || !has_class (&reading->begun[index], class))
    return NULL;
  for (guint i = reading->first_marks[index]; i < reading->first_marks[index + 1]; i++) {
    const AufaitMark *mark = &g_array_index (reading->marks, AufaitMark, i);

    if (mark->entry->class != class || !is_visible (reading, mark))
      continue;
    if (longest == NULL || is_better (reading, mark, longest))
      longest = mark;
  }
  return longest;
}

guint
aufait_reading_skip (const AufaitReading *reading, guint index, AufaitWordClass class)
{
  const AufaitMark *mark = aufait_reading_find (reading, index, class);

  return mark != NULL ? mark->behind : index;
}

gboolean
aufait_reading_follows (const AufaitReading *reading, guint index, AufaitWordClass class)
{
  if (index > aufait_reading_get_length (reading) || !has_class (&reading->ended[index], class))
    return FALSE;
  for (guint i = reading->first_backs[index]; i < reading->back_marks->len; i++) {
    const AufaitMark *mark = &g_array_index (reading->back_marks, AufaitMark, i);

    if (mark->behind != index)
      break;
    if (mark->entry->class == class && is_visible (reading, mark))
      return TRUE;
  }
  return FALSE;
}

gboolean
aufait_reading_is_common (const AufaitReading *reading, guint index)
{
  guint n = aufait_lexicon_get_n_languages (reading->lexicon);

  if (index >= aufait_reading_get_length (reading))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (aufait_lexicon_is_common (reading->lexicon, i,
                                  reading->keys[(gsize) index * reading->n_keys]))
      return TRUE;
  return FALSE;
}

void
aufait_reading_hide (AufaitReading *reading, guint first, guint behind)
{
  for (guint i = first; i < MIN (behind, aufait_reading_get_length (reading)); i++)
    reading->hidden[i] = TRUE;
}

gboolean
aufait_reading_is_hidden (const AufaitReading *reading, guint index)
{
  return index < aufait_reading_get_length (reading) && reading->hidden[index];
}

char *
aufait_reading_dup_text (const AufaitReading *reading, guint first, guint behind)
{
  const AufaitToken *from = aufait_reading_get (reading, first);
  const AufaitToken *to = behind > 0 ? aufait_reading_get (reading, behind - 1) : NULL;

  if (from == NULL || to == NULL || behind <= first)
    return g_strdup ("");
  return g_strndup (reading->text + from->start, to->end - from->start);
}
