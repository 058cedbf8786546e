/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-pool.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "aufait-reader-process.h"

/* So many files each reader has before it, that it never waits for us. */
#define LOAD_MAX 16

/* How long a reader without work stays. */
#define IDLE_MS 3000

struct _AufaitReaderPool {
  char *program;
  guint n_max;
  GPtrArray *processes; /* AufaitReaderProcess */
  GQueue waiting;       /* AufaitReaderTask */
  guint idle_id;
  guint n_started;
  GQueue suspects; /* AufaitReaderTask, on which a reader ended */
  gboolean is_trying;
  char *problem;
  char *obstacle; /* why no reader can be started, in words; NULL: one could be */
};

static void distribute (AufaitReaderPool *pool);

/* --- who is to blame ----------------------------------------------------------------------- */

static void
finish_all (GQueue *tasks, const char *why, gboolean is_lost)
{
  GQueue taken = *tasks;
  AufaitReaderTask *task;

  g_queue_init (tasks);
  while ((task = g_queue_pop_head (&taken)) != NULL)
    aufait_reader_task_finish (task, why, is_lost);
}

/* The reader is no good: no file is to blame. */
static void
give_up (AufaitReaderPool *pool, const char *why)
{
  g_free (pool->problem);
  pool->problem = g_strdup (why);
  finish_all (&pool->suspects, why, TRUE);
  finish_all (&pool->waiting, why, TRUE);
}

static void
on_tried (AufaitReaderTask *task, gpointer user_data)
{
  AufaitReaderPool *pool = user_data;

  pool->is_trying = FALSE;
  if (task->failure == NULL && task->content->cards->len == 1)
    finish_all (&pool->suspects, NULL, FALSE);
  else
    give_up (pool, _ ("The program aufait-reader does not work: install Au fait again."));
}

/* When a reader ended on a file, another one gets a file that cannot be wrong: where that works,
 * the file was to blame. */
static void
try (AufaitReaderPool *pool)
{
  static const char card[] = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Au fait\r\nEND:VCARD\r\n";
  int fd = memfd_create ("aufait", MFD_CLOEXEC);

  if (fd < 0 || pwrite (fd, card, strlen (card), 0) != (gssize) strlen (card))
    g_warning ("Cannot make a file to try a reader with");
  pool->is_trying = TRUE;
  g_queue_push_head (&pool->waiting, aufait_reader_task_new (aufait_job_new (0, AUFAIT_JOB_CARDS),
                                                             fd, 0, on_tried, pool));
}

static void
suspect (AufaitReaderPool *pool, AufaitReaderTask *task, const char *why)
{
  g_free (task->failure);
  task->failure = g_strdup (why);
  g_queue_push_tail (&pool->suspects, task);
  if (!pool->is_trying)
    try (pool);
}

/* --- readers ------------------------------------------------------------------------------- */

