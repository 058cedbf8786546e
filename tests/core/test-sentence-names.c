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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-names/takes-no-part-of-a-name-for-something-else",
                   test_takes_no_part_of_a_name_for_something_else);
  return g_test_run ();
}
