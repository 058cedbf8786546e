/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a nudge about someone may speak of: who they are, what was noted last, when one last met. */
#pragma once

#include "aufait-directory.h"

typedef struct {
  AufaitPerson *person;
  GPtrArray *notes;    /* AufaitNote: the last ones, the newest first */
  AufaitContact *last; /* the last time that one was in touch; NULL: never, as far as is known */
} AufaitAcquaintance;

/* NULL and AUFAIT_MEMORY_ERROR_NOT_FOUND when there is nobody with that id. */
AufaitAcquaintance *aufait_acquaintance_new (AufaitDirectory *directory,
                                             gint64 person_id,
                                             GDateTime *now,
                                             GError **error);
void aufait_acquaintance_free (AufaitAcquaintance *acquaintance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitAcquaintance, aufait_acquaintance_free)
