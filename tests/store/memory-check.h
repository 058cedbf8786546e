/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aufait-memory.h"

/* PRAGMA integrity_check, sums, and the full-text index's own check, with all notes in it; FALSE
 * and what is wrong. */
gboolean memory_check (AufaitMemory *memory, GError **error);
