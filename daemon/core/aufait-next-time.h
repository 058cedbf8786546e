/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer means to do when they see someone next: "next time I see Sophie, give back her
 * sweater". */
#pragma once

#include "aufait-statement.h"

/* Appends what is found to @promises (AufaitPromise, with is_next_time and without a day); its
 * words mean nothing else afterwards, unless a day is among them. To be asked before
 * aufait_promise_find(). */
void aufait_next_time_find (AufaitStatement *statement, GPtrArray *promises);
