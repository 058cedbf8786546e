/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-death.h"

#include "aufait-subject.h"

/* What the lexicons tell of words for a death, and of those for what is held then. */
enum {
  DEATH_WEAK = 1,
  DEATH_SLANG = 2
};
#define BEHIND_DAY 1
enum {
  FUNERAL_BEHIND_NAME = 1,
  FUNERAL_NONE = 2
};

#define NOBODY G_MAXUINT

static const AufaitToken *
peek (const AufaitStatement *statement, guint index)
{
  return index < statement->sentence.behind ? aufait_reading_get (statement->reading, index) : NULL;
}

static gboolean
is_apostrophe (const AufaitToken *token)
{
  return aufait_token_is_sign (token, '\'') || aufait_token_is_sign (token, 0x2019);
}

/* --- doubt --------------------------------------------------------------------------------- */

static gboolean
is_laughter (const AufaitToken *token)
{
  return aufait_token_is_sign (token, 0x1f602) || aufait_token_is_sign (token, 0x1f923) ||
         aufait_token_is_sign (token, 0x1f480) || aufait_token_is_sign (token, 0x1f605);
}

/* Whether anything in the sentence makes it a joke, a dream, a question, or somebody's guess. */
static gboolean
is_doubtful (const AufaitStatement *statement)
{
  const AufaitReading *reading = statement->reading;

  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);

    if (aufait_token_is_sign (token, '?') || is_laughter (token) ||
        aufait_reading_find (reading, i, AUFAIT_WORD_DEATH_NOT) != NULL ||
        (aufait_reading_find (reading, i, AUFAIT_WORD_MAYBE) != NULL &&
         aufait_statement_get_span_at (statement, i) == NULL))
      return TRUE;
  }
  return FALSE;
}

/* --- names --------------------------------------------------------------------------------- */

static gboolean
has_word (const char *name, const AufaitToken *token)
{
  const char *const words[] = { token != NULL ? token->folded : NULL, NULL };

  return aufait_subject_has (words, name);
}

/* The one whose name has the word; of two namesakes it is neither. */
static guint
find_person (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = peek (statement, index);
  guint found = NOBODY;

  if (statement->people == NULL || !aufait_subject_is_known (statement, index))
    return NOBODY;
  for (guint i = 0; statement->people[i] != NULL; i++) {
    if (!has_word (statement->people[i], token))
      continue;
    if (found != NOBODY)
      return NOBODY;
    found = i;
  }
  return found;
}

static guint
find_only_person (const AufaitStatement *statement)
{
  return statement->people != NULL && statement->people[0] != NULL && statement->people[1] == NULL
             ? 0
             : NOBODY;
}

/* Where the name of @person begins whose last word stands at @last. */
static guint
find_name_start (const AufaitStatement *statement, guint last, guint person)
{
  guint start = last;

  while (start > statement->sentence.first && aufait_subject_is_known (statement, start - 1) &&
         has_word (statement->people[person], peek (statement, start - 1)))
    start--;
  return start;
}

static void
add (GArray *deaths, guint person)
{
  for (guint i = 0; i < deaths->len; i++)
    if (g_array_index (deaths, guint, i) == person)
      return;
  g_array_append_val (deaths, person);
}

/* --- who died ------------------------------------------------------------------------------ */

static gboolean
is_pronoun (const AufaitStatement *statement, guint index)
{
  static const char *const pronouns[] = { "he", "she", "il", "elle", NULL };
  const AufaitToken *token = peek (statement, index);

  return token != NULL && token->type == AUFAIT_TOKEN_WORD &&
         g_strv_contains (pronouns, token->folded);
}

/* Back over "has", "sadly" and days: behind what says who. */
static guint
skip_back (const AufaitStatement *statement, guint index)
{
  while (index > statement->sentence.first &&
         (aufait_reading_follows (statement->reading, index, AUFAIT_WORD_DEATH_BEFORE) ||
          is_apostrophe (peek (statement, index - 1)) ||
          aufait_statement_get_span_at (statement, index - 1) != NULL))
    index--;
  return index;
}

