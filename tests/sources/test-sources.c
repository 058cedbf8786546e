/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sources.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sources-world.h"

/* AddressSanitizer is three times slower; without it the test is run, too. */
#ifdef __SANITIZE_ADDRESS__
#define GAP_MAX (300 * 1000)
#else
#define GAP_MAX (100 * 1000)
#endif

/* A file that was not written to for some more than that is read. */
#define RESTS_MS 80

static void
assert_turns (SourcesWorld *world)
{
  g_assert_cmpint (world->longest_gap, <, GAP_MAX);
}

static void
test_reads_what_is_there (SourcesWorld *world, gconstpointer data)
{
  g_autoptr (GPtrArray) places = NULL;
  const AufaitSourcesPlace *place;

  sources_world_write (world, "cards/a.vcf", "card Marie marie@x.org\nproblem A line is odd.\n");
  sources_world_write (world, "cards/b.VCF", "card Paul\n");
  sources_world_write (world, "cards/.hidden.vcf", "card Nobody\n");
  sources_world_write (world, "cards/tmpabcdef", "card Nobody\n");
  sources_world_write (world, "calendars/a.ics",
                       "event e1 1780000000\ndays d1 2026-07-01 2026-07-02\n");
  sources_world_write (world, "all.vcf", "card Zoe\ncard Tom\n");
  sources_world_start (world);
  sources_world_settle (world);
  sources_world_wait_for_names (world, "Marie Paul Tom Zoe");
  g_assert_cmpint (sources_world_count_events (world), ==, 2);
  g_assert_cmpuint (world->n_changed, >=, 1);
  g_assert_cmpuint (world->n_settled, >=, 1);
  sources_world_assert_problem (world, "cards/a.vcf", "A line is odd.");

  places = aufait_sources_list (world->sources);
  g_assert_cmpuint (places->len, ==, 3);
  place = places->pdata[0];
  g_assert_true (g_str_has_suffix (place->path, "/all.vcf"));
  g_assert_cmpstr (place->name, ==, "all");
  g_assert_cmpstr (place->kind, ==, "cards");
  g_assert_cmpint (place->n_items, ==, 2);
  place = places->pdata[1];
  g_assert_cmpstr (place->name, ==, "calendars");
  g_assert_cmpstr (place->kind, ==, "calendar");
  g_assert_cmpint (place->n_items, ==, 2);
  place = places->pdata[2];
  g_assert_cmpint (place->n_items, ==, 2);
  g_assert_cmpint (place->n_problems, ==, 1);
}

/* How much there is in the folder of cards. */
static void
assert_counts (SourcesWorld *world, gint64 n_items, gint64 n_problems)
{
  g_autoptr (GPtrArray) places = aufait_sources_list (world->sources);

  for (guint i = 0; i < places->len; i++) {
    const AufaitSourcesPlace *place = places->pdata[i];

    if (!g_str_has_suffix (place->path, "/cards"))
      continue;
    g_assert_cmpint (place->n_items, ==, n_items);
    g_assert_cmpint (place->n_problems, ==, n_problems);
    return;
  }
  g_assert_not_reached ();
}

static void
test_follows_changes (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "all.vcf", "card Zoe\n");
  sources_world_start (world);
  sources_world_settle (world);
  assert_counts (world, 0, 0);
  sources_world_write (world, "cards/a.vcf", "card Marie\nproblem A line is odd.\n");
  sources_world_wait_for_names (world, "Marie Zoe");
  assert_counts (world, 1, 1);
  sources_world_write (world, "cards/a.vcf", "card Paul\n");
  sources_world_wait_for_names (world, "Paul Zoe");
  sources_world_write (world, "cards/tmp1", "card Ines\n");
  sources_world_move (world, "cards/tmp1", "cards/b.vcf");
  sources_world_wait_for_names (world, "Ines Paul Zoe");
  assert_counts (world, 2, 0);
  sources_world_move (world, "cards/b.vcf", "cards/c.vcf");
  sources_world_remove (world, "cards/a.vcf");
  sources_world_wait_for_names (world, "Ines Zoe");
  assert_counts (world, 1, 0);
  sources_world_write (world, "all.vcf", "card Leo\n");
  sources_world_wait_for_names (world, "Ines Leo");
}

