/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index-writer-job.h"

#include "aufait-card-store-private.h"
#include "aufait-event-store-private.h"
#include "aufait-index-private.h"

/* What a row of a file costs beside those of its content. */
#define FILE_ROWS 4

/* So many attendees of an event cost as much as the event: crowds are written in small turns. */
#define ATTENDEES_A_ROW 4

/* In the order in which a file is replaced. */
typedef enum {
  PHASE_FIND,
  PHASE_REMOVE_CARDS,
  PHASE_REMOVE_EVENTS,
  PHASE_REMOVE_REST,
  PHASE_ADD_CARDS,
  PHASE_ADD_EVENTS,
  PHASE_ADD_REST,
  PHASE_DONE,
} Phase;

struct _AufaitIndexWriterJob {
  gint64 folder_id;
  AufaitIndexedFile *file;
  gboolean is_removal;
  AufaitFileContent *content;
  gsize n_rows;
  Phase phase;
  gint64 id;  /* of the file, once it was found */
  guint next; /* the card or event to add */
};

void
aufait_index_writer_job_free (AufaitIndexWriterJob *job)
{
  if (job == NULL)
    return;
  aufait_indexed_file_free (job->file);
  aufait_file_content_free (job->content);
  g_free (job);
}

static gsize
count_rows (const AufaitFileContent *content)
{
  gsize n_rows = FILE_ROWS;

  if (content == NULL)
    return n_rows;
  n_rows += content->cards->len + content->series->len + content->problems->len;
  for (guint i = 0; i < content->series->len; i++)
    n_rows += ((AufaitFileContentSeries *) content->series->pdata[i])->times->len / 2;
  return n_rows;
}

/* --- statements ---------------------------------------------------------------------------- */

static gboolean
run_with (AufaitDatabase *database, const char *sql, gint64 value, gint64 other, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, value);
  if (other != 0)
    aufait_query_bind_int (statement, 2, other);
  return aufait_query_run (statement, error);
}

