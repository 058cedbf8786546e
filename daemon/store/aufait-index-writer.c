/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index-writer.h"

#include "aufait-index-private.h"
#include "aufait-index-writer-job.h"
#include "aufait-link-store.h"

/* So many rows are committed together, when there are many. */
#define COMMIT_ROWS 10000

/* So few files, with rows for so small a part of a step, are written in one go. */
#define SHORT_JOBS 8
#define SHORT_PART 4

struct _AufaitIndexWriter {
  AufaitIndex *index;
  AufaitIndexWriterJobTurn turn;
  GQueue jobs;
  GArray *leaving; /* ids (gint64) of folders that are to be removed */
  GArray *left;    /* of those that were, in this transaction */
  gsize backlog;
  gsize n_uncommitted;
  gboolean is_short; /* the transaction ends in the step in which it began */
};

/* --- what was committed -------------------------------------------------------------------- */

static AufaitIndexWriterChange *
new_change (void)
{
  AufaitIndexWriterChange *change = g_new0 (AufaitIndexWriterChange, 1);

  change->file_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return change;
}

void
aufait_index_writer_change_free (AufaitIndexWriterChange *change)
{
  if (change == NULL)
    return;
  g_array_unref (change->file_ids);
  g_free (change);
}

/* --- the jobs ------------------------------------------------------------------------------ */

static void
push_job (AufaitIndexWriter *writer, AufaitIndexWriterJob *job)
{
  writer->backlog += aufait_index_writer_job_get_rows (job);
  g_queue_push_tail (&writer->jobs, job);
}

void
aufait_index_writer_put (AufaitIndexWriter *writer,
                         gint64 folder_id,
                         const AufaitIndexedFile *file,
                         AufaitFileContent *content)
{
  AufaitIndexedFile *copy = aufait_indexed_file_new (0, file->name);

  copy->identity = file->identity;
  copy->state = file->state;
  copy->basis = file->basis;
  if (content == NULL)
    content = aufait_file_content_new ();
  push_job (writer, aufait_index_writer_job_new (folder_id, copy, content));
}

void
aufait_index_writer_remove (AufaitIndexWriter *writer, gint64 folder_id, const char *name)
{
  push_job (writer,
            aufait_index_writer_job_new (folder_id, aufait_indexed_file_new (0, name), NULL));
}

/* Where in @ids it is; their number: it is not. */
static guint
find (const GArray *ids, gint64 id)
{
  guint i = 0;

  while (i < ids->len && g_array_index (ids, gint64, i) != id)
    i++;
  return i;
}

void
aufait_index_writer_remove_folder (AufaitIndexWriter *writer, gint64 folder_id)
{
  if (find (writer->leaving, folder_id) < writer->leaving->len)
    return;
  g_array_append_val (writer->leaving, folder_id);
  push_job (writer, aufait_index_writer_job_new (folder_id, NULL, NULL));
}

gboolean
aufait_index_writer_is_removing (const AufaitIndexWriter *writer, gint64 folder_id)
{
  return find (writer->leaving, folder_id) < writer->leaving->len ||
         find (writer->left, folder_id) < writer->left->len;
}

static void
pop_job (AufaitIndexWriter *writer)
{
  AufaitIndexWriterJob *job = g_queue_pop_head (&writer->jobs);

  writer->backlog -= aufait_index_writer_job_get_rows (job);
  aufait_index_writer_job_free (job);
}

/* --- the transaction ----------------------------------------------------------------------- */

/* What goes and was never there costs no transaction: most files that come and go at once. */
static gboolean
skip_idle (AufaitIndexWriter *writer, GError **error)
{
  AufaitDatabase *database = aufait_index_get_database (writer->index);
  gsize n_rows = 0;

  while (writer->jobs.length > 0) {
    const AufaitIndexWriterJob *job = g_queue_peek_head (&writer->jobs);

    if (aufait_index_writer_job_is_folder (job))
      return TRUE;
    if (!aufait_index_writer_job_weigh (job, database, &n_rows, error))
      return FALSE;
    if (n_rows > 0)
      return TRUE;
    pop_job (writer);
  }
  return TRUE;
}

