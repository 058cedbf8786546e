/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-promised.h"

#include <string.h>

#include "aufait-promise.h"

static gboolean
has_word (const char *name, const char *folded)
{
  g_autoptr (AufaitTokens) words = aufait_tokens_new (name);

  for (guint i = 0; i < aufait_tokens_get_length (words); i++)
    if (aufait_token_is_word (aufait_tokens_get (words, i), folded))
      return TRUE;
  return FALSE;
}

/* "la" is of a name, as in "La Tour", only where it is written as one. */
static gboolean
is_name (const AufaitReading *reading, guint index, GPtrArray *people)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  if (token == NULL || token->type != AUFAIT_TOKEN_WORD ||
      (!token->is_capital && aufait_reading_is_common (reading, index)))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (has_word (((const AufaitRef *) people->pdata[i])->name, token->folded))
      return TRUE;
  return FALSE;
}

/* "and", a comma, a hyphen, the @ of a name: where a name is behind. */
static guint
skip_joint (const AufaitReading *reading, guint index)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  if (token != NULL && token->type == AUFAIT_TOKEN_SIGN)
    index++;
  index = aufait_reading_skip (reading, index, AUFAIT_WORD_AND);
  return aufait_token_is_sign (aufait_reading_get (reading, index), '@') ? index + 1 : index;
}

static guint
skip_all (const AufaitReading *reading, GPtrArray *people)
{
  guint behind = 0;

  for (guint at = skip_joint (reading, 0); is_name (reading, at, people);
       at = skip_joint (reading, behind))
    behind = at + 1;
  return behind;
}

/* Not "’s book", nor "and the dog a walk". */
static gboolean
is_beginning (const AufaitReading *reading, guint index)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  return token != NULL && !token->is_glued &&
         aufait_reading_find (reading, index, AUFAIT_WORD_AND) == NULL;
}

const char *
aufait_promised_skip_names (const char *what, GPtrArray *people)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (what, aufait_lexicon_get ());
  guint behind = skip_all (reading, people);

  if (behind == 0)
    return what;
  if (aufait_token_is_sign (aufait_reading_get (reading, behind), ':') ||
      aufait_token_is_sign (aufait_reading_get (reading, behind), ','))
    behind++;
  return is_beginning (reading, behind) ? what + aufait_reading_get (reading, behind)->start : what;
}

static gsize
get_start (const AufaitReading *reading, guint index)
{
  const AufaitToken *token = aufait_reading_get (reading, index);

  return token != NULL ? token->start : G_MAXSIZE;
}

/* Past the word at @end: "je dois 20 euros à". */
static gsize
skip_word (const char *text, gsize end)
{
  end += strspn (text + end, " ");
  return end + strcspn (text + end, " \n");
}

AufaitPromisedHow
aufait_promised_find_how (const char *text, const char *what)
{
  const char *at = strstr (text, what);
  g_autofree char *until = NULL;
  g_autoptr (AufaitReading) reading = NULL;
  gsize start = at != NULL ? (gsize) (at - text) : 0, end = start + strlen (what);
  AufaitPromisedHow how = AUFAIT_PROMISED_WORD;

  if (at == NULL)
    return how;
  /* What stands behind it, but for the word that ends the phrase, says nothing of it, and may be a
   * whole letter. */
  until = g_strndup (text, skip_word (text, end));
  reading = aufait_reading_new (until, aufait_lexicon_get ());
  for (guint i = 0; get_start (reading, i) < end; i++) {
    const AufaitMark *promise = aufait_reading_find (reading, i, AUFAIT_WORD_PROMISE);
    gboolean begins =
        promise != NULL && get_start (reading, aufait_promise_find_start (promise)) == start;

    if (begins && aufait_promise_is_debt (promise))
      return AUFAIT_PROMISED_DEBT;
    if (begins)
      return AUFAIT_PROMISED_WORD;
    if ((promise != NULL && aufait_promise_is_of_thing (promise)) ||
        (get_start (reading, i) == start &&
         aufait_reading_find (reading, i, AUFAIT_WORD_ORDER) != NULL))
      how = AUFAIT_PROMISED_TASK;
  }
  return how;
}
