/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What planning costs after a note, among many people, events and notes; beside the same at a tenth
 * of the size, in two ways: as long a past that is thinner, and as dense a one that is shorter.
 *
 *   bench-plan [PEOPLE [NOTES-OF-EACH [EVENTS-OF-EACH]]]
 *
 * PEOPLE (10000), each with 100 notes and 10 events over ten years and some weeks ahead, and a
 * birthday. Timed is what the daemon does because of a note: what comes of it, and the plan that is
 * made anew. Reading and keeping the note is not (bench-memory). Nothing is judged here. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "aufait-agenda.h"
#include "aufait-event-store.h"
#include "aufait-index-file-store.h"
#include "aufait-index-writer.h"
#include "aufait-link-store.h"
#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-person-store.h"
#include "aufait-plan.h"
#include "aufait-sentence.h"
#include "aufait-tie-keeper.h"

#define N_RUNS      150
#define N_PLANS     21
#define N_WORLDS    3
#define N_WARM_UP   20
#define YEAR_DAYS   365
#define AHEAD_DAYS  30
#define FILE_EVENTS 100
#define TODAY       aufait_day_new (2026, 7, 1)
#define ZONE        "Europe/Paris"

typedef struct {
  const char *name;
  guint n_people;
  guint n_notes;  /* of each */
  guint n_events; /* of each */
  int n_days;
} Size;

typedef struct {
  Size size;
  char *folder;
  AufaitMemory *memory;
  AufaitIndex *index;
  AufaitDirectory *directory;
  AufaitTieKeeper *keeper;
  AufaitClock *clock;
  AufaitAgenda *agenda;
  GTimeZone *zone;
  gboolean is_planned;
  guint n_due;
  guint32 dice;
} World;

typedef struct {
  double p50;
  double p99;
} Times;

static void
must (gboolean ok, const GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static guint32
roll (World *world, guint32 sides)
{
  world->dice = world->dice * 1664525u + 1013904223u;
  return (world->dice >> 8) % sides;
}

/* A day of the past or of the weeks to come. */
static AufaitDay
roll_day (World *world)
{
  return TODAY + AHEAD_DAYS - (int) roll (world, (guint32) (world->size.n_days + AHEAD_DAYS));
}

/* --- people and notes ---------------------------------------------------------------------- */

static const char *const circles[] = { NULL, NULL, NULL, NULL, "wider", "wider", "friends", NULL };
static const char *const likes[] = { "guitar", "jazz", "chess", "climbing", "opera" };

static void
add_people (World *world)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < world->size.n_people; i++) {
    g_autofree char *name = g_strdup_printf ("Prénom Nom %u", i);
    g_autoptr (AufaitPerson) person = aufait_person_new (name);

    person->birthday = g_strdup_printf ("--%02u-%02u", 1 + i % 12, 1 + (i / 12) % 28);
    person->circle = g_strdup (circles[i % G_N_ELEMENTS (circles)]);
    person->cadence_on = person->circle != NULL ? TODAY - 100 : AUFAIT_DAY_NONE;
    must (aufait_person_store_add (world->memory, person, &error), error);
  }
}

/* Of twenty notes one is of a moment, of fifty one of something liked, and one a promise. */
static AufaitNote *
make_note (World *world, guint number)
{
  AufaitNote *note = aufait_note_new (MIN (roll_day (world), TODAY),
                                      "Her dog was ill, and the new flat is far from the station");
  AufaitDay day = note->on + 3;

  g_ptr_array_add (note->people,
                   aufait_ref_new (1 + (gint64) roll (world, world->size.n_people), "?"));
  if (number % 20 == 0)
    g_ptr_array_add (note->meaning->moments, aufait_moment_new (AUFAIT_MOMENT_TRIP, day, day + 7));
  else if (number % 50 == 1)
    g_ptr_array_add (note->meaning->interests,
                     g_strdup (likes[roll (world, G_N_ELEMENTS (likes))]));
  else if (number % 50 == 2)
    g_ptr_array_add (note->meaning->promises, aufait_promise_new (day, "send the book"));
  return note;
}

