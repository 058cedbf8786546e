/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to read address books and calendars, to start when nothing changed, and to follow
 * one change; for bench-index.py, which sets it beside its floors.
 *
 *   bench-index cold READER FOLDER CARDS EVENTS   makes FOLDER/index.db anew
 *   bench-index start READER FOLDER CARDS EVENTS  starts once with that index
 *   bench-index changes READER N                  follows changes among N cards and N events
 *
 * Prints names and numbers; times are milliseconds. The CPU time of "cold" and "start" is that of
 * the whole process and of those that it ended, which is for the caller to measure. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aufait-sources.h"
#include "remove-tree.h"

#define N_CHANGES   60
#define DEBOUNCE_US 250000

typedef struct {
  const char *reader;
  char *root;
  char *cards;
  char *events;
  AufaitIndex *index;
  AufaitSources *sources;
  AufaitSettings *settings;
  double changed_at;
} Bench;

static void
must (gboolean ok, const char *what)
{
  if (ok)
    return;
  fprintf (stderr, "bench-index: %s\n", what);
  exit (1);
}

static double
get_now_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

/* Of the kernel's account, in KiB. */
static long
get_anonymous_kib (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "Anonymous:");
  return line != NULL ? atol (line + strlen ("Anonymous:")) : 0;
}

/* --- files --------------------------------------------------------------------------------- */

static void
write_card (Bench *bench, guint number, guint version)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.vcf", bench->cards, number);
  g_autofree char *text = g_strdup_printf (
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-%u\r\nFN:Prénom Nom %u\r\nN:Nom %u;Prénom;;;\r\n"
      "EMAIL:nom.%u@example.org\r\nTEL:+33 6 00 00 %u\r\nBDAY:19%02u-%02u-%02u\r\n"
      "END:VCARD\r\n",
      number, version, number, number, number, number % 100, number % 12 + 1, number % 28 + 1);

  must (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL), path);
}

static void
write_event (Bench *bench, guint number)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.ics", bench->events, number);
  g_autofree char *text = g_strdup_printf (
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:event-%u\r\n"
      "DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Paris:2026%02u%02uT%02u0000\r\n"
      "DURATION:PT1H\r\n%sSUMMARY:Déjeuner avec Prénom %u\r\n"
      "ATTENDEE;CN=Nom:mailto:nom.%u@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      number, number % 12 + 1, number % 28 + 1, number % 12 + 8,
      number % 5 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=40\r\n" : "", number, number);

  must (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL), path);
}

static void
make_files (Bench *bench, guint n)
{
  bench->cards = g_build_filename (bench->root, "cards", NULL);
  bench->events = g_build_filename (bench->root, "events", NULL);
  must (g_mkdir (bench->cards, 0700) == 0 && g_mkdir (bench->events, 0700) == 0, bench->root);
  for (guint i = 0; i < n; i++) {
    write_card (bench, i, 0);
    write_event (bench, i);
  }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_percentile (GArray *values, guint percent)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (values->len - 1) * percent / 100);
}

/* --- the sources --------------------------------------------------------------------------- */

static void
on_changed (AufaitSources *sources, const AufaitIndexWriterChange *change, Bench *bench)
{
  bench->changed_at = get_now_ms ();
}

static void
start (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->root, "index.db", NULL);
  g_autoptr (GError) error = NULL;

  bench->index = aufait_index_open (path, &error);
  must (bench->index != NULL, path);
  bench->sources = aufait_sources_new (bench->index, bench->reader);
  g_signal_connect (bench->sources, "changed", G_CALLBACK (on_changed), bench);
  aufait_sources_set_today (bench->sources, aufait_day_new (2026, 7, 1), "Europe/Paris");
  aufait_sources_set_settings (bench->sources, bench->settings);
}

static void
settle (Bench *bench)
{
  while (!aufait_sources_is_settled (bench->sources))
    g_main_context_iteration (NULL, TRUE);
}

