/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a real aufait-reader finds in files, for tests that are written in Python, and for
 * benchmarks:
 *
 *   read-files READER FIRST LAST ZONE [--count] FILE-OR-FOLDER…
 *
 * A line a row, its fields separated by tabs:
 *   event   FILE UID SUMMARY START END [recurring] [cancelled] [transparent] [EMAIL|NAME[!]]…
 *   card    FILE UID NAME
 *   problem FILE TEXT
 *   failed  FILE TEXT
 *   lost    FILE how the reader ended; another one is started for the next file
 * START and END are days, or Unix seconds. With --count: how many there are of each, and the CPU
 * time that the reader took. */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reader-client.h"

typedef struct {
  const char *program;
  ReaderClient client;
  AufaitJob *job;
  AufaitEvent *event; /* the last one */
  gboolean is_counting;
  guint counts[AUFAIT_ROW_FAILED + 1];
} Run;

static void
print_event (const AufaitEvent *event)
{
  printf ("\t%s\t%s", event->uid, event->summary);
  if (event->all_day) {
    g_autofree char *first = aufait_day_format (event->first);
    g_autofree char *last = aufait_day_format (event->last);

    printf ("\t%s\t%s", first, last);
  } else {
    printf ("\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT, event->start, event->end);
  }
  printf ("%s%s%s", event->recurring ? "\trecurring" : "", event->cancelled ? "\tcancelled" : "",
          event->transparent ? "\ttransparent" : "");
  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = g_ptr_array_index (event->attendees, i);

    printf ("\t%s|%s%s", attendee->email != NULL ? attendee->email : "",
            attendee->name != NULL ? attendee->name : "", attendee->declined ? "!" : "");
  }
}

static void
print_row (const AufaitRow *row, const char *path)
{
  static const char *const types[] = { "card", "event", "event", "problem", "done", "failed" };

  if (row->type == AUFAIT_ROW_DONE || row->type == AUFAIT_ROW_TIMES)
    return;
  printf ("%s\t%s", types[row->type], path);
  if (row->type == AUFAIT_ROW_EVENT)
    print_event (row->event);
  else if (row->type == AUFAIT_ROW_CARD)
    printf ("\t%s\t%s", row->card->uid != NULL ? row->card->uid : "", row->card->name);
  else
    printf ("\t%s", row->text);
  printf ("\n");
}

/* The last event, at each of the times. */
static void
print_times (Run *run, const AufaitRow *row, const char *path)
{
  g_assert_nonnull (run->event);
  g_assert_cmpint (run->event->all_day, ==, row->all_day);
  for (guint i = 0; i < row->times->len; i += 2) {
    gint64 begins = g_array_index (row->times, gint64, i);
    gint64 ends = g_array_index (row->times, gint64, i + 1);

    run->event->first = row->all_day ? (AufaitDay) begins : AUFAIT_DAY_NONE;
    run->event->last = row->all_day ? (AufaitDay) ends : AUFAIT_DAY_NONE;
    run->event->start = row->all_day ? 0 : begins;
    run->event->end = row->all_day ? 0 : ends;
    if (!run->is_counting) {
      printf ("event\t%s", path);
      print_event (run->event);
      printf ("\n");
    }
  }
  run->counts[AUFAIT_ROW_EVENT] += row->times->len / 2;
}

static void
start_again (Run *run, const char *path)
{
  int status = reader_client_end (&run->client);

  if (WIFSIGNALED (status))
    printf ("lost\t%s\t%s\n", path, g_strsignal (WTERMSIG (status)));
  else
    printf ("lost\t%s\tstatus %d\n", path, WEXITSTATUS (status));
  reader_client_start (&run->client, run->program);
}

static void
read_file (Run *run, const char *path)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  gboolean is_done = FALSE;

  run->job->kind = g_str_has_suffix (path, ".vcf") ? AUFAIT_JOB_CARDS : AUFAIT_JOB_CALENDAR;
  run->job->number++;
  reader_client_send (&run->client, run->job, fd);
  while (!is_done) {
    g_autoptr (AufaitRow) row = reader_client_receive (&run->client);

    if (row == NULL) {
      start_again (run, path);
      break;
    }
    g_assert_cmpuint (row->number, ==, run->job->number);
    run->counts[row->type]++;
    if (row->type == AUFAIT_ROW_TIMES)
      print_times (run, row, path);
    is_done = row->type == AUFAIT_ROW_DONE || row->type == AUFAIT_ROW_FAILED;
    if (!run->is_counting)
      print_row (row, path);
    if (row->type == AUFAIT_ROW_EVENT) {
      aufait_event_free (run->event);
      run->event = g_steal_pointer (&row->event);
    }
  }
  g_clear_pointer (&run->event, aufait_event_free);
  if (fd >= 0)
    close (fd);
}

static void
read_path (Run *run, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL) {
    read_file (run, path);
    return;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    read_file (run, inner);
  }
}

static double
get_secs (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static void
print_counts (const Run *run)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  printf ("cards=%u events=%u problems=%u failed=%u cpu=%.3f peak=%ld\n",
          run->counts[AUFAIT_ROW_CARD], run->counts[AUFAIT_ROW_EVENT],
          run->counts[AUFAIT_ROW_PROBLEM], run->counts[AUFAIT_ROW_FAILED],
          get_secs (usage.ru_utime) + get_secs (usage.ru_stime), usage.ru_maxrss);
}

int
main (int argc, char **argv)
{
  g_autoptr (AufaitJob) job = aufait_job_new (0, AUFAIT_JOB_CALENDAR);
  Run run = { .job = job };
  int status;

  if (argc < 6)
    return 2;
  run.program = argv[1];
  job->first = aufait_day_parse (argv[2]);
  job->last = aufait_day_parse (argv[3]);
  job->zone = g_strdup (argv[4]);
  run.is_counting = strcmp (argv[5], "--count") == 0;
  reader_client_start (&run.client, run.program);
  for (int i = run.is_counting ? 6 : 5; i < argc; i++)
    read_path (&run, argv[i]);
  status = reader_client_end (&run.client);
  if (run.is_counting)
    print_counts (&run);
  return status == 0 ? 0 : 1;
}
