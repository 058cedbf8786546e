/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wherever a card is folded, and whatever its lines end in, it is the same card. */
#include "config.h"

#include <string.h>

#include "aufait-vcard.h"
#include "card-text.h"

static const char card[] =
    "BEGIN:VCARD\nVERSION:3.0\nN:Désormeaux\\, fils;Élodie;;;\nFN:Élodie Désormeaux\n"
    "item1.EMAIL;TYPE=\"a:b\":elodie@example.org\nADR:;;1 rue X;Nîmes;;;France\n"
    "PHOTO;ENCODING=b:YWJj\nitem2.X-ABDATE:2010-06-12\nitem2.X-ABLabel:_$!<Anniversary>!$_\n"
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09\nNICKNAME:小明,Élo\nEND:VCARD\n";

static char *
read_text (GString *text)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cards = aufait_vcard_read (text->str, text->len, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  return dup_cards_text (cards);
}

/* The card with @fold before its byte @at (none for -1), and @end for each end of line. */
static GString *
make_text (gssize at, const char *fold, const char *end)
{
  GString *text = g_string_new (NULL);

  for (gssize i = 0; card[i] != '\0'; i++) {
    if (i == at)
      g_string_append (text, fold);
    if (card[i] == '\n')
      g_string_append (text, end);
    else
      g_string_append_c (text, card[i]);
  }
  return text;
}

static void
test_a_fold_changes_nothing (gconstpointer data)
{
  const char *end = data;
  g_autoptr (GString) whole = make_text (-1, "", end);
  g_autofree char *expected = read_text (whole);

  g_assert_cmpstr (expected, ==,
                   "Élodie Désormeaux nick=小明 nick=Élo email=elodie@example.org "
                   "place=Nîmes, France born=--05-09 anniversary=2010-06-12 photo=3");
  for (gsize at = 1; at < strlen (card); at++) {
    for (const char *blank = " \t"; *blank != '\0'; blank++) {
      g_autofree char *fold = g_strdup_printf ("%s%c", end, *blank);
      g_autoptr (GString) text = NULL;
      g_autofree char *folded = NULL;

      /* A blank line is no fold: nothing stands before it that could go on. */
      if (card[at - 1] == '\n')
        continue;
      text = make_text ((gssize) at, fold, end);
      folded = read_text (text);
      g_test_message ("at %" G_GSIZE_FORMAT, at);
      g_assert_cmpstr (folded, ==, expected);
    }
  }
}

/* A fold before every byte at once. */
static void
test_folds_everywhere_change_nothing (void)
{
  g_autoptr (GString) whole = make_text (-1, "", "\n"), text = g_string_new (NULL);
  g_autofree char *expected = read_text (whole), *folded = NULL;

  for (gsize i = 0; card[i] != '\0'; i++) {
    if (i > 0 && card[i - 1] != '\n')
      g_string_append (text, "\r\n ");
    g_string_append_c (text, card[i]);
  }
  folded = read_text (text);
  g_assert_cmpstr (folded, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/vcard-folds/a-fold-changes-nothing/lf", "\n",
                        test_a_fold_changes_nothing);
  g_test_add_data_func ("/vcard-folds/a-fold-changes-nothing/crlf", "\r\n",
                        test_a_fold_changes_nothing);
  g_test_add_data_func ("/vcard-folds/a-fold-changes-nothing/cr", "\r",
                        test_a_fold_changes_nothing);
  g_test_add_func ("/vcard-folds/folds-everywhere-change-nothing",
                   test_folds_everywhere_change_nothing);
  return g_test_run ();
}
