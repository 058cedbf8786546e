/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a note says beside the names of those it is about. */
#include "config.h"

#include "aufait-sentence.h"

/* The places of the moments, then the topics, joined by blanks. */
static char *
read_about (const char *people, const char *text)
{
  g_autoptr (AufaitNote) note = aufait_note_new (aufait_day_parse ("2026-07-01"), text);
  g_autoptr (AufaitMeaning) meaning = NULL;
  g_auto (GStrv) names = g_strsplit (people, ";", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (note->people, aufait_ref_new (i + 1, names[i]));
  meaning = aufait_sentence_read_note (note, FALSE);
  for (guint i = 0; i < meaning->moments->len; i++) {
    const AufaitMoment *moment = meaning->moments->pdata[i];

    g_ptr_array_add (found, moment->place != NULL ? moment->place : (char *) "nowhere");
  }
  for (guint i = 0; i < meaning->interests->len; i++)
    g_ptr_array_add (found, meaning->interests->pdata[i]);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

/* Neither part of a name is a place or a topic, and what stands behind it is still read. */
static void
test_takes_no_part_of_a_name_for_something_else (void)
{
  static const struct {
    const char *people;
    const char *text;
    const char *found;
  } rows[] = {
    { "Marie Durand", "Le mari de Marie est à Rome jusqu'à lundi", "Rome" },
    { "Paul Martin", "Le frère de Paul part en Crète lundi", "Crète" },
    { "Paul Martin", "The sister of Paul goes to Crete on Monday", "Crete" },
    { "Paul Martin", "Le voyage de Paul à Rome finit lundi", "Rome" },
    { "Paul Martin", "Les vacances de Paul en Crète du 3 au 10 juillet", "Crète" },
    { "Paul Martin;Zoe de la Tour", "Paul loves Zoe", "" },
    { "Paul Martin;Zoe de la Tour", "Paul aime la mer, Zoe aime le jazz", "mer jazz" },
    { "Paul Martin", "Je dois 20 euros à Paul", "" },
    { "Paul Martin", "J'ai prêté 50 euros à Paul Martin", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = read_about (rows[i].people, rows[i].text);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* Whose the first moment is: the words of the subjects, "all" where it is everybody's, and behind a
 * colon the relative of theirs whose it is. */
static char *
read_whose (const char *people, const char *text)
{
  g_autoptr (AufaitNote) note = aufait_note_new (aufait_day_parse ("2026-07-01"), text);
  g_autoptr (AufaitMeaning) meaning = NULL;
  g_autofree char *subjects = NULL;
  g_auto (GStrv) names = g_strsplit (people, ";", -1);
  const AufaitMoment *moment;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (note->people, aufait_ref_new (i + 1, names[i]));
  meaning = aufait_sentence_read_note (note, FALSE);
  if (meaning->moments->len == 0)
    return g_strdup ("nothing");
  moment = meaning->moments->pdata[0];
  subjects = moment->subjects != NULL ? g_strjoinv (" ", moment->subjects) : g_strdup ("all");
  return moment->whose != NULL ? g_strconcat (subjects, ":", moment->whose, NULL)
                               : g_steal_pointer (&subjects);
}

static void
test_tells_whose_of_two_it_is (void)
{
  static const struct {
    const char *text;
    const char *whose;
  } rows[] = {
    { "Paul drives Zoe to her operation on Monday", "zoe" },
    { "Paul takes Zoe to her exam on Monday", "zoe" },
    { "Paul helps Zoe move on Friday", "zoe" },
    { "Paul goes to Zoe's wedding on Saturday", "zoe" },
    { "Paul goes to Zoe’s wedding on Saturday", "zoe" },
    { "Paul goes to Zoe Dupont's big wedding on Saturday", "dupont" },
    { "On Saturday Paul goes to Zoe's wedding", "zoe" },
    { "I go to Zoe's birthday party with Paul on Saturday", "zoe" },
    { "Paul is at Zoe's birthday party on Saturday", "zoe" },
    { "Paul visits Zoe in hospital on Monday", "zoe" },
    { "Zoe's husband Paul has surgery on Friday", "paul" },
    { "Zoe’s husband Paul has surgery on Friday", "paul" },
    { "Paul's friend Zoe has an exam on Friday", "zoe" },
    { "Paul's little sister Zoe has an exam on Friday", "zoe" },
    { "Paul emmène Zoe à son opération lundi", "zoe" },
    { "Paul accompagne Zoe à son examen lundi", "zoe" },
    { "Paul aide Zoe à déménager vendredi", "zoe" },
    { "Paul va au mariage de Zoe samedi", "zoe" },
    { "Paul va à l'opération de Zoe samedi", "zoe" },
    /* and whose it was before */
    { "Paul has an exam on Friday with Zoe", "paul" },
    { "Zoe's husband has surgery on Friday, Paul helps", "zoe:husband" },
    { "Paul and Zoe move on Friday", "zoe paul" },
    { "Paul says Zoe has an exam on Friday", "zoe" },
    { "Paul's wedding is on Saturday, Zoe sings", "paul" },
    { "Paul invites Zoe to his wedding on Saturday", "paul" },
    { "Paul part en Crète lundi avec Zoe", "paul" },
    { "Paul marries Zoe on Saturday", "paul" },
    { "Zoe's mum has surgery on Friday, Paul says", "zoe:mum" },
  };
  guint n_wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *whose = read_whose ("Paul Martin;Zoe Dupont", rows[i].text);

    if (g_str_equal (whose, rows[i].whose))
      continue;
    g_test_message ("%s: %s, not %s", rows[i].text, whose, rows[i].whose);
    n_wrong++;
  }
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-names/takes-no-part-of-a-name-for-something-else",
                   test_takes_no_part_of_a_name_for_something_else);
  g_test_add_func ("/sentence-names/tells-whose-of-two-it-is", test_tells_whose_of_two_it_is);
  return g_test_run ();
}
