/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-outdated.h"

#include "aufait-moment-rule.h"
#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-text.h"

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

/* What is put off without a new day is no more to come than what is called off. */
static gboolean
is_changed (const AufaitMeaning *meaning, AufaitMomentKind kind, Told told)
{
  return ((meaning->called_off_kinds & 1u << kind) != 0 && !told.has_any) ||
         ((meaning->moved_kinds & 1u << kind) != 0 && !told.has_this);
}

/* Whether the trip that is taken back may be that of the nudge: it goes to the same place, or one
 * of the two does not say where. */
static gboolean
goes_there (AufaitMemory *memory,
            const AufaitMeaning *meaning,
            const AufaitNudgeRecord *record,
            AufaitMomentKind kind,
            AufaitDay last)
{
  g_autoptr (AufaitNote) told = NULL;
  g_autofree char *place = NULL;

  if (kind != AUFAIT_MOMENT_TRIP || meaning->changed_place == NULL || record->note_id == 0)
    return TRUE;
  told = aufait_note_store_get (memory, record->note_id, NULL);
  place = aufait_text_fold (meaning->changed_place);
  for (guint i = 0; told != NULL && i < told->meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (told->meaning->moments, i);
    g_autofree char *other = moment->place != NULL ? aufait_text_fold (moment->place) : NULL;

    if (moment->kind == kind && moment->last == last)
      return other == NULL || g_str_equal (other, place);
  }
  return TRUE;
}

static guint
get_kinds (const AufaitMeaning *meaning)
{
  return meaning->named_kinds | meaning->moved_kinds | meaning->called_off_kinds;
}

/* "a eu son permis" answers how the test went; a note with a day of its own tells of another. What
 * was lost is not done with by being named. */
static void
judge (AufaitMemory *memory,
       const AufaitNote *note,
       const AufaitNudgeRecord *record,
       GArray *done,
       GArray *expired)
{
  const AufaitMeaning *meaning = note->meaning;
  AufaitMomentKind kind;
  AufaitDay last;
  Told told;

  if (record->note_id == note->id || !aufait_moment_rule_read_key (record->key, &kind, &last) ||
      (get_kinds (meaning) & 1u << kind) == 0 || kind == AUFAIT_MOMENT_LOSS)
    return;
  told = find_told (note, kind, last);
  if (last < note->on) {
    if (!told.has_any && (meaning->named_kinds & 1u << kind) != 0)
      g_array_append_val (done, record->id);
  } else if (is_changed (meaning, kind, told) && goes_there (memory, meaning, record, kind, last)) {
    g_array_append_val (expired, record->id);
  }
}

gboolean
aufait_outdated_find (
    AufaitMemory *memory, const AufaitNote *note, GArray *done, GArray *expired, GError **error)
{
  for (guint i = 0; i < note->people->len && get_kinds (note->meaning) != 0; i++) {
    const AufaitRef *person = g_ptr_array_index (note->people, i);
    g_autoptr (GPtrArray) records = aufait_nudge_store_list_open_with (memory, person->id, error);

    if (records == NULL)
      return FALSE;
    for (guint r = 0; r < records->len; r++)
      judge (memory, note, g_ptr_array_index (records, r), done, expired);
  }
  return TRUE;
}
