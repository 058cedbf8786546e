/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-choice-wording.h"
#include "aufait-rule.h"

#define TODAY aufait_day_new (2026, 7, 1)

/* A nudge, in numbers. */
typedef struct {
  const AufaitRule *rule;
  int expires_in; /* days; 0: never */
  int noted_ago;  /* days; -1: no note */
  int times_shown;
  gboolean is_snoozed;
  gboolean is_loss;
  double strength;
  guint n_dropped;
} Case;

static AufaitChoice
weigh (const Case *c)
{
  g_autoptr (AufaitNote) note = aufait_note_new (TODAY - c->noted_ago, "words");
  g_autoptr (AufaitMoment) loss = aufait_moment_new (AUFAIT_MOMENT_LOSS, TODAY, TODAY);
  g_autoptr (AufaitRef) person = aufait_ref_new (1, "Ada");
  g_autoptr (AufaitProposal) proposal = aufait_proposal_new (c->rule, note, person);
  AufaitNudgeRecord record = { .times_shown = c->times_shown };
  AufaitChoiceContext context = { TODAY, c->strength, c->n_dropped };

  if (c->noted_ago < 0)
    proposal->note = NULL;
  if (c->is_loss)
    proposal->moment = loss;
  if (c->expires_in != 0)
    proposal->expires_on = TODAY + c->expires_in;
  record.state = c->is_snoozed ? AUFAIT_NUDGE_SNOOZED : AUFAIT_NUDGE_WAITING;
  return aufait_choice_weigh (proposal, &record, &context);
}

static double
score (const Case *c)
{
  AufaitChoice choice = weigh (c);

  return aufait_choice_get_score (&choice);
}

/* The first goes before the second. */
static const struct {
  const char *name;
  Case first;
  Case second;
} ORDERS[] = {
  { "a-promise-before-a-question", { &AUFAIT_RULE_PROMISE, 90 }, { &AUFAIT_RULE_RETURN, 30 } },
  { "a-wish-before-a-question", { &AUFAIT_RULE_WISH, 5 }, { &AUFAIT_RULE_RETURN, 30 } },
  { "what-cannot-wait-before-a-promise", { &AUFAIT_RULE_WISH, 1 }, { &AUFAIT_RULE_PROMISE, 90 } },
  { "grief-before-a-promise",
    { &AUFAIT_RULE_RETURN, 30, .is_loss = TRUE },
    { &AUFAIT_RULE_PROMISE, 90 } },
  { "new-before-what-was-shown",
    { &AUFAIT_RULE_WISH, 5 },
    { &AUFAIT_RULE_WISH, 5, .times_shown = 1 } },
  { "the-named-moment-before-all",
    { &AUFAIT_RULE_RETURN, 30, .is_snoozed = TRUE },
    { &AUFAIT_RULE_PROMISE, 90 } },
  { "a-close-friend-before-a-stranger",
    { &AUFAIT_RULE_RETURN, 30, .strength = 20 },
    { &AUFAIT_RULE_RETURN, 30, .strength = 1 } },
  { "a-stranger's-promise-before-a-friend's-question",
    { &AUFAIT_RULE_PROMISE, 90, .strength = 4 },
    { &AUFAIT_RULE_RETURN, 30, .strength = 8 } },
  { "what-was-never-dropped-before-what-was",
    { &AUFAIT_RULE_RETURN, 30 },
    { &AUFAIT_RULE_RETURN, 30, .n_dropped = 1 } },
  { "a-fresh-reason-before-an-old-one",
    { &AUFAIT_RULE_CHECKIN, 30, .noted_ago = 1 },
    { &AUFAIT_RULE_CHECKIN, 30, .noted_ago = 300 } },
};

static void
test_order (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpfloat (score (&ORDERS[i].first), >, score (&ORDERS[i].second));
}

/* What has a day is no staler for having been noted long before. */
static void
test_same (void)
{
  Case early = { &AUFAIT_RULE_WISH, 5, .noted_ago = 200 };
  Case late = { &AUFAIT_RULE_WISH, 5, .noted_ago = 1 };
  Case owed = { &AUFAIT_RULE_PROMISE, 90 };
  Case dropped = { &AUFAIT_RULE_PROMISE, 90, .n_dropped = 2 };

  g_assert_cmpfloat_with_epsilon (score (&early), score (&late), 1e-9);
  g_assert_cmpfloat_with_epsilon (score (&owed), score (&dropped), 1e-9);
}

/* Each factor is said, and the product of them is the score. */
static void
test_words (void)
{
  Case c = { &AUFAIT_RULE_RETURN, 30, .times_shown = 2, .strength = 3, .n_dropped = 1 };
  AufaitChoice choice = weigh (&c);
  g_autoptr (AufaitRef) person = aufait_ref_new (1, "Ada");
  g_autoptr (AufaitProposal) proposal = aufait_proposal_new (c.rule, NULL, person);
  AufaitNudgeRecord record = { .times_shown = 2 };
  AufaitChoiceContext context = { TODAY, 3, 1 };
  g_autoptr (GPtrArray) factors = aufait_choice_wording_list (&choice, proposal, &record, &context);
  double product = 1;

  g_assert_cmpuint (factors->len, ==, 6);
  for (guint i = 0; i < factors->len; i++) {
    const AufaitChoiceWordingFactor *factor = factors->pdata[i];

    g_assert_true (g_str_has_suffix (factor->text, "."));
    product *= factor->value;
  }
  g_assert_cmpfloat_with_epsilon (product, aufait_choice_get_score (&choice), 1e-9);
  g_assert_cmpstr (((AufaitChoiceWordingFactor *) factors->pdata[4])->text, ==,
                   "It was shown 2 times without an answer.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ORDERS); i++) {
    g_autofree char *path = g_strconcat ("/choice/", ORDERS[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_order);
  }
  g_test_add_func ("/choice/what-does-not-matter", test_same);
  g_test_add_func ("/choice/is-said-in-words", test_words);
  return g_test_run ();
}
