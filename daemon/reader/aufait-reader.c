/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "aufait-ical.h"
#include "aufait-reader-file.h"
#include "aufait-reader-limits.h"
#include "aufait-reader-socket.h"
#include "aufait-text.h"
#include "aufait-vcard.h"

#define PROBLEM_CHARS_MAX 300

typedef struct {
  AufaitReaderSocket *socket;
  AufaitIcal *ical; /* for the window of the last job; NULL: there was none */
  const AufaitJob *job;
  guint64 most;      /* so many bytes may have been sent when the job is done */
  guint64 cpu_until; /* of aufait_reader_limits_renew_cpu() */
  gboolean is_cut;
  gboolean all_day; /* whether @times are days */
  GArray *times;    /* of the event that was sent last, to be sent in a row */
} Reader;

/* --- rows ---------------------------------------------------------------------------------- */

static void
send_text (Reader *reader, AufaitRowType type, const char *text)
{
  g_autofree char *clean = text != NULL ? aufait_text_clean (text, PROBLEM_CHARS_MAX) : NULL;

  aufait_reader_socket_send (reader->socket,
                             aufait_row_encode_text (reader->job->number, type, clean));
}

static gboolean
has_room (Reader *reader)
{
  if (aufait_reader_socket_get_sent (reader->socket) < reader->most)
    return TRUE;
  if (!reader->is_cut)
    send_text (reader, AUFAIT_ROW_PROBLEM, _ ("There is more in the file than is read."));
  reader->is_cut = TRUE;
  return FALSE;
}

static void
send_times (Reader *reader)
{
  if (reader->times->len > 0)
    aufait_reader_socket_send (
        reader->socket,
        aufait_row_encode_times (reader->job->number, reader->all_day, reader->times));
  g_array_set_size (reader->times, 0);
}

static void
send_event (Reader *reader, const AufaitEvent *event)
{
  send_times (reader);
  aufait_reader_socket_send (reader->socket, aufait_row_encode_event (reader->job->number, event));
  reader->all_day = event->all_day;
}

static void
add_time (Reader *reader, const AufaitEvent *event)
{
  gint64 time[2] = { event->start, event->end };

  if (event->all_day) {
    time[0] = event->first;
    time[1] = event->last;
  }
  g_array_append_vals (reader->times, time, G_N_ELEMENTS (time));
}

static void
on_event (const AufaitEvent *event, gboolean is_again, gpointer user_data)
{
  Reader *reader = user_data;

  if (!has_room (reader))
    return;
  if (is_again && reader->times->len < 2 * AUFAIT_ROW_TIMES_MAX)
    add_time (reader, event);
  else
    send_event (reader, event);
}

static void
send_cards (Reader *reader, const GPtrArray *cards)
{
  for (guint i = 0; i < cards->len && has_room (reader); i++)
    aufait_reader_socket_send (
        reader->socket, aufait_row_encode_card (reader->job->number, g_ptr_array_index (cards, i)));
}

static void
send_problems (Reader *reader, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    send_text (reader, AUFAIT_ROW_PROBLEM, g_ptr_array_index (problems, i));
}

/* --- jobs ---------------------------------------------------------------------------------- */

static AufaitIcal *
get_ical (Reader *reader)
{
  const AufaitJob *job = reader->job;

  if (reader->ical == NULL ||
      !aufait_ical_is_for (reader->ical, job->first, job->last, job->zone)) {
    aufait_ical_free (reader->ical);
    reader->ical = aufait_ical_new (job->first, job->last, job->zone);
  }
  return reader->ical;
}

static void
read_data (Reader *reader, const char *data, gsize length)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (reader->job->kind == AUFAIT_JOB_CALENDAR) {
    aufait_ical_read (get_ical (reader), data, length, on_event, reader, problems);
    send_times (reader);
  } else {
    g_autoptr (GPtrArray) cards = aufait_vcard_read (data, length, problems);

    send_cards (reader, cards);
  }
  send_problems (reader, problems);
  send_text (reader, AUFAIT_ROW_DONE, NULL);
}

static void
do_job (Reader *reader, const AufaitJob *job, int fd)
{
  gsize size = aufait_reader_file_get_size (fd), length = 0;
  g_autofree char *data = NULL;
  const char *reason = NULL;

  aufait_reader_limits_renew_cpu (MIN (size, AUFAIT_READER_FILE_MAX), &reader->cpu_until);
  reader->job = job;
  reader->is_cut = FALSE;
  data = aufait_reader_file_read (fd, &length, &reason);
  reader->most = aufait_reader_socket_get_sent (reader->socket) + AUFAIT_READER_BYTES_MIN +
                 (guint64) length * AUFAIT_READER_BYTES_A_BYTE;
  if (data != NULL)
    read_data (reader, data, length);
  else
    send_text (reader, AUFAIT_ROW_FAILED, reason);
}

void
aufait_reader_run (int fd)
{
  g_autoptr (AufaitReaderSocket) socket = aufait_reader_socket_new (fd);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  Reader reader = { .socket = socket, .times = times };
  gboolean is_there = TRUE;

  while (is_there) {
    int file = -1;
    g_autoptr (AufaitJob) job = aufait_reader_socket_receive (socket, &file);

    if (job == NULL)
      break;
    do_job (&reader, job, file);
    if (file >= 0)
      close (file);
    is_there = aufait_reader_socket_flush (socket);
  }
  aufait_ical_free (reader.ical);
}
