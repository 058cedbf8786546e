/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-guess.h"

static const struct {
  const char *a;
  const char *b;
  guint distance;
} pairs[] = {
  { "note", "note", 0 },       { "Marié", "marie", 0 },   { "Mrie", "Marie", 1 },
  { "noet", "note", 1 },       { "nots", "note", 1 },     { "nudge", "nudges", 1 },
  { "kitten", "sitting", 3 },  { "", "abc", 3 },          { "abc", "xyz", 3 },
  { "saturday", "sunday", 3 }, { "abcdefgh", "", 4 + 1 },
};

static void
counts_letters_that_differ (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_test_message ("%s %s", pairs[i].a, pairs[i].b);
    g_assert_cmpuint (aufait_guess_distance (pairs[i].a, pairs[i].b, 4), ==, pairs[i].distance);
    g_assert_cmpuint (aufait_guess_distance (pairs[i].b, pairs[i].a, 4), ==, pairs[i].distance);
  }
}

static void
takes_the_nearest (void)
{
  const char *const words[] = { "add", "note", "nudges", "done", "drop", NULL };

  g_assert_cmpstr (aufait_guess ("noet", words), ==, "note");
  g_assert_cmpstr (aufait_guess ("nudge", words), ==, "nudges");
  g_assert_cmpstr (aufait_guess ("NOTE", words), ==, "note");
  g_assert_null (aufait_guess ("frobnicate", words));
  g_assert_null (aufait_guess ("xyz", words));
}

static void
is_not_led_astray_by_long_words (void)
{
  g_autofree char *longest = g_strnfill (100000, 'a');

  g_assert_cmpuint (aufait_guess_distance (longest, longest, 3), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guess/counts-letters-that-differ", counts_letters_that_differ);
  g_test_add_func ("/guess/takes-the-nearest", takes_the_nearest);
  g_test_add_func ("/guess/is-not-led-astray-by-long-words", is_not_led_astray_by_long_words);
  return g_test_run ();
}
