/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has died, as notes say it: what is known by their words, as moments are, and gone with them.
 */
#pragma once

#include "aufait-memory.h"
#include "aufait-values.h"

/* In SQL: the ids of all of them. They are few. */
#define AUFAIT_DEATH_STORE_IDS                                                                     \
  "SELECT note_person.person_id FROM death CROSS JOIN note_person"                                 \
  " ON note_person.note_id = death.note_id AND note_person.position = death.position"

/* Sets of whom @note, which is there with its people, says that they have died; FALSE and an error
 * when it cannot. */
gboolean aufait_death_store_set (AufaitMemory *memory, const AufaitNote *note, GError **error);

/* Their ids (gint64); NULL and an error when they cannot be read. */
GArray *aufait_death_store_list (AufaitMemory *memory, GError **error);