/* What was said of a moment that is past was answered. */
static void
add_answered (World *world, const AufaitNote *note)
{
  gint64 person = ((AufaitRef *) note->people->pdata[0])->id;
  g_autofree char *key =
      g_strdup_printf ("return:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, person, note->id);
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_record_new ("return", key);
  g_autoptr (GError) error = NULL;

  record->person_id = person;
  record->note_id = note->id;
  record->due_on = note->on + 11;
  must (aufait_nudge_store_ensure (world->memory, record, &error) &&
            aufait_nudge_store_set_state (world->memory, record->id, AUFAIT_NUDGE_DONE, &error),
        error);
}

static void
add_notes (World *world)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < world->size.n_people * world->size.n_notes; i++) {
    g_autoptr (AufaitNote) note = make_note (world, i);

    must (aufait_note_store_add (world->memory, note, AUFAIT_SENTENCE_VERSION, &error), error);
    if (note->meaning->moments->len > 0 && note->on < TODAY - 60)
      add_answered (world, note);
  }
}

static void
fill_memory (World *world)
{
  g_autoptr (GError) error = NULL;

  must (aufait_memory_begin (world->memory, NULL, &error), error);
  add_people (world);
  add_notes (world);
  must (aufait_memory_commit (world->memory, &error), error);
}

/* --- events -------------------------------------------------------------------------------- */

static AufaitFileContent *
make_file (World *world, guint number)
{
  AufaitFileContent *content = aufait_file_content_new ();

  for (guint i = 0; i < FILE_EVENTS; i++) {
    g_autofree char *uid = g_strdup_printf ("event-%u-%u", number, i);
    AufaitEvent *event =
        aufait_event_new (uid, roll (world, 20) == 0 ? "Jazz in the park" : "Lunch");

    event->start = (gint64) (roll_day (world) - aufait_day_new (1970, 1, 1)) * 24 * 3600 +
                   (8 + roll (world, 10)) * 3600;
    event->end = event->start + 3600;
    event->location = g_strdup ("Place de la République");
    aufait_file_content_take_event (content, event);
  }
  return content;
}

static void
write_all (AufaitIndexWriter *writer)
{
  g_autoptr (GError) error = NULL;

  while (aufait_index_writer_is_busy (writer)) {
    g_autoptr (AufaitIndexWriterChange) change = NULL;

    must (aufait_index_writer_step (writer, 10000, &change, &error), error);
  }
}

static void
add_events (World *world)
{
  g_autoptr (AufaitIndexWriter) writer = aufait_index_writer_new (world->index);
  g_autoptr (GError) error = NULL;
  gint64 folder =
      aufait_index_file_store_ensure_folder (world->index, "/calendar", "calendar", &error);
  guint n_files = world->size.n_people * world->size.n_events / FILE_EVENTS;

  must (folder != 0, error);
  for (guint i = 0; i < n_files; i++) {
    g_autofree char *name = g_strdup_printf ("%u.ics", i);
    g_autoptr (AufaitIndexedFile) file = aufait_indexed_file_new (0, name);

    aufait_index_writer_put (writer, folder, file, make_file (world, i));
    write_all (writer);
  }
}

/* Each is about one person, and one of ten about nobody. */
static void
link_events (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events =
      aufait_event_store_list_range (world->index, 0, G_MAXINT64, G_MAXINT32, &error);

  must (events != NULL && aufait_link_store_begin (world->index, &error), error);
  for (guint i = 0; i < events->len; i++) {
    g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
    gint64 person = 1 + (gint64) roll (world, world->size.n_people);

    if (i % 10 > 0)
      g_array_append_val (people, person);
    must (aufait_link_store_set_people (world->index, ((AufaitEvent *) events->pdata[i])->id,
                                        people, &error),
          error);
  }
  must (aufait_link_store_end (world->index, &error), error);
}

