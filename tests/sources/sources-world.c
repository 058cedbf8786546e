/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "remove-tree.h"
#include "sources-world.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define DEADLINE_SECS 120

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("What was waited for did not come.");
  return G_SOURCE_REMOVE;
}

static void
on_changed (AufaitSources *sources, const AufaitIndexWriterChange *change, SourcesWorld *world)
{
  world->n_changed++;
}

static void
on_settled (AufaitSources *sources, SourcesWorld *world)
{
  world->n_settled++;
}

/* What a turn took, in µs. With sanitizers many tests run at once, and what one gives away to
 * others is none of the loop's: there only the processor is counted. Without them the test runs
 * alone. */
static gint64
read_turn_clock (void)
{
#ifdef __SANITIZE_ADDRESS__
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
#else
  return g_get_monotonic_time ();
#endif
}

/* Called before the loop waits and after: the time between is not the loop's. */
static gboolean
prepare_pulse (GSource *source, int *timeout)
{
  SourcesWorld *world = *(SourcesWorld **) (source + 1);
  gint64 now = read_turn_clock ();

  if (world->last_turn != 0)
    world->longest_gap = MAX (world->longest_gap, now - world->last_turn);
  *timeout = -1;
  return FALSE;
}

static gboolean
check_pulse (GSource *source)
{
  SourcesWorld *world = *(SourcesWorld **) (source + 1);

  world->last_turn = read_turn_clock ();
  return FALSE;
}

static GSource *
new_pulse (SourcesWorld *world)
{
  static GSourceFuncs funcs = { .prepare = prepare_pulse, .check = check_pulse };
  GSource *pulse = g_source_new (&funcs, sizeof (GSource) + sizeof (gpointer));

  *(SourcesWorld **) (pulse + 1) = world;
  g_source_set_priority (pulse, G_PRIORITY_HIGH);
  g_source_attach (pulse, NULL);
  return pulse;
}

void
sources_world_start (SourcesWorld *world)
{
  g_autofree char *reader =
      g_test_build_filename (G_TEST_BUILT, "sources", "stand-in-reader", NULL);
  g_autoptr (GError) error = NULL;

  world->index = aufait_index_open (world->index_path, &error);
  g_assert_no_error (error);
  world->sources = aufait_sources_new_with_blindness (
      world->index, reader,
      world->blindness != NULL ? world->blindness : aufait_blindness_get_default ());
  g_signal_connect (world->sources, "changed", G_CALLBACK (on_changed), world);
  g_signal_connect (world->sources, "settled", G_CALLBACK (on_settled), world);
  aufait_sources_set_today (world->sources, aufait_day_new (2026, 7, 1), "Europe/Paris");
  aufait_sources_set_settings (world->sources, world->settings);
}

void
sources_world_stop (SourcesWorld *world)
{
  g_clear_object (&world->sources);
  g_clear_pointer (&world->index, aufait_index_close);
}

static AufaitSettings *
new_settings (SourcesWorld *world)
{
  g_autofree char *text = g_strdup_printf (
      "[sources]\ndiscover=false\ncards=%s/cards;%s/*.vcf\ncalendars=%s/calendars\n", world->root,
      world->root, world->root);

  return aufait_settings_new_from_data (text, strlen (text));
}

void
sources_world_set_up (SourcesWorld *world, gconstpointer data)
{
  /* In memory, so that nothing waits for a disk. */
  g_autofree char *template =
      g_strdup (access ("/dev/shm", W_OK) == 0 ? "/dev/shm/aufait-sources-XXXXXX"
                                               : "/tmp/aufait-sources-XXXXXX");

  world->root = g_strdup (g_mkdtemp (template));
  g_assert_nonnull (world->root);
  world->index_path = g_build_filename (world->root, "cache", "index.db", NULL);
  world->settings = new_settings (world);
  sources_world_make_folder (world, "cards");
  sources_world_make_folder (world, "calendars");
  world->pulse = new_pulse (world);
  world->deadline_id = g_timeout_add_seconds (DEADLINE_SECS, on_deadline, NULL);
}

