/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of the address books is who, as the memory keeps it: a card is known by a key of its own (its
 * uid, or what stands on it), and belongs to a person. */
#pragma once

#include "aufait-memory.h"

/* Whose the card is; 0 without an error when it is not known. @ret_is_said: the user said so. */
gint64 aufait_identity_store_find (AufaitMemory *memory,
                                   const char *card,
                                   gboolean *ret_is_said,
                                   GError **error);

/* The card is @person_id's from now on. */
gboolean aufait_identity_store_set (
    AufaitMemory *memory, const char *card, gint64 person_id, gboolean is_said, GError **error);

/* Whether the user said of any card that it is theirs. */
gboolean aufait_identity_store_is_said (AufaitMemory *memory,
                                        gint64 person_id,
                                        gboolean *ret_is_said,
                                        GError **error);

/* Another number after each change of the above, and in each memory. */
gboolean aufait_identity_store_get_stamp (AufaitMemory *memory, gint64 *ret_stamp, GError **error);

/* Another text after each of the user's commands, after undoing one, and after each change of the
 * above: whoever knows what people are called of a memory with this text knows it of this one. */
char *aufait_identity_store_describe (AufaitMemory *memory, GError **error);

/* The name of someone who is known from cards alone, as their cards say it now. */
gboolean aufait_identity_store_rename (AufaitMemory *memory,
                                       gint64 person_id,
                                       const char *name,
                                       GError **error);

/* Forgets someone who was known from cards alone, and of whom nothing else speaks: no note, no
 * contact, no nudge that was ever shown or answered. Others stay; @ret_is_gone says which. */
gboolean aufait_identity_store_forget (AufaitMemory *memory,
                                       gint64 person_id,
                                       gboolean *ret_is_gone,
                                       GError **error);

/* Everything that is @from's becomes @into's: notes, contacts, nudges, cards, details; @from is
 * gone. What both have been told of, or were born on, @into's stays; but of a nudge that both have
 * the one that more was done with stays: answered, put off, shown. @from's name becomes one of
 * @into's nicknames. Who @from was is kept (aufait-former-store.h). */
gboolean
aufait_identity_store_merge (AufaitMemory *memory, gint64 into, gint64 from, GError **error);
