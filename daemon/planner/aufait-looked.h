/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That all that may matter was looked through today, kept over a start: looking costs the more the
 * more events there are, and only a new day, a new rule or a change makes anything new. What is
 * written to the index ends it. */
#pragma once

#include "aufait-directory.h"

/* Whether it was, for the day and the zone of @now, with the nudges that came of it. */
gboolean aufait_looked_is_kept (AufaitDirectory *directory, GDateTime *now);

/* Keeps that it was; without an index nothing is kept. */
void aufait_looked_keep (AufaitDirectory *directory, GDateTime *now);
