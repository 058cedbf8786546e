/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The address books and calendars: opened, read, followed, and joined to the people of the memory.
 */
#pragma once

#include "aufait-agenda.h"
#include "aufait-linker.h"
#include "aufait-sources.h"
#include "aufait-tie-keeper.h"

typedef struct _AufaitBooks AufaitBooks;

/* @memory lives longer than it. What was read before can be asked for from now on; nothing is read
 * until it is followed. An index that cannot be kept is no reason to fail: aufait_books_get_problem
 * says so. */
AufaitBooks *aufait_books_new (AufaitMemory *memory);
void aufait_books_free (AufaitBooks *books);

/* Borrowed, as are those below. Never NULL. */
AufaitDirectory *aufait_books_get_directory (AufaitBooks *books);

/* NULL: there is no index. */
AufaitSources *aufait_books_get_sources (AufaitBooks *books);
AufaitLinker *aufait_books_get_linker (AufaitBooks *books);
AufaitTieKeeper *aufait_books_get_keeper (AufaitBooks *books);

/* What the user must hear about the opening, in words; NULL: nothing. */
const char *aufait_books_get_problem (const AufaitBooks *books);

/* Reads them and follows them, and tells @agenda what has changed; it and @clock are kept until
 * aufait_books_unfollow. Nothing is done where there is no index. */
void aufait_books_follow (AufaitBooks *books, AufaitAgenda *agenda, AufaitClock *clock);
void aufait_books_unfollow (AufaitBooks *books);

/* Which folders are read, whose calendars they are, and how often each circle is to be asked after.
 */
void aufait_books_set_settings (AufaitBooks *books, const AufaitSettings *settings);
