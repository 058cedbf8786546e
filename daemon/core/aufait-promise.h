/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer owes: "I promised to send him the book by Friday". */
#pragma once

#include "aufait-statement.h"

/* Appends what is found to @promises (AufaitPromise); its words mean nothing else afterwards. */
void aufait_promise_find (AufaitStatement *statement, GPtrArray *promises);

/* Of a phrase that promises: "I owe him 30 euros"; and "livre à lui rendre", which follows what it
 * is about. */
gboolean aufait_promise_is_debt (const AufaitMark *mark);
gboolean aufait_promise_is_of_thing (const AufaitMark *mark);

/* Where what is promised begins, of a phrase that promises or orders. */
guint aufait_promise_find_start (const AufaitMark *mark);

/* Where what is promised ends, which begins at @first, once its day is cut off at @behind: without
 * loose words and signs. */
guint aufait_promise_trim_end (const AufaitStatement *statement, guint first, guint behind);
