/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-outcome.h"

#include "aufait-reading.h"

static gboolean
has_outcome (AufaitMomentKind kind)
{
  return kind == AUFAIT_MOMENT_EXAM || kind == AUFAIT_MOMENT_INTERVIEW ||
         kind == AUFAIT_MOMENT_COMPETITION;
}

gboolean
aufait_outcome_is_told (const AufaitNote *note, const AufaitMoment *moment)
{
  g_autoptr (AufaitReading) reading = NULL;

  if (!has_outcome (moment->kind) || moment->last > note->on)
    return FALSE;
  reading = aufait_reading_new (note->text, aufait_lexicon_get ());
  for (guint i = 0; i < aufait_reading_get_length (reading); i++)
    if (aufait_reading_find (reading, i, AUFAIT_WORD_OUTCOME) != NULL)
      return TRUE;
  return FALSE;
}
