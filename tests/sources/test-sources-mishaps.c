/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes wrong on the way from a file to the index and is right again later, without anybody
 * doing anything. */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "aufait-database.h"
#include "sources-world.h"

/* --- the reader ---------------------------------------------------------------------------- */

static void
test_without_a_reader_nothing_is_to_blame (SourcesWorld *world, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  world->index = aufait_index_open (world->index_path, NULL);
  world->sources = aufait_sources_new (world->index, "/nonexistent");
  aufait_sources_set_today (world->sources, aufait_day_new (2026, 7, 1), "Europe/Paris");
  aufait_sources_set_settings (world->sources, world->settings);
  do {
    g_clear_pointer (&problems, g_ptr_array_unref);
    g_main_context_iteration (NULL, TRUE);
    problems = aufait_sources_list_problems (world->sources, 10);
  } while (problems->len == 0);
  sources_world_assert_problem (
      world, "aufait-reader",
      "The program aufait-reader cannot be started: install Au fait again.");
  g_assert_cmpuint (problems->len, ==, 1);
  sources_world_stop (world);
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
}

/* As while the package is being replaced; no file changes when it is done. */
static void
test_a_reader_that_comes_back_reads (SourcesWorld *world, gconstpointer data)
{
  g_autofree char *reader = sources_world_dup_path (world, "reader");
  g_autofree char *stand_in =
      g_test_build_filename (G_TEST_BUILT, "sources", "stand-in-reader", NULL);
  const char *what = "The program aufait-reader cannot be started: install Au fait again.";

  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  world->index = aufait_index_open (world->index_path, NULL);
  world->sources = aufait_sources_new (world->index, reader);
  aufait_sources_set_today (world->sources, aufait_day_new (2026, 7, 1), "Europe/Paris");
  aufait_sources_set_settings (world->sources, world->settings);
  while (!sources_world_has_problem (world, "aufait-reader", what))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (symlink (stand_in, reader), ==, 0);
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  g_assert_false (sources_world_has_problem (world, "aufait-reader", what));
}

/* A reader that waits for a disk, or for its turn, says nothing of the file. */
static void
test_a_file_that_is_slow_once_is_read (SourcesWorld *world, gconstpointer data)
{
  g_autofree char *mark = sources_world_dup_path (world, "mark");
  g_autofree char *text = g_strdup_printf ("stall %s\ncard Marie\n", mark);
  const char *what = "Reading it took too long: it is tried again later.";

  sources_world_write (world, "mark", "");
  sources_world_write (world, "cards/a.vcf", text);
  sources_world_write (world, "cards/b.vcf", "card Paul\n");
  sources_world_start (world);
  while (!sources_world_has_problem (world, "a.vcf", what))
    g_main_context_iteration (NULL, TRUE);
  sources_world_wait_for_names (world, "Marie Paul");
  g_assert_false (sources_world_has_problem (world, "a.vcf", what));
}

/* --- the index ----------------------------------------------------------------------------- */

static void
test_an_index_that_is_deleted_is_made_anew (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpint (g_unlink (world->index_path), ==, 0);
  sources_world_write (world, "cards/b.vcf", "card Paul\n");
  sources_world_wait_for_names (world, "Marie Paul");
  sources_world_settle (world);
  sources_world_stop (world);
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, 0);
  sources_world_wait_for_names (world, "Marie Paul");
}

/* Whoever looks at a folder waits here. */
static GMutex gate;

static gboolean
wait_at_gate (int fd)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  return FALSE;
}

