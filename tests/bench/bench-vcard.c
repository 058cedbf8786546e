/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading address books costs against a scanner that only unfolds and splits, in the same run.
 *
 *   bench-vcard GENCORPUS FLOOR [CARDS]
 *
 * GENCORPUS makes CARDS (10000) files of one card each; FLOOR is vcard_scan. Both have the bytes in
 * memory already. Nothing is judged here: the figures and their ratio are printed. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "aufait-vcard.h"
#include "remove-tree.h"

#define N_ROUNDS 9

typedef struct {
  char *folder;
  GPtrArray *files; /* GBytes */
} Corpus;

static double
get_now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
must_not_fail (const GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "bench-vcard: %s\n", error->message);
  exit (1);
}

static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  must_not_fail (error);
  g_spawn_check_wait_status (status, &error);
  must_not_fail (error);
  return output;
}

static void
make_corpus (Corpus *corpus, const char *program, const char *count, const char *photos)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *output = NULL;
  const char *name;

  corpus->folder = g_dir_make_tmp ("bench-vcard-XXXXXX", &error);
  must_not_fail (error);
  output = run ((const char *const[]){ "python3", program, "contacts", corpus->folder, count,
                                       "--photos", photos, NULL });
  corpus->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  dir = g_dir_open (corpus->folder, 0, &error);
  must_not_fail (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (corpus->folder, name, NULL);
    char *data;
    gsize length;

    g_file_get_contents (path, &data, &length, &error);
    must_not_fail (error);
    g_ptr_array_add (corpus->files, g_bytes_new_take (data, length));
  }
}

static void
clear_corpus (Corpus *corpus)
{
  remove_tree (corpus->folder);
  g_free (corpus->folder);
  g_ptr_array_unref (corpus->files);
}

/* Each file's cards are freed before the next one, as a reader does that hands them on. */
static double
read_corpus (const Corpus *corpus, guint *ret_cards)
{
  double start = get_now_ms ();

  *ret_cards = 0;
  for (guint i = 0; i < corpus->files->len; i++) {
    gsize length;
    const char *data = g_bytes_get_data (g_ptr_array_index (corpus->files, i), &length);
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) cards = aufait_vcard_read (data, length, problems);

    *ret_cards += cards->len;
  }
  return get_now_ms () - start;
}

/* "scan: cards=10000 lines=142408 read 138.21 ms parse 26.42 ms: …" */
static double
run_floor (const char *program, const Corpus *corpus)
{
  g_autofree char *output = run ((const char *const[]){ program, corpus->folder, "1", NULL });
  const char *found = g_strstr_len (output, -1, " parse ");

  if (found == NULL) {
    fprintf (stderr, "bench-vcard: the floor says: %s\n", output);
    exit (1);
  }
  return g_ascii_strtod (found + strlen (" parse "), NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_median (double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare_doubles);
  return times[N_ROUNDS / 2];
}

static void
measure (const char *what, const char *floor, const Corpus *corpus)
{
  double ours[N_ROUNDS], floors[N_ROUNDS], our, least;
  guint n_cards = 0;

  for (guint i = 0; i < N_ROUNDS; i++) {
    floors[i] = run_floor (floor, corpus);
    ours[i] = read_corpus (corpus, &n_cards);
  }
  our = get_median (ours);
  least = get_median (floors);
  printf ("%-16s %u cards: %.2f ms, %.2f us a card; the floor %.2f ms; ratio %.2f\n", what, n_cards,
          our, our * 1e3 / MAX (n_cards, 1), least, our / least);
}

int
main (int argc, char **argv)
{
  static const char *const photos[] = { "0", "50" };

  if (argc < 3) {
    fprintf (stderr, "usage: bench-vcard GENCORPUS FLOOR [CARDS]\n");
    return 2;
  }
  for (guint i = 0; i < G_N_ELEMENTS (photos); i++) {
    Corpus corpus;

    make_corpus (&corpus, argv[1], argc > 3 ? argv[3] : "10000", photos[i]);
    measure (i == 0 ? "without photos" : "half with photos", argv[2], &corpus);
    clear_corpus (&corpus);
  }
  return 0;
}
