/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-name-address.h"
#include "aufait-name-doer.h"
#include "aufait-name-stranger.h"
#include "aufait-name-verb.h"
#include "aufait-names-private.h"

/* What speaks for a run of words being a name. */
typedef enum {
  TRUST_NONE, /* a word like others */
  TRUST_WEAK, /* a name if the text names nobody else: “Rose” at the beginning of a sentence */
  TRUST_FULL,
} Trust;

typedef struct {
  guint first;        /* word */
  guint n_words;      /* 0: nobody was found here */
  guint rank;         /* of what was found, the highest counts: length, then the whole of a name */
  Trust trust;        /* of the best */
  GPtrArray *owners;  /* AufaitNameIndexPerson: who has the name */
  const char *single; /* a word as a name has it, that was judged standing alone; NULL: none yet */
  Trust single_trust;
} Match;

/* What a word of the text is in itself; looked up when it is first asked for. */
typedef struct {
  gboolean is_known;
  gboolean is_telling; /* could name someone by itself */
  AufaitCommonNames common;
} Facts;

typedef struct {
  const AufaitNames *names;
  const char *text;
  GArray *words;        /* AufaitNameWord */
  AufaitNameText *read; /* the same text */
  Facts *facts;         /* of each */
  AufaitNameAddress address;
  gsize skip_until;   /* in the text: words that begin before are part of an address */
  GArray *matches;    /* Match, in the order of the text */
  GPtrArray *people;  /* AufaitRef: who is meant for sure */
  const char *unsure; /* in the text */
  gsize unsure_length;
} Search;

static const AufaitNameWord *
get_word (const Search *search, guint i)
{
  return &g_array_index (search->words, AufaitNameWord, i);
}

static const Facts *
get_facts (const Search *search, guint i)
{
  const AufaitNameWord *word = get_word (search, i);
  Facts *facts = &search->facts[i];

  if (!facts->is_known) {
    facts->is_known = TRUE;
    facts->is_telling =
        strlen (word->folded) > 1 && !aufait_common_names_is_particle (word->folded);
    facts->common = aufait_common_names_look_up (word->lower);
  }

  return facts;
}

static void
clear_match (gpointer data)
{
  Match *match = data;

  g_clear_pointer (&match->owners, g_ptr_array_unref);
}

/* --- a run of words that is a name, or a part of one -------------------------------------------
 */

/* How many words from @first on are those of the phrase from the spot on. */
static guint
count_equal (const Search *search, guint first, const AufaitNameIndexSpot *spot)
{
  guint n = 1;

  while (first + n < search->words->len && spot->position + n < spot->phrase->words->len) {
    const AufaitNameWord *written = get_word (search, first + n);
    const AufaitNameWord *word = aufait_name_index_phrase_word (spot->phrase, spot->position + n);

    if (written->gap == AUFAIT_NAME_WORD_BREAK || written->gap == AUFAIT_NAME_WORD_SUFFIX ||
        !g_str_equal (written->folded, word->folded))
      break;
    n++;
  }

  return n;
}

static gboolean
is_glued (const AufaitNameWord *word)
{
  return word->gap == AUFAIT_NAME_WORD_GLUED;
}

/* Lets no run end within “Jean-Luc”, be it so in the text or in the name. */
static guint
cut_at_groups (const Search *search, guint first, const AufaitNameIndexSpot *spot, guint n)
{
  while (n > 0) {
    guint in_text = first + n;
    guint in_name = spot->position + n;

    if ((in_text >= search->words->len || !is_glued (get_word (search, in_text))) &&
        (in_name >= spot->phrase->words->len ||
         !is_glued (aufait_name_index_phrase_word (spot->phrase, in_name))))
      break;
    n--;
  }

  return n;
}

/* A word of the run that could name someone by itself; @ret_n: how many there are. In “de la Rose”
 * it is the last that decides. */
static guint
find_telling_word (const Search *search, guint first, guint n, guint *ret_n)
{
  guint telling = first;

  *ret_n = 0;
  for (guint i = first; i < first + n; i++) {
    if (get_facts (search, i)->is_telling) {
      telling = i;
      (*ret_n)++;
    }
  }

  return telling;
}

static gboolean
has_more_accents (const Search *search, guint first, const AufaitNameIndexSpot *spot, guint n)
{
  for (guint i = 0; i < n; i++) {
    const AufaitNameWord *word = aufait_name_index_phrase_word (spot->phrase, spot->position + i);

    if (aufait_name_word_has_more_accents (get_word (search, first + i)->lower, word->lower))
      return TRUE;
  }

  return FALSE;
}

/* --- is it the name, or a word that is written the same ------------------------------------- */

