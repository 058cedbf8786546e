/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on since some day, and nobody knows until when. */
#include "aufait-sentence.h"

static const struct {
  const char *text;
  gboolean is_open;
} rows[] = {
  { "her mother is in hospital since Tuesday", TRUE },
  { "has been ill since the 20th", TRUE },
  { "in Rome since Monday", TRUE },
  { "sa mère est à l'hôpital depuis mardi", TRUE },
  { "en arrêt maladie depuis lundi", TRUE },
  { "à Lisbonne depuis le 20", TRUE },
  /* an end is said */
  { "in Rome since Monday, back on Friday", FALSE },
  { "in hospital since Tuesday until Friday", FALSE },
  { "in Rome since Monday, back today", FALSE },
  { "partie en Thaïlande pour 3 semaines depuis hier", FALSE },
  { "à l'hôpital depuis mardi jusqu'à vendredi", FALSE },
  { "was in Rome from the 20th to the 26th", FALSE },
  { "was in hospital on Tuesday", FALSE },
  { "en vacances du 20 au 26", FALSE },
};

static AufaitNote *
make_note (const char *text)
{
  AufaitNote *note = aufait_note_new (aufait_day_parse ("2026-11-26"), text);

  g_ptr_array_add (note->people, aufait_ref_new (1, "Zoé"));
  aufait_meaning_free (note->meaning);
  note->meaning = aufait_sentence_read_note (note, FALSE);
  return note;
}

static void
test_what_has_no_end_is_open (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitNote) note = make_note (rows[i].text);
    AufaitMoment *moment;

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_cmpuint (note->meaning->moments->len, ==, 1);
    moment = g_ptr_array_index (note->meaning->moments, 0);
    g_assert_cmpint (moment->is_open, ==, rows[i].is_open);
  }
}

/* What was kept does not say it; the words do. */
static void
test_a_kept_note_is_read_again (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitNote) note = make_note (rows[i].text);
    AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, 0);

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    moment->is_open = FALSE;
    aufait_sentence_open_moments (note);
    g_assert_cmpint (moment->is_open, ==, rows[i].is_open);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/what-has-no-end-is-open", test_what_has_no_end_is_open);
  g_test_add_func ("/open/a-kept-note-is-read-again", test_a_kept_note_is_read_again);
  return g_test_run ();
}
