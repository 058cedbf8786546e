/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-outdated.h"

#include "aufait-kin.h"
#include "aufait-moment-rule.h"
#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-retraction.h"
#include "aufait-subject.h"
#include "aufait-text.h"

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

/* The moment that the nudge of @record is about, as its note told; NULL: no note did. */
static AufaitMoment *
take_moment (AufaitMemory *memory,
             const AufaitNudgeRecord *record,
             AufaitMomentKind kind,
             AufaitDay last)
{
  g_autoptr (AufaitNote) told =
      record->note_id != 0 ? aufait_note_store_get (memory, record->note_id, NULL) : NULL;

  for (guint i = 0; told != NULL && i < told->meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (told->meaning->moments, i);

    if (moment->kind == kind && moment->last == last)
      return g_ptr_array_steal_index (told->meaning->moments, i);
  }
  return NULL;
}

/* Whether the note speaks of the moment of the nudge: not "her sister is pregnant" of her own baby,
 * nor "Paul says Zoe has passed her test" of Paul's. */
static gboolean
speaks_of (const Judgement *judgement,
           const AufaitRef *person,
           const AufaitNudgeRecord *record,
           AufaitMomentKind kind,
           AufaitDay last)
{
  const GPtrArray *namings = judgement->note->meaning->namings;
  g_autoptr (AufaitMoment) moment = take_moment (judgement->memory, record, kind, last);
  gboolean is_of_relative = moment != NULL && moment->whose != NULL; /* "Tom (cat)" */
  g_autofree char *name = aufait_text_fold (person->name);

  for (guint i = 0; i < namings->len; i++) {
    const AufaitNaming *naming = g_ptr_array_index (namings, i);

    if (naming->kind == kind && aufait_subject_has ((const char *const *) naming->subjects, name) &&
        (!naming->is_anothers || is_of_relative))
      return TRUE;
  }
  return FALSE;
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
  g_autoptr (AufaitMoment) moment = take_moment (judgement->memory, record, kind, last);
  AufaitRetraction retraction = aufait_retraction_of (judgement->note->meaning, kind, last,
                                                      moment != NULL ? moment->place : NULL);

  if (retraction == AUFAIT_RETRACTION_LIKELY)
    g_array_append_val (judgement->perhaps, record->id);
  if (retraction != AUFAIT_RETRACTION_SURE)
    return;
  g_array_append_val (judgement->taken_back, record->id);
  judgement->has_trip |= kind == AUFAIT_MOMENT_TRIP;
}

/* Whether the note tells of the death of somebody whose illness the nudge is about: nobody asks how
 * a treatment goes of one who did not live to see it. */
static gboolean
ends_illness (const Judgement *judgement, const AufaitNudgeRecord *record)
{
  g_autoptr (AufaitNote) told = NULL;

  if (record->note_id == 0 || !tells_of (judgement->note->meaning, AUFAIT_MOMENT_LOSS))
    return FALSE;
  told = aufait_note_store_get (judgement->memory, record->note_id, NULL);
  return told != NULL && aufait_kin_is_shared (told->text, judgement->note->text);
}

/* "a eu son permis" answers how the test went; a note with a day of its own tells of another. What
 * was lost is not done with by being named. */
static void
judge (Judgement *judgement, const AufaitRef *person, const AufaitNudgeRecord *record)
{
  const AufaitNote *note = judgement->note;
  AufaitMomentKind kind;
  AufaitDay last;

  if (record->note_id == note->id || !aufait_moment_rule_read_key (record->key, &kind, &last) ||
      kind == AUFAIT_MOMENT_LOSS)
    return;
  if (kind == AUFAIT_MOMENT_HEALTH && ends_illness (judgement, record)) {
    g_array_append_val (judgement->taken_back, record->id);
    return;
  }
  if (last >= note->on && (get_changed_kinds (note->meaning) & 1u << kind) != 0)
    judge_change (judgement, record, kind, last);
  else if (last < note->on && !tells_of (note->meaning, kind) &&
           (note->meaning->named_kinds & 1u << kind) != 0 &&
           speaks_of (judgement, person, record, kind, last))
    g_array_append_val (judgement->done, record->id);
}

static gboolean
judge_person (Judgement *judgement, const AufaitRef *person, GError **error)
{
  g_autoptr (GPtrArray) records =
      aufait_nudge_store_list_open_with (judgement->memory, person->id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    judge (judgement, person, g_ptr_array_index (records, i));
  return TRUE;
}

gboolean
aufait_outdated_find (
    AufaitMemory *memory, const AufaitNote *note, GArray *done, GArray *taken_back, GError **error)
{
  g_autoptr (GArray) perhaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  Judgement judgement = { memory, note, done, taken_back, perhaps, FALSE };

  if ((note->meaning->named_kinds | get_changed_kinds (note->meaning)) == 0 &&
      !tells_of (note->meaning, AUFAIT_MOMENT_LOSS))
    return TRUE;
  for (guint i = 0; i < note->people->len; i++)
    if (!judge_person (&judgement, g_ptr_array_index (note->people, i), error))
      return FALSE;
  if (!judgement.has_trip)
    g_array_append_vals (taken_back, perhaps->data, perhaps->len);
  return TRUE;
}
