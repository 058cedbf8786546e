/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-text.h"

#include <string.h>

static const struct {
  const char *text;
  const char *words; /* what is left, each blotted run as one "|" */
  const char *emails;
} rows[] = {
  { "", "", "" },
  { "Lunch with Marie", "Lunch with Marie", "" },
  { "https://zoom.us/j/1?pwd=Paul&u=Zoe#Rose now", "| now", "" },
  { "<https://x.org/Paul>Zoe", "<|>Zoe", "" },
  { "(see www.paul.fr, Zoe)", "(see | Zoe)", "" },
  { "HTTP://PAUL.FR\nZoe", "|\nZoe", "" },
  { "write to paul.martin@example.org.", "write to |.", "paul.martin@example.org" },
  { "Paul <mailto:paul@x.org>; zoe+cal@x.co.uk", "Paul <mailto:|>; |",
    "paul@x.org zoe+cal@x.co.uk" },
  { "paul@x.org,zoe@x.org", "|,|", "paul@x.org zoe@x.org" },
  { "a@b.c a@b.c", "| |", "a@b.c a@b.c" },
  { "rené@exemple.fr", "|", "rené@exemple.fr" },
  { "mailto:zoe@x.org?subject=Paul", "mailto:|?subject=Paul", "zoe@x.org" },
  { "sip://zoe@x.org", "|", "" },
  /* none */
  { "@marie @ 18h paul@home 3@4", "@marie @ 18h paul@home 3@4", "" },
  { "Marie://", "|", "" },
  { "a://b", "|", "" },
  { "://Paul", "://Paul", "" },
  { "Déjeuner à 12h: Zoé/René", "Déjeuner à 12h: Zoé/René", "" },
  { "@", "@", "" },
  { "a@", "a@", "" },
  { "a@.", "a@.", "" },
  { "wwwPaul", "wwwPaul", "" },
};

static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '|' || p == text || p[-1] != '|')
      g_string_append_c (squeezed, *p);
  return g_string_free (squeezed, FALSE);
}

static void
test_hides_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) emails = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *hidden = aufait_event_text_hide_addresses (rows[i].text, emails);
    g_autofree char *words = squeeze (hidden);
    g_autofree char *list = NULL;

    g_test_message ("row %u: %s", i, rows[i].text);
    g_ptr_array_add (emails, NULL);
    list = g_strjoinv (" ", (char **) emails->pdata);
    g_assert_cmpstr (words, ==, rows[i].words);
    g_assert_cmpstr (list, ==, rows[i].emails);
    g_assert_cmpuint (strlen (hidden), ==, strlen (rows[i].text));
    g_assert_true (g_utf8_validate (hidden, -1, NULL));
  }
}

/* Whatever it is made of, nothing is read past its end, and letters stay whole. */
static void
test_takes_any_text (void)
{
  static const char *const pieces[] = { "@", ".", "://",     "www.", "é",  "a",
                                        " ", "<", "mailto:", "李",   "\n", "+" };

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GPtrArray) emails = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *hidden = NULL;

    for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    hidden = aufait_event_text_hide_addresses (text->str, emails);
    g_assert_cmpuint (strlen (hidden), ==, text->len);
    g_assert_true (g_utf8_validate (hidden, -1, NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-text/hides-addresses", test_hides_addresses);
  g_test_add_func ("/event-text/takes-any-text", test_takes_any_text);
  return g_test_run ();
}
