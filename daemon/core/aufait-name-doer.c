/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-doer.h"

#include <string.h>

#include "aufait-common-names.h"
#include "aufait-values.h"

/* "April has a small operation": so far behind the name what happens to people may begin. */
#define MAX_BETWEEN 4

static const AufaitWordClass doings[] = { AUFAIT_WORD_TRAVEL, AUFAIT_WORD_BACK, AUFAIT_WORD_BE,
                                          AUFAIT_WORD_AUXILIARY, AUFAIT_WORD_PAST };

static gboolean
has_mark (const AufaitReading *reading, guint token, const AufaitWordClass *classes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (aufait_reading_find (reading, token, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of what only people have: there are rose festivals and grace periods, but no rose holidays. */
static gboolean
is_persons (int kind)
{
  return kind == AUFAIT_MOMENT_TRIP || kind == AUFAIT_MOMENT_VISIT ||
         kind == AUFAIT_MOMENT_HEALTH || kind == AUFAIT_MOMENT_CELEBRATION;
}

gboolean
aufait_name_doer_is (AufaitNameText *text, guint i)
{
  const AufaitReading *reading = aufait_name_text_get_reading (text);
  guint token = aufait_name_text_find_token (text, i);
  guint behind = aufait_reading_skip (reading, token + 1, AUFAIT_WORD_AND);
  const AufaitMark *topic = aufait_reading_find (reading, token + 1, AUFAIT_WORD_TOPIC);
  const AufaitNameWord *after = aufait_name_text_get (text, i + 2);

  if (behind > token + 1)
    return after != NULL && aufait_name_text_is_capital (after) &&
           aufait_name_text_is_borne (text, after);
  if (aufait_reading_is_common (reading, token)) /* "Will visit mum" */
    return FALSE;
  behind = aufait_reading_skip (reading, token + 1, AUFAIT_WORD_AT);
  if (behind > token + 1 && aufait_token_is_number (aufait_reading_get (reading, behind)))
    return TRUE;
  return (topic != NULL && is_persons (topic->entry->kind)) ||
         has_mark (reading, token + 1, doings, G_N_ELEMENTS (doings));
}

/* --- the first word of a sentence ----------------------------------------------------------- */

static gboolean
is_determiner (const AufaitReading *reading, guint token)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_ARTICLE, AUFAIT_WORD_OWN };

  return has_mark (reading, token, classes, G_N_ELEMENTS (classes));
}

/* "has", "is", "lost", "part", "aime", "se", "prépare un", "takes his": no infinitive, which "will"
 * has behind it. */
static gboolean
is_verb (const AufaitReading *reading, guint token)
{
  static const AufaitWordClass verbs[] = { AUFAIT_WORD_AUXILIARY, AUFAIT_WORD_PAST, AUFAIT_WORD_BE,
                                           AUFAIT_WORD_FUTURE, AUFAIT_WORD_INTEREST };
  static const char *const infinitives[] = { "be", "have", "still", "away", "stuck", NULL };
  const AufaitToken *word = aufait_reading_get (reading, token);
  const AufaitMark *topic = aufait_reading_find (reading, token, AUFAIT_WORD_TOPIC);

  if (word == NULL || word->type != AUFAIT_TOKEN_WORD ||
      g_strv_contains (infinitives, word->folded))
    return FALSE;
  if (has_mark (reading, token, verbs, G_N_ELEMENTS (verbs)) ||
      aufait_common_names_is_doing (word->folded) || aufait_token_is_word (word, "se") ||
      aufait_token_is_word (word, "s"))
    return TRUE;
  return is_determiner (reading, token + 1) &&
         (topic != NULL ||
          (g_str_has_suffix (word->folded, "s") && !aufait_reading_is_common (reading, token)));
}

/* What months and towns do not have. */
static gboolean
has_persons_topic (const AufaitReading *reading, guint first, guint behind)
{
  for (guint i = first; i < behind; i++) {
    const AufaitToken *word = aufait_reading_get (reading, i);
    const AufaitMark *topic = aufait_reading_find (reading, i, AUFAIT_WORD_TOPIC);

    if (word == NULL || word->type != AUFAIT_TOKEN_WORD)
      return FALSE;
    if (topic != NULL && topic->entry->kind != AUFAIT_MOMENT_SHOW &&
        topic->entry->kind != AUFAIT_MOMENT_COMPETITION)
      return TRUE;
  }
  return FALSE;
}

static gboolean
goes_or_is_back (const AufaitReading *reading, guint token)
{
  const AufaitMark *topic = aufait_reading_find (reading, token, AUFAIT_WORD_TOPIC);

  return aufait_reading_find (reading, token, AUFAIT_WORD_TRAVEL) != NULL ||
         aufait_reading_find (reading, token, AUFAIT_WORD_BACK) != NULL ||
         (topic != NULL && is_persons (topic->entry->kind));
}

static gboolean
has_company (const AufaitNameText *text, guint i)
{
  const AufaitNameWord *after = aufait_name_text_get (text, i + 2);

  return after != NULL && after->gap == AUFAIT_NAME_WORD_SPACE &&
         aufait_name_text_is_borne (text, after);
}

/* "Mark & Paul", "Rose, Paul et Zoe": another one follows, behind one sign. */
static gboolean
is_listed (const AufaitNameText *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (text, i);
  const AufaitNameWord *after = aufait_name_text_get (text, i + 1);
  const char *sign = text->text + word->end;

  sign += strspn (sign, " ");
  return after->gap == AUFAIT_NAME_WORD_BREAK && (*sign == '&' || *sign == ',') &&
         sign + 1 + strspn (sign + 1, " ") == text->text + after->start &&
         aufait_name_text_is_capital (after) && aufait_name_text_is_first_name (text, after);
}

gboolean
aufait_name_doer_begins (AufaitNameText *text, guint i)
{
  const AufaitNameWord *word = aufait_name_text_get (text, i);
  const AufaitNameWord *after = aufait_name_text_get (text, i + 1);
  AufaitCommonNames common = aufait_common_names_look_up (word->lower);
  const AufaitReading *reading;
  guint behind;

  if (!word->is_first || after == NULL || !aufait_name_text_is_first_name (text, word))
    return FALSE;
  if (common != AUFAIT_COMMON_NAMES_CAPITALISED && !word->is_small && is_listed (text, i))
    return TRUE;
  if (after->gap != AUFAIT_NAME_WORD_SPACE && after->gap != AUFAIT_NAME_WORD_SUFFIX)
    return FALSE;
  reading = aufait_name_text_get_reading (text);
  behind = aufait_name_text_find_token (text, i + 1);
  if (aufait_reading_find (reading, behind, AUFAIT_WORD_AND) != NULL && has_company (text, i))
    return TRUE;
  if (common == AUFAIT_COMMON_NAMES_CAPITALISED)
    return (is_verb (reading, behind) &&
            has_persons_topic (reading, behind, behind + MAX_BETWEEN)) ||
           goes_or_is_back (reading, behind);
  if (is_verb (reading, behind))
    return TRUE;
  return !aufait_reading_is_common (reading, behind - 1) && goes_or_is_back (reading, behind);
}
