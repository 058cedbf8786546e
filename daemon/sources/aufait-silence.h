/* SPDX-License-Identifier: GPL-3.0-or-later */
/* About whom nothing is ever brought up: the dead, as cards or notes have it, and of whom the user wants to
 * hear nothing. */
#pragma once

#include "aufait-directory.h"

/* Their ids (gint64 *), a set that is the caller's. What cannot be read is told to the log. */
GHashTable *aufait_silence_list (AufaitDirectory *directory);
