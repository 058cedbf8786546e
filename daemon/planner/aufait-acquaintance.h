/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a nudge about someone may speak of: who they are, what was noted last, when one last met,
 * what one wanted to do when one sees them, and what the relation is. */
#pragma once

#include "aufait-directory.h"
#include "aufait-tie.h"

typedef struct {
  AufaitPerson *person;
  GPtrArray *notes;     /* AufaitNote: the last ones, the newest first */
  GPtrArray *next_time; /* AufaitReason: what is to be done when one sees them, in the order in
                         * which it was noted */
  GArray *owed;         /* gint64: ids of notes with another promise that is open */
  gboolean is_me;       /* the user, by an address of theirs that nobody else has */
  AufaitContact *last;  /* the last time that one was in touch; NULL: never, as far as is known */
  AufaitTie tie;        /* as it is today, with @last */
  AufaitDay meets_on;   /* a meeting within the next days; AUFAIT_DAY_NONE: there is none */
  int period_days;      /* how often they are to be asked after, in days; 0: never */
  AufaitDay checkin_on; /* when next, AUFAIT_DAY_NONE where @period_days is 0 */
} AufaitAcquaintance;

/* NULL and AUFAIT_MEMORY_ERROR_NOT_FOUND when there is nobody with that id. */
AufaitAcquaintance *aufait_acquaintance_new (AufaitDirectory *directory,
                                             gint64 person_id,
                                             GDateTime *now,
                                             GError **error);
void aufait_acquaintance_free (AufaitAcquaintance *acquaintance);

/* Whether nothing but a card is known of them: never spoken of, never seen, in no circle. */
gboolean aufait_acquaintance_is_stranger (const AufaitAcquaintance *acquaintance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitAcquaintance, aufait_acquaintance_free)
