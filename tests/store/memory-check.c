/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "memory-check.h"

#include "aufait-memory-private.h"
#include "aufait-search-index.h"

static gboolean
check_integrity (AufaitMemory *memory, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (aufait_memory_get_database (memory),
                                                               "PRAGMA integrity_check", error);

  if (statement == NULL)
    return FALSE;
  if (aufait_query_step (statement, &failure) &&
      g_str_equal (aufait_query_get_text (statement, 0), "ok"))
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED,
                         aufait_query_get_text (statement, 0));
  return FALSE;
}

/* Each query gives the number of things that do not agree. */
static gboolean
check_agreement (AufaitMemory *memory, GError **error)
{
  static const char *const queries[] = {
    "SELECT count(*) FROM pragma_foreign_key_check",
    "SELECT n <> (SELECT count(*) FROM person) FROM tally WHERE what = 'person'",
    "SELECT n <> (SELECT count(*) FROM note) FROM tally WHERE what = 'note'",
    "SELECT n > (SELECT min(sentence_version) FROM note) FROM tally WHERE what = 'reader'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    gint64 n_wrong;

    if (!aufait_database_ask (aufait_memory_get_database (memory), queries[i], &n_wrong, error))
      return FALSE;
    if (n_wrong != 0) {
      g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED, "%s: %d", queries[i],
                   (int) n_wrong);
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
memory_check (AufaitMemory *memory, GError **error)
{
  aufait_memory_prepare_search (memory);
  return check_integrity (memory, error) && check_agreement (memory, error) &&
         aufait_search_index_check (aufait_memory_get_database (memory), error);
}