void
sources_world_tear_down (SourcesWorld *world, gconstpointer data)
{
  sources_world_stop (world);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_source_destroy (world->pulse);
  g_source_unref (world->pulse);
  g_source_remove (world->deadline_id);
  aufait_settings_free (world->settings);
  remove_tree (world->root);
  g_free (world->index_path);
  g_free (world->root);
}

/* --- files --------------------------------------------------------------------------------- */

char *
sources_world_dup_path (SourcesWorld *world, const char *name)
{
  return g_build_filename (world->root, name, NULL);
}

void
sources_world_write (SourcesWorld *world, const char *name, const char *text)
{
  g_autofree char *path = sources_world_dup_path (world, name);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  close (fd);
}

void
sources_world_make_folder (SourcesWorld *world, const char *name)
{
  g_autofree char *path = sources_world_dup_path (world, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

void
sources_world_move (SourcesWorld *world, const char *from, const char *to)
{
  g_autofree char *from_path = sources_world_dup_path (world, from);
  g_autofree char *to_path = sources_world_dup_path (world, to);

  g_assert_cmpint (g_rename (from_path, to_path), ==, 0);
}

void
sources_world_remove (SourcesWorld *world, const char *name)
{
  g_autofree char *path = sources_world_dup_path (world, name);

  remove_tree (path);
}

/* --- waiting ------------------------------------------------------------------------------- */

void
sources_world_settle (SourcesWorld *world)
{
  while (!aufait_sources_is_settled (world->sources))
    g_main_context_iteration (NULL, TRUE);
}

gint64
sources_world_count_cards (SourcesWorld *world)
{
  gint64 cards = -1, events = -1;

  aufait_index_count (world->index, &cards, &events, NULL);
  return cards;
}

gint64
sources_world_count_events (SourcesWorld *world)
{
  gint64 cards = -1, events = -1;

  aufait_index_count (world->index, &cards, &events, NULL);
  return events;
}

void
sources_world_wait_for_cards (SourcesWorld *world, gint64 n)
{
  while (sources_world_count_cards (world) != n)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const AufaitCard *const *left = a, *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

static char *
dup_names (SourcesWorld *world)
{
  g_autoptr (GPtrArray) cards = aufait_card_store_list (world->index, NULL);
  GString *names = g_string_new (NULL);

  g_assert_nonnull (cards);
  g_ptr_array_sort (cards, compare_names);
  for (guint i = 0; i < cards->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((AufaitCard *) cards->pdata[i])->name);
  return g_string_free (names, FALSE);
}

void
sources_world_wait_for_names (SourcesWorld *world, const char *names)
{
  for (;;) {
    g_autofree char *found = dup_names (world);

    if (g_str_equal (found, names))
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

gboolean
sources_world_has_problem (SourcesWorld *world, const char *file, const char *what)
{
  g_autoptr (GPtrArray) problems = aufait_sources_list_problems (world->sources, 1000);

  for (guint i = 0; i < problems->len; i++) {
    const AufaitSourcesProblem *problem = problems->pdata[i];

    if (g_str_has_suffix (problem->file, file) && g_str_equal (problem->what, what))
      return TRUE;
  }
  return FALSE;
}

void
sources_world_assert_problem (SourcesWorld *world, const char *file, const char *what)
{
  g_autoptr (GPtrArray) problems = aufait_sources_list_problems (world->sources, 1000);

  if (sources_world_has_problem (world, file, what))
    return;
  for (guint i = 0; i < problems->len; i++) {
    const AufaitSourcesProblem *problem = problems->pdata[i];

    g_test_message ("%s: %s", problem->file, problem->what);
  }
  g_test_message ("missing: %s: %s", file, what);
  g_test_fail ();
}