static void
test_opens_nothing_when_nothing_changed (SourcesWorld *world, gconstpointer data)
{
  for (guint i = 0; i < 50; i++) {
    g_autofree char *name = g_strdup_printf ("cards/%u.vcf", i);

    sources_world_write (world, name, i % 10 == 0 ? "fail No card.\n" : "card Marie\n");
  }
  sources_world_write (world, "all.vcf", "card Zoe\n");
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, 51);
  sources_world_stop (world);
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, 0);
  g_assert_cmpint (sources_world_count_cards (world), ==, 46);
  sources_world_stop (world);
  sources_world_write (world, "cards/7.vcf", "card Paul\n");
  sources_world_remove (world, "cards/8.vcf");
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, 1);
  g_assert_cmpint (sources_world_count_cards (world), ==, 45);
}

/* 1,000 times, in place and as fast as it goes: the last state is the one that is known. */
static void
test_a_file_that_is_rewritten_ends_in_its_last_state (SourcesWorld *world, gconstpointer data)
{
  sources_world_start (world);
  sources_world_settle (world);
  for (guint i = 0; i <= 1000; i++) {
    g_autofree char *text = g_strdup_printf ("card One%04u\ncard Two%04u\n", i, i);

    sources_world_write (world, "cards/a.vcf", text);
    if (i % 20 == 0)
      g_main_context_iteration (NULL, FALSE);
  }
  sources_world_wait_for_names (world, "One1000 Two1000");
}

/* Over and over, one half a moment after the other: what is seen is never a half of each. Gives how
 * long it was kept from that at most, in ms: a file that nobody writes to for long enough rests. */
static gpointer
write_halves (gpointer data)
{
  gint64 longest = 0;

  for (guint i = 0; i < 80; i++) {
    gint64 begin = g_get_monotonic_time ();
    g_autofree char *first = g_strdup_printf ("card One%04u\n", i);
    g_autofree char *second = g_strdup_printf ("card Two%04u\n", i);
    int writer = open (data, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

    g_assert_cmpint (pwrite (writer, first, strlen (first), 0), ==, strlen (first));
    g_usleep (20 * 1000);
    g_assert_cmpint (pwrite (writer, second, strlen (second), (off_t) strlen (first)), ==,
                     strlen (second));
    close (writer);
    longest = MAX (longest, g_get_monotonic_time () - begin);
  }
  return GINT_TO_POINTER ((int) (longest / 1000));
}

static void
test_a_file_that_is_being_written_is_not_half_seen (SourcesWorld *world, gconstpointer data)
{
  g_autofree char *path = sources_world_dup_path (world, "cards/a.vcf");
  GThread *writer;
  int kept_ms;

  sources_world_start (world);
  sources_world_settle (world);
  writer = g_thread_new ("writer", write_halves, path);
  sources_world_wait_for_names (world, "One0079 Two0079");
  kept_ms = GPOINTER_TO_INT (g_thread_join (writer));
  g_test_message ("longest of a file: %d ms", kept_ms);
  if (kept_ms < RESTS_MS)
    g_assert_cmpuint (world->n_changed, ==, 1);
}

/* --- folders ------------------------------------------------------------------------------- */

static void
test_a_folder_made_anew_is_followed (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_move (world, "cards", "moved");
  sources_world_wait_for_names (world, "");
  sources_world_make_folder (world, "new");
  sources_world_write (world, "new/b.vcf", "card Paul\n");
  sources_world_move (world, "new", "cards");
  sources_world_wait_for_names (world, "Paul");
  sources_world_write (world, "cards/c.vcf", "card Zoe\n");
  sources_world_wait_for_names (world, "Paul Zoe");
  sources_world_remove (world, "cards");
  sources_world_wait_for_names (world, "");
  sources_world_make_folder (world, "cards");
  sources_world_write (world, "cards/d.vcf", "card Tom\n");
  sources_world_wait_for_names (world, "Tom");
}

static void
test_new_places_are_found (SourcesWorld *world, gconstpointer data)
{
  sources_world_start (world);
  sources_world_settle (world);
  sources_world_remove (world, "cards");
  sources_world_write (world, "all.vcf", "card Zoe\n");
  sources_world_make_folder (world, "beside");
  sources_world_wait_for_names (world, "Zoe");
}

static void
test_places_that_are_not_wanted_leave (SourcesWorld *world, gconstpointer data)
{
  g_autoptr (AufaitSettings) settings = aufait_settings_new ();

  settings->sources->discover = FALSE;
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_write (world, "calendars/a.ics", "event e1 1780000000\n");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  aufait_sources_set_settings (world->sources, settings);
  sources_world_wait_for_names (world, "");
  sources_world_settle (world);
  g_assert_cmpint (sources_world_count_events (world), ==, 0);
  aufait_sources_set_settings (world->sources, world->settings);
  sources_world_wait_for_names (world, "Marie");
}

/* More files than inotify has room for: none is missed, and the main loop turns all the while. */
static void
test_a_burst_that_overflows_is_seen_in_full (SourcesWorld *world, gconstpointer data)
{
  const guint n = 40000;

  sources_world_start (world);
  sources_world_settle (world);
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("cards/%u.vcf", i);

    sources_world_write (world, name, "card Marie\n");
  }
  world->longest_gap = world->last_turn = 0;
  sources_world_wait_for_cards (world, n);
  sources_world_settle (world);
  g_test_message ("longest turn: %" G_GINT64_FORMAT " µs", world->longest_gap);
  assert_turns (world);
  g_assert_cmpint (sources_world_count_cards (world), ==, n);
}