/* Whether a name at @index begins to tell something: not "her friend Zoe", "the cat of Zoe". */
static gboolean
is_led (const AufaitStatement *statement, guint index)
{
  const AufaitToken *before =
      index > statement->sentence.first ? peek (statement, index - 1) : NULL;

  if (before == NULL)
    return TRUE;
  if (before->type == AUFAIT_TOKEN_SIGN)
    return !is_apostrophe (before) &&
           !(aufait_token_is_sign (before, '-') && peek (statement, index)->is_glued);
  return aufait_statement_get_span_at (statement, index - 1) != NULL ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_THAT) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_FUTURE) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_DEATH_BEFORE) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_BREAK);
}

static gboolean
is_and (const AufaitStatement *statement, guint index)
{
  return aufait_token_is_sign (peek (statement, index), '&') ||
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_AND) != NULL;
}

/* Those whose names end before @behind: "Zoe", "Zoe and Paul". */
static void
add_subjects (const AufaitStatement *statement, guint behind, GArray *deaths)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = behind;

  while (start > statement->sentence.first) {
    guint person = find_person (statement, start - 1);

    if (person == NOBODY)
      return;
    g_array_append_val (found, person);
    start = find_name_start (statement, start - 1, person);
    if (start < statement->sentence.first + 2 || !is_and (statement, start - 1) ||
        !aufait_subject_is_known (statement, start - 2))
      break;
    start--;
  }
  for (guint i = 0; is_led (statement, start) && i < found->len; i++)
    add (deaths, g_array_index (found, guint, i));
}

/* Behind the day that begins at @index, "on" and all; 0: none does. */
static guint
skip_day (const AufaitStatement *statement, guint index)
{
  const AufaitReading *reading = statement->reading;
  guint day = aufait_reading_skip (reading, index, AUFAIT_WORD_ON);

  day = aufait_reading_skip (reading, day, AUFAIT_WORD_DAY_ARTICLE);
  for (guint i = index; i <= day && i < statement->sentence.behind; i++) {
    const AufaitSpan *span = aufait_statement_get_span_at (statement, i);

    if (span != NULL)
      return span->role != AUFAIT_SPAN_UNTIL && span->role != AUFAIT_SPAN_LENGTH ? span->behind : 0;
  }
  return 0;
}

/* "in her sleep", "says Paul"; and behind a day a place, too. */
static gboolean
goes_on_clearly (const AufaitStatement *statement, guint index, gboolean is_behind_day)
{
  const AufaitReading *reading = statement->reading;
  const AufaitMark *more = aufait_reading_find (reading, index, AUFAIT_WORD_DEATH_BEHIND);
  const AufaitMark *report = aufait_reading_find (reading, index, AUFAIT_WORD_FUTURE);

  return (more != NULL && (more->entry->value != BEHIND_DAY || is_behind_day)) ||
         (report != NULL && report->entry->value == 1 && is_behind_day) ||
         aufait_reading_find (reading, index, AUFAIT_WORD_THAT) != NULL;
}

/* Whether what stands at @index leaves no doubt of what was said before: nothing, a sign, a day. */
static gboolean
is_clear (const AufaitStatement *statement, guint index, int value, gboolean is_behind_day)
{
  const AufaitToken *token = peek (statement, index);
  guint day = 0;

  if (token == NULL)
    return TRUE;
  if (token->type == AUFAIT_TOKEN_SIGN)
    return !aufait_token_is_sign (token, '-') &&
           (value != DEATH_SLANG || is_behind_day || !aufait_token_is_sign (token, ','));
  if (!is_behind_day)
    day = skip_day (statement, index);
  if (day > 0)
    return is_clear (statement, day, value, TRUE);
  return value != DEATH_WEAK && goes_on_clearly (statement, index, is_behind_day);
}

static void
read_death (const AufaitStatement *statement, const AufaitMark *death, GArray *deaths)
{
  guint behind = skip_back (statement, death->first);
  guint first = statement->sentence.first;

  if (!is_clear (statement, death->behind, death->entry->value, FALSE) ||
      aufait_statement_find_denial (statement, first, death->first) != G_MAXUINT)
    return;
  /* of whom, is said outside: "note zoe died on Monday" */
  if (first == 0 && (behind == 0 || (behind == 1 && is_pronoun (statement, 0)))) {
    if (find_only_person (statement) != NOBODY)
      add (deaths, 0);
    return;
  }
  add_subjects (statement, behind, deaths);
}

