/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everyone is called: in memory while that is in use, and kept in the index, so that who asks
 * after a while waits for a few names and not for all. */
#pragma once

#include "aufait-index.h"
#include "aufait-memory.h"
#include "aufait-names.h"

typedef struct _AufaitNameBook AufaitNameBook;

/* Both live longer than it. @index: NULL: there are no cards, and nothing is kept. */
AufaitNameBook *aufait_name_book_new (AufaitMemory *memory, AufaitIndex *index);
void aufait_name_book_free (AufaitNameBook *book);

/* Everyone; borrowed until they are released or forgotten. */
AufaitNames *aufait_name_book_get (AufaitNameBook *book, GError **error);

/* The same where that is at hand; NULL: all would have to be read, and nobody knows any more what
 * those were called who have changed since. */
AufaitNames *aufait_name_book_peek (AufaitNameBook *book);

/* Whether the names that are at hand, be they read or to be looked up, are those of everyone.
 * FALSE: what was kept was lost under them. */
gboolean aufait_name_book_is_whole (const AufaitNameBook *book);

/* Someone is called so from now on; @person NULL: nobody any more. To be told while names are at
 * hand, once they were compared. */
void aufait_name_book_set (AufaitNameBook *book, gint64 id, const AufaitPerson *person);

/* Anybody may be called otherwise than before. */
void aufait_name_book_forget (AufaitNameBook *book);

/* Nobody asks for a while: gives the memory back. Where all have been read they are kept first,
 * some milliseconds' worth a call: FALSE: to be called again. */
gboolean aufait_name_book_rest (AufaitNameBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNameBook, aufait_name_book_free)
