/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-clause.h"

#include "aufait-values.h"

/* How far an auxiliary and its participle may be apart. */
#define PARTICIPLE_DISTANCE 3

/* How many words a sentence may have that is only a day. */
#define MAX_APPENDIX 12

/* What the lexicons tell of words behind which a death lies ahead, and how many they are. */
#define FUTURE_LOSS       3
#define FUTURE_LOSS_WORDS 2

typedef enum {
  TENSE_NONE,
  TENSE_PAST,
  TENSE_PARTICIPLE, /* past, if it is a verb at all: "a tooth removed" */
  TENSE_IMPERFECT,  /* past, but ahead behind a report: "said she was having" */
  TENSE_ARRIVAL,    /* past, and so is what it was for: "came to help" */
  TENSE_PURPOSE,    /* what something was done for, which lies ahead: "hired a van to move" */
  TENSE_LOSS,       /* ahead, but past behind what is past: "will be put down", "had to be" */
  TENSE_REPORT,     /* "told me": says nothing of what is told */
  TENSE_OTHER,
} Tense;

/* --- where they end ------------------------------------------------------------------------ */

/* "Mr.", "Dr.": a name stands behind it. */
static gboolean
is_title (const AufaitReading *reading, guint index)
{
  const AufaitMark *mark = aufait_reading_find (reading, index, AUFAIT_WORD_ABBREVIATION);

  return mark != NULL && mark->entry->value == 1;
}

static gboolean
is_end_dot (const AufaitReading *reading, guint index)
{
  const AufaitToken *dot = aufait_reading_get (reading, index);
  const AufaitToken *after = aufait_reading_get (reading, index + 1);

  if (after == NULL)
    return TRUE;
  if (after->is_glued || aufait_token_is_sign (after, '.') || aufait_token_is_sign (after, ','))
    return FALSE;
  if (!dot->is_glued || !aufait_reading_follows (reading, index, AUFAIT_WORD_ABBREVIATION))
    return TRUE;
  if (is_title (reading, index - 1))
    return FALSE;
  return after->type == AUFAIT_TOKEN_WORD && after->is_capital &&
         aufait_reading_find (reading, index + 1, AUFAIT_WORD_MONTH) == NULL;
}

/* A dash with space around it, but not between two days. */
static gboolean
is_dash (const AufaitReading *reading, guint index)
{
  const AufaitToken *after = aufait_reading_get (reading, index + 1);
  const AufaitToken *before = index > 0 ? aufait_reading_get (reading, index - 1) : NULL;

  if (aufait_reading_get (reading, index)->is_glued || before == NULL || after == NULL ||
      after->is_glued)
    return FALSE;
  return !aufait_token_is_number (after) &&
         aufait_reading_find (reading, index + 1, AUFAIT_WORD_WEEKDAY) == NULL &&
         aufait_reading_find (reading, index + 1, AUFAIT_WORD_MONTH) == NULL;
}

static gboolean
is_end (const AufaitReading *reading, guint index)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  if (token->type != AUFAIT_TOKEN_SIGN)
    return FALSE;
  switch (token->sign) {
  case '!':
  case '?':
  case ';':
  case '\n':
    return TRUE;
  case '.':
    return is_end_dot (reading, index);
  case '-':
    return is_dash (reading, index);
  default:
    return FALSE;
  }
}

