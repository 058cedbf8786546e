/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom of its people each moment of a note concerns: "Paul told me Zoe is leaving on Friday" is
 * about both, and tells of Zoe's trip alone. */
#pragma once

#include "aufait-values.h"

typedef struct _AufaitConcerned AufaitConcerned;

/* Reads the words of @note again where it is about more than one. @note has to stay. */
AufaitConcerned *aufait_concerned_new (const AufaitNote *note);
void aufait_concerned_free (AufaitConcerned *concerned);

/* Whether @moment, one of the note's, concerns @person, one of its people. */
gboolean aufait_concerned_has (const AufaitConcerned *concerned,
                               const AufaitMoment *moment,
                               const AufaitRef *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitConcerned, aufait_concerned_free)
