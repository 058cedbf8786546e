/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rider.h"

#include <string.h>

#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-promised.h"

/* The kind of AUFAIT_RULE_PROMISE; rules are above. */
#define PROMISE "promise"

/* Which promise of its note a record is of: its key ends with the number. */
static const AufaitPromise *
find_promise (const AufaitNote *note, const AufaitNudgeRecord *record)
{
  const char *end = strrchr (record->key, ':');
  guint64 n = end != NULL ? g_ascii_strtoull (end + 1, NULL, 10) : G_MAXUINT64;

  return n < note->meaning->promises->len ? note->meaning->promises->pdata[n] : NULL;
}

static gboolean
add_rider (AufaitMemory *memory,
           const AufaitNudgeRecord *record,
           GPtrArray *riders,
           GArray *owed,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitNote) note = aufait_note_store_get (memory, record->note_id, &failure);
  const AufaitPromise *promise = note != NULL ? find_promise (note, record) : NULL;

  if (note == NULL &&
      !g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (promise != NULL && promise->is_next_time) {
    const char *what = aufait_promised_skip_names (promise->what, note->people);
    AufaitReason *reason = aufait_reason_new (what, note->on, note->id);

    reason->is_said = TRUE;
    g_ptr_array_add (riders, reason);
  } else if (promise != NULL) {
    g_array_append_val (owed, note->id);
  }
  return TRUE;
}

GPtrArray *
aufait_rider_list (AufaitMemory *memory, gint64 person_id, GArray *owed, GError **error)
{
  g_autoptr (GPtrArray) riders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_reason_free);
  g_autoptr (GPtrArray) records = aufait_nudge_store_list_open_with (memory, person_id, error);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);

    if (record->note_id != 0 && g_str_equal (record->kind, PROMISE) &&
        !add_rider (memory, record, riders, owed, error))
      return NULL;
  }
  return g_steal_pointer (&riders);
}
