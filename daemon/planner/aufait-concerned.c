/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-concerned.h"

#include "aufait-sentence.h"
#include "aufait-subject.h"
#include "aufait-text.h"

struct _AufaitConcerned {
  AufaitMeaning *meaning; /* NULL: the note is about one person */
};

AufaitConcerned *
aufait_concerned_new (const AufaitNote *note)
{
  AufaitConcerned *concerned = g_new0 (AufaitConcerned, 1);

  /* where 7/14 is read otherwise than it was, the moment is not found again, and is everyone's */
  if (note->people->len > 1 && note->meaning->moments->len > 0)
    concerned->meaning = aufait_sentence_read_note (note, FALSE);
  return concerned;
}

void
aufait_concerned_free (AufaitConcerned *concerned)
{
  g_clear_pointer (&concerned->meaning, aufait_meaning_free);
  g_free (concerned);
}

/* What was read anew of a moment that was kept; NULL: it was read otherwise then. */
static const AufaitMoment *
find_again (const AufaitConcerned *concerned, const AufaitMoment *moment)
{
  for (guint i = 0; i < concerned->meaning->moments->len; i++) {
    const AufaitMoment *again = g_ptr_array_index (concerned->meaning->moments, i);

    if (again->kind == moment->kind && again->first == moment->first && again->last == moment->last)
      return again;
  }
  return NULL;
}

gboolean
aufait_concerned_has (const AufaitConcerned *concerned,
                      const AufaitMoment *moment,
                      const AufaitRef *person)
{
  const AufaitMoment *again = concerned->meaning != NULL ? find_again (concerned, moment) : NULL;
  g_autofree char *name = NULL;

  if (again == NULL || again->subjects == NULL)
    return TRUE;
  name = aufait_text_fold (person->name);
  return aufait_subject_has ((const char *const *) again->subjects, name);
}