/* --- the daemon's part --------------------------------------------------------------------- */

static void
on_show (AufaitAgenda *agenda, AufaitNudge *nudge, const char *body, World *world)
{
  aufait_agenda_shown (agenda, nudge->id);
}

static gboolean
on_digest (AufaitAgenda *agenda, guint n_people, const char *title, const char *body, World *world)
{
  return TRUE;
}

static void
on_tied (AufaitTieKeeper *keeper, const GArray *people, World *world)
{
  if (people->len > 0)
    aufait_agenda_take_people (world->agenda, people);
}

static void
on_planned (AufaitAgenda *agenda, World *world)
{
  g_autoptr (GDateTime) now = aufait_clock_now (world->clock);

  aufait_tie_keeper_take_now (world->keeper, now);
  world->is_planned = TRUE;
}

static void
start (World *world)
{
  g_autofree char *memory = g_build_filename (world->folder, "memory.db", NULL);
  g_autofree char *index = g_build_filename (world->folder, "index.db", NULL);
  g_autoptr (GDateTime) now = aufait_day_at (TODAY, 11 * 3600, world->zone);
  g_autoptr (GError) error = NULL;

  world->memory = aufait_memory_open (memory, &error);
  must (world->memory != NULL, error);
  world->index = aufait_index_open (index, &error);
  must (world->index != NULL, error);
  world->directory = aufait_directory_new (world->memory, world->index);
  world->keeper = aufait_tie_keeper_new (world->directory);
  world->clock = aufait_clock_new_manual (now);
  world->agenda = aufait_agenda_new (world->directory, world->clock);
  g_signal_connect (world->agenda, "show", G_CALLBACK (on_show), world);
  g_signal_connect (world->agenda, "digest", G_CALLBACK (on_digest), world);
  g_signal_connect (world->agenda, "planned", G_CALLBACK (on_planned), world);
  g_signal_connect (world->keeper, "changed", G_CALLBACK (on_tied), world);
  aufait_agenda_set_can_show (world->agenda, TRUE);
}

static void
settle (World *world)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
open_world (World *world, const Size *size)
{
  gint64 begin = g_get_monotonic_time ();

  *world = (World){ .size = *size, .dice = 1 };
  world->folder = g_dir_make_tmp ("aufait-bench-XXXXXX", NULL);
  world->zone = g_time_zone_new_identifier (ZONE);
  start (world);
  fill_memory (world);
  add_events (world);
  link_events (world);
  fprintf (stderr, "%s: made in %.0f s\n", size->name,
           (double) (g_get_monotonic_time () - begin) / 1e6);
  settle (world);
}

static void
close_world (World *world)
{
  static const char *const names[] = { "memory.db", "index.db" };

  g_clear_object (&world->agenda);
  g_clear_object (&world->keeper);
  g_clear_object (&world->clock);
  g_clear_pointer (&world->directory, aufait_directory_free);
  g_clear_pointer (&world->index, aufait_index_close);
  g_clear_pointer (&world->memory, aufait_memory_close);
  g_clear_pointer (&world->zone, g_time_zone_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (world->folder, names[i], NULL);

    g_remove (path);
  }
  g_rmdir (world->folder);
  g_free (world->folder);
}

/* --- what is measured ---------------------------------------------------------------------- */

static const char *const texts[] = {
  "seemed tired",
  "is off to Crete from 10 July to 20 July",
  "has a driving test on Friday",
  "promised to send the book by Monday",
  "plays the guitar",
  "loves jazz",
};

