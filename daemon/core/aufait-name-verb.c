/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-verb.h"

#include "aufait-common-names.h"
#include "aufait-reading.h"

/* Words between whose and who: "ses deux filles". */
#define MAX_BETWEEN 2

static const AufaitNameWord *
get_joined (const GArray *words, guint index)
{
  const AufaitNameWord *word =
      index < words->len ? &g_array_index (words, AufaitNameWord, index) : NULL;

  return word != NULL && word->gap != AUFAIT_NAME_WORD_BREAK ? word : NULL;
}

/* Whether "sa fille" begins @text. */
static gboolean
begins_with_kin (const char *text)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  guint first = aufait_reading_skip (reading, 0, AUFAIT_WORD_OWN);

  for (guint i = first; first > 0 && i <= first + MAX_BETWEEN; i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);

    if (aufait_reading_find (reading, i, AUFAIT_WORD_KIN) != NULL)
      return TRUE;
    if (token == NULL || token->type != AUFAIT_TOKEN_WORD)
      return FALSE;
  }
  return FALSE;
}

/* "Paul", "elle", "la voisine": who does something, not "avec", "et" or "à". */
static gboolean
is_doer (const AufaitNameWord *word)
{
  return !aufait_common_names_is_companion (word->folded) &&
         (!aufait_common_names_is_particle (word->folded) ||
          aufait_common_names_is_pronoun (word->folded));
}

gboolean
aufait_name_verb_is (const char *text, const GArray *words, guint index)
{
  const AufaitNameWord *word = get_joined (words, index);
  const AufaitNameWord *next = get_joined (words, index + 1);
  const AufaitNameWord *before =
      index > 0 ? &g_array_index (words, AufaitNameWord, index - 1) : NULL;

  if (word == NULL || before == NULL || word->is_at || !aufait_common_names_is_verb (word->lower))
    return FALSE;
  if (aufait_common_names_leads_to_verb (before->folded, word->is_small))
    return index < 2 || !aufait_common_names_is_companion (
                            g_array_index (words, AufaitNameWord, index - 2).folded);
  return word->is_small && next != NULL && is_doer (before) && begins_with_kin (text + next->start);
}
