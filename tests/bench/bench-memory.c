/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a note costs against what SQLite itself costs, in the same run and with as many waits for
 * the disk; then what it costs to find one among many.
 *
 *   bench-memory [NOTES [FOLDER]]
 *
 * NOTES (100000) is how many there are for the searches; FOLDER is where the files are made: on the
 * disk that is to be measured. Nothing is judged here: the figures and their ratios are printed. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "aufait-contact-store.h"
#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-person-store.h"
#include "remove-tree.h"

#define N_WRITES 400
#define N_PEOPLE 10000
#define N_DAYS   3650
#define DAY      aufait_day_new (2016, 1, 1)

typedef struct {
  char *folder;
  AufaitMemory *memory;
  sqlite3 *floors[2]; /* a table alone; with a full-text index */
  sqlite3_stmt *inserts[2][2];
  guint n_notes;
  guint32 dice;
} Bench;

/* --- measuring ----------------------------------------------------------------------------- */

static double
get_now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

static double
print_times (const char *what, GArray *times)
{
  double median = get_percentile (times, 50);

  printf ("%-44s n=%-5u p50 %9.1f µs  p99 %9.1f µs\n", what, times->len, median,
          get_percentile (times, 99));
  return median;
}

static void
must (gboolean ok, const char *what)
{
  if (ok)
    return;
  fprintf (stderr, "bench-memory: %s\n", what);
  exit (1);
}

static void
must_not_fail (const GError *error)
{
  must (error == NULL, error == NULL ? "" : error->message);
}

static guint32
roll (Bench *bench, guint32 sides)
{
  bench->dice = bench->dice * 1664525u + 1013904223u;
  return (bench->dice >> 8) % sides;
}

/* --- the notes ----------------------------------------------------------------------------- */

static const char *const words[] = {
  "anniversaire", "allergie",  "perceuse", "projet",       "vélo",    "promesse", "school",
  "guitare",      "montagne",  "cadeau",   "noisettes",    "concert", "travail",  "maison",
  "fille",        "fils",      "fatigué",  "voyage",       "Crète",   "examen",   "lecture",
  "café",         "train",     "opéra",    "jardin",       "chien",   "déménage", "bientôt",
  "toujours",     "peut-être", "really",   "garden",       "holiday", "tired",    "driving",
  "book",         "Friday",    "brother",  "photographie", "cuisine", "chorale",  "marathon",
  "mariage",      "licence",   "retraite", "piscine",
};

/* Eight words that many notes have, and one that few have. */
static char *
make_text (Bench *bench, guint number)
{
  GString *text = g_string_new ("au fait");

  for (int i = 0; i < 8; i++)
    g_string_append_printf (text, " %s", words[roll (bench, G_N_ELEMENTS (words))]);
  g_string_append_printf (text, " t%u", number % 100000);
  return g_string_free (text, FALSE);
}

static AufaitNote *
make_note (Bench *bench, guint number, AufaitDay on)
{
  g_autofree char *text = make_text (bench, number);
  AufaitNote *note = aufait_note_new (on, text);

  g_ptr_array_add (note->people, aufait_ref_new (1 + roll (bench, N_PEOPLE), "?"));
  if (number % 4 == 0)
    g_ptr_array_add (note->meaning->moments,
                     aufait_moment_new (AUFAIT_MOMENT_TRIP, on + 10, on + 20));
  return note;
}

static void
add_note (Bench *bench, guint number, AufaitDay on)
{
  g_autoptr (AufaitNote) note = make_note (bench, number, on);
  g_autoptr (GError) error = NULL;

  aufait_note_store_add (bench->memory, note, 1, &error);
  must_not_fail (error);
}

/* --- the floor ----------------------------------------------------------------------------- */

static void
run_sql (sqlite3 *database, const char *sql)
{
  must (sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK, sqlite3_errmsg (database));
}

