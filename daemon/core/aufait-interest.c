/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-interest.h"

#define MAX_WORDS  6
#define MAX_ITEMS  12
#define MAX_BEFORE 3 /* words of a thing that someone is a fan of */

static gboolean
begins (const AufaitStatement *statement, guint index, AufaitWordClass class)
{
  return aufait_reading_find (statement->reading, index, class) != NULL;
}

/* "kiffe grave l'escalade", but not what ends a list: "loves jazz, still sings" */
static guint
skip_adverb (const AufaitStatement *statement, guint index)
{
  guint behind = aufait_reading_skip (statement->reading, index, AUFAIT_WORD_INTEREST_ADVERB);

  return behind > index &&
                 !aufait_token_is_sign (aufait_reading_get (statement->reading, index - 1), ',') &&
                 behind < statement->sentence.behind &&
                 aufait_reading_get (statement->reading, behind)->type == AUFAIT_TOKEN_WORD
             ? behind
             : index;
}

static guint
skip_articles (const AufaitStatement *statement, guint index)
{
  guint at = index, next;

  do {
    next = at;
    at = skip_adverb (statement, at); /* "un peu de", whose "un" is no article */
    at = aufait_reading_skip (statement->reading, at, AUFAIT_WORD_ARTICLE);
    at = skip_adverb (statement, at);
    if (aufait_token_is_word (aufait_reading_get (statement->reading, at), "de") ||
        aufait_token_is_word (aufait_reading_get (statement->reading, at), "d'") ||
        aufait_token_is_word (aufait_reading_get (statement->reading, at), "du") ||
        aufait_token_is_word (aufait_reading_get (statement->reading, at), "des"))
      at++;
  } while (at > next);
  return at;
}

/* "self-defence", "D&D" */
static gboolean
joins_word (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, index);
  const AufaitToken *behind = aufait_reading_get (statement->reading, index + 1);

  return token->is_glued && (aufait_token_is_sign (token, '-') ||
                             (aufait_token_is_sign (token, '&') && behind != NULL &&
                              behind->is_glued && behind->type == AUFAIT_TOKEN_WORD));
}

static gboolean
is_joint (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  return aufait_token_is_sign (token, ',') ||
         (aufait_token_is_sign (token, '&') && !joins_word (statement, index)) ||
         aufait_token_is_sign (token, '/') || aufait_token_is_sign (token, '+') ||
         begins (statement, index, AUFAIT_WORD_INTEREST_JOINT);
}

static gboolean
ends_item (const AufaitStatement *statement, guint index, guint first)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  if (index >= statement->sentence.behind || aufait_reading_is_hidden (statement->reading, index))
    return TRUE;
  if (token->type == AUFAIT_TOKEN_SIGN)
    return !joins_word (statement, index) || index == first;
  return aufait_statement_is_taken (statement, index) || is_joint (statement, index) ||
         begins (statement, index, AUFAIT_WORD_INTEREST_END) ||
         begins (statement, index, AUFAIT_WORD_EVERY) ||
         (index > first && begins (statement, index, AUFAIT_WORD_INTEREST));
}

/* What begins here says something new, rather than name one thing more. */
static gboolean
is_new_statement (const AufaitStatement *statement, guint index, guint behind)
{
  static const AufaitWordClass classes[] = {
    AUFAIT_WORD_INTEREST, AUFAIT_WORD_PROMISE, AUFAIT_WORD_IMPRESSION, AUFAIT_WORD_TRAVEL,
    AUFAIT_WORD_BE,       AUFAIT_WORD_PAST,    AUFAIT_WORD_NOT,        AUFAIT_WORD_MAYBE,
    AUFAIT_WORD_BACK,     AUFAIT_WORD_OWN,     AUFAIT_WORD_FUTURE,
  };
  guint bare = skip_articles (statement, index);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (begins (statement, index, classes[i]) && bare == index)
      return TRUE;
  /* "loves jazz, concert on Friday": an event with a day, or one before its end */
  for (guint i = index; i < behind; i++)
    if (begins (statement, i, AUFAIT_WORD_TOPIC) &&
        (aufait_statement_get_span_at (statement, behind) != NULL))
      return TRUE;
  return FALSE;
}

static guint
find_item_end (const AufaitStatement *statement, guint first)
{
  guint behind = first;

  while (behind - first < MAX_WORDS && !ends_item (statement, behind, first))
    behind++;
  if (!ends_item (statement, behind, first))
    return first; /* too long for a thing */
  while (behind > first && (aufait_reading_is_common (statement->reading, behind - 1) &&
                            behind - 1 > first && !joins_word (statement, behind - 2)))
    behind--;
  return behind;
}

