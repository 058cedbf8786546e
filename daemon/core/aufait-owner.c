/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-owner.h"

#include "aufait-relative.h"
#include "aufait-subject.h"

#define NOBODY G_MAXUINT

/* "Zoe's big church wedding": so many words may stand between whose and what. */
#define MAX_BETWEEN 2

static gboolean
is_word (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  return token != NULL && token->type == AUFAIT_TOKEN_WORD;
}

/* Whether "'s" is there. */
static gboolean
is_possessive (const AufaitStatement *statement, guint index)
{
  const AufaitToken *token = aufait_reading_get (statement->reading, index);

  return aufait_token_is_word (token, "s") && token->is_glued;
}

/* "Zoe's wedding", "Zoe's big wedding" */
static guint
find_before (const AufaitStatement *statement, guint topic)
{
  guint first = statement->sentence.first;
  guint behind = topic + is_possessive (statement, topic); /* "'s birthday" is one word to some */

  for (guint i = behind; i > first + 1 && i + MAX_BETWEEN >= behind; i--) {
    if (is_possessive (statement, i - 1))
      return aufait_subject_is_known (statement, i - 2) ? i - 2 : NOBODY;
    if (!is_word (statement, i - 1))
      return NOBODY;
  }
  return NOBODY;
}

/* "le mariage de Zoe", but not "part de Zoe". */
static guint
find_behind (const AufaitStatement *statement, AufaitClause topic, AufaitMomentKind kind)
{
  guint name = aufait_reading_skip (statement->reading, topic.behind, AUFAIT_WORD_OF);

  return kind != AUFAIT_MOMENT_TRIP && name > topic.behind &&
                 aufait_subject_is_known (statement, name)
             ? name
             : NOBODY;
}

/* Of what one is taken to, nobody else's: "invites Zoe to his wedding" is. */
static gboolean
is_ones_own (AufaitMomentKind kind)
{
  return kind == AUFAIT_MOMENT_HEALTH || kind == AUFAIT_MOMENT_EXAM ||
         kind == AUFAIT_MOMENT_INTERVIEW || kind == AUFAIT_MOMENT_MOVE;
}

/* Whether what stands between leads from whom it is done to to what: nothing, "to her", "à", "in".
 */
static gboolean
leads_to (const AufaitStatement *statement, guint index, guint topic, AufaitMomentKind kind)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_TO, AUFAIT_WORD_FOR, AUFAIT_WORD_IN,
                                             AUFAIT_WORD_AT, AUFAIT_WORD_PLACE_PREPOSITION };
  guint behind = index;

  if (index == topic)
    return TRUE;
  for (gsize i = 0; behind == index && i < G_N_ELEMENTS (classes); i++)
    behind = aufait_reading_skip (statement->reading, index, classes[i]);
  behind = aufait_reading_skip (statement->reading, behind, AUFAIT_WORD_OWN);
  behind = aufait_reading_skip (statement->reading, behind, AUFAIT_WORD_ARTICLE);
  return behind == topic && is_ones_own (kind);
}

/* "helps Zoe move", "drives Zoe to her operation", "saw Zoe in hospital": who is known, behind a
 * verb of someone known. */
static guint
find_object (const AufaitStatement *statement, guint first, guint topic, AufaitMomentKind kind)
{
  guint start = aufait_subject_find_start (statement, first, topic);

  if (start >= topic || !aufait_subject_is_known (statement, start))
    return NOBODY;
  for (guint i = start + 2; i < topic; i++)
    if (aufait_subject_is_known (statement, i) && is_word (statement, i - 1) &&
        !aufait_subject_is_known (statement, i - 1) &&
        aufait_reading_find (statement->reading, i - 1, AUFAIT_WORD_AND) == NULL &&
        aufait_reading_find (statement->reading, i - 1, AUFAIT_WORD_WITH) == NULL &&
        leads_to (statement, i + 1, topic, kind))
      return i;
  return NOBODY;
}

static guint
find_owner (const AufaitStatement *statement,
            guint first,
            AufaitClause topic,
            AufaitMomentKind kind)
{
  guint relative = aufait_relative_find_known (statement, first, topic.first);
  guint owner = relative > 0 ? relative : find_before (statement, topic.first);

  if (owner == NOBODY)
    owner = find_behind (statement, topic, kind);
  return owner != NOBODY ? owner : find_object (statement, first, topic.first, kind);
}

GStrv
aufait_owner_dup (const AufaitStatement *statement,
                  guint first,
                  AufaitClause topic,
                  AufaitMomentKind kind)
{
  guint owner = find_owner (statement, first, topic, kind);
  const char *words[] = { NULL, NULL };

  if (owner == NOBODY)
    return aufait_subject_dup (statement, first, topic.first + 1);
  words[0] = aufait_reading_get (statement->reading, owner)->folded;
  return g_strdupv ((char **) words);
}