/* “marié” is not Marie, but “Zoé” may well be someone who was written down as Zoe. */
static Trust
judge_single (const AufaitNameWord *word, AufaitCommonNames common, gboolean is_odd)
{
  if (common == AUFAIT_COMMON_NAMES_CAPITALISED)
    return word->is_first && !word->is_small && !is_odd ? TRUST_WEAK : TRUST_NONE;
  if (word->is_small)
    return common == AUFAIT_COMMON_NAMES_NO && !is_odd ? TRUST_FULL : TRUST_NONE;
  if (common == AUFAIT_COMMON_NAMES_WORD && is_odd)
    return TRUST_NONE;
  if (common == AUFAIT_COMMON_NAMES_WORD || is_odd)
    return word->is_first ? TRUST_WEAK : TRUST_FULL;

  return TRUST_FULL;
}

/* "with May": whom one does something with is no month and no town. */
static gboolean
is_companion (const Search *search, guint i)
{
  const AufaitNameWord *word = get_word (search, i);
  const AufaitNameWord *before = i > 0 ? get_word (search, i - 1) : NULL;

  return before != NULL && !word->is_small &&
         (word->gap == AUFAIT_NAME_WORD_SPACE || search->text[before->end] == '/') &&
         aufait_common_names_is_companion (before->folded);
}

/* A word that says too little where it stands, but for what is behind: "Rose a un examen". */
static Trust
judge_first (const Search *search, guint i, Trust trust, gboolean is_odd)
{
  const AufaitNameWord *word = get_word (search, i);

  if (trust == TRUST_FULL || !word->is_first || is_odd ||
      (word->is_small && get_facts (search, i)->common == AUFAIT_COMMON_NAMES_CAPITALISED))
    return trust;
  return aufait_name_doer_begins (search->read, i) ? TRUST_FULL : trust;
}

static Trust
judge (const Search *search, guint first, const AufaitNameIndexSpot *spot, guint n)
{
  const AufaitNameWord *word = get_word (search, first);
  gboolean is_odd;
  guint telling, n_telling;

  if (word->is_at)
    return TRUST_FULL;
  is_odd = has_more_accents (search, first, spot, n);
  telling = find_telling_word (search, first, n, &n_telling);
  if (n_telling == 1 && !is_odd && is_companion (search, first))
    return TRUST_FULL;
  if (n_telling == 1 && n == 1)
    return judge_first (search, first,
                        judge_single (word, get_facts (search, first)->common, is_odd), is_odd);
  if (n_telling == 1)
    return judge_single (get_word (search, telling), get_facts (search, telling)->common, is_odd);
  if (n_telling == 0)
    return n == spot->phrase->words->len && !word->is_small && !word->is_first && !is_odd
               ? TRUST_FULL
               : TRUST_NONE;

  return is_odd && word->is_small ? TRUST_NONE : TRUST_FULL;
}

/* As above. Of the many who have a first name in common all are judged alike where it stands alone.
 */
static Trust
judge_once (const Search *search, const AufaitNameIndexSpot *spot, guint n, Match *match)
{
  const char *lower = aufait_name_index_phrase_word (spot->phrase, spot->position)->lower;

  if (n > 1 || !get_facts (search, match->first)->is_telling)
    return judge (search, match->first, spot, n);
  if (match->single == NULL || !g_str_equal (match->single, lower)) {
    match->single = lower;
    match->single_trust = judge (search, match->first, spot, n);
  }
  return match->single_trust;
}

static void
try_spot (const Search *search, const AufaitNameIndexSpot *spot, Match *match)
{
  guint n, rank;
  Trust trust;

  if (is_glued (aufait_name_index_phrase_word (spot->phrase, spot->position)))
    return;
  n = cut_at_groups (search, match->first, spot, count_equal (search, match->first, spot));
  if (n == 0)
    return;
  rank = n * 2 + (n == spot->phrase->words->len);
  if (rank < match->rank)
    return;

  trust = judge_once (search, spot, n, match);
  if (trust == TRUST_NONE)
    return;
  if (rank > match->rank || trust > match->trust) {
    g_ptr_array_set_size (match->owners, 0);
    match->rank = rank;
    match->trust = trust;
    match->n_words = n;
  }
  if (trust == match->trust &&
      (match->owners->len == 0 ||
       match->owners->pdata[match->owners->len - 1] != spot->phrase->person))
    g_ptr_array_add (match->owners, (gpointer) spot->phrase->person);
}

static Match
find_match (const Search *search, guint first)
{
  const AufaitNameWord *word = get_word (search, first);
  const GArray *spots = aufait_name_index_get_spots (search->names->index, word->folded);
  Match match = { .first = first, .owners = g_ptr_array_new () };

  for (guint i = 0; spots != NULL && i < spots->len; i++)
    try_spot (search, &g_array_index (spots, AufaitNameIndexSpot, i), &match);

  return match;
}

/* --- addresses ------------------------------------------------------------------------------- */

