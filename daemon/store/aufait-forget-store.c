/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-forget-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "aufait-memory-private.h"
#include "aufait-search-index.h"

/* Notes in which ?1 is, and nobody else. */
#define OWN_NOTES                                                                                  \
  "SELECT note_id FROM note_person AS own WHERE person_id = ?1 AND NOT EXISTS"                     \
  " (SELECT 1 FROM note_person WHERE note_id = own.note_id AND person_id <> ?1)"

#define OWN_CONTACTS                                                                               \
  "SELECT contact_id FROM contact_person AS own WHERE person_id = ?1 AND NOT EXISTS"               \
  " (SELECT 1 FROM contact_person WHERE contact_id = own.contact_id AND person_id <> ?1)"

/* As known from cards alone. */
#define BARE                                                                                       \
  "UPDATE person SET birthday = NULL, circle = NULL, cadence_days = 0, cadence_on = 0,"            \
  " hours = NULL, is_of_cards = 1 WHERE id = ?1"

static gboolean
run_with_id (AufaitDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, id);
  return aufait_query_run (statement, error);
}

/* What a note owns, its nudges too, goes with its row. */
gboolean
aufait_forget_store_note (AufaitMemory *memory, gint64 note_id, GError **error)
{
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database == NULL || !aufait_search_index_remove (database, note_id, error) ||
      !run_with_id (database, "DELETE FROM note WHERE id = ?1", note_id, error))
    return FALSE;
  if (aufait_database_get_changes (database) > 0)
    return TRUE;
  g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND,
               _ ("There is no note with the number %" PRId64 "."), note_id);
  return FALSE;
}

static gboolean
forget_own_notes (AufaitMemory *memory, gint64 person_id, GError **error)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (memory), OWN_NOTES, error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  ids = aufait_query_list_ids (statement, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    if (!aufait_forget_store_note (memory, g_array_index (ids, gint64, i), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_forget_store_person (AufaitMemory *memory,
                            gint64 person_id,
                            gboolean has_card,
                            GError **error)
{
  static const char *const of_others[] = {
    "DELETE FROM note_person WHERE person_id = ?1",
    "DELETE FROM contact WHERE id IN (" OWN_CONTACTS ")",
    "DELETE FROM contact_person WHERE person_id = ?1",
  };
  /* What cards and calendars told, and how it was answered, is theirs. */
  static const char *const of_card[] = {
    "DELETE FROM nudge WHERE person_id = ?1 AND note_id IS NOT NULL",
    "DELETE FROM person_detail WHERE person_id = ?1",
    "DELETE FROM untaught WHERE person_id = ?1",
    "DELETE FROM passed_over WHERE person_id = ?1",
    BARE,
  };
  AufaitDatabase *database = aufait_memory_get_writable (memory, error);

  if (database == NULL || !forget_own_notes (memory, person_id, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (of_others); i++) {
    if (!run_with_id (database, of_others[i], person_id, error))
      return FALSE;
  }
  if (!has_card)
    return run_with_id (database, "DELETE FROM nudge WHERE person_id = ?1", person_id, error) &&
           run_with_id (database, "DELETE FROM person WHERE id = ?1", person_id, error);
  for (gsize i = 0; i < G_N_ELEMENTS (of_card); i++) {
    if (!run_with_id (database, of_card[i], person_id, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_forget_store_count_notes (AufaitMemory *memory,
                                 gint64 person_id,
                                 gint64 *ret_notes,
                                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      aufait_memory_get_database (memory), "SELECT count(*) FROM (" OWN_NOTES ")", error);

  if (statement == NULL)
    return FALSE;
  aufait_query_bind_int (statement, 1, person_id);
  if (aufait_query_step (statement, &failure))
    *ret_notes = aufait_query_get_int (statement, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
