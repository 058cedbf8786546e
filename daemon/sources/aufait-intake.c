/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-intake.h"

#include <malloc.h>
#include <string.h>
#include <sys/stat.h>

#include "aufait-file-opener.h"
#include "aufait-intake-item.h"
#include "aufait-retry.h"
#include "aufait-vdir.h"

/* In one turn of the main loop: together a few milliseconds. */
#define OPENS_A_TURN 32
#define ROWS_A_TURN  400

/* With so much to write nothing more is read for a while. */
#define BACKLOG_MAX 4000

/* After so many files memory is given back. */
#define TRIM_FILES 500

struct _AufaitIntake {
  AufaitIndex *index;
  AufaitReaderPool *pool;
  AufaitIndexWriter *writer;
  const AufaitIntakeFuncs *funcs;
  gpointer user_data;
  AufaitDay first, last;
  char *zone;
  GQueue waiting;      /* AufaitIntakeItem */
  GHashTable *wanted;  /* the same, to be found */
  GHashTable *reading; /* AufaitIntakeItem, of those that are being read */
  gboolean is_blocked; /* there is no reader */
  AufaitRetry *retry;  /* of a reader */
  GHashTable *slow;    /* AufaitIntakeItem, of those that took long through no fault of theirs */
  AufaitRetry *slow_retry;
  gboolean is_busy;
  guint turn_id;
  guint n_opened;
  guint n_since_trim;
};

/* --- turns --------------------------------------------------------------------------------- */

static gboolean take_turn (gpointer user_data);

static void
schedule (AufaitIntake *intake)
{
  if (intake->turn_id == 0)
    intake->turn_id = g_idle_add (take_turn, intake);
}

static void
want (AufaitIntake *intake, AufaitIntakeItem *item)
{
  if (!g_hash_table_add (intake->wanted, item))
    g_warn_if_reached ();
  g_queue_push_tail (&intake->waiting, item);
}

gboolean
aufait_intake_is_idle (const AufaitIntake *intake)
{
  return intake->waiting.length == 0 && g_hash_table_size (intake->reading) == 0 &&
         !aufait_index_writer_is_busy (intake->writer);
}

static void
forget_all (AufaitIntake *intake)
{
  AufaitIntakeItem *item;

  g_hash_table_remove_all (intake->wanted);
  while ((item = g_queue_pop_head (&intake->waiting)) != NULL)
    aufait_intake_item_free (item);
}

/* What is being read meanwhile is of before. */
void
aufait_intake_fail (AufaitIntake *intake, const GError *error)
{
  GHashTableIter iter;
  gpointer item;

  forget_all (intake);
  g_clear_pointer (&intake->writer, aufait_index_writer_free);
  intake->writer = aufait_index_writer_new (intake->index);
  g_hash_table_iter_init (&iter, intake->reading);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    ((AufaitIntakeItem *) item)->is_forgotten = TRUE;
  intake->funcs->on_failed (error, intake->user_data);
}

/* --- what was read ------------------------------------------------------------------------- */

/* A reason in the place of the content. */
static void
put_aside (AufaitIntake *intake,
           AufaitIntakeItem *item,
           AufaitIndexedFileState state,
           const char *why)
{
  g_autoptr (AufaitIndexedFile) file = aufait_indexed_file_new (0, item->name);
  AufaitFileContent *content = aufait_file_content_new ();

  file->identity = item->identity;
  file->state = state;
  file->basis = item->basis;
  aufait_file_content_take_problem (content, g_strdup (why));
  aufait_index_writer_put (intake->writer, item->folder->id, file, content);
}

static void
put_content (AufaitIntake *intake, AufaitIntakeItem *item, AufaitReaderTask *task)
{
  g_autoptr (AufaitIndexedFile) file = aufait_indexed_file_new (0, item->name);

  file->identity = item->identity;
  file->basis = item->basis;
  aufait_index_writer_put (intake->writer, item->folder->id, file,
                           g_steal_pointer (&task->content));
}

/* It may be read more quickly when the machine is not as slow. */
static void
put_slow (AufaitIntake *intake, AufaitIntakeItem *item, const char *why)
{
  put_aside (intake, item, AUFAIT_INDEXED_FILE_CLOSED, why);
  if (!g_hash_table_contains (intake->slow, item))
    g_hash_table_add (intake->slow, aufait_intake_item_new (intake, item->folder, item->name));
  aufait_retry_later (intake->slow_retry);
}

static void
forget_slow (AufaitIntake *intake, const AufaitIntakeItem *item)
{
  if (g_hash_table_remove (intake->slow, item) && g_hash_table_size (intake->slow) == 0)
    aufait_retry_end (intake->slow_retry);
}

/* Whether it is what it was when it was opened; what was read of it may be half of one and half of
 * the other. */
