/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-retraction.h"
#include "aufait-sentence.h"

/* All are written on Monday 29 June 2026. */
#define WRITTEN_ON "2026-06-29"

static const struct {
  const char *texts[4]; /* in the order in which they were told */
  const char *standing; /* kind, last day and place of each moment that is left */
} ROWS[] = {
  { { "goes to Spain from 4 to 8 July" }, "trip 2026-07-08 Spain\n" },
  { { "goes to Spain from 4 to 8 July", "is not going to Spain after all" }, "" },
  { { "goes to Spain from 4 to 8 July", "is not going to Rome after all" },
    "trip 2026-07-08 Spain\n" },
  { { "is not going to Spain after all", "goes to Spain from 4 to 8 July" },
    "trip 2026-07-08 Spain\n" },
  { { "goes to Spain from 4 to 8 July", "is not going to Spain after all",
      "goes to Spain from 5 to 8 July" },
    "trip 2026-07-08 Spain\n" },
  { { "part en Crète du 10 au 20 août", "ne va plus en Crète" }, "" },
  { { "part en CRETE du 10 au 20 août", "le voyage en Crète est annulé" }, "" },
  { { "part en vacances du 10 au 20 août", "les vacances sont annulées" }, "" },
  { { "job interview on Friday", "the interview was moved to 10 July" },
    "interview 2026-07-10 -\n" },
  { { "job interview on Friday", "the interview is still on Friday" },
    "interview 2026-07-03 -\ninterview 2026-07-03 -\n" },
  { { "is pregnant, due on 20 December", "isn't pregnant anymore" }, "" },
  { { "is pregnant, due on 20 December", "is no longer pregnant" }, "" },
  { { "enceinte, terme le 3 octobre", "n'est plus enceinte" }, "" },
  { { "was in Spain from 1 to 5 June", "is not going to Spain after all" },
    "trip 2026-06-05 Spain\n" },
};

static AufaitNote *
tell (const char *text, gint64 id)
{
  AufaitNote *note = aufait_note_new (aufait_day_parse (WRITTEN_ON), text);

  note->id = id;
  aufait_meaning_free (note->meaning);
  note->meaning = aufait_sentence_read_note (note, FALSE);
  return note;
}

static char *
describe (const GPtrArray *moments)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (moments, i);
    g_autofree char *last = aufait_day_format (moment->last);

    g_string_append_printf (lines, "%s %s %s\n", aufait_moment_kind_to_string (moment->kind), last,
                            moment->place != NULL ? moment->place : "-");
  }
  return g_string_free (lines, FALSE);
}

static void
test_leaves_what_stands (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    g_autoptr (GPtrArray) notes =
        g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
    g_autoptr (GPtrArray) standing = NULL;
    g_autofree char *described = NULL;

    g_test_message ("rows[%zu]: %s", i, ROWS[i].texts[0]);
    /* The newest first, as they are kept. */
    for (guint t = 0; t < G_N_ELEMENTS (ROWS[i].texts) && ROWS[i].texts[t] != NULL; t++)
      g_ptr_array_insert (notes, 0, tell (ROWS[i].texts[t], t + 1));
    standing = aufait_retraction_list_standing (notes, FALSE);
    described = describe (standing);
    g_assert_cmpstr (described, ==, ROWS[i].standing);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retraction/leaves-what-stands", test_leaves_what_stands);
  return g_test_run ();
}
