/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer owes: "I promised to send him the book by Friday". */
#pragma once

#include "aufait-statement.h"

/* Appends what is found to @promises (AufaitPromise); its words mean nothing else afterwards. */
void aufait_promise_find (AufaitStatement *statement, GPtrArray *promises);
