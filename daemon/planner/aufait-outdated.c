/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-outdated.h"

#include "aufait-moment-rule.h"
#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-retraction.h"

typedef struct {
  AufaitMemory *memory;
  const AufaitNote *note;
  GArray *done;
  GArray *taken_back;
  GArray *perhaps; /* trips that are likely meant: they are, unless one is for sure */
  gboolean has_trip;
} Judgement;

static gboolean
tells_of (const AufaitMeaning *meaning, AufaitMomentKind kind)
{
  for (guint i = 0; i < meaning->moments->len; i++)
    if (((const AufaitMoment *) g_ptr_array_index (meaning->moments, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* Where the moment goes that the nudge of @record is about, as its note told; NULL: nowhere. */
static char *
dup_place (AufaitMemory *memory,
           const AufaitNudgeRecord *record,
           AufaitMomentKind kind,
           AufaitDay last)
{
  g_autoptr (AufaitNote) told =
      record->note_id != 0 ? aufait_note_store_get (memory, record->note_id, NULL) : NULL;

  for (guint i = 0; told != NULL && i < told->meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (told->meaning->moments, i);

    if (moment->kind == kind && moment->last == last)
      return g_strdup (moment->place);
  }
  return NULL;
}

static guint
get_changed_kinds (const AufaitMeaning *meaning)
{
  return meaning->moved_kinds | meaning->called_off_kinds;
}

static void
judge_change (Judgement *judgement,
              const AufaitNudgeRecord *record,
              AufaitMomentKind kind,
              AufaitDay last)
{
  g_autofree char *place = dup_place (judgement->memory, record, kind, last);
  AufaitRetraction retraction = aufait_retraction_of (judgement->note->meaning, kind, last, place);

  if (retraction == AUFAIT_RETRACTION_LIKELY)
    g_array_append_val (judgement->perhaps, record->id);
  if (retraction != AUFAIT_RETRACTION_SURE)
    return;
  g_array_append_val (judgement->taken_back, record->id);
  judgement->has_trip |= kind == AUFAIT_MOMENT_TRIP;
}

/* "a eu son permis" answers how the test went; a note with a day of its own tells of another. What
 * was lost is not done with by being named. */
static void
judge (Judgement *judgement, const AufaitNudgeRecord *record)
{
  const AufaitNote *note = judgement->note;
  AufaitMomentKind kind;
  AufaitDay last;

  if (record->note_id == note->id || !aufait_moment_rule_read_key (record->key, &kind, &last) ||
      kind == AUFAIT_MOMENT_LOSS)
    return;
  if (last >= note->on && (get_changed_kinds (note->meaning) & 1u << kind) != 0)
    judge_change (judgement, record, kind, last);
  else if (last < note->on && (note->meaning->named_kinds & 1u << kind) != 0 &&
           !tells_of (note->meaning, kind))
    g_array_append_val (judgement->done, record->id);
}

static gboolean
judge_person (Judgement *judgement, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) records =
      aufait_nudge_store_list_open_with (judgement->memory, person_id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    judge (judgement, g_ptr_array_index (records, i));
  return TRUE;
}

gboolean
aufait_outdated_find (
    AufaitMemory *memory, const AufaitNote *note, GArray *done, GArray *taken_back, GError **error)
{
  g_autoptr (GArray) perhaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  Judgement judgement = { memory, note, done, taken_back, perhaps, FALSE };

  if ((note->meaning->named_kinds | get_changed_kinds (note->meaning)) == 0)
    return TRUE;
  for (guint i = 0; i < note->people->len; i++)
    if (!judge_person (&judgement, ((const AufaitRef *) note->people->pdata[i])->id, error))
      return FALSE;
  if (!judgement.has_trip)
    g_array_append_vals (taken_back, perhaps->data, perhaps->len);
  return TRUE;
}
