/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on disk when the index says so. SQLite calls the fdatasync of this program. */
#include "config.h"

#include <sys/syscall.h>
#include <unistd.h>

#include "index-fixture.h"

static const char *file; /* NULL: nobody counts */
static guint n_syncs;    /* of that file, without those of its log */

int
fdatasync (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  n_syncs += file != NULL && g_strcmp0 (path, file) == 0;
  return (int) syscall (SYS_fdatasync, fd);
}

/* What is written next may come to the file, and over the log, in whatever order. */
static void
test_the_mark_is_on_disk_before_what_it_is_of (IndexFixture *fixture, gconstpointer data)
{
  gint64 boot;

  index_fixture_keep (fixture, "a.vcf", aufait_file_content_new ());
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  file = fixture->path;
  n_syncs = 0;
  index_fixture_keep (fixture, "b.vcf", aufait_file_content_new ());
  file = NULL;
  g_assert_cmpuint (n_syncs, ==, 1);
  boot = index_fixture_ask (fixture, "SELECT value <> '' FROM state WHERE what = 'boot'");
  g_assert_cmpint (boot, ==, 1);
}

/* All that is in the log may have been written into the file before, without waiting. */
static void
test_a_closed_file_is_on_disk (IndexFixture *fixture, gconstpointer data)
{
  gboolean is_moved = GPOINTER_TO_INT (data);
  AufaitFileContent *content = aufait_file_content_new ();

  aufait_file_content_take_card (content, aufait_card_new ("Marie"));
  index_fixture_keep (fixture, "a.vcf", content);
  if (is_moved)
    g_assert_true (aufait_database_run (aufait_index_get_newest (fixture->index),
                                        "PRAGMA wal_checkpoint (PASSIVE)", NULL));
  n_syncs = 0;
  file = fixture->path;
  index_fixture_close (fixture);
  file = NULL;
  g_assert_cmpuint (n_syncs, >, 0);
}

static void
add (const char *path, gboolean is_moved)
{
  g_test_add (path, IndexFixture, GINT_TO_POINTER (is_moved), index_fixture_set_up,
              test_a_closed_file_is_on_disk, index_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/index-disk/mark", IndexFixture, NULL, index_fixture_set_up,
              test_the_mark_is_on_disk_before_what_it_is_of, index_fixture_tear_down);
  add ("/index-disk/what-is-in-the-log", FALSE);
  add ("/index-disk/what-was-in-the-log", TRUE);
  return g_test_run ();
}
