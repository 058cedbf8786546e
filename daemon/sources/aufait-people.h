/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everyone: the people of the memory, with what their cards in the address books add. */
#pragma once

#include "aufait-event.h"
#include "aufait-index.h"
#include "aufait-memory.h"
#include "aufait-names.h"

typedef struct _AufaitPeople AufaitPeople;

/* Both live longer than it. @index: NULL: there are no cards and no calendars. */
AufaitPeople *aufait_people_new (AufaitMemory *memory, AufaitIndex *index);
void aufait_people_free (AufaitPeople *people);

AufaitMemory *aufait_people_get_memory (const AufaitPeople *people);
AufaitIndex *aufait_people_get_index (const AufaitPeople *people);

/* NULL and AUFAIT_MEMORY_ERROR_NOT_FOUND when there is nobody with that id. */
AufaitPerson *aufait_people_get (AufaitPeople *people, gint64 id, GError **error);

/* Everyone, or those of @circle, as AufaitPersons by name. */
GPtrArray *aufait_people_list (AufaitPeople *people, const char *circle, GError **error);

/* Everyone's names; NULL and an error when the memory cannot be read. Loaded when they are asked
 * for, and kept until they are let go. */
AufaitNames *aufait_people_get_names (AufaitPeople *people, GError **error);
void aufait_people_release_names (AufaitPeople *people);

/* A person is new, another than before, or gone: their names are looked up anew. */
void aufait_people_renew (AufaitPeople *people, gint64 id);

/* Says of each of the AufaitEvents whom it is about. */
gboolean aufait_people_fill_events (AufaitPeople *people, GPtrArray *events, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitPeople, aufait_people_free)