/* The address itself may name someone. */
static void
skip_address (Search *search, const AufaitNameWord *word)
{
  g_autofree char *address = aufait_name_address_dup (&search->address, word);
  const GPtrArray *owners;

  if (address == NULL)
    return;

  search->skip_until = word->start + strlen (address);
  owners = aufait_name_index_get_by_email (search->names->index, address);
  if (owners != NULL && owners->len == 1)
    aufait_names_add_ref (search->people, owners->pdata[0]);
}

/* --- the text ------------------------------------------------------------------------------ */

static void
tell_unsure (Search *search, guint first, guint n_words)
{
  gsize start = get_word (search, first)->start;

  if (search->unsure != NULL)
    return;

  search->unsure = search->text + start;
  search->unsure_length = get_word (search, first + n_words - 1)->end - start;
}

/* “@3” is an id; “@18h” a time. */
static gboolean
read_number (Search *search, const AufaitNameWord *word)
{
  const AufaitNameIndexPerson *person;

  if (!g_ascii_isdigit (*word->folded))
    return FALSE;

  person = aufait_name_index_get (search->names->index, g_ascii_strtoll (word->folded, NULL, 10));
  if (person != NULL && strspn (word->folded, "0123456789") == strlen (word->folded))
    aufait_names_add_ref (search->people, person);
  return TRUE;
}

static guint
count_group (const Search *search, guint first)
{
  guint n = 1;

  while (first + n < search->words->len && is_glued (get_word (search, first + n)))
    n++;

  return n;
}

/* Whether what was found is a verb there, or of someone else's name. More words of a name than a
 * first name with a hyphen are theirs for sure. */
static gboolean
is_other (const Search *search, const Match *match)
{
  guint i = match->first;

  if (match->n_words == 0 || get_word (search, i)->is_at)
    return FALSE;
  if (match->n_words == 1 && aufait_name_verb_is (search->text, search->words, i))
    return TRUE;
  return match->n_words <= count_group (search, i) && aufait_name_stranger_is (search->read, i);
}

/* Gives how many words were used. */
static guint
read_word (Search *search, guint i)
{
  const AufaitNameWord *word = get_word (search, i);
  Match match;

  if (!word->is_at && is_glued (word))
    return 1;
  if (word->is_at && read_number (search, word))
    return 1;

  match = find_match (search, i);
  if (is_other (search, &match)) {
    clear_match (&match);
    return 1;
  }
  if (match.owners->len > 0) {
    g_array_append_val (search->matches, match);
    return match.n_words;
  }

  clear_match (&match);
  if (!word->is_at)
    return 1;
  tell_unsure (search, i, count_group (search, i));
  return count_group (search, i);
}

static void
read_text (Search *search)
{
  for (guint i = 0; i < search->words->len;) {
    const AufaitNameWord *word = get_word (search, i);

    if (word->start >= search->skip_until && !is_glued (word))
      skip_address (search, word);
    i += word->start < search->skip_until ? 1 : read_word (search, i);
  }
}

static guint
count_named (const Search *search, const Match *match)
{
  guint n = 0;

  for (guint i = 0; i < match->owners->len; i++) {
    const AufaitNameIndexPerson *owner = match->owners->pdata[i];

    for (guint j = 0; j < search->people->len; j++)
      n += ((const AufaitRef *) search->people->pdata[j])->id == owner->id;
  }

  return n;
}

/* Those who have their name alone first: “Marie Curie dort. Marie est fatiguée.” speaks of one. */
static void
decide (Search *search, Trust trust)
{
  for (guint i = 0; i < search->matches->len; i++) {
    const Match *match = &g_array_index (search->matches, Match, i);

    if (match->trust == trust && match->owners->len == 1)
      aufait_names_add_ref (search->people, match->owners->pdata[0]);
  }
  for (guint i = 0; i < search->matches->len; i++) {
    const Match *match = &g_array_index (search->matches, Match, i);

    if (match->trust == trust && match->owners->len > 1 && count_named (search, match) != 1)
      tell_unsure (search, match->first, match->n_words);
  }
}

GPtrArray *
aufait_names_find (const AufaitNames *names, const char *text, char **ret_unsure)
{
  g_autoptr (GArray) words = aufait_name_word_split (text);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autofree Facts *facts = g_new0 (Facts, words->len);
  AufaitNameText read;
  Search search = {
    .names = names, .text = text, .words = words, .facts = facts, .matches = matches, .read = &read
  };

  aufait_name_text_init (&read, names->index, text, words);
  g_array_set_clear_func (matches, clear_match);
  search.address.text = text;
  search.people = aufait_names_new_refs ();
  read_text (&search);
  decide (&search, TRUST_FULL);
  if (search.people->len == 0 && search.unsure == NULL)
    decide (&search, TRUST_WEAK);
  aufait_name_text_clear (&read);

  *ret_unsure = search.unsure != NULL ? g_strndup (search.unsure, search.unsure_length) : NULL;
  return search.people;
}
