/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watch.h"
#include "remove-tree.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEBOUNCE_MS 20
#define DEADLINE_MS 20000

/* A folder of our own with a watch in it; and another file that is watched, to see that everything
 * that was to be told before has been told. */
typedef struct {
  char *root;
  char *path;
  char *marker;
  AufaitWatch *watch;
  AufaitWatch *marker_watch;
  guint n_changes;
  guint n_markers;
} Fixture;

static void
on_counted (gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->root, name, NULL);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = get_path (fixture, name);
  g_autoptr (GError) error = NULL;

  /* In place: without the temporary file that is renamed. */
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
make_folder (Fixture *fixture, const char *name)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

static void
move (Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *from_path = get_path (fixture, from);
  g_autofree char *to_path = get_path (fixture, to);

  g_assert_cmpint (g_rename (from_path, to_path), ==, 0);
}

static void
remove_path (Fixture *fixture, const char *name)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
make_link (Fixture *fixture, const char *target, const char *name)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
start (Fixture *fixture, const char *name)
{
  fixture->path = get_path (fixture, name);
  fixture->watch = aufait_watch_new (fixture->path, DEBOUNCE_MS, on_counted, &fixture->n_changes);
  g_assert_nonnull (fixture->watch);
}

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("Nothing was told in time.");
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint *count, guint at_least)
{
  guint deadline = g_timeout_add (DEADLINE_MS, on_deadline, NULL);

  while (*count < at_least)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

/* Whatever was done before has been told when this returns. */
static void
let_pass (Fixture *fixture)
{
  guint n = fixture->n_markers;

  write_file (fixture, "marker/file", "x");
  wait_for (&fixture->n_markers, n + 1);
}

static void
assert_told_once (Fixture *fixture)
{
  wait_for (&fixture->n_changes, 1);
  let_pass (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  fixture->n_changes = 0;
}

static void
assert_not_told (Fixture *fixture)
{
  let_pass (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("aufait-watch-XXXXXX", &error);
  g_assert_no_error (error);
  make_folder (fixture, "marker");
  fixture->marker = get_path (fixture, "marker/file");
  fixture->marker_watch =
      aufait_watch_new (fixture->marker, 3 * DEBOUNCE_MS, on_counted, &fixture->n_markers);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  aufait_watch_free (fixture->watch);
  aufait_watch_free (fixture->marker_watch);
  remove_tree (fixture->root);
  g_free (fixture->marker);
  g_free (fixture->path);
  g_free (fixture->root);
}

static void
test_written_made_replaced_removed (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a");
  start (fixture, "a/file");
  write_file (fixture, "a/file", "made");
  assert_told_once (fixture);
  write_file (fixture, "a/file", "written");
  assert_told_once (fixture);
  write_file (fixture, "a/new", "replaced");
  move (fixture, "a/new", "a/file");
  assert_told_once (fixture);
  move (fixture, "a/file", "a/old");
  assert_told_once (fixture);
  move (fixture, "a/old", "a/file");
  assert_told_once (fixture);
  remove_path (fixture, "a/file");
  assert_told_once (fixture);
}

static void
test_other_files_do_not_matter (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a");
  start (fixture, "a/file");
  write_file (fixture, "a/file~", "x");
  write_file (fixture, "a/fil", "x");
  write_file (fixture, "beside", "x");
  make_folder (fixture, "a/folder");
  assert_not_told (fixture);
}

static void
test_many_changes_are_told_once (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a");
  start (fixture, "a/file");
  for (int i = 0; i < 200; i++)
    write_file (fixture, "a/file", "again");
  assert_told_once (fixture);
}

static void
test_waits_for_missing_parents (Fixture *fixture, gconstpointer data)
{
  start (fixture, "a/b/c/file");
  make_folder (fixture, "a");
  assert_told_once (fixture);
  make_folder (fixture, "a/b/c");
  assert_told_once (fixture);
  write_file (fixture, "a/b/c/file", "x");
  assert_told_once (fixture);
}

static void
test_parents_made_at_once_are_caught_up (Fixture *fixture, gconstpointer data)
{
  start (fixture, "a/b/c/file");
  make_folder (fixture, "a/b/c");
  write_file (fixture, "a/b/c/file", "x");
  assert_told_once (fixture);
  write_file (fixture, "a/b/c/file", "y");
  assert_told_once (fixture);
}

static void
test_a_folder_made_anew_is_watched (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a");
  write_file (fixture, "a/file", "x");
  start (fixture, "a/file");
  move (fixture, "a", "moved");
  assert_told_once (fixture);
  write_file (fixture, "moved/file", "no more ours");
  assert_not_told (fixture);
  make_folder (fixture, "a");
  assert_told_once (fixture);
  write_file (fixture, "a/file", "y");
  assert_told_once (fixture);
  remove_path (fixture, "a/file");
  remove_path (fixture, "a");
  assert_told_once (fixture);
  make_folder (fixture, "a");
  write_file (fixture, "a/file", "z");
  assert_told_once (fixture);
}

static void
test_a_parent_made_anew_is_watched (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a/b/c");
  write_file (fixture, "a/b/c/file", "x");
  start (fixture, "a/b/c/file");
  move (fixture, "a", "moved");
  assert_told_once (fixture);
  make_folder (fixture, "a/b/c");
  write_file (fixture, "a/b/c/file", "y");
  assert_told_once (fixture);
  write_file (fixture, "moved/b/c/file", "no more ours");
  assert_not_told (fixture);
}

static void
test_a_linked_file_is_seen_when_it_is_written (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a");
  make_folder (fixture, "dotfiles");
  write_file (fixture, "dotfiles/conf", "x");
  write_file (fixture, "dotfiles/other", "x");
  make_link (fixture, "../dotfiles/conf", "a/file");
  start (fixture, "a/file");
  write_file (fixture, "dotfiles/conf", "y");
  assert_told_once (fixture);
  make_link (fixture, "../dotfiles/other", "a/new");
  move (fixture, "a/new", "a/file");
  assert_told_once (fixture);
  write_file (fixture, "dotfiles/conf", "no more ours");
  assert_not_told (fixture);
  write_file (fixture, "dotfiles/other", "y");
  assert_told_once (fixture);
}

static void
test_a_linked_folder_may_be_another (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "one");
  make_folder (fixture, "other");
  make_link (fixture, "one", "a");
  start (fixture, "a/file");
  write_file (fixture, "one/file", "x");
  assert_told_once (fixture);
  make_link (fixture, "other", "new");
  move (fixture, "new", "a");
  assert_told_once (fixture);
  write_file (fixture, "one/file", "no more ours");
  assert_not_told (fixture);
  write_file (fixture, "other/file", "y");
  assert_told_once (fixture);
}

static void
test_links_in_a_circle_end (Fixture *fixture, gconstpointer data)
{
  make_link (fixture, "b", "a");
  make_link (fixture, "a", "b");
  start (fixture, "a");
  remove_path (fixture, "a");
  assert_told_once (fixture);
  write_file (fixture, "a", "x");
  assert_told_once (fixture);
}

/* As many events as the kernel keeps, and one more for the file that is then lost. */
static void
test_an_overflow_is_a_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *path = get_path (fixture, "a/other");
  guint64 most;

  g_assert_true (g_file_get_contents ("/proc/sys/fs/inotify/max_queued_events", &text, NULL, NULL));
  most = g_ascii_strtoull (text, NULL, 10);
  if (most > 100000) {
    g_test_skip ("The kernel keeps too many events here.");
    return;
  }
  make_folder (fixture, "a");
  start (fixture, "a/file");
  for (guint64 i = 0; i < most; i++) {
    g_assert_true (g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    g_unlink (path);
  }
  write_file (fixture, "a/file", "x");
  wait_for (&fixture->n_changes, 1);
  let_pass (fixture);
  fixture->n_changes = 0;
  write_file (fixture, "a/file", "y");
  assert_told_once (fixture);
}

static void
test_may_be_freed_while_it_waits (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture, "a");
  start (fixture, "a/file");
  write_file (fixture, "a/file", "x");
  while (!g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_main_context_iteration (NULL, FALSE);
  g_clear_pointer (&fixture->watch, aufait_watch_free);
  assert_not_told (fixture);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/watch/tells-of-written-made-replaced-removed", test_written_made_replaced_removed);
  add ("/watch/other-files-do-not-matter", test_other_files_do_not_matter);
  add ("/watch/many-changes-are-told-once", test_many_changes_are_told_once);
  add ("/watch/waits-for-missing-parents", test_waits_for_missing_parents);
  add ("/watch/parents-made-at-once-are-caught-up", test_parents_made_at_once_are_caught_up);
  add ("/watch/a-folder-made-anew-is-watched", test_a_folder_made_anew_is_watched);
  add ("/watch/a-parent-made-anew-is-watched", test_a_parent_made_anew_is_watched);
  add ("/watch/a-linked-file-is-seen-when-it-is-written",
       test_a_linked_file_is_seen_when_it_is_written);
  add ("/watch/a-linked-folder-may-be-another", test_a_linked_folder_may_be_another);
  add ("/watch/links-in-a-circle-end", test_links_in_a_circle_end);
  add ("/watch/an-overflow-is-a-change", test_an_overflow_is_a_change);
  add ("/watch/may-be-freed-while-it-waits", test_may_be_freed_while_it_waits);

  return g_test_run ();
}
