/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new note makes needless of what was to be said: the question that it answers, the day that
 * is another now, the moment that will not be. */
#pragma once

#include "aufait-memory.h"
#include "aufait-values.h"

/* Appends the ids (gint64) of the open nudges on moments that @note, just read and kept, makes
 * needless, to @done: it tells of what is over; and to @taken_back: of what has moved or is called
 * off. Of trips, those that may be meant are taken back when none is for sure. */
gboolean aufait_outdated_find (
    AufaitMemory *memory, const AufaitNote *note, GArray *done, GArray *taken_back, GError **error);
