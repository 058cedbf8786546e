/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-discretion.h"

#include <glib/gi18n-lib.h>

static AufaitReason *
copy_reason (const AufaitReason *reason)
{
  AufaitReason *copy = aufait_reason_new (reason->text, reason->on, reason->note_id);

  copy->event = g_strdup (reason->event);
  copy->is_said = reason->is_said;
  return copy;
}

static void
copy_text (AufaitNudge *copy, const AufaitNudge *nudge)
{
  copy->title = g_strdup (nudge->title);
  copy->action = g_strdup (nudge->action);
  for (guint i = 0; nudge->why != NULL && i < nudge->why->len; i++)
    g_ptr_array_add (copy->why, copy_reason (g_ptr_array_index (nudge->why, i)));
}

AufaitNudge *
aufait_discretion_dup_nudge (const AufaitNudge *nudge)
{
  /* The key of a nudge may hold words of its note. */
  AufaitNudge *copy = aufait_nudge_new (nudge->kind, nudge->is_private ? "" : nudge->key);

  copy->id = nudge->id;
  copy->at = nudge->at != NULL ? g_date_time_ref (nudge->at) : NULL;
  copy->state = nudge->state;
  copy->is_private = nudge->is_private;
  if (nudge->person != NULL)
    copy->person = aufait_ref_new (nudge->person->id, nudge->is_private ? "" : nudge->person->name);
  if (nudge->is_private)
    copy->title = g_strdup (_ ("A nudge is waiting"));
  else
    copy_text (copy, nudge);
  if (!nudge->is_private)
    copy->picture = g_strdup (nudge->picture);
  return copy;
}

char *
aufait_discretion_dup_body (const AufaitNudge *nudge, const char *body)
{
  return g_strdup (nudge->is_private || body == NULL ? "" : body);
}
