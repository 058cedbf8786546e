/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stores share of the index; nobody outside this layer includes it. */
#pragma once

#include "aufait-database.h"
#include "aufait-index.h"

#define AUFAIT_INDEX_VERSION 10

/* What belongs to a file has ids from @file_id << 24 on. */
#define AUFAIT_INDEX_ITEM_BITS 24
#define AUFAIT_INDEX_ITEMS_MAX (1 << AUFAIT_INDEX_ITEM_BITS)

/* Between the fields of a line, and between lines. */
#define AUFAIT_INDEX_FIELD_END "\x1f"
#define AUFAIT_INDEX_LINE_END  "\n"

/* To read from: what is committed. */
AufaitDatabase *aufait_index_get_database (AufaitIndex *index);

/* To read from: what was written last, committed or not. */
AufaitDatabase *aufait_index_get_newest (AufaitIndex *index);

/* To write to, in a transaction that ends in the turn in which it begins: the same connection as
 * that of the newest. Says beforehand, on disk, that the file is being written. */
AufaitDatabase *aufait_index_get_writable (AufaitIndex *index, GError **error);

/* The same, for what nobody looks through for what to say: what was seen stays seen. */
AufaitDatabase *aufait_index_get_writable_aside (AufaitIndex *index, GError **error);

/* Begins a transaction that ends in this turn, or, when it @takes_turns, one on the other
 * connection: nobody sees that before it ends, but who asks for the newest. */
AufaitDatabase *
aufait_index_begin_writing (AufaitIndex *index, gboolean takes_turns, GError **error);

/* The address as it is compared. */
char *aufait_index_fold_email (const char *email);