/* What is read of it is of days that are over: it is read again. */
static void
test_a_file_that_is_read_while_a_month_begins_is_read_again (SourcesWorld *world,
                                                             gconstpointer data)
{
  static const AufaitBlindness blindness = { wait_at_gate, 600 };
  g_autofree char *mark = sources_world_dup_path (world, "mark");
  g_autofree char *text = g_strdup_printf ("wait %s\nevent e1 1780000000\n", mark);

  world->blindness = &blindness;
  sources_world_start (world);
  sources_world_settle (world);
  sources_world_write (world, "calendars/a.ics", text);
  while (aufait_sources_count_opened (world->sources) < 1)
    g_main_context_iteration (NULL, TRUE);

  g_mutex_lock (&gate);
  aufait_sources_set_today (world->sources, aufait_day_new (2026, 8, 1), "Europe/Paris");
  sources_world_write (world, "mark", "");
  while (sources_world_count_events (world) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_mutex_unlock (&gate);
  sources_world_settle (world);
  g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, 2);
}

/* Another program holds the index while many cards come: they are kept when it is done, and only
 * then nothing is wrong any more. */
static void
test_what_an_index_did_not_take_is_kept_later (SourcesWorld *world, gconstpointer data)
{
  const guint n = 300;
  const char *what = "What was read of cards and calendars cannot be kept: check that the disk has "
                     "room and the folder may be written to.";
  g_autoptr (AufaitDatabase) other = NULL;

  sources_world_start (world);
  sources_world_settle (world);
  other = aufait_database_open (world->index_path, NULL);
  g_assert_true (aufait_database_run (other, "BEGIN IMMEDIATE", NULL));
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("cards/%u.vcf", i);

    sources_world_write (world, name, "card Marie\n");
  }
  while (!sources_world_has_problem (world, "index.db", what))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (aufait_database_run (other, "COMMIT", NULL));
  sources_world_wait_for_cards (world, n);
  sources_world_settle (world);
  g_assert_false (sources_world_has_problem (world, "index.db", what));
}

/* Taken out of the settings and put back while what it had is still on its way out. */
static void
test_a_place_that_comes_back_is_read_again (SourcesWorld *world, gconstpointer data)
{
  const guint n = 600;
  g_autoptr (AufaitSettings) settings = aufait_settings_new ();

  settings->sources->discover = FALSE;
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("cards/%u.vcf", i);

    sources_world_write (world, name, "card Marie\n");
  }
  sources_world_write (world, "all.vcf", "card Zoe\n");
  sources_world_start (world);
  sources_world_settle (world);
  for (guint n_turns = 0; n_turns < 24; n_turns += 2) {
    aufait_sources_set_settings (world->sources, settings);
    for (guint i = 0; i < n_turns; i++)
      g_main_context_iteration (NULL, FALSE);
    aufait_sources_set_settings (world->sources, world->settings);
    sources_world_settle (world);
    g_test_message ("%u turns", n_turns);
    g_assert_cmpint (sources_world_count_cards (world), ==, n + 1);
  }
  sources_world_write (world, "cards/last.vcf", "card Paul\n");
  sources_world_wait_for_cards (world, n + 2);
}

static void
add (const char *path, void (*test) (SourcesWorld *, gconstpointer))
{
  g_test_add (path, SourcesWorld, NULL, sources_world_set_up, test, sources_world_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/sources-mishaps/without-a-reader-nothing-is-to-blame",
       test_without_a_reader_nothing_is_to_blame);
  add ("/sources-mishaps/a-reader-that-comes-back-reads", test_a_reader_that_comes_back_reads);
  add ("/sources-mishaps/a-file-that-is-slow-once-is-read", test_a_file_that_is_slow_once_is_read);
  add ("/sources-mishaps/an-index-that-is-deleted-is-made-anew",
       test_an_index_that_is_deleted_is_made_anew);
  add ("/sources-mishaps/a-file-that-is-read-while-a-month-begins-is-read-again",
       test_a_file_that_is_read_while_a_month_begins_is_read_again);
  add ("/sources-mishaps/what-an-index-did-not-take-is-kept-later",
       test_what_an_index_did_not_take_is_kept_later);
  add ("/sources-mishaps/a-place-that-comes-back-is-read-again",
       test_a_place_that_comes_back_is_read_again);

  return g_test_run ();
}