static gboolean
is_only_day (const AufaitReading *reading, AufaitClause clause)
{
  static const AufaitWordClass classes[] = {
    AUFAIT_WORD_WEEKDAY, AUFAIT_WORD_MONTH,     AUFAIT_WORD_UNIT,    AUFAIT_WORD_RELATIVE,
    AUFAIT_WORD_FEAST,   AUFAIT_WORD_SEASON,    AUFAIT_WORD_PART,    AUFAIT_WORD_NUMBER,
    AUFAIT_WORD_NEXT,    AUFAIT_WORD_LAST,      AUFAIT_WORD_ORDINAL, AUFAIT_WORD_DAY_PART,
    AUFAIT_WORD_AGO,     AUFAIT_WORD_AGO_AFTER, AUFAIT_WORD_CLOCK,   AUFAIT_WORD_HALF_DAY,
    AUFAIT_WORD_AT,      AUFAIT_WORD_CLOCK_TIME
  };

  for (guint i = clause.first; i < clause.behind; i++) {
    gboolean is_known = aufait_reading_get (reading, i)->type != AUFAIT_TOKEN_WORD ||
                        aufait_reading_is_common (reading, i);

    if (aufait_reading_find (reading, i, AUFAIT_WORD_TOPIC) != NULL)
      return FALSE;
    for (gsize j = 0; j < G_N_ELEMENTS (classes) && !is_known; j++)
      is_known = aufait_reading_find (reading, i, classes[j]) != NULL;
    if (!is_known)
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_class (const AufaitReading *reading, AufaitClause clause, AufaitWordClass class)
{
  for (guint i = clause.first; i < clause.behind; i++)
    if (aufait_reading_find (reading, i, class) != NULL)
      return TRUE;
  return FALSE;
}

/* "Starts on 7 June", "It fell through": of what was said before. */
static gboolean
goes_on (const AufaitReading *reading, AufaitClause sentence)
{
  if (has_class (reading, sentence, AUFAIT_WORD_TOPIC))
    return FALSE;
  return aufait_reading_find (reading, sentence.first, AUFAIT_WORD_CONTINUE) != NULL ||
         has_class (reading, sentence, AUFAIT_WORD_CANCEL);
}

static gboolean
is_appendix (const AufaitReading *reading, const GArray *sentences, AufaitClause sentence)
{
  return sentences->len > 0 && sentence.behind - sentence.first <= MAX_APPENDIX &&
         (is_only_day (reading, sentence) || goes_on (reading, sentence));
}

GArray *
aufait_clause_split_sentences (const AufaitReading *reading)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (AufaitClause));
  guint length = aufait_reading_get_length (reading);
  AufaitClause sentence = { 0, 0 };

  for (guint i = 0; i < length; i++) {
    sentence.behind = i + 1;
    if (!is_end (reading, i) && i + 1 < length)
      continue;
    if (is_appendix (reading, sentences, sentence))
      g_array_index (sentences, AufaitClause, sentences->len - 1).behind = sentence.behind;
    else
      g_array_append_val (sentences, sentence);
    sentence.first = i + 1;
  }
  return sentences;
}

/* "A&E" */
static gboolean
is_inside_word (const AufaitReading *reading, guint index)
{
  const AufaitToken *behind = aufait_reading_get (reading, index + 1);

  return aufait_reading_get (reading, index)->is_glued && behind != NULL && behind->is_glued;
}

gboolean
aufait_clause_is_break (const AufaitReading *reading, guint index)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  if (token->type == AUFAIT_TOKEN_SIGN)
    return token->sign == ',' || token->sign == '(' || token->sign == ')' || token->sign == ':' ||
           (token->sign == '&' && !is_inside_word (reading, index)) || token->sign == '+' ||
           is_end (reading, index);
  return aufait_reading_find (reading, index, AUFAIT_WORD_BREAK) != NULL;
}

/* --- tense --------------------------------------------------------------------------------- */

static gboolean
ends_with_accent (const AufaitReading *reading, guint index)
{
  g_autofree char *word = aufait_reading_dup_text (reading, index, index + 1);

  return g_str_has_suffix (word, "é") || g_str_has_suffix (word, "ée") ||
         g_str_has_suffix (word, "és") || g_str_has_suffix (word, "ées");
}

static gboolean
ends_like_noun (const AufaitToken *token)
{
  return g_str_has_suffix (token->folded, "e") || g_str_has_suffix (token->folded, "es");
}

/* walked, planned */
static gboolean
is_regular (const AufaitToken *token)
{
  return token->type == AUFAIT_TOKEN_WORD && strlen (token->folded) > 4 &&
         g_str_has_suffix (token->folded, "ed") && !g_str_has_suffix (token->folded, "eed");
}

/* "partie", "née": verbs that make their past with "être". */
static gboolean
is_movement (const AufaitReading *reading, guint index)
{
  const AufaitMark *participle = aufait_reading_find (reading, index, AUFAIT_WORD_PARTICIPLE);

  return participle != NULL && participle->entry->value == 1;
}

/* "a les clés": what follows is a noun. */
static gboolean
is_determiner (const AufaitReading *reading, guint index)
{
  return aufait_reading_find (reading, index, AUFAIT_WORD_ARTICLE) != NULL ||
         aufait_reading_find (reading, index, AUFAIT_WORD_OWN) != NULL;
}

static guint
skip_to_participle (const AufaitReading *reading, guint index)
{
  const AufaitMark *auxiliary = aufait_reading_find (reading, index, AUFAIT_WORD_AUXILIARY);

  if (auxiliary == NULL)
    return 0;
  for (guint i = auxiliary->behind; i < auxiliary->behind + PARTICIPLE_DISTANCE; i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);

    if (token == NULL || token->type != AUFAIT_TOKEN_WORD || is_determiner (reading, i))
      return 0;
    if (auxiliary->entry->value == 1 && !is_movement (reading, i)) {
      if (!aufait_reading_is_common (reading, i))
        return 0; /* "est opéré mardi" */
      continue;
    }
    if (ends_with_accent (reading, i) || is_regular (token))
      return i + 1;
    /* without its accent it may be another word: "en visite" */
    if (aufait_reading_find (reading, i, AUFAIT_WORD_PARTICIPLE) != NULL &&
        (i == auxiliary->behind || !ends_like_noun (token)))
      return i + 1;
    if (!aufait_reading_is_common (reading, i))
      return 0;
  }
  return 0;
}