static gboolean
has_changed (const AufaitReaderTask *task, const AufaitIntakeItem *item)
{
  AufaitIndexedFileIdentity identity;
  struct stat found;

  if (fstat (task->fd, &found) < 0)
    return TRUE;
  aufait_indexed_file_identify (&found, &identity);
  return !aufait_indexed_file_is_same (&identity, &item->identity);
}

static void
keep (AufaitIntake *intake, AufaitIntakeItem *item, AufaitReaderTask *task)
{
  if (item->folder->is_gone || item->is_wanted_again || item->is_forgotten ||
      has_changed (task, item))
    return;
  if (task->is_slow) {
    put_slow (intake, item, task->failure);
    return;
  }
  forget_slow (intake, item);
  if (task->failure != NULL)
    put_aside (intake, item, AUFAIT_INDEXED_FILE_ASIDE, task->failure);
  else
    put_content (intake, item, task);
}

static void on_read (AufaitReaderTask *task, gpointer user_data);

/* --- what is to be read -------------------------------------------------------------------- */

static void
hand_over (AufaitIntake *intake, AufaitIntakeItem *item, AufaitJobKind kind, int fd)
{
  AufaitJob *job = aufait_job_new (0, kind);

  job->first = intake->first;
  job->last = intake->last;
  job->zone = g_strdup (intake->zone);
  intake->n_opened++;
  intake->n_since_trim++;
  g_hash_table_add (intake->reading, item);
  aufait_reader_pool_read (intake->pool,
                           aufait_reader_task_new (job, fd, item->identity.size, on_read, item));
}

static void
refuse (AufaitIntake *intake, AufaitIntakeItem *item, const GError *error)
{
  forget_slow (intake, item);
  switch (error->code) {
  case AUFAIT_FILE_OPENER_ERROR_GONE:
  case AUFAIT_FILE_OPENER_ERROR_FOLDER:
    aufait_index_writer_remove (intake->writer, item->folder->id, item->name);
    break;
  case AUFAIT_FILE_OPENER_ERROR_UNFIT:
    put_aside (intake, item, AUFAIT_INDEXED_FILE_ASIDE, error->message);
    break;
  default:
    put_aside (intake, item, AUFAIT_INDEXED_FILE_CLOSED, error->message);
  }
  aufait_intake_item_free (item);
}

static void
open_item (AufaitIntake *intake, AufaitIntakeItem *item)
{
  g_autoptr (GError) error = NULL;
  AufaitJobKind kind = AUFAIT_JOB_CARDS;
  int fd = aufait_file_opener_open (item->folder->path, item->name, item->folder->max_bytes,
                                    &item->identity, &error);

  aufait_vdir_is_item (item->name, &kind);
  item->basis = item->folder->bases[kind];
  if (fd < 0)
    refuse (intake, item, error);
  else
    hand_over (intake, item, kind, fd);
}

static void
open_next (AufaitIntake *intake)
{
  AufaitIntakeItem *item = g_queue_pop_head (&intake->waiting);
  AufaitIntakeItem *reading;

  g_hash_table_remove (intake->wanted, item);
  reading = g_hash_table_lookup (intake->reading, item);
  if (reading != NULL)
    reading->is_wanted_again = TRUE;
  if (reading != NULL || item->folder->is_gone)
    aufait_intake_item_free (item);
  else
    open_item (intake, item);
}

static gboolean
can_open (AufaitIntake *intake)
{
  return intake->waiting.length > 0 && !intake->is_blocked &&
         aufait_index_writer_get_backlog (intake->writer) < BACKLOG_MAX &&
         aufait_reader_pool_has_room (intake->pool);
}

/* Why there is no reader may end without any file telling so. */
static void
take_reader (AufaitIntake *intake, gboolean is_lost)
{
  intake->is_blocked |= is_lost;
  if (is_lost)
    aufait_retry_later (intake->retry);
  else
    aufait_retry_end (intake->retry);
}

/* Where one was read there is room for another: the readers never wait for a turn. */
static void
on_read (AufaitReaderTask *task, gpointer user_data)
{
  AufaitIntakeItem *item = user_data;
  AufaitIntake *intake = item->intake;
  gboolean again = task->is_lost || item->is_wanted_again;

  g_hash_table_remove (intake->reading, item);
  take_reader (intake, task->is_lost);
  if (!task->is_lost)
    keep (intake, item, task);
  if (again && !item->folder->is_gone)
    aufait_intake_look (intake, item->folder, item->name);
  aufait_intake_item_free (item);
  if (can_open (intake))
    open_next (intake);
  schedule (intake);
}