/* --- what is hostile ----------------------------------------------------------------------- */

static void
make_hostile (SourcesWorld *world)
{
  g_autofree char *fifo = sources_world_dup_path (world, "cards/fifo.vcf");
  g_autofree char *zero = sources_world_dup_path (world, "cards/zero.vcf");
  g_autofree char *loop = sources_world_dup_path (world, "cards/loop.vcf");
  g_autofree char *sparse = sources_world_dup_path (world, "cards/sparse.vcf");
  g_autofree char *linked = sources_world_dup_path (world, "cards/linked.vcf");
  g_autofree char *dangling = sources_world_dup_path (world, "cards/dangling.vcf");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", zero), ==, 0);
  g_assert_cmpint (symlink ("loop.vcf", loop), ==, 0);
  g_assert_cmpint (symlink ("/nonexistent/x", dangling), ==, 0);
  g_assert_cmpint (symlink ("../elsewhere", linked), ==, 0);
  sources_world_write (world, "elsewhere", "card Linked\n");
  sources_world_write (world, "cards/sparse.vcf", "");
  g_assert_cmpint (truncate (sparse, (off_t) 200 << 30), ==, 0);
  sources_world_make_folder (world, "cards/folder.vcf");
  sources_world_write (world, "cards/new\nline.vcf", "card Newline\n");
  sources_world_write (world, "cards/\xff\xfe.vcf", "card Bytes\n");
  sources_world_write (world, "cards/empty.vcf", "");
  sources_world_write (world, "cards/hang.vcf", "hang\n");
  sources_world_write (world, "cards/crash.vcf", "crash\n");
  sources_world_write (world, "cards/flood.vcf", "flood\n");
  sources_world_write (world, "cards/lie.vcf", "lie\n");
}

static void
test_what_is_hostile_is_set_aside (SourcesWorld *world, gconstpointer data)
{
  make_hostile (world);
  sources_world_write (world, "cards/good.vcf", "card Good\n");
  sources_world_start (world);
  sources_world_settle (world);
  sources_world_wait_for_names (world, "Bytes Good Linked Newline");
  /* Where the machine gives its reader no time it is tried again. */
  while (!sources_world_has_problem (world, "hang.vcf",
                                     "Reading it took too long: it is left out until it changes."))
    g_main_context_iteration (NULL, TRUE);
  sources_world_settle (world);
  sources_world_assert_problem (world, "fifo.vcf", "It is not a file: it was not opened.");
  sources_world_assert_problem (world, "zero.vcf", "It is not a file: it was not opened.");
  sources_world_assert_problem (world, "loop.vcf", "It is a link that leads nowhere.");
  sources_world_assert_problem (world, "dangling.vcf", "It is a link that leads nowhere.");
  sources_world_assert_problem (world, "sparse.vcf", "It is larger than 16 MiB: it was not read.");
  sources_world_assert_problem (world, "crash.vcf",
                                "The reader gave up on it: it is left out until it changes.");
  sources_world_assert_problem (world, "flood.vcf",
                                "The reader lost its way in it: it is left out until it changes.");
  sources_world_assert_problem (world, "lie.vcf",
                                "The reader lost its way in it: it is left out until it changes.");
  g_test_message ("longest turn: %" G_GINT64_FORMAT " µs", world->longest_gap);
  assert_turns (world);

  /* None of them is tried again, until it changes. */
  sources_world_stop (world);
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, 0);
  sources_world_write (world, "cards/hang.vcf", "card Calm\n");
  sources_world_wait_for_names (world, "Bytes Calm Good Linked Newline");
}