/* The id of the file; 0 when it is not known. */
static gboolean
find_file (AufaitDatabase *database,
           const AufaitIndexWriterJob *job,
           gint64 *ret_id,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT id FROM file WHERE folder_id = ?1 AND name = ?2", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, job->folder_id);
  aufait_query_bind_text (statement, 2, job->file->name);
  *ret_id = aufait_query_step (statement, &failure) ? aufait_query_get_int (statement, 0) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
take_id (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  if (turn->next_id == 0) {
    gint64 last;

    if (!aufait_database_ask (turn->database, "SELECT max (id) FROM file", &last, error))
      return FALSE;
    turn->next_id = last + 1;
  }
  job->id = turn->next_id++;
  return TRUE;
}

static gint64
get_print (const AufaitIndexedFile *file)
{
  return file->state != AUFAIT_INDEXED_FILE_CLOSED
             ? aufait_indexed_file_get_print (file->name, &file->identity, file->basis)
             : 0;
}

static gboolean
add_file (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  const AufaitIndexedFile *file = job->file;
  const gint64 values[] = {
    job->id,
    (gint64) file->identity.device,
    (gint64) file->identity.inode,
    file->identity.mtime,
    file->identity.size,
    file->state,
    file->basis,
    job->content->n_items,
    job->content->problems->len,
    get_print (file),
  };
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      turn->database,
      "INSERT INTO file (folder_id, name, id, device, inode, mtime, size, state, basis_id, n_items,"
      " n_problems, print) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, job->folder_id);
  aufait_query_bind_text (statement, 2, file->name);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    aufait_query_bind_int (statement, (int) i + 3, values[i]);
  return aufait_query_run (statement, error);
}

static gboolean
add_problems (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  const GPtrArray *problems = job->content->problems;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      turn->database, "INSERT INTO problem (id, text) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < problems->len; i++) {
    aufait_query_bind_int (statement, 1, (job->id << AUFAIT_INDEX_ITEM_BITS) + i);
    aufait_query_bind_text (statement, 2, problems->pdata[i]);
    if (!aufait_query_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

/* --- the phases: each does one piece, and says when it is over ------------------------------ */

typedef gboolean (*PhaseFunc) (AufaitIndexWriterJobTurn *turn,
                               AufaitIndexWriterJob *job,
                               GError **error);

static gboolean
find (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  if (!find_file (turn->database, job, &job->id, error))
    return FALSE;
  if (job->id != 0) {
    job->phase++;
    return TRUE;
  }
  job->phase = job->is_removal ? PHASE_DONE : PHASE_ADD_CARDS;
  return job->is_removal || take_id (turn, job, error);
}

static gboolean
remove_cards (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  gint64 first = job->id << AUFAIT_INDEX_ITEM_BITS, id;

  if (!aufait_card_store_remove_first (turn->database, first, first + AUFAIT_INDEX_ITEMS_MAX, &id,
                                       error))
    return FALSE;
  turn->change->has_cards |= id != 0;
  job->phase += id == 0;
  turn->written += id != 0;
  return TRUE;
}

static gboolean
remove_events (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  gint64 first = job->id << AUFAIT_INDEX_ITEM_BITS, id;

  if (aufait_occurrence_buffer_has_file (turn->occurrences, job->id)) {
    aufait_occurrence_buffer_begin (turn->occurrences);
    return TRUE;
  }
  if (!aufait_event_store_remove_first (turn->database, first, first + AUFAIT_INDEX_ITEMS_MAX, &id,
                                        error))
    return FALSE;
  turn->change->has_events |= id != 0;
  job->phase += id == 0;
  turn->written += id != 0 ? 10 : 0;
  return TRUE;
}

static gboolean
remove_rest (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  gint64 first = job->id << AUFAIT_INDEX_ITEM_BITS;

  job->phase = job->is_removal ? PHASE_DONE : PHASE_ADD_CARDS;
  if (job->is_removal)
    g_array_append_val (turn->change->file_ids, job->id);
  turn->written += FILE_ROWS;
  return run_with (turn->database, "DELETE FROM problem WHERE id >= ?1 AND id < ?2", first,
                   first + AUFAIT_INDEX_ITEMS_MAX, error) &&
         run_with (turn->database, "DELETE FROM file WHERE id = ?1", job->id, 0, error);
}

static gboolean
add_cards (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  const GPtrArray *cards = job->content->cards;

  if (job->next == MIN (cards->len, AUFAIT_INDEX_ITEMS_MAX)) {
    job->next = 0;
    job->phase++;
    return TRUE;
  }
  turn->change->has_cards = TRUE;
  turn->written++;
  if (!aufait_card_store_add (turn->database, (job->id << AUFAIT_INDEX_ITEM_BITS) + job->next,
                              cards->pdata[job->next], error))
    return FALSE;
  job->next++;
  return TRUE;
}

static gboolean
add_events (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  const GPtrArray *all = job->content->series;
  gint64 id = (job->id << AUFAIT_INDEX_ITEM_BITS) + job->next;
  const AufaitFileContentSeries *series;

  if (job->next == MIN (all->len, AUFAIT_INDEX_ITEMS_MAX)) {
    job->phase++;
    return TRUE;
  }
  turn->change->has_events = TRUE;
  series = all->pdata[job->next];
  turn->written += 1 + series->event->attendees->len / ATTENDEES_A_ROW;
  if (!aufait_event_store_add (turn->database, id, series, error))
    return FALSE;
  aufait_occurrence_buffer_add (turn->occurrences, job->id, id, series);
  job->next++;
  return TRUE;
}

static gboolean
add_rest (AufaitIndexWriterJobTurn *turn, AufaitIndexWriterJob *job, GError **error)
{
  job->phase++;
  turn->written += FILE_ROWS;
  g_array_append_val (turn->change->file_ids, job->id);
  return add_problems (turn, job, error) && add_file (turn, job, error);
}

static const PhaseFunc phases[PHASE_DONE] = {
  [PHASE_FIND] = find,
  [PHASE_REMOVE_CARDS] = remove_cards,
  [PHASE_REMOVE_EVENTS] = remove_events,
  [PHASE_REMOVE_REST] = remove_rest,
  [PHASE_ADD_CARDS] = add_cards,
  [PHASE_ADD_EVENTS] = add_events,
  [PHASE_ADD_REST] = add_rest,
};

/* --- folders ------------------------------------------------------------------------------- */

gboolean
aufait_index_writer_job_find_any (AufaitDatabase *database,
                                  gint64 folder_id,
                                  char **ret_name,
                                  GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database, "SELECT name FROM file WHERE folder_id = ?1 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, folder_id);
  *ret_name = aufait_query_step (statement, &failure)
                  ? g_strdup (aufait_query_get_text (statement, 0))
                  : NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
aufait_index_writer_job_forget_folder (AufaitDatabase *database, gint64 folder_id, GError **error)
{
  return run_with (database, "DELETE FROM folder WHERE id = ?1", folder_id, 0, error);
}

/* --- the job ------------------------------------------------------------------------------- */

AufaitIndexWriterJob *
aufait_index_writer_job_new (gint64 folder_id, AufaitIndexedFile *file, AufaitFileContent *content)
{
  AufaitIndexWriterJob *job = g_new0 (AufaitIndexWriterJob, 1);

  job->folder_id = folder_id;
  job->file = file;
  job->content = content;
  job->is_removal = content == NULL;
  job->n_rows = count_rows (content);
  return job;
}

/* What the file has now, as it counts when it is removed; of much not all is looked at. */
static gboolean
count_removed (AufaitDatabase *database, gint64 id, gsize *ret_rows, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT (SELECT count (*) FROM (SELECT 1 FROM card WHERE id >= ?1 AND id < ?2 LIMIT 1000))"
      " + (SELECT ifnull (sum (10 + length (times) / 16), 0)"
      " FROM (SELECT times FROM event WHERE id >= ?1 AND id < ?2 LIMIT 100))",
      error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id << AUFAIT_INDEX_ITEM_BITS);
  aufait_query_bind_int (statement, 2, (id << AUFAIT_INDEX_ITEM_BITS) + AUFAIT_INDEX_ITEMS_MAX);
  *ret_rows = FILE_ROWS;
  if (aufait_query_step (statement, &failure))
    *ret_rows += (gsize) aufait_query_get_int (statement, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
aufait_index_writer_job_weigh (const AufaitIndexWriterJob *job,
                               AufaitDatabase *database,
                               gsize *ret_rows,
                               GError **error)
{
  gsize n_removed = 0;
  gint64 id;

  if (!find_file (database, job, &id, error) ||
      (id != 0 && !count_removed (database, id, &n_removed, error)))
    return FALSE;
  *ret_rows = n_removed + (job->is_removal ? 0 : job->n_rows);
  return TRUE;
}

gsize
aufait_index_writer_job_get_rows (const AufaitIndexWriterJob *job)
{
  return job->n_rows;
}

gint64
aufait_index_writer_job_get_folder (const AufaitIndexWriterJob *job)
{
  return job->folder_id;
}

gboolean
aufait_index_writer_job_is_folder (const AufaitIndexWriterJob *job)
{
  return job->file == NULL;
}

gboolean
aufait_index_writer_job_has_begun (const AufaitIndexWriterJob *job)
{
  return job->phase != PHASE_FIND;
}

gboolean
aufait_index_writer_job_step (AufaitIndexWriterJob *job,
                              AufaitIndexWriterJobTurn *turn,
                              gboolean *ret_is_done,
                              GError **error)
{
  if (!phases[job->phase](turn, job, error))
    return FALSE;
  *ret_is_done = job->phase == PHASE_DONE;
  return TRUE;
}
