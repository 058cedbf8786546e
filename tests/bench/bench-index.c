/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to read address books and calendars, to start when nothing changed, and to follow
 * one change.
 *
 *   bench-index READER [N [CARDS EVENTS]]
 *
 * N (10000) cards and as many events are made, unless folders with some are given. The floor of a
 * start is a look at every file (fstatat), measured in the same run. CPU is ours and the readers'.
 * Nothing is judged here: the figures and their ratios are printed. */
#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-sources.h"

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

static double
get_cpu_ms (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
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

static guint
stat_folder (const char *path)
{
  DIR *folder = opendir (path);
  const struct dirent *entry;
  struct stat found;
  guint n = 0;

  must (folder != NULL, path);
  while ((entry = readdir (folder)) != NULL)
    n += fstatat (dirfd (folder), entry->d_name, &found, 0) == 0;
  closedir (folder);
  return n;
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

static double
measure_stat_floor (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < 9; i++) {
    double start = get_now_ms (), taken;

    n = stat_folder (bench->cards) + stat_folder (bench->events);
    taken = get_now_ms () - start;
    g_array_append_val (times, taken);
  }
  printf ("floor: a look at %u files                  %8.1f ms\n", n, get_percentile (times, 50));
  return get_percentile (times, 50);
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

/* The readers end when they are idle; only then is their time known. */
static void
let_readers_end (Bench *bench)
{
  double until = get_now_ms () + 4000;

  stop (bench);
  while (get_now_ms () < until && g_main_context_iteration (NULL, FALSE))
    continue;
  g_usleep (300000);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
measure_cold (Bench *bench)
{
  double start_at = get_now_ms (), cpu = get_cpu_ms (RUSAGE_SELF),
         children = get_cpu_ms (RUSAGE_CHILDREN), taken;
  long memory = get_anonymous_kib (), loaded;
  gint64 cards, occurrences;

  start (bench);
  settle (bench);
  taken = get_now_ms () - start_at;
  cpu = get_cpu_ms (RUSAGE_SELF) - cpu;
  loaded = get_anonymous_kib ();
  aufait_index_count (bench->index, &cards, &occurrences, NULL);
  let_readers_end (bench);
  printf ("cold index: %" G_GINT64_FORMAT " cards, %" G_GINT64_FORMAT " occurrences\n"
          "  wall %.1f ms; CPU of the daemon %.1f ms, of the readers %.1f ms\n"
          "  anonymous memory %ld KiB before, %ld KiB after\n",
          cards, occurrences, taken, cpu, get_cpu_ms (RUSAGE_CHILDREN) - children, memory, loaded);
}

static void
measure_start (Bench *bench, double floor)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 9; i++) {
    double start_at = get_now_ms (), taken;

    start (bench);
    settle (bench);
    taken = get_now_ms () - start_at;
    must (aufait_sources_count_opened (bench->sources) == 0, "something was opened");
    stop (bench);
    while (g_main_context_iteration (NULL, FALSE))
      continue;
    g_array_append_val (times, taken);
  }
  printf ("start with nothing changed                  %8.1f ms, %.2f × the floor\n",
          get_percentile (times, 50), get_percentile (times, 50) / floor);
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
static double
measure_changes (Bench *bench, const char *what)
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
  stop (bench);
  printf ("one changed file %-27s p50 %5.2f ms  p99 %5.2f ms behind the debounce\n", what,
          get_percentile (times, 50), get_percentile (times, 99));
  return get_percentile (times, 50);
}

/* --- all ----------------------------------------------------------------------------------- */

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child = NULL;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

static void
begin (Bench *bench, guint n, char **folders)
{
  g_autofree char *template = g_build_filename (g_get_tmp_dir (), "aufait-bench-XXXXXX", NULL);
  g_autofree char *text = NULL;

  bench->root = g_strdup (g_mkdtemp (template));
  must (bench->root != NULL, "no folder");
  if (folders != NULL) {
    bench->cards = g_strdup (folders[0]);
    bench->events = g_strdup (folders[1]);
  } else {
    make_files (bench, n);
  }
  text = g_strdup_printf ("[sources]\ndiscover=false\ncards=%s\ncalendars=%s\n", bench->cards,
                          bench->events);
  bench->settings = aufait_settings_new_from_data (text, strlen (text));
}

static void
end (Bench *bench)
{
  g_autoptr (GFile) root = g_file_new_for_path (bench->root);

  remove_tree (root);
  aufait_settings_free (bench->settings);
  g_free (bench->cards);
  g_free (bench->events);
  g_free (bench->root);
}

int
main (int argc, char **argv)
{
  guint n = argc > 2 ? (guint) atoi (argv[2]) : 10000;
  Bench small = { .reader = argv[1] }, large = { .reader = argv[1] };
  double few, many, floor;

  must (argc > 1, "usage: bench-index READER [N [CARDS EVENTS]]");
  begin (&large, n, argc > 4 ? argv + 3 : NULL);
  floor = measure_stat_floor (&large);
  measure_cold (&large);
  measure_start (&large, floor);
  if (argc <= 4) {
    begin (&small, n / 10, NULL);
    start (&small);
    settle (&small);
    stop (&small);
    few = measure_changes (&small, "among a tenth");
    many = measure_changes (&large, "among all");
    printf ("  %.2f × as much among all\n", many / few);
    end (&small);
  }
  end (&large);
  return 0;
}