static void
add_interest (const AufaitStatement *statement, guint first, guint behind, GPtrArray *interests)
{
  g_autofree char *text = aufait_reading_dup_text (statement->reading, first, behind);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (!g_ptr_array_find_with_equal_func (interests, lower, g_str_equal, NULL))
    g_ptr_array_add (interests, g_steal_pointer (&lower));
}

static gboolean
is_acceptable (const AufaitStatement *statement, guint first, const AufaitMark *mark)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, first);
  gboolean is_play = g_str_equal (mark->entry->name, "play");

  if (token == NULL || token->type != AUFAIT_TOKEN_WORD || first >= statement->sentence.behind)
    return FALSE;
  if (begins (statement, first, AUFAIT_WORD_INTEREST_NOT))
    return FALSE;
  if (aufait_token_is_one_of (token, statement->names))
    return FALSE;
  if (is_play && token->is_capital &&
      !aufait_reading_get (statement->reading, mark->first)->is_capital)
    return FALSE; /* "plays the Olympia" */
  return TRUE;
}

/* "cherche un groupe": a verb and its object, no thing. */
static gboolean
is_clause (const AufaitStatement *statement, guint first, guint behind)
{
  return behind > first + 2 && (begins (statement, first + 1, AUFAIT_WORD_ARTICLE) ||
                                begins (statement, first + 1, AUFAIT_WORD_OWN));
}

/* "s'est mis au jardinage et à l'apiculture" */
static gboolean
ends_with_preposition (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint behind = mark->behind;

  if (behind > mark->first + 1 &&
      aufait_reading_find (statement->reading, behind - 1, AUFAIT_WORD_ARTICLE) != NULL)
    behind--; /* "mise à la" */
  return behind > mark->first + 1 &&
         aufait_reading_follows (statement->reading, behind, AUFAIT_WORD_PLACE_PREPOSITION);
}

/* "keen gardener": the lexicon names the thing. */
static gboolean
names_interest (const AufaitMark *mark)
{
  return *mark->entry->name != '\0' && !g_str_equal (mark->entry->name, "play");
}

static guint
read_named (AufaitStatement *statement, const AufaitMark *mark, GPtrArray *interests)
{
  if (!g_ptr_array_find_with_equal_func (interests, mark->entry->name, g_str_equal, NULL))
    g_ptr_array_add (interests, g_strdup (mark->entry->name));
  aufait_statement_take (statement, mark->first, mark->behind);
  return mark->behind;
}

/* "plays darts on Mondays and chess": past what repeats. */
static guint
skip_repeated (const AufaitStatement *statement, guint index)
{
  guint behind = aufait_reading_skip (statement->reading, index, AUFAIT_WORD_ON);
  guint first = behind;

  while (behind < statement->sentence.behind && aufait_statement_is_taken (statement, behind) &&
         !aufait_statement_is_used (statement, behind) &&
         aufait_statement_get_span_at (statement, behind) == NULL)
    behind++;
  return behind > first ? behind : index;
}

/* "plays her first concert on Friday": an event, and not what is played. */
static gboolean
is_event (const AufaitStatement *statement, const AufaitMark *mark, guint behind)
{
  const AufaitMark *topic =
      aufait_reading_find (statement->reading, mark->first, AUFAIT_WORD_TOPIC);

  return statement->spans->len > 0 && topic != NULL && topic->entry->weight > 1 &&
         topic->behind >= behind;
}

/* Reads the things behind @mark: one, or several with commas and "and". Returns the index behind.
 */
static guint
read_items (AufaitStatement *statement, const AufaitMark *mark, GPtrArray *interests)
{
  guint at = mark->behind;

  for (guint i = 0; i < MAX_ITEMS; i++) {
    guint first = skip_articles (statement, at);
    guint behind, next;

    if (aufait_reading_find (statement->reading, at, AUFAIT_WORD_OWN) != NULL &&
        g_str_equal (mark->entry->name, "play"))
      first = aufait_reading_skip (statement->reading, at, AUFAIT_WORD_OWN);
    if (aufait_token_is_sign (aufait_reading_get (statement->reading, first), ':') ||
        (i == 0 && aufait_token_is_sign (aufait_reading_get (statement->reading, first), '/')))
      first = skip_articles (statement, first + 1); /* "obsessed w/ jazz" */
    if (!is_acceptable (statement, first, mark))
      break;
    behind = find_item_end (statement, first);
    if (behind == first || is_event (statement, mark, behind) ||
        (i > 0 &&
         (is_new_statement (statement, at, behind) || is_clause (statement, first, behind))))
      break;
    add_interest (statement, first, behind, interests);
    aufait_statement_take (statement, mark->first, behind);
    next = skip_repeated (statement, behind);
    behind = next;
    while (next < statement->sentence.behind && is_joint (statement, next))
      next++;
    at = behind;
    if (next == behind)
      break;
    at = next;
    /* "à la", "au" behind "and": "joue au foot et au rugby" */
    if (aufait_reading_find (statement->reading, at, AUFAIT_WORD_PLACE_PREPOSITION) != NULL &&
        (g_str_equal (mark->entry->name, "play") || ends_with_preposition (statement, mark)))
      at = aufait_reading_skip (statement->reading, at, AUFAIT_WORD_PLACE_PREPOSITION);
  }
  return MAX (at, mark->behind);
}

