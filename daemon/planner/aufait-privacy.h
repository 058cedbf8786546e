/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the text of a nudge may be seen by whoever looks at the screen. */
#pragma once

#include "aufait-memory.h"
#include "aufait-values.h"

/* Sets @nudge's is_private: whether anybody is private whom it is about, whom it names with its
 * event, or of whom a note tells that it quotes. */
gboolean aufait_privacy_decide (AufaitMemory *memory, AufaitNudge *nudge, GError **error);
