/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rides on the next meeting with someone: promises for the next time that one sees them. */
#pragma once

#include "aufait-memory.h"
#include "aufait-values.h"

/* Those that are open with a person, in the order in which they were noted: AufaitReason, whose
 * text is what was promised, in the words of the note. Appends to @owed (gint64) the ids of notes
 * whose promise is open and is not for the next time. */
GPtrArray *aufait_rider_list (AufaitMemory *memory, gint64 person_id, GArray *owed, GError **error);
