/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to rank the ties with many people, beside one pass over as many rows that does
 * nothing with them, in the same run; and to build all of them anew.
 *
 *   bench-ties [PEOPLE]
 *
 * PEOPLE (10000) have some contacts each. Nothing is judged here: the figures are printed. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "aufait-cadence-store.h"
#include "aufait-contact-store.h"
#include "aufait-index-private.h"
#include "aufait-person-store.h"
#include "aufait-tie-keeper.h"
#include "aufait-tie-store.h"

#define N_RUNS     31
#define N_CONTACTS 8
#define TODAY      aufait_day_new (2026, 7, 1)

typedef struct {
  char *folder;
  AufaitMemory *memory;
  AufaitIndex *index;
  AufaitDirectory *directory;
  guint n_people;
} Bench;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* The median of N_RUNS, in ms. */
static double
measure (Bench *bench, void (*run) (Bench *bench))
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++) {
    gint64 begin = g_get_monotonic_time ();

    run (bench);
    times[i] = g_get_monotonic_time () - begin;
  }
  qsort (times, N_RUNS, sizeof (gint64), compare_times);
  return (double) times[N_RUNS / 2] / 1000;
}

static void
check (gboolean ok)
{
  if (!ok)
    g_error ("The files cannot be written");
}

static void
add_person (Bench *bench, guint i)
{
  g_autofree char *name = g_strdup_printf ("Person %u", i);
  g_autoptr (AufaitPerson) person = aufait_person_new (name);

  check (aufait_person_store_add (bench->memory, person, NULL));
  for (guint k = 0; k < N_CONTACTS; k++) {
    g_autoptr (AufaitContact) contact = aufait_contact_new (
        (AufaitContactHow) (k % 3), TODAY - 10 - (int) ((i * 31 + k * 97) % 1500));

    g_ptr_array_add (contact->people, aufait_ref_new (person->id, name));
    check (aufait_contact_store_add (bench->memory, contact, NULL));
  }
}

static void
build_all (Bench *bench)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = aufait_day_at (TODAY, 12 * 3600, zone);
  AufaitTieKeeper *keeper = aufait_tie_keeper_new (bench->directory);

  aufait_tie_keeper_take_now (keeper, now);
  while (!aufait_tie_keeper_is_settled (keeper))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (keeper);
}

static void
pass_over (Bench *bench)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_index_get_database (bench->index), "SELECT person_id, as_of, strength FROM tie", NULL);
  guint n = 0;

  while (aufait_query_step (statement, NULL))
    n++;
  check (n == bench->n_people);
}

static void
rank_twenty (Bench *bench)
{
  g_autoptr (GArray) rows = aufait_tie_store_rank (bench->index, TODAY, 20, NULL);

  check (rows->len == 20);
}

static void
rank_all (Bench *bench)
{
  g_autoptr (GArray) rows = aufait_tie_store_rank (bench->index, TODAY, G_MAXUINT, NULL);

  check (rows->len == bench->n_people);
}

static void
set_up (Bench *bench)
{
  g_autofree char *memory = NULL;
  g_autofree char *index = NULL;

  bench->folder = g_dir_make_tmp ("aufait-bench-XXXXXX", NULL);
  memory = g_build_filename (bench->folder, "memory.db", NULL);
  index = g_build_filename (bench->folder, "index.db", NULL);
  bench->memory = aufait_memory_open (memory, NULL);
  bench->index = aufait_index_open (index, NULL);
  bench->directory = aufait_directory_new (bench->memory, bench->index);
  check (aufait_memory_begin (bench->memory, NULL, NULL));
  for (guint i = 0; i < bench->n_people; i++)
    add_person (bench, i);
  check (aufait_memory_commit (bench->memory, NULL));
}

static void
tear_down (Bench *bench)
{
  static const char *const names[] = { "memory.db", "index.db" };

  aufait_directory_free (bench->directory);
  aufait_index_close (bench->index);
  aufait_memory_close (bench->memory);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (bench->folder, names[i], NULL);

    g_remove (path);
  }
  g_rmdir (bench->folder);
  g_free (bench->folder);
}

int
main (int argc, char **argv)
{
  Bench bench = { .n_people = argc > 1 ? (guint) atoi (argv[1]) : 10000 };
  gint64 begin;
  double floor, twenty, all;

  set_up (&bench);
  begin = g_get_monotonic_time ();
  build_all (&bench);
  printf ("%u people, %d contacts each\n", bench.n_people, N_CONTACTS);
  printf ("all ties anew      %8.1f ms\n", (double) (g_get_monotonic_time () - begin) / 1000);
  floor = measure (&bench, pass_over);
  twenty = measure (&bench, rank_twenty);
  all = measure (&bench, rank_all);
  printf ("a pass, the floor  %8.2f ms\n", floor);
  printf ("the strongest 20   %8.2f ms  %5.2f x\n", twenty, twenty / floor);
  printf ("all of them        %8.2f ms  %5.2f x\n", all, all / floor);
  tear_down (&bench);
  return EXIT_SUCCESS;
}
