/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-promised.h"

static const struct {
  const char *what;
  const char *names[2];
  const char *left;
} ROWS[] = {
  { "Zoé the book", { "Zoé" }, "the book" },
  { "zoe the book", { "Zoé" }, "the book" },
  { "the book", { "Zoé" }, "the book" },
  { "Zoé", { "Zoé" }, "Zoé" },
  { "Zoé: the book", { "Zoé" }, "the book" },
  { "@zoe the book", { "Zoé" }, "the book" },
  { "Zoé's book", { "Zoé" }, "Zoé's book" },
  { "Marie Curie the book", { "Marie Curie" }, "the book" },
  { "marie curie the book", { "Marie Curie" }, "the book" },
  { "Curie the book", { "Marie Curie" }, "the book" },
  { "Jean-Paul le livre", { "Jean-Paul Petit" }, "le livre" },
  { "Paul and Zoé the map", { "Paul", "Zoé" }, "the map" },
  { "Paul et Zoé la carte", { "Paul", "Zoé" }, "la carte" },
  { "Paul, Zoé the map", { "Paul", "Zoé" }, "the map" },
  { "Paul and Zoé the map", { "Paul" }, "Paul and Zoé the map" },
  { "Paul and the dog a walk", { "Paul" }, "Paul and the dog a walk" },
  { "marie la perceuse", { "Marie La Tour" }, "la perceuse" },
  { "Zoé \"the book\"", { "Zoé" }, "\"the book\"" },
  { "call Zoé", { "Zoé" }, "call Zoé" },
  { "", { "Zoé" }, "" },
};

static void
test_leaves_what_is_promised (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    g_autoptr (GPtrArray) people =
        g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);

    for (gsize p = 0; p < G_N_ELEMENTS (ROWS[i].names) && ROWS[i].names[p] != NULL; p++)
      g_ptr_array_add (people, aufait_ref_new ((gint64) p + 1, ROWS[i].names[p]));
    g_test_message ("rows[%zu]: %s", i, ROWS[i].what);
    g_assert_cmpstr (aufait_promised_skip_names (ROWS[i].what, people), ==, ROWS[i].left);
  }
}

static void
test_tells_a_debt_from_a_promise (void)
{
  static const struct {
    const char *text;
    const char *what;
    AufaitPromisedHow how;
  } rows[] = {
    { "I owe Paul 20 euros", "Paul 20 euros", AUFAIT_PROMISED_DEBT },
    { "Je dois à Paul 20 euros", "Paul 20 euros", AUFAIT_PROMISED_DEBT },
    { "Je dois 20 euros à Paul", "20 euros", AUFAIT_PROMISED_DEBT },
    { "je dois un resto à Paul avant vendredi", "un resto", AUFAIT_PROMISED_DEBT },
    { "promised Paul the book by Friday", "Paul the book", AUFAIT_PROMISED_WORD },
    { "j'ai promis le livre à Paul", "le livre à Paul", AUFAIT_PROMISED_WORD },
    { "livre à lui rendre", "livre à lui rendre", AUFAIT_PROMISED_TASK },
    { "never said", "what is not there", AUFAIT_PROMISED_WORD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_cmpint (aufait_promised_find_how (rows[i].text, rows[i].what), ==, rows[i].how);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promised/leaves-what-is-promised", test_leaves_what_is_promised);
  g_test_add_func ("/promised/tells-a-debt-from-a-promise", test_tells_a_debt_from_a_promise);
  return g_test_run ();
}
