/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When nudges were done, shown before or not. */
#pragma once

#include "aufait-memory.h"

/* Has the nudge done, as of @at, in Unix seconds. */
gboolean aufait_done_store_set (AufaitMemory *memory, gint64 nudge_id, gint64 at, GError **error);

/* The ids (gint64) of those that were done since @since, in Unix seconds, at most @max, the oldest
 * first. */
GArray *aufait_done_store_list (AufaitMemory *memory, gint64 since, guint max, GError **error);
