/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-outdated.h"

#include "aufait-moment-rule.h"
#include "aufait-nudge-store.h"

/* The days on which @note has a moment of a kind. */
typedef struct {
  gboolean has_any;
  gboolean has_this; /* the one that is asked for */
} Told;

static Told
find_told (const AufaitNote *note, AufaitMomentKind kind, AufaitDay last)
{
  Told told = { FALSE, FALSE };

  for (guint i = 0; i < note->meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, i);

    if (moment->kind != kind)
      continue;
    told.has_any = TRUE;
    told.has_this |= moment->last == last;
  }
  return told;
}

/* "a eu son permis" answers how the test went; a note with a day of its own tells of another. What
 * was lost is not done with by being named. */
static void
judge (const AufaitNote *note, const AufaitNudgeRecord *record, GArray *done, GArray *expired)
{
  const AufaitMeaning *meaning = note->meaning;
  AufaitMomentKind kind;
  AufaitDay last;
  Told told;

  if (record->note_id == note->id || !aufait_moment_rule_read_key (record->key, &kind, &last) ||
      (meaning->named_kinds & 1u << kind) == 0 || kind == AUFAIT_MOMENT_LOSS)
    return;
  told = find_told (note, kind, last);
  if (last < note->on && !told.has_any)
    g_array_append_val (done, record->id);
  else if (last >= note->on && meaning->is_called_off && !told.has_any)
    g_array_append_val (expired, record->id);
  else if (last >= note->on && meaning->is_moved && told.has_any && !told.has_this)
    g_array_append_val (expired, record->id);
}

gboolean
aufait_outdated_find (
    AufaitMemory *memory, const AufaitNote *note, GArray *done, GArray *expired, GError **error)
{
  for (guint i = 0; i < note->people->len && note->meaning->named_kinds != 0; i++) {
    const AufaitRef *person = g_ptr_array_index (note->people, i);
    g_autoptr (GPtrArray) records = aufait_nudge_store_list_open_with (memory, person->id, error);

    if (records == NULL)
      return FALSE;
    for (guint r = 0; r < records->len; r++)
      judge (note, g_ptr_array_index (records, r), done, expired);
  }
  return TRUE;
}
