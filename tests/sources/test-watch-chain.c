/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watch-chain.h"
#include "remove-tree.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

/* A way to ROOT/home/cards; what the kernel tells is there as soon as it was done. */
typedef struct {
  char *root;
  int fd;
  AufaitWatchChain *chain;
} Fixture;

static void
set_mode (Fixture *fixture, const char *name, mode_t mode)
{
  g_autofree char *path = g_build_filename (fixture->root, name, NULL);

  g_assert_cmpint (chmod (path, mode), ==, 0);
}

static void
make_folder (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->root, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

static void
follow (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->root, "home", "cards", NULL);

  aufait_watch_chain_add (fixture->chain, path, AUFAIT_WATCH_CHAIN_FOLDER, 1);
  aufait_watch_chain_follow (fixture->chain, TRUE);
}

/* How many events there were, and of how many the chain says that they matter. */
static guint
count_events (Fixture *fixture, guint *ret_n_matter, gboolean *ret_lost)
{
  char buffer[8192] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  guint n_events = 0;
  ssize_t length;

  *ret_n_matter = 0;
  *ret_lost = FALSE;
  while ((length = read (fixture->fd, buffer, sizeof buffer)) > 0) {
    for (char *p = buffer; p < buffer + length;) {
      const struct inotify_event *event = (const void *) p;

      n_events++;
      *ret_n_matter += aufait_watch_chain_matters (fixture->chain, event, ret_lost);
      p += sizeof *event + event->len;
    }
  }
  return n_events;
}

/* Files of root may be entered by root, whatever their mode is. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (getuid () == 0)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  fixture->root = g_dir_make_tmp ("aufait-watch-chain-XXXXXX", &error);
  g_assert_no_error (error);
  make_folder (fixture, "home/cards");
  make_folder (fixture, "home/other");
  fixture->fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  fixture->chain = aufait_watch_chain_new (fixture->fd);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  aufait_watch_chain_free (fixture->chain);
  close (fixture->fd);
  remove_tree (fixture->root);
  g_free (fixture->root);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_what_goes_on_on_the_way_wakes_nobody (Fixture *fixture, gconstpointer data)
{
  guint n_matter;
  gboolean lost;

  follow (fixture);
  set_mode (fixture, "home/other", 0500);
  make_folder (fixture, "home/another");
  g_assert_cmpuint (count_events (fixture, &n_matter, &lost), ==, 0);
}

static void
test_where_the_way_breaks_off_only_arrivals_are_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cards = g_build_filename (fixture->root, "home", "cards", NULL);
  guint n_matter;
  gboolean lost;

  g_assert_cmpint (g_rmdir (cards), ==, 0);
  follow (fixture);
  set_mode (fixture, "home/other", 0500);
  g_assert_cmpuint (count_events (fixture, &n_matter, &lost), ==, 0);
  make_folder (fixture, "home/cards");
  g_assert_cmpuint (count_events (fixture, &n_matter, &lost), ==, 1);
  g_assert_cmpuint (n_matter, ==, 1);
}

static void
test_a_folder_that_may_be_read_again_is_watched (Fixture *fixture, gconstpointer data)
{
  static const char *const folders[] = { "home", "home/cards" };
  static const mode_t modes[] = { 0, 0200, 0600 };
  guint n_matter;
  gboolean lost;

  for (guint i = 0; i < G_N_ELEMENTS (folders) * G_N_ELEMENTS (modes); i++) {
    const char *folder = folders[i / G_N_ELEMENTS (modes)];
    mode_t mode = modes[i % G_N_ELEMENTS (modes)];

    g_test_message ("%s: %03o", folder, (guint) mode);
    set_mode (fixture, folder, mode);
    aufait_watch_chain_clear (fixture->chain);
    follow (fixture);
    count_events (fixture, &n_matter, &lost);
    set_mode (fixture, folder, 0700);
    count_events (fixture, &n_matter, &lost);
    g_assert_cmpuint (n_matter, ==, 1);
    aufait_watch_chain_follow (fixture->chain, lost);
    make_folder (fixture, "home/cards/new");
    g_assert_cmpuint (count_events (fixture, &n_matter, &lost), >, 0);
    set_mode (fixture, "home/cards", 0700);
    remove_tree (fixture->root);
    make_folder (fixture, "home/cards");
  }
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

  add ("/watch-chain/what-goes-on-on-the-way-wakes-nobody",
       test_what_goes_on_on_the_way_wakes_nobody);
  add ("/watch-chain/where-the-way-breaks-off-only-arrivals-are-told",
       test_where_the_way_breaks_off_only_arrivals_are_told);
  add ("/watch-chain/a-folder-that-may-be-read-again-is-watched",
       test_a_folder_that_may_be_read_again_is_watched);

  return g_test_run ();
}
