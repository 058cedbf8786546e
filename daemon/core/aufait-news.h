/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes are still worth coming back to. What was ahead when it was noted, and is over and
 * spoken about by now, is no way to begin. */
#pragma once

#include "aufait-values.h"

/* The last day of which @note tells: of its moments and of its promises. AUFAIT_DAY_NONE: it tells
 * of no day. */
AufaitDay aufait_news_get_last_day (const AufaitNote *note);

/* The newest of @notes (AufaitNote, the newest first) that one may begin a call with after a
 * silence: one that tells of what is ahead or goes on; or one of no day, and without a promise,
 * written since one was last in touch, on @last_contact, that is of them: not a number to dial, nor
 * a word on something or somebody else. Where there is none, one whose promise is open: its id is
 * among @owed (gint64; NULL: none is). NULL: neither. */
const AufaitNote *aufait_news_find_opener (const GPtrArray *notes,
                                           const GArray *owed,
                                           AufaitDay last_contact,
                                           AufaitDay today);

/* The newest of @notes that helps to send good wishes on @day: it tells what they like, which is a
 * present or a topic; or of what happens in their life, ahead or not long ago, that is no sorrow:
 * no death, no illness, no job that was lost. Else one whose promise is open, as above, and that
 * tells of no sorrow. NULL: none. */
const AufaitNote *aufait_news_find_for_wishes (const GPtrArray *notes,
                                               const GArray *owed,
                                               AufaitDay last_contact,
                                               AufaitDay day);

/* Whether all that @note tells of has been over for a month, and one has been in touch since, on
 * @last_contact. An impression is of its day: "seemed tired"; a fact of no day is never stale. */
gboolean aufait_news_is_stale (const AufaitNote *note, AufaitDay last_contact, AufaitDay today);
