/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-task.h"

#include <fcntl.h>
#include <unistd.h>

#include "aufait-text.h"

#define MIB            (1024 * 1024)
#define LIMIT_MS       2000
#define LIMIT_MS_A_MIB 500
#define ROWS_BYTES     (16 * MIB)
#define ROWS_BYTES_MAX (512 * (gint64) MIB)
#define PROBLEM_CHARS  300

/* A card is hardly longer as a row; an event comes back for each of its days, words and all. */
static gsize
count_bytes (AufaitJobKind kind, gint64 size)
{
  gint64 a_byte = kind == AUFAIT_JOB_CARDS ? 8 : 1200;

  return (gsize) MIN (ROWS_BYTES + a_byte * size, ROWS_BYTES_MAX);
}

AufaitReaderTask *
aufait_reader_task_new (
    AufaitJob *job, int fd, gint64 size, AufaitReaderTaskFunc func, gpointer user_data)
{
  AufaitReaderTask *task = g_new0 (AufaitReaderTask, 1);

  task->job = job;
  task->fd = fd;
  task->limit_ms = (guint) (LIMIT_MS + LIMIT_MS_A_MIB * (size / MIB));
  task->max_bytes = count_bytes (job->kind, size);
  task->content = aufait_file_content_new ();
  task->func = func;
  task->user_data = user_data;
  return task;
}

void
aufait_reader_task_free (AufaitReaderTask *task)
{
  if (task == NULL)
    return;
  if (task->fd >= 0)
    close (task->fd);
  aufait_job_free (task->job);
  aufait_file_content_free (task->content);
  g_free (task->failure);
  g_free (task);
}

/* A descriptor that was sent shares its position with the one that was kept. */
void
aufait_reader_task_rewind (AufaitReaderTask *task)
{
  char path[sizeof "/proc/self/fd/" + 16];
  int fd;

  g_snprintf (path, sizeof path, "/proc/self/fd/%d", task->fd);
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) {
    lseek (task->fd, 0, SEEK_SET);
    return;
  }
  close (task->fd);
  task->fd = fd;
}

void
aufait_reader_task_finish (AufaitReaderTask *task, const char *failure, gboolean is_lost)
{
  if (failure != NULL) {
    g_free (task->failure);
    task->failure = g_strdup (failure);
  }
  task->is_lost = is_lost;
  task->func (task, task->user_data);
  aufait_reader_task_free (task);
}

static char *
clean (const char *text)
{
  return aufait_text_clean (text != NULL ? text : "", PROBLEM_CHARS);
}

static gboolean
take_from_row (AufaitReaderTask *task, AufaitRow *row)
{
  switch (row->type) {
  case AUFAIT_ROW_CARD:
    if (task->job->kind != AUFAIT_JOB_CARDS || row->card == NULL)
      return FALSE;
    aufait_file_content_take_card (task->content, g_steal_pointer (&row->card));
    return TRUE;
  case AUFAIT_ROW_EVENT:
    if (task->job->kind != AUFAIT_JOB_CALENDAR || row->event == NULL)
      return FALSE;
    aufait_file_content_take_event (task->content, g_steal_pointer (&row->event));
    return TRUE;
  case AUFAIT_ROW_TIMES:
    return row->times != NULL &&
           aufait_file_content_add_times (task->content, row->all_day, row->times);
  case AUFAIT_ROW_PROBLEM:
    aufait_file_content_take_problem (task->content, clean (row->text));
    return TRUE;
  case AUFAIT_ROW_FAILED:
    task->failure = clean (row->text);
    return TRUE;
  case AUFAIT_ROW_DONE:
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
aufait_reader_task_take_row (AufaitReaderTask *task, AufaitRow *row)
{
  gboolean taken = take_from_row (task, row);

  aufait_row_free (row);
  return taken;
}