static void
write_some (AufaitIntake *intake)
{
  g_autoptr (AufaitIndexWriterChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (!aufait_index_writer_step (intake->writer, ROWS_A_TURN, &change, &error))
    aufait_intake_fail (intake, error);
  else if (change != NULL)
    intake->funcs->on_committed (change, intake->user_data);
}

static void
rest (AufaitIntake *intake)
{
  if (!intake->is_busy || !aufait_intake_is_idle (intake))
    return;
  intake->is_busy = FALSE;
  if (intake->n_since_trim > TRIM_FILES) {
    aufait_index_rest (intake->index);
    malloc_trim (0);
  }
  intake->n_since_trim = 0;
  intake->funcs->on_idle (intake->user_data);
}

/* Somebody may have deleted the file under the index. */
static gboolean
check_place (AufaitIntake *intake)
{
  if (intake->is_busy)
    return TRUE;
  intake->is_busy = TRUE;
  if (aufait_index_is_in_place (intake->index))
    return TRUE;
  aufait_intake_fail (intake, NULL);
  return FALSE;
}

static gboolean
take_turn (gpointer user_data)
{
  AufaitIntake *intake = user_data;

  intake->turn_id = 0;
  if (!check_place (intake))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < OPENS_A_TURN && can_open (intake); i++)
    open_next (intake);
  if (aufait_index_writer_is_busy (intake->writer))
    write_some (intake);
  if (can_open (intake) || aufait_index_writer_is_busy (intake->writer))
    schedule (intake);
  rest (intake);
  return G_SOURCE_REMOVE;
}

/* --- what is asked for --------------------------------------------------------------------- */

void
aufait_intake_look (AufaitIntake *intake, AufaitIntakeFolder *folder, const char *name)
{
  AufaitIntakeItem *item = aufait_intake_item_new (intake, folder, name);

  if (g_hash_table_contains (intake->wanted, item))
    aufait_intake_item_free (item);
  else
    want (intake, item);
  schedule (intake);
}

void
aufait_intake_forget_folder (AufaitIntake *intake, gint64 folder_id)
{
  aufait_index_writer_remove_folder (intake->writer, folder_id);
  schedule (intake);
}

gboolean
aufait_intake_is_forgetting (const AufaitIntake *intake, gint64 folder_id)
{
  return aufait_index_writer_is_removing (intake->writer, folder_id);
}

void
aufait_intake_retry (AufaitIntake *intake)
{
  intake->is_blocked = FALSE;
  if (intake->waiting.length > 0)
    schedule (intake);
}

static void
on_retry (gpointer user_data)
{
  aufait_intake_retry (user_data);
}

static void
on_slow_retry (gpointer user_data)
{
  AufaitIntake *intake = user_data;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, intake->slow);
  while (g_hash_table_iter_next (&iter, &item, NULL)) {
    AufaitIntakeFolder *folder = ((AufaitIntakeItem *) item)->folder;

    if (folder->is_gone)
      g_hash_table_iter_remove (&iter);
    else if (folder->id != 0)
      aufait_intake_look (intake, folder, ((AufaitIntakeItem *) item)->name);
  }
}

void
aufait_intake_set_window (AufaitIntake *intake, AufaitDay first, AufaitDay last, const char *zone)
{
  g_autofree char *copy = g_strdup (zone);

  intake->first = first;
  intake->last = last;
  g_free (intake->zone);
  intake->zone = g_steal_pointer (&copy);
}

AufaitIntake *
aufait_intake_new (AufaitIndex *index,
                   AufaitReaderPool *pool,
                   const AufaitIntakeFuncs *funcs,
                   gpointer user_data)
{
  AufaitIntake *intake = g_new0 (AufaitIntake, 1);

  intake->index = index;
  intake->pool = pool;
  intake->writer = aufait_index_writer_new (index);
  intake->funcs = funcs;
  intake->user_data = user_data;
  intake->retry = aufait_retry_new (on_retry, intake);
  intake->slow = g_hash_table_new_full (aufait_intake_item_hash, aufait_intake_item_equal,
                                        (GDestroyNotify) aufait_intake_item_free, NULL);
  intake->slow_retry = aufait_retry_new (on_slow_retry, intake);
  g_queue_init (&intake->waiting);
  intake->wanted = g_hash_table_new (aufait_intake_item_hash, aufait_intake_item_equal);
  intake->reading =
      g_hash_table_new_full (aufait_intake_item_hash, aufait_intake_item_equal, NULL, NULL);
  return intake;
}

/* The pool is freed before: what it had in hand is nobody's. */
void
aufait_intake_free (AufaitIntake *intake)
{
  GHashTableIter iter;
  gpointer item;

  if (intake == NULL)
    return;
  g_clear_handle_id (&intake->turn_id, g_source_remove);
  forget_all (intake);
  g_hash_table_iter_init (&iter, intake->reading);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    aufait_intake_item_free (item);
  g_hash_table_unref (intake->reading);
  g_hash_table_unref (intake->wanted);
  aufait_index_writer_free (intake->writer);
  aufait_retry_free (intake->retry);
  aufait_retry_free (intake->slow_retry);
  g_hash_table_unref (intake->slow);
  g_free (intake->zone);
  g_free (intake);
}

guint
aufait_intake_count_opened (const AufaitIntake *intake)
{
  return intake->n_opened;
}