static gboolean
weigh (AufaitIndexWriter *writer, guint n_rows, gboolean *ret_is_short, GError **error)
{
  AufaitDatabase *database = aufait_index_get_database (writer->index);
  gsize n_max = n_rows / SHORT_PART, n_all = 0;

  *ret_is_short = FALSE;
  if (writer->jobs.length > SHORT_JOBS)
    return TRUE;
  for (GList *l = writer->jobs.head; l != NULL && n_all <= n_max; l = l->next) {
    gsize n_of_job;

    if (aufait_index_writer_job_is_folder (l->data))
      return TRUE;
    if (!aufait_index_writer_job_weigh (l->data, database, &n_of_job, error))
      return FALSE;
    n_all += n_of_job;
  }
  *ret_is_short = n_all <= n_max;
  return TRUE;
}

static gboolean
begin (AufaitIndexWriter *writer, guint n_rows, GError **error)
{
  if (!weigh (writer, n_rows, &writer->is_short, error))
    return FALSE;
  writer->turn.database = aufait_index_begin_writing (writer->index, !writer->is_short, error);
  if (writer->turn.database == NULL)
    return FALSE;
  writer->turn.change = new_change ();
  return TRUE;
}

/* What is committed is to be linked, by the next start if the daemon ends before. */
static gboolean
commit (AufaitIndexWriter *writer, AufaitIndexWriterChange **ret_change, GError **error)
{
  if (!aufait_link_store_set_pending (writer->index, TRUE, error) ||
      !aufait_database_run (writer->turn.database, "COMMIT", error))
    return FALSE;
  writer->turn.database = NULL;
  writer->n_uncommitted = 0;
  g_array_set_size (writer->left, 0);
  *ret_change = g_steal_pointer (&writer->turn.change);
  return TRUE;
}

static void
roll_back (AufaitIndexWriter *writer)
{
  if (writer->turn.database != NULL && aufait_database_is_in_transaction (writer->turn.database))
    aufait_database_run (writer->turn.database, "ROLLBACK", NULL);
  writer->turn.database = NULL;
  writer->turn.next_id = 0;
  aufait_occurrence_buffer_clear (writer->turn.occurrences);
  writer->n_uncommitted = 0;
  writer->backlog = 0;
  g_array_set_size (writer->leaving, 0);
  g_array_set_size (writer->left, 0);
  g_clear_pointer (&writer->turn.change, aufait_index_writer_change_free);
  g_queue_clear_full (&writer->jobs, (GDestroyNotify) aufait_index_writer_job_free);
}

static gboolean
forget_folder (AufaitIndexWriter *writer, gint64 folder_id, GError **error)
{
  g_array_remove_index (writer->leaving, find (writer->leaving, folder_id));
  g_array_append_val (writer->left, folder_id);
  return aufait_index_writer_job_forget_folder (writer->turn.database, folder_id, error);
}

/* A folder goes file by file: each comes before it in the queue, until there is none. */
static gboolean
step_folder (AufaitIndexWriter *writer, gint64 folder_id, gboolean *ret_is_done, GError **error)
{
  g_autofree char *name = NULL;

  if (!aufait_index_writer_job_find_any (writer->turn.database, folder_id, &name, error))
    return FALSE;
  writer->turn.written++;
  *ret_is_done = name == NULL;
  if (name == NULL)
    return forget_folder (writer, folder_id, error);
  aufait_index_writer_remove (writer, folder_id, name);
  g_queue_push_head (&writer->jobs, g_queue_pop_tail (&writer->jobs));
  return TRUE;
}

/* A piece of the first job; it leaves the queue when it is done. */
static gboolean
step_job (AufaitIndexWriter *writer, GError **error)
{
  AufaitIndexWriterJob *job = g_queue_peek_head (&writer->jobs);
  gboolean is_done = FALSE;
  gboolean ok =
      aufait_index_writer_job_is_folder (job)
          ? step_folder (writer, aufait_index_writer_job_get_folder (job), &is_done, error)
          : aufait_index_writer_job_step (job, &writer->turn, &is_done, error);

  if (!ok)
    return FALSE;
  if (is_done)
    pop_job (writer);
  return TRUE;
}

