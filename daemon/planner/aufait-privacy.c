/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-privacy.h"

#include "aufait-note-store.h"
#include "aufait-person-store.h"

static gboolean
add_person (AufaitMemory *memory, gint64 id, AufaitNudge *nudge, GError **error)
{
  g_autoptr (AufaitPerson) person = NULL;

  if (nudge->is_private)
    return TRUE;
  person = aufait_person_store_get (memory, id, error);
  nudge->is_private = person != NULL && person->is_private;
  return person != NULL;
}

static gboolean
add_note (AufaitMemory *memory, gint64 id, AufaitNudge *nudge, GError **error)
{
  g_autoptr (AufaitNote) note = NULL;

  if (id == 0 || nudge->is_private)
    return TRUE;
  note = aufait_note_store_get (memory, id, error);
  for (guint i = 0; note != NULL && i < note->people->len; i++)
    if (!add_person (memory, ((AufaitRef *) note->people->pdata[i])->id, nudge, error))
      return FALSE;
  return note != NULL;
}

gboolean
aufait_privacy_decide (AufaitMemory *memory, AufaitNudge *nudge, GError **error)
{
  nudge->is_private = FALSE;
  if (!add_person (memory, nudge->person->id, nudge, error))
    return FALSE;
  for (guint i = 0; nudge->others != NULL && i < nudge->others->len; i++)
    if (!add_person (memory, g_array_index (nudge->others, gint64, i), nudge, error))
      return FALSE;
  for (guint i = 0; i < nudge->why->len; i++)
    if (!add_note (memory, ((AufaitReason *) nudge->why->pdata[i])->note_id, nudge, error))
      return FALSE;
  return TRUE;
}
