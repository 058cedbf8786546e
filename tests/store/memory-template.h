/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New memories for tests that are not about making one: copies of one that was made with the
 * programs, which takes a tenth of the time. */
#pragma once

#include "aufait-memory.h"

/* Opens the memory at @path, which is new when there is none. */
AufaitMemory *memory_template_open (const char *path);
