/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lookout.h"
#include "remove-tree.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define DEADLINE_SECS 60

typedef struct {
  char *root;
  AufaitLookout *lookout;
  guint n_told;
  guint deadline_id;
} Fixture;

static void
on_changed (gpointer user_data)
{
  ((Fixture *) user_data)->n_told++;
}

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("What was waited for did not come.");
  return G_SOURCE_REMOVE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("aufait-lookout-XXXXXX", NULL);
  fixture->lookout = aufait_lookout_new (on_changed, fixture);
  fixture->deadline_id = g_timeout_add_seconds (DEADLINE_SECS, on_deadline, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  aufait_lookout_free (fixture->lookout);
  g_source_remove (fixture->deadline_id);
  remove_tree (fixture->root);
  g_free (fixture->root);
}

/* "file:a/b items:c" */
static gboolean
watch (Fixture *fixture, const char *spots)
{
  static const char *const kinds[] = { "name", "file", "folders", "items" };
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_lookout_spot_free);
  g_auto (GStrv) words = g_strsplit (spots, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (words[i], ":", 2);
    AufaitLookoutSpot *spot = g_new0 (AufaitLookoutSpot, 1);

    while (!g_str_equal (kinds[spot->kind], parts[0]))
      spot->kind++;
    spot->path = g_build_filename (fixture->root, parts[1], NULL);
    g_ptr_array_add (list, spot);
  }
  return aufait_lookout_set_spots (fixture->lookout, list);
}

/* "mkdir a", "write a", "append a", "remove a", "move a b", "link a b" (b leads to a) */
static void
act (Fixture *fixture, const char *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", -1);
  g_autofree char *path = g_build_filename (fixture->root, words[1], NULL);
  g_autofree char *other =
      words[2] != NULL ? g_build_filename (fixture->root, words[2], NULL) : NULL;

  if (g_str_equal (words[0], "mkdir"))
    g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  else if (g_str_equal (words[0], "write"))
    g_assert_true (g_file_set_contents_full (path, "x", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  else if (g_str_equal (words[0], "remove"))
    remove_tree (path);
  else if (g_str_equal (words[0], "move"))
    g_assert_cmpint (g_rename (path, other), ==, 0);
  else if (g_str_equal (words[0], "link"))
    g_assert_cmpint (symlink (path, other), ==, 0);
  else
    g_assert_not_reached ();
}

static void
act_all (Fixture *fixture, const char *actions)
{
  g_auto (GStrv) list = g_strsplit (actions, ", ", -1);

  for (guint i = 0; *actions != '\0' && list[i] != NULL; i++)
    act (fixture, list[i]);
}

/* All that inotify has to say is there at once. */
static gboolean
is_noticed (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  return aufait_lookout_is_stirred (fixture->lookout) || fixture->n_told > 0;
}

static const struct {
  const char *before;
  const char *spots;
  const char *actions;
  gboolean is_told;
} rows[] = {
  { "", "name:a", "mkdir a", TRUE },
  { "", "name:a", "write a", TRUE },
  { "", "name:a", "write b", FALSE },
  { "", "name:a", "mkdir b, write b/a", FALSE },
  { "mkdir a", "name:a", "remove a", TRUE },
  { "mkdir a", "name:a", "move a b", TRUE },
  { "mkdir a", "name:a", "write a/x", FALSE },
  { "write a", "name:a", "remove a", TRUE },
  { "", "file:a/b/c", "mkdir a", TRUE },
  { "mkdir a/b", "file:a/b/c", "write a/b/c", TRUE },
  { "mkdir a/b", "file:a/b/c", "write a/b/d", FALSE },
  { "mkdir a/b", "file:a/b/c", "write a/d", FALSE },
  { "mkdir a/b, write a/b/c", "file:a/b/c", "write a/b/c", TRUE },
  { "mkdir a/b, write a/b/c", "file:a/b/c", "move a d", TRUE },
  { "mkdir a", "folders:a", "mkdir a/b", TRUE },
  { "mkdir a", "folders:a", "mkdir a/.b", FALSE },
  { "mkdir a", "folders:a", "write a/b.vcf", FALSE },
  { "mkdir a/b", "folders:a", "remove a/b", TRUE },
  { "mkdir a/b", "folders:a", "move a/b c", TRUE },
  { "mkdir a/b", "folders:a", "mkdir a/b/c, write a/b/d.vcf", FALSE },
  { "mkdir a, mkdir b", "folders:a", "move b a/b", TRUE },
  { "mkdir a, mkdir b", "folders:a", "link b a/b", TRUE },
  { "mkdir a, write b", "folders:a", "link b a/b", FALSE },
  { "", "folders:a", "mkdir a", TRUE },
  { "mkdir a", "items:a", "mkdir a/b", TRUE },
  { "mkdir a", "items:a", "write a/b.vcf", TRUE },
  { "mkdir a", "items:a", "write a/b.ics", TRUE },
  { "mkdir a", "items:a", "write a/b.txt", FALSE },
  { "mkdir a", "items:a", "write a/.b.vcf", FALSE },
  { "mkdir b, link b a", "items:a", "write b/b.vcf", TRUE },
  { "mkdir b, mkdir c, link b a", "items:a", "write c/b.vcf", FALSE },
  { "mkdir b, link b a", "items:a", "remove a", TRUE },
  { "mkdir a", "folders:a name:a/b", "write a/b", TRUE },
  { "mkdir a", "items:a name:a/b", "write a/c.vcf", TRUE },
};

static void
test_tells_what_comes_and_goes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Fixture fixture = { 0 };

    g_test_message ("%u: %s; %s; %s", i, rows[i].before, rows[i].spots, rows[i].actions);
    set_up (&fixture, NULL);
    act_all (&fixture, rows[i].before);
    g_assert_true (watch (&fixture, rows[i].spots));
    g_assert_false (is_noticed (&fixture));
    act_all (&fixture, rows[i].actions);
    g_assert_cmpint (is_noticed (&fixture), ==, rows[i].is_told);
    tear_down (&fixture, NULL);
  }
}