static void
open_floor (Bench *bench, int which)
{
  g_autofree char *name = g_strdup_printf ("floor-%d.db", which);
  g_autofree char *path = g_build_filename (bench->folder, name, NULL);
  sqlite3 **database = &bench->floors[which];

  must (sqlite3_open (path, database) == SQLITE_OK, path);
  run_sql (*database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                      "CREATE TABLE note (id INTEGER PRIMARY KEY, person INTEGER, day INTEGER,"
                      " text TEXT);"
                      "CREATE INDEX note_by_person ON note (person, day);"
                      "CREATE VIRTUAL TABLE note_text USING fts5 (text, content = 'note',"
                      " content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',"
                      " prefix = '2 3');");
  sqlite3_prepare_v2 (*database, "INSERT INTO note (person, day, text) VALUES (?1, ?2, ?3)", -1,
                      &bench->inserts[which][0], NULL);
  if (which == 1)
    sqlite3_prepare_v2 (*database, "INSERT INTO note_text (rowid, text) VALUES (?2, ?3)", -1,
                        &bench->inserts[which][1], NULL);
}

static void
add_to_floor (Bench *bench, int which, const AufaitNote *note)
{
  const AufaitRef *person = note->people->pdata[0];
  gint64 second = note->on;

  run_sql (bench->floors[which], "BEGIN IMMEDIATE");
  for (int i = 0; i <= which; i++) {
    sqlite3_stmt *insert = bench->inserts[which][i];

    sqlite3_bind_int64 (insert, 1, person->id);
    sqlite3_bind_int64 (insert, 2, second);
    sqlite3_bind_text (insert, 3, note->text, -1, SQLITE_STATIC);
    must (sqlite3_step (insert) == SQLITE_DONE, "floor");
    sqlite3_reset (insert);
    second = sqlite3_last_insert_rowid (bench->floors[which]);
  }
  run_sql (bench->floors[which], "COMMIT");
}

static void
close_floor (Bench *bench, int which)
{
  for (int i = 0; i <= which; i++)
    sqlite3_finalize (bench->inserts[which][i]);
  sqlite3_close (bench->floors[which]);
}

/* --- writing ------------------------------------------------------------------------------- */

static void
add_people (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  aufait_memory_begin (bench->memory, NULL, &error);
  for (int i = 0; i < N_PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("Prénom Nom %d", i);
    g_autoptr (AufaitPerson) person = aufait_person_new (name);

    aufait_person_store_add (bench->memory, person, &error);
  }
  aufait_memory_commit (bench->memory, &error);
  must_not_fail (error);
}

static void
add_as_command (Bench *bench, guint number, const char *what)
{
  g_autoptr (GError) error = NULL;

  aufait_memory_begin (bench->memory, what, &error);
  add_note (bench, number, DAY + N_DAYS);
  aufait_memory_commit (bench->memory, &error);
  must_not_fail (error);
}

/* The three take turns, so that what the disk does meanwhile falls on all alike. */
static void
measure_writing (Bench *bench)
{
  GArray *times[4];
  double medians[4];

  for (int i = 0; i < 4; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < N_WRITES; i++) {
    for (int which = 0; which < 4; which++) {
      g_autoptr (AufaitNote) note = make_note (bench, i, DAY + N_DAYS);
      double start = get_now_us (), taken;

      if (which < 2)
        add_to_floor (bench, which, note);
      else
        add_as_command (bench, i, which == 2 ? "note Prénom Nom" : NULL);
      taken = get_now_us () - start;
      g_array_append_val (times[which], taken);
    }
  }
  medians[0] = print_times ("floor: a row", times[0]);
  medians[1] = print_times ("floor: a row and its full-text index", times[1]);
  medians[2] = print_times ("memory: a note, as a command", times[2]);
  medians[3] = print_times ("memory: a note, without undo", times[3]);
  for (int i = 2; i < 4; i++)
    printf ("  %.2f × the row, %.2f × the row and its index\n", medians[i] / medians[0],
            medians[i] / medians[1]);
  for (int i = 0; i < 4; i++)
    g_array_unref (times[i]);
}

/* --- finding ------------------------------------------------------------------------------- */

static void
fill (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  double start = get_now_us ();

  for (guint i = 0; i < bench->n_notes;) {
    aufait_memory_begin (bench->memory, NULL, &error);
    for (guint end = MIN (i + 20000, bench->n_notes); i < end; i++)
      add_note (bench, i, (AufaitDay) (DAY + (guint64) i * N_DAYS / bench->n_notes));
    aufait_memory_commit (bench->memory, &error);
    must_not_fail (error);
  }
  printf ("%u notes and %d people: %.1f µs a note\n", bench->n_notes, N_PEOPLE,
          (get_now_us () - start) / MAX (bench->n_notes, 1));
}

