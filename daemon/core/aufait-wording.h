/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the daemon says: one reason, one thing to do, the note in the user's own words. The voice
 * is short, warm and plain; it guesses nobody's gender and asks for nothing twice. */
#pragma once

#include "aufait-spoken-day.h"
#include "aufait-values.h"

/* A moment is over, or goes on and is open: ask about it. @was_told_after: it was told once it had
 * begun. Sets @nudge's
 * title and action; the person must be set. */
void aufait_wording_return (AufaitNudge *nudge,
                            const AufaitMoment *moment,
                            gboolean was_told_after,
                            AufaitSpokenDay spoken);

/* Some time after a loss, when a month has passed; and when @day, its first anniversary, is near.
 * Nothing is asked. */
void aufait_wording_loss_month (AufaitNudge *nudge);
void aufait_wording_loss_year (AufaitNudge *nudge, AufaitDay day, AufaitSpokenDay spoken);

/* A moment is near: wish well. */
void aufait_wording_wish (AufaitNudge *nudge, const AufaitMoment *moment, AufaitSpokenDay spoken);

/* A promise of @note, to its people, of whom the nudge is about one. */
void aufait_wording_promise (AufaitNudge *nudge,
                             const AufaitPromise *promise,
                             const AufaitNote *note,
                             AufaitSpokenDay spoken);

/* What stands under the title of a notification: the action, and the evidence with its age. */
char *aufait_wording_dup_body (const AufaitNudge *nudge, AufaitDay today);