static void
stop (Bench *bench)
{
  g_clear_object (&bench->sources);
  g_clear_pointer (&bench->index, aufait_index_close);
}

/* --- what is measured ---------------------------------------------------------------------- */

static void
remove_index (Bench *bench)
{
  static const char *const names[] = { "index.db", "index.db-wal", "index.db-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (bench->root, names[i], NULL);

    g_unlink (path);
  }
}

/* The readers are ended, and waited for: only then is their time known. */
static void
end_readers (void)
{
  while (waitpid (-1, NULL, 0) > 0)
    continue;
}

static void
measure_cold (Bench *bench)
{
  double start_at = get_now_ms ();
  gint64 cards, occurrences;

  remove_index (bench);
  start (bench);
  settle (bench);
  printf ("wall %.1f\nanonymous %ld\n", get_now_ms () - start_at, get_anonymous_kib ());
  must (aufait_index_count (bench->index, &cards, &occurrences, NULL), "no count");
  printf ("cards %" G_GINT64_FORMAT "\noccurrences %" G_GINT64_FORMAT "\n", cards, occurrences);
  stop (bench);
  end_readers ();
}

static void
measure_start (Bench *bench)
{
  double start_at = get_now_ms ();

  start (bench);
  settle (bench);
  printf ("wall %.1f\n", get_now_ms () - start_at);
  must (aufait_sources_count_opened (bench->sources) == 0, "something was opened");
  stop (bench);
}

static void
let_pass (guint ms)
{
  double until = get_now_ms () + ms;

  while (get_now_ms () < until) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
}

/* From the end of the debounce to the signal. */
static void
measure_changes (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  start (bench);
  settle (bench);
  let_pass (100);
  for (guint i = 0; i < N_CHANGES; i++) {
    double written_at, taken;

    bench->changed_at = 0;
    write_card (bench, i, i + 1);
    written_at = get_now_ms ();
    while (bench->changed_at < written_at)
      g_main_context_iteration (NULL, TRUE);
    taken = bench->changed_at - written_at - DEBOUNCE_US / 1e3;
    g_array_append_val (times, taken);
  }
  printf ("p50 %.3f\np90 %.3f\n", get_percentile (times, 50), get_percentile (times, 90));
  stop (bench);
}

/* --- all ----------------------------------------------------------------------------------- */

static void
set_folders (Bench *bench)
{
  g_autofree char *text = g_strdup_printf ("[sources]\ndiscover=false\ncards=%s\ncalendars=%s\n",
                                           bench->cards, bench->events);

  bench->settings = aufait_settings_new_from_data (text, strlen (text));
}

static void
run_with_files (Bench *bench, char **arguments, void (*measure) (Bench *bench))
{
  bench->root = g_strdup (arguments[0]);
  bench->cards = g_strdup (arguments[1]);
  bench->events = g_strdup (arguments[2]);
  set_folders (bench);
  measure (bench);
}

static void
run_changes (Bench *bench, guint n)
{
  g_autofree char *template = g_build_filename (g_get_tmp_dir (), "aufait-bench-XXXXXX", NULL);

  bench->root = g_strdup (g_mkdtemp (template));
  must (bench->root != NULL, "no folder");
  make_files (bench, n);
  set_folders (bench);
  measure_changes (bench);
  remove_tree (bench->root);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };

  must (argc >= 4, "usage: bench-index cold|start|changes READER ...");
  bench.reader = argv[2];
  if (strcmp (argv[1], "changes") == 0)
    run_changes (&bench, (guint) atoi (argv[3]));
  else if (argc == 6)
    run_with_files (&bench, argv + 3, strcmp (argv[1], "cold") == 0 ? measure_cold : measure_start);
  aufait_settings_free (bench.settings);
  g_free (bench.cards);
  g_free (bench.events);
  g_free (bench.root);
  return 0;
}
