/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-kin.h"

static void
test_knows_the_same_relative (void)
{
  static const struct {
    const char *text;
    const char *other;
    gboolean is_shared;
  } rows[] = {
    { "her mum starts chemo on Friday", "Her mum passed away this morning", TRUE },
    { "Papi est à l'hôpital depuis hier", "papi est décédé ce matin", TRUE },
    { "sa mère est hospitalisée", "a perdu sa mère", TRUE },
    { "her mum starts chemo on Friday", "her dad died", FALSE },
    { "operation on Friday", "her grandma died this morning", FALSE },
    { "", "her mum died", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s; %s", rows[i].text, rows[i].other);
    g_assert_cmpint (aufait_kin_is_shared (rows[i].text, rows[i].other), ==, rows[i].is_shared);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kin/knows-the-same-relative", test_knows_the_same_relative);
  return g_test_run ();
}