/* Where the thing begins that @index ends: "a huge Beatles fan"; G_MAXUINT: there is none, or
 * nobody is said to be a fan of it. */
static guint
find_start_before (const AufaitStatement *statement, guint index)
{
  const AufaitReading *reading = statement->reading;
  guint first = index;

  while (first > statement->sentence.first && index - first < MAX_BEFORE &&
         aufait_reading_get (reading, first - 1)->type == AUFAIT_TOKEN_WORD &&
         !aufait_statement_is_taken (statement, first - 1) &&
         !aufait_reading_is_common (reading, first - 1) &&
         !aufait_reading_follows (reading, first, AUFAIT_WORD_INTEREST_DEGREE) &&
         !aufait_reading_follows (reading, first, AUFAIT_WORD_ARTICLE))
    first--;
  if (first == index || aufait_reading_find (reading, first, AUFAIT_WORD_INTEREST) != NULL)
    return G_MAXUINT;
  return first == statement->sentence.first || aufait_clause_is_break (reading, first - 1) ||
                 aufait_reading_follows (reading, first, AUFAIT_WORD_INTEREST_DEGREE) ||
                 (aufait_reading_follows (reading, first, AUFAIT_WORD_ARTICLE) && first > 1 &&
                  aufait_reading_follows (reading, first - 1, AUFAIT_WORD_BE))
             ? first
             : G_MAXUINT;
}

/* Where the clause of @index begins. */
static guint
find_clause_start (const AufaitStatement *statement, guint index)
{
  while (index > statement->sentence.first &&
         !aufait_clause_is_break (statement->reading, index - 1))
    index--;
  return index;
}

/* "pas trop" denies a liking, where it denies no event ("pas trop stressée pour l'examen"). */
static gboolean
is_weakly_denied (const AufaitStatement *statement, guint first, guint behind)
{
  for (guint i = first; i < behind; i++) {
    const AufaitMark *mark = aufait_reading_find (statement->reading, i, AUFAIT_WORD_NOT_NOT);

    if (mark != NULL && mark->entry->value == 1)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_meant (const AufaitStatement *statement, const AufaitMark *mark)
{
  guint start = find_clause_start (statement, mark->first);
  AufaitClause before = { start, mark->behind };

  if (mark->entry->is_weak && mark->first != start &&
      mark->first != aufait_reading_skip (statement->reading, start, AUFAIT_WORD_INTEREST_ADVERB))
    return FALSE;
  return aufait_statement_find_denial (statement, start, mark->behind + 1) == G_MAXUINT &&
         !is_weakly_denied (statement, start, mark->behind + 1) &&
         aufait_statement_find (statement, before, AUFAIT_WORD_MAYBE) == NULL;
}

/* "huge Beatles fan" */
static void
read_before (AufaitStatement *statement, guint index, GPtrArray *interests)
{
  const AufaitMark *behind =
      aufait_reading_find (statement->reading, index, AUFAIT_WORD_INTEREST_BEHIND);
  guint first = behind != NULL ? find_start_before (statement, index) : G_MAXUINT;

  if (first == G_MAXUINT ||
      aufait_reading_find (statement->reading, behind->behind, AUFAIT_WORD_OF) != NULL ||
      aufait_statement_find_denial (statement, find_clause_start (statement, index), index) !=
          G_MAXUINT)
    return;
  add_interest (statement, first, index, interests);
  aufait_statement_take (statement, first, behind->behind);
}

void
aufait_interest_find (AufaitStatement *statement, GPtrArray *interests)
{
  for (guint i = statement->sentence.first; i < statement->sentence.behind;) {
    const AufaitMark *mark =
        aufait_statement_is_taken (statement, i)
            ? NULL
            : aufait_reading_find (statement->reading, i, AUFAIT_WORD_INTEREST);

    if (mark == NULL || !is_meant (statement, mark))
      read_before (statement, i++, interests);
    else if (names_interest (mark))
      i = read_named (statement, mark, interests);
    else
      i = read_items (statement, mark, interests);
  }
}
