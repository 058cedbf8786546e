/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which day the user was last told how many wait. */
#pragma once

#include "aufait-memory.h"

/* AUFAIT_DAY_NONE in @ret_day: never. */
gboolean aufait_digest_store_get (AufaitMemory *memory, AufaitDay *ret_day, GError **error);

/* In a transaction of its own; no command, and not to be undone. */
gboolean aufait_digest_store_set (AufaitMemory *memory, AufaitDay day, GError **error);