/* Not "gets married", "is planned" */
static gboolean
is_regular_past (const AufaitReading *reading, guint index)
{
  return is_regular (aufait_reading_get (reading, index)) &&
         !aufait_reading_follows (reading, index, AUFAIT_WORD_BE) &&
         !aufait_reading_follows (reading, index, AUFAIT_WORD_FUTURE) &&
         !aufait_reading_follows (reading, index, AUFAIT_WORD_ARTICLE) &&
         !aufait_reading_follows (reading, index, AUFAIT_WORD_OWN);
}

/* "rentré hier", "bébé arrivé mardi": the notes of who leaves the verb out. "arrivée" is a noun
 * too. */
static gboolean
is_bare_participle (const AufaitReading *reading, guint index)
{
  g_autofree char *word = aufait_reading_dup_text (reading, index, index + 1);

  return is_movement (reading, index) &&
         (g_str_has_suffix (word, "é") || g_str_has_suffix (word, "és")) &&
         !aufait_reading_follows (reading, index, AUFAIT_WORD_ARTICLE) &&
         !aufait_reading_follows (reading, index, AUFAIT_WORD_OWN);
}

static Tense
tell_future (const AufaitMark *mark)
{
  static const Tense tenses[] = { TENSE_OTHER, TENSE_REPORT, TENSE_PURPOSE };

  return mark->entry->class == AUFAIT_WORD_FUTURE && mark->entry->value > 0 &&
                 mark->entry->value < (int) G_N_ELEMENTS (tenses)
             ? tenses[mark->entry->value]
             : TENSE_OTHER;
}

/* @participle: where one ends that the words have, or 0. */
static Tense
tell_past (const AufaitReading *reading, const AufaitMark *past, guint participle, guint behind)
{
  if (participle == behind)
    return is_movement (reading, participle - 1) ? TENSE_ARRIVAL : TENSE_PAST;
  if (past == NULL || past->behind != behind || past->entry->value == 0)
    return TENSE_PAST;
  return past->entry->value == 1 ? TENSE_IMPERFECT : TENSE_ARRIVAL;
}

