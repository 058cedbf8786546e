/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dropping nudges has taught: which kinds of nudge are not wanted about whom. Told by the
 * nudges themselves, but for those that were untaught. */
#pragma once

#include "aufait-memory.h"

typedef struct {
  gint64 person_id;
  char *name; /* of the person */
  char *kind;
  guint n_dropped;
} AufaitHabitStoreHabit;

void aufait_habit_store_habit_free (AufaitHabitStoreHabit *habit);

/* How many nudges of this kind about the person were dropped, since it was untaught; but for
 * promises and words on a loss, which teach nothing. */
gboolean aufait_habit_store_count (
    AufaitMemory *memory, gint64 person_id, const char *kind, guint *ret_n_dropped, GError **error);

/* All that was taught (AufaitHabitStoreHabit): the most dropped first, then by name. */
GPtrArray *aufait_habit_store_list (AufaitMemory *memory, GError **error);

/* What was taught of this kind, or of every kind where it is NULL, counts no more.
 * AUFAIT_MEMORY_ERROR_NOT_FOUND when nothing was. */
gboolean aufait_habit_store_untaught (AufaitMemory *memory,
                                      gint64 person_id,
                                      const char *kind,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitHabitStoreHabit, aufait_habit_store_habit_free)
