/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everyone is called, in the memory and on their cards, to be looked up word by word: who
 * wants to know whom a text names need not hear all names. Derived as all that is in the index. It
 * is written with what it follows from, in the transaction that is open, if there is one; what was
 * looked through stays so (aufait_index_get_seen). */
#pragma once

#include "aufait-index.h"
#include "aufait-values.h"

/* The person, whose id, name, nicknames and addresses are kept, is found by @words: numbers
 * (guint32), each once. In place of the person of the same id. */
gboolean aufait_name_store_set (AufaitIndex *index,
                                const AufaitPerson *person,
                                const GArray *words,
                                GError **error);
gboolean aufait_name_store_remove (AufaitIndex *index, gint64 person_id, GError **error);
gboolean aufait_name_store_clear (AufaitIndex *index, GError **error);

/* NULL without an error when there is none. */
AufaitPerson *aufait_name_store_get (AufaitIndex *index, gint64 person_id, GError **error);

/* Those who have the word, by id; and all (AufaitPerson). NULL and an error. */
GPtrArray *aufait_name_store_list_with (AufaitIndex *index, guint32 word, GError **error);
GPtrArray *aufait_name_store_list (AufaitIndex *index, GError **error);

/* Which state of the memory everyone is kept of, in words of who keeps them; NULL: they are not all
 * kept. Setting NULL says so. */
char *aufait_name_store_dup_basis (AufaitIndex *index);
gboolean aufait_name_store_set_basis (AufaitIndex *index, const char *basis, GError **error);

/* What follows is written in one go, nested as aufait_link_store_begin. */
gboolean aufait_name_store_begin (AufaitIndex *index, GError **error);
gboolean aufait_name_store_end (AufaitIndex *index, GError **error);