static gboolean
is_idle (const AufaitReaderPool *pool)
{
  if (pool->waiting.length > 0 || pool->suspects.length > 0)
    return FALSE;
  for (guint i = 0; i < pool->processes->len; i++) {
    if (aufait_reader_process_get_load (pool->processes->pdata[i]) > 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
on_idle_for_long (gpointer user_data)
{
  AufaitReaderPool *pool = user_data;

  pool->idle_id = 0;
  g_ptr_array_set_size (pool->processes, 0);
  return G_SOURCE_REMOVE;
}

static void
watch_idleness (AufaitReaderPool *pool)
{
  if (!is_idle (pool)) {
    g_clear_handle_id (&pool->idle_id, g_source_remove);
  } else if (pool->idle_id == 0 && pool->processes->len > 0) {
    pool->idle_id = g_timeout_add (IDLE_MS, on_idle_for_long, pool);
  }
}

static void
on_read (AufaitReaderProcess *process, AufaitReaderTask *task, gpointer user_data)
{
  AufaitReaderPool *pool = user_data;

  distribute (pool);
  aufait_reader_task_finish (task, NULL, FALSE);
  watch_idleness (pool);
}

/* The others that it had wait again, in their order. */
static void
take_back (AufaitReaderPool *pool, AufaitReaderProcess *process)
{
  GQueue others = G_QUEUE_INIT;
  AufaitReaderTask *task;

  while ((task = aufait_reader_process_take_task (process)) != NULL)
    g_queue_push_head (&others, task);
  while ((task = g_queue_pop_head (&others)) != NULL) {
    aufait_reader_task_rewind (task);
    g_queue_push_head (&pool->waiting, task);
  }
}

static void
on_ended (AufaitReaderProcess *process, const char *why, gpointer user_data)
{
  AufaitReaderPool *pool = user_data;
  AufaitReaderTask *guilty = aufait_reader_process_take_task (process);

  take_back (pool, process);
  g_ptr_array_remove_fast (pool->processes, process);
  if (guilty != NULL && guilty->func == on_tried)
    aufait_reader_task_finish (guilty, why, FALSE);
  else if (guilty != NULL)
    suspect (pool, guilty, why);
  distribute (pool);
  watch_idleness (pool);
}

/* Where the machine has nothing left for one, the program is as it should be. */
static char *
tell_obstacle (const GError *error)
{
  switch (error->code) {
  case G_FILE_ERROR_AGAIN:
  case G_FILE_ERROR_MFILE:
  case G_FILE_ERROR_NFILE:
  case G_FILE_ERROR_NOMEM:
    return g_strdup_printf (
        _ ("The program aufait-reader cannot be started yet (%s): close other programs."),
        error->message);
  default:
    return g_strdup (_ ("The program aufait-reader cannot be started: install Au fait again."));
  }
}

static AufaitReaderProcess *
start (AufaitReaderPool *pool)
{
  g_autoptr (GError) error = NULL;
  AufaitReaderProcess *process =
      aufait_reader_process_new (pool->program, on_read, on_ended, pool, &error);

  g_clear_pointer (&pool->obstacle, g_free);
  if (process == NULL) {
    g_info ("Cannot start %s: %s", pool->program, error->message);
    pool->obstacle = tell_obstacle (error);
    return NULL;
  }
  pool->n_started++;
  g_ptr_array_add (pool->processes, process);
  return process;
}

/* --- who reads what ------------------------------------------------------------------------ */

static AufaitReaderProcess *
find_least_busy (AufaitReaderPool *pool)
{
  AufaitReaderProcess *best = NULL;

  for (guint i = 0; i < pool->processes->len; i++) {
    AufaitReaderProcess *process = pool->processes->pdata[i];

    if (best == NULL ||
        aufait_reader_process_get_load (process) < aufait_reader_process_get_load (best))
      best = process;
  }
  return best;
}

/* One that has nothing to do, else a new one, else the least busy; NULL: all have enough. */
static AufaitReaderProcess *
find_process (AufaitReaderPool *pool)
{
  AufaitReaderProcess *process = find_least_busy (pool);

  if (process != NULL && aufait_reader_process_get_load (process) == 0)
    return process;
  if (pool->processes->len < pool->n_max)
    process = start (pool);
  if (process == NULL)
    process = find_least_busy (pool);
  if (process != NULL && aufait_reader_process_get_load (process) >= LOAD_MAX)
    return NULL;
  return process;
}

static void
distribute (AufaitReaderPool *pool)
{
  while (pool->waiting.length > 0) {
    AufaitReaderProcess *process = find_process (pool);
    AufaitReaderTask *task;

    if (process == NULL) {
      if (pool->processes->len == 0)
        give_up (pool, pool->obstacle);
      return;
    }
    task = g_queue_peek_head (&pool->waiting);
    if (!aufait_reader_process_send (process, task))
      return;
    g_queue_pop_head (&pool->waiting);
  }
}

void
aufait_reader_pool_read (AufaitReaderPool *pool, AufaitReaderTask *task)
{
  g_clear_pointer (&pool->problem, g_free);
  g_queue_push_tail (&pool->waiting, task);
  distribute (pool);
  watch_idleness (pool);
}

gboolean
aufait_reader_pool_has_room (const AufaitReaderPool *pool)
{
  guint load = pool->waiting.length + pool->suspects.length;

  for (guint i = 0; i < pool->processes->len; i++)
    load += aufait_reader_process_get_load (pool->processes->pdata[i]);
  return load < pool->n_max * LOAD_MAX;
}

void
aufait_reader_pool_warm_up (AufaitReaderPool *pool)
{
  if (pool->processes->len == 0)
    start (pool);
  g_clear_handle_id (&pool->idle_id, g_source_remove);
  watch_idleness (pool);
}

/* --- the pool ------------------------------------------------------------------------------ */

AufaitReaderPool *
aufait_reader_pool_new (const char *program, guint n_max)
{
  AufaitReaderPool *pool = g_new0 (AufaitReaderPool, 1);

  pool->program = g_strdup (program);
  pool->n_max = n_max > 0 ? n_max : g_get_num_processors ();
  pool->processes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_reader_process_free);
  g_queue_init (&pool->waiting);
  g_queue_init (&pool->suspects);
  return pool;
}

void
aufait_reader_pool_free (AufaitReaderPool *pool)
{
  if (pool == NULL)
    return;
  g_clear_handle_id (&pool->idle_id, g_source_remove);
  g_ptr_array_unref (pool->processes);
  g_queue_clear_full (&pool->waiting, (GDestroyNotify) aufait_reader_task_free);
  g_queue_clear_full (&pool->suspects, (GDestroyNotify) aufait_reader_task_free);
  g_free (pool->program);
  g_free (pool->problem);
  g_free (pool->obstacle);
  g_free (pool);
}

char *
aufait_reader_pool_dup_program (void)
{
  const char *set = g_getenv ("AUFAIT_READER");

  if (set != NULL && *set != '\0')
    return g_strdup (set);
  return g_build_filename (AUFAIT_LIBEXECDIR, "aufait-reader", NULL);
}

const char *
aufait_reader_pool_get_problem (const AufaitReaderPool *pool)
{
  return pool->problem;
}

guint
aufait_reader_pool_count (const AufaitReaderPool *pool)
{
  return pool->processes->len;
}

guint
aufait_reader_pool_count_started (const AufaitReaderPool *pool)
{
  return pool->n_started;
}
