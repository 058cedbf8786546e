/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes in the memory, with their people and with what their words were understood to mean. The
 * meaning is kept beside the words only to be found by day; it can be read again at any time. */
#pragma once

#include "aufait-memory.h"

/* Adds @note with its people and meaning, and sets its id. @sentence_version is the version of the
 * reader that made the meaning. */
gboolean aufait_note_store_add (AufaitMemory *memory,
                                AufaitNote *note,
                                int sentence_version,
                                GError **error);

AufaitNote *aufait_note_store_get (AufaitMemory *memory, gint64 id, GError **error);

/* The newest notes about a person, at most @max, the newest first. */
GPtrArray *
aufait_note_store_list_about (AufaitMemory *memory, gint64 person_id, guint max, GError **error);

/* The notes from @day on, at most @max, the newest first. */
GPtrArray *
aufait_note_store_list_since (AufaitMemory *memory, AufaitDay day, guint max, GError **error);

/* Notes with every word of @words, whole or as the beginning of a word, the newest first, at most
 * @max. Case and accents do not matter. Any text is a valid query; one without words finds none. */
GPtrArray *
aufait_note_store_find (AufaitMemory *memory, const char *words, guint max, GError **error);

/* Notes with a moment or a promise whose last day (of a promise: its day) lies in [first, last],
 * each once, complete, by that day. By index: the cost is that of the rows returned. */
GPtrArray *
aufait_note_store_list_due (AufaitMemory *memory, AufaitDay first, AufaitDay last, GError **error);

/* Notes with a loss whose last day lies in [first, last], as above. */
GPtrArray *aufait_note_store_list_losses (AufaitMemory *memory,
                                          AufaitDay first,
                                          AufaitDay last,
                                          GError **error);

/* Notes with an id greater than @after whose meaning was made by a reader older than
 * @sentence_version, by id, at most @max. Looks at all notes behind @after, unless it is known that
 * there are none. */
GPtrArray *aufait_note_store_list_outdated (
    AufaitMemory *memory, int sentence_version, gint64 after, guint max, GError **error);

/* Remembers that there are none, within a transaction. */
gboolean
aufait_note_store_set_none_outdated (AufaitMemory *memory, int sentence_version, GError **error);

/* Puts @note's meaning in the place of the one that is kept. */
gboolean aufait_note_store_set_meaning (AufaitMemory *memory,
                                        const AufaitNote *note,
                                        int sentence_version,
                                        GError **error);
