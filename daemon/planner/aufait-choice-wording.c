/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-choice-wording.h"

#include <glib/gi18n-lib.h>

#include "aufait-rule.h"
#include "aufait-spoken-day.h"

/* Kinds as they are spoken of. */
static const struct {
  const char *kind;
  const char *text;
} KINDS[] = {
  { "anniversary", N_ ("A wedding day comes once a year.") },
  { "birthday", N_ ("A birthday comes once a year.") },
  { "brief", N_ ("You are about to see each other.") },
  { "checkin", N_ ("You wanted to stay in touch.") },
  { "drift", N_ ("You have been silent for longer than usual.") },
  { "followup", N_ ("What was told is soon forgotten.") },
  { "invite", N_ ("It would be a pleasure, not a duty.") },
  { "loss", N_ ("A kind word to someone who grieves goes first.") },
  { "promise", N_ ("You gave your word.") },
  { "return", N_ ("Something in their life is over, and worth asking about.") },
  { "wish", N_ ("Something is near for which one wishes well.") },
};

/* Ties, from this factor on. */
static const struct {
  double from;
  const char *text;
} TIES[] = {
  { 0.85, N_ ("Your tie is strong.") },
  { 0.65, N_ ("Your tie is of middling strength.") },
  { 0.501, N_ ("Your tie is weak.") },
  { 0, N_ ("No contact is known yet.") },
};

void
aufait_choice_wording_factor_free (AufaitChoiceWordingFactor *factor)
{
  if (factor == NULL)
    return;
  g_free (factor->text);
  g_free (factor);
}

static void
add_factor (GPtrArray *factors, const char *name, double value, char *text)
{
  AufaitChoiceWordingFactor *factor = g_new0 (AufaitChoiceWordingFactor, 1);

  factor->name = name;
  factor->value = value;
  factor->text = text;
  g_ptr_array_add (factors, factor);
}

static char *
word_importance (const AufaitProposal *proposal)
{
  if (proposal->moment != NULL && proposal->moment->kind == AUFAIT_MOMENT_LOSS)
    return g_strdup (_ ("A kind word to someone who grieves goes first."));
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++) {
    if (g_str_equal (KINDS[i].kind, proposal->rule->kind))
      return g_strdup (_ (KINDS[i].text));
  }
  return g_strdup (proposal->rule->kind);
}

static char *
word_urgency (const AufaitChoice *choice, const AufaitNudgeRecord *record)
{
  if (record->state == AUFAIT_NUDGE_SNOOZED)
    return g_strdup (_ ("You named the moment yourself."));
  return g_strdup (choice->urgency > 1 ? _ ("It cannot wait.") : _ ("It can wait."));
}

static char *
word_tie (const AufaitChoice *choice)
{
  guint i = 0;

  while (choice->tie < TIES[i].from)
    i++;
  return g_strdup (_ (TIES[i].text));
}

static char *
word_freshness (const AufaitProposal *proposal, AufaitDay today)
{
  g_autofree char *age = NULL;

  if (proposal->note == NULL)
    return g_strdup (_ ("Its reason is of today."));
  age = aufait_spoken_day_age (proposal->note->on, today);
  /* Translators: how long ago: “3 months ago”, “yesterday”, “today”. */
  return g_strdup_printf (_ ("Its reason was noted %s."), age);
}

static char *
word_patience (const AufaitNudgeRecord *record)
{
  if (record->times_shown == 0)
    return g_strdup (_ ("It was not shown yet."));
  return g_strdup_printf (ngettext ("It was shown %d time without an answer.",
                                    "It was shown %d times without an answer.",
                                    (gulong) record->times_shown),
                          record->times_shown);
}

static char *
word_habit (const AufaitChoiceContext *context)
{
  if (context->n_dropped == 0)
    return g_strdup (_ ("None of the kind was dropped."));
  return g_strdup_printf (ngettext ("You dropped %u of the kind about this person.",
                                    "You dropped %u of the kind about this person.",
                                    context->n_dropped),
                          context->n_dropped);
}

GPtrArray *
aufait_choice_wording_list (const AufaitChoice *choice,
                            const AufaitProposal *proposal,
                            const AufaitNudgeRecord *record,
                            const AufaitChoiceContext *context)
{
  GPtrArray *factors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_choice_wording_factor_free);

  add_factor (factors, "importance", choice->importance, word_importance (proposal));
  add_factor (factors, "urgency", choice->urgency, word_urgency (choice, record));
  add_factor (factors, "tie", choice->tie, word_tie (choice));
  add_factor (factors, "freshness", choice->freshness, word_freshness (proposal, context->today));
  add_factor (factors, "patience", choice->patience, word_patience (record));
  add_factor (factors, "habit", choice->habit, word_habit (context));
  return factors;
}