static GPtrArray *
find_one (Bench *bench, int how, GError **error)
{
  static const char *const prefixes[] = {
    "an", "gui", "annivers", "photog", "t12", "perc", "déména"
  };
  g_autofree char *rare = g_strdup_printf ("t%u", roll (bench, 100000));
  g_autofree char *common = g_strdup (words[roll (bench, G_N_ELEMENTS (words))]);
  g_autofree char *two = g_strdup_printf ("%s %s", common, words[roll (bench, 10)]);

  switch (how) {
  case 0:
    return aufait_note_store_find (bench->memory, rare, 20, error);
  case 1:
    return aufait_note_store_find (bench->memory, common, 20, error);
  case 2:
    return aufait_note_store_find (bench->memory, two, 20, error);
  case 3:
    return aufait_note_store_find (bench->memory, prefixes[roll (bench, G_N_ELEMENTS (prefixes))],
                                   20, error);
  case 4:
    return aufait_note_store_find (bench->memory, "a", 20, error);
  case 5:
    return aufait_note_store_list_about (bench->memory, 1 + roll (bench, N_PEOPLE), 20, error);
  case 6:
    return aufait_note_store_list_due (bench->memory, DAY + N_DAYS / 2, DAY + N_DAYS / 2, error);
  case 7:
    return aufait_nudge_store_list_open (bench->memory, error);
  default:
    return aufait_person_store_list (bench->memory, NULL, error);
  }
}

static void
measure_finding (Bench *bench)
{
  static const struct {
    const char *what;
    guint n;
  } rows[] = {
    { "find: a rare word", 300 },      { "find: a common word", 300 },
    { "find: two common words", 100 }, { "find: the beginning of a word", 200 },
    { "find: one letter", 20 },        { "list: about a person", 300 },
    { "list: due on one day", 50 },    { "list: open nudges (none)", 300 },
    { "list: everyone", 5 },
  };

  for (gsize how = 0; how < G_N_ELEMENTS (rows); how++) {
    g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
    guint n_found = 0;

    for (guint i = 0; i < rows[how].n; i++) {
      g_autoptr (GError) error = NULL;
      double start = get_now_us (), taken;
      g_autoptr (GPtrArray) found = find_one (bench, (int) how, &error);

      taken = get_now_us () - start;
      must_not_fail (error);
      n_found += found->len;
      g_array_append_val (times, taken);
    }
    print_times (rows[how].what, times);
    printf ("  %.1f rows each\n", n_found / (double) rows[how].n);
  }
}

static void
measure_opening (Bench *bench, const char *path)
{
  g_autoptr (GError) error = NULL;
  GStatBuf st = { 0 };
  double start;
  gint64 people, notes;

  aufait_memory_close (bench->memory);
  start = get_now_us ();
  bench->memory = aufait_memory_open (path, &error);
  must_not_fail (error);
  aufait_memory_count (bench->memory, &people, &notes, &error);
  g_stat (path, &st);
  printf ("opened and counted: %.1f ms; %.1f MiB\n", (get_now_us () - start) / 1e3,
          (double) st.st_size / 1048576.0);
}

int
main (int argc, char **argv)
{
  Bench bench = { .n_notes = argc > 1 ? (guint) atoi (argv[1]) : 100000, .dice = 12345 };
  g_autofree char *template =
      g_build_filename (argc > 2 ? argv[2] : g_get_tmp_dir (), "aufait-bench-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  bench.folder = g_mkdtemp (template);
  must (bench.folder != NULL, "no folder");
  path = g_build_filename (bench.folder, "memory.db", NULL);
  bench.memory = aufait_memory_open (path, &error);
  must_not_fail (error);
  add_people (&bench);
  for (int which = 0; which < 2; which++)
    open_floor (&bench, which);
  measure_writing (&bench);
  for (int which = 0; which < 2; which++)
    close_floor (&bench, which);
  fill (&bench);
  measure_finding (&bench);
  measure_opening (&bench, path);
  aufait_memory_close (bench.memory);
  remove_tree (bench.folder);
  return 0;
}