/* Some of the occurrences. */
static gboolean
drain (AufaitIndexWriter *writer, guint n_rows, GError **error)
{
  guint count;

  if (!aufait_occurrence_buffer_drain (writer->turn.occurrences, writer->turn.database, n_rows,
                                       &count, error))
    return FALSE;
  writer->turn.written += count;
  return TRUE;
}

/* Whether the transaction can end, between two files, and should: half a file is not committed. */
static gboolean
should_commit (const AufaitIndexWriter *writer)
{
  const AufaitIndexWriterJob *job = g_queue_peek_head ((GQueue *) &writer->jobs);

  if (job == NULL)
    return TRUE;
  return !aufait_index_writer_job_has_begun (job) &&
         writer->n_uncommitted + writer->turn.written >= COMMIT_ROWS;
}

static gboolean
write_rows (AufaitIndexWriter *writer, guint n_rows, GError **error)
{
  AufaitOccurrenceBuffer *occurrences = writer->turn.occurrences;
  gboolean ok = TRUE;

  writer->turn.written = 0;
  while (ok && writer->turn.written < n_rows) {
    if (aufait_occurrence_buffer_is_draining (occurrences))
      ok = drain (writer, n_rows - (guint) writer->turn.written, error);
    else if (!should_commit (writer) && !aufait_occurrence_buffer_is_full (occurrences))
      ok = step_job (writer, error);
    else if (!aufait_occurrence_buffer_is_empty (occurrences))
      aufait_occurrence_buffer_begin (occurrences);
    else
      break;
  }
  writer->n_uncommitted += writer->turn.written;
  writer->turn.written = 0;
  return ok;
}

/* SQLite takes back a transaction by itself when the disk fails, be it somebody else's step within
 * it that failed: what is written then would stay, without what belongs to it. */
static gboolean
check_transaction (const AufaitIndexWriter *writer, GError **error)
{
  if (writer->turn.database == NULL || aufait_database_is_in_transaction (writer->turn.database))
    return TRUE;
  g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                       "The transaction was taken back");
  return FALSE;
}

/* A piece of the transaction, which begins or ends with it. */
static gboolean
step_within (AufaitIndexWriter *writer,
             guint n_rows,
             AufaitIndexWriterChange **ret_change,
             GError **error)
{
  if (!check_transaction (writer, error) ||
      (writer->turn.database == NULL && !begin (writer, n_rows, error)) ||
      !write_rows (writer, writer->is_short ? G_MAXUINT : n_rows, error))
    return FALSE;
  return !should_commit (writer) || !aufait_occurrence_buffer_is_empty (writer->turn.occurrences) ||
         commit (writer, ret_change, error);
}

gboolean
aufait_index_writer_step (AufaitIndexWriter *writer,
                          guint n_rows,
                          AufaitIndexWriterChange **ret_change,
                          GError **error)
{
  *ret_change = NULL;
  if ((writer->turn.database != NULL || skip_idle (writer, error)) &&
      (!aufait_index_writer_is_busy (writer) || step_within (writer, n_rows, ret_change, error)))
    return TRUE;
  roll_back (writer);
  return FALSE;
}

gboolean
aufait_index_writer_is_busy (const AufaitIndexWriter *writer)
{
  return writer->turn.database != NULL || writer->jobs.length > 0;
}

gsize
aufait_index_writer_get_backlog (const AufaitIndexWriter *writer)
{
  return writer->backlog;
}

AufaitIndexWriter *
aufait_index_writer_new (AufaitIndex *index)
{
  AufaitIndexWriter *writer = g_new0 (AufaitIndexWriter, 1);

  writer->index = index;
  writer->turn.occurrences = aufait_occurrence_buffer_new ();
  g_queue_init (&writer->jobs);
  writer->leaving = g_array_new (FALSE, FALSE, sizeof (gint64));
  writer->left = g_array_new (FALSE, FALSE, sizeof (gint64));
  return writer;
}

void
aufait_index_writer_free (AufaitIndexWriter *writer)
{
  if (writer == NULL)
    return;
  roll_back (writer);
  aufait_occurrence_buffer_free (writer->turn.occurrences);
  g_array_unref (writer->leaving);
  g_array_unref (writer->left);
  g_free (writer);
}
