/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events have which words: the numbers of aufait-event-words.h. Written when an event is
 * linked for the first time (aufait-link-store.h), and gone with the event. */
#pragma once

#include "aufait-index.h"

/* Whether it was said which words the event has. */
gboolean
aufait_mention_store_has (AufaitIndex *index, gint64 event_id, gboolean *ret_has, GError **error);

/* The event has these words (guint32), each once; to be said once. Within the transaction of
 * aufait_link_store_begin. */
gboolean
aufait_mention_store_add (AufaitIndex *index, gint64 event_id, const GArray *words, GError **error);

/* Appends to @ids the ids (gint64), ascending, of the events that have both words; one and the same
 * twice: that have it. */
gboolean aufait_mention_store_list (
    AufaitIndex *index, guint32 word, guint32 other, GArray *ids, GError **error);
