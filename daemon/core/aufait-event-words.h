/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what an event may name someone: its words, and the addresses in it. Where a person is called
 * otherwise than before, only events that have one of their words can be about others than before
 * (aufait-name-traces.h). As numbers: two words may have the same, which costs a look too many. */
#pragma once

#include "aufait-event.h"

/* The numbers (guint32) of the words and addresses by which aufait_event_people_find may find
 * people in @event, each once, in ascending order. */
GArray *aufait_event_words_list (const AufaitEvent *event);

/* The number of a folded word, of a folded address, or of "@" and the digits of an id. The same on
 * every machine and in every version. */
guint32 aufait_event_words_hash (const char *word);