/* Nobody can close a file to root. */
static void
test_a_closed_file_is_read_when_it_is_opened (SourcesWorld *world, gconstpointer data)
{
  g_autofree char *path = sources_world_dup_path (world, "cards/closed.vcf");

  if (geteuid () == 0) {
    g_test_skip ("root may read everything.");
    return;
  }
  sources_world_write (world, "cards/closed.vcf", "card Marie\n");
  g_assert_cmpint (chmod (path, 0), ==, 0);
  sources_world_start (world);
  sources_world_settle (world);
  sources_world_assert_problem (world, "closed.vcf",
                                "It may not be read: check its permissions, and who owns it.");
  g_assert_cmpint (chmod (path, 0600), ==, 0);
  sources_world_wait_for_names (world, "Marie");
}

/* --- days and sizes ------------------------------------------------------------------------ */

static void
test_the_window_moves_with_the_months (SourcesWorld *world, gconstpointer data)
{
  static const struct {
    int month, day;
    const char *zone;
    guint n_opened; /* the calendar alone is read again */
  } days[] = {
    { 7, 2, "Europe/Paris", 2 },
    { 7, 31, "Europe/Paris", 2 },
    { 8, 1, "Europe/Paris", 3 },
    { 8, 1, "America/Sao_Paulo", 4 },
  };

  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_write (world, "calendars/a.ics", "event e1 1780000000\n");
  sources_world_start (world);
  sources_world_settle (world);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    aufait_sources_set_today (world->sources, aufait_day_new (2026, days[i].month, days[i].day),
                              days[i].zone);
    sources_world_settle (world);
    g_assert_cmpuint (aufait_sources_count_opened (world->sources), ==, days[i].n_opened);
  }
}

static void
test_a_large_file_is_written_in_small_turns (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "all.vcf", "many 2000\n");
  sources_world_write (world, "calendars/a.ics", "occurrences 3000\n");
  sources_world_start (world);
  sources_world_settle (world);
  g_assert_cmpint (sources_world_count_cards (world), ==, 2000);
  g_assert_cmpint (sources_world_count_events (world), ==, 3000);
  sources_world_write (world, "all.vcf", "card Marie\n");
  sources_world_remove (world, "calendars/a.ics");
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  g_assert_cmpint (sources_world_count_events (world), ==, 0);
  g_test_message ("longest turn: %" G_GINT64_FORMAT " µs", world->longest_gap);
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

  add ("/sources/reads-what-is-there", test_reads_what_is_there);
  add ("/sources/follows-changes", test_follows_changes);
  add ("/sources/opens-nothing-when-nothing-changed", test_opens_nothing_when_nothing_changed);
  add ("/sources/a-file-that-is-rewritten-ends-in-its-last-state",
       test_a_file_that_is_rewritten_ends_in_its_last_state);
  add ("/sources/a-file-that-is-being-written-is-not-half-seen",
       test_a_file_that_is_being_written_is_not_half_seen);
  add ("/sources/a-folder-made-anew-is-followed", test_a_folder_made_anew_is_followed);
  add ("/sources/new-places-are-found", test_new_places_are_found);
  add ("/sources/places-that-are-not-wanted-leave", test_places_that_are_not_wanted_leave);
  add ("/sources/a-burst-that-overflows-is-seen-in-full",
       test_a_burst_that_overflows_is_seen_in_full);
  add ("/sources/what-is-hostile-is-set-aside", test_what_is_hostile_is_set_aside);
  add ("/sources/a-closed-file-is-read-when-it-is-opened",
       test_a_closed_file_is_read_when_it_is_opened);
  add ("/sources/the-window-moves-with-the-months", test_the_window_moves_with_the_months);
  add ("/sources/a-large-file-is-written-in-small-turns",
       test_a_large_file_is_written_in_small_turns);

  return g_test_run ();
}
