/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sentence.h"

/* What one goes to with them has no noun: nobody is wished luck for it. */
static void
test_takes_company_for_an_audience (void)
{
  static const char *const names[] = { "paul", "martin", "zoe", "dupont", NULL };
  static const struct {
    const char *text;
    const char *what;
  } rows[] = {
    { "concert with Paul on Friday", NULL },
    { "concert with Paul and Zoe on Friday", NULL },
    { "ballet with Zoe on Saturday at 8pm", NULL },
    { "Concert avec Paul vendredi", NULL },
    { "concert avec Paul et Zoe vendredi", NULL },
    { "Paul's concert with Zoe on Friday", "the concert" },
    { "concert with her choir on Friday", "the concert" },
    { "concert avec sa chorale vendredi", "le concert" },
  };
  AufaitSentenceContext context = { aufait_day_parse ("2026-11-27"), FALSE, names };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (rows[i].text, &context);
    const AufaitMoment *moment;

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_cmpuint (meaning->moments->len, ==, 1);
    moment = g_ptr_array_index (meaning->moments, 0);
    g_assert_cmpint (moment->kind, ==, AUFAIT_MOMENT_SHOW);
    g_assert_cmpstr (moment->what, ==, rows[i].what);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attended/takes-company-for-an-audience", test_takes_company_for_an_audience);
  return g_test_run ();
}
