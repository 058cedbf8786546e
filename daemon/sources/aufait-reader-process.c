/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "aufait-reader-spawn.h"

#define HEAD_BYTES 4
#define READ_BYTES (16 * 1024) /* in a turn of the main loop: a hundred rows */

struct _AufaitReaderProcess {
  GPid pid;
  int fd;
  guint readable_id;
  GSource *timer;
  gint64 deadline; /* of a part of the first task's time, in that of the loop; 0: there is none */
  guint n_parts;   /* that are over */
  gint64 worked;   /* in ms, until the first was over */
  GQueue tasks;    /* AufaitReaderTask, in the order in which they were sent */
  guint32 next_number;
  GByteArray *input;
  AufaitReaderProcessReadFunc on_read;
  AufaitReaderProcessEndedFunc on_ended;
  gpointer user_data;
};

/* --- time ---------------------------------------------------------------------------------- */

/* A loop that stood still has not heard what the reader said meanwhile: the time of a task is
 * counted in parts, in turns of the loop, and however long a turn was, it is one. */
#define PARTS 4

/* A reader that could work for less than this part of the time has not had it: the disk was
 * spinning up, the machine had too much to do, or everything stood still. */
#define WORKED_PART 10

static gint64
get_part_end (const AufaitReaderProcess *process, const AufaitReaderTask *task)
{
  return g_source_get_time (process->timer) + (gint64) task->limit_ms * 1000 / PARTS;
}

/* The timer is only moved forward when it must be: files are read faster than timers are set. */
static void
start_clock (AufaitReaderProcess *process)
{
  const AufaitReaderTask *task = g_queue_peek_head (&process->tasks);
  gint64 ready = g_source_get_ready_time (process->timer);

  if (task == NULL) {
    process->deadline = 0;
    return;
  }
  process->n_parts = 0;
  process->deadline = get_part_end (process, task);
  if (ready < 0 || ready > process->deadline)
    g_source_set_ready_time (process->timer, process->deadline);
}

static void
begin_part (AufaitReaderProcess *process)
{
  const AufaitReaderTask *task = g_queue_peek_head (&process->tasks);

  if (process->n_parts == 1)
    process->worked = aufait_reader_spawn_get_worked (process->pid);
  process->deadline = get_part_end (process, task);
  g_source_set_ready_time (process->timer, process->deadline);
}

static void
end_slow (AufaitReaderProcess *process)
{
  AufaitReaderTask *task = g_queue_peek_head (&process->tasks);
  gint64 worked = aufait_reader_spawn_get_worked (process->pid);

  task->is_slow = worked >= 0 && (worked - process->worked) * WORKED_PART < (gint64) task->limit_ms;
  process->on_ended (process,
                     task->is_slow
                         ? _ ("Reading it took too long: it is tried again later.")
                         : _ ("Reading it took too long: it is left out until it changes."),
                     process->user_data);
}