/* "will be put down" */
static gboolean
is_ahead (const AufaitReading *reading, guint index)
{
  for (guint i = index; i > 0 && index - i < FUTURE_LOSS_WORDS; i--) {
    const AufaitMark *mark = aufait_reading_find (reading, i - 1, AUFAIT_WORD_FUTURE);

    if (mark != NULL && mark->entry->value == FUTURE_LOSS && mark->behind == index)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_loss (const AufaitMark *topic)
{
  return topic != NULL && topic->entry->kind == AUFAIT_MOMENT_LOSS;
}

static guint
read_tense (const AufaitReading *reading, guint index, Tense *ret_tense)
{
  const AufaitMark *past = aufait_reading_find (reading, index, AUFAIT_WORD_PAST);
  const AufaitMark *other = aufait_reading_find (reading, index, AUFAIT_WORD_FUTURE);
  const AufaitMark *promise = aufait_reading_find (reading, index, AUFAIT_WORD_PROMISE);
  const AufaitMark *topic = aufait_reading_find (reading, index, AUFAIT_WORD_TOPIC);
  const AufaitMark *none = aufait_reading_find (reading, index, AUFAIT_WORD_TENSELESS);
  guint participle = skip_to_participle (reading, index);
  guint behind = participle;

  *ret_tense = TENSE_NONE;
  if (past != NULL && past->entry->is_weak && index > 0 &&
      !aufait_clause_is_break (reading, index - 1))
    past = NULL; /* "aux urgences samedi" is told of what has been, "works aux urgences" is not */
  if (none != NULL && participle == 0 && (past == NULL || past->behind <= none->behind))
    return none->behind;
  if (past != NULL &&
      (past->behind > index + 1 || !is_regular (aufait_reading_get (reading, index)) ||
       is_regular_past (reading, index)))
    behind = MAX (behind, past->behind);
  if (promise != NULL && (other == NULL || promise->behind > other->behind))
    other = promise; /* what was promised lies ahead */
  if (other != NULL && other->behind >= behind) {
    *ret_tense = tell_future (other);
    return other->behind;
  }
  other = participle > 0 ? aufait_reading_find (reading, participle - 1, AUFAIT_WORD_FUTURE) : NULL;
  if (other != NULL) {
    *ret_tense = tell_future (other); /* "est reporté", "a glissé que" */
    return participle;
  }
  if (behind == 0 && is_loss (topic) && *topic->entry->name == '\0' && is_ahead (reading, index)) {
    *ret_tense = TENSE_LOSS;
    return topic->behind;
  }
  if (behind == 0 && (is_regular_past (reading, index) || is_bare_participle (reading, index))) {
    *ret_tense = TENSE_PARTICIPLE;
    return index + 1;
  }
  if (is_loss (topic)) {
    if (*topic->entry->name == '\0')
      behind = MAX (behind, topic->behind);
    else if (behind == 0)
      return topic->behind; /* "anniversary of the death" */
  }
  if (behind > 0)
    *ret_tense = tell_past (reading, past, participle, behind);
  return MAX (behind, index + 1);
}

static gboolean
has_topic (const AufaitReading *reading, guint first, guint behind)
{
  for (guint i = first; i < behind; i++)
    if (aufait_reading_find (reading, i, AUFAIT_WORD_TOPIC) != NULL)
      return TRUE;
  return FALSE;
}

/* What a word's tense means behind @before, that of the last word that had one. */
static Tense
settle_tense (Tense found, Tense before, gboolean *is_reported)
{
  switch (found) {
  case TENSE_REPORT:
    *is_reported = TRUE;
    return TENSE_OTHER;
  case TENSE_IMPERFECT:
    return *is_reported ? TENSE_OTHER : TENSE_PAST;
  case TENSE_LOSS:
    return before == TENSE_PAST || before == TENSE_ARRIVAL ? TENSE_PAST : TENSE_OTHER;
  case TENSE_PARTICIPLE:
    return before == TENSE_OTHER ? TENSE_OTHER : TENSE_PAST;
  case TENSE_ARRIVAL:
    return TENSE_PAST;
  case TENSE_PURPOSE:
    return before == TENSE_PAST || before == TENSE_PARTICIPLE ? TENSE_OTHER : TENSE_NONE;
  default:
    return found;
  }
}

/* Sets the tense of a clause's words and returns that of its last; @before is that of the clause
 * before, for a clause that does not say. */
static Tense
set_tense (const AufaitReading *reading,
           AufaitClause clause,
           Tense before,
           gboolean *is_reported,
           Tense *tenses)
{
  Tense tense = TENSE_NONE, told = TENSE_NONE, found, settled;
  guint next, told_behind = G_MAXUINT;

  for (guint i = clause.first; i < clause.behind; i = next) {
    next = MIN (read_tense (reading, i, &found), clause.behind);
    if (found == TENSE_PURPOSE && i == told_behind)
      found = TENSE_NONE; /* "had to leave" */
    settled = settle_tense (found, told, is_reported);
    if (settled != TENSE_NONE) {
      for (guint j = clause.first; tense == TENSE_NONE && j < i; j++)
        tenses[j] = settled;
      tense = settled;
      told = found;
      told_behind = next;
    }
    for (guint j = i; j < next; j++)
      tenses[j] = tense;
  }
  if (tense == TENSE_NONE && before != TENSE_NONE && is_only_day (reading, clause))
    for (guint j = clause.first; j < clause.behind; j++)
      tenses[j] = tense = before;
  return tense != TENSE_NONE                                ? tense
         : has_topic (reading, clause.first, clause.behind) ? TENSE_OTHER
                                                            : TENSE_NONE;
}

GArray *
aufait_clause_find_past (const AufaitReading *reading, AufaitClause sentence)
{
  guint length = sentence.behind - sentence.first;
  g_autofree Tense *tenses = g_new0 (Tense, sentence.behind + 1);
  GArray *past = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), length);
  AufaitClause clause = { sentence.first, sentence.first };
  Tense before = TENSE_NONE, next = TENSE_NONE;
  gboolean is_reported = FALSE;

  for (guint i = sentence.first; i < sentence.behind; i++) {
    if (i + 1 < sentence.behind && !aufait_clause_is_break (reading, i))
      continue;
    clause.behind = i + 1;
    before = set_tense (reading, clause, before, &is_reported, tenses);
    clause.first = i + 1;
  }
  for (guint i = sentence.behind; i > sentence.first; i--) { /* "On Monday, she ran …" */
    if (tenses[i - 1] == TENSE_NONE && i < sentence.behind)
      tenses[i - 1] = next;
    next = tenses[i - 1];
  }
  for (guint i = sentence.first; i < sentence.behind; i++) {
    gboolean is_past = tenses[i] == TENSE_PAST;

    g_array_append_val (past, is_past);
  }
  return past;
}
