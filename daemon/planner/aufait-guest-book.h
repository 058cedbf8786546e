/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of those who may be invited. The same people come into question for many events:
 * what is asked for is read once, and is what it was then. */
#pragma once

#include "aufait-note-store.h"
#include "aufait-nudge-store.h"

typedef struct _AufaitGuestBook AufaitGuestBook;

/* A note, and what it tells that its people like (AufaitLikes). */
typedef struct {
  AufaitNote *note; /* NULL: it was taken back */
  GPtrArray *topics;
} AufaitGuestBookNote;

AufaitGuestBook *aufait_guest_book_new (AufaitMemory *memory);
void aufait_guest_book_free (AufaitGuestBook *book);

/* The ids (gint64) of notes that tell of something with one of @keys, as aufait_likes_dup_keys
 * gives them: the newest first, some of each key. What is given is the book's; NULL with an error.
 */
const GArray *
aufait_guest_book_list_notes (AufaitGuestBook *book, const char *const *keys, GError **error);

const AufaitGuestBookNote *
aufait_guest_book_get_note (AufaitGuestBook *book, gint64 note_id, GError **error);

/* What notes about a person tell that they do not like (AufaitLikes). */
const GPtrArray *
aufait_guest_book_get_dislikes (AufaitGuestBook *book, gint64 person_id, GError **error);

/* The newest invitations of a person, whatever came of them (AufaitNudgeRecord). */
const GPtrArray *
aufait_guest_book_get_invitations (AufaitGuestBook *book, gint64 person_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitGuestBook, aufait_guest_book_free)