/* CPU time: what waits for the disk, or for others on the machine, is not planning. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* In ms, without reading and keeping it. */
static double
tell (World *world, const char *text)
{
  AufaitSentenceContext context = { .written_on = TODAY };
  g_autoptr (AufaitNote) note = aufait_note_new (TODAY, text);
  g_autoptr (GPtrArray) closed =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_free);
  g_autoptr (GPtrArray) nudges = NULL;
  g_autoptr (GError) error = NULL;
  double begin, taken;

  g_ptr_array_add (note->people,
                   aufait_ref_new (1 + (gint64) roll (world, world->size.n_people), "Nom"));
  aufait_meaning_free (note->meaning);
  note->meaning = aufait_sentence_read (text, &context);
  must (aufait_memory_begin (world->memory, "note", &error), error);
  must (aufait_note_store_add (world->memory, note, AUFAIT_SENTENCE_VERSION, &error), error);
  begin = get_ms ();
  nudges = aufait_agenda_plan_note (world->agenda, note, closed, &error);
  taken = get_ms () - begin;
  must (nudges != NULL && aufait_memory_commit (world->memory, &error), error);
  aufait_agenda_refresh (world->agenda);
  world->is_planned = FALSE;
  begin = get_ms ();
  while (!world->is_planned)
    g_main_context_iteration (NULL, FALSE);
  taken += get_ms () - begin;
  settle (world);
  return taken;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* All that is due, as at the turn of the day, and each time that one may be shown. In ms. */
static double
time_all (World *world, const char *unused)
{
  g_autoptr (GDateTime) now = aufait_clock_now (world->clock);
  double begin = get_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitFacts) facts = aufait_facts_new (world->directory, now, &error);
  g_autoptr (AufaitPlan) plan = NULL;

  must (facts != NULL, error);
  plan = aufait_plan_new (facts, aufait_agenda_get_settings (world->agenda), now, TRUE);
  world->n_due = facts->proposals->len;
  return get_ms () - begin;
}

static Times
find_times (double *times, guint n_runs)
{
  qsort (times, n_runs, sizeof (double), compare_doubles);
  return (Times){ times[n_runs / 2], times[n_runs * 99 / 100] };
}

/* The worlds by turns: what else the machine does slows down each as much as the others. */
static void
print_row (World *worlds,
           const char *text,
           guint n_runs,
           guint n_warm_up,
           double (*run) (World *world, const char *text))
{
  g_autofree double *times = g_new (double, N_WORLDS *n_runs);
  Times found[N_WORLDS];

  for (guint i = 0; i < n_warm_up + n_runs; i++)
    for (guint w = 0; w < N_WORLDS; w++) {
      double taken = run (&worlds[w], text);

      if (i >= n_warm_up)
        times[w * n_runs + i - n_warm_up] = taken;
    }
  for (guint w = 0; w < N_WORLDS; w++)
    found[w] = find_times (times + w * n_runs, n_runs);
  printf ("%-42s %6.2f ms p50 %6.2f ms p99   %5.2f x thinner  %5.2f x shorter\n", text,
          found[0].p50, found[0].p99, found[0].p50 / found[1].p50, found[0].p50 / found[2].p50);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  guint n_notes = argc > 2 ? (guint) atoi (argv[2]) : 100;
  guint n_events = argc > 3 ? (guint) atoi (argv[3]) : 10;
  const Size sizes[N_WORLDS] = {
    { "all", n, n_notes, n_events, 10 * YEAR_DAYS },
    { "a tenth, thinner", n / 10, n_notes, n_events, 10 * YEAR_DAYS },
    { "a tenth, shorter", n / 10, n_notes, n_events, YEAR_DAYS },
  };
  World worlds[N_WORLDS];

  for (guint i = 0; i < N_WORLDS; i++)
    open_world (&worlds[i], &sizes[i]);
  printf ("%u people, %u events, %u notes\n", n, n * n_events, n * n_notes);
  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    print_row (worlds, texts[t], N_RUNS, N_WARM_UP, tell);
  print_row (worlds, "all that is due", N_PLANS, 0, time_all);
  printf ("(due, or on the screen: %u, %u and %u)\n", worlds[0].n_due, worlds[1].n_due,
          worlds[2].n_due);
  for (guint i = 0; i < N_WORLDS; i++)
    close_world (&worlds[i]);
  return EXIT_SUCCESS;
}
