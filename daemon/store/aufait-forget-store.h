/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user wants forgotten. All of it within the caller's command, which undo takes back. */
#pragma once

#include "aufait-memory.h"

/* A note, what it was understood to mean, and the nudges that it made.
 * AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none of that id. */
gboolean aufait_forget_store_note (AufaitMemory *memory, gint64 note_id, GError **error);

/* A person: what was said of them, the notes about nobody else, their contacts and nudges. Notes
 * about others too are about the others alone from then on. @has_card: somebody of whom an address
 * book knows stays, as known from cards alone; that they are private, or never to be brought up,
 * stays too. */
gboolean aufait_forget_store_person (AufaitMemory *memory,
                                     gint64 person_id,
                                     gboolean has_card,
                                     GError **error);

/* How many notes are about that person and nobody else. */
gboolean aufait_forget_store_count_notes (AufaitMemory *memory,
                                          gint64 person_id,
                                          gint64 *ret_notes,
                                          GError **error);