static gboolean
on_timer (gpointer user_data)
{
  AufaitReaderProcess *process = user_data;

  if (process->deadline == 0) {
    g_source_set_ready_time (process->timer, -1);
  } else if (g_source_get_time (process->timer) < process->deadline) {
    g_source_set_ready_time (process->timer, process->deadline);
  } else if (++process->n_parts < PARTS) {
    begin_part (process);
  } else {
    end_slow (process);
  }
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_timer (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static GSource *
new_timer (AufaitReaderProcess *process)
{
  static GSourceFuncs funcs = { .dispatch = dispatch_timer };
  GSource *timer = g_source_new (&funcs, sizeof (GSource));

  g_source_set_callback (timer, on_timer, process, NULL);
  g_source_attach (timer, NULL);
  return timer;
}

/* --- rows ---------------------------------------------------------------------------------- */

static gboolean
take_message (AufaitReaderProcess *process, const guint8 *data, gsize length)
{
  AufaitReaderTask *task = g_queue_peek_head (&process->tasks);
  AufaitRow *row = task != NULL ? aufait_row_decode (data, length) : NULL;
  AufaitRowType type;

  if (row == NULL)
    return FALSE;
  type = row->type;
  task->n_bytes += length;
  if (row->number != task->job->number || task->n_bytes > task->max_bytes) {
    aufait_row_free (row);
    return FALSE;
  }
  if (!aufait_reader_task_take_row (task, row))
    return FALSE;
  if (type == AUFAIT_ROW_DONE || type == AUFAIT_ROW_FAILED) {
    g_queue_pop_head (&process->tasks);
    start_clock (process);
    process->on_read (process, task, process->user_data);
  }
  return TRUE;
}

/* All whole messages; what is left of one stays. */
static gboolean
take_messages (AufaitReaderProcess *process)
{
  GByteArray *input = process->input;
  gsize position = 0;

  while (input->len - position >= HEAD_BYTES) {
    guint32 length;

    memcpy (&length, input->data + position, sizeof length);
    length = GUINT32_FROM_LE (length);
    if (length == 0 || length > AUFAIT_ROW_MAX)
      return FALSE;
    if (input->len - position - HEAD_BYTES < length)
      break;
    if (!take_message (process, input->data + position + HEAD_BYTES, length))
      return FALSE;
    position += HEAD_BYTES + length;
  }
  g_byte_array_remove_range (input, 0, (guint) position);
  return TRUE;
}

static gssize
read_some (AufaitReaderProcess *process)
{
  guint length = process->input->len;
  gssize n;

  g_byte_array_set_size (process->input, length + READ_BYTES);
  do
    n = recv (process->fd, process->input->data + length, READ_BYTES, MSG_DONTWAIT);
  while (n < 0 && errno == EINTR);
  g_byte_array_set_size (process->input, length + (guint) MAX (n, 0));
  return n;
}

static gboolean
on_readable (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitReaderProcess *process = user_data;
  gssize n = read_some (process);

  if (n < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;
  if (n <= 0)
    process->on_ended (process, _ ("The reader gave up on it: it is left out until it changes."),
                       process->user_data);
  else if (!take_messages (process))
    process->on_ended (process,
                       _ ("The reader lost its way in it: it is left out until it changes."),
                       process->user_data);
  return G_SOURCE_CONTINUE;
}

/* --- jobs ---------------------------------------------------------------------------------- */

static gboolean
send_message (int socket_fd, GBytes *bytes, int fd)
{
  guint32 head = GUINT32_TO_LE ((guint32) g_bytes_get_size (bytes));
  struct iovec parts[] = {
    { &head, sizeof head },
    { (void *) g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) },
  };
  union {
    struct cmsghdr head;
    char space[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct msghdr message = { .msg_iov = parts,
                            .msg_iovlen = G_N_ELEMENTS (parts),
                            .msg_control = &control,
                            .msg_controllen = sizeof control };
  gssize n;

  control.head.cmsg_level = SOL_SOCKET;
  control.head.cmsg_type = SCM_RIGHTS;
  control.head.cmsg_len = CMSG_LEN (sizeof (int));
  memcpy (CMSG_DATA (&control.head), &fd, sizeof fd);
  do
    n = sendmsg (socket_fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (n < 0 && errno == EINTR);
  return n == (gssize) (sizeof head + g_bytes_get_size (bytes));
}

gboolean
aufait_reader_process_send (AufaitReaderProcess *process, AufaitReaderTask *task)
{
  g_autoptr (GBytes) bytes = NULL;

  task->job->number = process->next_number++;
  bytes = aufait_job_encode (task->job);
  if (!send_message (process->fd, bytes, task->fd))
    return FALSE;
  g_queue_push_tail (&process->tasks, task);
  if (process->tasks.length == 1)
    start_clock (process);
  return TRUE;
}

guint
aufait_reader_process_get_load (const AufaitReaderProcess *process)
{
  return process->tasks.length;
}

AufaitReaderTask *
aufait_reader_process_take_task (AufaitReaderProcess *process)
{
  return g_queue_pop_head (&process->tasks);
}

/* --- the process --------------------------------------------------------------------------- */

AufaitReaderProcess *
aufait_reader_process_new (const char *program,
                           AufaitReaderProcessReadFunc on_read,
                           AufaitReaderProcessEndedFunc on_ended,
                           gpointer user_data,
                           GError **error)
{
  AufaitReaderProcess *process;
  GPid pid;
  int fd = aufait_reader_spawn_start (program, &pid, error);

  if (fd < 0)
    return NULL;
  process = g_new0 (AufaitReaderProcess, 1);
  process->pid = pid;
  process->fd = fd;
  process->input = g_byte_array_new ();
  process->on_read = on_read;
  process->on_ended = on_ended;
  process->user_data = user_data;
  g_queue_init (&process->tasks);
  process->timer = new_timer (process);
  process->readable_id = g_unix_fd_add (fd, G_IO_IN | G_IO_HUP | G_IO_ERR, on_readable, process);
  return process;
}

void
aufait_reader_process_free (AufaitReaderProcess *process)
{
  if (process == NULL)
    return;
  g_clear_handle_id (&process->readable_id, g_source_remove);
  g_source_destroy (process->timer);
  g_source_unref (process->timer);
  close (process->fd);
  aufait_reader_spawn_end (process->pid);
  g_queue_clear_full (&process->tasks, (GDestroyNotify) aufait_reader_task_free);
  g_byte_array_unref (process->input);
  g_free (process);
}