/* --- whose funeral ------------------------------------------------------------------------- */

/* Where a name ends that owns what is at @index: "Paul's funeral"; 0: none does. */
static guint
find_owner (const AufaitStatement *statement, guint index)
{
  guint first = statement->sentence.first;

  if (index >= first + 2 && aufait_token_is_word (peek (statement, index - 1), "s")) {
    index--;
    return index >= first + 2 && is_apostrophe (peek (statement, index - 1)) ? index - 1 : index;
  }
  return index >= first + 2 && is_apostrophe (peek (statement, index - 1)) ? index - 1 : 0;
}

/* "her uncle Paul": he is another one. */
static gboolean
is_of_kin (const AufaitStatement *statement, guint index)
{
  return aufait_reading_follows (statement->reading, index, AUFAIT_WORD_KIN) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_OTHERS) ||
         aufait_reading_follows (statement->reading, index, AUFAIT_WORD_OWN);
}

/* "Paul's funeral suit" is no funeral. */
static gboolean
is_part_of_noun (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = peek (statement, index);

  return token != NULL && token->type == AUFAIT_TOKEN_WORD && !token->is_capital &&
         skip_day (statement, index) == 0 &&
         !aufait_reading_is_common (statement->reading, index) &&
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_BE) == NULL &&
         aufait_reading_find (statement->reading, index, AUFAIT_WORD_FUTURE) == NULL;
}

static void
read_owner (const AufaitStatement *statement, const AufaitMark *funeral, GArray *deaths)
{
  guint behind =
      is_part_of_noun (statement, funeral->behind) ? 0 : find_owner (statement, funeral->first);
  guint person = behind > 0 ? find_person (statement, behind - 1) : NOBODY;
  guint start;

  if (person == NOBODY)
    return;
  start = find_name_start (statement, behind - 1, person);
  if (!is_of_kin (statement, start) &&
      !(start > statement->sentence.first && is_and (statement, start - 1)))
    add (deaths, person);
}

/* Whether a name goes on at @index: "Paul Martin", where the note is about another Paul; "Paul's
 * mother". */
static gboolean
goes_on (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = peek (statement, index);

  if (token == NULL)
    return FALSE;
  return is_apostrophe (token) || aufait_token_is_word (token, "s") ||
         (aufait_token_is_sign (token, '-') && token->is_glued) ||
         (token->is_capital && aufait_statement_get_span_at (statement, index) == NULL) ||
         is_and (statement, index);
}

static void
read_dead (const AufaitStatement *statement, const AufaitMark *funeral, GArray *deaths)
{
  const AufaitReading *reading = statement->reading;
  guint of = MAX (aufait_reading_skip (reading, funeral->behind, AUFAIT_WORD_OF),
                  aufait_reading_skip (reading, funeral->behind, AUFAIT_WORD_FOR));
  guint person = of > funeral->behind ? find_person (statement, of) : NOBODY;
  guint behind = of + 1;

  if (person == NOBODY)
    return;
  while (aufait_subject_is_known (statement, behind) &&
         has_word (statement->people[person], peek (statement, behind)))
    behind++;
  if (!goes_on (statement, behind))
    add (deaths, person);
}

static void
read_funeral (const AufaitStatement *statement, const AufaitMark *funeral, GArray *deaths)
{
  if (funeral->entry->value == FUNERAL_NONE)
    return;
  read_owner (statement, funeral, deaths);
  if (funeral->entry->value != FUNERAL_BEHIND_NAME)
    read_dead (statement, funeral, deaths);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

void
aufait_death_find (const AufaitStatement *statement, GArray *deaths)
{
  AufaitClause sentence = statement->sentence;

  for (guint i = sentence.first; i < sentence.behind; i++) {
    const AufaitMark *death = aufait_reading_find (statement->reading, i, AUFAIT_WORD_DEATH);
    const AufaitMark *funeral = aufait_reading_find (statement->reading, i, AUFAIT_WORD_FUNERAL);

    if ((death == NULL && funeral == NULL) || is_doubtful (statement))
      continue;
    if (death != NULL)
      read_death (statement, death, deaths);
    if (funeral != NULL)
      read_funeral (statement, funeral, deaths);
  }
  g_array_sort (deaths, compare_places);
}