static void
wait_told (Fixture *fixture, guint n)
{
  while (fixture->n_told < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_follows_step_by_step (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "mkdir a",  "mkdir a/b", "write a/b/c", "write a/b/c",
                                         "remove a", "mkdir a/b", "write a/b/c" };

  g_assert_true (watch (fixture, "file:a/b/c"));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_test_message ("%s", actions[i]);
    act (fixture, actions[i]);
    wait_told (fixture, i + 1);
  }
}

static void
test_tells_much_at_once (Fixture *fixture, gconstpointer data)
{
  act (fixture, "mkdir a");
  g_assert_true (watch (fixture, "folders:a"));
  for (guint i = 0; i < 100; i++) {
    g_autofree char *action = g_strdup_printf ("mkdir a/%u", i);

    act (fixture, action);
  }
  wait_told (fixture, 1);
  g_assert_false (is_noticed (fixture) && fixture->n_told > 1);
}

static void
test_says_whether_the_spots_are_others (Fixture *fixture, gconstpointer data)
{
  g_assert_true (watch (fixture, "folders:a name:b"));
  g_assert_false (watch (fixture, "folders:a name:b"));
  g_assert_true (watch (fixture, "items:a name:b"));
  g_assert_true (watch (fixture, "items:a"));
  act (fixture, "mkdir b");
  g_assert_false (is_noticed (fixture));
  act (fixture, "mkdir a");
  g_assert_true (is_noticed (fixture));
}

#define ADD(name, test) g_test_add ("/lookout/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookout/tells-what-comes-and-goes", test_tells_what_comes_and_goes);
  ADD ("follows-step-by-step", test_follows_step_by_step);
  ADD ("tells-much-at-once", test_tells_much_at_once);
  ADD ("says-whether-the-spots-are-others", test_says_whether_the_spots_are_others);
  return g_test_run ();
}
