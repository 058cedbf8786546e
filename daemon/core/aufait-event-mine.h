/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which e-mail addresses are the user's own, guessed from who attends the events of the user's own
 * calendars: nobody is in them as often. */
#pragma once

#include "aufait-event.h"

typedef struct _AufaitEventMine AufaitEventMine;

AufaitEventMine *aufait_event_mine_new (void);
void aufait_event_mine_free (AufaitEventMine *mine);

/* Counts an event of one of the user's own calendars. The occurrences of one uid count once in each
 * calendar; events with fewer than two addresses say nothing. */
void aufait_event_mine_add (AufaitEventMine *mine, const AufaitEvent *event);

/* The addresses, folded, in the order of the alphabet; empty when the events do not tell. In each
 * calendar it is the one that attends the most events, if those are at least four and more than
 * half; of several that attend as many the one that another calendar tells, or none: a couple's
 * calendar knows no "I". To be freed with g_strfreev(). */
GStrv aufait_event_mine_list (const AufaitEventMine *mine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitEventMine, aufait_event_mine_free)
